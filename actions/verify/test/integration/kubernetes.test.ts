import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { runs, seed } from '#test/repetitions.ts'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { judge } from '../../src/policy.ts'
import type { ProbeResult } from '../../src/probes/probe.ts'
import { probeRollout, type RolloutTarget } from '../../src/probes/rollout.ts'
import { readRepository } from '../../src/repository/repository.ts'
import { rule as noHostAccess } from '../../src/rules/no-host-access.ts'
import { rule as restrictedContainer } from '../../src/rules/restricted-container.ts'
import { rule as runAsNonRoot } from '../../src/rules/run-as-non-root.ts'
import { step } from '../../src/step.ts'
import { createCheckout } from '../checkout.ts'

const NAMESPACE = 'proven'
const quiet = { progress: () => undefined }
const manage = { fieldManager: 'test', force: false, dryRun: false }

let folder = ''
let issuer: OidcIssuer
let kubernetes: Kubernetes
let admin: KubernetesClient

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-verify-'))
  const certificates = await createCertificates(
    join(folder, 'pki'),
    [...certificateRequests, issuerCertificate],
    quiet,
  )
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer: { url: issuer.url, caPem: certificates.caPem },
    repositoryId: '123456',
    ...quiet,
  })
  admin = kubernetes.admin()
  await admin.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } }, manage)
}, 900_000)

afterAll(async () => {
  admin.close()
  await kubernetes.stop()
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})

function workload(
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job',
  name: string,
  spec: Readonly<Record<string, unknown>>,
  image = 'app:1',
  annotations: Readonly<Record<string, string>> = {},
): KubernetesObject {
  const pod = {
    ...(kind === 'Job' ? { restartPolicy: 'Never' } : {}),
    containers: [{ name: 'main', image }],
  }
  const template = { metadata: { labels: { app: name }, annotations }, spec: pod }
  const selector = kind === 'Job' ? {} : { selector: { matchLabels: { app: name } } }
  return {
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name, namespace: NAMESPACE },
    spec: { ...selector, template, ...spec },
  }
}

function probe(
  kind: RolloutTarget['kind'],
  name: string,
  deadline = 30_000,
  signal = new AbortController().signal,
): Promise<ProbeResult> {
  const target: RolloutTarget = { probe: 'rollout', namespace: NAMESPACE, kind, name }
  return probeRollout(target, admin, { deadline, signal, waitFor: () => undefined })
}

