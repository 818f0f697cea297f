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

describe('an object of a kind that a definition defines', () => {
  test('goes before its definition, which stays because of all the others, and before whoever takes its finalizers off', async () => {
    const group = `${name()}.example.com`
    const of = definition(group, { v1: true })
    const labels = { app: 'operator' }
    const operator: KubernetesObject = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'operator', namespace: name() },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'main', image }] } },
      },
    }
    const held = widget(group, 'v1')
    const finalizers = ['example.com/operator']
    const it = { ...held, metadata: { ...held.metadata, finalizers } }
    await release([configMap('a'), of, operator, it])
    cluster.admin.discovery.refresh()
    let over = false
    /** What it would do while it is there. */
    const operate = async () => {
      while (!over && (await live(operator)) !== undefined) {
        const seen = await live(it)
        if (seen?.metadata['deletionTimestamp'] !== undefined)
          await cluster.admin.patch(referenceTo(it), [{ op: 'remove', path: '/metadata/finalizers' }], {
            fieldManager: 'operator',
            dryRun: false,
          })
        await sleep(50)
      }
    }
    const pruned = async () => {
      const outcome = await release([configMap('a')], { inputs: { 'rollout-timeout': '5s' } })
      over = true
      return outcome
    }
    const [{ refused, results, findings }] = await Promise.all([pruned(), operate()])
    expect(refused).toEqual([])
    expect(results).toEqual([
      `delete ${address('it', 'Widget')}: done`,
      `delete ${address('operator', 'Deployment')}: done`,
    ])
    expect(findings).toContain(
      `prune-protected warning: CustomResourceDefinition/widgets.${group} is no longer in the manifests, and stays.`,
    )
  }, 60_000)
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

