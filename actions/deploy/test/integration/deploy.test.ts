import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { prepareKustomize } from '#sandbox/kustomize/kustomize.ts'
import type { JobIdentity } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import type { Progress } from '#toolkit/action/progress.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { applied, ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { clusterOf, connectCluster } from '#toolkit/kubernetes/connect.ts'
import { healthOf } from '#toolkit/kubernetes/health/index.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { readManifests, withImages } from '#toolkit/manifests/folder.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import type { Plan } from '#toolkit/model/plan.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { fieldManagerOf } from '../../src/application/application.ts'
import { applyRelease } from '../../src/apply.ts'
import type { Deployment } from '../../src/deployment.ts'
import { placeOfApplication } from '../../src/place.ts'
import { planDeployment } from '../../src/plan.ts'
import type { Release } from '../../src/release/release.ts'
import { step } from '../../src/step.ts'

const progress = () => undefined
let folder: string
let caPem: string
let issuer: OidcIssuer
let kubernetes: Kubernetes
let admin: KubernetesClient
let workspace: string
let serial = 0

let kustomize: string
beforeAll(async () => {
  kustomize = await prepareKustomize({ progress: () => undefined })
  folder = mkdtempSync(join(tmpdir(), 'omninode-deploy-'))
  const requests = [...certificateRequests, issuerCertificate]
  const certificates = await createCertificates(join(folder, 'pki'), requests, { progress })
  caPem = certificates.caPem
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer: { url: issuer.url, caPem },
    repositoryId: '123456',
    progress,
  })
  admin = kubernetes.admin()
}, 600_000)
afterAll(async () => {
  admin.close()
  await kubernetes.stop()
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  serial++
  workspace = mkdtempSync(join(folder, 'workspace-'))
})

function write(file: string, object: unknown): void {
  const path = join(workspace, 'k8s', file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, typeof object === 'string' ? object : JSON.stringify(object, undefined, 2))
}

const name = () => `release-${serial}`
const application = () => ({ name: name(), namespace: 'default', repository: '123456' })
const namespace = (labels = {}) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: name(), labels },
})
const configMap = (data: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: name() },
  data,
})
const secret = (value: string) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'token', namespace: name() },
  stringData: { token: value },
})
const workload = (annotations = {}, replicas = 2) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: name() },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' }, annotations },
      spec: { containers: [{ name: 'main', image: 'app:1' }] },
    },
  },
})

function setting(event: 'push' | 'pull_request' | 'admin' = 'push', more: Partial<Deployment> = {}) {
  const job: JobIdentity = {
    repository: 'omninode-ai/omninode_infra',
    repositoryId: '123456',
    ownerId: '99',
    event: event === 'admin' ? 'push' : event,
    ref: 'refs/heads/main',
    sha: '0'.repeat(40),
    ...(event === 'push' ? { environment: 'dev' } : {}),
    actor: 'octocat',
    actorId: '583231',
    runId: '1',
    runAttempt: '1',
    subject: 'name',
  }
  const { world, lines } = createTestWorld({
    workspace,
    idToken: (audience) => issuer.mint(issuer.claims(job, audience)),
  })
  const cluster = clusterOf(
    event === 'admin'
      ? { kubeconfig: kubernetes.adminKubeconfig }
      : { 'api-server': kubernetes.url, 'certificate-authority': caPem },
    world,
  )
  const client = connectCluster(cluster, { concurrency: 8 }, world)
  const deployment = (): Deployment => ({
    manifests: readManifests(workspace, 'k8s'),
    images: new Map(),
    application: application(),
    prune: true,
    adopt: [],
    allowPrune: 0,
    forced: [],
    applies: event !== 'pull_request',
    rolloutTimeout: 30_000,
    ...more,
  })
  const running = (release: Release) => ({
    apply: (_plan: unknown, allowing: Forwards, progress: Progress) =>
      applyRelease(release, client, allowing, progress, world),
  })
  const planned = async () =>
    planDeployment(client, deployment(), await placeOfApplication(client, application()), world)
  return {
    lines,
    plan: async () => (await planned()).plan,
    apply: async () => {
      const release = await planned()
      return applied(running(release), release.plan, forwards())
    },
    /** @param meanwhile what happens between plan and apply */
    fails: async (meanwhile: () => Promise<void> = async () => undefined) => {
      const release = await planned()
      await meanwhile()
      return ended(running(release), release.plan, forwards())
    },
    client,
  }
}

