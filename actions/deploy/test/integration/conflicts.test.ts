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
import { KubernetesObject, referenceTo, valueAt } from '#toolkit/kubernetes/object.ts'
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

/** A kind of somebody else's that can be scaled as Deployments are. */
const rollouts = KubernetesObject.parse({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'rollouts.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Rollout', plural: 'rollouts', singular: 'rollout', listKind: 'RolloutList' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: {
          scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' },
        },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: { replicas: { type: 'integer' }, version: { type: 'string' } },
              },
              status: { type: 'object', properties: { replicas: { type: 'integer' } } },
            },
          },
        },
      },
    ],
  },
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-conflicts-'))
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
  await admin.apply(rollouts, byTest)
  for (;;) {
    const live = await admin.get(referenceTo(rollouts))
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

const name = () => `conflicts-${serial}`
const make = (object: unknown) => admin.apply(KubernetesObject.parse(object), byTest)

function write(file: string, object: unknown): void {
  writeFileSync(join(workspace, 'k8s', file), JSON.stringify(object, undefined, 2))
}

async function opened(command: 'plan' | 'apply', inputs: Record<string, string> = {}) {
  const { world } = createTestWorld({ workspace })
  const given = {
    manifests: 'k8s',
    application: name(),
    'rollout-timeout': '20s',
    kubeconfig: kubernetes.adminKubeconfig,
    ...inputs,
  }
  return openStep(step, command, given, world)
}

async function planned(inputs: Record<string, string> = {}) {
  const run = await opened('plan', inputs)
  return run.plan().finally(() => run.close())
}

async function deployed(inputs: Record<string, string> = {}) {
  const run = await opened('apply', inputs)
  try {
    const plan = await run.plan()
    expect(plan.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    return await applied(run, plan, forwards())
  } finally {
    await run.close()
  }
}

async function failuresOf(work: Promise<unknown>) {
  return failuresIn(await work.catch((error) => error))
}

interface Parts {
  readonly replicas?: number
  readonly image?: string
  readonly more?: Record<string, unknown>
  readonly metadata?: Record<string, unknown>
}

const workload = (
  kind: 'Deployment' | 'StatefulSet',
  { replicas, image = 'app:1', more, metadata }: Parts = {},
) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web', namespace: name(), ...metadata },
  spec: {
    ...(replicas === undefined ? {} : { replicas }),
    ...(kind === 'StatefulSet' ? { serviceName: 'web' } : {}),
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'main', image, ...more }] },
    },
  },
})
const rollout = ({ replicas, image = 'app:1' }: Parts = {}) => ({
  apiVersion: 'example.com/v1',
  kind: 'Rollout',
  metadata: { name: 'web', namespace: name() },
  spec: { ...(replicas === undefined ? {} : { replicas }), version: image },
})
const configMap = (own: string, data: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: own, namespace: name() },
  data,
})

const pathOf = async (object: unknown) =>
  (await admin.discovery.pathOf(referenceTo(KubernetesObject.parse(object)))) ?? ''
const live = async (object: unknown) => {
  const found = await admin.get(referenceTo(KubernetesObject.parse(object)))
  if (found === undefined) throw new Error('this test needs it to be there')
  return found
}

/** As a tool makes an object that knows no server-side apply. */
async function made(
  manager: string,
  object: { metadata: Record<string, unknown> },
  saves: boolean,
): Promise<void> {
  const path = (await pathOf(object)).replace(/\/[^/]*$/, '')
  const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': `${JSON.stringify(object)}\n` }
  const { metadata } = object
  const saved = {
    ...object,
    metadata: { ...metadata, annotations: { ...(metadata['annotations'] as object), ...annotations } },
  }
  await admin.raw('POST', `${path}?fieldManager=${manager}`, saves ? saved : object)
}

/** As an autoscaler does it, or `kubectl scale`. */
async function scaled(object: unknown, replicas: number, manager = 'kube-controller-manager'): Promise<void> {
  const path = `${await pathOf(object)}/scale?fieldManager=${manager}`
  await admin.raw('PATCH', path, { spec: { replicas } }, { 'content-type': 'application/merge-patch+json' })
}

const replicasOf = async (object: unknown) => valueAt(await live(object), ['spec', 'replicas'])
const changesOf = (plan: { changes: readonly { action: string; address: string }[] }) =>
  plan.changes.filter(({ action }) => action !== 'none').map(({ action, address }) => `${action} ${address}`)

