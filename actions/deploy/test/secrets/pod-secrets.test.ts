import { expect, test } from '@jest/globals'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { refusedWith } from '#toolkit/kubernetes/test/refused.ts'
import { createRedactor } from '#toolkit/redact/redactor.ts'
import { maskPodSecrets, tellableLines } from '../../src/secrets/pod-secrets.ts'

const pod: Reference = { apiVersion: 'v1', kind: 'Pod', namespace: 'a', name: 'p' }

function object(kind: string, name: string, more: object): KubernetesObject {
  return { apiVersion: 'v1', kind, metadata: { namespace: 'a', name }, ...more }
}

const secret = (name: string, value: string) =>
  object('Secret', name, { data: { key: Buffer.from(value).toString('base64') } })

const podOf = (spec: object) => object('Pod', 'p', { spec })

function clientOf(objects: readonly KubernetesObject[], forbidden: readonly string[] = []) {
  return {
    get: async ({ kind, name }: Reference) => {
      if (forbidden.includes(name))
        throw refusedWith(403, { reason: 'Forbidden', message: `${name} is forbidden` })
      return objects.find((each) => each.kind === kind && each.metadata.name === name)
    },
  }
}

test.each<[string, object]>([
  [
    'a variable',
    { containers: [{ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'key' } } }] }] },
  ],
  ['all variables', { initContainers: [{ envFrom: [{ secretRef: { name: 's' } }] }] }],
  ['a volume', { volumes: [{ name: 'v', secret: { secretName: 's' } }] }],
  ['a projected volume', { volumes: [{ name: 'v', projected: { sources: [{ secret: { name: 's' } }] } }] }],
])('what a pod is given as a Secret by %s is masked in its log', async (_what, spec) => {
  const redactor = createRedactor()
  expect(await maskPodSecrets(clientOf([podOf(spec), secret('s', 'kq8Zt71-Lm')]), pod, { redactor })).toBe(
    true,
  )
  expect(redactor.mask('log: key=kq8Zt71-Lm')).toBe('log: key=***')
})

test('the log of a pod whose Secrets may not be read is withheld, its events are not', async () => {
  const client = clientOf([podOf({ volumes: [{ secret: { secretName: 's' } }] })], ['s'])
  const isMasked = await maskPodSecrets(client, pod, { redactor: createRedactor() })
  expect(isMasked).toBe(false)
  expect(tellableLines(['event Failed: no', 'log: key=kq8Zt71-Lm'], isMasked)).toEqual([
    'event Failed: no',
    expect.stringContaining('its log is withheld'),
  ])
  expect(tellableLines(['event Failed: no'], isMasked)).toEqual(['event Failed: no'])
})

test('a Secret that is not there has told the pod nothing', async () => {
  const client = clientOf([podOf({ volumes: [{ secret: { secretName: 's', optional: true } }] })])
  expect(await maskPodSecrets(client, pod, { redactor: createRedactor() })).toBe(true)
})

test('a pod that is gone may have known anything', async () => {
  expect(await maskPodSecrets(clientOf([]), pod, { redactor: createRedactor() })).toBe(false)
})
