import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { applied } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { healthOf } from '#toolkit/kubernetes/health/index.ts'
import { groupOf } from '#toolkit/kubernetes/kinds.ts'
import { KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { step } from '../../src/step.ts'

const progress = () => undefined
const byTest = { fieldManager: 'test', force: true, dryRun: false }
let folder: string
let issuer: OidcIssuer
let kubernetes: Kubernetes
let admin: KubernetesClient
let workspace: string
let serial = 0

const widgets = KubernetesObject.parse({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets', singular: 'widget', listKind: 'WidgetList' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
          },
        },
      },
    ],
  },
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-rights-'))
  const requests = [...certificateRequests, issuerCertificate]
  const certificates = await createCertificates(join(folder, 'pki'), requests, { progress })
  const { caPem } = certificates
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer: { url: issuer.url, caPem },
    repositoryId: '123456',
    progress,
  })
  admin = kubernetes.admin()
  await admin.apply(widgets, byTest)
  for (;;) {
    const live = await admin.get(referenceTo(widgets))
    if (live !== undefined && healthOf(live).state === 'ready') break
    await sleep(50)
  }
  admin.discovery.refresh()
}, 600_000)
afterAll(async () => {
  admin.close()
  await kubernetes.stop()
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  serial++
  workspace = mkdtempSync(join(folder, 'workspace-'))
  mkdirSync(join(workspace, 'k8s'))
  await make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: name() } })
})

const name = () => `rights-${serial}`
const make = (object: unknown) => admin.apply(KubernetesObject.parse(object), byTest)

/** Each kind of an application, with the plural under which rights are given. */
const kinds = {
  ConfigMap: { apiVersion: 'v1', resource: 'configmaps', more: { data: { a: '1' } } },
  Deployment: {
    apiVersion: 'apps/v1',
    resource: 'deployments',
    more: {
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'main', image: 'app:1' }] },
        },
      },
    },
  },
  Job: {
    apiVersion: 'batch/v1',
    resource: 'jobs',
    more: {
      spec: {
        suspend: true,
        template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'app:1' }] } },
      },
    },
  },
  Secret: { apiVersion: 'v1', resource: 'secrets', more: { stringData: { token: 'a-marked-secret' } } },
  Service: { apiVersion: 'v1', resource: 'services', more: { spec: { ports: [{ port: 80 }] } } },
  Widget: { apiVersion: 'example.com/v1', resource: 'widgets', more: { spec: { size: 1 } } },
} as const
type Kind = keyof typeof kinds
const allKinds = Object.keys(kinds) as Kind[]

function objectOf(kind: Kind, own: string, labels = {}, namespace = name()) {
  const { apiVersion, more } = kinds[kind]
  return { apiVersion, kind, metadata: { name: `${own}-${kind.toLowerCase()}`, namespace, labels }, ...more }
}

function write(file: string, object: unknown): void {
  writeFileSync(join(workspace, 'k8s', file), JSON.stringify(object, undefined, 2))
}

interface Rule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  readonly resourceNames?: readonly string[]
}

/** Its own namespace, by name: what its place is known by. */
const ownNamespace = (): Rule => ({
  apiGroups: [''],
  resources: ['namespaces'],
  resourceNames: [name()],
  verbs: ['get'],
})
/** One run at a time: what every apply needs. */
const turns: Rule = {
  apiGroups: ['coordination.k8s.io'],
  resources: ['leases'],
  verbs: ['get', 'create', 'patch'],
}
const diagnosis: readonly Rule[] = [
  { apiGroups: [''], resources: ['pods', 'events'], verbs: ['list'] },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
  { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['list'] },
]

/** A kubeconfig of a user who may do in one namespace what the rules say, and nothing else. */
async function user(who: string, rules: readonly Rule[], namespace = name()): Promise<string> {
  const rbac = 'rbac.authorization.k8s.io'
  await make({ apiVersion: `${rbac}/v1`, kind: 'Role', metadata: { name: who, namespace }, rules })
  await make({
    apiVersion: `${rbac}/v1`,
    kind: 'RoleBinding',
    metadata: { name: who, namespace },
    roleRef: { apiGroup: rbac, kind: 'Role', name: who },
    subjects: [{ apiGroup: rbac, kind: 'User', name: who }],
  })
  const kubeconfig = JSON.parse(await readAdmin()) as { users: { user: object }[] }
  const [first] = kubeconfig.users
  const acting = { ...first?.user, as: who }
  const file = join(workspace, `${who}.kubeconfig`)
  writeFileSync(file, JSON.stringify({ ...kubeconfig, users: [{ ...first, user: acting }] }))
  return file
}

