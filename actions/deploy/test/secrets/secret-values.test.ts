import { describe, expect, test } from '@jest/globals'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { createRedactor } from '#toolkit/redact/redactor.ts'
import { maskSecrets, secretValuesOf } from '../../src/secrets/secret-values.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

function object(kind: string, more: object, apiVersion = 'v1'): KubernetesObject {
  return { apiVersion, kind, metadata: { name: 'it', namespace: 'onex-dev' }, ...more }
}

const pairsOf = (of: KubernetesObject) => [...secretValuesOf(of)].map(({ name, value }) => `${name}=${value}`)

describe('what is secret in an object', () => {
  test.each<[string, KubernetesObject, string[]]>([
    ['data, decoded', object('Secret', { data: { a: base64('x') } }), ['a=x']],
    [
      'data that is not written as base64 is',
      object('Secret', { data: { a: 'not base64!' } }),
      ['a=not base64!'],
    ],
    ['stringData', object('Secret', { stringData: { a: 'x', b: 'y' } }), ['a=x', 'b=y']],
    ['a number, which the server refuses', object('Secret', { stringData: { pin: 271828 } }), ['pin=271828']],
    [
      'values that are no texts',
      object('Secret', { data: { a: 12345678, b: null }, stringData: { c: true, d: ['x', { e: 'y' }] } }),
      ['a=12345678', 'c=true', 'd=x', 'e=y'],
    ],
    ['a misspelt field, which the server refuses', object('Secret', { stringdata: { a: 'x' } }), ['a=x']],
    ['data that is a list', object('Secret', { data: ['not base64!'] }), ['data=not base64!']],
    ['nothing', object('Secret', { data: null }), []],
    [
      'a variable whose name says so',
      object('Pod', {
        spec: {
          containers: [
            {
              env: [
                { name: 'DB_PASSWORD', value: 'x' },
                { name: 'LOG', value: 'y' },
              ],
            },
          ],
        },
      }),
      ['DB_PASSWORD=x'],
    ],
    [
      'a variable within a template',
      object(
        'CronJob',
        {
          spec: {
            jobTemplate: {
              spec: {
                template: { spec: { initContainers: [{ env: [{ name: 'API_TOKEN', value: 'x' }] }] } },
              },
            },
          },
        },
        'batch/v1',
      ),
      ['API_TOKEN=x'],
    ],
    [
      'a key of a ConfigMap whose name says so',
      object('ConfigMap', { data: { password: 'x', level: 'y' } }),
      ['password=x'],
    ],
    [
      'nothing in a kind of that name in another group',
      object('Secret', { data: { a: base64('x') } }, 'example.com/v1'),
      [],
    ],
  ])('%s', (_what, given, expected) => {
    expect(pairsOf(given)).toEqual(expected)
  })
})

test('a platform with ordinary words in its Secrets stays readable: nothing but the secrets is masked', () => {
  const redactor = createRedactor()
  const words = {
    POSTGRES_USER: 'omninode',
    POSTGRES_DB: 'omninode_cloud',
    POSTGRES_HOST: 'postgres.onex-data.svc.cluster.local',
    PORT: '5432',
    LOG_LEVEL: 'info',
    TLS: 'true',
    STAGE: 'dev',
    ISSUER: 'https://id.example.com/realms/onex',
  }
  const secrets = {
    POSTGRES_PASSWORD: 'tr0ub4dor&3',
    url: 'postgres://omninode:tr0ub4dor%263@postgres.onex-data:5432/omninode_cloud',
    key: 'kq8Zt71Lm-xW0',
    'config.yaml': 'enabled: true\nlevel: info\napi-token: Zt3-55Qm-yV9\n',
  }
  maskSecrets(
    [
      object('Secret', { stringData: { ...words, ...secrets } }),
      object('Deployment', { spec: {} }, 'apps/v1'),
    ],
    { redactor },
  )
  const log = [
    'create onex-dev/Secret/it',
    'omninode on postgres.onex-data.svc.cluster.local:5432, database omninode_cloud, stage dev',
    'enabled: true',
    'level: info',
    'tr0ub4dor&3',
    'connecting to postgres://omninode:tr0ub4dor%263@postgres.onex-data:5432/omninode_cloud',
    'x-api-key: kq8Zt71Lm-xW0',
    'token Zt3-55Qm-yV9 of https://id.example.com/realms/onex',
  ]
  expect(log.map((line) => String(redactor.mask(line)))).toEqual([
    'create onex-dev/Secret/it',
    'omninode on postgres.onex-data.svc.cluster.local:5432, database omninode_cloud, stage dev',
    'enabled: true',
    'level: info',
    '***',
    'connecting to ***',
    'x-api-key: ***',
    'token *** of https://id.example.com/realms/onex',
  ])
})
