/** deploy touches only what is its own: whoever made an object, and whatever it says of itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { fieldManagerOf } from '../../src/application/application.ts'
import { type Asked, startCluster, type TestCluster } from '../cluster.ts'

let cluster: TestCluster
let serial = 0

beforeAll(async () => {
  cluster = await startCluster()
}, 600_000)
afterAll(() => cluster.stop())
beforeEach(async () => {
  serial++
  await cluster.admin.raw('POST', '/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: name() },
  })
})

const name = () => `own-${serial}`
const configMap = (own: string, data: Record<string, string> = {}, metadata = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: own, namespace: name(), ...metadata },
  data,
})
const path = (own = '') => `/api/v1/namespaces/${name()}/configmaps${own === '' ? '' : `/${own}`}`
const address = (own: string) => `${name()}/ConfigMap/${own}`
const live = (own: string) => cluster.admin.get(referenceTo(configMap(own)))
const inventory = (application = name()) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'default',
  name: `omninode-${application}`,
})
const release = (objects: readonly KubernetesObject[], asked: Asked = {}, application = name()) =>
  cluster.release(application, objects, { ...asked, inputs: { prune: 'true', ...asked.inputs } })

interface Entry {
  readonly name: string
  readonly uid?: string
}

async function members(application = name()): Promise<Entry[]> {
  const parent = (await cluster.admin.get(inventory(application))) as { data?: { members?: string } }
  return JSON.parse(parent.data?.members ?? '[]') as Entry[]
}

/** As `kubectl create` does it. */
const create = (object: unknown, manager = 'kubectl-create') =>
  cluster.admin.raw<KubernetesObject>('POST', `${path()}?fieldManager=${manager}`, object)

const patch = (at: string, manager: string, body: unknown) =>
  cluster.admin.raw('PATCH', `${at}?fieldManager=${manager}`, body, {
    'content-type': 'application/merge-patch+json',
  })

const applyAs = (object: KubernetesObject, fieldManager: string) =>
  cluster.admin.apply(object, { fieldManager, force: true, dryRun: false })

/** What the API server gives each object itself. */
function copied(object: KubernetesObject | undefined, own: string): KubernetesObject {
  if (object === undefined) throw new Error('this test needs an object')
  const { uid: _uid, resourceVersion: _version, ...metadata } = object.metadata
  return { ...object, metadata: { ...metadata, name: own } }
}

/** Puts an object into the inventory as if the application had made it. */
async function editInventory(own: string): Promise<void> {
  const uid = (await live(own))?.metadata.uid
  const entries = [
    ...(await members()).filter((entry) => entry.name !== own),
    { apiVersion: 'v1', kind: 'ConfigMap', namespace: name(), name: own, uid },
  ]
  const { namespace, name: parent } = inventory()
  const data = { members: JSON.stringify(entries) }
  await patch(`/api/v1/namespaces/${namespace}/configmaps/${parent}`, 'kubectl-edit', { data })
}

/** How an object `x` came into the cluster, which is not the application's, and what is said of it. */
const makers: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
  ['a person made', () => create(configMap('x', { a: 'theirs' })), /no application made it.*kubectl-create/],
  [
    'a person applied from the client',
    () =>
      create(
        configMap(
          'x',
          { a: 'theirs' },
          {
            annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
          },
        ),
        'kubectl-client-side-apply',
      ),
    /no application made it.*kubectl-client-side-apply/,
  ],
  ['a person applied', () => applyAs(configMap('x', { a: 'theirs' }), 'kubectl'), /written by kubectl/],
  [
    'Helm made',
    () =>
      create(configMap('x', { a: 'theirs' }, { labels: { 'app.kubernetes.io/managed-by': 'Helm' } }), 'helm'),
    /written by helm/,
  ],
  [
    'another application of this repository made',
    () => release([configMap('x', { a: 'theirs' })], {}, `${name()}-other`),
    /belongs to the application own-\d+-other \(inventory in default\) of this repository/,
  ],
  [
    'an application of another repository made',
    () => release([configMap('x', { a: 'theirs' })], { run: { repositoryId: '99' } }, `${name()}-other`),
    /belongs to the application own-\d+-other .* of the repository with the id 99/,
  ],
  [
    'an application of this name, which is remembered elsewhere, made',
    () => release([configMap('x', { a: 'theirs' })], { inputs: { 'inventory-namespace': name() } }),
    /belongs to the application own-\d+ \(inventory in own-\d+\) of this repository/,
  ],
  [
    'a person made with copied labels and annotations',
    async () => {
      const { metadata } = copied(await live('base'), 'x')
      await create({ ...configMap('x', { a: 'theirs' }), metadata: { ...metadata, managedFields: [] } })
    },
    /its annotations are copied/,
  ],
  [
    'a person copied, managed fields and all, from one of its own',
    async () => create({ ...copied(await live('base'), 'x'), data: { a: 'theirs' } }),
    /its annotations are copied/,
  ],
  [
    'a person made anew under its name',
    async () => {
      await release([configMap('base'), configMap('x', { a: 'ours' })])
      await cluster.admin.delete(referenceTo(configMap('x')))
      await create(configMap('x', { a: 'theirs' }))
    },
    /no application made it/,
  ],
  [
    'a person made anew, as if it had been the application itself',
    async () => {
      await release([configMap('base'), configMap('x', { a: 'ours' })])
      const { managedFields: _managed, ...asIfOurs } = copied(await live('x'), 'x').metadata
      await cluster.admin.delete(referenceTo(configMap('x')))
      const application = { name: name(), namespace: 'default', repository: '123456' }
      await applyAs({ ...configMap('x', { a: 'theirs' }), metadata: asIfOurs }, fieldManagerOf(application))
    },
    /is not the object that this application made/,
  ],
  [
    'a person replaced',
    async () => {
      await release([configMap('base'), configMap('x', { a: 'ours' })])
      await patch(path('x'), 'kubectl-replace', {
        metadata: { labels: null, annotations: null },
        data: { a: 'theirs' },
      })
    },
    /no application made it/,
  ],
  [
    'a person has given to another application, in its annotation',
    async () => {
      await release([configMap('base'), configMap('x', { a: 'theirs' })])
      const annotations = { 'omninode.io/application': 'default/theirs' }
      await applyAs(configMap('x', {}, { annotations }), 'kubectl')
    },
    /names the application default\/theirs, which did not write that/,
  ],
]