async function readAdmin(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(kubernetes.adminKubeconfig, 'utf8')
}

async function opened(command: 'plan' | 'apply', kubeconfig: string, inputs: Record<string, string> = {}) {
  const { world, lines } = createTestWorld({ workspace })
  const given = {
    manifests: 'k8s',
    application: name(),
    'inventory-namespace': name(),
    prune: 'true',
    'rollout-timeout': '5s',
    kubeconfig,
    ...inputs,
  }
  return { run: await openStep(step, command, given, world), lines }
}

async function planned(command: 'plan' | 'apply', kubeconfig: string, inputs: Record<string, string> = {}) {
  const { run } = await opened(command, kubeconfig, inputs)
  return run.plan().finally(() => run.close())
}

async function deployed(kubeconfig: string, inputs: Record<string, string> = {}) {
  const { run, lines } = await opened('apply', kubeconfig, inputs)
  try {
    return { outcome: await applied(run, await run.plan(), forwards()), lines }
  } finally {
    await run.close()
  }
}

async function failuresOf(work: Promise<unknown>) {
  return failuresIn(await work.catch((error) => error))
}

/** Comes into every namespace, a moment after it. */
const MADE_BY_CONTROLLER = 'kube-root-ca.crt'

/** Every object of the kinds in a namespace, and who wrote what of it, and when. Controllers write its status. */
async function written(namespace = name()): Promise<string[]> {
  const listed = await Promise.all(
    allKinds.map((kind) => admin.list({ apiVersion: kinds[kind].apiVersion, kind }, { namespace })),
  )
  return listed
    .flat()
    .filter(({ metadata }) => metadata.name !== MADE_BY_CONTROLLER)
    .map(({ kind, metadata }) => {
      const fields = metadata['managedFields'] as readonly { readonly subresource?: string }[]
      const own = fields.filter(({ subresource }) => subresource !== 'status')
      return `${kind}/${metadata.name} ${metadata.uid} ${JSON.stringify(own)}`
    })
    .sort()
}

/** What may be done with every kind, except one verb on one of them. */
function rulesWithout(verb?: string, without?: string): Rule[] {
  return allKinds.map((kind) => {
    const { apiVersion, resource } = kinds[kind]
    const verbs = ['get', 'create', 'patch', 'delete'].filter((each) => each !== verb || kind !== without)
    return { apiGroups: [groupOf(apiVersion)], resources: [resource], verbs }
  })
}