describe('what another tool applied', () => {
  const old = () =>
    workload('Deployment', {
      replicas: 2,
      image: 'app:0',
      metadata: {
        labels: { app: 'web', old: 'label' },
        annotations: { 'old.example.com/note': 'old', 'meta.helm.sh/release-name': 'web' },
      },
      more: {
        env: [
          { name: 'OLD', value: 'x' },
          { name: 'KEPT', value: 'y' },
        ],
        ports: [{ containerPort: 80 }, { containerPort: 81 }],
        readinessProbe: { exec: { command: ['true'] }, periodSeconds: 3 },
        args: ['old'],
      },
    })
  const asked = () =>
    workload('Deployment', {
      replicas: 2,
      metadata: { labels: { app: 'web' } },
      more: { env: [{ name: 'KEPT', value: 'y' }], ports: [{ containerPort: 80 }] },
    })

  test.each([
    ['kubectl apply', 'kubectl-client-side-apply', true],
    ['kubectl apply before it told its name', 'kubectl', true],
    ['whoever came before there were managers', 'before-first-apply', false],
    ['Helm', 'helm', false],
  ])(
    'and the manifest does not have goes, and the plan shows it: %s',
    async (_what, manager, saves) => {
      await made(manager, old(), saves)
      await admin.apply(
        KubernetesObject.parse({
          ...old(),
          metadata: { name: 'web', namespace: name(), labels: { theirs: 'too' } },
          spec: undefined,
        }),
        { fieldManager: 'somebody', force: false, dryRun: false },
      )
      write('web.yaml', asked())
      const plan = await planned()
      expect(plan.findings).toEqual([])
      const [change] = plan.changes
      expect(change).toMatchObject({
        action: 'update',
        note: `what ${manager} applied becomes ours`,
        before: {
          metadata: { labels: { old: 'label' }, annotations: { 'old.example.com/note': 'old' } },
          spec: {
            template: {
              spec: {
                containers: [
                  {
                    args: ['old'],
                    env: [
                      { name: 'OLD', value: 'x' },
                      { name: 'KEPT', value: 'y' },
                    ],
                    image: 'app:0',
                    readinessProbe: { exec: { command: ['true'] }, periodSeconds: 3 },
                  },
                ],
              },
            },
          },
        },
        after: {
          spec: {
            template: { spec: { containers: [{ env: [{ name: 'KEPT', value: 'y' }], image: 'app:1' }] } },
          },
        },
      })
      await deployed()
      const now = await live(asked())
      expect(now.metadata.labels).toMatchObject({ app: 'web', theirs: 'too' })
      expect(now.metadata.labels).not.toHaveProperty('old')
      expect(Object.keys(now.metadata.annotations ?? {})).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/last-applied|helm|old/)]),
      )
      const containers = valueAt(now, ['spec', 'template', 'spec', 'containers']) as Record<string, unknown>[]
      expect(containers).toMatchObject([
        { name: 'main', image: 'app:1', env: [{ name: 'KEPT', value: 'y' }] },
      ])
      expect(containers[0]).not.toHaveProperty('readinessProbe')
      expect(containers[0]).not.toHaveProperty('args')
      expect(containers[0]?.['ports']).toEqual([{ containerPort: 80, protocol: 'TCP' }])
      const managers = (now.metadata['managedFields'] as { manager: string }[]).map((entry) => entry.manager)
      expect(managers).not.toContain(manager)
      expect(changesOf(await planned())).toEqual([])
    },
    60_000,
  )

  test('is shown as it will be, with what the server fills in where something goes', async () => {
    const pulled = workload('Deployment', { more: { imagePullPolicy: 'Never' }, metadata: {} })
    await made(
      'kubectl-client-side-apply',
      { ...pulled, spec: { ...pulled.spec, revisionHistoryLimit: 3 } } as never,
      true,
    )
    write('web.yaml', workload('Deployment', {}))
    expect((await planned()).changes).toMatchObject([
      {
        before: {
          spec: {
            revisionHistoryLimit: 3,
            template: { spec: { containers: [{ imagePullPolicy: 'Never' }] } },
          },
        },
        after: {
          spec: {
            revisionHistoryLimit: 10,
            template: { spec: { containers: [{ imagePullPolicy: 'IfNotPresent' }] } },
          },
        },
      },
    ])
  }, 60_000)

  test('keeps its replicas although they are not in the manifest', async () => {
    await made('kubectl-client-side-apply', workload('Deployment', { replicas: 3, image: 'app:0' }), true)
    write('web.yaml', workload('Deployment'))
    const plan = await planned()
    expect(plan.findings).toMatchObject([
      { rule: 'replicas-left', message: expect.stringContaining('stay 3') },
    ])
    expect(JSON.stringify(plan.changes)).not.toContain('replicas')
    await deployed()
    expect(await replicasOf(workload('Deployment'))).toBe(3)
    expect(changesOf(await planned())).toEqual([])
  }, 60_000)

  test('of a Secret goes, and is shown to nobody', async () => {
    const secret = (stringData: Record<string, string>) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'token', namespace: name() },
      stringData,
    })
    await made(
      'kubectl-client-side-apply',
      secret({ a: 'first-marked-value', old: 'old-marked-value' }),
      true,
    )
    write('secret.yaml', secret({ a: 'first-marked-value' }))
    const plan = await planned()
    expect(plan.changes).toMatchObject([{ action: 'update', before: { data: { old: '(sensitive)' } } }])
    await deployed()
    expect(Object.keys((await live(secret({})))['data'] as object)).toEqual(['a'])
    const all = JSON.stringify(plan)
    for (const value of ['first-marked-value', 'old-marked-value'])
      for (const text of [value, Buffer.from(value).toString('base64')]) expect(all).not.toContain(text)
  }, 60_000)
})