describe('an object that', () => {
  test.each(makers)(
    '%s is refused when the manifests name it, and not changed',
    async (_how, make, said) => {
      await release([configMap('base')])
      await make()
      const before = await live('x')
      const { refused } = await release([configMap('base'), configMap('x', { a: 'ours now' })])
      expect(refused).toEqual([expect.stringMatching(said)])
      expect(refused[0]).toContain(address('x'))
      expect(await live('x')).toEqual(before)
    },
    30_000,
  )

  test.each(makers)(
    '%s is not deleted, although the inventory names it',
    async (_how, make) => {
      await release([configMap('base')])
      await make()
      if (!(await members()).some((entry) => entry.name === 'x')) await editInventory('x')
      const before = await live('x')
      const { changes, findings, results, refused } = await release([configMap('base', { a: '2' })])
      expect([refused, changes, results]).toEqual([
        [],
        [`update ${address('base')}`],
        [`update ${address('base')}: done`],
      ])
      expect(findings).toEqual([
        expect.stringMatching(/^prune-other warning: \S+\/ConfigMap\/x .* is not deleted: it /),
      ])
      expect(await live('x')).toEqual(before)
      expect((await members()).map((entry) => entry.name)).toEqual(['base'])
    },
    30_000,
  )

  test.each(makers)(
    '%s becomes its own when it is named, and is pruned as such',
    async (_how, make) => {
      await release([configMap('base')])
      await make()
      const adopt = address('x')
      const objects = [configMap('base'), configMap('x', { a: 'ours now' })]
      const { refused, changes } = await release(objects, { inputs: { adopt } })
      expect([refused, changes]).toEqual([[], [`import ${adopt}`]])
      expect(await live('x')).toMatchObject({ data: { a: 'ours now' } })
      expect(await release(objects)).toMatchObject({ refused: [], changes: [] })
      expect(await release([configMap('base')])).toMatchObject({
        refused: [],
        results: [`delete ${adopt}: done`],
      })
      expect(await live('x')).toBeUndefined()
    },
    30_000,
  )

  test('is taken over from another application loses what only that one wanted, and the plan shows it', async () => {
    const former = `${name()}-other`
    await release([configMap('x', { a: 'theirs', b: 'only theirs' })], {}, former)
    const { plan } = await release([configMap('x', { a: 'ours' })], { inputs: { adopt: address('x') } })
    expect(plan?.changes).toMatchObject([
      {
        action: 'import',
        before: { data: { a: 'theirs', b: 'only theirs' } },
        after: { data: { a: 'ours' } },
        note: expect.stringContaining(`it belongs to the application ${former}`),
      },
    ])
    const after = await live('x')
    expect(after?.['data']).toEqual({ a: 'ours' })
    expect(JSON.stringify(after?.metadata['managedFields'])).not.toContain(former)
  }, 30_000)

  test('is to be taken over must be one of the manifests', async () => {
    const { refused } = await release([configMap('base')], { inputs: { adopt: 'dev/ConfigMap/bse' } })
    expect(refused).toEqual([
      expect.stringContaining('names dev/ConfigMap/bse, which is no object of the manifests'),
    ])
  })
})

