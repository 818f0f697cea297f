/** What is applied is what was reviewed: every ingredient changed alone is noticed, on a real API server. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { letPreviewRead } from '#sandbox/kube/trust.ts'
import type { JobIdentity } from '#sandbox/oidc/identity.ts'
import { type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { applied as appliedBy } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { readManifests } from '#toolkit/manifests/folder.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { blockingFailures, isBlocking } from '#toolkit/model/finding.ts'
import type { Plan } from '#toolkit/model/plan.ts'
import { compareWithReview, type Difference, type Review, reviewOf } from '#toolkit/model/review.ts'
import { forwardsOf } from '#toolkit/review/forwards.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld, type TestWorldOptions } from '#toolkit/world/test/world.ts'
import { fieldManagerOf } from '../../src/application/application.ts'
import { claim } from '../../src/application/claim.ts'
import { asMember } from '../../src/application/inventory.ts'
import { asOwned } from '../../src/ownership/owner.ts'
import { placeOfApplication } from '../../src/place.ts'
import { planDeployment } from '../../src/plan.ts'
import { step } from '../../src/step.ts'

const progress = () => undefined
let folder: string
let caPem: string
let issuer: OidcIssuer
let kubernetes: Kubernetes
let admin: KubernetesClient
let workspace: string
let serial = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-review-'))
  const requests = [...certificateRequests, { name: 'oidc', hosts: ['127.0.0.1'] }]
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
  await letPreviewRead(admin, ['token'])
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

const name = () => `review-${serial}`
const application = () => ({ name: name(), namespace: 'default', repository: '123456' })
const objects = {
  namespace: (labels = {}) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: name(), labels } }),
  configMap: (own: string, data: Record<string, string>, metadata = {}) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: own, namespace: name(), ...metadata },
    data,
  }),
  secret: (content: Record<string, unknown>, metadata = {}) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'token', namespace: name(), ...metadata },
    ...content,
  }),
  service: (port: number, metadata = {}) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: name(), ...metadata },
    spec: { selector: { app: 'web' }, ports: [{ name: 'http', port, targetPort: 'http' }] },
  }),
  job: (image: string, own = 'nightly', side = 'side:1') => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: own, namespace: name() },
    spec: {
      schedule: '0 3 * * *',
      suspend: true,
      jobTemplate: {
        spec: {
          template: {
            spec: {
              restartPolicy: 'Never',
              containers: [
                { name: 'main', image },
                { name: 'side', image: side },
              ],
            },
          },
        },
      },
    },
  }),
}

function write(file: string, object: unknown, root = workspace): void {
  const path = join(root, 'k8s', file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, typeof object === 'string' ? object : JSON.stringify(object, undefined, 2))
}
const remove = (file: string) => rmSync(join(workspace, 'k8s', file))

const base64 = (text: string) => Buffer.from(text).toString('base64')
const [oldValue, newValue, otherValue] = ['old-marked-value', 'new-marked-value', 'other-marked-value']
const image = (letter: string) => `registry.example.com/app@sha256:${letter.repeat(64)}`

const usesApp = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).some(
    (file) => file.endsWith('.yaml') && /"image": ?"app"/.test(readFileSync(join(root, file), 'utf8')),
  )

const inputs = (root = workspace): Record<string, string> => ({
  manifests: 'k8s',
  application: name(),
  kubeconfig: kubernetes.adminKubeconfig,
  // Only what uses an image can be given another.
  images: usesApp(root) ? `app=${image('a')}` : '',
  prune: 'true',
})

async function opened(
  more: Record<string, string> = {},
  options: Partial<TestWorldOptions> = {},
  command: 'apply' | 'plan' = 'apply',
) {
  const { world, lines } = createTestWorld({ workspace, ...options })
  const given = Object.fromEntries(Object.entries({ ...inputs(), ...more }).filter(([, text]) => text !== ''))
  return { run: await openStep(step, command, given, world), lines }
}

async function planned(
  more: Record<string, string> = {},
  options: Partial<TestWorldOptions> = {},
  command: 'apply' | 'plan' = 'apply',
) {
  const { run } = await opened(more, options, command)
  try {
    return await run.plan()
  } finally {
    await run.close()
  }
}

async function applied(allowing: Forwards = forwards(), more: Record<string, string> = {}): Promise<void> {
  const { run } = await opened(more)
  try {
    await appliedBy(run, await run.plan(), allowing)
  } finally {
    await run.close()
  }
}

async function failuresOf(work: Promise<unknown>) {
  return failuresIn(await work.catch((error: unknown) => error))
}

const showing = {
  repositoryId: '123456',
  pullRequest: 7,
  commit: 'b'.repeat(40),
  run: '4711',
  salt: '0123456789abcdef0123456789abcdef',
}

/** A release that makes, changes, deletes and leaves something. */
async function reviewed(): Promise<Review> {
  write('namespace.yaml', objects.namespace())
  write('stays.yaml', objects.configMap('stays', { a: '1' }))
  write('settings.yaml', objects.configMap('settings', { a: '1' }))
  write('gone.yaml', objects.configMap('gone', {}))
  write('secret.yaml', objects.secret({ stringData: { token: oldValue } }))
  await applied()
  remove('gone.yaml')
  write('settings.yaml', objects.configMap('settings', { a: '2' }))
  write('secret.yaml', objects.secret({ stringData: { token: newValue } }))
  write('service.yaml', objects.service(80))
  write('job.yaml', objects.job('app'))
  return reviewOf(await planned(), showing)
}

