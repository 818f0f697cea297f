import { describe, expect, test } from '@jest/globals'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import type { Scope } from '#toolkit/kubernetes/scope.ts'
import { asMember, except, readInventory, union, writeInventory } from '../src/inventory.ts'

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

describe('the inventory', () => {
  function holding(data: unknown) {
    const scopes = new Map<string, Scope>([['ClusterRole.rbac.authorization.k8s.io', 'Cluster']])
    const parent =
      data === undefined ? undefined : ({ metadata: { name: 'x' }, data } as unknown as KubernetesObject) // core/v1 ConfigMap
    return { get: async () => parent, discovery: { scopes: async () => scopes } }
  }

  test.each([
    ['there is none', undefined, []],
    ['it is empty', {}, []],
    ['it has members', { members: JSON.stringify([a, b]) }, [a, b]],
    [
      'it has one in a namespace that is in none',
      { members: JSON.stringify([role('dev'), role('x')]) },
      [role()],
    ],
  ])('is read when %s', async (_what, data, members) => {
    const inventory = await readInventory(holding(data), 'platform')
    expect(inventory).toEqual({ name: 'omninode-platform', members })
  })

  test('is written as the parent of an ApplySet, with the exact list of members', async () => {
    const written: [KubernetesObject, unknown][] = []
    const client = {
      apply: async (object: KubernetesObject, options: unknown) => {
        written.push([object, options])
        return { body: object, warnings: [] }
      },
    }
    await writeInventory(client, 'platform', [istio, standard, a, role()], 'omninode-deploy')
    expect(written).toEqual([
      [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: {
            name: 'omninode-platform',
            namespace: 'default',
            labels: { 'applyset.kubernetes.io/id': expect.stringMatching(/^applyset-[\w-]{43}-v1$/) },
            annotations: {
              'applyset.kubernetes.io/tooling': 'omninode/v0.1.0',
              'applyset.kubernetes.io/contains-group-kinds':
                'ClusterRole.rbac.authorization.k8s.io,ConfigMap,Gateway.gateway.networking.k8s.io,Gateway.networking.istio.io',
              'applyset.kubernetes.io/additional-namespaces': 'dev',
            },
          },
          data: { members: JSON.stringify([istio, standard, a, role()]) },
        },
        { fieldManager: 'omninode-deploy', force: true, dryRun: false },
      ],
    ])
  })

  test('is named by the label of its members, which keep their own', () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', labels: { team: 'x' } } }
    const { labels } = asMember(object, 'platform').metadata
    expect(labels).toEqual({
      team: 'x',
      'applyset.kubernetes.io/part-of': expect.stringMatching(/^applyset-[\w-]{43}-v1$/),
    })
    expect(asMember(object, 'other').metadata.labels).not.toEqual(labels)
  })
})