async function failuresOf(work: Promise<unknown>) {
  return failuresIn(await work.catch((error) => error))
}

describe('deploying', () => {
  test('is previewed by an identity that cannot write, applies that very plan, and then has nothing to do', async () => {
    write('namespace.yaml', namespace())
    write('settings.yaml', configMap({ a: '1' }))
    write('web.yaml', workload())
    const preview = await setting('pull_request').plan()
    expect(preview.changes.map(({ action, address }) => [action, address])).toEqual([
      ['create', `Namespace/${name()}`],
      ['create', `${name()}/ConfigMap/settings`],
      ['create', `${name()}/Deployment/web`],
    ])
    const { apply, plan, lines } = setting()
    expect((await plan()).digest).toBe(preview.digest)
    expect((await apply()).changed).toBe(true)
    expect(lines).toContain(`ready: ${name()}/Deployment/web`)
    expect((await plan()).changes.filter(({ action }) => action !== 'none')).toEqual([])

    write('settings.yaml', configMap({ a: '2' }))
    const changed = await setting('pull_request').plan()
    expect(changed.changes.filter(({ action }) => action !== 'none')).toMatchObject([
      {
        action: 'update',
        address: `${name()}/ConfigMap/settings`,
        before: { data: { a: '1' } },
        after: { data: { a: '2' } },
      },
    ])
  }, 60_000)

  test('deletes what left the manifests, shown first, but never a namespace', async () => {
    write('namespace.yaml', namespace())
    write('settings.yaml', configMap({ a: '1' }))
    write('other.yaml', { ...configMap({}), metadata: { name: 'other', namespace: name() } })
    await setting().apply()
    rmSync(join(workspace, 'k8s/other.yaml'))
    rmSync(join(workspace, 'k8s/namespace.yaml'))
    const { plan, apply } = setting()
    const planned = await plan()
    expect(planned.changes.filter(({ action }) => action === 'delete').map(({ address }) => address)).toEqual(
      [`${name()}/ConfigMap/other`],
    )
    expect(planned.findings).toMatchObject([{ rule: 'prune-protected' }])
    await apply()
    const live = await admin.list({ apiVersion: 'v1', kind: 'ConfigMap' }, { namespace: name() })
    expect(live.map(({ metadata }) => metadata.name)).not.toContain('other')
    expect(await admin.get({ apiVersion: 'v1', kind: 'Namespace', name: name() })).toBeDefined()
  }, 60_000)

  test('shows that a Secret changes, and nothing of what is in it', async () => {
    write('namespace.yaml', namespace())
    write('secret.yaml', secret('first-marked-secret'))
    const { apply, plan, lines } = setting()
    await apply()
    write('secret.yaml', secret('second-marked-secret'))
    const planned = await plan()
    expect(planned.changes.filter(({ action }) => action !== 'none')).toMatchObject([
      { action: 'update', after: { data: { token: '(sensitive, changed)' } } },
    ])
    await apply()
    const everything = JSON.stringify([planned, lines])
    for (const value of ['first-marked-secret', 'second-marked-secret']) {
      expect(everything).not.toContain(value)
      expect(everything).not.toContain(Buffer.from(value).toString('base64'))
    }
  }, 60_000)

  test.each([
    [
      'image-not-found',
      28,
      /container main of pod web-\S+ is in (ErrImagePull|ImagePullBackOff)/,
      /not found/,
      20,
    ],
    ['crash-loop', 26, /container main of pod web-\S+ is in CrashLoopBackOff/, /exit code 1/, 40],
  ])(
    'says which container fails and why, long before the time is over: %s',
    async (fail, line, what, why, seconds) => {
      write('namespace.yaml', namespace())
      write('web.yaml', workload({ 'sandbox.omninode.ai/fail': fail }))
      const { apply } = setting('push', { rolloutTimeout: 90_000 })
      const started = performance.now()
      const [failure] = await failuresOf(apply())
      expect(failure).toMatchObject({ code: 'ROLLOUT_FAILED', source: { file: 'k8s/web.yaml', line } })
      expect(failure?.what).toMatch(what)
      expect(failure?.why).toMatch(why)
      expect(performance.now() - started).toBeLessThan(seconds * 1_000)
    },
    60_000,
  )

  test('says at once that a namespace does not admit a pod, and warned of it in the plan', async () => {
    write(
      'namespace.yaml',
      namespace({
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      }),
    )
    await setting().apply()
    write('web.yaml', workload())
    const { plan, apply } = setting()
    expect((await plan()).findings).toMatchObject([
      { rule: 'api-server-warning', source: { file: 'k8s/web.yaml' } },
    ])
    expect(await failuresOf(apply())).toMatchObject([
      { code: 'ROLLOUT_FAILED', why: expect.stringContaining('violates PodSecurity') },
    ])
  }, 60_000)

  test('finishes although the API server restarts in the middle', async () => {
    write('namespace.yaml', namespace())
    for (let i = 0; i < 60; i++)
      write(`settings-${i}.yaml`, {
        ...configMap({ i: String(i) }),
        metadata: { name: `settings-${i}`, namespace: name() },
      })
    write('web.yaml', workload())
    const { apply } = setting()
    const [outcome] = await Promise.all([apply(), sleep(250).then(() => kubernetes.restartApiServer(500))])
    expect(outcome.status).toBe('succeeded')
    const live = await admin.list({ apiVersion: 'v1', kind: 'ConfigMap' }, { namespace: name() })
    expect(live.filter(({ metadata }) => metadata.name.startsWith('settings-'))).toHaveLength(60)
  }, 90_000)

  test('names the manager of a field instead of taking it over', async () => {
    write('namespace.yaml', namespace())
    write('settings.yaml', configMap({ a: '1' }))
    await setting().apply()
    await admin.apply(configMap({ a: 'by hand' }), { fieldManager: 'somebody', force: true, dryRun: false })
    expect((await setting().plan()).findings).toMatchObject([
      {
        rule: 'field-conflict',
        severity: 'error',
        message: expect.stringContaining(
          '.data.a of somebody ("by hand" there, "1" in the manifest, k8s/settings.yaml:9)',
        ),
        source: { file: 'k8s/settings.yaml', line: 9 },
      },
    ])
  }, 60_000)

  test('refuses a namespace that is neither there nor made, before anything is applied', async () => {
    write('settings.yaml', configMap({ a: '1' }))
    expect((await setting().plan()).findings).toMatchObject([
      {
        rule: 'namespace-missing',
        severity: 'error',
        message: expect.stringContaining(`The namespace ${name()} of`),
        source: { file: 'k8s/settings.yaml', line: 6 },
      },
    ])
  }, 60_000)

  test('refuses a misspelt field on its line', async () => {
    write('namespace.yaml', namespace())
    await setting().apply()
    write('web.yaml', { ...workload(), spec: { ...workload().spec, replica: 3 } })
    expect((await setting().plan()).findings).toMatchObject([
      { rule: 'manifest-invalid', severity: 'error', message: expect.stringContaining('replica') },
    ])
  }, 60_000)
})