describe('a rollout', () => {
  test.each([
    ['Deployment', { replicas: 3 }, '3 of 3 pods of this version are available.'],
    ['StatefulSet', { replicas: 2, serviceName: 'x' }, '2 of 2 pods of this version are available.'],
    ['DaemonSet', {}, '1 of 1 pods of this version are available.'],
    ['Job', {}, 'It is complete.'],
  ] as const)('of a %s is waited for, and proven', async (kind, spec, message) => {
    const name = `good-${kind.toLowerCase()}`
    await admin.apply(workload(kind, name, spec), manage)
    expect(await probe(kind, name)).toEqual({ status: 'done', message })
  })

  test('is proven of the version that was applied last, not of the one before', async () => {
    const applied = (image: string) =>
      admin.apply(workload('Deployment', 'twice', { replicas: 4 }, image), manage)
    await applied('app:1')
    expect(await probe('Deployment', 'twice')).toMatchObject({ status: 'done' })
    await applied('app:2')
    expect(await probe('Deployment', 'twice')).toMatchObject({ status: 'done' })
    const pods = await admin.list(
      { apiVersion: 'v1', kind: 'Pod' },
      { namespace: NAMESPACE, labels: 'app=twice' },
    )
    const living = pods.filter((pod) => !('deletionTimestamp' in pod.metadata))
    expect(JSON.stringify(living)).not.toContain('app:1')
  })

  test('fails at once when there is no such object', async () => {
    const before = performance.now()
    expect(await probe('Deployment', 'never-made')).toEqual({
      status: 'failed',
      message: `There is no Deployment never-made in the namespace ${NAMESPACE}.`,
    })
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  test('fails when its pods do not become available in time, and says how many did', async () => {
    const failing = { 'sandbox.omninode.ai/fail': 'image-not-found' }
    await admin.apply(workload('Deployment', 'failing', { replicas: 2 }, 'app:1', failing), manage)
    expect(await probe('Deployment', 'failing', 3_000)).toEqual({
      status: 'failed',
      message: 'After 3.0 s 0 of 2 pods are available.',
    })
  })

  test('fails at once when its controller has given up', async () => {
    const failing = { 'sandbox.omninode.ai/fail': 'image-not-found' }
    const spec = { replicas: 1, progressDeadlineSeconds: 1 }
    await admin.apply(workload('Deployment', 'given-up', spec, 'app:1', failing), manage)
    expect(await probe('Deployment', 'given-up')).toEqual({
      status: 'failed',
      message: 'It makes no progress (ProgressDeadlineExceeded).',
    })
  })

  test('proves nothing when no pod is wanted', async () => {
    await admin.apply(workload('Deployment', 'nobody', { replicas: 0 }), manage)
    expect(await probe('Deployment', 'nobody')).toEqual({
      status: 'unknown',
      message: 'No pod is wanted, so nothing is proven.',
    })
  })

  test('proves nothing while it is paused', async () => {
    await admin.apply(workload('Deployment', 'paused', { replicas: 1, paused: true }), manage)
    expect(await probe('Deployment', 'paused')).toEqual({
      status: 'unknown',
      message: 'Its rollout is paused.',
    })
  })

  test('fails at once when it is being deleted', async () => {
    const object = workload('Deployment', 'ending', { replicas: 1 })
    const metadata = { ...object.metadata, finalizers: ['example.com/keep'] }
    await admin.apply({ ...object, metadata }, manage)
    const reference = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: NAMESPACE, name: 'ending' }
    await admin.delete(reference)
    expect(await probe('Deployment', 'ending')).toEqual({
      status: 'failed',
      message: 'It is being deleted.',
    })
    await admin.apply(object, manage)
  })

  test.each([
    ['OnDelete', { type: 'OnDelete' }, 'with OnDelete they are replaced only when somebody deletes them'],
    ['partition', { rollingUpdate: { partition: 2 } }, 'the partition 2 holds them back'],
  ])('proves nothing of pods that stay old: %s', async (how, updateStrategy, why) => {
    const name = `old-${how.toLowerCase()}`
    const spec = { replicas: 2, serviceName: 'x', updateStrategy }
    await admin.apply(workload('StatefulSet', name, spec), manage)
    expect(await probe('StatefulSet', name)).toMatchObject({ status: 'done' })
    await admin.apply(workload('StatefulSet', name, spec, 'app:2'), manage)
    expect(await probe('StatefulSet', name)).toEqual({
      status: 'unknown',
      message: `2 of 2 pods are of an older version: ${why}.`,
    })
  })

  test('is left alone at once when the run is cancelled', async () => {
    const failing = { 'sandbox.omninode.ai/fail': 'image-not-found' }
    await admin.apply(workload('Deployment', 'cancelled', { replicas: 1 }, 'app:1', failing), manage)
    const abort = new AbortController()
    const reason = new Error('cancelled')
    const probing = probe('Deployment', 'cancelled', 60_000, abort.signal)
    await sleep(500)
    abort.abort(reason)
    await expect(probing).rejects.toBe(reason)
  })

  test('survives a restart of the API server', async () => {
    await admin.apply(workload('Deployment', 'restarted', { replicas: 1 }), manage)
    const restarted = kubernetes.restartApiServer(500)
    const proven = probe('Deployment', 'restarted', 60_000)
    await restarted
    expect(await proven).toMatchObject({ status: 'done' })
  }, 90_000)
})

describe('the whole of live', () => {
  let server: Server
  let address = ''

  beforeAll(async () => {
    server = createServer((request, response) => {
      const open = request.url === '/health/ready'
      const known = request.url === '/v1/tenants'
      const allowed = request.headers['x-api-key'] === 'not-a-real-key'
      response.writeHead(open || (known && allowed) ? 200 : known ? 401 : 404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // an address: it listens on TCP
    await admin.apply(workload('Deployment', 'api', { replicas: 1 }), manage)
  })
  afterAll(() => void server.close())

  async function live(targets: string, more: { signal?: AbortSignal; timeout?: string } = {}) {
    const { world, lines } = createTestWorld({
      workspace: createCheckout({ 'k8s/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n' }),
      env: { API_URL: address, API_KEY: 'not-a-real-key' },
      ...(more.signal === undefined ? {} : { signal: more.signal }),
    })
    const given = {
      targets,
      kubeconfig: kubernetes.adminKubeconfig,
      'rollout-timeout': more.timeout ?? '30s',
    }
    const run = await openStep(step, 'live', given, world)
    const plan = await run.plan()
    const outcome = await ended(run, plan, forwards(), { onlyLooks: true, signal: world.signal })
    await run.close()
    return { outcome, lines, outputs: step.report(plan, outcome) }
  }

  const good = [
    `rollout ${NAMESPACE}/Deployment/api`,
    'http env:API_URL/health/ready expect 200',
    'http env:API_URL/v1/tenants header x-api-key env:API_KEY expect 200',
    'http env:API_URL/v1/tenants expect 401',
  ]

  test('succeeds when every probe does, and has changed nothing', async () => {
    const { outcome, outputs, lines } = await live(good.join('\n'))
    expect(outcome).toMatchObject({ status: 'succeeded', changed: false })
    expect(outcome.results.map(({ address: each, status }) => [each, status])).toEqual([
      [`rollout ${NAMESPACE}/Deployment/api`, 'done'],
      ['http env:API_URL/health/ready', 'done'],
      ['http env:API_URL/v1/tenants with x-api-key', 'done'],
      ['http env:API_URL/v1/tenants', 'done'],
    ])
    expect(outputs).toEqual({ findings: '0', passed: '4', failed: '0' })
    expect(`${lines.join('\n')}${JSON.stringify(outcome)}`).not.toContain('not-a-real-key')
  })

  test.each([
    ['fails', 'http env:API_URL/gone expect 200', 'failed'],
    ['cannot tell', `rollout ${NAMESPACE}/Deployment/nobody`, 'unknown'],
  ])('fails when one probe %s, and still tells of all the others', async (_how, line, status) => {
    const { outcome, outputs } = await live([line, ...good].join('\n'))
    expect(outcome).toMatchObject({ status: 'failed', changed: false })
    expect(outcome.results.map((result) => result.status)).toEqual([status, 'done', 'done', 'done', 'done'])
    expect(outputs).toMatchObject({ passed: '4', failed: '1' })
  })

  test('tells what it waits for', async () => {
    const { outcome, lines } = await live(`rollout ${NAMESPACE}/Deployment/failing`, { timeout: '2s' })
    expect(outcome.status).toBe('failed')
    expect(lines.join('\n')).toContain(
      `rollout ${NAMESPACE}/Deployment/failing: waiting for 0 of 2 pods are available`,
    )
  })

  test('is cancelled with the run: what was not proven is unknown', async () => {
    const abort = new AbortController()
    setTimeout(() => abort.abort(new Error('cancelled')), 1_000)
    const { outcome } = await live(`rollout ${NAMESPACE}/Deployment/failing`, {
      signal: abort.signal,
      timeout: '5m',
    })
    expect(outcome).toMatchObject({
      status: 'cancelled',
      results: [{ status: 'unknown', message: 'The run was cancelled before it was proven.' }],
    })
  })
})

type Spec = Record<string, unknown>
interface Draft {
  readonly pod: Spec
  readonly podContext: Spec
  readonly container: Spec
  readonly context: Spec
  readonly init: Spec | undefined
}

const sound: Draft = {
  pod: {},
  podContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  container: {},
  context: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  init: undefined,
}

/**
 * The ways in which a pod can differ from what "restricted" wants, and some in which it may. Privileged pods are not
 * among them: this API server refuses them by its own flags, before Pod Security is asked.
 */
const changes: Readonly<Record<string, (draft: Draft) => Draft>> = {
  'nothing about root': (draft) => ({
    ...draft,
    podContext: { ...draft.podContext, runAsNonRoot: undefined },
  }),
  'a pod that may be root': (draft) => ({
    ...draft,
    podContext: { ...draft.podContext, runAsNonRoot: false },
  }),
  'a container that may be root': (draft) => ({
    ...draft,
    context: { ...draft.context, runAsNonRoot: false },
  }),
  'a container that may not': (draft) => ({ ...draft, context: { ...draft.context, runAsNonRoot: true } }),
  'user 0': (draft) => ({ ...draft, podContext: { ...draft.podContext, runAsUser: 0 } }),
  'user 0 in the container': (draft) => ({ ...draft, context: { ...draft.context, runAsUser: 0 } }),
  'user 10001': (draft) => ({ ...draft, podContext: { ...draft.podContext, runAsUser: 10001 } }),
  escalation: (draft) => ({ ...draft, context: { ...draft.context, allowPrivilegeEscalation: true } }),
  'too little dropped': (draft) => ({
    ...draft,
    context: { ...draft.context, capabilities: { drop: ['NET_RAW'] } },
  }),
  'all in small letters': (draft) => ({
    ...draft,
    context: { ...draft.context, capabilities: { drop: ['all'] } },
  }),
  'a small port': (draft) => ({
    ...draft,
    context: { ...draft.context, capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } },
  }),
  'a capability': (draft) => ({
    ...draft,
    context: { ...draft.context, capabilities: { drop: ['ALL'], add: ['SYS_TIME'] } },
  }),
  'no seccomp': (draft) => ({ ...draft, podContext: { ...draft.podContext, seccompProfile: undefined } }),
  'seccomp off': (draft) => ({
    ...draft,
    podContext: { ...draft.podContext, seccompProfile: { type: 'Unconfined' } },
  }),
  'seccomp of the container': (draft) => ({
    ...draft,
    context: { ...draft.context, seccompProfile: { type: 'RuntimeDefault' } },
  }),
  'seccomp off in the container': (draft) => ({
    ...draft,
    context: { ...draft.context, seccompProfile: { type: 'Unconfined' } },
  }),
  hostPID: (draft) => ({ ...draft, pod: { ...draft.pod, hostPID: true } }),
  hostIPC: (draft) => ({ ...draft, pod: { ...draft.pod, hostIPC: true } }),
  hostNetwork: (draft) => ({ ...draft, pod: { ...draft.pod, hostNetwork: true } }),
  'a host port': (draft) => ({
    ...draft,
    container: { ...draft.container, ports: [{ containerPort: 8080, hostPort: 8080 }] },
  }),
  'a port': (draft) => ({ ...draft, container: { ...draft.container, ports: [{ containerPort: 8080 }] } }),
  'a host path': (draft) => ({
    ...draft,
    pod: { ...draft.pod, volumes: [{ name: 'v', hostPath: { path: '/' } }] },
  }),
  NFS: (draft) => ({
    ...draft,
    pod: { ...draft.pod, volumes: [{ name: 'v', nfs: { server: 'nfs.example.com', path: '/' } }] },
  }),
  'an empty volume': (draft) => ({ ...draft, pod: { ...draft.pod, volumes: [{ name: 'v', emptyDir: {} }] } }),
  'a volume of no type': (draft) => ({ ...draft, pod: { ...draft.pod, volumes: [{ name: 'v' }] } }),
  'a probe elsewhere': (draft) => ({
    ...draft,
    container: { ...draft.container, livenessProbe: { httpGet: { host: 'example.com', port: 80 } } },
  }),
  'a probe': (draft) => ({
    ...draft,
    container: { ...draft.container, readinessProbe: { httpGet: { path: '/', port: 80 } } },
  }),
  'a hook elsewhere': (draft) => ({
    ...draft,
    container: { ...draft.container, lifecycle: { preStop: { httpGet: { host: 'example.com', port: 80 } } } },
  }),
  'a safe sysctl': (draft) => ({
    ...draft,
    podContext: { ...draft.podContext, sysctls: [{ name: 'net.ipv4.tcp_rmem', value: '1' }] },
  }),
  'another sysctl': (draft) => ({
    ...draft,
    podContext: { ...draft.podContext, sysctls: [{ name: 'kernel.msgmax', value: '1' }] },
  }),
  'an SELinux type': (draft) => ({
    ...draft,
    context: { ...draft.context, seLinuxOptions: { type: 'container_engine_t' } },
  }),
  'another SELinux type': (draft) => ({
    ...draft,
    context: { ...draft.context, seLinuxOptions: { type: 'spc_t' } },
  }),
  'an SELinux user': (draft) => ({
    ...draft,
    podContext: { ...draft.podContext, seLinuxOptions: { user: 'root' } },
  }),
  'AppArmor off': (draft) => ({
    ...draft,
    context: { ...draft.context, appArmorProfile: { type: 'Unconfined' } },
  }),
  AppArmor: (draft) => ({
    ...draft,
    podContext: { ...draft.podContext, appArmorProfile: { type: 'RuntimeDefault' } },
  }),
  'an init container like the other': (draft) => ({ ...draft, init: {} }),
  'an init container without a context': (draft) => ({ ...draft, init: { securityContext: undefined } }),
  'unmasked /proc': (draft) => ({
    ...draft,
    pod: { ...draft.pod, hostUsers: false },
    context: { ...draft.context, procMount: 'Unmasked' },
  }),
}

function podOf(names: readonly string[]): KubernetesObject {
  const draft = names.reduce((current, name) => changes[name]?.(current) ?? current, sound)
  const container = { image: 'app:1', securityContext: draft.context, ...draft.container }
  const {
    ports: _ports,
    livenessProbe: _live,
    readinessProbe: _ready,
    lifecycle: _hooks,
    ...inert
  } = container as Spec
  return JSON.parse(
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'judged', namespace: 'restricted' },
      spec: {
        ...draft.pod,
        securityContext: draft.podContext,
        containers: [{ ...container, name: 'main' }],
        ...(draft.init === undefined ? {} : { initContainers: [{ ...inert, name: 'init', ...draft.init }] }),
      },
    }),
  ) // without what is undefined, as a file would have it
}