describe('how many replicas there are', () => {
  const kinds = {
    Deployment: (parts: Parts) => workload('Deployment', parts),
    StatefulSet: (parts: Parts) => workload('StatefulSet', parts),
    Rollout: rollout,
  }
  const all = Object.keys(kinds) as (keyof typeof kinds)[]

  test.each(all)(
    'is left to an autoscaler, and told: %s',
    async (kind) => {
      const object = kinds[kind]
      write('web.yaml', object({ replicas: 2 }))
      await deployed()
      await scaled(object({}), 4)
      write('web.yaml', object({ replicas: 2, image: 'app:2' }))
      const plan = await planned()
      expect(plan.findings).toMatchObject([
        {
          rule: 'replicas-left',
          severity: 'notice',
          message: `The replicas of ${name()}/${kind}/web are left to kube-controller-manager: 4 there, 2 in the manifest.`,
          source: { file: 'k8s/web.yaml', line: 9 },
        },
      ])
      expect(JSON.stringify(plan.changes)).not.toContain('replicas')
      await deployed()
      expect(await replicasOf(object({}))).toBe(4)
      // Also when they leave the manifest.
      write('web.yaml', object({ image: 'app:3' }))
      await deployed()
      expect(await replicasOf(object({}))).toBe(4)
    },
    60_000,
  )

  test.each(all)(
    'does not fall back to 1 before an autoscaler has set a number: %s',
    async (kind) => {
      const object = kinds[kind]
      write('web.yaml', object({ replicas: 3 }))
      await deployed()
      write('web.yaml', object({ image: 'app:2' }))
      const plan = await planned()
      expect(plan.findings).toMatchObject([
        { rule: 'replicas-left', severity: 'notice', message: expect.stringContaining('stay 3') },
      ])
      expect(changesOf(plan)).toEqual([`update ${name()}/${kind}/web`])
      const watch = await live(object({}))
      await deployed()
      expect(await replicasOf(object({}))).toBe(3)
      // Each change of what is asked counts: the image, and nothing else.
      expect((await live(object({}))).metadata.generation).toBe((watch.metadata.generation ?? 0) + 1)
      await scaled(object({}), 5)
      write('web.yaml', object({ image: 'app:4' }))
      expect((await planned()).findings).toEqual([])
      await deployed()
      expect(await replicasOf(object({}))).toBe(5)
    },
    60_000,
  )

  test('is taken over from who scales when that is asked for by name', async () => {
    write('web.yaml', workload('Deployment', { replicas: 2 }))
    await deployed()
    await scaled(workload('Deployment'), 4, 'kubectl')
    const inputs = { 'force-conflicts': `${name()}/Deployment/web` }
    expect(changesOf(await planned())).toEqual([])
    expect((await planned(inputs)).changes).toMatchObject([
      { before: { spec: { replicas: 4 } }, after: { spec: { replicas: 2 } } },
    ])
    await deployed(inputs)
    expect(await replicasOf(workload('Deployment'))).toBe(2)
  }, 60_000)

  test('is as written while nobody else scales', async () => {
    write('web.yaml', workload('Deployment', { replicas: 2 }))
    await deployed()
    write('web.yaml', workload('Deployment', { replicas: 1 }))
    const plan = await planned()
    expect(plan.findings).toEqual([])
    expect(plan.changes).toMatchObject([
      { before: { spec: { replicas: 2 } }, after: { spec: { replicas: 1 } } },
    ])
  }, 60_000)
})