describe('a deployment that fails half way', () => {
  test('tells what was done, what failed and what was not begun', async () => {
    write('namespace.yaml', namespace())
    await setting().apply()
    write('settings.yaml', configMap({ a: '1' }))
    write('web.yaml', workload())
    const outcome = await setting().fails(async () => {
      // Between its plan and its apply the name is taken by an object that cannot become the other.
      const { spec } = workload()
      const selector = { matchLabels: { app: 'another' } }
      const template = { ...spec.template, metadata: { labels: { app: 'another' } } }
      const taken = { ...workload(), spec: { ...spec, replicas: 0, selector, template } }
      await admin.apply(taken, { fieldManager: 'somebody', force: true, dryRun: false })
    })
    expect(outcome).toMatchObject({ status: 'failed', changed: true })
    expect(outcome.failures.length).toBeGreaterThan(0)
    expect(outcome.results).toMatchObject([
      { address: `${name()}/ConfigMap/settings`, action: 'create', status: 'done' },
      {
        address: `${name()}/Deployment/web`,
        action: 'create',
        status: 'failed',
        message: expect.any(String),
      },
    ])
    expect(await admin.get(referenceTo(configMap({ a: '1' })))).toBeDefined()
  }, 60_000)

  test('tells what was applied when it does not roll out', async () => {
    write('namespace.yaml', namespace())
    write('web.yaml', workload({ 'sandbox.omninode.ai/fail': 'image-not-found' }))
    const outcome = await setting().fails()
    expect(outcome).toMatchObject({
      status: 'failed',
      changed: true,
      failures: [{ code: 'ROLLOUT_FAILED' }],
      results: [{ status: 'done' }, { address: `${name()}/Deployment/web`, status: 'failed' }],
    })
  }, 60_000)
})

