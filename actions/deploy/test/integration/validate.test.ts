import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import type { JobIdentity } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { applied } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesObject } from '#toolkit/kubernetes/object.ts'
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

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-validate-'))
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
  mkdirSync(join(workspace, 'k8s'))
})

const name = () => `validate-${serial}`

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

async function deployed() {
  const run = await opened('apply')
  try {
    const plan = await run.plan()
    expect(plan.findings.filter(({ rule }) => rule !== 'unhealthy')).toEqual([])
    return await applied(run, plan, forwards())
  } finally {
    await run.close()
  }
}

const namespace = () => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: name() } })
const own = (more = {}) => ({ name: 'it', namespace: name(), ...more })
const labels = { app: 'it' }
const container = (more = {}) => ({ name: 'main', image: 'app:1', ...more })
const template = (pod = {}, containers: unknown[] = [container()]) => ({
  metadata: { labels },
  spec: { containers, ...pod },
})
const typed = (apiVersion: string, kind: string, spec: unknown, metadata = {}) => ({
  apiVersion,
  kind,
  metadata: own(metadata),
  ...(spec === undefined ? {} : { spec }),
})
const deployment = (spec = {}, metadata = {}) =>
  typed(
    'apps/v1',
    'Deployment',
    { selector: { matchLabels: labels }, template: template(), ...spec },
    metadata,
  )
const service = (spec = {}, metadata = {}) =>
  typed('v1', 'Service', { ports: [{ port: 80 }], ...spec }, metadata)
const configMap = (data: Record<string, string>, metadata = {}) => ({
  ...typed('v1', 'ConfigMap', undefined, metadata),
  data,
})
const job = (spec = {}, pod = {}) =>
  typed('batch/v1', 'Job', { template: template({ restartPolicy: 'Never', ...pod }), ...spec })
const cronJob = (spec = {}) =>
  typed('batch/v1', 'CronJob', { schedule: '0 3 * * *', jobTemplate: { spec: job().spec }, ...spec })
const rbac = 'rbac.authorization.k8s.io'
const networking = 'networking.k8s.io/v1'
const secret = (type: string, stringData: Record<string, string>) => ({
  ...typed('v1', 'Secret', undefined),
  type,
  stringData,
})

type Make = () => { readonly kind: string }

