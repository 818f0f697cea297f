/** What passes in the middle of a release ends none: in its plan, while it applies, and while it waits. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import type { JobIdentity } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { step } from '../../src/step.ts'
import { writeManifests } from '../cluster.ts'
import { type Front, type Instead, type Passed, startFront } from '../front.ts'

const job: JobIdentity = {
  repository: 'omninode-ai/omninode_infra',
  repositoryId: '123456',
  ownerId: '99',
  event: 'push',
  ref: 'refs/heads/main',
  sha: '0'.repeat(40),
  environment: 'dev',
  actor: 'octocat',
  actorId: '583231',
  runId: '1',
  runAttempt: '1',
  subject: 'name',
}

let folder: string
let caPem: string
let issuer: OidcIssuer
let kubernetes: Kubernetes
let admin: KubernetesClient
let front: Front

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-blips-'))
  const progress = () => undefined
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
  const tls = { cert: certificates.pem('apiserver.crt'), key: certificates.pem('apiserver.key'), ca: caPem }
  front = await startFront(kubernetes.url, tls)
}, 600_000)
afterAll(async () => {
  admin.close()
  await front.stop()
  await kubernetes.stop()
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})

const FAIL = 'sandbox.omninode.ai/fail'
/** Milliseconds for which the API server asks to be left alone. */
const PAUSE = 2_000

interface Blip {
  /** What happens when a request comes; what is answered to that, when it is not passed on. */
  readonly happens: (token: string) => Promise<Instead> | Instead
  /** What each phase must have seen of it. */
  readonly status?: number
}

const busy = (status: number): Blip => ({
  happens: () => ({ status, headers: { 'retry-after': String(PAUSE / 1_000) } }),
  status,
})

const blips: Readonly<Record<string, Blip>> = {
  'the connections are cut': { happens: () => front.cut() as undefined },
  'the token expires': {
    happens: async (token) => {
      const claims = issuer.claims(job, 'omninode-deploy')
      const past = Math.floor(Date.now() / 1_000) - 3_600
      front.replace(token, await issuer.mint({ ...claims, iat: past - 300, nbf: past - 300, exp: past }))
      return undefined
    },
    status: 401,
  },
  'the API server has enough to do, and says how long': busy(429),
  'the API server is away, and says how long': busy(503),
  'the API server is started again': {
    happens: async () => {
      await kubernetes.restartApiServer(300)
      return undefined
    },
  },
}

function objects(own: string): KubernetesObject[] {
  const template = {
    metadata: {
      labels: { app: 'web' },
      annotations: {
        [FAIL]: 'waiting',
        'sandbox.omninode.ai/reason': 'ErrImagePull',
        'sandbox.omninode.ai/message': '503 Service Unavailable',
      },
    },
    spec: { containers: [{ name: 'main', image: 'app:1' }] },
  }
  const spec = { replicas: 1, selector: { matchLabels: { app: 'web' } }, template }
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: own } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: own } },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: own }, spec },
  ]
}

/** Lets the pod run, when there is one. */
async function mend(own: string): Promise<void> {
  const path = `/metadata/annotations/${FAIL.replace('/', '~1')}`
  const pods = () => admin.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace: own })
  while ((await pods()).length === 0) await sleep(100)
  for (const pod of await pods())
    await admin.patch(referenceTo(pod), [{ op: 'remove', path }], { fieldManager: 'test', dryRun: false })
}

test.each(Object.entries(blips))(
  'a release finishes although %s in its plan, while it applies, and while it waits',
  async (_what, { happens, status }) => {
    const own = `blip-${Object.keys(blips).indexOf(_what)}`
    const workspace = mkdtempSync(join(folder, 'workspace-'))
    await admin.raw('POST', '/api/v1/namespaces', objects(own)[0])
    writeManifests(workspace, objects(own).slice(1))
    const { world, lines } = createTestWorld({
      workspace,
      idToken: (audience) => issuer.mint(issuer.claims(job, audience)),
    })
    const given = {
      manifests: 'k8s',
      application: own,
      'api-server': front.url,
      'certificate-authority': caPem,
      'rollout-timeout': '1m',
    }
    const hit: string[] = []
    const happened: Promise<unknown>[] = []
    const began = front.passed.length
    /** @param after milliseconds that the request has been passed on for when it happens */
    const arm = (phase: string, matches: (asked: Passed) => boolean, after = 0) =>
      front.once(matches, (token) => {
        hit.push(phase)
        if (after === 0 || status !== undefined) return happens(token)
        happened.push(sleep(after).then(() => happens(token)))
        return undefined
      })
    const isSettings = ({ method, path }: Passed) =>
      method === 'PATCH' && path.includes('/configmaps/settings?')
    arm('plan', (asked) => isSettings(asked) && asked.path.includes('dryRun=All'))
    arm('apply', (asked) => isSettings(asked) && !asked.path.includes('dryRun=All'))
    arm('wait', ({ path }) => path.includes(`/${own}/deployments?`) && path.includes('watch=true'), 500)
    const run = await openStep(step, 'apply', given, world)
    try {
      const plan = await run.plan()
      expect(plan.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      const waited = async () => {
        while (hit.length < 3) await sleep(100)
        await sleep(PAUSE + 500)
        await mend(own)
      }
      const [outcome] = await Promise.all([ended(run, plan, forwards(), { signal: world.signal }), waited()])
      expect(outcome.failures).toEqual([])
    } finally {
      front.disarm()
      await run.close()
      await Promise.all(happened)
    }
    expect(hit).toEqual(['plan', 'apply', 'wait'])
    expect(lines).toContain(`ready: ${own}/Deployment/web`)
    const passed = front.passed.slice(began)
    const refused = passed.filter((each) => status !== undefined && each.status === status)
    if (status !== undefined) expect(refused.length).toBeGreaterThanOrEqual(3)
    if (status !== 429 && status !== 503) return
    for (const { method, path, at } of refused) {
      // A watch may go on from another version.
      const same = (each: Passed) => each.method === method && each.path.split('?')[0] === path.split('?')[0]
      const next = passed.find(
        (each) => same(each) && each.at > at && each.path.includes('watch=') === path.includes('watch='),
      )
      expect((next?.at ?? 0) - at).toBeGreaterThanOrEqual(PAUSE - 10)
    }
  },
  120_000,
)
