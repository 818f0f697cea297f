/** What leaves the manifests is deleted, and gone, or it is told why not. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { type Asked, startCluster, type TestCluster } from '../cluster.ts'

/** By its digest: a tag is told of in each plan. */
const image = `app@sha256:${'a'.repeat(64)}`

let cluster: TestCluster
let serial = 0

beforeAll(async () => {
  cluster = await startCluster()
}, 600_000)
afterAll(() => cluster.stop())
beforeEach(async () => {
  serial++
  const metadata = { name: name() }
  await cluster.admin.raw('POST', '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata })
})

const name = () => `prune-${serial}`
const configMap = (own: string, metadata = {}, data: Record<string, string> = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: own, namespace: name(), ...metadata },
  data,
})
const address = (own: string, kind = 'ConfigMap') => `${name()}/${kind}/${own}`
const live = (object: KubernetesObject) => cluster.admin.get(referenceTo(object))
const release = (objects: readonly KubernetesObject[], asked: Asked = {}) =>
  cluster.release(name(), objects, { ...asked, inputs: { prune: 'true', ...asked.inputs } })

async function until(look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) await sleep(50)
}

/** Somebody's finalizers on an object: those that are left out go. */
const hold = (object: KubernetesObject, ...finalizers: string[]) => {
  const { apiVersion, kind, metadata } = object
  const { name: own, namespace } = metadata
  return cluster.admin.apply(
    { apiVersion, kind, metadata: { name: own, namespace, finalizers } },
    { fieldManager: 'holder', force: true, dryRun: false },
  )
}

