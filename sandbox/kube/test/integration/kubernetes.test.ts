import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { type BearerSource, githubBearer } from '#toolkit/identity/kubernetes.ts'
import { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { clusterScoped } from '#toolkit/kubernetes/cluster-scoped.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { blocksOfRepository, filledIn } from '../../../../test/blocks.ts'
import type { JobIdentity } from '../../../oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '../../../oidc/issuer.ts'
import { type Certificates, createCertificates } from '../../../pki/certificates.ts'
import { AUDIENCE } from '../../authentication.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '../../kubernetes.ts'

let folder: string
let certificates: Certificates
let issuer: OidcIssuer
let kubernetes: Kubernetes
let admin: KubernetesClient

const progress = () => undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-kubernetes-'))
  certificates = await createCertificates(join(folder, 'pki'), [...certificateRequests, issuerCertificate], {
    progress,
  })
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer: { url: issuer.url, caPem: certificates.caPem },
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

function job(event: string, more: Partial<JobIdentity> = {}): JobIdentity {
  return {
    repository: 'omninode-ai/omninode_infra',
    repositoryId: '123456',
    ownerId: '99',
    event,
    ref: 'refs/heads/main',
    sha: '0'.repeat(40),
    actor: 'octocat',
    actorId: '583231',
    runId: '1',
    runAttempt: '1',
    subject: 'name',
    ...more,
  }
}

const logger = {
  colour: false,
  info: () => undefined,
  debug: () => undefined,
  group: <T>(_title: string, work: () => Promise<T>) => work(),
  progress: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  failure: () => undefined,
}

function as(identity: JobIdentity, audience = AUDIENCE): KubernetesClient {
  return bearing(
    githubBearer(
      audience,
      (wanted) => issuer.mint(issuer.claims(identity, wanted)),
      () => new Date(),
    ),
  )
}

function bearing(bearer: BearerSource): KubernetesClient {
  return new KubernetesClient({
    cluster: {
      server: kubernetes.url,
      certificateAuthority: kubernetes.caPem,
      serverName: undefined,
      proxy: undefined,
      impersonation: {},
      credentials: { kind: 'bearer', bearer },
      secrets: [],
    },
    concurrency: 2,
    known: false,
    signal: new AbortController().signal,
    random: Math.random,
    clock: () => new Date(),
    log: logger,
    env: {},
  })
}

function deployment(
  name: string,
  replicas: number,
  annotations: Record<string, string> = {},
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default' },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name }, annotations },
        spec: { containers: [{ name: 'main', image: 'app:good' }] },
      },
    },
  }
}

const manage = { fieldManager: 'test', force: false, dryRun: false }

async function until<T>(probe: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await probe()
    if (found !== undefined) return found
    await sleep(100)
  }
}

interface Status {
  readonly availableReplicas?: number
  readonly succeeded?: number
  readonly containerStatuses?: { state: { waiting?: { reason: string } }; restartCount: number }[]
}

async function statusOf(kind: 'Deployment' | 'Job', name: string): Promise<Status> {
  const apiVersion = kind === 'Job' ? 'batch/v1' : 'apps/v1'
  const object = await admin.get({ apiVersion, kind, namespace: 'default', name })
  return (object?.['status'] ?? {}) as Status
}

async function waiting(app: string, reason: string): Promise<Status> {
  return until(async () => {
    const pods = await admin.list(
      { apiVersion: 'v1', kind: 'Pod' },
      { namespace: 'default', labels: `app=${app}` },
    )
    const statuses = pods.map((pod) => (pod['status'] ?? {}) as Status)
    return statuses.find(
      ({ containerStatuses = [] }) => containerStatuses[0]?.state.waiting?.reason === reason,
    )
  })
}

