import { describe, expect, test } from '@jest/globals'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { created, difference } from '../../src/preview/diff.ts'

function object(more: Record<string, unknown>, metadata: Record<string, unknown> = {}): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'it', ...metadata }, ...more }
}
const base64 = (text: string) => Buffer.from(text).toString('base64')
const secret = (data: Record<string, string>, more: Record<string, unknown> = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'it' },
  data,
  ...more,
})

describe('nothing differs', () => {
  const own = object({ data: { a: '1' } })
  test.each([
    ['what is equal', own],
    ['the status', object({ data: { a: '1' }, status: { phase: 'Active' } })],
    ...['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'].map(
      (key) => [`the server's ${key}`, object({ data: { a: '1' } }, { [key]: 'x' })] as const,
    ),
    [
      'what controllers and kubectl note',
      object(
        { data: { a: '1' } },
        {
          annotations: {
            'deployment.kubernetes.io/revision': '3',
            'kubectl.kubernetes.io/last-applied-configuration': '{}',
          },
        },
      ),
    ],
    ['annotations that are empty', object({ data: { a: '1' } }, { annotations: {} })],
    [
      'the order of keys',
      { kind: 'ConfigMap', metadata: { name: 'it' }, data: { a: '1' }, apiVersion: 'v1' },
    ],
  ])('by %s', (_what, live) => {
    expect(difference(live, own)).toBeUndefined()
    expect(difference(own, live)).toBeUndefined()
  })
})

test.each([
  ['a value', { a: '1', b: '1' }, { a: '2', b: '1' }, { a: '1' }, { a: '2' }],
  ['what is added', { a: '1' }, { a: '1', b: '2' }, {}, { b: '2' }],
  ['what is removed', { a: '1', b: '2' }, { a: '1' }, { b: '2' }, {}],
  ['what becomes null', { a: '1' }, { a: null }, { a: '1' }, { a: null }],
  ['an item of a list', { l: [1, 2, 3] }, { l: [1, 5, 3] }, { l: [null, 2, null] }, { l: [null, 5, null] }],
  ['a longer list', { l: [1] }, { l: [1, 2] }, { l: [1] }, { l: [1, 2] }],
  ['deep in a list', { l: [{ a: 1, b: 1 }] }, { l: [{ a: 2, b: 1 }] }, { l: [{ a: 1 }] }, { l: [{ a: 2 }] }],
  ['another type', { a: { b: 1 } }, { a: [1] }, { a: { b: 1 } }, { a: [1] }],
])('only what differs is shown: %s', (_what, live, applied, before, after) => {
  expect(difference(object({ data: live }), object({ data: applied }))).toEqual({
    before: { data: before },
    after: { data: after },
  })
})

test('an annotation of people differs', () => {
  expect(
    difference(object({}, { annotations: { a: '1' } }), object({}, { annotations: { a: '2' } })),
  ).toEqual({
    before: { metadata: { annotations: { a: '1' } } },
    after: { metadata: { annotations: { a: '2' } } },
  })
})

describe('of a Secret', () => {
  test('is shown which value changes, and none of them', () => {
    const live = secret({ a: base64('old'), b: base64('same'), gone: base64('gone') })
    const applied = secret({ a: base64('new'), b: base64('same'), more: base64('more') })
    expect(difference(live, applied)).toEqual({
      before: { data: { a: '(sensitive)', gone: '(sensitive)' } },
      after: { data: { a: '(sensitive, changed)', more: '(sensitive, changed)' } },
    })
  })

  test('that is new no value is shown, in data or stringData', () => {
    const whole = created(secret({ a: base64('x') }, { stringData: { b: 'y' }, type: 'Opaque' }))
    expect(whole).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'it' },
      type: 'Opaque',
      data: { a: '(sensitive)' },
      stringData: { b: '(sensitive)' },
    })
  })

  test('another label is shown as it is', () => {
    const live = secret({ a: base64('x') })
    const applied = { ...live, metadata: { name: 'it', labels: { team: 'y' } } }
    expect(difference(live, applied)).toEqual({
      before: { metadata: {} },
      after: { metadata: { labels: { team: 'y' } } },
    })
  })

  test('of another group nothing is secret', () => {
    const foreign = { ...secret({ a: '1' }), apiVersion: 'example.com/v1' }
    expect(created(foreign)).toMatchObject({ data: { a: '1' } })
  })
})

test('a new object is shown without what the server keeps', () => {
  expect(created(object({ data: {}, status: {} }, { uid: '1', namespace: 'dev' }))).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'it', namespace: 'dev' },
    data: {},
  })
})