describe('a conflict', () => {
  const byHand = (object: unknown, manager = 'somebody') =>
    admin.apply(KubernetesObject.parse(object), { fieldManager: manager, force: true, dryRun: false })

  test('is one finding of its object, with managers, fields, lines and both values, beside the rest of the plan', async () => {
    write('a.yaml', configMap('a', { 'one.txt': '1', two: '2', three: '3' }))
    write('b.yaml', configMap('b', { x: '1' }))
    await deployed()
    await byHand(configMap('a', { 'one.txt': 'by hand' }))
    await byHand(configMap('a', { two: 'too' }), 'controller')
    write('a.yaml', configMap('a', { 'one.txt': '1', two: '2', three: '4' }))
    write('b.yaml', configMap('b', { x: '2' }))
    write('c.yaml', configMap('c', {}))
    const plan = await planned()
    expect(plan.findings).toMatchObject([
      {
        rule: 'field-conflict',
        severity: 'error',
        verdict: 'fail',
        message: `${name()}/ConfigMap/a has fields that somebody else manages: .data.one.txt of somebody ("by hand" there, "1" in the manifest, k8s/a.yaml:9); .data.two of controller ("too" there, "2" in the manifest, k8s/a.yaml:10).`,
        fix: expect.stringContaining(`add the line \`${name()}/ConfigMap/a\` to \`force-conflicts\``),
        source: { file: 'k8s/a.yaml', line: 9 },
      },
    ])
    expect(changesOf(plan)).toEqual([`update ${name()}/ConfigMap/b`, `create ${name()}/ConfigMap/c`])
  }, 60_000)

  test('of a Secret tells no value', async () => {
    const secret = (value: string) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'token', namespace: name() },
      data: { token: Buffer.from(value).toString('base64') },
    })
    write('secret.yaml', secret('asked-marked-value'))
    await deployed()
    await byHand(secret('their-marked-value'))
    const [finding] = (await planned()).findings
    expect(finding?.message).toContain(
      '.data.token of somebody ("(sensitive)" there, "(sensitive)" in the manifest',
    )
  }, 60_000)

  test('is settled by who it is named for, object by object', async () => {
    write('a.yaml', configMap('a', { x: '1' }))
    write('b.yaml', configMap('b', { x: '1' }))
    await deployed()
    await byHand(configMap('a', { x: 'by hand' }))
    await byHand(configMap('b', { x: 'by hand' }))
    const one = await planned({ 'force-conflicts': `${name()}/ConfigMap/a` })
    expect(one.with['force-conflicts']).toEqual([`${name()}/ConfigMap/a`])
    expect(changesOf(one)).toEqual([`update ${name()}/ConfigMap/a`])
    expect(one.findings).toMatchObject([
      { rule: 'field-conflict', message: expect.stringContaining('ConfigMap/b') },
    ])
    const both = { 'force-conflicts': `${name()}/ConfigMap/a\n${name()}/ConfigMap/b` }
    await deployed(both)
    expect((await live(configMap('b', {})))['data']).toEqual({ x: '1' })
    expect(changesOf(await planned())).toEqual([])
  }, 60_000)

  test('of an object that is none of the manifests cannot be settled', async () => {
    write('a.yaml', configMap('a', { x: '1' }))
    expect(await failuresOf(planned({ 'force-conflicts': `${name()}/ConfigMap/b` }))).toMatchObject([
      {
        code: 'INPUT_INVALID',
        what: expect.stringContaining(`${name()}/ConfigMap/b`),
        fix: expect.stringContaining(`${name()}/ConfigMap/a`),
      },
    ])
  }, 60_000)

  test('of the same value is none', async () => {
    await byHand(configMap('a', { x: '1' }))
    write('a.yaml', configMap('a', { x: '1' }))
    await deployed()
    expect((await planned()).findings).toEqual([])
  }, 60_000)
})

test('an object that cannot be dry-run is one finding of its own, and the rest of the plan is shown', async () => {
  write('a.yaml', workload('Deployment'))
  await deployed()
  const { spec } = workload('Deployment')
  write('a.yaml', {
    ...workload('Deployment'),
    spec: { ...spec, selector: { matchLabels: { app: 'other' } } },
  })
  write('b.yaml', configMap('b', {}))
  write('c.yaml', { ...configMap('c', {}), datum: {} })
  write('d.yaml', { ...rollout(), spec: { version: 7 } })
  write('e.yaml', {
    apiVersion: 'example.com/v1',
    kind: 'Unknown',
    metadata: { name: 'e', namespace: name() },
  })
  write('f.yaml', { ...configMap('f', {}), metadata: { name: 'f', namespace: 'nowhere-at-all' } })
  write('g.yaml', { ...configMap('g', {}), metadata: { name: 'g' } })
  const plan = await planned()
  expect(
    plan.findings.map(({ rule, severity, source }) => `${rule} ${severity} ${source?.file}`).sort(),
  ).toEqual([
    'kind-unknown error k8s/e.yaml',
    'manifest-immutable error k8s/a.yaml',
    'manifest-invalid error k8s/c.yaml',
    'manifest-invalid error k8s/d.yaml',
    'namespace-missing error k8s/f.yaml',
    'namespace-missing error k8s/g.yaml',
  ])
  expect(changesOf(plan)).toEqual([`create ${name()}/ConfigMap/b`])
}, 60_000)