const told = (differences: readonly Difference[]) =>
  differences.map(
    ({ address, what, detail }) => `${address}: ${what}${detail === undefined ? '' : ` (${detail})`}`,
  )

async function differencesOf(plan: Plan, review: Review): Promise<string[]> {
  const { verdict, differences } = await compareWithReview(plan, review)
  expect(verdict).toBe('different')
  return told(differences)
}

const address = (kind: string, own: string) => `${name()}/${kind}/${own}`
const other = 'other bytes than were reviewed'
const differs = 'differs from the review'
const sensitive = 'a sensitive value differs from the review'

test('a review says where, with what, from which bytes and what, and nothing of a secret', async () => {
  const review = await reviewed()
  const [{ metadata } = { metadata: { uid: '' } }] = (
    await admin.list({ apiVersion: 'v1', kind: 'Namespace' })
  ).filter((each) => each.metadata.name === 'kube-system')
  expect(review).toMatchObject({
    target: `${name()} in cluster ${metadata.uid}`,
    where: { cluster: metadata.uid, application: name() },
    with: {
      'image app': image('a'),
      prune: true,
      'field manager': fieldManagerOf(application()),
      repository: '123456',
    },
    replaces: { '': { commit: '0'.repeat(40), run: '1' } },
  })
  // What stays as it is is not sent.
  expect(Object.keys(review.from).sort()).toEqual(
    [
      address('ConfigMap', 'settings'),
      address('CronJob', 'nightly'),
      address('Secret', 'token'),
      address('Service', 'web'),
    ].sort(),
  )
  expect(Object.values(review.from).every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
  expect(
    review.changes.map(({ action, address: at, sensitive: hash }) => [action, at, hash !== undefined]).sort(),
  ).toEqual(
    [
      ['create', address('CronJob', 'nightly'), false],
      ['create', address('Service', 'web'), false],
      ['delete', address('ConfigMap', 'gone'), false],
      ['update', address('ConfigMap', 'settings'), false],
      ['update', address('Secret', 'token'), true],
    ].sort(),
  )
  const everything = JSON.stringify([review, await planned()])
  for (const value of [oldValue, newValue]) {
    expect(everything).not.toContain(value)
    expect(everything).not.toContain(base64(value))
  }
}, 60_000)

describe('every ingredient that changes alone is refused, and named', () => {
  test('where', async () => {
    const review = await reviewed()
    const addresses = ['Secret/token', 'ConfigMap/settings', 'ConfigMap/stays'].map(
      (own) => `${name()}/${own}`,
    )
    const adopt = [`Namespace/${name()}`, ...addresses].join('\n')
    const elsewhere = await planned({ application: 'another', adopt })
    expect(await differencesOf(elsewhere, review)).toEqual(
      expect.arrayContaining([
        `where: application: another place than was reviewed (${name()} → another)`,
        expect.stringContaining('where: target: another place than was reviewed'),
      ]),
    )
    const { world } = createTestWorld({ workspace })
    const place = await placeOfApplication(
      {
        get: async (reference) => {
          const namespace = await admin.get(reference)
          return namespace && { ...namespace, metadata: { ...namespace.metadata, uid: 'of-another-cluster' } }
        },
      },
      application(),
    )
    const deployment = {
      manifests: readManifests(workspace, 'k8s'),
      images: new Map(),
      application: application(),
      prune: true,
      adopt: [],
      allowPrune: 0,
      forced: [],
      applies: true,
      rolloutTimeout: 1_000,
    }
    const { plan } = await planDeployment(admin, deployment, place, world)
    expect(await differencesOf(plan, review)).toEqual(
      expect.arrayContaining([
        `where: cluster: another place than was reviewed (${review.where['cluster']} → of-another-cluster)`,
        expect.stringContaining('where: target: another place than was reviewed'),
      ]),
    )
  }, 60_000)

  test('with what', async () => {
    const review = await reviewed()
    const job = address('CronJob', 'nightly')
    const images = async (value: string) => differencesOf(await planned({ images: value }), review)
    const not = 'not as it was reviewed'
    expect(await images(`app=${image('b')}`)).toEqual([
      `with: image app: ${not}`, // too long for both to be told
      `from: ${job}: ${other}`,
      `${job}: ${differs}`,
    ])
    expect(await images('')).toEqual([
      `with: image app: ${not} ("${image('a')}" → none)`,
      `from: ${job}: ${other}`,
      `${job}: ${differs}`,
    ])
    expect(await failuresOf(planned({ images: `app=${image('a')}\nunused=${image('c')}` }))).toMatchObject([
      { code: 'IMAGE_UNMATCHED', what: expect.stringContaining('names unused') },
    ])
    expect(await differencesOf(await planned({ prune: 'false' }), review)).toEqual([
      'with: prune: not as it was reviewed (true → false)',
      `${address('ConfigMap', 'gone')}: reviewed, but no longer planned`,
    ])
    const plan = await planned()
    const foreign = { ...plan, with: { ...plan.with, repository: '999' } }
    expect(await differencesOf(foreign, review)).toEqual([
      'with: repository: not as it was reviewed (123456 → 999)',
    ])
    // Such a one does not even come to a plan.
    expect(await failuresOf(planned({}, { run: { repositoryId: '999' } }))).toMatchObject([
      { code: 'OWNER_OTHER' },
    ])
    const managed = { ...plan, with: { ...plan.with, 'field manager': 'somebody' } }
    expect(await differencesOf(managed, review)).toEqual([
      `with: field manager: not as it was reviewed (${fieldManagerOf(application())} → somebody)`,
    ])
  }, 60_000)

  const mutations: [string, () => void, () => string[]][] = [
    [
      'a key of a ConfigMap',
      () => write('settings.yaml', objects.configMap('settings', { b: '2' })),
      () => [
        `from: ${address('ConfigMap', 'settings')}: ${other}`,
        `${address('ConfigMap', 'settings')}: ${differs}`,
      ],
    ],
    [
      'a value of a ConfigMap',
      () => write('settings.yaml', objects.configMap('settings', { a: '3' })),
      () => [
        `from: ${address('ConfigMap', 'settings')}: ${other}`,
        `${address('ConfigMap', 'settings')}: ${differs}`,
      ],
    ],
    [
      'a field of a new object',
      () => write('service.yaml', objects.service(8080)),
      () => [`from: ${address('Service', 'web')}: ${other}`, `${address('Service', 'web')}: ${differs}`],
    ],
    [
      'a label',
      () => write('service.yaml', objects.service(80, { labels: { team: 'x' } })),
      () => [`from: ${address('Service', 'web')}: ${other}`, `${address('Service', 'web')}: ${differs}`],
    ],
    [
      'an annotation',
      () => write('service.yaml', objects.service(80, { annotations: { team: 'x' } })),
      () => [`from: ${address('Service', 'web')}: ${other}`, `${address('Service', 'web')}: ${differs}`],
    ],
    [
      'an annotation that no difference shows',
      () =>
        write(
          'settings.yaml',
          objects.configMap(
            'settings',
            { a: '2' },
            { annotations: { 'deployment.kubernetes.io/revision': '7' } },
          ),
        ),
      () => [`from: ${address('ConfigMap', 'settings')}: ${other}`],
    ],
    [
      'a field that no difference shows',
      () => write('service.yaml', { ...objects.service(80), status: { loadBalancer: {} } }),
      () => [`from: ${address('Service', 'web')}: ${other}`],
    ],
    [
      'the image in a manifest that `images` does not name',
      () => write('job.yaml', objects.job('app', 'nightly', 'side:2')),
      () => [
        `from: ${address('CronJob', 'nightly')}: ${other}`,
        `${address('CronJob', 'nightly')}: ${differs}`,
      ],
    ],
    [
      'a namespace',
      () => write('service.yaml', objects.service(80, { namespace: 'default' })),
      () => [
        `from: ${address('Service', 'web')}: ${other}`,
        `from: default/Service/web: ${other}`,
        'default/Service/web: not reviewed',
        `${address('Service', 'web')}: reviewed, but no longer planned`,
      ],
    ],
    [
      'an object that stayed as it is',
      () => write('stays.yaml', objects.configMap('stays', { a: '2' })),
      () => [
        `from: ${address('ConfigMap', 'stays')}: ${other}`,
        `${address('ConfigMap', 'stays')}: not reviewed`,
      ],
    ],
    [
      'one object more',
      () => write('more.yaml', objects.configMap('more', {})),
      () => [
        `from: ${address('ConfigMap', 'more')}: ${other}`,
        `${address('ConfigMap', 'more')}: not reviewed`,
      ],
    ],
    [
      'one object less',
      () => remove('service.yaml'),
      () => [
        `from: ${address('Service', 'web')}: ${other}`,
        `${address('Service', 'web')}: reviewed, but no longer planned`,
      ],
    ],
    [
      'one object to delete more',
      () => remove('stays.yaml'),
      () => [`${address('ConfigMap', 'stays')}: not reviewed`],
    ],
    [
      'one object to delete less',
      () => write('gone.yaml', objects.configMap('gone', {})),
      () => [`${address('ConfigMap', 'gone')}: reviewed, but no longer planned`],
    ],
    [
      'a value of a Secret in stringData',
      () => write('secret.yaml', objects.secret({ stringData: { token: otherValue } })),
      () => [`${address('Secret', 'token')}: ${sensitive}`],
    ],
    [
      'a value of a Secret that goes to data',
      () => write('secret.yaml', objects.secret({ data: { token: base64(newValue) } })),
      () => [`from: ${address('Secret', 'token')}: ${other}`, `${address('Secret', 'token')}: ${sensitive}`],
    ],
    [
      'a key of a Secret',
      () => write('secret.yaml', objects.secret({ stringData: { other: newValue } })),
      () => [`from: ${address('Secret', 'token')}: ${other}`, `${address('Secret', 'token')}: ${differs}`],
    ],
    [
      'a copy that kubectl keeps of a Secret',
      () => {
        const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': otherValue }
        write('secret.yaml', objects.secret({ stringData: { token: newValue } }, { annotations }))
      },
      () => [`from: ${address('Secret', 'token')}: ${other}`, `${address('Secret', 'token')}: ${sensitive}`],
    ],
    [
      "a Secret's label",
      () => write('secret.yaml', objects.secret({ stringData: { token: newValue } }, { labels: { a: 'b' } })),
      () => [`from: ${address('Secret', 'token')}: ${other}`, `${address('Secret', 'token')}: ${differs}`],
    ],
  ]

  test.each(mutations)(
    '%s',
    async (_what, mutate, expected) => {
      const review = await reviewed()
      mutate()
      const differences = await differencesOf(await planned(), review)
      expect(differences.sort()).toEqual(expected().sort())
      expect(differences.join()).not.toMatch(/marked-value/)
    },
    60_000,
  )

  test('what somebody does by hand counts where the release touches it', async () => {
    const review = await reviewed()
    const byHand = { fieldManager: 'somebody', force: true, dryRun: false }
    await admin.apply(objects.configMap('settings', { more: 'by hand' }), byHand)
    expect((await compareWithReview(await planned(), review)).verdict).toBe('equal')
    await admin.apply(objects.service(80, { labels: { by: 'hand' } }), byHand)
    const adopt = address('Service', 'web')
    expect(await differencesOf(await planned({ adopt }), review)).toEqual([`${adopt}: ${differs}`])
  }, 60_000)

  test('a value of somebody else is no conflict while it is what was asked for, and is never taken over', async () => {
    const review = await reviewed()
    const byHand = { fieldManager: 'somebody', force: true, dryRun: false }
    await admin.apply(objects.configMap('settings', { a: '2' }), byHand)
    expect((await compareWithReview(await planned(), review)).verdict).toBe('remainder')
    await admin.apply(objects.configMap('settings', { a: '3' }), byHand)
    const { findings } = await planned()
    expect(findings.filter(isBlocking)).toMatchObject([{ rule: 'field-conflict' }])
    // Nothing that blocks is applied.
    expect(blockingFailures(findings)).toHaveLength(1)
    const live = await admin.get({ apiVersion: 'v1', kind: 'ConfigMap', namespace: name(), name: 'settings' })
    expect(live?.['data']).toEqual({ a: '3' })
  }, 60_000)

  test('what is in the cluster before: a value, and a value of a Secret', async () => {
    const review = await reviewed()
    const overwrite = (object: KubernetesObject) =>
      admin.apply(asOwned(asMember(object, application()), application()), {
        fieldManager: fieldManagerOf(application()),
        force: true,
        dryRun: false,
      })
    await overwrite(objects.configMap('settings', { a: '7' }))
    await overwrite(objects.secret({ stringData: { token: otherValue } }))
    expect(await differencesOf(await planned(), review)).toEqual([
      `${address('Secret', 'token')}: ${sensitive}`,
      `${address('ConfigMap', 'settings')}: ${differs}`,
    ])
  }, 60_000)

  test('what stayed as it is, and no longer does', async () => {
    const review = await reviewed()
    await admin.delete({ apiVersion: 'v1', kind: 'ConfigMap', namespace: name(), name: 'stays' })
    expect(await differencesOf(await planned(), review)).toEqual([
      `from: ${address('ConfigMap', 'stays')}: ${other}`,
      `${address('ConfigMap', 'stays')}: not reviewed`,
    ])
  }, 60_000)
})

describe('what is the same is equal', () => {
  const job = (event: 'push' | 'pull_request'): JobIdentity => ({
    repository: 'omninode-ai/omninode_infra',
    repositoryId: '123456',
    ownerId: '99',
    event,
    ref: 'refs/heads/main',
    sha: '0'.repeat(40),
    ...(event === 'push' ? { environment: 'dev' } : {}),
    actor: 'octocat',
    actorId: '583231',
    runId: '1',
    runAttempt: '1',
    subject: 'name',
  })
  const overOidc = (event: 'push' | 'pull_request') =>
    planned(
      { kubeconfig: '', 'api-server': kubernetes.url, 'certificate-authority': caPem },
      { idToken: (audience) => issuer.mint(issuer.claims(job(event), audience)) },
      // A preview may not do what is planned.
      event === 'push' ? 'apply' : 'plan',
    )

  test.each<[string, () => Promise<Plan>]>([
    ['another time', () => planned({}, { clock: () => new Date(Date.now() + 3_600_000) })],
    [
      'another run of another commit',
      () => planned({}, { run: { id: '99', attempt: '3', sha: 'f'.repeat(40), event: 'workflow_dispatch' } }),
    ],
    [
      'another path of the checkout',
      () => {
        const copy = mkdtempSync(join(folder, 'elsewhere-'))
        cpSync(workspace, copy, { recursive: true })
        return planned({}, { workspace: copy })
      },
    ],
    ['another way to write the folder', () => planned({ manifests: './k8s/' })],
    [
      'another folder of the checkout',
      () => {
        cpSync(join(workspace, 'k8s'), join(workspace, 'other/place'), { recursive: true })
        return planned({ manifests: 'other/place' })
      },
    ],
    [
      'all objects in one file, the last one first',
      () => {
        const files = readdirSync(join(workspace, 'k8s')).sort().reverse()
        const texts = files.map((file) => readFileSync(join(workspace, 'k8s', file), 'utf8'))
        for (const file of files) remove(file)
        write('all.yaml', texts.join('\n---\n'))
        return planned()
      },
    ],
    [
      'a comment, and other white space',
      () => {
        write('settings.yaml', `# why\n\n${JSON.stringify(objects.configMap('settings', { a: '2' }))}`)
        return planned()
      },
    ],
    [
      'the same objects by a kustomization',
      () => {
        write('kustomization.yaml', { resources: readdirSync(join(workspace, 'k8s')) })
        return planned()
      },
    ],
    [
      'keys in another order',
      () => {
        const { data, metadata, kind, apiVersion } = objects.configMap('settings', { a: '2' })
        write('settings.yaml', { data, metadata, kind, apiVersion })
        return planned()
      },
    ],
    [
      'a longer patience and fewer requests at once',
      () => planned({ 'rollout-timeout': '1h', concurrency: '1' }),
    ],
    ['a name for people', () => planned({ name: 'production' })],
    [
      'another address of the same cluster',
      () => {
        const kubeconfig = join(workspace, 'localhost.kubeconfig')
        const text = readFileSync(kubernetes.adminKubeconfig, 'utf8').replace('127.0.0.1', 'localhost')
        writeFileSync(kubeconfig, text)
        return planned({ kubeconfig })
      },
    ],
    ['the identity of the preview', () => overOidc('pull_request')],
    ['the identity that deploys', () => overOidc('push')],
  ])(
    '%s',
    async (_what, again) => {
      const review = await reviewed()
      const plan = await again()
      expect(await compareWithReview(plan, review)).toEqual({ verdict: 'equal', differences: [] })
      expect(plan.digest).toBe(review.digest)
    },
    60_000,
  )

  test('another order of images, of which each is named once', async () => {
    await reviewed()
    write('other.yaml', objects.job('other', 'weekly'))
    const lines = [`app=${image('a')}`, `other=${image('b')}`]
    const review = await reviewOf(await planned({ images: lines.join('\n') }), showing)
    const plan = await planned({ images: lines.reverse().join('\n') })
    expect(await compareWithReview(plan, review)).toEqual({ verdict: 'equal', differences: [] })
    const twice = `app=${image('a')}\napp=${image('b')}`
    expect(await failuresOf(planned({ images: twice }))).toMatchObject([
      { code: 'INPUT_INVALID', what: 'The input `images` names app twice.' },
    ])
  }, 60_000)

  test('a review of another salt, of which no hash is the same', async () => {
    const review = await reviewed()
    const again = await reviewOf(await planned(), { ...showing, salt: 'f'.repeat(32) })
    const hash = (each: Review) => each.changes.find(({ address: at }) => at === address('Secret', 'token'))
    expect(hash(again)?.sensitive).not.toBe(hash(review)?.sensitive)
    expect(await compareWithReview(await planned(), again)).toEqual({ verdict: 'equal', differences: [] })
  }, 60_000)
})

describe('what is left of a release that was cut off', () => {
  test.each([
    ['after its first object', ['settings.yaml']],
    ['after its Secret', ['secret.yaml', 'settings.yaml']],
    ['before it deleted anything', ['secret.yaml', 'settings.yaml', 'service.yaml', 'job.yaml']],
  ])(
    '%s is the remainder of its review, and is released',
    async (_when, files) => {
      const review = await reviewed()
      // A run that gets no further: its other files are not there yet.
      const all = readdirSync(join(workspace, 'k8s'))
      const part = mkdtempSync(join(folder, 'part-'))
      for (const file of [...all.filter((each) => !/settings|secret|service|job/.test(each)), ...files])
        write(file, readFileSync(join(workspace, 'k8s', file), 'utf8'), part)
      const { world } = createTestWorld({ workspace: part })
      const run = await openStep(step, 'apply', { ...inputs(part), prune: 'false' }, world)
      await appliedBy(run, await run.plan(), forwards())
      await run.close()
      const rest = await planned()
      expect(await compareWithReview(rest, review)).toEqual({ verdict: 'remainder', differences: [] })
      await applied()
      expect((await planned()).changes.filter(({ action }) => action !== 'none')).toEqual([])
    },
    60_000,
  )

  test('is its remainder too when its namespace and the definition of its kind were new', async () => {
    const group = `${name()}.example.com`
    const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
    write('namespace.yaml', objects.namespace())
    write('definition.yaml', {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `moons.${group}` },
      spec: {
        group,
        scope: 'Namespaced',
        names: { kind: 'Moon', plural: 'moons', singular: 'moon', listKind: 'MoonList' },
        versions: [{ name: 'v1', served: true, storage: true, schema }],
      },
    })
    await applied()
    await admin.delete({ apiVersion: 'v1', kind: 'Namespace', name: name() })
    await admin.delete({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      name: `moons.${group}`,
    })
    while ((await admin.get({ apiVersion: 'v1', kind: 'Namespace', name: name() })) !== undefined)
      await sleep(50)
    const moon = (spec: object) => ({
      apiVersion: `${group}/v1`,
      kind: 'Moon',
      metadata: { name: 'it', namespace: name() },
      spec,
    })
    write('moon.yaml', moon({ phase: 'full' }))
    write('secret.yaml', objects.secret({ stringData: { token: newValue } }))
    const review = await reviewOf(await planned(), showing)
    expect(JSON.stringify(review)).not.toContain(newValue)
    write('moon.yaml', moon({ phase: 'new' }))
    expect(await differencesOf(await planned(), review)).toEqual([
      `from: ${address('Moon', 'it')}: ${other}`,
      `${address('Moon', 'it')}: ${differs}`,
    ])
    write('moon.yaml', moon({ phase: 'full' }))
    write('secret.yaml', objects.secret({ stringData: { token: otherValue } }))
    expect(await differencesOf(await planned(), review)).toEqual([
      `${address('Secret', 'token')}: ${sensitive}`,
    ])
    write('secret.yaml', objects.secret({ stringData: { token: newValue } }))
    expect((await compareWithReview(await planned(), review)).verdict).toBe('equal')
    remove('moon.yaml')
    remove('secret.yaml')
    await applied(forwards(), { prune: 'false' })
    write('moon.yaml', moon({ phase: 'full' }))
    write('secret.yaml', objects.secret({ stringData: { token: newValue } }))
    expect(await compareWithReview(await planned(), review)).toEqual({
      verdict: 'remainder',
      differences: [],
    })
  }, 60_000)
})