describe('a rollout', () => {
  test('that its manifest holds back is not waited for, and the log says what holds it', async () => {
    const { spec } = workload()
    const { template } = spec
    const job = { ...template.spec, restartPolicy: 'Never' }
    const apps = (kind: string, own: string, more: Record<string, unknown>) => ({
      apiVersion: 'apps/v1',
      kind,
      metadata: { name: own, namespace: name() },
      spec: {
        selector: { matchLabels: { app: own } },
        template: { ...template, metadata: { labels: { app: own } } },
        ...more,
      },
    })
    const objects = (image: string) => {
      const pinned = (object: ReturnType<typeof apps>) => {
        const pod = { containers: [{ name: 'main', image }] }
        return { ...object, spec: { ...object.spec, template: { ...object.spec.template, spec: pod } } }
      }
      const partition = { type: 'RollingUpdate', rollingUpdate: { partition: 1 } }
      const onDelete = { updateStrategy: { type: 'OnDelete' } }
      return {
        'daemons.yaml': pinned(apps('DaemonSet', 'daemons', onDelete)),
        'in-part.yaml': pinned(
          apps('StatefulSet', 'in-part', { replicas: 2, serviceName: 'x', updateStrategy: partition }),
        ),
        'by-hand.yaml': pinned(
          apps('StatefulSet', 'by-hand', { replicas: 1, serviceName: 'x', ...onDelete }),
        ),
        'nobody.yaml': apps('Deployment', 'nobody', { replicas: 0 }),
        'paused.yaml': apps('Deployment', 'paused', { replicas: 1, paused: true }),
        'later.yaml': {
          apiVersion: 'batch/v1',
          kind: 'Job',
          metadata: { name: 'later', namespace: name() },
          spec: { suspend: true, template: { spec: job } },
        },
      }
    }
    write('namespace.yaml', namespace())
    for (const [file, object] of Object.entries(objects('app:1'))) write(file, object)
    await setting('push', { rolloutTimeout: 20_000 }).apply()
    for (const [file, object] of Object.entries(objects('app:2')))
      if (file !== 'later.yaml') write(file, object)
    const { apply, lines } = setting('push', { rolloutTimeout: 20_000 })
    await apply()
    const held = 'pods are of an older version'
    const byHand = 'with OnDelete they are replaced only when somebody deletes them'
    expect(lines.filter((line) => line.startsWith('not waiting for')).sort()).toEqual([
      `not waiting for ${name()}/DaemonSet/daemons: 1 of 1 ${held}: ${byHand}`,
      `not waiting for ${name()}/Deployment/nobody: no pod is wanted, so nothing is proven`,
      `not waiting for ${name()}/Deployment/paused: its rollout is paused`,
      `not waiting for ${name()}/Job/later: it is suspended`,
      `not waiting for ${name()}/StatefulSet/by-hand: 1 of 1 ${held}: ${byHand}`,
      `not waiting for ${name()}/StatefulSet/in-part: 1 of 2 ${held}: the partition 1 holds them back`,
    ])
  }, 60_000)

  test('of a Job that removes itself at its end is over when it is gone', async () => {
    const { template } = workload().spec
    write('namespace.yaml', namespace())
    write('job.yaml', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'brief', namespace: name() },
      spec: {
        ttlSecondsAfterFinished: 0,
        template: { spec: { ...template.spec, restartPolicy: 'Never' } },
      },
    })
    const { apply, lines } = setting()
    expect((await apply()).status).toBe('succeeded')
    expect(lines).toContain(`ready: ${name()}/Job/brief`)
  }, 60_000)

  test('of a StatefulSet waits until its pods are available, not only ready', async () => {
    write('namespace.yaml', namespace())
    write('set.yaml', {
      ...workload(),
      kind: 'StatefulSet',
      spec: { ...workload().spec, replicas: 1, serviceName: 'x', minReadySeconds: 3 },
    })
    const { apply, lines } = setting()
    await apply()
    expect(lines).toContain(`waiting for ${name()}/StatefulSet/web: 0 of 1 pods are available`)
    const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: name(), name: 'web' }
    expect(await admin.get(set)).toMatchObject({ status: { readyReplicas: 1, availableReplicas: 1 } })
  }, 60_000)
})

