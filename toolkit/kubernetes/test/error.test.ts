import { describe, expect, test } from '@jest/globals'
import { Failure } from '../../model/failure.ts'
import { KubernetesError } from '../error.ts'

const refused = (status: number, body: unknown, more: { location?: string; path?: string } = {}) =>
  new KubernetesError({
    server: 'https://api.example.com',
    method: 'GET',
    path: '/api/v1/namespaces/dev/pods',
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...more,
  })
const said = (message: string) => ({ kind: 'Status', apiVersion: 'v1', status: 'Failure', message })

describe('what the API server forbids', () => {
  test.each([
    [
      'pods is forbidden: User "gha:2" cannot list resource "pods" in API group "" in the namespace "dev"',
      'Grant it with a Role in dev: apiGroups [""], resources ["pods"], verbs ["list"], bound to the user gha:2 or a group of it.',
    ],
    [
      'secrets "db" is forbidden: User "gha:2" cannot get resource "secrets" in API group "" in the namespace "prod"',
      'Grant it with a Role in prod: apiGroups [""], resources ["secrets"], verbs ["get"], bound to the user gha:2 or a group of it.',
    ],
    [
      'namespaces "kube-system" is forbidden: User "system:anonymous" cannot get resource "namespaces" in API group "" at the cluster scope',
      'Grant it with a ClusterRole: apiGroups [""], resources ["namespaces"], verbs ["get"], bound to the user system:anonymous or a group of it.',
    ],
    [
      'deployments.apps "web" is forbidden: User "gha:2" cannot patch resource "deployments/scale" in API group "apps" in the namespace "dev"',
      'Grant it with a Role in dev: apiGroups ["apps"], resources ["deployments/scale"], verbs ["patch"], bound to the user gha:2 or a group of it.',
    ],
    [
      'forbidden: User "gha:2" cannot get path "/apis"',
      'Grant it with a ClusterRole: nonResourceURLs ["/apis"], verbs ["get"], bound to the user gha:2 or a group of it.',
    ],
    [
      'pods "web" is forbidden: violates PodSecurity "restricted:latest"',
      'Grant it to this identity, or change what is asked for so that the cluster admits it.',
    ],
  ])('says who wanted what, and what to grant: %s', (message, fix) => {
    expect(refused(403, said(message))).toMatchObject({ code: 'CLUSTER_FORBIDDEN', why: `${message}.`, fix })
  })
})

describe('an answer of somebody else', () => {
  test.each<[number, unknown]>([
    [403, '<html>Blocked by your administrator</html>'],
    [401, '<html>Please log in</html>'],
    [404, '<html>Not found</html>'],
    [404, 'page not found'],
    [407, 'who are you?'],
    [400, ''],
    [400, '{}'],
    [400, 'null'],
    [400, '"no"'],
    [400, { message: 'not a Status' }],
    [302, ''],
    [304, ''],
  ])('with %d and %j is told as one, without its text', (status, body) => {
    const error = refused(status, body, { location: 'https://login.example.com/' })
    expect(error).toMatchObject({
      code: 'CLUSTER_ANSWER',
      why: expect.stringContaining('in place of the API server'),
    })
    if (typeof body === 'string' && body.length > 2) expect(error.message).not.toContain(body)
  })

  test('says where it redirects', () => {
    expect(refused(302, '', { location: 'https://login.example.com/' }).what).toContain(
      'with a redirect to https://login.example.com/ (302)',
    )
  })
})

test.each<[number, unknown, string]>([
  [500, '', 'CLUSTER_UNAVAILABLE'],
  [502, '<html>Bad Gateway</html>', 'CLUSTER_UNAVAILABLE'],
  [503, said('apiserver is shutting down'), 'CLUSTER_UNAVAILABLE'],
  [429, said('too many requests'), 'CLUSTER_UNAVAILABLE'],
  [409, said('the object has been modified'), 'CLUSTER_REFUSED'],
  [404, said('pods "it" not found'), 'CLUSTER_REFUSED'],
  [422, said('Invalid value'), 'CLUSTER_REFUSED'],
])('%d with %j is a failure: %s', (status, body, code) => {
  const error = refused(status, body)
  expect(error).toBeInstanceOf(Failure)
  expect(error).toMatchObject({
    code,
    status,
    what: expect.stringContaining(`(${status})`),
    fix: expect.any(String),
  })
})

test.each([
  { kind: 'Status', message: 7, reason: [], details: 'all' },
  { kind: 'Status', details: { causes: null } },
  { kind: 'Status', details: { causes: [{ field: 7 }] } },
])('an odd Status is taken as far as it can be: %j', (body) => {
  expect(refused(422, body)).toMatchObject({ status: 422, reason: '', said: 'the API server answered 422' })
})