describe('a verb that is missing', () => {
  test.each(allKinds)(
    'on one kind is one failure that names verb, kind and rule, before anything is written: %s',
    async (kind) => {
      // One stays and changes, one comes, one goes.
      write('all.yaml', {
        apiVersion: 'v1',
        kind: 'List',
        items: allKinds.flatMap((each) => [objectOf(each, 'stays'), objectOf(each, 'goes')]),
      })
      await deployed(await user('everything', [...rulesWithout(), turns, ownNamespace(), ...diagnosis]))
      write('all.yaml', {
        apiVersion: 'v1',
        kind: 'List',
        items: allKinds.flatMap((each) => [objectOf(each, 'stays', { v: '2' }), objectOf(each, 'comes')]),
      })
      const before = await written()
      const { apiVersion, resource } = kinds[kind]
      const group = groupOf(apiVersion)
      await Promise.all(
        ['get', 'create', 'patch', 'delete'].map(async (verb) => {
          const who = `${kind.toLowerCase()}-${verb}`
          const rules = [...rulesWithout(verb, kind), turns, ownNamespace(), ...diagnosis]
          const failures = await failuresOf(deployed(await user(who, rules)))
          expect(failures).toMatchObject([{ code: 'RIGHTS_MISSING' }])
          const [failure] = failures
          const named = group === '' ? kind : `${kind}.${group}`
          expect(failure?.what).toBe(
            `This identity, the user ${who}, may not do what this release needs: ${verb} ${named} in the namespace ${name()}.`,
          )
          expect(failure?.fix).toContain(
            `to a Role in ${name()}: \`{apiGroups: [${group === '' ? '""' : group}], resources: [${resource}], verbs: [${verb}]}\``,
          )
        }),
      )
      expect(await written()).toEqual(before)
    },
    60_000,
  )

  test('is told with all others at once, those of the inventory too, whatever namespace they are in', async () => {
    write('map.yaml', objectOf('ConfigMap', 'a'))
    write('there.yaml', objectOf('Secret', 'a', {}, 'default'))
    write('widget.yaml', objectOf('Widget', 'a'))
    const [failure, ...others] = await failuresOf(deployed(await user('nothing', [ownNamespace()])))
    expect(others).toEqual([])
    expect(failure?.what).toContain(
      [
        `create, get, patch ConfigMap in the namespace ${name()}`,
        'create, get, patch Secret in the namespace default',
        `create, get, patch Widget.example.com in the namespace ${name()}`,
      ].join('; '),
    )
    expect(failure?.fix).toContain('to a Role in default: `{apiGroups: [""], resources: [secrets]')
  }, 60_000)

  test('of the inventory alone is found before the first object is written', async () => {
    write('secret.yaml', objectOf('Secret', 'a'))
    const secrets: Rule = { apiGroups: [''], resources: ['secrets'], verbs: ['*'] }
    const before = await written()
    for (const verb of ['create', 'get', 'patch']) {
      const verbs = ['create', 'get', 'patch'].filter((each) => each !== verb)
      const maps: Rule = { apiGroups: [''], resources: ['configmaps'], verbs }
      const kubeconfig = await user(`inventory-${verb}`, [secrets, maps, turns, ownNamespace()])
      expect(await failuresOf(deployed(kubeconfig))).toMatchObject([
        { code: 'RIGHTS_MISSING', what: expect.stringContaining(`: ${verb} ConfigMap in the namespace`) },
      ])
    }
    expect(await written()).toEqual(before)
  }, 60_000)

  test('is not missed by who has nothing to do with it: a plan deletes nothing, and what is there is not made', async () => {
    write('map.yaml', objectOf('ConfigMap', 'a'))
    write('secret.yaml', objectOf('Secret', 'a'))
    await deployed(await user('everything', [...rulesWithout(), turns, ownNamespace()]))
    rmSync(join(workspace, 'k8s/secret.yaml'))
    write('map.yaml', objectOf('ConfigMap', 'a', { v: '2' }))
    const maps: Rule = { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'patch'] }
    const secrets: Rule = { apiGroups: [''], resources: ['secrets'], verbs: ['get'] }
    const plan = await planned('plan', await user('previewer', [maps, secrets, ownNamespace()]))
    expect(plan.changes.map(({ action, address }) => [action, address])).toEqual([
      ['update', `${name()}/ConfigMap/a-configmap`],
      ['delete', `${name()}/Secret/a-secret`],
    ])
  }, 60_000)

  test('to delete what is to be made again is missed before anything is written', async () => {
    const fixed = (a: string) => {
      const { metadata, ...rest } = objectOf('ConfigMap', 'a')
      const annotations = { 'omninode.io/recreate': 'when-immutable' }
      return { ...rest, metadata: { ...metadata, annotations }, immutable: true, data: { a } }
    }
    const maps: Rule = { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'create', 'patch'] }
    const kubeconfig = await user('without-delete', [maps, turns, ownNamespace()])
    write('map.yaml', fixed('1'))
    await deployed(kubeconfig)
    write('map.yaml', fixed('2'))
    const plan = await planned('plan', kubeconfig)
    expect(plan.changes).toMatchObject([{ action: 'replace', address: `${name()}/ConfigMap/a-configmap` }])
    expect(await failuresOf(planned('apply', kubeconfig))).toMatchObject([
      { code: 'RIGHTS_MISSING', what: expect.stringContaining('delete ConfigMap') },
    ])
  }, 60_000)

  test('is given by a role that names its objects', async () => {
    write('map.yaml', objectOf('ConfigMap', 'a'))
    const named: Rule = {
      apiGroups: [''],
      resources: ['configmaps'],
      resourceNames: ['a-configmap', `omninode-${name()}`],
      verbs: ['get', 'create', 'patch'],
    }
    const kubeconfig = await user('by-name', [named, turns, ownNamespace()])
    expect((await deployed(kubeconfig)).outcome.status).toBe('succeeded')
    write('map.yaml', objectOf('ConfigMap', 'b'))
    expect(await failuresOf(planned('plan', kubeconfig))).toMatchObject([
      { code: 'RIGHTS_MISSING', what: expect.stringContaining('create, get, patch ConfigMap') },
    ])
  }, 60_000)

  test('that only explains failures is told, and keeps no release from going on', async () => {
    const { spec, ...web } = objectOf('Deployment', 'web') as ReturnType<typeof objectOf> & {
      spec: { template: object }
    }
    const template = {
      metadata: { labels: { app: 'web' }, annotations: { 'sandbox.omninode.ai/fail': 'image-not-found' } },
      spec: { containers: [{ name: 'main', image: 'app:1' }] },
    }
    write('web.yaml', { ...web, spec: { ...spec, replicas: 1, template } })
    const kubeconfig = await user('blind', [...rulesWithout(), turns, ownNamespace()])
    const plan = await planned('apply', kubeconfig)
    expect(plan.findings).toMatchObject([
      {
        rule: 'diagnosis-rights',
        severity: 'notice',
        verdict: 'unknown',
        message: expect.stringMatching(
          /list Pod in .*get Pod\/log in .*list ReplicaSet\.apps in .*list Event in/,
        ),
      },
    ])
    expect(await failuresOf(deployed(kubeconfig, { 'rollout-timeout': '1s' }))).toMatchObject([
      { code: 'ROLLOUT_TIMEOUT' },
    ])
  }, 60_000)
})

