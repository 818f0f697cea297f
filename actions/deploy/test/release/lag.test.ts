import { expect, test } from '@jest/globals'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { refusalOf } from '../../src/admission/refusal.ts'
import { lagOf, silentOwn } from '../../src/release/lag.ts'
import { manifest } from '../manifest.ts'

const widget: KubernetesObject = {
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata: { name: 'it', namespace: 'dev' },
}
const settings = { ...widget, apiVersion: 'v1', kind: 'ConfigMap' }
const lagging = {
  kinds: new Set(['example.com/v1 Widget']),
  webhooks: new Set(['gate.example.com', 'converted.example.com']),
}

function refused(status: number, message: string, reason = ''): KubernetesError {
  const body = JSON.stringify({ kind: 'Status', message, reason })
  return new KubernetesError({ server: 'https://api.example.com', method: 'PATCH', path: '/', status, body })
}

const calling = (name: string) =>
  refused(500, `Internal error occurred: failed calling webhook "${name}": failed to call webhook: EOF`)
const unknownKind = new Failure({ code: 'KIND_UNKNOWN', what: 'The cluster knows no Widget.' })
const notServed = refused(404, 'the server could not find the requested resource', 'NotFound')
const homeless = refused(404, 'namespaces "dev" not found', 'NotFound')
const invalid = refused(422, 'Widget "it" is invalid: spec.size: Required value', 'Invalid')
const strict = refused(400, 'strict decoding error: unknown field "spec.new"', 'BadRequest')
const untyped = refused(500, 'failed to create typed patch object (dev/it): .spec.new: field not declared')
const converting = refused(
  500,
  'conversion webhook for converted.example.com/v1, Kind=Widget failed: Post: EOF',
)

test.each<[string, unknown, KubernetesObject, number]>([
  ['its kind is not listed by the API server that was asked', unknownKind, widget, 60_000],
  ['its kind is not served by the API server that was asked', notServed, widget, 60_000],
  ['its namespace is not there', homeless, widget, 0],
  ['its schema is the old one still: a value', invalid, widget, 10_000],
  ['its schema is the old one still: a field', strict, widget, 10_000],
  ['its schema is the old one still: a type', untyped, widget, 10_000],
  ['it is forbidden', refused(403, 'no', 'Forbidden'), widget, 0],
  ['somebody else has written it', refused(409, 'changed', 'Conflict'), widget, 0],
  ['another kind is not served', notServed, settings, 0],
  ['another kind is invalid', invalid, settings, 0],
  ['a webhook of the release does not answer', calling('gate.example.com'), settings, 60_000],
  ['a conversion of the release does not answer', converting, widget, 60_000],
  ['a webhook of somebody else does not answer', calling('foreign.example.com'), settings, 0],
  ['something is wrong here', new TypeError('a bug'), widget, 0],
])('what is refused because %s is tried again as long as that may take', (_why, error, object, patience) => {
  const it = manifest(object)
  for (const told of [error, refusalOf(error, it)]) expect(lagOf(told, it, lagging, 60_000)).toBe(patience)
})

test('no lag is longer than everything may take', () => {
  expect(lagOf(invalid, manifest(widget), lagging, 3_000)).toBe(3_000)
})

test.each([
  ['gate.example.com', calling('gate.example.com')],
  ['converted.example.com/v1', converting],
  [undefined, calling('foreign.example.com')],
  [undefined, invalid],
])('the webhook of the release that does not answer is named: %s', (name, error) => {
  expect(silentOwn(error, lagging)).toBe(name)
})
