/** What passes by itself fails no release, and what does not ends it soon: on a real cluster, with kubelets played. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { referenceTo } from '#toolkit/kubernetes/object.ts'
import { runs } from '../../../../test/repetitions.ts'
import { startCluster, type TestCluster } from '../cluster.ts'

let cluster: TestCluster

beforeAll(async () => {
  cluster = await startCluster()
}, 600_000)
afterAll(() => cluster.stop())

const FAIL = 'sandbox.omninode.ai/fail'
const annotated = (reason: string, message: string, restarts = 0) => ({
  [FAIL]: 'waiting',
  'sandbox.omninode.ai/reason': reason,
  'sandbox.omninode.ai/message': message,
  'sandbox.omninode.ai/restarts': String(restarts),
})
const busy = annotated('ErrImagePull', 'unexpected status from HEAD request: 503 Service Unavailable')
const missing = annotated('CreateContainerConfigError', 'secret "late" not found')
const crashes = (restarts: number) => annotated('CrashLoopBackOff', 'back-off 20s restarting', restarts)

const namespace = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
})

const workload = (own: string, kind: string, name: string, annotations: object): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace: own },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name }, annotations },
      spec: { containers: [{ name: 'main', image: 'app:1' }] },
    },
    ...(kind === 'DaemonSet' ? {} : { replicas: 1 }),
    ...(kind === 'StatefulSet' ? { serviceName: 'x' } : {}),
  },
})

/** Takes from the pods of a namespace what keeps them, so many milliseconds after there are as many as are expected. */
async function mend(own: string, expected: number, after: number): Promise<void> {
  const podsIn = () => cluster.admin.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace: own })
  while ((await podsIn()).length < expected) await sleep(100)
  await sleep(after)
  const path = `/metadata/annotations/${FAIL.replace('/', '~1')}`
  for (const pod of await podsIn())
    await cluster.admin.patch(referenceTo(pod), [{ op: 'remove', path }], {
      fieldManager: 'test',
      dryRun: false,
    })
}

test('a registry that is busy, a Secret that comes late and two crashes are waited for, 20 s long', async () => {
  const own = 'blips'
  const [{ refused }] = await Promise.all([
    cluster.release(
      own,
      [
        namespace(own),
        workload(own, 'Deployment', 'pulled', busy),
        workload(own, 'StatefulSet', 'configured', missing),
        workload(own, 'DaemonSet', 'restarted', crashes(2)),
      ],
      { inputs: { 'rollout-timeout': '2m' } },
    ),
    mend(own, 3, 20_000),
  ])
  expect(refused).toEqual([])
}, 120_000)

const soon: readonly (readonly [string, object, number])[] = [
  ['image', annotated('ErrImagePull', 'app:1: not found'), 10],
  ['crash', crashes(3), 30],
]
const later: typeof soon = [
  ['busy', busy, 60],
  ['secret', missing, 60],
]
// A minute is waited in `npm run soak`; the unit test has every grace.
const causes = runs(10) === 10 ? [...soon, ...later] : soon

test('what does not pass ends the release when its grace is over, and no later than three seconds after', async () => {
  const ends = await Promise.all(
    causes.map(async ([own, annotations, grace]) => {
      const began = performance.now()
      const { refused } = await cluster.release(
        own,
        [namespace(own), workload(own, 'Deployment', 'web', annotations)],
        { inputs: { 'rollout-timeout': '3m' } },
      )
      const seconds = (performance.now() - began) / 1_000
      expect(refused).toEqual([
        expect.stringMatching(/^ROLLOUT_FAILED: \w+\/Deployment\/web: container main of pod web-\S+ is in /),
      ])
      return { own, inTime: seconds >= grace && seconds <= grace + 3, seconds }
    }),
  )
  expect(ends.filter(({ inTime }) => !inTime)).toEqual([])
}, 120_000)

test('an API server that is started again while a release waits ends no wait, and nothing is missed meanwhile', async () => {
  const own = 'restarted'
  const restart = async () => {
    const podsIn = () => cluster.admin.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace: own })
    while ((await podsIn()).length === 0) await sleep(100)
    await sleep(1_000)
    await cluster.kubernetes.restartApiServer(500)
    await mend(own, 1, 0)
  }
  const [{ refused, lines }] = await Promise.all([
    cluster.release(own, [namespace(own), workload(own, 'Deployment', 'web', busy)], {
      inputs: { 'rollout-timeout': '1m' },
    }),
    restart(),
  ])
  expect(refused).toEqual([])
  expect(lines).toContain(`waiting for ${own}/Deployment/web: 0 of 1 pods are available`)
  expect(lines).toContain(`ready: ${own}/Deployment/web`)
}, 120_000)