const effective = (plan: Plan) =>
  plan.changes.filter(({ action }) => action !== 'none').map(({ action, address }) => [action, address])

function definition(group: string, kind: string, scope: 'Cluster' | 'Namespaced') {
  const plural = `${kind.toLowerCase()}s`
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      annotations: { 'api-approved.kubernetes.io': 'unapproved, for a test' },
    },
    spec: {
      group,
      scope,
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  }
}

async function isReady(object: KubernetesObject): Promise<boolean> {
  const live = await admin.get(referenceTo(object))
  return live !== undefined && healthOf(live).state === 'ready'
}

async function define(...definitions: ReturnType<typeof definition>[]): Promise<void> {
  for (const each of definitions)
    await admin.apply(each, { fieldManager: 'test', force: false, dryRun: false })
  for (const each of definitions) while (!(await isReady(each))) await sleep(50)
  admin.discovery.refresh()
}

describe('objects', () => {
  test('of one kind and name in two groups are two: planned, applied, remembered and pruned each by itself', async () => {
    const [istio, standard] = ['networking.istio.io', 'gateway.networking.k8s.io']
    await define(definition(istio, 'Gateway', 'Namespaced'), definition(standard, 'Gateway', 'Namespaced'))
    const gateway = (group: string) => ({
      apiVersion: `${group}/v1`,
      kind: 'Gateway',
      metadata: { name: 'web', namespace: name() },
    })
    const inCluster = async () => {
      const found = await Promise.all(
        [istio, standard].map((group) =>
          admin.get({ apiVersion: `${group}/v1`, kind: 'Gateway', namespace: name(), name: 'web' }),
        ),
      )
      return found.map((each) => each?.apiVersion)
    }
    write('namespace.yaml', namespace())
    write('istio.yaml', gateway(istio))
    write('standard.yaml', gateway(standard))
    const { plan, apply } = setting('admin')
    expect(effective(await plan())).toEqual([
      ['create', `${name()}/Gateway.${istio}/web`],
      ['create', `Namespace/${name()}`],
      ['create', `${name()}/Gateway.${standard}/web`],
    ])
    await apply()
    expect(effective(await plan())).toEqual([])
    expect(await inCluster()).toEqual([`${istio}/v1`, `${standard}/v1`])

    rmSync(join(workspace, 'k8s/istio.yaml'))
    expect(effective(await plan())).toEqual([['delete', `${name()}/Gateway.${istio}/web`]])
    expect((await plan()).changes.map(({ address }) => address)).toContain(
      `${name()}/Gateway.${standard}/web`,
    )
    const outcome = await apply()
    expect(outcome.results.map(({ address }) => address)).toEqual([`${name()}/Gateway.${istio}/web`])
    expect(await inCluster()).toEqual([undefined, `${standard}/v1`])
    expect((await plan()).changes.map(({ address }) => address)).toContain(`${name()}/Gateway/web`)
    expect(effective(await plan())).toEqual([])
  }, 60_000)

  test('of another group are not taken for those of Kubernetes: nothing waits for them, nothing protects them', async () => {
    const group = 'example.com'
    const sameNames = ['Job', 'Namespace', 'StatefulSet']
    await define(...sameNames.map((kind) => definition(group, kind, 'Namespaced')))
    write('namespace.yaml', namespace())
    for (const kind of sameNames) {
      const metadata = { name: 'foreign', namespace: name() }
      write(`${kind}.yaml`, { apiVersion: `${group}/v1`, kind, metadata, spec: { replicas: 3 } })
    }
    await setting('admin', { rolloutTimeout: 5_000 }).apply()
    for (const kind of sameNames) rmSync(join(workspace, `k8s/${kind}.yaml`))
    const { plan, apply } = setting('admin', { allowPrune: 3 })
    expect((await plan()).findings).toEqual([])
    expect(effective(await plan())).toEqual(sameNames.map((kind) => ['delete', `${name()}/${kind}/foreign`]))
    await apply()
    for (const kind of sameNames)
      expect(await admin.list({ apiVersion: `${group}/v1`, kind }, { namespace: name() })).toEqual([])
  }, 60_000)
})

