import { describe, expect, test } from '@jest/globals'
import { Failure } from '../../model/failure.ts'
import { Discovery } from '../discovery.ts'
import { KubernetesError } from '../error.ts'

const list = (items: unknown) => ({
  kind: 'APIGroupDiscoveryList',
  apiVersion: 'apidiscovery.k8s.io/v2',
  items,
})
const resource = (name: string, kind: string, scope: string) => ({
  resource: name,
  responseKind: { group: '', version: '', kind },
  scope,
})
const core = list([
  {
    metadata: {},
    versions: [
      {
        version: 'v1',
        resources: [
          resource('configmaps', 'ConfigMap', 'Namespaced'),
          resource('namespaces', 'Namespace', 'Cluster'),
        ],
      },
    ],
  },
])
const group = (name: string, ...resources: unknown[]) => ({
  metadata: { name },
  versions: [{ version: 'v1', resources }],
})

function discovery(apis: unknown, api: unknown = core): Discovery {
  return new Discovery(async (path) => {
    const body = path === '/api' ? api : apis
    if (body instanceof Error) throw body
    return { body, warnings: [] }
  })
}

const configMap = { apiVersion: 'v1', kind: 'ConfigMap' }
const widget = { apiVersion: 'example.com/v1', kind: 'Widget' }

const refused = (status: number, body: string) =>
  new KubernetesError({ server: 'https://api.example.com', method: 'GET', path: '/apis', status, body })

