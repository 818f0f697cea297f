/** What a release says of a target that nothing is to be changed of: it looks at it first. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Counter, kindOf, startCounter } from '#sandbox/kube/counter.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { issuerCertificate } from '#sandbox/oidc/issuer.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import type { Run } from '#toolkit/action/step.ts'
import { applied } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { effectiveChanges, type Plan } from '#toolkit/model/plan.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { step } from '../../src/step.ts'

const progress = () => undefined
let folder: string
let kubernetes: Kubernetes
let counter: Counter
let admin: KubernetesClient
let workspace: string
let serial = 0
let opened: Run[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-deploy-'))
  const requests = [...certificateRequests, issuerCertificate]
  const certificates = await createCertificates(join(folder, 'pki'), requests, { progress })
  kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer: { url: 'https://127.0.0.1:1', caPem: certificates.caPem },
    repositoryId: '123456',
    progress,
  })
  admin = kubernetes.admin()
  counter = await startCounter(kubernetes.url, certificates)
  writeFileSync(join(folder, 'counted.kubeconfig'), counter.kubeconfig)
}, 600_000)
afterAll(async () => {
  admin.close()
  await counter.stop()
  await kubernetes.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  serial++
  workspace = mkdtempSync(join(folder, 'workspace-'))
  mkdirSync(join(workspace, 'k8s'))
  write(namespace())
})
afterEach(close)

/** One run holds the application at a time. */
async function close(): Promise<void> {
  const closing = opened
  opened = []
  for (const run of closing) await run.close()
}

const name = () => `still-${serial}`
const namespace = () => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: name() } })
const settings = (own = 'settings') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: own, namespace: name() },
  data: { a: '1' },
})
const FAIL = 'sandbox.omninode.ai/fail'
const pods = (annotations = {}, more = {}) => ({
  metadata: { labels: { app: 'web' }, annotations },
  spec: { containers: [{ name: 'main', image: 'app:1' }], ...more },
})
const workload = (kind: string, own: string, more: Record<string, unknown> = {}, annotations = {}) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: own, namespace: name() },
  spec: { replicas: 2, selector: { matchLabels: { app: 'web' } }, template: pods(annotations), ...more },
})

function write(object: KubernetesObject): void {
  writeFileSync(join(workspace, 'k8s', `${object.metadata.name}.yaml`), JSON.stringify(object))
}

function remove(object: KubernetesObject): void {
  rmSync(join(workspace, 'k8s', `${object.metadata.name}.yaml`))
}

/** As somebody does it beside the manifests. */
async function byHand(object: KubernetesObject): Promise<void> {
  await admin.apply(object, { fieldManager: 'somebody', force: true, dryRun: false })
}

async function open(inputs: Record<string, string> = {}) {
  await close()
  const { world, lines } = createTestWorld({ workspace })
  const given = {
    manifests: 'k8s',
    application: name(),
    kubeconfig: kubernetes.adminKubeconfig,
    'rollout-timeout': '4s',
    ...inputs,
  }
  const run = await openStep(step, 'apply', given, world)
  opened.push(run)
  return { run, lines }
}

/** Releases, whatever comes of it. */
async function release(inputs: Record<string, string> = {}): Promise<unknown> {
  const { run } = await open({ 'rollout-timeout': '30s', ...inputs })
  return applied(run, await run.plan(), forwards()).catch((error: unknown) => error)
}

/** A second run of the same commit: what its preview found, and what its apply fails with. */
async function again(inputs: Record<string, string> = {}) {
  const { run, lines } = await open(inputs)
  const plan: Plan = await run.plan()
  const proof = await run.prove?.(plan).catch((error: unknown) => error)
  return {
    changes: effectiveChanges(plan).map(({ action, address }) => `${action} ${address}`),
    findings: plan.findings.map(({ rule, severity, message, source }) => ({
      rule,
      severity,
      message,
      file: source?.file,
    })),
    failures: failuresIn(proof),
    lines,
  }
}

async function until(look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) await sleep(100)
}

const available = async (kind: string, own: string) => {
  const live = await admin.get({ apiVersion: 'apps/v1', kind, namespace: name(), name: own })
  return (live as { status?: { availableReplicas?: number } } | undefined)?.status?.availableReplicas ?? 0
}