describe('what is outside of namespaces', () => {
  const role = (metadata: Record<string, string>) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: name(), ...metadata },
    rules: [],
  })
  const live = () => admin.get({ ...role({}), name: name() })

  test('is not pruned when a needless namespace leaves its manifest', async () => {
    write('namespace.yaml', namespace())
    write('role.yaml', role({ namespace: name() }))
    const { plan, apply } = setting('admin')
    expect(effective(await plan())).toEqual([
      ['create', `Namespace/${name()}`],
      ['create', `ClusterRole/${name()}`],
    ])
    await apply()
    write('role.yaml', role({}))
    expect(effective(await plan())).toEqual([])
    write('role.yaml', { ...role({}), rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] })
    await apply()
    expect(await live()).toMatchObject({ rules: [{ resources: ['pods'] }] })
  }, 60_000)

  test('is not pruned when an older inventory has it in a namespace', async () => {
    write('role.yaml', role({}))
    await setting('admin').apply()
    const { apiVersion, kind } = role({})
    const parent = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'default', name: `omninode-${name()}` }
    const data = { members: JSON.stringify([{ apiVersion, kind, namespace: name(), name: name() }]) }
    const annotations = { 'omninode.io/repository-id': '123456' }
    const metadata = { namespace: parent.namespace, name: parent.name, annotations }
    const old = { apiVersion: parent.apiVersion, kind: parent.kind, metadata, data }
    await admin.apply(old, { fieldManager: fieldManagerOf(application()), force: true, dryRun: false })
    const { plan, apply } = setting('admin')
    expect(effective(await plan())).toEqual([])
    write('settings.yaml', { ...configMap({}), metadata: { name: name(), namespace: 'default' } })
    await apply()
    expect(await live()).toBeDefined()
    const written = (await admin.get(parent)) as { data?: { members?: string } } | undefined
    expect(JSON.parse(written?.data?.members ?? '')).toEqual([
      { apiVersion, kind, name: name(), uid: expect.any(String) },
      { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'default', name: name(), uid: expect.any(String) },
    ])
  }, 60_000)

  test('keeps no release from going on that may not look at it any more, and is told', async () => {
    write('namespace.yaml', namespace())
    await setting().apply()
    const { apiVersion, kind } = role({})
    const parent = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: `omninode-${name()}`,
        namespace: 'default',
        annotations: { 'omninode.io/repository-id': '123456' },
      },
    }
    const data = { members: JSON.stringify([{ apiVersion, kind, name: name() }]) }
    await admin.apply(
      { ...parent, data },
      { fieldManager: fieldManagerOf(application()), force: true, dryRun: false },
    )
    expect((await setting('push', { prune: false }).plan()).findings).toMatchObject([
      {
        rule: 'unhealthy',
        verdict: 'unknown',
        message: expect.stringContaining(`ClusterRole/${name()}`),
        why: expect.stringContaining('cannot get resource "clusterroles"'),
      },
    ])
  }, 60_000)

  test('is known by the cluster where no file says so, in a kustomization too', async () => {
    await define(definition('scopes.example.com', 'Orbit', 'Cluster'))
    const orbit = (own: string) => ({
      apiVersion: 'scopes.example.com/v1',
      kind: 'Orbit',
      metadata: { name: own },
    })
    write('kustomization.yaml', { resources: ['a.yaml', 'b.yaml'], namespace: 'default' })
    write('a.yaml', orbit(`a-${name()}`))
    write('b.yaml', orbit(`b-${name()}`))
    const { plan, apply } = setting('admin')
    expect(effective(await plan())).toEqual([
      ['create', `Orbit/a-${name()}`],
      ['create', `Orbit/b-${name()}`],
    ])
    await apply()
    write('kustomization.yaml', { resources: ['a.yaml'] })
    expect(effective(await plan())).toEqual([['delete', `Orbit/b-${name()}`]])
    await apply()
    const left = await admin.list({ apiVersion: 'scopes.example.com/v1', kind: 'Orbit' })
    expect(left.map(({ metadata }) => metadata.name)).toEqual([`a-${name()}`])
  }, 60_000)

  test('is one object, and what is not needs a namespace, also for a kind that comes with the release', async () => {
    await define(definition('scopes.example.com', 'Orbit', 'Cluster'))
    const orbit = { apiVersion: 'scopes.example.com/v1', kind: 'Orbit' }
    write('a.yaml', { ...orbit, metadata: { name: 'twice', namespace: 'default' } })
    write('b.yaml', { ...orbit, metadata: { name: 'twice', namespace: 'other' } })
    expect(await failuresOf(setting('admin').plan())).toMatchObject([
      { code: 'MANIFEST_DUPLICATE', source: { file: 'k8s/b.yaml' } },
    ])
    rmSync(join(workspace, 'k8s/b.yaml'))
    write('definition.yaml', definition('new.example.com', 'Moon', 'Namespaced'))
    write('moon.yaml', { apiVersion: 'new.example.com/v1', kind: 'Moon', metadata: { name: 'it' } })
    expect((await setting('admin').plan()).findings).toMatchObject([
      { rule: 'namespace-missing', severity: 'error', source: { file: 'k8s/moon.yaml' } },
    ])
  }, 60_000)
})

