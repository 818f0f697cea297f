import { expect, test } from '@jest/globals'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { refusalOf } from '../../src/admission/refusal.ts'
import { manifest } from '../manifest.ts'

const written = manifest({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'dev' },
  spec: { template: { spec: { containers: [{ name: 'main', image: 'app' }] } } },
})
const refused = (code: number, body: string) =>
  new KubernetesError({
    server: 'https://api.example.com',
    method: 'PATCH',
    path: '/apis/apps/v1/namespaces/dev/deployments/web',
    status: code,
    body,
  })
const status = (code: number, message: string, causes: unknown[] = []) =>
  refused(code, JSON.stringify({ kind: 'Status', message, reason: 'x', details: { causes } }))

test.each([
  [
    'a conflict names the fields and their managers',
    status(409, 'Apply failed', [
      { reason: 'FieldManagerConflict', field: '.spec.replicas', message: 'conflict with "hpa"' },
      { reason: 'FieldManagerConflict', field: '.data.a' },
    ]),
    {
      code: 'FIELD_CONFLICT',
      what: 'dev/Deployment/web has fields that somebody else manages: .data.a of another manager (nothing in the manifest, k8s/it.yaml:1); .spec.replicas of hpa (nothing in the manifest, k8s/it.yaml:8).',
      source: { line: 1 },
    },
  ],
  [
    'another conflict is no field conflict',
    status(409, 'the object has been modified', [{ reason: 'Other' }]),
    {
      code: 'MANIFEST_INVALID',
      what: 'The API server refuses dev/Deployment/web: the object has been modified.',
    },
  ],
  [
    'what is not allowed says why',
    status(403, 'deployments.apps is forbidden'),
    { code: 'CLUSTER_FORBIDDEN', why: 'deployments.apps is forbidden.', source: { line: 1 } },
  ],
  [
    'what is wrong is told on its line',
    status(422, 'Invalid value', [{ field: 'spec.template.spec.containers[0].image', message: 'Required' }]),
    { code: 'MANIFEST_INVALID', source: { file: 'k8s/it.yaml', line: 14 } },
  ],
  [
    'what is missing is told where it is missing',
    status(422, 'Required value', [{ field: 'spec.selector' }]),
    { code: 'MANIFEST_INVALID', source: { line: 8 } },
  ],
  [
    'a key in quotes is found',
    status(422, 'Invalid value', [{ field: 'metadata["name"]' }]),
    { code: 'MANIFEST_INVALID', source: { line: 5 } },
  ],
  [
    'what cannot be changed wants another name',
    status(422, 'spec.selector: Invalid value: field is immutable', [{ field: 'spec.selector' }]),
    {
      code: 'MANIFEST_IMMUTABLE',
      what: 'The API server does not let spec.selector of dev/Deployment/web be changed in place.',
      fix: expect.stringMatching(
        /^Put back what it was, or give the object another name\. .*`omninode\.io\/recreate: when-immutable`/,
      ),
    },
  ],
  [
    'so does what may not be updated',
    status(422, "updates to statefulset spec for fields other than 'replicas' are forbidden"),
    { code: 'MANIFEST_IMMUTABLE', source: { line: 1 } },
  ],
  [
    'what the server says about types is about the manifest, although it says that it is its own fault',
    status(500, 'failed to create typed patch object (dev/web): .spec.replicas: expected numeric'),
    { code: 'MANIFEST_INVALID', source: { line: 8 } },
  ],
])('%s', (_what, error, expected) => {
  const failure = refusalOf(error, written)
  expect(failure).toBeInstanceOf(Failure)
  expect(failure).toMatchObject({ ...expected, cause: error })
})

test.each([
  ['a server in trouble', refused(500, ''), 'CLUSTER_UNAVAILABLE'],
  ['a page of a proxy', refused(400, '<html>Bad gateway</html>'), 'CLUSTER_ANSWER'],
  ['a redirect', refused(302, ''), 'CLUSTER_ANSWER'],
])('%s says nothing about the manifest', (_what, error, code) => {
  expect(refusalOf(error, written)).toBe(error)
  expect(error.code).toBe(code)
})

test.each([[new Failure({ code: 'X', what: 'x' })], [new Error('ours')]])(
  'what is no refusal stays what it is: %s',
  (error) => {
    expect(refusalOf(error, written)).toBe(error)
  },
)
