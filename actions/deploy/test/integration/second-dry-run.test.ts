/** What a reviewed plan has dry-run is not dry-run again, unless anything that decides about it is another thing since. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Counter, startCounter } from '#sandbox/kube/counter.ts'
import { KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { Plan } from '#toolkit/model/plan.ts'
import { compareWithReview, type Review, reviewOf } from '#toolkit/model/review.ts'
import { OF_PREVIEWS } from '../../src/admission/extensions.ts'
import { groundsOf } from '../../src/admission/grounds.ts'
import { type Asked, startCluster, type TestCluster } from '../cluster.ts'

let cluster: TestCluster
let counter: Counter
/** The path of a kubeconfig by way of the counter. */
let counted: string
let serial = 0

beforeAll(async () => {
  cluster = await startCluster()
  counter = await startCounter(cluster.kubernetes.url, cluster.certificates)
  counted = kubeconfigFile('counted', counter.kubeconfig)
}, 600_000)
afterAll(async () => {
  await counter.stop()
  await cluster.stop()
})
beforeEach(() => {
  serial++
})

function kubeconfigFile(own: string, text: string): string {
  const file = join(cluster.folder, `${own}.kubeconfig`)
  writeFileSync(file, text, { mode: 0o600 })
  return file
}

const name = () => `second-${serial}`
const byHand = { fieldManager: 'somebody', force: true, dryRun: false }
const make = (object: unknown) => cluster.admin.apply(KubernetesObject.parse(object), byHand)

const remove = (object: unknown) => cluster.admin.delete(referenceTo(KubernetesObject.parse(object)))

const namespace = (labels: Record<string, string> = {}) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: name(), labels },
})
const configMap = (own: string, data: Record<string, string> = { a: '1' }) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: own, namespace: name() },
  data,
})
const pods = (more: object = {}) => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'main', image: 'app:1' }], ...more },
})
const matchLabels = { app: 'web' }
const workload = (kind: 'DaemonSet' | 'Deployment' | 'StatefulSet', spec: object) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web', namespace: name() },
  spec: { selector: { matchLabels }, template: pods(), ...spec },
})
const service = (own: string, spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: own, namespace: name() },
  spec: { selector: matchLabels, ports: [{ name: 'http', port: 80, targetPort: 8080 }], ...spec },
})

/** One of every kind that the API server decides about by itself, in as many forms as it fills in differently. */
const plain = () => [
  configMap('settings'),
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: name() } },
  service('web', {}),
  service('outside', { type: 'NodePort' }),
  service('balanced', { type: 'LoadBalancer', externalTrafficPolicy: 'Local' }),
  service('headless', { clusterIP: 'None' }),
  service('elsewhere', {
    type: 'ExternalName',
    externalName: 'example.com',
    ports: undefined,
    selector: undefined,
  }),
  workload('Deployment', { replicas: 0 }),
  workload('DaemonSet', { template: pods({ nodeSelector: { none: 'such' } }) }),
  workload('StatefulSet', {
    replicas: 0,
    serviceName: 'headless',
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ],
  }),
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'nightly', namespace: name() },
    spec: {
      schedule: '0 3 * * *',
      jobTemplate: { spec: { template: pods({ restartPolicy: 'Never' }) } },
    },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: name() },
    spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', namespace: name() },
    spec: { minAvailable: 0, selector: { matchLabels } },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web', namespace: name() },
    spec: { podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] },
  },
]

const parsed = (objects: readonly unknown[]) =>
  objects.map((each) => KubernetesObject.parse(JSON.parse(JSON.stringify(each))))

const showing = {
  repositoryId: '123456',
  pullRequest: 7,
  commit: 'b'.repeat(40),
  run: '4711',
  salt: '0123456789abcdef0123456789abcdef',
}

async function shown(objects: readonly unknown[], asked: Asked = {}): Promise<Review> {
  return reviewOf(await cluster.plan(name(), parsed(objects), asked), showing)
}