test('what is applied is what was planned, whatever happens to the files in between', async () => {
  write('namespace.yaml', namespace())
  write('settings.yaml', configMap({ a: 'planned' }))
  const { world } = createTestWorld({ workspace })
  const given = { manifests: 'k8s', application: name(), kubeconfig: kubernetes.adminKubeconfig }
  const run = await openStep(step, 'apply', given, world)
  const plan = await run.plan()
  write('settings.yaml', configMap({ a: 'changed afterwards' }))
  write('more.yaml', { ...configMap({}), metadata: { name: 'more', namespace: name() } })
  rmSync(join(workspace, 'k8s/namespace.yaml'))
  const outcome = await applied(run, plan, forwards())
  await run.close()
  expect(outcome.digest).toBe(plan.digest)
  const live = await admin.list({ apiVersion: 'v1', kind: 'ConfigMap' }, { namespace: name() })
  const named = new Map(live.map(({ metadata, ...rest }) => [metadata.name, rest['data']]))
  expect(named.get('settings')).toEqual({ a: 'planned' })
  expect(named.has('more')).toBe(false)
}, 60_000)

describe('manifests', () => {
  const images = new Map([['app', `app@sha256:${'a'.repeat(64)}`]])
  const read = () => withImages(readManifests(workspace, 'k8s', kustomize), images)
  const problems = () => {
    try {
      read()
      return []
    } catch (error) {
      return failuresIn(error)
    }
  }

  test('tell every problem at once, each at its place', () => {
    write('a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a\n')
    write('b.yaml', 'kind: Thing\n')
    write('c.yaml', configMap({}))
    write('d.yaml', configMap({}))
    expect(problems().map(({ code, source }) => [code, source?.file])).toEqual([
      ['YAML_SYNTAX', 'k8s/a.yaml'],
      ['MANIFEST_INVALID', 'k8s/b.yaml'],
      ['MANIFEST_DUPLICATE', 'k8s/d.yaml'],
    ])
    expect(problems()[0]?.source).toMatchObject({ line: expect.any(Number), column: expect.any(Number) })
  })

  test('of a kustomization get its namespace, labels and images, and keep their places', () => {
    write('kustomization.yaml', {
      resources: ['web.yaml', 'inner'],
      namespace: 'elsewhere',
      labels: [{ pairs: { team: 'x' } }],
    })
    write('web.yaml', workload())
    write('inner/kustomization.yaml', { resources: ['ns.yaml'] })
    write('inner/ns.yaml', namespace())
    expect(problems()).toEqual([])
    const { manifests } = read()
    expect(manifests.map(({ address, source }) => [address, source.file])).toEqual([
      ['Namespace/elsewhere', 'k8s/inner/ns.yaml'],
      ['elsewhere/Deployment/web', 'k8s/web.yaml'],
    ])
    expect(manifests[1]?.object.metadata.labels).toEqual({ team: 'x' })
    expect(JSON.stringify(manifests[1]?.object)).toContain(`app@sha256:${'a'.repeat(64)}`)
  })

  test('of a kustomization that asks for more are refused, not rendered in part', () => {
    write('kustomization.yaml', 'resources: []\nhelmCharts:\n  - name: x\n')
    expect(problems()).toMatchObject([
      {
        code: 'KUSTOMIZATION_UNSUPPORTED',
        what: expect.stringContaining('helmCharts'),
        source: { file: 'k8s/kustomization.yaml', line: 2 },
      },
    ])
  })
})

test('a cluster that cannot be reached is one clear message', async () => {
  write('settings.yaml', configMap({}))
  const { world } = createTestWorld({ workspace, idToken: () => issuer.mint({ exp: 4_000_000_000 }) })
  const cluster = clusterOf({ 'api-server': 'https://127.0.0.1:1', 'certificate-authority': caPem }, world)
  const client = connectCluster(cluster, { concurrency: 8 }, world)
  const deployment: Deployment = {
    manifests: readManifests(workspace, 'k8s'),
    images: new Map(),
    application: { name: 'x', namespace: 'default', repository: '123456' },
    prune: false,
    adopt: [],
    allowPrune: 0,
    forced: [],
    applies: false,
    rolloutTimeout: 1_000,
  }
  const place = { target: 'x', where: {} }
  expect(await failuresOf(planDeployment(client, deployment, place, world))).toMatchObject([
    { code: 'CLUSTER_UNREACHABLE' },
  ])
  client.close()
}, 90_000)