describe('the control plane', () => {
  test("serves outside of namespaces just the kinds that the toolkit's table lists", async () => {
    const scopes = [...(await admin.discovery.scopes())]
    const served = scopes.filter(([, scope]) => scope === 'Cluster').map(([groupKind]) => groupKind)
    // Another list is written by `node --conditions=source scripts/cluster-scoped.ts`.
    expect([...clusterScoped]).toEqual(served.sort())
    expect(served.length).toBeLessThan(scopes.length)
  })

  test('rolls a Deployment out and completes a Job', async () => {
    await admin.apply(deployment('web', 3), manage)
    await admin.apply(
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: 'once', namespace: 'default' },
        spec: {
          template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'app:good' }] } },
        },
      },
      manage,
    )
    await until(async () =>
      (await statusOf('Deployment', 'web')).availableReplicas === 3 ? true : undefined,
    )
    await until(async () => ((await statusOf('Job', 'once')).succeeded === 1 ? true : undefined))
  })

  test('shows an image that cannot be found as a kubelet does', async () => {
    await admin.apply(deployment('lost', 1, { 'sandbox.omninode.ai/fail': 'image-not-found' }), manage)
    await waiting('lost', 'ImagePullBackOff')
  })

  test('shows a container that crashes again and again', async () => {
    await admin.apply(deployment('crash', 1, { 'sandbox.omninode.ai/fail': 'crash-loop' }), manage)
    const { containerStatuses } = await waiting('crash', 'CrashLoopBackOff')
    expect(containerStatuses?.[0]?.restartCount).toBeGreaterThan(1)
  })

  test.each<[string, JobIdentity, string]>([
    ['another repository id', job('push', { environment: 'dev', repositoryId: '654321' }), AUDIENCE],
    ['another audience', job('push', { environment: 'dev' }), 'sts.amazonaws.com'],
  ])('does not know a token with %s', async (_what, identity, audience) => {
    const stranger = as(identity, audience)
    await expect(stranger.list({ apiVersion: 'v1', kind: 'Namespace' })).rejects.toMatchObject({
      code: 'CLUSTER_UNAUTHENTICATED',
    })
    stranger.close()
  })

  test('lets a push outside of the environment do nothing', async () => {
    const nobody = as(job('push'))
    await expect(nobody.list({ apiVersion: 'v1', kind: 'Namespace' })).rejects.toMatchObject({ status: 403 })
    nobody.close()
  })

  test('comes back after its API server was restarted, and clients only wait', async () => {
    const client = as(job('push', { environment: 'dev' }))
    await client.list({ apiVersion: 'v1', kind: 'Namespace' })
    const [, namespaces] = await Promise.all([
      kubernetes.restartApiServer(500),
      sleep(300).then(() => client.list({ apiVersion: 'v1', kind: 'Namespace' })),
    ])
    expect(namespaces.map((namespace) => namespace.metadata.name)).toContain('default')
    client.close()
  }, 60_000)
})

test('the API server takes every manifest that our pages show', async () => {
  const shown = blocksOfRepository()
    .filter(({ language, text }) => language === 'yaml' && /^apiVersion: /m.test(text))
    .map(({ text }) => load(filledIn(text)) as KubernetesObject) // what it is, the server says
  expect(shown.length).toBeGreaterThan(0)
  for (const object of shown) {
    const { namespace = 'default' } = object.metadata
    await admin.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }, manage)
    await admin.apply(object, { ...manage, dryRun: true })
  }
})