describe('an application', () => {
  test('of a name that another repository has chosen is refused, until that one is named', async () => {
    await release([configMap('base', { a: 'theirs' })], { run: { repositoryId: '99' } })
    const ours = [configMap('base', { a: 'ours' })]
    const { refused } = await release(ours)
    expect(refused).toEqual([expect.stringMatching(/is of another repository, with the id 99/)])
    const inventoryAlone = { inputs: { adopt: `default/ConfigMap/omninode-${name()}` } }
    expect((await release(ours, inventoryAlone)).refused).toEqual([
      expect.stringContaining(`${address('base')} belongs to the application`),
    ])
    const adopt = `default/ConfigMap/omninode-${name()}\n${address('base')}`
    expect(await release(ours, { inputs: { adopt } })).toMatchObject({ refused: [] })
    expect(await live('base')).toMatchObject({ data: { a: 'ours' } })
    expect((await release(ours, { run: { repositoryId: '99' } })).refused).toEqual([
      expect.stringMatching(/is of another repository, with the id 123456/),
    ])
  }, 30_000)

  test('that got another name is told, and hands its objects over by name', async () => {
    const objects = [configMap('a'), configMap('b')]
    await release(objects)
    const renamed = `${name()}-renamed`
    const { refused } = await release(objects, {}, renamed)
    expect(refused).toEqual(
      ['a', 'b'].map((own) =>
        expect.stringMatching(
          new RegExp(`${address(own)} belongs to the application ${name()} .*another name`),
        ),
      ),
    )
    const adopt = `${address('a')}\n${address('b')}`
    expect(await release(objects, { inputs: { adopt } }, renamed)).toMatchObject({ refused: [] })
    // The old one deletes nothing of it any more.
    expect(await release([configMap('c')])).toMatchObject({
      refused: [],
      results: [`create ${address('c')}: done`],
    })
    expect(await live('a')).toBeDefined()
  }, 30_000)

  test.each([
    ['a person makes', () => create(configMap('x', { a: 'theirs' }))],
    ['another application makes', () => release([configMap('x', { a: 'theirs' })], {}, `${name()}-other`)],
  ])(
    'does not take over what %s between its plan and its apply',
    async (_who, make) => {
      const meanwhile = make
      const { refused, results } = await release([configMap('x', { a: 'ours' })], { meanwhile })
      expect(refused).toEqual([expect.stringMatching(/^OWNER_OTHER/)])
      expect(results).toEqual([`create ${address('x')}: failed`])
      expect(await live('x')).toMatchObject({ data: { a: 'theirs' } })
      // It never was its own.
      expect((await members()).filter(({ uid }) => uid !== undefined)).toEqual([])
      expect(await release([configMap('y')])).toMatchObject({ results: [`create ${address('y')}: done`] })
      expect(await live('x')).toMatchObject({ data: { a: 'theirs' } })
    },
    30_000,
  )

  test.each([
    [
      'is deleted and made anew by a person',
      async () => {
        await cluster.admin.delete(referenceTo(configMap('x')))
        await create(configMap('x', { a: 'theirs' }))
      },
    ],
    [
      'is marked to be kept by a person',
      () => applyAs(configMap('x', {}, { annotations: { 'omninode.io/prune': 'keep' } }), 'kubectl'),
    ],
    [
      'is taken over by another application',
      () =>
        release([configMap('x', { a: 'theirs' })], { inputs: { adopt: address('x') } }, `${name()}-other`),
    ],
  ])(
    'does not delete what %s between its plan and its apply',
    async (_what, meanwhile) => {
      await release([configMap('base'), configMap('x', { a: 'ours' })])
      const { changes, results } = await release([configMap('base')], { meanwhile })
      expect(changes).toEqual([`delete ${address('x')}`])
      expect(results).toEqual([`delete ${address('x')}: skipped`])
      expect(await live('x')).toBeDefined()
    },
    30_000,
  )

  test('remembers what it is about to make as begun, and as its own only when it is made', async () => {
    await release([configMap('a')])
    const begun = await release([configMap('a'), configMap('c', { a: '1' })], {
      meanwhile: () => create(configMap('c', { a: 'theirs' })),
    })
    expect(begun.refused).toHaveLength(1)
    const [a, c] = await members()
    expect([a?.uid, c?.uid]).toEqual([expect.any(String), undefined])
  }, 30_000)
})

describe('an inventory that is lost', () => {
  test('is made anew of the objects that name the application, and of nothing else', async () => {
    await release([configMap('a'), configMap('b')])
    await release([configMap('theirs')], {}, `${name()}-other`)
    const copy = copied(await live('a'), 'copy')
    await create(copy)
    await cluster.admin.delete(inventory())
    const { findings, results } = await release([configMap('a')])
    expect(findings).toEqual([
      expect.stringMatching(/^inventory-lost warning: .*; 2 objects name it as their own/),
    ])
    expect(results).toEqual([`delete ${address('b')}: done`])
    expect((await members()).map((entry) => entry.name)).toEqual(['a'])
    expect([await live('theirs'), await live('copy')]).toEqual([expect.anything(), expect.anything()])
  }, 30_000)

  test('is written again by a release that has nothing else to do', async () => {
    await release([configMap('a')])
    await cluster.admin.delete(inventory())
    const { plan, changes } = await release([configMap('a')])
    expect(changes).toEqual([])
    // Of what is not remembered the run asks that it be.
    expect(plan?.released).toEqual({ '': { commit: '', run: '' } })
  }, 30_000)

  test('has no part in the first release of an application', async () => {
    expect(await release([configMap('a')])).toMatchObject({ findings: [], refused: [] })
  }, 30_000)
})