describe('what cannot be changed in place', () => {
  const RECREATE = { 'omninode.io/recreate': 'when-immutable' }
  const pods = (label: string, picture = image) => ({
    metadata: { labels: { app: label } },
    spec: { containers: [{ name: 'main', image: picture }] },
  })
  const made = (
    apiVersion: string,
    kind: string,
    rest: object,
    annotations: Record<string, string> = {},
    own = 'it',
  ): KubernetesObject => ({
    apiVersion,
    kind,
    metadata: { name: own, namespace: name(), annotations },
    ...rest,
  })
  const workload = (kind: string, label: string, more = {}) => ({
    apiVersion: 'apps/v1',
    kind,
    rest: {
      spec: { replicas: 1, selector: { matchLabels: { app: label } }, template: pods(label), ...more },
    },
  })
  const job = (picture: string) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    rest: {
      spec: { template: { spec: { ...pods('job', picture).spec, restartPolicy: 'Never' } } },
    },
  })
  const service = (clusterIP: string) => ({
    apiVersion: 'v1',
    kind: 'Service',
    rest: { spec: { clusterIP, ports: [{ port: 80 }], selector: { app: 'web' } } },
  })
  const binding = (role: string) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    rest: { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role } },
  })
  const secret = (value: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    rest: { immutable: true, data: { key: Buffer.from(value).toString('base64') } },
  })
  const storage = (type: string) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    rest: { provisioner: 'example.com/disk', parameters: { type } },
  })
  const priority = (value: number) => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    rest: { value },
  })
  const sized = (size: number) => ({
    apiVersion: 'fixed.example.com/v1',
    kind: 'Widget',
    rest: { spec: { size } },
  })

  type Kind = { apiVersion: string; kind: string; rest: object }
  const cases: readonly (readonly [what: string, before: Kind, after: Kind, fields: string])[] = [
    ['the pod of a Job', job(image), job('other:1'), 'spec.template.spec.containers[0].image'],
    [
      'the selector of a Deployment',
      workload('Deployment', 'a'),
      workload('Deployment', 'b'),
      'spec.selector.matchLabels.app',
    ],
    [
      'the name of the Service of a StatefulSet',
      workload('StatefulSet', 'a', { serviceName: 'a' }),
      workload('StatefulSet', 'a', { serviceName: 'b', replicas: 2 }),
      'spec.serviceName',
    ],
    ['the address of a Service', service('10.96.200.1'), service('10.96.200.2'), 'spec.clusterIP'],
    ['the role of a RoleBinding', binding('view'), binding('edit'), 'roleRef.name'],
    ['what is in an immutable Secret', secret('a'), secret('b'), 'data.key'],
    ['what a StorageClass gives', storage('a'), storage('b'), 'parameters.type'],
    ['what a PriorityClass is worth', priority(1), priority(2), 'value'],
    ['what a rule of its kind forbids, in words of its own', sized(1), sized(2), 'spec.size'],
  ]
  const isOfCluster = (kind: string) => kind === 'StorageClass' || kind === 'PriorityClass'
  const objectOf = ({ apiVersion, kind, rest }: Kind, annotations = {}): KubernetesObject => {
    const object = made(apiVersion, kind, rest, annotations, isOfCluster(kind) ? name() : 'it')
    const { namespace: _namespace, ...metadata } = object.metadata
    return isOfCluster(kind) ? { ...object, metadata } : object
  }

  beforeAll(async () => {
    const of = definition('fixed.example.com', { v1: true })
    const size = {
      type: 'integer',
      'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: 'stay as you are' }],
    }
    const spec = { type: 'object', properties: { size } }
    const schema = { openAPIV3Schema: { type: 'object', properties: { spec } } }
    const versions = [{ name: 'v1', served: true, storage: true, schema }]
    await define({ ...of, spec: { ...(of['spec'] as object), versions } })
  })

  test.each(cases)(
    'is named, and made again where that is asked for: %s',
    async (_what, before, after, fields) => {
      await release([objectOf(before)])
      const old = await live(objectOf(before))
      const refused = await release([objectOf(after)])
      expect(refused.refused).toEqual([
        expect.stringContaining(`manifest-immutable: The API server does not let ${fields} of `),
      ])
      expect(refused.told[0]?.fix).toContain('`omninode.io/recreate: when-immutable`')
      const wanted = objectOf(after, RECREATE)
      const replaced = await release([wanted])
      expect(replaced.refused).toEqual([])
      expect(replaced.changes).toEqual([expect.stringMatching(/^replace /)])
      expect(replaced.results).toEqual([expect.stringMatching(/^replace .*: done$/)])
      const now = await live(wanted)
      expect(now?.metadata.uid).not.toBe(old?.metadata.uid)
      expect(now).toMatchObject(after.rest)
      expect((await release([wanted])).changes).toEqual([])
    },
    60_000,
  )

  test('is changed in place where it can be, whatever the annotation says', async () => {
    const web = (replicas: number) => objectOf(workload('Deployment', 'a', { replicas }), RECREATE)
    await release([web(1)])
    expect((await release([web(2)])).changes).toEqual([`update ${address('it', 'Deployment')}`])
  }, 60_000)

  test('and is wrong besides stays as it is', async () => {
    const web = (label: string, more = {}) => objectOf(workload('Deployment', label, more), RECREATE)
    await release([web('a')])
    const { refused } = await release([web('b', { replicas: -1 })])
    expect(refused).toEqual([expect.stringContaining('must be greater than or equal to 0')])
  }, 60_000)

  const claim = (size: string): Kind => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    rest: {
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: size,
        resources: { requests: { storage: '1Gi' } },
      },
    },
  })
  const keeps = { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }

  test.each<[string, Kind, Kind, Record<string, string>, string]>([
    ['a claim', claim('a'), claim('b'), {}, 'its data would go with it'],
    [
      'a StatefulSet whose claims go with it',
      workload('StatefulSet', 'a', { serviceName: 'a', replicas: 0, ...keeps }),
      workload('StatefulSet', 'a', { serviceName: 'b', replicas: 0, ...keeps }),
      {},
      'its claims would go with it',
    ],
    [
      'what is to be kept',
      workload('Deployment', 'a'),
      workload('Deployment', 'b'),
      { 'omninode.io/prune': 'keep' },
      'an annotation says that it is to be kept',
    ],
  ])(
    'is never deleted to be made again when it is %s',
    async (_what, before, after, more, why) => {
      await release([objectOf(before, more)])
      const old = await live(objectOf(before))
      const { told, changes } = await release([objectOf(after, { ...RECREATE, ...more })])
      expect(changes).toEqual([])
      expect(told).toMatchObject([
        {
          what: expect.stringMatching(/cannot be changed so in place, and no release deletes it/),
          why: expect.stringContaining(why),
        },
      ])
      expect((await live(objectOf(before)))?.metadata.uid).toBe(old?.metadata.uid)
    },
    60_000,
  )

  test('is never deleted to be made again when it is a definition', async () => {
    const of = definition(`${name()}.example.com`, { v1: true })
    const metadata = { ...of.metadata, annotations: RECREATE }
    await release([of])
    const scoped = { ...of, metadata, spec: { ...(of['spec'] as object), scope: 'Cluster' } }
    const { told } = await release([scoped])
    expect(told).toMatchObject([
      { why: expect.stringContaining('every object of its kind would go with it') },
    ])
    expect(await live(of)).toMatchObject({ spec: { scope: 'Namespaced' } })
  }, 60_000)

  test('is not deleted when somebody else has put another one in its place since the plan', async () => {
    await release([objectOf(workload('Deployment', 'a'))])
    const wanted = objectOf(workload('Deployment', 'b'), RECREATE)
    const others = objectOf(workload('Deployment', 'c'))
    const { refused } = await release([wanted], {
      meanwhile: async () => {
        await cluster.admin.delete(referenceTo(wanted))
        await until(async () => (await live(wanted)) === undefined)
        await cluster.admin.apply(others, { fieldManager: 'somebody', force: true, dryRun: false })
      },
    })
    expect(refused).toHaveLength(1)
    expect(await live(wanted)).toMatchObject({ spec: { selector: { matchLabels: { app: 'c' } } } })
  }, 60_000)
})
