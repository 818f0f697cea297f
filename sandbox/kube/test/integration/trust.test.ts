/** k8s/trust as owners of clusters apply it: every verb on every kind, tried by real requests with tokens of real jobs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { githubBearer } from '#toolkit/identity/kubernetes.ts'
import { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { type JobIdentity, pullRequestJob, pushJob, REPOSITORY } from '../../../oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '../../../oidc/issuer.ts'
import { type Certificates, createCertificates } from '../../../pki/certificates.ts'
import { AUDIENCE, authentication, configuration, type Trusted } from '../../authentication.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '../../kubernetes.ts'
import { untilControllersRun } from '../../node.ts'
import { clusterTrust } from '../../trust.ts'

const SHOP = { ...REPOSITORY, repository: 'omninode-ai/shop', repositoryId: '222' }
const sha = '0'.repeat(40)
const quiet = { fieldManager: 'test', force: true, dryRun: false }

let folder: string
let certificates: Certificates
let issuer: OidcIssuer
let mutated: OidcIssuer[]
let trusted: Trusted
let kubernetes: Kubernetes
let admin: KubernetesClient
const clients: KubernetesClient[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-trust-'))
  const progress = () => undefined
  certificates = await createCertificates(join(folder, 'pki'), [...certificateRequests, issuerCertificate], {
    progress,
  })
  const tls = { cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') }
  issuer = await startOidcIssuer(tls)
  trusted = {
    issuer: { url: issuer.url, caPem: certificates.caPem },
    repositoryId: REPOSITORY.repositoryId,
    tenants: { [SHOP.repositoryId]: 'shop', '333': 'other' },
  }
  mutated = await Promise.all(mutants.map((_, index) => startOidcIssuer(tls, mutantIssuer(index))))
  kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    ...trusted,
    authentication: withMutants(mutated),
    progress,
  })
  admin = kubernetes.admin()
  for (const namespace of ['default', 'shop', 'other'])
    for (const object of granted(namespace)) await admin.apply(object, quiet)
}, 600_000)

afterAll(async () => {
  admin.close()
  await kubernetes.stop()
  await Promise.all([issuer, ...mutated].map((each) => each.stop()))
  rmSync(folder, { recursive: true, force: true })
})

afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})

function as(
  identity: JobIdentity,
  forged: Readonly<Record<string, unknown>> = {},
  signer = issuer,
): KubernetesClient {
  const { audience = AUDIENCE, ...claims } = forged
  const bearer = githubBearer(
    AUDIENCE,
    () => signer.mint({ ...signer.claims(identity, String(audience)), ...claims }),
    () => new Date(),
  )
  const log = {
    colour: false,
    ...{ info: () => undefined, debug: () => undefined, progress: () => undefined, notice: () => undefined },
    ...{ warning: () => undefined, failure: () => undefined },
    group: <T>(_title: string, work: () => Promise<T>) => work(),
  }
  const client = new KubernetesClient({
    cluster: {
      server: kubernetes.url,
      certificateAuthority: kubernetes.caPem,
      ...{ serverName: undefined, proxy: undefined, impersonation: {}, secrets: [] },
      credentials: { kind: 'bearer', bearer },
    },
    concurrency: 8,
    known: false,
    signal: new AbortController().signal,
    random: Math.random,
    clock: () => new Date(),
    log,
    env: {},
  })
  clients.push(client)
  return client
}

const job = {
  preview: pullRequestJob(REPOSITORY, { number: 1, sha }),
  deploy: pushJob(REPOSITORY, { sha, environment: 'dev' }),
  shopPreview: pullRequestJob(SHOP, { number: 1, sha }),
  shopDeploy: pushJob(SHOP, { sha, environment: 'dev' }),
}

const day = () => ({ exp: Math.floor(Date.now() / 1_000) + 86_400 })

interface Mutant {
  readonly without: string
  readonly from: string
  readonly to: string
  /** Who is somebody then. */
  readonly identity: JobIdentity
  readonly claims?: () => object
  readonly groups: string
}