async function podNames(): Promise<string[]> {
  const found = await admin.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace: name(), labels: 'app=web' })
  return found.map(({ metadata }) => metadata.name).sort()
}

/** Breaks a pod that runs. */
async function crash(pod: string | undefined): Promise<void> {
  const metadata = { name: pod ?? '', namespace: name(), annotations: { [FAIL]: 'crash-loop' } }
  await byHand({ apiVersion: 'v1', kind: 'Pod', metadata })
}

describe('when nothing is to be changed, a release', () => {
  test('that is well says so', async () => {
    write(settings())
    write(workload('Deployment', 'web'))
    await release()
    expect(await again()).toMatchObject({
      changes: [],
      findings: [],
      failures: [],
      lines: expect.arrayContaining([`ready: ${name()}/Deployment/web`]),
    })
  }, 60_000)

  test('that failed fails again, and its preview says what is not well', async () => {
    write(workload('Deployment', 'web', {}, { [FAIL]: 'image-not-found' }))
    expect(failuresIn(await release())).toMatchObject([{ code: 'ROLLOUT_FAILED' }])
    expect(await again()).toMatchObject({
      changes: [],
      findings: [
        {
          rule: 'unhealthy',
          severity: 'warning',
          message: `${name()}/Deployment/web is not well: 0 of 2 pods are available.`,
          file: 'k8s/web.yaml',
        },
      ],
      failures: [
        {
          code: 'ROLLOUT_FAILED',
          what: expect.stringMatching(/container main of pod web-\S+ is in (ErrImagePull|ImagePullBackOff)/),
          source: { file: 'k8s/web.yaml' },
        },
      ],
    })
  }, 60_000)

  test('whose pods broke after it had gone well fails', async () => {
    write(workload('Deployment', 'web'))
    await release()
    await crash((await podNames())[0])
    await until(async () => (await available('Deployment', 'web')) === 1)
    expect(await again()).toMatchObject({
      changes: [],
      findings: [{ message: `${name()}/Deployment/web is not well: 1 of 2 pods are available.` }],
      failures: [{ code: 'ROLLOUT_FAILED', what: expect.stringContaining('CrashLoopBackOff') }],
    })
  }, 60_000)

  test('that somebody has paused waits for whoever did, and then fails', async () => {
    write(workload('Deployment', 'web'))
    await release()
    const { apiVersion, kind, metadata } = workload('Deployment', 'web')
    await byHand({ apiVersion, kind, metadata, spec: { paused: true } })
    const reason = 'its rollout is paused'
    expect(await again()).toMatchObject({
      changes: [],
      findings: [{ message: `${name()}/Deployment/web is not well: ${reason}.` }],
      failures: [{ code: 'ROLLOUT_TIMEOUT', why: reason }],
    })
  }, 60_000)

  test('that its own manifest pauses is as it should be', async () => {
    write(workload('Deployment', 'web', { paused: true }))
    await release()
    expect(await again()).toMatchObject({ changes: [], findings: [], failures: [] })
  }, 60_000)

  test('with a Job that failed fails, and says that a Job does not run again by itself', async () => {
    const template = pods({ [FAIL]: 'image-not-found' }, { restartPolicy: 'Never' })
    write({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'once', namespace: name() },
      spec: { activeDeadlineSeconds: 1, template },
    })
    await release()
    await until(async () => {
      const [job] = await admin.list({ apiVersion: 'batch/v1', kind: 'Job' }, { namespace: name() })
      return JSON.stringify(job?.['status']).includes('"Failed"')
    })
    expect(await again()).toMatchObject({
      changes: [],
      findings: [{ message: expect.stringMatching(/Job\/once is not well: it failed: DeadlineExceeded/) }],
      failures: [
        {
          code: 'ROLLOUT_FAILED',
          why: expect.stringContaining('DeadlineExceeded'),
          fix: expect.stringContaining('A Job runs once'),
        },
      ],
    })
  }, 60_000)

  test('with a StatefulSet half way fails', async () => {
    write(workload('StatefulSet', 'web', { serviceName: 'x' }))
    await release()
    await crash('web-1')
    await until(async () => (await available('StatefulSet', 'web')) === 1)
    expect(await again()).toMatchObject({
      changes: [],
      findings: [{ message: `${name()}/StatefulSet/web is not well: 1 of 2 pods are available.` }],
      failures: [{ code: 'ROLLOUT_FAILED' }],
    })
  }, 60_000)

  test('with a member that is being deleted fails, also one that nobody waits for', async () => {
    write(settings())
    await release()
    const { apiVersion, kind, metadata } = settings()
    await byHand({ apiVersion, kind, metadata: { ...metadata, finalizers: ['example.com/held'] } })
    await admin.delete(referenceTo(settings()))
    expect(await again()).toMatchObject({
      changes: [],
      findings: [{ message: `${name()}/ConfigMap/settings is not well: it is being deleted.` }],
      failures: [{ code: 'ROLLOUT_FAILED', why: 'it is being deleted' }],
    })
    await byHand({ apiVersion, kind, metadata: { ...metadata, finalizers: [] } })
  }, 60_000)

  test('waits for what gets well by itself', async () => {
    write(workload('Deployment', 'web', { minReadySeconds: 3 }))
    await release()
    const [pod = ''] = await podNames()
    await admin.delete({ apiVersion: 'v1', kind: 'Pod', namespace: name(), name: pod })
    await until(async () => (await available('Deployment', 'web')) === 1)
    const { failures, lines } = await again({ 'rollout-timeout': '30s' })
    expect(failures).toEqual([])
    expect(lines).toEqual(
      expect.arrayContaining([
        `waiting for ${name()}/Deployment/web: 1 of 2 pods are available`,
        `ready: ${name()}/Deployment/web`,
      ]),
    )
  }, 60_000)
})