/** Applies it, and tells which objects were dry-run, by their kinds and names. */
async function apply(objects: readonly unknown[], review: Review | undefined, asked: Asked = {}) {
  counter.take()
  const inputs = { kubeconfig: counted, reviewed: 'warn', 'github-token': 'a-token', ...asked.inputs }
  const released = await cluster.release(name(), parsed(objects), {
    ...(review === undefined ? {} : { review }),
    ...asked,
    inputs,
  })
  const dryRuns = counter
    .take()
    .filter(({ dryRun }) => dryRun)
    .map(({ path }) => path.split('/').slice(-2).join('/'))
    .sort()
  return { ...released, dryRuns }
}

const verdict = async (plan: Plan | undefined, review: Review) =>
  plan && (await compareWithReview(plan, review, false)).verdict

describe('what was dry-run for its review, and stands on what it stood on then', () => {
  const many = () => [
    ...Array.from({ length: 150 }, (_, index) => configMap(`settings-${index}`)),
    ...Array.from({ length: 36 }, (_, index) => service(`web-${index}`, {})),
    ...plain(),
  ]

  test.each([
    ['in a namespace that is there', true],
    ['in one that comes with them', false],
  ])(
    'is not dry-run again: 200 objects %s',
    async (_where, isThere) => {
      if (isThere) await make(namespace())
      const objects = isThere ? many() : [namespace(), ...many().slice(1)]
      expect(objects).toHaveLength(200)
      const review = await shown(objects)
      expect(review.changes.filter(({ expected }) => expected === undefined)).toEqual([])
      const { dryRuns, refused, plan, results } = await apply(objects, review)
      expect(refused).toEqual([])
      expect(dryRuns).toEqual([])
      expect(await verdict(plan, review)).toBe('equal')
      expect(results).toHaveLength(200)
      expect(results.filter((each) => !each.endsWith(': done'))).toEqual([])
      // Nothing is left, and what is there is as a dry run says that it should be.
      const again = await apply(objects, undefined)
      expect([again.changes, again.dryRuns.length]).toEqual([[], 200])
    },
    120_000,
  )

  test('is dry-run again without a review', async () => {
    await make(namespace())
    const { dryRuns, refused } = await apply([configMap('a'), configMap('b')], undefined)
    expect([refused, dryRuns]).toEqual([[], ['configmaps/a', 'configmaps/b']])
  }, 60_000)

  test('is not dry-run again by a run that goes on where another has stopped half way', async () => {
    await make(namespace())
    const objects = [configMap('a'), configMap('b'), workload('Deployment', { replicas: 0 })]
    const review = await shown(objects)
    const inTheWay = configMap('b', { by: 'hand' })
    const stopped = await apply(objects, review, { meanwhile: () => make(inTheWay) })
    expect(stopped.dryRuns).toEqual([])
    expect(stopped.refused.join()).toContain('OWNER_OTHER')
    await remove(inTheWay)
    const { dryRuns, refused, plan, changes } = await apply(objects, review)
    expect(refused).toEqual([])
    // What the first run has made is there, and asked about.
    expect(dryRuns).toEqual(['configmaps/a'])
    expect(changes).toEqual([`create ${name()}/ConfigMap/b`, `create ${name()}/Deployment/web`])
    const { verdict: rest } = plan ? await compareWithReview(plan, review, true) : { verdict: undefined }
    expect(rest).toBe('remainder')
  }, 60_000)
})