/** The configuration with one rule less; the API server knows each by an issuer of its own. */
const mutants: readonly Mutant[] = [
  {
    without: 'the branch',
    from: 'claims.ref in ["refs/heads/main"]',
    to: 'true',
    identity: { ...job.deploy, ref: 'refs/heads/feature' },
    groups: 'gha:deploy',
  },
  {
    without: 'the life of a token',
    from: '<= 3600',
    to: '<= 360000',
    identity: job.deploy,
    claims: day,
    groups: 'gha:deploy',
  },
  {
    without: 'the repository',
    from: '[claims.repository_id]',
    to: '["123456"]',
    identity: { ...job.deploy, repositoryId: '777' },
    groups: 'gha:deploy',
  },
  {
    without: 'pull requests, which only plan',
    from: 'claims.event_name.startsWith("pull_request") ? "plan" :',
    to: '',
    identity: { ...job.preview, environment: 'dev' },
    groups: 'gha:deploy',
  },
  {
    without: 'the environment',
    from: '? claims.environment',
    to: '? "dev"',
    identity: { ...job.deploy, environment: 'prod' },
    groups: 'gha:deploy',
  },
  {
    without: 'pushes, which are nothing',
    from: '"schedule",',
    to: '"schedule", "push",',
    identity: pushJob(REPOSITORY, { sha }),
    groups: 'gha:preview',
  },
]

const mutantIssuer = (index: number) => `https://mutant-${index}.example`

/** Everything that the API server is told: the file as it is, and beside it each mutant of it. */
function withMutants(others: readonly OidcIssuer[]): string {
  const whole = JSON.parse(authentication(trusted))
  const changed = mutants.map(({ from, to }, index) => {
    expect(configuration.split(from)).toHaveLength(2)
    const { jwt } = JSON.parse(authentication(trusted, configuration.replace(from, to)))
    const discoveryURL = `${others[index]?.url}/.well-known/openid-configuration`
    return { ...jwt[0], issuer: { ...jwt[0].issuer, url: mutantIssuer(index), discoveryURL } }
  })
  return JSON.stringify({ ...whole, jwt: [...whole.jwt, ...changed] })
}

/** One object of each kind that a role here is about. */
function granted(namespace: string): KubernetesObject[] {
  const labels = { app: 'probe' }
  const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'app:good' }] } }
  const job = { template: { spec: { ...template.spec, restartPolicy: 'Never' } } }
  const workload = { selector: { matchLabels: labels }, template }
  const of = (apiVersion: string, kind: string, more: object = {}): KubernetesObject => ({
    apiVersion,
    kind,
    metadata: { name: 'probe', namespace },
    ...more,
  })
  const ofTheCluster = (apiVersion: string, kind: string, more: object = {}): KubernetesObject => ({
    ...{ apiVersion, kind, metadata: { name: 'probe' } },
    ...more,
  })
  const service = { backend: { service: { name: 'probe', port: { number: 80 } } } }
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
  return [
    of('v1', 'ConfigMap'),
    of('v1', 'Secret', { stringData: { password: 'of nobody here' } }),
    of('v1', 'Service', { spec: { ports: [{ port: 80 }] } }),
    of('v1', 'ServiceAccount'),
    of('v1', 'PersistentVolumeClaim', { spec: claim }),
    of('v1', 'ResourceQuota', { spec: { hard: { 'count/pods': '99' } } }),
    of('v1', 'LimitRange', { spec: { limits: [{ type: 'Pod', max: { cpu: '4' } }] } }),
    of('apps/v1', 'Deployment', { spec: { replicas: 0, ...workload } }),
    of('apps/v1', 'StatefulSet', { spec: { replicas: 0, serviceName: 'probe', ...workload } }),
    of('apps/v1', 'DaemonSet', {
      spec: {
        ...workload,
        template: { ...template, spec: { ...template.spec, nodeSelector: { no: 'node' } } },
      },
    }),
    of('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: { maxReplicas: 1, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'probe' } },
    }),
    of('batch/v1', 'Job', { spec: { ...job, suspend: true } }),
    of('batch/v1', 'CronJob', { spec: { schedule: '0 0 1 1 *', jobTemplate: { spec: job } } }),
    of('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {} } }),
    of('networking.k8s.io/v1', 'Ingress', {
      spec: { rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', ...service }] } }] },
    }),
    of('policy/v1', 'PodDisruptionBudget', {
      spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
    }),
    of('coordination.k8s.io/v1', 'Lease'),
    ofTheCluster('v1', 'Namespace'),
    ofTheCluster('scheduling.k8s.io/v1', 'PriorityClass', { value: 1 }),
    ofTheCluster('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
      metadata: { name: 'probes.example.com' },
      spec: {
        group: 'example.com',
        names: { plural: 'probes', kind: 'Probe' },
        scope: 'Cluster',
        versions: [
          { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } },
        ],
      },
    }),
  ]
}

