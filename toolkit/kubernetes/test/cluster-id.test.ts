import { expect, test } from '@jest/globals'
import { Failure } from '../../model/failure.ts'
import { clusterIdOf } from '../cluster-id.ts'
import type { KubernetesObject, Reference } from '../object.ts'
import { refusedWith } from './refused.ts'

const answering = (object: unknown) => ({ get: async () => object as KubernetesObject | undefined })

test('a cluster is known by the uid of kube-system, and nothing else is read for it', async () => {
  const asked: Reference[] = []
  const client = {
    get: async (reference: Reference) => {
      asked.push(reference)
      return { ...reference, metadata: { name: reference.name, uid: 'e66e049f' } }
    },
  }
  expect(await clusterIdOf(client)).toBe('e66e049f')
  expect(asked).toEqual([{ apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' }])
})

test.each([
  ['there is no such namespace', undefined, /there is none/],
  ['the answer has no metadata', {}, /the answer has none/],
  ['the answer has no uid', { metadata: { name: 'kube-system' } }, /the answer has none/],
  ['the uid is empty', { metadata: { name: 'kube-system', uid: '' } }, /the answer has none/],
  ['the uid is no text', { metadata: { name: 'kube-system', uid: 7 } }, /the answer has none/],
])('cannot be told when %s', async (_what, object, why) => {
  await expect(clusterIdOf(answering(object))).rejects.toMatchObject({
    code: 'CLUSTER_UNKNOWN',
    why: expect.stringMatching(why),
  })
})

test('that it may not be read is told with the rule that allows it', async () => {
  const message = 'namespaces "kube-system" is forbidden: User "x" cannot get resource "namespaces"'
  const client = {
    get: () => Promise.reject(refusedWith(403, { reason: 'Forbidden', message })),
  }
  await expect(clusterIdOf(client)).rejects.toMatchObject({
    code: 'CLUSTER_UNKNOWN',
    why: expect.stringContaining(message),
    fix: expect.stringContaining(
      '{apiGroups: [""], resources: [namespaces], resourceNames: [kube-system], verbs: [get]}',
    ),
  })
})

test('what else the API server says is told, and what is no answer of it stays what it is', async () => {
  const ill = { get: () => Promise.reject(refusedWith(500, { message: 'etcd is away' })) }
  await expect(clusterIdOf(ill)).rejects.toMatchObject({ code: 'CLUSTER_UNKNOWN', why: 'etcd is away.' })
  const away = new Failure({ code: 'CLUSTER_UNREACHABLE', what: 'It is away.' })
  await expect(clusterIdOf({ get: () => Promise.reject(away) })).rejects.toBe(away)
})