/** What Kubernetes itself serves, in a namespace that the release makes. */
const ofKnownKinds: readonly (readonly [string, Make])[] = [
  ['a field that is misspelt', () => deployment({ replica: 2 })],
  [
    'a selector that does not select its pods',
    () => deployment({ selector: { matchLabels: { app: 'other' } } }),
  ],
  ['no selector', () => deployment({ selector: undefined })],
  ['a container without an image', () => deployment({ template: template({}, [{ name: 'main' }]) })],
  ['two containers of one name', () => deployment({ template: template({}, [container(), container()]) })],
  [
    'a variable whose name no variable can have',
    () => deployment({ template: template({}, [container({ env: [{ name: 'a=b', value: 'c' }] })]) }),
  ],
  [
    'a mount of no volume',
    () =>
      deployment({
        template: template({}, [container({ volumeMounts: [{ name: 'gone', mountPath: '/x' }] })]),
      }),
  ],
  [
    'a port that there is not',
    () => deployment({ template: template({}, [container({ ports: [{ containerPort: 70_000 }] })]) }),
  ],
  ['a text where a number belongs', () => deployment({ replicas: 'two' })],
  ['a negative number', () => deployment({ replicas: -1 })],
  [
    'a request above its limit',
    () =>
      deployment({
        template: template({}, [container({ resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } })]),
      }),
  ],
  [
    'a probe of two kinds',
    () =>
      deployment({
        template: template({}, [
          container({ livenessProbe: { exec: { command: ['x'] }, httpGet: { port: 80 } } }),
        ]),
      }),
  ],
  ['a label that is none', () => deployment({}, { labels: { a: '-bad-' } })],
  ['an annotation whose name is none', () => deployment({}, { annotations: { 'a b': 'c' } })],
  ['a service without ports', () => service({ ports: [] })],
  [
    'two ports of one name',
    () =>
      service({
        ports: [
          { name: 'a', port: 80 },
          { name: 'a', port: 81 },
        ],
      }),
  ],
  ['a name with a capital', () => service({}, { name: 'It' })],
  ['a type of service that there is not', () => service({ type: 'Clustered' })],
  ['a key with a space', () => configMap({ 'a b': 'c' })],
  ['a name with an underscore', () => configMap({}, { name: 'a_b' })],
  ['a certificate without its key', () => secret('kubernetes.io/tls', { 'tls.crt': 'x' })],
  [
    'credentials of a registry that are no JSON',
    () => secret('kubernetes.io/dockerconfigjson', { '.dockerconfigjson': '{' }),
  ],
  ['a job that starts again for ever', () => job({}, { restartPolicy: 'Always' })],
  ['a job with a negative number of pods', () => job({ parallelism: -1 })],
  ['a schedule that is none', () => cronJob({ schedule: 'every day' })],
  ['a policy that there is not', () => cronJob({ concurrencyPolicy: 'Never' })],
  [
    'a path without its type',
    () =>
      typed(networking, 'Ingress', {
        rules: [
          { http: { paths: [{ path: '/', backend: { service: { name: 'a', port: { number: 80 } } } }] } },
        ],
      }),
  ],
  [
    'a protocol that there is not',
    () =>
      typed(networking, 'NetworkPolicy', { podSelector: {}, ingress: [{ ports: [{ protocol: 'ICMP' }] }] }),
  ],
  [
    'a budget that says two things',
    () => typed('policy/v1', 'PodDisruptionBudget', { minAvailable: 1, maxUnavailable: 1, selector: {} }),
  ],
  [
    'an autoscaler whose least is above its most',
    () =>
      typed('autoscaling/v2', 'HorizontalPodAutoscaler', {
        minReplicas: 3,
        maxReplicas: 2,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'it' },
      }),
  ],
  [
    'a claim that does not say how it is used',
    () => typed('v1', 'PersistentVolumeClaim', { resources: { requests: { storage: '1Gi' } } }),
  ],
  [
    'a rule without verbs',
    () => ({ ...typed(`${rbac}/v1`, 'Role', undefined), rules: [{ apiGroups: [''], resources: ['pods'] }] }),
  ],
  [
    'a binding to a user without a name',
    () => ({
      ...typed(`${rbac}/v1`, 'RoleBinding', undefined),
      roleRef: { apiGroup: rbac, kind: 'Role', name: 'it' },
      subjects: [{ apiGroup: rbac, kind: 'User' }],
    }),
  ],
  ['a quantity that is none', () => typed('v1', 'ResourceQuota', { hard: { pods: 'lots' } })],
  ['a field of another kind', () => ({ ...typed('v1', 'ServiceAccount', undefined), data: {} })],
]

const widgetSchema = {
  type: 'object',
  required: ['spec'],
  'x-kubernetes-validations': [
    { rule: "self.metadata.name != 'forbidden'", message: 'that name is forbidden' },
  ],
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      'x-kubernetes-validations': [
        { rule: '!has(self.least) || self.least <= self.size', message: 'least is above size' },
      ],
      properties: {
        size: { type: 'integer', minimum: 1 },
        least: { type: 'integer' },
        colour: { type: 'string', enum: ['red', 'blue'] },
        code: { type: 'string', pattern: '^[a-z]+$', maxLength: 4 },
        port: { 'x-kubernetes-int-or-string': true },
        mode: { type: 'string', default: 'usual' },
        deep: { type: 'object', required: ['level'], properties: { level: { type: 'integer', default: 3 } } },
        tags: { type: 'array', maxItems: 2, items: { type: 'string' } },
        open: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        parts: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
          items: {
            type: 'object',
            required: ['name'],
            properties: { name: { type: 'string' }, note: { type: 'string' } },
          },
        },
        one: {
          type: 'object',
          properties: { a: { type: 'string' }, b: { type: 'string' } },
          oneOf: [{ required: ['a'] }, { required: ['b'] }],
        },
      },
    },
  },
}
const group = () => `${name()}.example.com`
const definition = (schema: unknown = widgetSchema) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `widgets.${group()}` },
  spec: {
    group: group(),
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets', singular: 'widget', listKind: 'WidgetList' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
  },
})
const widget = (spec: unknown = {}, metadata = {}, more = {}) => ({
  ...typed(
    `${group()}/v1`,
    'Widget',
    spec === undefined ? undefined : { size: 1, ...(spec as object) },
    metadata,
  ),
  ...more,
})