describe('what comes out otherwise than its review says', () => {
  const lying = (review: Review, what: (change: Review['changes'][number]) => object): Review => ({
    ...review,
    changes: review.changes.map((change) => ({ ...change, ...what(change) })),
  })

  test('stops the release: the object is named, with what to do, and no workload is written', async () => {
    await make(namespace())
    const objects = [configMap('a'), service('web', {}), workload('Deployment', { replicas: 0 })]
    const review = lying(await shown(objects), ({ address, expected }) =>
      address.endsWith('Service/web') ? { expected: 'x'.repeat(22) } : { expected },
    )
    const { dryRuns, told, results } = await apply(objects, review)
    expect(dryRuns).toEqual([])
    expect(told).toEqual([
      {
        what: `${name()}/Service/web was made, and is not what the API server said when it was reviewed.`,
        why: expect.stringContaining('Not in the manifest: spec.ports[0].protocol, '),
        fix: expect.stringContaining('run the job again'),
        at: 'k8s/1.yaml:1',
      },
    ])
    expect(results.toSorted()).toEqual([
      `create ${name()}/ConfigMap/a: done`,
      `create ${name()}/Deployment/web: skipped`,
      `create ${name()}/Service/web: failed`,
    ])
    // Somebody has looked at it.
    const again = await apply(objects, review)
    expect([again.refused, again.changes]).toEqual([[], [`create ${name()}/Deployment/web`]])
  }, 60_000)

  test('is not what a review may keep from being asked: what it does not say is dry-run', async () => {
    await make(namespace())
    const objects = [configMap('a'), configMap('b')]
    const review = await shown(objects)
    const silent = lying(review, ({ address }) => (address.endsWith('/a') ? { expected: undefined } : {}))
    expect((await apply(objects, silent)).dryRuns).toEqual(['configmaps/a'])
  }, 60_000)

  test.each<[string, (review: Review) => Review]>([
    ['without grounds', ({ grounds: _none, ...review }) => review],
    ['on other grounds', (review) => ({ ...review, grounds: 'x'.repeat(22) })],
    ['of another change', (review) => lying(review, () => ({ digest: `sha256:${'0'.repeat(64)}` }))],
    ['of other bytes', (review) => ({ ...review, from: {} })],
    ['of nothing', (review) => ({ ...review, changes: [] })],
  ])(
    'is nothing that a review %s spares anybody',
    async (_what, change) => {
      await make(namespace())
      const review = change(await shown([configMap('a')]))
      expect((await apply([configMap('a')], review)).dryRuns).toEqual(['configmaps/a'])
    },
    60_000,
  )
})