/** Kinds that this test defines, in versions of which some are served. */
function definition(group: string, served: Record<string, boolean>): KubernetesObject {
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `widgets.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'widgets', singular: 'widget', kind: 'Widget', listKind: 'WidgetList' },
      versions: Object.entries(served).map(([version, isServed]) => ({
        name: version,
        served: isServed,
        storage: version === 'v1',
        schema,
      })),
    },
  }
}

const define = async (object: KubernetesObject) => {
  await cluster.admin.apply(object, { fieldManager: 'admin', force: true, dryRun: false })
  await until(async () => JSON.stringify((await live(object))?.['status'] ?? {}).includes('"Established"'))
  cluster.admin.discovery.refresh()
  await sleep(1_000) // the API server's own discovery follows in the background
}

const widget = (group: string, version: string): KubernetesObject => ({
  apiVersion: `${group}/${version}`,
  kind: 'Widget',
  metadata: { name: 'it', namespace: name() },
})

describe('manifests that are', () => {
  test('reduced to a comment are refused, and nothing is deleted', async () => {
    await release([configMap('a')])
    await expect(release([])).rejects.toMatchObject({ code: 'MANIFEST_MISSING' })
    expect(await live(configMap('a'))).toBeDefined()
  }, 30_000)

  test('cut short are refused when more than a third would be deleted, until that number is allowed', async () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((own) => configMap(own))
    await release(all)
    const rest = all.slice(0, 2)
    const { refused, changes } = await release(rest)
    expect(refused).toEqual([
      expect.stringMatching(/^prune-limit: 3 of 5 objects of the application would be deleted/),
    ])
    expect(changes).toEqual(['c', 'd', 'e'].map((own) => `delete ${address(own)}`))
    expect((await release(rest, { inputs: { 'allow-prune': '2' } })).refused).toHaveLength(1)
    expect(await live(configMap('c'))).toBeDefined()
    expect((await release(rest, { inputs: { 'allow-prune': '3' } })).results).toHaveLength(3)
    expect(await live(configMap('c'))).toBeUndefined()
  }, 30_000)
})

describe('what left the manifests', () => {
  test('is shown with pruning off, too, and stays', async () => {
    await release([configMap('a'), configMap('b')])
    const { changes, findings } = await release([configMap('a')], { inputs: { prune: 'false' } })
    expect([changes, findings]).toEqual([
      [],
      [`orphan notice: ${address('b')} is no longer in the manifests, and stays.`],
    ])
  }, 30_000)

  test.each([
    ['this library', { 'omninode.io/prune': 'keep' }],
    ['Helm', { 'helm.sh/resource-policy': 'keep' }],
  ])(
    'stays when an annotation of %s says so, and is told each time',
    async (_whose, annotations) => {
      await release([configMap('a'), configMap('b', { annotations })])
      for (const _time of [1, 2]) {
        const { changes, findings } = await release([configMap('a')])
        expect([changes, findings]).toEqual([
          [],
          [`prune-kept notice: ${address('b')} is no longer in the manifests, and stays.`],
        ])
      }
      expect(await live(configMap('b'))).toBeDefined()
    },
    30_000,
  )

  test('stays when it is a claim for a volume, whatever else is allowed', async () => {
    const claim: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: name() },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    }
    await release([configMap('a'), claim])
    const { changes, findings } = await release([configMap('a')], { inputs: { 'allow-prune': '9' } })
    expect([changes, findings]).toEqual([[], [expect.stringMatching(/^prune-protected warning/)]])
    expect(await live(claim)).toBeDefined()
  }, 30_000)

  test('is deleted although the version that it was applied in is no longer served', async () => {
    const group = `${name()}.example.com`
    await define(definition(group, { v1alpha1: true, v1: true }))
    await release([configMap('a'), widget(group, 'v1alpha1')])
    await define(definition(group, { v1alpha1: false, v1: true }))
    expect(await release([configMap('a')])).toMatchObject({
      refused: [],
      results: [`delete ${address('it', 'Widget')}: done`],
    })
    expect(await live(widget(group, 'v1'))).toBeUndefined()
  }, 30_000)

  test('is no success when its kind is served in no version, until it is allowed to be forgotten', async () => {
    const group = `${name()}.example.com`
    await define(definition(group, { v1: true }))
    await release([configMap('a'), widget(group, 'v1')])
    await cluster.admin.delete(referenceTo(definition(group, {})))
    await until(async () => (await live(definition(group, {}))) === undefined)
    await sleep(1_000)
    const { refused } = await release([configMap('a')])
    expect(refused).toEqual([expect.stringMatching(/^prune-limit: 1 of 2 objects .* would be forgotten/)])
    const { results } = await release([configMap('a')], { inputs: { 'allow-prune': '1' } })
    expect(results).toEqual([`forget ${address('it', 'Widget')}: done`])
    expect((await release([configMap('a')])).findings).toEqual([])
  }, 30_000)
})

describe('what is held by a finalizer', () => {
  test('is no success until it is gone, and who holds it is told', async () => {
    await release([configMap('a'), configMap('b')])
    await hold(configMap('b'), 'example.com/one', 'example.com/two')
    const inputs = { 'rollout-timeout': '1s' }
    const { refused, results } = await release([configMap('a')], { inputs })
    expect(refused).toEqual([
      expect.stringMatching(
        /^OBJECT_TERMINATING: .*ConfigMap\/b .*held by example.com\/one, example.com\/two/,
      ),
    ])
    expect(results).toEqual([`delete ${address('b')}: failed`])
    // It is not forgotten: the next run waits for it again.
    expect((await release([configMap('a')], { inputs })).refused).toHaveLength(1)
    const freeing = until(async () => (await live(configMap('b'))) !== undefined)
      .then(() => sleep(500))
      .then(() => hold(configMap('b')))
    expect((await release([configMap('a')])).results).toEqual([`delete ${address('b')}: done`])
    await freeing
    expect((await release([configMap('a')])).changes).toEqual([])
  }, 30_000)

  test('and put back into the manifests is made anew when it is gone, and never written before', async () => {
    await release([configMap('a'), configMap('b', {}, { a: '1' })])
    await hold(configMap('b'), 'example.com/one')
    await cluster.admin.delete(referenceTo(configMap('b')))
    const before = await live(configMap('b'))
    const again = [configMap('a'), configMap('b', {}, { a: '2' })]
    const { refused, findings } = await release(again, { inputs: { 'rollout-timeout': '1s' } })
    expect(findings).toEqual([expect.stringMatching(/ConfigMap\/b is not well: it is being deleted/)])
    expect(refused).toEqual([expect.stringMatching(/^OBJECT_TERMINATING: .*held by example.com\/one/)])
    expect(await live(configMap('b'))).toEqual(before)
    const freeing = sleep(1_000).then(() => hold(configMap('b')))
    expect((await release(again)).results).toEqual([`update ${address('b')}: done`])
    await freeing
    const after = await live(configMap('b'))
    expect(after).toMatchObject({ data: { a: '2' } })
    expect(after?.metadata.uid).not.toBe(before?.metadata.uid)
    expect((await release([configMap('a')])).results).toEqual([`delete ${address('b')}: done`])
  }, 30_000)
})

describe('a ConfigMap that kustomize names by its content', () => {
  const settings = (hash: string) => configMap(`settings-${hash}`)
  const [old, next] = ['bcdfg24567', 'hkmt245678']
  const deployment = (hash: string): KubernetesObject => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: name() },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [{ name: 'main', image, envFrom: [{ configMapRef: { name: `settings-${hash}` } }] }],
        },
      },
    },
  })

  test('stays while a revision asks for it, and goes when none does', async () => {
    await release([deployment(old), settings(old)])
    const newer = [deployment(next), settings(next)]
    const { refused, findings, changes } = await release(newer)
    expect(refused).toEqual([])
    expect(changes).not.toContain(`delete ${address(`settings-${old}`)}`)
    expect(findings).toEqual([
      `prune-in-use notice: ${address(`settings-${old}`)} is no longer in the manifests, and stays.`,
    ])
    expect(await live(settings(old))).toBeDefined()
    const sets = await cluster.admin.list(
      { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
      { namespace: name() },
    )
    const oldest = sets.find((each) => JSON.stringify(each).includes(`settings-${old}`))
    if (oldest !== undefined) await cluster.admin.delete(referenceTo(oldest))
    await until(
      async () =>
        !JSON.stringify([
          await cluster.admin.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace: name() }),
          await cluster.admin.list({ apiVersion: 'apps/v1', kind: 'ReplicaSet' }, { namespace: name() }),
        ]).includes(`"settings-${old}"`),
    )
    expect((await release(newer)).results).toEqual([`delete ${address(`settings-${old}`)}: done`])
  }, 60_000)

  test('goes together with the workload that asks for it', async () => {
    await release([configMap('a'), deployment(old), settings(old)])
    expect((await release([configMap('a')])).results).toEqual([
      `delete ${address('web', 'Deployment')}: done`,
      `delete ${address(`settings-${old}`)}: done`,
    ])
    expect(await live(settings(old))).toBeUndefined()
  }, 30_000)

  test('of another name goes as soon as it left: nobody could go back to what it held', async () => {
    await release([configMap('a'), configMap('settings')])
    expect((await release([configMap('a')])).results).toEqual([`delete ${address('settings')}: done`])
  }, 30_000)
})