describe('an identity of one namespace', () => {
  const everywhere: Rule = { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }

  test('deploys there, prunes there, and has nothing to do then', async () => {
    const kubeconfig = await user('tenant', [everywhere])
    for (const kind of allKinds) write(`${kind}.yaml`, objectOf(kind, 'a'))
    const first = await deployed(kubeconfig)
    expect(first.outcome).toMatchObject({ status: 'succeeded', changed: true })
    rmSync(join(workspace, 'k8s/Secret.yaml'))
    rmSync(join(workspace, 'k8s/Widget.yaml'))
    const { outcome } = await deployed(kubeconfig)
    expect(outcome.results.map(({ action, address }) => `${action} ${address}`).sort()).toEqual([
      `delete ${name()}/Secret/a-secret`,
      `delete ${name()}/Widget/a-widget`,
    ])
    expect(await admin.list({ apiVersion: 'v1', kind: 'Secret' }, { namespace: name() })).toEqual([])
    expect((await planned('apply', kubeconfig)).changes.filter(({ action }) => action !== 'none')).toEqual([])
    const parent = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'default', name: `omninode-${name()}` }
    expect(await admin.get(parent)).toBeUndefined()
    expect(await admin.get({ ...parent, namespace: name() })).toBeDefined()
  }, 60_000)

  test('may change the labels of its own namespace, and is known by its uid', async () => {
    const kubeconfig = await user('tenant', [everywhere])
    write('namespace.yaml', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: name(), labels: { team: 'shop' } },
    })
    const { outcome } = await deployed(kubeconfig, { adopt: `Namespace/${name()}` })
    expect(outcome.results).toMatchObject([{ address: `Namespace/${name()}`, status: 'done' }])
    const live = await admin.get({ apiVersion: 'v1', kind: 'Namespace', name: name() })
    const { run } = await opened('plan', kubeconfig)
    expect(await run.place()).toEqual({
      target: `${name()} in namespace ${name()} (${live?.metadata.uid})`,
      where: { namespace: live?.metadata.uid, application: name() },
    })
    await run.close()
  }, 60_000)

  test.each([
    [
      'another namespace',
      () => objectOf('ConfigMap', 'a', {}, 'default'),
      'create, get, patch ConfigMap in the namespace default',
    ],
    [
      'a namespace that is to be made',
      () => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: `${name()}-new` } }),
      'create Namespace in the cluster',
    ],
    [
      'what is outside of namespaces',
      () => ({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: name() },
        rules: [],
      }),
      'create, get, patch ClusterRole.rbac.authorization.k8s.io in the cluster',
    ],
    [
      'a definition',
      () => ({ ...widgets, metadata: { name: 'widgets.example.com', labels: { v: '2' } } }),
      'get, patch CustomResourceDefinition.apiextensions.k8s.io in the cluster',
    ],
  ])(
    'is refused %s, and nothing of the rest is written',
    async (_what, object, missing) => {
      const kubeconfig = await user('tenant', [everywhere])
      write('a.yaml', objectOf('ConfigMap', 'mine'))
      write('b.yaml', object())
      expect(await failuresOf(deployed(kubeconfig))).toMatchObject([
        { code: 'RIGHTS_MISSING', what: expect.stringContaining(missing) },
      ])
      expect((await written()).filter((each) => each.includes('mine'))).toEqual([])
    },
    60_000,
  )

  test('that does not say where it remembers is told which right it lacks', async () => {
    const kubeconfig = await user('tenant', [everywhere])
    write('a.yaml', objectOf('ConfigMap', 'mine'))
    expect(await failuresOf(planned('plan', kubeconfig, { 'inventory-namespace': '' }))).toMatchObject([
      { code: 'CLUSTER_UNKNOWN', fix: expect.stringContaining('resourceNames: [kube-system]') },
    ])
  }, 60_000)
})