interface Served {
  /** `apps/deployments/scale`; of the core group only `pods`. */
  readonly name: string
  readonly kind: string
  readonly apiVersion: string
  readonly namespaced: boolean
  readonly verbs: readonly string[]
}

interface ResourceList {
  readonly resources: readonly { name: string; kind: string; namespaced: boolean; verbs: string[] }[]
}

/** Everything that the API server serves, subresources too, in the version that it prefers. */
async function served(): Promise<Served[]> {
  const { groups } = await admin.raw<{
    groups: { name: string; preferredVersion: { groupVersion: string } }[]
  }>('GET', '/apis')
  const versions = ['v1', ...groups.map(({ preferredVersion }) => preferredVersion.groupVersion)]
  const lists = versions.map(async (apiVersion) => {
    const core = apiVersion === 'v1'
    const { resources } = await admin.raw<ResourceList>('GET', `/${core ? 'api' : 'apis'}/${apiVersion}`)
    const group = core ? '' : `${apiVersion.split('/')[0]}/`
    return resources.map((resource) => ({ ...resource, apiVersion, name: `${group}${resource.name}` }))
  })
  return (await Promise.all(lists)).flat()
}

type Method = Parameters<KubernetesClient['raw']>[0]

/** How each verb is asked for; names are of objects that are there where a role grants the kind. */
const requests: Readonly<Record<string, readonly [Method, onOne: boolean]>> = {
  get: ['GET', true],
  list: ['GET', false],
  create: ['POST', false],
  patch: ['PATCH', true],
  delete: ['DELETE', true],
  deletecollection: ['DELETE', false],
}

function nameOf(plural: string, where: string): string {
  if (plural === 'customresourcedefinitions') return 'probes.example.com'
  return plural === 'namespaces' && where !== 'default' ? where : 'probe'
}

/** What asks about oneself, and is open to everybody. */
const aboutOneself = /^(authorization|authentication)\.k8s\.io\/self/

/** `verb resource` of what the server did not refuse; a wrong body is told only to those who may. */
async function allowed(
  client: KubernetesClient,
  where: string,
  verbs: readonly string[],
  dryRun: boolean,
): Promise<string[]> {
  const asked = (await served()).flatMap((resource) =>
    resource.verbs
      .filter((verb) => verbs.includes(verb) && !aboutOneself.test(resource.name))
      .map(async (verb) => {
        const [method, onOne] = requests[verb] ?? ['GET', true]
        const { apiVersion, namespaced, name, kind } = resource
        const [plural = '', sub] = (apiVersion === 'v1' ? name : name.slice(name.indexOf('/') + 1)).split('/')
        const path = [
          `/${apiVersion === 'v1' ? 'api' : 'apis'}/${apiVersion}`,
          ...(namespaced ? ['namespaces', where] : []),
          plural,
          ...(onOne || sub !== undefined ? [nameOf(plural, where)] : []),
          ...(sub === undefined ? [] : [sub]),
        ].join('/')
        const whole = granted(where).find((each) => each.kind === kind) ?? {
          apiVersion,
          kind,
          metadata: { name: 'probe' },
        }
        const text = JSON.stringify(whole)
        const body = verb === 'create' ? JSON.parse(text.replaceAll('probe', 'new')) : whole
        const changes = method === 'POST' || method === 'PATCH'
        try {
          await client.raw(
            method,
            `${path}${dryRun ? '?dryRun=All' : ''}${verb === 'patch' ? `${dryRun ? '&' : '?'}fieldManager=test&force=true` : ''}`,
            changes ? body : undefined,
            verb === 'patch' ? { 'content-type': 'application/apply-patch+yaml' } : {},
          )
        } catch (error) {
          if (!(error instanceof KubernetesError)) throw error
          if (error.status === 403) return []
        }
        return [`${verb} ${name}`]
      }),
  )
  return (await Promise.all(asked)).flat().sort()
}

const READS = ['get', 'list'] as const
const WRITES = ['create', 'patch', 'delete', 'deletecollection'] as const

const each = (verbs: readonly string[], resources: readonly string[]) =>
  verbs.flatMap((verb) => resources.map((resource) => `${verb} ${resource}`)).sort()

