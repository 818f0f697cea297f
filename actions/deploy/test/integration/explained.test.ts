/** Causes for which a release fails, each with what it is about, why, what to do, and on which line: on a real cluster. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { type KubernetesObject, referenceTo, valueAt } from '#toolkit/kubernetes/object.ts'
import { type Released, startCluster, type TestCluster } from '../cluster.ts'

let cluster: TestCluster
let silent: Server
const connected = new Set<Socket>()
const over = new AbortController()
const released = new Map<string, Released>()

/** What a kubelet would say of a pod, which this test says in its place. */
interface Played {
  readonly containers?: readonly object[]
  readonly initContainers?: readonly object[]
  readonly events?: readonly (readonly [reason: string, message: string, container?: string])[]
}

interface Cause {
  /** What is there before. */
  readonly before?: (own: string) => Promise<void>
  readonly objects: (own: string) => readonly KubernetesObject[]
  /** What stands on the line, in the file of the last object; its first line when nothing is given. */
  readonly line?: string | RegExp
  readonly what: RegExp
  readonly why: RegExp
  readonly fix: RegExp
  /** Of the log. */
  readonly lines?: readonly RegExp[]
  /** Who releases. */
  readonly as?: string
}

const namespace = (own: string, labels = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: own, labels },
})
const configMap = (own: string, name = 'settings', more = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: own, ...more },
})
const PLAYED = 'sandbox.omninode.ai/played'

interface Written {
  readonly container?: object
  readonly pod?: object
  readonly played?: Played
  readonly label?: string
}

const deployment = (
  own: string,
  { container, pod, played, label = 'web' }: Written = {},
): KubernetesObject => {
  const annotations =
    played === undefined ? {} : { 'sandbox.omninode.ai/fail': 'played', [PLAYED]: JSON.stringify(played) }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: own },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: label } },
      template: {
        metadata: { labels: { app: label }, annotations },
        spec: { containers: [{ name: 'speaks', image: 'app:1', ...container }], ...pod },
      },
    },
  }
}

const apply = (object: KubernetesObject) =>
  cluster.admin.apply(object, { fieldManager: 'somebody', force: true, dryRun: false })

async function until(look: () => Promise<boolean>): Promise<void> {
  while (!(await look()) && !over.signal.aborted) await sleep(100)
}

/** Limits of a namespace, when the API server knows them. */
const limited =
  (kind: 'LimitRange' | 'ResourceQuota', spec: object) =>
  async (own: string): Promise<void> => {
    await apply(namespace(own))
    const limit = { apiVersion: 'v1', kind, metadata: { name: 'small', namespace: own }, spec }
    await apply(limit)
    if (kind === 'ResourceQuota')
      await until(async () => {
        const live = await cluster.admin.get(referenceTo(limit))
        return live !== undefined && valueAt(live, ['status', 'hard']) !== undefined
      })
  }

/** A webhook that lets nothing pass, and that nobody serves at its address. */
const guarded =
  (url: () => string) =>
  async (own: string): Promise<void> => {
    await apply(namespace(own))
    await apply({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: own },
      webhooks: [
        {
          name: 'gate.example.com',
          admissionReviewVersions: ['v1'],
          clientConfig: { url: url() },
          failurePolicy: 'Fail',
          sideEffects: 'None',
          timeoutSeconds: 1,
          rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['*'], resources: ['configmaps'] }],
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': own } },
        },
      ],
    })
    await sleep(1_000) // the API server takes it up a moment later
  }