describe('discovery', () => {
  test.each([
    ['no group has anything', list([])],
    ['items are null', list(null)],
    ['items are left out', { kind: 'APIGroupDiscoveryList' }],
    ['versions are null', list([{ metadata: { name: 'example.com' }, versions: null }])],
    ['versions are left out', list([{ metadata: { name: 'example.com' } }])],
    ['metadata is null', list([{ metadata: null, versions: [] }])],
    [
      'resources are null',
      list([{ metadata: { name: 'example.com' }, versions: [{ version: 'v1', resources: null }] }]),
    ],
    ['a resource has no kind', list([group('example.com', { resource: 'widgets', responseKind: null })])],
    ['a kind is empty', list([group('example.com', resource('widgets', '', 'Namespaced'))])],
    ['a kind is null', list([group('example.com', { resource: 'widgets', responseKind: { kind: null } })])],
  ])('knows what is told when %s', async (_what, answer) => {
    const served = discovery(answer)
    expect(await served.resourceOf(configMap)).toEqual({
      plural: 'configmaps',
      namespaced: true,
      scaled: false,
    })
    expect(await served.resourceOf(widget)).toBeUndefined()
    expect(await served.pathOf({ ...widget, name: 'x' })).toBeUndefined()
  })

  test.each([
    [
      'the list of an older server',
      { kind: 'APIGroupList', apiVersion: 'v1', groups: [] },
      'answered with APIGroupList of v1, which is no APIGroupDiscoveryList',
    ],
    [
      'a status',
      { kind: 'Status', apiVersion: 'v1', status: 'Success' },
      'answered with Status of v1, which is no APIGroupDiscoveryList',
    ],
    ['an empty object', {}, 'answered with an object without a kind, which is no APIGroupDiscoveryList'],
    ['null', null, 'answered with null, which is no APIGroupDiscoveryList'],
    ['a list', [], 'answered with an object without a kind, which is no APIGroupDiscoveryList'],
    [
      'items of another shape',
      list('all of them'),
      'answered with APIGroupDiscoveryList of apidiscovery.k8s.io/v2, which is no APIGroupDiscoveryList',
    ],
    ['that it does not know the form', refused(406, ''), 'answered 406'],
    ['that there is nothing', refused(404, 'page not found'), 'answered 404'],
  ])('refuses to guess, and names what was asked for, when the answer is %s', async (_what, answer, why) => {
    const error = await discovery(answer)
      .resourceOf(configMap)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Failure)
    expect(error).toMatchObject({
      code: 'DISCOVERY',
      what: `The API server does not tell which kinds it serves: it was asked for /apis, and ${why}.`,
    })
  })

  const versions = (...several: readonly (readonly [string, unknown[], string?])[]) =>
    list([
      {
        metadata: { name: 'example.com' },
        versions: several.map(([version, resources, freshness]) => ({ version, resources, freshness })),
      },
    ])
  const widgets = { ...resource('widgets', 'Widget', 'Namespaced'), verbs: ['list', 'patch'] }
  const named = { ...widget, namespace: 'dev', name: 'it' }

  test.each([
    ['its own, though another is preferred', versions(['v2', [widgets]], ['v1', [widgets]]), named],
    [
      'the one that the server prefers, when its own is gone',
      versions(['v3', [widgets]], ['v2', [widgets]]),
      { ...named, apiVersion: 'example.com/v3' },
    ],
    ['none, when its kind is gone', versions(['v2', []]), undefined],
    ['none, when its group is gone', list([]), undefined],
    [
      'none, when only another group has a kind of that name',
      list([group('other.example.com', widgets)]),
      undefined,
    ],
  ])('finds an object in the version that is served: %s', async (_what, answer, expected) => {
    expect(await discovery(answer).served(named)).toEqual(expected)
  })

  test.each([
    ['its version', versions(['v1', [], 'Stale'])],
    ['another version of its group', versions(['v2', [], 'Stale'])],
  ])('cannot tell whether a kind is gone while the server of %s does not answer', async (_what, answer) => {
    await expect(discovery(answer).served(named)).rejects.toMatchObject({ code: 'DISCOVERY' })
  })

  test('lists every kind once, in the version that the server prefers, with what may be done with it', async () => {
    const kinds = await discovery(versions(['v2', [widgets]], ['v1', [widgets]])).kinds()
    expect(kinds).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', namespaced: true, verbs: [] },
      { apiVersion: 'v1', kind: 'Namespace', namespaced: false, verbs: [] },
      { apiVersion: 'example.com/v2', kind: 'Widget', namespaced: true, verbs: ['list', 'patch'] },
    ])
  })

  test('passes on that it is not allowed', async () => {
    await expect(discovery(refused(403, 'no')).resourceOf(configMap)).rejects.toMatchObject({
      status: 403,
    })
  })

  test('asks again after it failed, and not after it succeeded', async () => {
    let asked = 0
    const served = new Discovery(async (path) => {
      if (++asked === 1) throw new Error('away')
      return { body: path === '/api' ? core : list([]), warnings: [] }
    })
    await expect(served.resourceOf(configMap)).rejects.toThrow('away')
    await served.resourceOf(configMap)
    await served.resourceOf(widget)
    expect(asked).toBe(4)
    served.refresh()
    await served.resourceOf(configMap)
    expect(asked).toBe(6)
  })

  test('keeps kinds of one name in two groups apart', async () => {
    const served = discovery(
      list([
        group('networking.istio.io', resource('gateways', 'Gateway', 'Namespaced')),
        group('example.com', resource('gates', 'Gateway', 'Cluster')),
      ]),
    )
    const at = (apiVersion: string) =>
      served.pathOf({ apiVersion, kind: 'Gateway', namespace: 'dev', name: 'web' })
    expect(await at('networking.istio.io/v1')).toBe(
      '/apis/networking.istio.io/v1/namespaces/dev/gateways/web',
    )
    expect(await at('example.com/v1')).toBe('/apis/example.com/v1/gates/web')
    expect([...(await served.scopes())]).toEqual([
      ['ConfigMap', 'Namespaced'],
      ['Namespace', 'Cluster'],
      ['Gateway.networking.istio.io', 'Namespaced'],
      ['Gateway.example.com', 'Cluster'],
    ])
  })

  test('cannot tell of a group whose own server is away', async () => {
    const stale = (resources: unknown) =>
      discovery(
        list([
          { metadata: { name: 'example.com' }, versions: [{ version: 'v1', freshness: 'Stale', resources }] },
        ]),
      )
    await expect(stale(null).resourceOf(widget)).rejects.toMatchObject({
      code: 'DISCOVERY',
      what: 'The API server cannot tell whether it serves Widget of example.com/v1.',
    })
    expect(await stale([resource('widgets', 'Widget', 'Cluster')]).resourceOf(widget)).toEqual({
      plural: 'widgets',
      namespaced: false,
      scaled: false,
    })
    expect(await stale(null).resourceOf({ apiVersion: 'example.com/v2', kind: 'Widget' })).toBeUndefined()
  })
})

test('what is known beforehand is asked of nobody', async () => {
  const asked: string[] = []
  const leases = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', plural: 'leases', namespaced: true }
  const known = new Discovery(
    async (path) => {
      asked.push(path)
      throw new Error('nobody is there')
    },
    [leases],
  )
  const lease = { apiVersion: leases.apiVersion, kind: 'Lease', namespace: 'dev', name: 'it' }
  expect(await known.pathOf(lease)).toBe('/apis/coordination.k8s.io/v1/namespaces/dev/leases/it')
  expect(await known.resourceOf({ apiVersion: 'v1', kind: 'Pod' })).toBeUndefined()
  expect(asked).toEqual([])
})