/** Whether the API server's own admission takes it. */
async function admitted(pod: KubernetesObject): Promise<boolean> {
  try {
    await admin.raw('POST', '/api/v1/namespaces/restricted/pods?dryRun=All', pod)
    return true
  } catch (error) {
    if (error instanceof KubernetesError && error.said.includes('violates PodSecurity "restricted:latest"'))
      return false
    throw error
  }
}

/** Whether our rules take it. */
function passes(pod: KubernetesObject): boolean {
  const { repository } = readRepository(createCheckout({ 'k8s/pod.yaml': JSON.stringify(pod) }), [])
  return judge(repository, [runAsNonRoot, restrictedContainer, noHostAccess]).length === 0
}

describe('our rules and Pod Security "restricted"', () => {
  beforeAll(async () => {
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' }
    await admin.apply(
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'restricted', labels } },
      manage,
    )
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', namespace: 'restricted', name: 'default' }
    while ((await admin.get(account)) === undefined) await sleep(100)
  })

  test('take the same pod', async () => {
    expect([await admitted(podOf([])), passes(podOf([]))]).toEqual([true, true])
  })

  test.each(Object.keys(changes))('say the same of a pod with %s', async (name) => {
    expect(passes(podOf([name]))).toBe(await admitted(podOf([name])))
  })

  test('say the same of pods with several of them', async () => {
    const names = fc.uniqueArray(fc.constantFrom(...Object.keys(changes)), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(names, async (chosen) => {
        // Unmasked /proc wants a user namespace, in which Pod Security lets root be and the host's namespaces are invalid.
        fc.pre(!chosen.includes('unmasked /proc'))
        // So are sysctls of a namespace that the pod shares with its host.
        fc.pre(!(chosen.includes('hostNetwork') && chosen.some((each) => each.includes('sysctl'))))
        fc.pre(!(chosen.includes('hostIPC') && chosen.includes('another sysctl')))
        expect(passes(podOf(chosen))).toBe(await admitted(podOf(chosen)))
      }),
      { seed, numRuns: runs(150) },
    )
  }, 120_000)

  test('differ on purpose in one thing: root in a user namespace is still root', async () => {
    const pod = podOf(['a pod that may be root'])
    const inUserNamespace = { ...pod, spec: { ...(pod['spec'] as Spec), hostUsers: false } }
    expect([await admitted(inUserNamespace), passes(inUserNamespace)]).toEqual([true, false])
  })
})