const status = (name: string, state: object, more: object = {}) => ({
  name,
  image: 'app:1',
  imageID: '',
  ready: false,
  restartCount: 0,
  state,
  ...more,
})
const waits = (reason: string, message: string) => ({
  containers: [status('speaks', { waiting: { reason, message } })],
})
const crashes = (exitCode: number, reason = 'Error', name = 'speaks') =>
  status(
    name,
    { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 40s restarting failed container' } },
    { restartCount: 3, lastState: { terminated: { exitCode, reason } } },
  )
const runs = { containers: [status('speaks', { running: { startedAt: '2026-11-27T12:00:00Z' } })] }
const whole = (played: Played, container = {}) => ({
  objects: (own: string) => [namespace(own), deployment(own, { container, played })],
})
const inTrouble = (reason: string) =>
  new RegExp(`/Deployment/web: container speaks of pod web-\\S+ is in ${reason}\\.$`)
const late = /\/Deployment\/web did not roll out within 10\.0 s\.$/
const crash = inTrouble('CrashLoopBackOff')
const command = { command: ['/bin/serve'] }
const probe = { httpGet: { path: '/ready', port: 8080 } }
const spoken = /speaks: log: panic: DATABASE_URL is not set$/

const causes: Readonly<Record<string, Cause>> = {
  'a quota of objects': {
    before: limited('ResourceQuota', { hard: { 'count/secrets': '0' } }),
    objects: (own) => [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'token', namespace: own } }],
    what: /\/Secret\/token is more than the ResourceQuota small of its namespace allows\.$/,
    why: /exceeded quota: small, requested: count\/secrets=1, used: count\/secrets=0, limited: count\/secrets=0/,
    fix: /^Raise that quota, or delete what nobody needs/,
  },
  'a quota of pods': {
    before: limited('ResourceQuota', { hard: { pods: '0' } }),
    objects: (own) => [deployment(own)],
    what: /\/Deployment\/web does not roll out\.$/,
    why: /exceeded quota: small, requested: pods=1, used: pods=0, limited: pods=0/,
    fix: /^Raise the ResourceQuota small, or ask for less/,
  },
  'a quota that wants every container to say what it needs': {
    before: limited('ResourceQuota', { hard: { 'limits.cpu': '1' } }),
    objects: (own) => [deployment(own, { container: { resources: {} } })],
    line: '"resources"',
    what: /\/Deployment\/web does not roll out\.$/,
    why: /failed quota: small: must specify limits\.cpu for: speaks/,
    fix: /what the ResourceQuota small counts\. It is about container speaks\.$/,
  },
  'a namespace that is being deleted': {
    before: async (own) => {
      await apply(namespace(own))
      await apply(configMap(own, 'held', { finalizers: ['example.com/held'] }))
      await cluster.admin.delete(referenceTo(namespace(own)))
    },
    objects: (own) => [configMap(own)],
    line: '"namespace"',
    what: /^The namespace \S+ of \S+\/ConfigMap\/settings is being deleted, and takes nothing new\.$/,
    why: /because it is being terminated/,
    fix: /^Start again when it is gone.*kubectl get namespace/,
  },
  'a webhook that nobody serves': {
    before: guarded(() => 'https://127.0.0.1:1/'),
    objects: (own) => [configMap(own)],
    what: /asks the webhook gate\.example\.com about \S+\/ConfigMap\/settings, and that does not answer\.$/,
    why: /connection refused/,
    fix: /^Mend what serves it: `kubectl get validatingwebhookconfigurations/,
  },
  'a webhook that takes too long': {
    before: guarded(() => {
      const address = silent.address()
      return `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
    }),
    objects: (own) => [configMap(own)],
    what: /asks the webhook gate\.example\.com about \S+\/ConfigMap\/settings, and that does not answer\.$/,
    why: /deadline exceeded/,
    fix: /takes longer than its `timeoutSeconds`/,
  },
  'a field that cannot be changed': {
    before: async (own) => {
      await cluster.release(own, [namespace(own), deployment(own)])
    },
    objects: (own) => [namespace(own), deployment(own, { label: 'api' })],
    line: '"app": "api"',
    what: /does not let spec\.selector\.matchLabels\.app of \S+\/Deployment\/web be changed in place\.$/,
    why: /^field is immutable\.$/,
    fix: /annotate it in the manifest: `omninode\.io\/recreate: when-immutable`/,
  },
  'Pod Security': {
    objects: (own) => [
      namespace(own, { 'pod-security.kubernetes.io/enforce': 'baseline' }),
      deployment(own, { container: { securityContext: { capabilities: { add: ['NET_ADMIN'] } } } }),
    ],
    line: '"securityContext"',
    what: /\/Deployment\/web does not roll out\.$/,
    why: /violates PodSecurity "baseline:latest": non-default capabilities \(container "speaks" must not include/,
    fix: /^Set in its securityContext what the message names.* It is about container speaks\.$/,
  },
  'a LimitRange': {
    before: limited('LimitRange', { limits: [{ type: 'Container', max: { cpu: '1' } }] }),
    objects: (own) => [deployment(own, { container: { resources: { limits: { cpu: '2' } } } })],
    line: '"cpu": "2"',
    what: /\/Deployment\/web does not roll out\.$/,
    why: /maximum cpu usage per Container is 1, but limit is 2/,
    fix: /`resources\.limits\.cpu`\. It is about container speaks\.$/,
  },
  'resources that contradict each other': {
    objects: (own) => [
      namespace(own),
      deployment(own, { container: { resources: { limits: { cpu: '1' }, requests: { cpu: '2' } } } }),
    ],
    line: '"requests"',
    what: /refuses \S+\/Deployment\/web: .*spec\.template\.spec\.containers\[0\]\.resources\.requests: Invalid value: "2": must be less than or equal to cpu limit of 1/,
    why: /^/,
    fix: /^Correct the manifest\.$/,
  },
  'a right that nobody has given': {
    objects: (own) => [configMap(own)],
    before: async (own) => {
      await apply(namespace(own))
      const [group, user] = ['rbac.authorization.k8s.io', 'nobody@example.com']
      const rules = [{ apiGroups: [''], resources: ['namespaces'], verbs: ['get'] }]
      const named = { apiVersion: `${group}/v1`, metadata: { name: own } }
      await apply({ ...named, kind: 'ClusterRole', rules })
      const roleRef = { apiGroup: group, kind: 'ClusterRole', name: own }
      const subjects = [{ apiGroup: group, kind: 'User', name: user }]
      await apply({ ...named, kind: 'ClusterRoleBinding', roleRef, subjects })
    },
    as: 'nobody@example.com',
    line: /^$/,
    what: /^This identity, the user nobody@example\.com, may not do what this release needs: .*create.*ConfigMap/,
    why: /before anything was written/,
    fix: /to a Role in \S+: `.*\{apiGroups: \[""\], resources: \[configmaps\], verbs: \[create, get, patch\]\}/,
  },
  'a Secret without the key that is asked for': {
    ...whole(waits('CreateContainerConfigError', "couldn't find key password in Secret dev/database"), {
      env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'database', key: 'password' } } }],
    }),
    line: '"key": "password"',
    what: inTrouble('CreateContainerConfigError'),
    why: /^couldn't find key password in Secret dev\/database$/,
    fix: /^Put the key password into the Secret database, or correct the key here\.$/,
  },
  'a ConfigMap that is not there': {
    ...whole(waits('CreateContainerConfigError', 'configmap "settings" not found'), {
      envFrom: [{ configMapRef: { name: 'settings' } }],
    }),
    line: '"name": "settings"',
    what: inTrouble('CreateContainerConfigError'),
    why: /^configmap "settings" not found$/,
    fix: /^Make the ConfigMap settings in the namespace \S+, or correct its name here\.$/,
  },
  'a readiness probe': {
    ...whole(
      {
        ...runs,
        events: [['Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 500', 'speaks']],
      },
      { readinessProbe: probe },
    ),
    line: '"readinessProbe"',
    what: late,
    why: /; container speaks of pod web-\S+ runs, and is not ready: Readiness probe failed: HTTP probe failed with statuscode: 500$/,
    fix: /^Correct the path, port and command of its readinessProbe/,
    lines: [spoken, /event Unhealthy: Readiness probe failed/],
  },
  'a liveness probe': {
    ...whole(
      {
        containers: [crashes(137)],
        events: [
          [
            'Unhealthy',
            'Liveness probe failed: dial tcp 10.0.0.1:8080: connect: connection refused',
            'speaks',
          ],
          ['BackOff', 'Back-off restarting failed container', 'speaks'],
        ],
      },
      { livenessProbe: probe },
    ),
    line: '"livenessProbe"',
    what: crash,
    why: /^it ended 3 times, last with exit code 137 \(Error\); Liveness probe failed: dial tcp/,
    fix: /^Correct its livenessProbe, or give the container more time/,
    lines: [spoken, /event Unhealthy: Liveness probe failed/],
  },
  'too little memory': {
    ...whole({ containers: [crashes(137, 'OOMKilled')] }, { resources: { limits: { memory: '64Mi' } } }),
    line: '"memory": "64Mi"',
    what: crash,
    why: /exit code 137 \(OOMKilled\); it took more memory than its limit$/,
    fix: /^Raise its `resources\.limits\.memory`/,
    lines: [spoken],
  },
  'a command that is not there': {
    ...whole({ containers: [crashes(127)] }, command),
    line: '"command"',
    what: crash,
    why: /exit code 127 \(Error\); its command is not there$/,
    fix: /^Correct its `command`, or put that program into the image/,
    lines: [spoken],
  },
  'a command that the runtime does not find': {
    ...whole(
      waits('RunContainerError', 'exec: "/bin/serve": stat /bin/serve: no such file or directory'),
      command,
    ),
    line: '"command"',
    what: inTrouble('RunContainerError'),
    why: /no such file or directory$/,
    fix: /^Correct its `command`, or put that program into the image/,
  },
  'a command that cannot be executed': {
    ...whole({ containers: [crashes(126)] }, command),
    line: '"command"',
    what: crash,
    why: /exit code 126 \(Error\); its command cannot be executed$/,
    fix: /chmod \+x/,
    lines: [spoken],
  },
  'a signal that kills': {
    ...whole({ containers: [crashes(137)] }),
    line: '{"name":"speaks"',
    what: crash,
    why: /exit code 137 \(Error\); it was killed \(SIGKILL\)$/,
    fix: /^Find out who kills it/,
    lines: [spoken],
  },
  'a signal that asks to end': {
    ...whole({ containers: [crashes(143)] }),
    line: '{"name":"speaks"',
    what: crash,
    why: /exit code 143 \(Error\); it was asked to end \(SIGTERM\), and did$/,
    fix: /^Find out who ends it/,
    lines: [spoken],
  },
  'a program that ends with an error': {
    ...whole({
      containers: [crashes(1)],
      events: [['BackOff', 'Back-off restarting failed container', 'speaks']],
    }),
    line: '{"name":"speaks"',
    what: crash,
    why: /^it ended 3 times, last with exit code 1 \(Error\)$/,
    fix: /^Look at its last lines: a setting or a dependency is missing/,
    lines: [spoken, /event BackOff: Back-off restarting failed container/],
  },
  'an init container': {
    objects: (own) => [
      namespace(own),
      deployment(own, {
        pod: { initContainers: [{ name: 'migrate', image: 'app:1' }] },
        played: {
          initContainers: [crashes(2, 'Error', 'migrate')],
          containers: [status('speaks', { waiting: { reason: 'PodInitializing' } })],
        },
      }),
    ],
    line: '{"name":"migrate"',
    what: /\/Deployment\/web: init container migrate of pod web-\S+ is in CrashLoopBackOff\.$/,
    why: /^it ended 3 times, last with exit code 2 \(Error\)$/,
    fix: /^Look at its last lines/,
  },
  'a volume that cannot be mounted': {
    objects: (own) => [
      namespace(own),
      deployment(own, {
        pod: { volumes: [{ name: 'certificate', secret: { secretName: 'tls' } }] },
        played: {
          ...waits('ContainerCreating', ''),
          events: [
            ['FailedMount', 'MountVolume.SetUp failed for volume "certificate" : secret "tls" not found'],
          ],
        },
      }),
    ],
    line: '{"name":"certificate"',
    what: late,
    why: /; pod web-\S+: FailedMount: MountVolume\.SetUp failed for volume "certificate" : secret "tls" not found$/,
    fix: /^Make what the volume is to hold, or correct the volume/,
  },
  'no node with as much': {
    objects: (own) => [
      namespace(own),
      deployment(own, { container: { resources: { requests: { cpu: '1000' } } } }),
    ],
    line: '"cpu": "1000"',
    what: late,
    why: /; pod web-\S+ has no node: 0\/1 nodes are available: 1 Insufficient cpu/,
    fix: /^Ask for less cpu in `resources\.requests`/,
  },
  'no node of that kind': {
    objects: (own) => [namespace(own), deployment(own, { pod: { nodeSelector: { disk: 'fast' } } })],
    line: '"nodeSelector"',
    what: late,
    why: /; pod web-\S+ has no node: 0\/1 nodes are available: 1 node\(s\) didn't match Pod's node affinity\/selector/,
    fix: /^Correct `nodeSelector`, or label a node so\./,
  },
  'a claim that is not bound': {
    objects: (own) => [
      namespace(own),
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data', namespace: own },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'nowhere',
          resources: { requests: { storage: '1Gi' } },
        },
      },
      deployment(own, {
        pod: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
      }),
    ],
    line: '{"name":"data"',
    what: late,
    why: /has no node: .*unbound immediate PersistentVolumeClaims.*; the claim data is bound to no volume: ProvisioningFailed: storageclass\.storage\.k8s\.io "nowhere" not found/,
    fix: /^Correct its `storageClassName`/,
  },
  'an image that is not found': {
    ...whole(waits('ErrImagePull', 'rpc error: code = NotFound desc = app:1: not found')),
    line: '"image"',
    what: inTrouble('ErrImagePull'),
    why: /app:1: not found$/,
    fix: /^Push that image first, or correct its name, tag or digest\.$/,
  },
  'an image that may not be pulled': {
    ...whole(waits('ErrImagePull', 'failed to authorize: 401 Unauthorized')),
    line: '"image"',
    what: inTrouble('ErrImagePull'),
    why: /401 Unauthorized$/,
    fix: /`imagePullSecrets`/,
  },
}

/** Says in place of a kubelet what each pod is annotated with, when it has a node. */
async function play(): Promise<void> {
  const done = new Set<string>()
  while (!over.signal.aborted) {
    const pods = await cluster.admin.list({ apiVersion: 'v1', kind: 'Pod' })
    for (const pod of pods) {
      const { name, namespace: own, uid = '', annotations = {} } = pod.metadata
      const { [PLAYED]: text } = annotations
      if (text === undefined || done.has(uid) || valueAt(pod, ['spec', 'nodeName']) === undefined) continue
      done.add(uid)
      const { containers = [], initContainers = [], events = [] } = JSON.parse(text) as Played // by this test
      const base = `/api/v1/namespaces/${own}`
      for (const [index, [reason, message, container]] of events.entries())
        await cluster.admin.raw('POST', `${base}/events`, {
          apiVersion: 'v1',
          kind: 'Event',
          metadata: { name: `${name}.${index}`, namespace: own },
          type: 'Warning',
          reason,
          message,
          lastTimestamp: new Date(Date.now() - 1_000 + index).toISOString().replace(/\.\d+Z$/, 'Z'),
          involvedObject: {
            apiVersion: 'v1',
            kind: 'Pod',
            name,
            namespace: own,
            uid,
            ...(container === undefined ? {} : { fieldPath: `spec.containers{${container}}` }),
          },
        })
      const phase = { phase: 'Pending', startTime: '2026-11-27T12:00:00Z' }
      const body = {
        status: { ...phase, containerStatuses: containers, initContainerStatuses: initContainers },
      }
      const headers = { 'content-type': 'application/merge-patch+json' }
      await cluster.admin.raw('PATCH', `${base}/pods/${name}/status`, body, headers)
    }
    await sleep(150)
  }
}

const names = Object.keys(causes)
const namespaceOf = (name: string) => `explained-${names.indexOf(name)}`

async function run(name: string, { before, objects, as }: Cause): Promise<void> {
  const own = namespaceOf(name)
  await before?.(own)
  const inputs: Record<string, string> = { 'rollout-timeout': '10s' }
  if (as !== undefined) {
    inputs['kubeconfig'] = join(cluster.folder, `${own}.kubeconfig`)
    const admin = parse(readFileSync(cluster.kubernetes.adminKubeconfig, 'utf8'))
    admin.users[0].user.as = as
    writeFileSync(inputs['kubeconfig'], stringify(admin))
  }
  released.set(name, await cluster.release(own, objects(own), { inputs }))
}

beforeAll(async () => {
  cluster = await startCluster()
  silent = createServer((socket) => {
    connected.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const playing = play()
  try {
    await Promise.all(Object.entries(causes).map(([name, cause]) => run(name, cause)))
  } finally {
    over.abort()
    await playing
  }
}, 600_000)
afterAll(async () => {
  for (const socket of connected) socket.destroy()
  await new Promise((resolve) => silent.close(resolve))
  await cluster.stop()
})

/** Where a text stands in the file of the last object. */
function placeOf(name: string, line: string | RegExp | undefined): string | RegExp {
  if (line instanceof RegExp) return line
  const objects = causes[name]?.objects(namespaceOf(name)) ?? []
  const file = `k8s/${objects.length - 1}.yaml`
  if (line === undefined) return `${file}:1`
  const text = JSON.stringify(objects.at(-1), undefined, 2).split('\n')
  // An item of a list begins a line before its first key.
  const isItem = line.startsWith('{')
  const wanted = isItem ? line.slice(1).replace(':', ': ') : line
  const at = text.findIndex((each) => each.includes(wanted))
  return `${file}:${at + (isItem ? 0 : 1)}`
}

test.each(Object.entries(causes))('%s is explained', (name, { line, what, why, fix, lines = [] }) => {
  const { told: [told, ...others] = [], lines: log = [] } = released.get(name) ?? {}
  expect(others).toEqual([])
  expect(told).toEqual({
    what: expect.stringMatching(what),
    why: expect.stringMatching(why),
    fix: expect.stringMatching(fix),
    at: typeof line === 'object' ? expect.stringMatching(line) : placeOf(name, line),
  })
  for (const each of lines) expect(log).toContainEqual(expect.stringMatching(each))
})
