import { describe, expect, test } from '@jest/globals'
import { created, difference, replacedSecrets } from '../../src/preview/diff.ts'
import { sensitiveIn, withSecretsHidden } from '../../src/secrets/secret.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const marked = 'marked-secret-value'
const secret = (more: Record<string, unknown>, metadata: Record<string, unknown> = {}) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'it', ...metadata },
  ...more,
})
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration'

describe('of a Secret is shown to nobody', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['data', { data: { a: base64(marked) } }, {}],
    ['stringData', { stringData: { a: marked } }, {}],
    ['a misspelt field, which the API server has not refused yet', { stringdata: { a: marked } }, {}],
    ['data that is a list', { data: [marked] }, {}],
    ['data that is a text', { data: marked }, {}],
    ['a value that is no text', { stringData: { a: { b: marked } } }, {}],
    ['what kubectl keeps of it', { data: {} }, { annotations: { [lastApplied]: `{"a":"${marked}"}` } }],
    ['what Rancher keeps of it', {}, { annotations: { 'objectset.rio.cattle.io/applied': marked } }],
    ['a copy under any name', { stringData: { a: marked } }, { annotations: { backup: `x${marked}` } }],
    [
      'an encoded copy under any name',
      { data: { a: base64(marked) } },
      { annotations: { backup: `{"data":"${base64(marked)}"}` } },
    ],
  ])('%s', (_what, more, metadata) => {
    const object = secret(more, metadata)
    const hidden = JSON.stringify(sensitiveIn(object))
    expect([marked, base64(marked)].some((value) => hidden.includes(value))).toBe(true)
    for (const shown of [withSecretsHidden(object), created(object)]) {
      expect(JSON.stringify(shown)).not.toContain(marked)
      expect(JSON.stringify(shown)).not.toContain(base64(marked))
    }
    const other = difference(secret({}), object)
    expect(JSON.stringify(other ?? {})).not.toContain(marked)
  })
})

test('names, labels, type and other annotations of a Secret are shown', () => {
  const metadata = { labels: { team: 'x' }, annotations: { owner: 'me' } }
  const object = secret({ type: 'Opaque', immutable: true, data: { a: base64(marked) } }, metadata)
  expect(withSecretsHidden(object)).toEqual({ ...object, data: { a: '(sensitive)' } })
})

test.each([
  ['a ConfigMap', { ...secret({ data: { a: marked } }), kind: 'ConfigMap' }],
  ["another group's Secret", { ...secret({ data: { a: marked } }), apiVersion: 'example.com/v1' }],
])('nothing is sensitive in %s', (_what, object) => {
  expect(sensitiveIn(object)).toBeUndefined()
  expect(withSecretsHidden(object)).toEqual(object)
})

test('nothing is sensitive in a Secret without values', () => {
  expect(sensitiveIn(secret({ type: 'Opaque' }))).toBeUndefined()
})

test('of what is replaced only the values count that go: what others keep in the same Secret may change', () => {
  const live = secret({ data: { own: base64('old'), rotated: base64('hourly') } })
  const applied = secret({ data: { own: base64('new'), rotated: base64('hourly') } })
  expect(replacedSecrets(live, applied)).toEqual({ data: { own: base64('old') } })
})