describe('a member', () => {
  test('that somebody deleted is made again, although the inventory names it', async () => {
    write(settings())
    await release()
    await admin.delete(referenceTo(settings()))
    expect((await again()).changes).toEqual([`create ${name()}/ConfigMap/settings`])
  }, 60_000)

  test('that left the manifests and stays is told when it is not well, and keeps no release from going on', async () => {
    const broken = workload('Deployment', 'web', {}, { [FAIL]: 'image-not-found' })
    write(settings())
    write(broken)
    await release()
    remove(broken)
    expect(await again()).toMatchObject({
      changes: [],
      findings: [
        { rule: 'unhealthy', message: `${name()}/Deployment/web is not well: 0 of 2 pods are available.` },
        { rule: 'orphan', severity: 'notice' },
      ],
      failures: [],
    })
    await admin.delete(referenceTo(broken))
    await until(async () => (await admin.get(referenceTo(broken))) === undefined)
    expect(await again()).toMatchObject({ changes: [], findings: [], failures: [] })
  }, 60_000)

  test('that is not well is told beside the change that may cure it', async () => {
    write(workload('Deployment', 'web', {}, { [FAIL]: 'image-not-found' }))
    await release()
    write(workload('Deployment', 'web'))
    expect(await again()).toMatchObject({
      changes: [`update ${name()}/Deployment/web`],
      findings: [{ rule: 'unhealthy', severity: 'warning' }],
    })
    expect(await release()).toMatchObject({ status: 'succeeded' })
    expect(await again()).toMatchObject({ changes: [], findings: [], failures: [] })
  }, 60_000)
})