describe('an identity of one namespace', () => {
  test('dry-runs again, for it cannot see what decides', async () => {
    await make(namespace())
    const user = `one-${serial}`
    const metadata = { name: user, namespace: name() }
    const group = 'rbac.authorization.k8s.io'
    await make({
      apiVersion: `${group}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        {
          apiGroups: ['', 'apps', 'coordination.k8s.io'],
          resources: ['*'],
          verbs: ['get', 'list', 'watch', 'create', 'patch'],
        },
      ],
    })
    await make({
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: group, kind: 'Role', name: user },
      subjects: [{ apiGroup: group, kind: 'User', name: user }],
    })
    const text = counter.kubeconfig.replace(
      '"client-certificate-data"',
      `"as":"${user}","client-certificate-data"`,
    )
    const kubeconfig = kubeconfigFile(user, text)
    const inputs = { kubeconfig, 'inventory-namespace': name() }
    const objects = [configMap('a'), workload('Deployment', { replicas: 0 })]
    const own = await shown(objects, { inputs })
    expect([own.grounds, own.changes.map(({ expected }) => expected)]).toEqual([
      undefined,
      [undefined, undefined],
    ])
    // Also where somebody who sees more has planned it.
    const review = await shown(objects, { inputs: { 'inventory-namespace': name() } })
    expect(review.grounds).toBeDefined()
    const { dryRuns, refused, plan } = await apply(objects, review, { inputs })
    expect([refused, dryRuns]).toEqual([[], ['configmaps/a', 'deployments/web']])
    expect(await verdict(plan, review)).toBe('equal')
  }, 60_000)
})

describe('is dry-run again', () => {
  const labelled = { 'pod-security.kubernetes.io/warn': 'restricted' }
  const rule = (resources: readonly string[]) => ({
    apiGroups: ['', 'apps'],
    apiVersions: ['*'],
    operations: ['CREATE'],
    resources,
  })
  const webhook = (kind: 'Mutating' | 'Validating', resources: readonly string[]) => ({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: `${kind}WebhookConfiguration`,
    metadata: { name: name() },
    webhooks: [
      {
        name: 'nobody.example.com',
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
        failurePolicy: 'Ignore',
        timeoutSeconds: 1,
        clientConfig: { url: 'https://127.0.0.1:1/' },
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name() } },
        rules: [rule(resources)],
      },
    ],
  })
  const policy = (kind: 'Mutating' | 'Validating', own: object) => ({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: `${kind}AdmissionPolicy`,
    metadata: { name: name() },
    spec: {
      matchConstraints: {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name() } },
        resourceRules: [rule(['configmaps'])],
      },
      ...own,
    },
  })
  const objects = () => [configMap('a'), workload('Deployment', { replicas: 0 })]
  const both = ['configmaps/a', 'deployments/web']

  test.each<[string, () => Promise<unknown>, readonly string[]]>([
    ['nothing that is as it was', async () => undefined, []],
    [
      'what a webhook is asked about that was added',
      () => make(webhook('Validating', ['configmaps'])),
      ['configmaps/a'],
    ],
    [
      'what one that changes objects is asked about',
      () => make(webhook('Mutating', ['deployments'])),
      ['deployments/web'],
    ],
    ['all that one is asked about', () => make(webhook('Mutating', ['*'])), both],
    [
      'what a policy is asked about that was added',
      () => make(policy('Validating', { validations: [{ expression: 'true' }] })),
      ['configmaps/a'],
    ],
    [
      'what a policy that changes objects is asked about',
      () =>
        make(
          policy('Mutating', {
            reinvocationPolicy: 'Never',
            mutations: [
              {
                patchType: 'ApplyConfiguration',
                applyConfiguration: { expression: 'Object{}' },
              },
            ],
          }),
        ),
      ['configmaps/a'],
    ],
    [
      'what no condition of previews alone leaves out',
      () =>
        make(
          policy('Validating', {
            matchConditions: [{ name: 'preview', expression: `!(${OF_PREVIEWS})` }],
            validations: [{ expression: 'true' }],
          }),
        ),
      ['configmaps/a'],
    ],
    [
      'nothing, for a policy that is of previews alone',
      () =>
        make(
          policy('Validating', {
            matchConditions: [{ name: 'preview', expression: OF_PREVIEWS }],
            validations: [{ expression: 'false' }],
          }),
        ),
      [],
    ],
    ['all of a namespace that has other labels', () => make(namespace(labelled)), both],
    [
      'all of a namespace with another quota',
      () =>
        make({
          apiVersion: 'v1',
          kind: 'ResourceQuota',
          metadata: { name: 'few', namespace: name() },
          spec: { hard: { 'count/secrets': '7' } },
        }),
      both,
    ],
    [
      'all of a namespace that was made anew',
      async () => {
        await cluster.admin.delete({ apiVersion: 'v1', kind: 'Namespace', name: name() })
        for (;;) {
          const found = await cluster.admin.get({ apiVersion: 'v1', kind: 'Namespace', name: name() })
          if (found === undefined) break
          await sleep(100)
        }
        await make(namespace())
      },
      both,
    ],
  ])(
    '%s',
    async (_what, work, expected) => {
      await make(namespace())
      const review = await shown(objects())
      await work()
      const { dryRuns, refused, plan } = await apply(objects(), review)
      for (const kind of ['Mutating', 'Validating'] as const) {
        await remove(webhook(kind, []))
        await remove(policy(kind, {}))
      }
      expect(refused).toEqual([])
      expect(dryRuns).toEqual(expected)
      expect(await verdict(plan, review)).toBe('equal')
    },
    60_000,
  )

  test('what a webhook was asked about when it was reviewed, and is not any more', async () => {
    await make(namespace())
    await make(webhook('Validating', ['configmaps']))
    const review = await shown(objects())
    await remove(webhook('Validating', []))
    const { dryRuns, refused } = await apply(objects(), review)
    expect([refused, dryRuns]).toEqual([[], ['configmaps/a']])
  }, 60_000)

  test('what a policy or a webhook of the release itself may be asked about', async () => {
    await make(namespace())
    const own = policy('Validating', { validations: [{ expression: 'true' }] })
    const review = await shown([...objects(), own])
    const { dryRuns, refused } = await apply([...objects(), own], review)
    await remove(own)
    expect([refused, dryRuns]).toEqual([[], ['configmaps/a', `validatingadmissionpolicies/${name()}`]])
  }, 60_000)

  test('what another version of the API server was asked about', async () => {
    const { admin } = cluster
    const asked = parsed(objects())
    const grounds = await groundsOf(admin, asked)
    expect(grounds).toMatch(/^[\w-]{22}$/)
    expect(await groundsOf(admin, asked)).toBe(grounds)
    const raw: typeof admin.raw = async (method, path) => {
      const answer = await admin.raw<{ gitVersion: string }>(method, path)
      return { ...answer, gitVersion: 'v1.99.0' } as never // of the same form
    }
    const other = {
      get: (...given: Parameters<typeof admin.get>) => admin.get(...given),
      list: (...given: Parameters<typeof admin.list>) => admin.list(...given),
      raw,
    }
    expect(await groundsOf(other, asked)).not.toBe(grounds)
  }, 60_000)

  test('what is there since: an object of somebody else is refused before anything is written', async () => {
    await make(namespace())
    const review = await shown(objects())
    await make(configMap('a', { b: '2' }))
    const { refused } = await apply(objects(), review)
    expect(refused.join()).toContain(`${name()}/ConfigMap/a is in the cluster already`)
    expect(
      await cluster.admin.get({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: name() }),
    ).toBe(undefined)
  }, 60_000)

  test('what was there already: changed by hand, with another manager, made again, or as it was', async () => {
    await make(namespace())
    const before = ['same', 'edited', 'managed', 'again'].map((own) => configMap(own))
    await cluster.release(name(), parsed(before))
    const objects = [...before.map((each) => ({ ...each, data: { a: '2' } })), configMap('new')]
    const review = await shown(objects)
    await make({ ...configMap('edited', { a: '9' }) })
    await make({
      ...configMap('managed', {}),
      metadata: { name: 'managed', namespace: name(), labels: { by: 'hand' } },
    })
    await cluster.admin.delete({ apiVersion: 'v1', kind: 'ConfigMap', name: 'again', namespace: name() })
    const { dryRuns, refused, plan } = await apply(objects, review)
    expect(dryRuns).toEqual(['again', 'edited', 'managed', 'same'].map((own) => `configmaps/${own}`))
    expect(refused.join()).toContain('edited')
    expect(await verdict(plan, review)).toBe('different')
  }, 60_000)

  test('what is sent otherwise than it was reviewed, and it is refused', async () => {
    await make(namespace())
    const review = await shown(objects())
    const { dryRuns, plan } = await apply([configMap('a', { a: '2' }), objects()[1]], review)
    expect(dryRuns).toEqual(['configmaps/a'])
    expect(await verdict(plan, review)).toBe('different')
  }, 60_000)

  test('what holds a secret', async () => {
    await make(namespace())
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'token', namespace: name() },
      stringData: { token: 'a-marked-value' },
    }
    const review = await shown([secret, configMap('a')])
    expect((await apply([secret, configMap('a')], review)).dryRuns).toEqual(['secrets/token'])
  }, 60_000)

  test('what a warning was told of', async () => {
    await make(namespace(labelled))
    const review = await shown(objects())
    const { dryRuns, findings } = await apply(objects(), review)
    expect(dryRuns).toEqual(['deployments/web'])
    expect(findings.join()).toContain('would violate PodSecurity')
  }, 60_000)

  test('what more than its namespace decides about: classes, limits, rights, addresses, definitions', async () => {
    await make(namespace())
    const metadata = { name: 'other', namespace: name() }
    const others = [
      { apiVersion: 'v1', kind: 'Pod', metadata, spec: { ...pods().spec, nodeSelector: { none: 'such' } } },
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata,
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata,
        spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata,
        rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
      },
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata,
        spec: { suspend: true, template: pods({ restartPolicy: 'Never' }) },
      },
    ]
    const review = await shown(others)
    expect(review.changes.map(({ expected }) => expected)).toEqual(others.map(() => undefined))
    const asked = await cluster.plan(name(), parsed(others), {})
    expect(asked.changes).toHaveLength(others.length)
  }, 60_000)
})