/** Of a kind that the release defines, in a namespace that it makes. */
const ofNewKinds: readonly (readonly [string, Make])[] = [
  ['a text where a number belongs', () => widget({ size: 'big' })],
  ['a field that the schema does not know', () => widget({ colur: 'red' })],
  ['a field beneath that the schema does not know', () => widget({ parts: [{ name: 'a', nota: 'b' }] })],
  ['a field at the top that the schema does not know', () => widget({}, {}, { spek: {} })],
  ['a field that is missing', () => widget({ size: undefined })],
  ['everything is missing', () => typed(`${group()}/v1`, 'Widget', undefined)],
  ['a value of none of those', () => widget({ colour: 'green' })],
  ['a number that is too small', () => widget({ size: 0 })],
  ['a text of another pattern', () => widget({ code: 'A1' })],
  ['a text that is too long', () => widget({ code: 'abcde' })],
  ['a rule of its own', () => widget({ least: 2 })],
  ['a rule of the whole object', () => widget({}, { name: 'forbidden' })],
  ['two items of one key', () => widget({ parts: [{ name: 'a' }, { name: 'a' }] })],
  ['a list where a number or a text belongs', () => widget({ port: [] })],
  ['too many items', () => widget({ tags: ['a', 'b', 'c'] })],
  ['two of which one may be there', () => widget({ one: { a: '1', b: '2' } })],
  ['a label that is none', () => widget({}, { labels: { a: '-bad-' } })],
  ['a name with a capital', () => widget({}, { name: 'It' })],
]

async function refusedOf(bad: { readonly kind: string }, inputs = {}) {
  write('namespace.yaml', namespace())
  write('bad.yaml', bad)
  if (bad.kind === 'Widget') write('definition.yaml', definition())
  return (await planned(inputs)).findings.map(
    ({ rule, severity, source }) => `${rule} ${severity} ${source?.file}`,
  )
}

describe('what the API server will refuse is refused by the plan', () => {
  test.each(ofKnownKinds)(
    'in a namespace that the release makes: %s',
    async (_what, make) => {
      expect(await refusedOf(make())).toEqual(['manifest-invalid error k8s/bad.yaml'])
    },
    30_000,
  )

  test.each(ofNewKinds)(
    'of a kind that the release defines: %s',
    async (_what, make) => {
      expect(await refusedOf(make())).toEqual(['manifest-invalid error k8s/bad.yaml'])
    },
    30_000,
  )

  test('on its line, with the words of the server', async () => {
    write('namespace.yaml', namespace())
    write('definition.yaml', definition())
    write('a.yaml', widget({ least: 2, colour: 'green' }))
    write('b.yaml', deployment({ replicas: 'two' }))
    expect((await planned()).findings).toMatchObject([
      {
        source: { file: 'k8s/a.yaml', line: 11 },
        message: expect.stringMatching(/spec\.colour: .*green.*"red", "blue"/),
      },
      { source: { file: 'k8s/b.yaml', line: 29 } },
    ])
  }, 30_000)

  test('in a namespace that nobody makes, of a kind that the release defines', async () => {
    write('definition.yaml', definition())
    write('a.yaml', widget())
    expect((await planned()).findings).toMatchObject([
      { rule: 'namespace-missing', severity: 'error', source: { file: 'k8s/a.yaml', line: 6 } },
    ])
  }, 30_000)

  test('by the identity of a pull request too, which writes nothing', async () => {
    const job: JobIdentity = {
      repository: 'omninode-ai/omninode_infra',
      repositoryId: '123456',
      ownerId: '99',
      event: 'pull_request',
      ref: 'refs/pull/1/merge',
      sha: '0'.repeat(40),
      actor: 'octocat',
      actorId: '583231',
      runId: '1',
      runAttempt: '1',
      subject: 'name',
    }
    write('namespace.yaml', namespace())
    write('a.yaml', deployment({ replica: 2, selector: { matchLabels: { app: 'other' } } }))
    write('b.yaml', service({ ports: [] }))
    const { world } = createTestWorld({
      workspace,
      idToken: (audience) => issuer.mint(issuer.claims(job, audience)),
    })
    const given = { manifests: 'k8s', application: name(), ...kubernetes.inputs }
    const run = await openStep(step, 'plan', given, world)
    const plan = await run.plan().finally(() => run.close())
    expect(plan.findings.map(({ rule, source }) => `${rule} ${source?.file}`)).toEqual([
      'manifest-invalid k8s/a.yaml',
      'manifest-invalid k8s/b.yaml',
    ])
    expect(await admin.get({ apiVersion: 'v1', kind: 'Namespace', name: name() })).toBeUndefined()
  }, 30_000)
})

