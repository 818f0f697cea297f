/** docs/adopting-objects.md, followed on real objects that kubectl and Helm have applied. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { type Asked, startCluster, type TestCluster } from '../cluster.ts'

/** By its digest: a tag is told of in each plan. */
const image = `app@sha256:${'a'.repeat(64)}`

let cluster: TestCluster

beforeAll(async () => {
  cluster = await startCluster()
}, 600_000)
afterAll(() => cluster.stop())

const page = readFileSync(join(import.meta.dirname, '../../../../docs/adopting-objects.md'), 'utf8')

const namespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
const objects = (name: string): KubernetesObject[] => [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings', namespace: name },
    data: { level: 'info' },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: name },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, protocol: 'TCP', targetPort: 8080 }] },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: name },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [{ name: 'main', image, envFrom: [{ configMapRef: { name: 'settings' } }] }],
        },
      },
    },
  },
]

const collections: Readonly<Record<string, string>> = {
  ConfigMap: '/api/v1/namespaces/{}/configmaps',
  Service: '/api/v1/namespaces/{}/services',
  Deployment: '/apis/apps/v1/namespaces/{}/deployments',
}

/** As each tool makes an object: with its manager, and with what it writes into the object besides. */
const tools: readonly (readonly [string, string, (object: KubernetesObject) => KubernetesObject])[] = [
  [
    'kubectl apply',
    'kubectl-client-side-apply',
    (object) => ({
      ...object,
      metadata: {
        ...object.metadata,
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(object) },
      },
    }),
  ],
  [
    'Helm',
    'helm',
    (object) => ({
      ...object,
      metadata: {
        ...object.metadata,
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: { 'meta.helm.sh/release-name': 'shop', 'meta.helm.sh/release-namespace': 'shop' },
      },
    }),
  ],
]

interface Ready {
  readonly status?: { readonly availableReplicas?: number; readonly observedGeneration?: number }
}

/** The pods, and the revisions with their hashes: what a restart would change. */
async function running(name: string): Promise<readonly string[]> {
  const lists = await Promise.all([
    cluster.admin.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace: name }),
    cluster.admin.list({ apiVersion: 'apps/v1', kind: 'ReplicaSet' }, { namespace: name }),
  ])
  return lists.flat().map(({ kind, metadata }) => `${kind} ${metadata.name} ${metadata.uid}`)
}

test.each(tools)(
  'what %s has applied becomes the application’s own without a restart and without a loss, as the page says',
  async (tool, manager, made) => {
    const name = tool === 'Helm' ? 'from-helm' : 'from-kubectl'
    const { admin } = cluster
    await admin.raw('POST', '/api/v1/namespaces', namespace(name))
    for (const object of objects(name)) {
      const path = (collections[object.kind] ?? '').replace('{}', name)
      await admin.raw('POST', `${path}?fieldManager=${manager}`, made(object))
    }
    const [settings, service, deployment] = objects(name).map(referenceTo)
    if (settings === undefined || service === undefined || deployment === undefined)
      throw new Error('this test needs three objects')
    while (((await admin.get(deployment)) as Ready | undefined)?.status?.availableReplicas !== 2)
      await sleep(50)
    const uidOf = async () =>
      Promise.all([settings, service, deployment].map(async (each) => (await admin.get(each))?.metadata.uid))
    const [before, uids] = [await running(name), await uidOf()]
    const release = (asked: Asked = {}, given = objects(name)) =>
      cluster.release('shop', given, {
        ...asked,
        inputs: { prune: 'true', 'inventory-namespace': name, ...asked.inputs },
      })

    // 2. The plan refuses each of them, in the words of the page.
    const { refused } = await release()
    expect(refused).toHaveLength(3)
    const [, said = ''] = /```\nshop\/Deployment\/web (.*)\n/.exec(page) ?? []
    for (const each of refused) expect(each).toContain(said)
    for (const each of refused) expect(each).toContain(`It was written by ${manager}`)

    // 3. They are named, as on the page.
    const [, listed = ''] = /adopt: \|\n((?: +shop\/.*\n)+)/.exec(page) ?? []
    const adopt = listed.replaceAll('shop/', `${name}/`)
    const taken = await release({ inputs: { adopt } })
    expect(taken.refused).toEqual([])
    expect(taken.results.toSorted()).toEqual(
      ['ConfigMap/settings', 'Deployment/web', 'Service/web'].map((each) => `import ${name}/${each}: done`),
    )
    expect([await running(name), await uidOf()]).toEqual([before, uids])

    // 4. Without the list there is nothing to do.
    expect(await release()).toMatchObject({ refused: [], changes: [], findings: [] })

    // They are its own: changed and pruned as such.
    const changed = objects(name).map((each) =>
      each.kind === 'ConfigMap' ? { ...each, data: { level: 'debug' } } : each,
    )
    expect((await release({}, changed)).results).toEqual([`update ${name}/ConfigMap/settings: done`])
    expect(await running(name)).toEqual(before)
    const withoutService = changed.filter(({ kind }) => kind !== 'Service')
    expect((await release({}, withoutService)).results).toEqual([`delete ${name}/Service/web: done`])
    expect(await admin.get(service)).toBeUndefined()
  },
  60_000,
)