const own = [
  ...['configmaps', 'services', 'serviceaccounts', 'persistentvolumeclaims'],
  ...['apps/deployments', 'apps/statefulsets', 'apps/daemonsets', 'autoscaling/horizontalpodautoscalers'],
  ...['batch/jobs', 'batch/cronjobs', 'networking.k8s.io/networkpolicies', 'networking.k8s.io/ingresses'],
  'policy/poddisruptionbudgets',
]
const rollout = ['pods', 'events', 'apps/replicasets', 'apps/controllerrevisions']
const wide = [
  ...['namespaces', 'resourcequotas', 'limitranges'],
  ...['apiextensions.k8s.io/customresourcedefinitions', 'scheduling.k8s.io/priorityclasses'],
]

/** Whom the API server asks about objects: of those a dry run is asked for again. */
const admission = [
  ...['mutatingadmissionpolicies', 'mutatingwebhookconfigurations'],
  ...['validatingadmissionpolicies', 'validatingwebhookconfigurations'],
].map((resource) => `admissionregistration.k8s.io/${resource}`)

describe('a preview', () => {
  test('writes nothing, whatever verb it tries on whatever kind', async () => {
    expect(await allowed(as(job.preview), 'default', WRITES, false)).toEqual([])
    expect(await allowed(as(job.shopPreview), 'shop', WRITES, false)).toEqual([])
  })

  test('dry-runs what a deploy may make, and no Secret, and reads no Secret and no log', async () => {
    const whole = [...own, ...wide]
    expect(await allowed(as(job.preview), 'default', WRITES, true)).toEqual(each(['create', 'patch'], whole))
    expect(await allowed(as(job.preview), 'default', READS, false)).toEqual(
      [...each(READS, [...whole, ...rollout]), ...each(['list'], admission)].sort(),
    )
    expect(await allowed(as(job.shopPreview), 'shop', WRITES, true)).toEqual(each(['create', 'patch'], own))
    expect(await allowed(as(job.shopPreview), 'shop', READS, false)).toEqual(
      [...each(READS, [...own, ...rollout]), 'get namespaces'].sort(),
    )
  })

  test('reads the Secrets that are named, whose dry run answers with what is in them, and no others', async () => {
    const secret = (name: string, namespace: string) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace },
      stringData: { password: 'of the database' },
    })
    await admin.apply(secret('omninode-postgres-credentials', 'default'), quiet)
    await admin.apply(secret('shop-database', 'shop'), quiet)
    await admin.apply(secret('shop-database', 'other'), quiet)
    const looked = async (client: KubernetesClient, name: string, namespace: string) => {
      const said = (error: KubernetesError) => error.status
      const { stringData: _, ...object } = secret(name, namespace)
      const read = client.get(object.metadata && { ...object.metadata, apiVersion: 'v1', kind: 'Secret' })
      const tried = client.apply(object, { ...quiet, dryRun: true }).then(({ body }) => body)
      const password = (found: KubernetesObject | undefined) =>
        (found as { data?: { password?: string } } | undefined)?.data?.password // core/v1 Secret
      return Promise.all([read.then(password, said), tried.then(password, said)])
    }
    const base64 = Buffer.from('of the database').toString('base64')
    const { preview, shopPreview } = job
    expect(await looked(as(preview), 'omninode-postgres-credentials', 'default')).toEqual([base64, base64])
    expect(await looked(as(preview), 'probe', 'default')).toEqual([403, 403])
    expect(await looked(as(preview), 'shop-database', 'shop')).toEqual([403, 403])
    expect(await looked(as(shopPreview), 'shop-database', 'shop')).toEqual([base64, base64])
    expect(await looked(as(shopPreview), 'shop-database', 'other')).toEqual([403, 403])
    expect(await looked(as(shopPreview), 'probe', 'shop')).toEqual([403, 403])
  })

  test('finds out which cluster it is', async () => {
    const kubeSystem = { apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' }
    for (const identity of Object.values(job))
      expect((await as(identity).get(kubeSystem))?.metadata.uid).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('a deploy', () => {
  const verbs = ['create', 'patch', 'delete']

  test('writes what is released, and neither rights, tokens, admission policies, nodes nor pods', async () => {
    const always = wide.filter((name) => !name.includes('.'))
    const kept = wide.filter((name) => name.includes('.'))
    expect(await allowed(as(job.deploy), 'default', WRITES, true)).toEqual(
      [
        ...each(verbs, [...own, ...always, 'secrets']),
        ...each(['create', 'patch'], [...kept, 'coordination.k8s.io/leases']),
      ].sort(),
    )
  })

  test('of one namespace writes there what is released, its inventory and its lease, and nothing else', async () => {
    expect(await allowed(as(job.shopDeploy), 'shop', WRITES, true)).toEqual(
      [
        ...each(verbs, [...own, 'secrets']),
        ...each(['create', 'patch'], ['coordination.k8s.io/leases']),
      ].sort(),
    )
    expect(await allowed(as(job.shopDeploy), 'shop', READS, false)).toEqual(
      [
        ...each(READS, [...own, ...rollout, 'secrets']),
        ...['get namespaces', 'get coordination.k8s.io/leases', 'get pods/log'],
      ].sort(),
    )
  })

  test('of one namespace touches no other, and reads nothing there', async () => {
    for (const where of ['other', 'default', 'kube-system'])
      for (const identity of [job.shopDeploy, job.shopPreview]) {
        expect(await allowed(as(identity), where, WRITES, true)).toEqual([])
        expect(await allowed(as(identity), where, READS, false)).toEqual(
          where === 'kube-system' ? ['get namespaces'] : [],
        )
      }
  })
})

describe('the admission policy alone', () => {
  const policies = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies'
  const name = 'omninode-preview-is-dry-run'
  const maps = '/api/v1/namespaces/default/configmaps'

  const merge = { 'content-type': 'application/merge-patch+json' }

  /** Somebody who may do everything, and is a preview as well. */
  const everything = (group: string) => ({
    'impersonate-user': 'probe',
    'impersonate-group': ['system:masters', group] as unknown as string, // node writes a list as several headers
  })
  const made = (group = 'gha:preview', query = '') =>
    admin.raw('POST', `${maps}${query}`, { metadata: { generateName: 'made-' } }, everything(group)).then(
      () => 'made',
      (error: KubernetesError) => error.said,
    )
  const until = async (probe: () => Promise<string>, wanted: string) => {
    let said = await probe()
    for (let tries = 0; !said.includes(wanted) && tries < 200; tries++) {
      await sleep(50)
      said = await probe()
    }
    expect(said).toContain(wanted)
  }
  const restore = async () => {
    for (const object of clusterTrust()) await admin.apply(object, quiet)
    await until(() => made('gha:preview:shop'), 'a preview may only dry-run')
    await until(made, 'a preview may only dry-run')
  }

  // The account is the controllers' to make, and what is not there is told before any policy is asked.
  beforeAll(() => untilControllersRun(admin, 30_000), 40_000)

  test.each(['gha:preview', 'gha:preview:shop'])('holds %s, also with all rights', async (group) => {
    expect(await made(group)).toContain('a preview may only dry-run')
    expect(await made(group, '?dryRun=All')).toBe('made')
    const tried = (method: Method, path: string, body?: object) =>
      admin.raw(method, path, body, { ...everything(group), ...(method === 'PATCH' ? merge : {}) }).then(
        () => 'done',
        (error: KubernetesError) => error.said,
      )
    const token = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { audiences: [] } }
    const scale = { spec: { replicas: 3 } }
    const of = '/api/v1/namespaces/default'
    for (const answer of [
      await tried('DELETE', `${maps}/probe`),
      await tried('DELETE', maps),
      await tried('POST', `${of}/serviceaccounts/default/token`, token),
      await tried('PATCH', '/apis/apps/v1/namespaces/default/deployments/probe/scale', scale),
      await tried('DELETE', '/apis/rbac.authorization.k8s.io/v1/clusterroles/omninode-preview'),
    ])
      expect(answer).toContain('a preview may only dry-run')
  })

  test('is about nobody else', async () => {
    expect(await made('gha:deploy')).toBe('made')
    expect(await made('gha:previewer')).toBe('made')
  })

  test('fails closed: an expression that cannot be evaluated refuses the preview, and nobody else', async () => {
    const [policy] = clusterTrust().filter(({ kind }) => kind === 'ValidatingAdmissionPolicy')
    const spec = policy?.['spec'] as Record<string, unknown> // as the server took it
    const broken = [{ expression: 'object.metadata.annotations["nothing"] == "there"' }]
    await admin.apply({ ...(policy as KubernetesObject), spec: { ...spec, validations: broken } }, quiet)
    await until(() => made('gha:preview', '?dryRun=All'), 'no such key')
    expect(await made('gha:deploy')).toBe('made')
    await admin.apply(
      { ...(policy as KubernetesObject), spec: { ...spec, validations: broken, failurePolicy: 'Ignore' } },
      quiet,
    )
    await until(made, 'made')
    await restore()
  }, 60_000)

  test.each<[what: string, path: string, patch: object | undefined]>([
    ['its binding', `${policies.replace('policies', 'policybindings')}/${name}`, undefined],
    [
      'that it denies',
      `${policies.replace('policies', 'policybindings')}/${name}`,
      { validationActions: ['Warn'] },
    ],
    ['its rule', `${policies}/${name}`, { validations: [{ expression: 'true' }] }],
    [
      'whom it is about',
      `${policies}/${name}`,
      { matchConditions: [{ name: 'preview', expression: 'false' }] },
    ],
    [
      'what it is about',
      `${policies}/${name}`,
      {
        matchConstraints: {
          resourceRules: [{ apiGroups: ['apps'], apiVersions: ['*'], operations: ['*'], resources: ['*/*'] }],
        },
      },
    ],
  ])(
    'without %s lets a preview write, which is what the tests above would see',
    async (_what, path, spec) => {
      if (spec === undefined) await admin.raw('DELETE', path)
      else await admin.raw('PATCH', path, { spec }, merge)
      await until(made, 'made')
      if (spec !== undefined) await admin.raw('DELETE', path)
      await restore()
    },
    60_000,
  )
})

describe('whom the API server knows', () => {
  const everybody = 'system:authenticated'
  const outside = pushJob(REPOSITORY, { sha })

  /** The groups that the API server sees, or its status. */
  const groupsOf = async (
    identity: JobIdentity,
    forged: Readonly<Record<string, unknown>> = {},
    signer = issuer,
  ) => {
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' }
    type Review = { status: { userInfo: { groups: string[] } } }
    return as(identity, forged, signer)
      .raw<Review>('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', body)
      .then(
        ({ status }) => status.userInfo.groups.filter((group) => group !== everybody).join(),
        (error: { code: string }) => error.code,
      )
  }
  const UNKNOWN = 'CLUSTER_UNAUTHENTICATED'
  test.each<[string, JobIdentity, string]>([
    ['a release', job.deploy, 'gha:deploy'],
    ['a pull request', job.preview, 'gha:preview'],
    ['a pull request that names the environment', { ...job.preview, environment: 'dev' }, 'gha:preview'],
    ['pull_request_target', { ...job.deploy, event: 'pull_request_target' }, 'gha:preview'],
    [
      'the merge queue',
      { ...outside, event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-1' },
      'gha:preview',
    ],
    ['a schedule', { ...outside, event: 'schedule' }, 'gha:preview'],
    ['a plan by hand', { ...outside, event: 'workflow_dispatch' }, 'gha:preview'],
    ['a release by hand', { ...job.deploy, event: 'workflow_dispatch' }, 'gha:deploy'],
    ['a release of the shop', job.shopDeploy, 'gha:deploy:shop'],
    ['a pull request of the shop', job.shopPreview, 'gha:preview:shop'],
    ['a push outside of an environment', outside, ''],
    ['another environment', { ...job.deploy, environment: 'prod' }, ''],
    ['another branch', { ...job.deploy, ref: 'refs/heads/feature' }, UNKNOWN],
    ['a tag', { ...job.deploy, ref: 'refs/tags/main' }, UNKNOWN],
    ['another repository', { ...job.deploy, repositoryId: '777' }, UNKNOWN],
    [
      'the repository that stands for its owner’s',
      { ...job.deploy, repositoryId: '<repository id>' },
      UNKNOWN,
    ],
  ])('%s', async (_who, identity, groups) => {
    expect(await groupsOf(identity)).toBe(groups)
  })

  test('nobody with a token for something else, of somebody else, or that lives for a day', async () => {
    expect(await groupsOf(job.deploy, { audience: 'sts.amazonaws.com' })).toBe(UNKNOWN)
    expect(await groupsOf(job.deploy, { iss: 'https://elsewhere.example' })).toBe(UNKNOWN)
    expect(await groupsOf(job.deploy, day())).toBe(UNKNOWN)
    expect(await groupsOf(job.deploy, { repository_id: undefined })).toBe(UNKNOWN)
  })

  test('nobody, as long as the number of the repository is not written', () => {
    expect(configuration.match(/"<repository id>":/g)).toHaveLength(1)
    expect(configuration).not.toMatch(/"\d+":/)
  })

  test.each(mutants.map((mutant, index) => ({ ...mutant, index })))(
    'somebody more without the rule about $without, which is what the tests above would see',
    async ({ index, identity, claims = () => ({}), groups }) => {
      expect(await groupsOf(identity, claims())).not.toBe(groups)
      expect(await groupsOf(identity, claims(), mutated[index])).toBe(groups)
    },
  )
})