describe('an application only goes forwards', () => {
  const history = ['a', 'b', 'c'].map((letter) => letter.repeat(40))
  const standing = async (from: string, to: string) => {
    const [older, newer] = [history.indexOf(from), history.indexOf(to)]
    if (older < 0 || newer < 0) return undefined
    return older === newer ? 'identical' : older < newer ? 'ahead' : 'behind'
  }
  const line = (commit: string, run: string, review?: Review): Forwards =>
    forwardsOf({
      next: { commit, run },
      review,
      once: false,
      standing,
      refuse: (failure) => {
        throw failure
      },
    })
  const inCluster = async () => {
    const object = await admin.get({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      namespace: name(),
      name: 'settings',
    })
    return object?.['data']
  }
  const value = (a: string) => write('settings.yaml', objects.configMap('settings', { a }))
  const [first = '', second = '', third = ''] = history

  test('a run that is started again after its change was reverted is refused, and changes nothing', async () => {
    write('namespace.yaml', objects.namespace())
    value('1')
    await applied(line(first, '1'))
    value('2')
    const shown = await reviewOf(await planned(), showing)
    await applied(line(second, '2', shown))
    value('1')
    await applied(line(third, '3', await reviewOf(await planned(), showing)))
    value('2')
    // It is exactly what was reviewed, which is why the comparison alone does not see it.
    expect((await compareWithReview(await planned(), shown)).verdict).toBe('equal')
    expect(await failuresOf(applied(line(second, '2', shown)))).toMatchObject([
      { code: 'RELEASE_OLDER', what: expect.stringContaining(third.slice(0, 12)) },
    ])
    expect(await inCluster()).toEqual({ a: '1' })
    expect((await planned()).released).toEqual({ '': { commit: third, run: '3' } })
  }, 60_000)

  test('unless its review names what it replaces: going back is a pull request of its own', async () => {
    write('namespace.yaml', objects.namespace())
    value('1')
    await applied(line(third, '3'))
    value('0')
    const back = await reviewOf(await planned(), showing)
    await applied(line(first, '4', back))
    expect(await inCluster()).toEqual({ a: '0' })
  }, 60_000)

  test('the commit is remembered before the first change, so that a release that fails half way is known', async () => {
    write('namespace.yaml', objects.namespace())
    value('1')
    await applied(line(first, '1'))
    value('2')
    const { run } = await opened()
    await run.plan()
    await admin.apply(objects.configMap('settings', { a: 'by hand' }), {
      fieldManager: 'somebody',
      force: true,
      dryRun: false,
    })
    expect(await failuresOf(appliedBy(run, await run.plan(), line(second, '2')))).toMatchObject([
      { code: 'FIELD_CONFLICT' },
    ])
    await run.close()
    await admin.apply(
      asOwned(asMember(objects.configMap('settings', { a: '1' }), application()), application()),
      {
        fieldManager: fieldManagerOf(application()),
        force: true,
        dryRun: false,
      },
    )
    expect((await planned()).released).toEqual({ '': { commit: second, run: '2' } })
    expect(await failuresOf(applied(line(first, '9')))).toMatchObject([{ code: 'RELEASE_OLDER' }])
    // The rest of it is released by the same run.
    await applied(line(second, '2'))
    expect(await inCluster()).toEqual({ a: '2' })
  }, 60_000)

  test('of two runs at once the older one asks again, and is refused before its first change', async () => {
    write('namespace.yaml', objects.namespace())
    value('older')
    const asked: unknown[] = []
    const older = line(first, '1')
    const overtaken: Forwards = {
      next: older.next,
      allow: async (part, remembered) => {
        asked.push(remembered)
        if (asked.length === 1) await claim(admin, application(), [], line(second, '2'))
        await older.allow(part, remembered)
      },
    }
    expect(await failuresOf(applied(overtaken))).toMatchObject([{ code: 'RELEASE_OLDER' }])
    expect(asked).toEqual([undefined, { commit: second, run: '2' }])
    expect(await inCluster()).toBeUndefined()
  }, 60_000)

  test('a run that was overtaken while it waited deletes nothing, and is no success', async () => {
    write('namespace.yaml', objects.namespace())
    write('gone.yaml', objects.configMap('gone', {}))
    await applied(line(first, '1'))
    remove('gone.yaml')
    write('set.yaml', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'slow', namespace: name() },
      spec: {
        serviceName: 'slow',
        minReadySeconds: 3,
        selector: { matchLabels: { app: 'slow' } },
        template: {
          metadata: { labels: { app: 'slow' } },
          spec: { containers: [{ name: 'main', image: 'app:1' }] },
        },
      },
    })
    const applying = failuresOf(applied(line(second, '2')))
    const slow = { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: name(), name: 'slow' }
    while ((await admin.get(slow)) === undefined) await sleep(20)
    await claim(admin, application(), [], line(third, '3'))
    expect(await applying).toMatchObject([
      { code: 'RELEASE_OVERTAKEN', what: expect.stringContaining(`The run 3 (${third.slice(0, 12)})`) },
    ])
    const gone = { apiVersion: 'v1', kind: 'ConfigMap', namespace: name(), name: 'gone' }
    expect(await admin.get(gone)).toBeDefined()
    expect((await planned()).released).toEqual({ '': { commit: third, run: '3' } })
  }, 60_000)
})