describe('what the API server takes is green, and can be applied', () => {
  test('in a new namespace, and of a new kind', async () => {
    write('namespace.yaml', namespace())
    write('definition.yaml', definition())
    write('a.yaml', deployment({ replicas: 1 }))
    write('b.yaml', service())
    write('c.yaml', configMap({ a: '1' }))
    write('d.yaml', job())
    write('e.yaml', cronJob({ suspend: true }))
    write(
      'f.yaml',
      widget({ least: 1, colour: 'red', code: 'ab', port: 'http', deep: {}, open: { any: { thing: 1 } } }),
    )
    write(
      'g.yaml',
      widget(
        { size: 2, port: 80, parts: [{ name: 'a' }, { name: 'b', note: 'c' }], one: { a: '1' } },
        { name: 'other', labels: { a: 'b' } },
      ),
    )
    expect((await planned()).findings).toEqual([])
    expect((await deployed()).status).toBe('succeeded')
  }, 60_000)

  test('also where an object of the same name is in the namespace in which it is asked about', async () => {
    await admin.apply(
      KubernetesObject.parse({
        ...deployment({
          replicas: 0,
          selector: { matchLabels: { app: 'x' } },
          template: { ...template(), metadata: { labels: { app: 'x' } } },
        }),
        metadata: { name: 'it', namespace: 'default' },
      }),
      byTest,
    )
    write('namespace.yaml', namespace())
    write('a.yaml', deployment({ replicas: 0 }))
    expect((await planned()).findings).toEqual([])
  }, 30_000)

  test('by a definition as the release changes it, and not as it is', async () => {
    write('namespace.yaml', namespace())
    write('definition.yaml', definition())
    write('a.yaml', widget({}))
    await deployed()
    const { spec } = widgetSchema.properties
    const wider = {
      ...widgetSchema,
      properties: { spec: { ...spec, properties: { ...spec.properties, weight: { type: 'integer' } } } },
    }
    write('definition.yaml', definition(wider))
    write('a.yaml', widget({ weight: 7 }))
    const plan = await planned()
    expect(plan.findings).toEqual([])
    expect(plan.changes.filter(({ action }) => action !== 'none').map(({ address }) => address)).toEqual([
      `${name()}/Widget/it`,
      `CustomResourceDefinition/widgets.${group()}`,
    ])
    await deployed()
    const narrower = {
      ...wider,
      properties: { spec: { ...wider.properties.spec, required: ['size', 'code'] } },
    }
    write('definition.yaml', definition(narrower))
    expect((await planned()).findings).toMatchObject([
      { rule: 'manifest-invalid', message: expect.stringContaining('code'), source: { file: 'k8s/a.yaml' } },
    ])
  }, 60_000)

  test('and where nobody may ask, that is told', async () => {
    const role = { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'create', 'patch'] }
    const kubeconfig = JSON.parse(readFileSync(kubernetes.adminKubeconfig, 'utf8')) as {
      users: { user: object }[]
    }
    const [first] = kubeconfig.users
    const file = join(workspace, 'limited.kubeconfig')
    writeFileSync(
      file,
      JSON.stringify({ ...kubeconfig, users: [{ ...first, user: { ...first?.user, as: 'limited' } }] }),
    )
    const rules = [
      { ...role, apiGroups: [''], resources: ['namespaces', 'configmaps'] },
      {
        ...role,
        apiGroups: ['apiextensions.k8s.io'],
        resources: ['customresourcedefinitions'],
        resourceNames: [`widgets.${group()}`],
      },
      { ...role, apiGroups: [group()], resources: ['widgets'] },
    ]
    const metadata = { name: name() }
    await admin.apply(
      KubernetesObject.parse({ apiVersion: `${rbac}/v1`, kind: 'ClusterRole', metadata, rules }),
      byTest,
    )
    await admin.apply(
      KubernetesObject.parse({
        apiVersion: `${rbac}/v1`,
        kind: 'ClusterRoleBinding',
        metadata,
        roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: name() },
        subjects: [{ apiGroup: rbac, kind: 'User', name: 'limited' }],
      }),
      byTest,
    )
    write('namespace.yaml', namespace())
    write('definition.yaml', definition())
    write('a.yaml', widget())
    expect((await planned({ kubeconfig: file })).findings).toMatchObject([
      { rule: 'not-validated', severity: 'warning', verdict: 'unknown', source: { file: 'k8s/a.yaml' } },
    ])
  }, 30_000)
})