describe('a token of a long release', () => {
  const released = job('push', { environment: 'dev' })
  const root = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'default', name: 'kube-root-ca.crt' }
  const ask = async (client: KubernetesClient) => (await client.get(root))?.metadata.name

  test('is renewed a minute before it expires, and not sooner', async () => {
    let minted = 0
    let late = 0
    const lifetime = () => Number(claims['exp']) * 1_000 - Date.now()
    const claims = issuer.claims(released, AUDIENCE)
    const mint = () => {
      minted++
      return issuer.mint(issuer.claims(released, AUDIENCE))
    }
    const client = bearing(githubBearer(AUDIENCE, mint, () => new Date(Date.now() + late)))
    expect([await ask(client), await ask(client), minted]).toEqual([root.name, root.name, 1])
    late = lifetime() - 70_000
    expect([await ask(client), minted]).toEqual([root.name, 1])
    late = lifetime() - 50_000
    expect([await ask(client), minted]).toEqual([root.name, 2])
    client.close()
  })

  test('is renewed once when the API server does not take it any more', async () => {
    const hour = 3_600
    const now = Math.floor(Date.now() / 1_000)
    const expired = { iat: now - 2 * hour, nbf: now - 2 * hour, exp: now - hour }
    const given: unknown[] = [expired, {}]
    const mint = () => issuer.mint({ ...issuer.claims(released, AUDIENCE), ...(given.shift() as object) })
    // A clock that is slow takes it for good.
    const client = bearing(githubBearer(AUDIENCE, mint, () => new Date((now - 2 * hour) * 1_000)))
    expect([await ask(client), given]).toEqual([root.name, []])
    client.close()
  })
})

describe("the preview's own token, used by hand", () => {
  const preview = () => as(job('pull_request', { ref: 'refs/pull/1/merge' }))
  const configMaps = '/api/v1/namespaces/default/configmaps'
  const map = (name: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default' },
    data: { a: '1' },
  })
  const policy =
    '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies/omninode-preview-is-dry-run'
  const binding =
    '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings/omninode-preview-is-dry-run'
  const pod = '/api/v1/namespaces/default/pods/any'

  test('may dry-run a create and a server-side apply', async () => {
    const client = preview()
    await client.raw('POST', `${configMaps}?dryRun=All`, map('dry'))
    await client.apply(map('dry'), { ...manage, dryRun: true })
    await client.apply(deployment('dry', 1), { ...manage, dryRun: true })
    client.close()
    expect(
      await admin.get({ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'default', name: 'dry' }),
    ).toBeUndefined()
  })

  test.each<[string, 'POST' | 'PATCH' | 'DELETE', string, unknown]>([
    ['create', 'POST', configMaps, map('x')],
    ['delete', 'DELETE', `${configMaps}/kube-root-ca.crt`, undefined],
    [
      'create a namespace',
      'POST',
      '/api/v1/namespaces',
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x' } },
    ],
    [
      'create a token',
      'POST',
      '/api/v1/namespaces/default/serviceaccounts/default/token',
      { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { audiences: [] } },
    ],
    ['exec', 'POST', `${pod}/exec?command=id`, undefined],
    ['delete the policy', 'DELETE', policy, undefined],
    ['delete its binding', 'DELETE', binding, undefined],
    [
      'bind itself to more',
      'POST',
      '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name: 'x' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
        subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'gha:preview' }],
      },
    ],
  ])('may not %s', async (_what, method, path, body) => {
    const client = preview()
    await expect(client.raw(method, path, body)).rejects.toMatchObject({ status: 403 })
    client.close()
  })

  test('may not patch: not an object of the release, and neither the policy nor its binding', async () => {
    const client = preview()
    await expect(client.apply(map('x'), manage)).rejects.toThrow('a preview may only dry-run')
    await expect(client.apply(deployment('web', 9), { ...manage, force: true })).rejects.toThrow(
      'only dry-run',
    )
    const patch = (path: string) =>
      client.raw('PATCH', path, { spec: {} }, { 'content-type': 'application/merge-patch+json' })
    await expect(patch(policy)).rejects.toMatchObject({ status: 403 })
    await expect(patch(binding)).rejects.toMatchObject({ status: 403 })
    client.close()
  })
})

test('nothing of the plane is left when it is stopped', async () => {
  const other = await startKubernetes({
    folder: join(folder, 'other'),
    certificates,
    issuer: { url: issuer.url, caPem: certificates.caPem },
    repositoryId: '123456',
    progress,
  })
  const { pids } = other
  expect(pids).toHaveLength(5)
  await other.stop()
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
}, 60_000)