describe('which cluster it is', () => {
  /** A kubeconfig of an identity that may do what its rules say. */
  async function identity(rules: object[]): Promise<string> {
    const account = {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: name(), namespace: 'default' },
    }
    const rbac = 'rbac.authorization.k8s.io'
    const options = { fieldManager: 'test', force: true, dryRun: false }
    await admin.apply(account, options)
    await admin.apply(
      { apiVersion: `${rbac}/v1`, kind: 'ClusterRole', metadata: { name: name() }, rules } as never,
      options,
    )
    await admin.apply(
      {
        apiVersion: `${rbac}/v1`,
        kind: 'ClusterRoleBinding',
        metadata: { name: name() },
        roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: name() },
        subjects: [{ kind: 'ServiceAccount', name: name(), namespace: 'default' }],
      } as never,
      options,
    )
    const path = `/api/v1/namespaces/default/serviceaccounts/${name()}/token`
    const { status } = await admin.raw<{ status: { token: string } }>('POST', path, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: {},
    })
    const file = join(workspace, 'limited.kubeconfig')
    const cluster = { server: kubernetes.url, 'certificate-authority-data': base64(caPem) }
    writeFileSync(
      file,
      JSON.stringify({
        'current-context': 'it',
        contexts: [{ name: 'it', context: { cluster: 'it', user: 'it' } }],
        clusters: [{ name: 'it', cluster }],
        users: [{ name: 'it', user: { token: status.token } }],
      }),
    )
    return file
  }

  test('is told with one rule, and refused with it when that is missing', async () => {
    write('namespace.yaml', objects.namespace())
    const placeWith = async (rules: object[]) => {
      const { run } = await opened({ kubeconfig: await identity(rules) })
      return run.place().finally(() => run.close())
    }
    const [failure] = await failuresOf(placeWith([]))
    expect(failure).toMatchObject({
      code: 'CLUSTER_UNKNOWN',
      why: expect.stringMatching(/may not `get` `namespaces`: .*kube-system/),
    })
    const rule = {
      apiGroups: [''],
      resources: ['namespaces'],
      resourceNames: ['kube-system'],
      verbs: ['get'],
    }
    expect(failure?.fix).toContain(
      `{apiGroups: [""], resources: [${rule.resources}], resourceNames: [${rule.resourceNames}], verbs: [${rule.verbs}]}`,
    )
    const allowed = placeWith([rule])
    const place = await allowed
    expect(place).toEqual(await placeOfApplication(admin, application()))
  }, 60_000)

  test('is asked once for place and plan, which say the same', async () => {
    write('namespace.yaml', objects.namespace())
    const { run } = await opened()
    const place = await run.place()
    expect(await run.plan()).toMatchObject(place)
    await run.close()
  }, 60_000)
})
