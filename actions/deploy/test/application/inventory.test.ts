import { describe, expect, test } from '@jest/globals'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import type { Scope } from '#toolkit/kubernetes/scope.ts'
import { refusedWith } from '#toolkit/kubernetes/test/refused.ts'
import { asMember, except, readInventory, union, writeInventory } from '../../src/application/inventory.ts'

const configMap = (name: string): Reference => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'dev',
  name,
})
const gateway = (apiVersion: string): Reference => ({
  apiVersion,
  kind: 'Gateway',
  namespace: 'dev',
  name: 'web',
})
const role = (namespace?: string): Reference => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  ...(namespace === undefined ? {} : { namespace }),
  name: 'it',
})

const [a, b, c] = [configMap('a'), configMap('b'), configMap('c')]
const istio = gateway('networking.istio.io/v1')
const olderIstio = gateway('networking.istio.io/v1beta1')
const standard = gateway('gateway.networking.k8s.io/v1')

test.each([
  ['of nothing', [[], []], []],
  [
    'has each once',
    [
      [a, b],
      [b, c],
    ],
    [a, b, c],
  ],
  ['keeps the first version of one object', [[istio], [olderIstio]], [istio]],
  ['keeps two groups apart', [[istio], [standard]], [istio, standard]],
  ['of one list removes what is there twice', [[a, b, a]], [a, b]],
])('the union %s', (_what, lists, expected) => {
  expect(union(...lists)).toEqual(expected)
})

test.each([
  ['nothing is left of what is in the others', [a], [a, b], []],
  ['what is in none of them is left', [a, b], [b, c], [a]],
  ['another version is the same', [istio], [olderIstio], []],
  ['another group is not', [istio], [standard], [istio]],
  ['another namespace is not', [a], [{ ...a, namespace: 'prod' }], [a]],
])('%s', (_what, members, others, expected) => {
  expect(except(members, others)).toEqual(expected)
})

const released = { commit: 'a'.repeat(40), run: '4711' }
const annotations = {
  'omninode.io/released-commit': released.commit,
  'omninode.io/released-run': released.run,
}

const platform = { name: 'platform', namespace: 'default', repository: '123456' }

describe('the inventory', () => {
  function holding(data: unknown, metadata: Record<string, unknown> = {}) {
    const scopes = new Map<string, Scope>([['ClusterRole.rbac.authorization.k8s.io', 'Cluster']])
    const parent =
      data === undefined
        ? undefined
        : ({
            metadata: { name: 'x', resourceVersion: '7', ...metadata },
            data,
          } as unknown as KubernetesObject) // core/v1 ConfigMap
    return { get: async () => parent, discovery: { scopes: async () => scopes } }
  }

  test.each([
    ['it is empty', {}, []],
    ['it has members', { members: JSON.stringify([a, b]) }, [a, b]],
    [
      'it has one in a namespace that is in none',
      { members: JSON.stringify([role('dev'), role('x')]) },
      [role()],
    ],
  ])('is read when %s', async (_what, data, members) => {
    expect(await readInventory(holding(data), platform)).toEqual({ members, version: '7' })
  })

  test('is empty and has no version when there is none', async () => {
    expect(await readInventory(holding(undefined), platform)).toEqual({ members: [] })
  })

  test('says which commit and run the application was last released from', async () => {
    const inventory = await readInventory(holding({}, { annotations }), platform)
    expect(inventory.released).toEqual(released)
    const alone = { 'omninode.io/released-commit': released.commit }
    expect(await readInventory(holding({}, { annotations: alone }), platform)).toMatchObject({
      released: { commit: released.commit, run: '' },
    })
  })

  test.each([
    ['members that are no JSON', { members: '[' }, {}, /members/],
    ['members without a kind', { members: '[{"name":"a"}]' }, {}, /members/],
    ['the name of a branch', {}, { ...annotations, 'omninode.io/released-commit': 'main' }, /full commit id/],
    ['half a commit', {}, { ...annotations, 'omninode.io/released-commit': 'abc1234' }, /full commit id/],
    ['an empty commit', {}, { ...annotations, 'omninode.io/released-commit': '' }, /full commit id/],
  ])('cannot be told, which is no bug, with %s', async (_what, data, given, why) => {
    const reading = readInventory(holding(data, { annotations: given }), platform)
    await expect(reading).rejects.toMatchObject({
      code: 'INVENTORY_INVALID',
      what: expect.stringContaining('omninode-platform'),
      why: expect.stringMatching(why),
    })
  })

  test('is written as the parent of an ApplySet, with the exact list of members and the commit', async () => {
    const written: [KubernetesObject, unknown][] = []
    const client = {
      apply: async (object: KubernetesObject, options: unknown) => {
        written.push([object, options])
        return { body: { ...object, metadata: { ...object.metadata, resourceVersion: '8' } }, warnings: [] }
      },
    }
    const members = [istio, standard, a, role()]
    expect(await writeInventory(client, platform, { members, released }, '7')).toEqual({
      members,
      released,
      version: '8',
      repository: '123456',
    })
    expect(written).toEqual([
      [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: {
            name: 'omninode-platform',
            namespace: 'default',
            resourceVersion: '7',
            labels: { 'applyset.kubernetes.io/id': expect.stringMatching(/^applyset-[\w-]{43}-v1$/) },
            annotations: {
              'applyset.kubernetes.io/tooling': 'omninode/v0.1.0',
              'applyset.kubernetes.io/contains-group-kinds':
                'ClusterRole.rbac.authorization.k8s.io,ConfigMap,Gateway.gateway.networking.k8s.io,Gateway.networking.istio.io',
              'applyset.kubernetes.io/additional-namespaces': 'dev',
              ...annotations,
              'omninode.io/repository-id': '123456',
            },
          },
          data: { members: JSON.stringify(members) },
        },
        { fieldManager: 'omninode/platform/123456/default', force: true, dryRun: false },
      ],
    ])
  })

  test.each([
    ['was written by somebody else since', refusedWith(409, { reason: 'Conflict' }), undefined],
    ['may not be written', refusedWith(403, { reason: 'Forbidden' }), 'CLUSTER_FORBIDDEN'],
    ['is not valid', refusedWith(422, { reason: 'Invalid' }), 'INVENTORY_REFUSED'],
  ])('that %s is not written', async (_what, error, expected) => {
    const client = { apply: () => Promise.reject(error) }
    const writing = writeInventory(client, platform, { members: [a], released }, undefined)
    if (typeof expected === 'string') await expect(writing).rejects.toMatchObject({ code: expected })
    else expect(await writing).toBe(expected)
  })

  test('that may not be read is told with the rule that allows it', async () => {
    const refusal = refusedWith(403, { message: 'configmaps is forbidden' })
    const client = { ...holding({}), get: () => Promise.reject(refusal) }
    await expect(readInventory(client, platform)).rejects.toMatchObject({
      code: 'CLUSTER_FORBIDDEN',
      why: 'configmaps is forbidden.',
      fix: 'Add the rule `{apiGroups: [""], resources: [configmaps], verbs: [get]}` to a Role in the namespace default.',
    })
  })

  test('is named by the label of its members, which keep their own', () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', labels: { team: 'x' } } }
    const { labels } = asMember(object, platform).metadata
    expect(labels).toEqual({
      team: 'x',
      'applyset.kubernetes.io/part-of': expect.stringMatching(/^applyset-[\w-]{43}-v1$/),
    })
    expect(asMember(object, { ...platform, name: 'other' }).metadata.labels).not.toEqual(labels)
  })
})