test('a release of many objects is asked for by lists, and waited for without asking more than twice a second for a kind', async () => {
  const names = (word: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${word}-${index}`)
  for (const own of names('settings', 12)) write(settings(own))
  // No node takes them: they are waited for until the time is over.
  for (const own of names('web', 6))
    write(workload('Deployment', own, { template: pods({}, { nodeSelector: { disk: 'none' } }) }))
  counter.take()
  const error = await release({
    kubeconfig: join(folder, 'counted.kubeconfig'),
    'rollout-timeout': '6s',
  })
  expect(failuresIn(error).map(({ code }) => code)).toEqual(Array(6).fill('ROLLOUT_TIMEOUT'))
  const asked = counter.take()
  const one = /\/(?:configmaps\/settings|deployments\/web)-/
  expect(asked.filter(({ verb, path }) => verb === 'GET' && one.test(path))).toEqual([])
  const deployed =
    asked.findLast(({ verb, path }) => verb === 'PATCH' && path.includes('/deployments/'))?.at ?? 0
  const waiting = asked.filter(({ at }) => at > deployed + 1_500 && at < deployed + 5_500)
  const rates = [...Map.groupBy(waiting, kindOf)].map(([kind, { length }]) => ({ kind, rate: length / 4 }))
  expect(rates.filter(({ rate }) => rate > 2)).toEqual([])
}, 60_000)

describe('an object of a kind that a definition defines', () => {
  const GROUP = 'ready.example.com'
  const any = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `widgets.${GROUP}` },
    spec: {
      group: GROUP,
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets', singular: 'widget', listKind: 'WidgetList' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: { openAPIV3Schema: { ...any, properties: { spec: any, status: any } } },
        },
      ],
    },
  }
  const widget = (size: number) => ({
    apiVersion: `${GROUP}/v1`,
    kind: 'Widget',
    metadata: { name: 'it', namespace: name() },
    // A selector of a foreign kind, which means no pods.
    spec: { size, selector: { matchLabels: { app: 'web' } } },
  })
  /** As its controller says how it is. */
  const tell = (observedGeneration: number, ...conditions: readonly (readonly [string, string, string])[]) =>
    admin.raw(
      'PATCH',
      `/apis/${GROUP}/v1/namespaces/${name()}/widgets/it/status`,
      {
        status: {
          observedGeneration,
          conditions: conditions.map(([type, status, message]) => ({ type, status, reason: 'It', message })),
        },
      },
      { 'content-type': 'application/merge-patch+json' },
    )
  const generation = async () => (await admin.get(referenceTo(widget(1))))?.metadata.generation

  beforeAll(async () => {
    await byHand(definition)
    await until(async () =>
      JSON.stringify(await admin.get(referenceTo(definition))).includes('"Established"'),
    )
    admin.discovery.refresh()
    await sleep(1_000) // the API server's own discovery follows in the background
  })

  test('is waited for after a change, until its controller has seen it and says that it is ready', async () => {
    write(widget(1))
    // What says nothing of itself is as it should be.
    expect(await release()).toMatchObject({ status: 'succeeded' })
    await tell(1, ['Ready', 'True', ''])
    write(widget(2))
    const { run, lines } = await open({ 'rollout-timeout': '30s' })
    const told = async (line: string) => until(async () => lines.some((each) => each.includes(line)))
    const controls = async () => {
      await until(async () => (await generation()) === 2)
      await told('its controller has not seen it yet')
      await tell(2, ['Ready', 'True', ''], ['Reconciling', 'True', 'half way'])
      await told('it is being reconciled: It: half way')
      await tell(2, ['Ready', 'False', 'nearly'])
      await told('it is not ready: It: nearly')
      await tell(2, ['Ready', 'True', ''])
    }
    const [outcome] = await Promise.all([applied(run, await run.plan(), forwards()), controls()])
    expect(outcome.status).toBe('succeeded')
    expect(lines).toContain(`ready: ${name()}/Widget/it`)
  }, 60_000)

  test('that is not ready is waited for when nothing is to be changed, and told when the time is over', async () => {
    write(widget(1))
    await release()
    await tell(1, ['Ready', 'False', 'no such shop'])
    const why = 'it is not ready: It: no such shop'
    expect(await again()).toMatchObject({
      changes: [],
      findings: [{ rule: 'unhealthy', message: `${name()}/Widget/it is not well: ${why}.` }],
      failures: [
        {
          code: 'ROLLOUT_TIMEOUT',
          what: `${name()}/Widget/it did not get ready within 4.0 s.`,
          why,
          fix: 'Look at its status and events, or raise `rollout-timeout`.',
        },
      ],
    })
  }, 60_000)

  test('that is stalled fails at once', async () => {
    write(widget(1))
    await release()
    await tell(1, ['Stalled', 'True', 'no such shop'], ['Ready', 'False', ''])
    const began = performance.now()
    const { failures } = await again({ 'rollout-timeout': '30s' })
    expect(failures).toMatchObject([
      {
        code: 'ROLLOUT_FAILED',
        what: `${name()}/Widget/it is not well.`,
        why: 'it is stalled: It: no such shop',
      },
    ])
    expect(performance.now() - began).toBeLessThan(15_000)
  }, 60_000)
})
