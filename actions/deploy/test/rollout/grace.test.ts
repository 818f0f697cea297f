import { describe, expect, test } from '@jest/globals'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import type { Reader } from '#toolkit/kubernetes/reader.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { waitForRollouts } from '../../src/rollout/wait.ts'
import { manifest } from '../manifest.ts'

const START = Date.parse('2026-11-27T12:00:00Z')
const labels = { app: 'web' }

/** A StatefulSet, because its pods are found by its selector alone. */
function set(available: number): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web', namespace: 'dev', uid: '1', generation: 1 },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'app:1' }] } },
    },
    status: { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: available },
  }
}

interface State {
  readonly restartCount?: number
  readonly state?: object
  readonly lastState?: object
}

const waiting = (reason: string, message = '', more: State = {}): State => ({
  state: { waiting: { reason, message } },
  ...more,
})
const running: State = { state: { running: {} } }
const crashed = (restartCount: number): State =>
  waiting('CrashLoopBackOff', 'back-off 40s', {
    restartCount,
    lastState: { terminated: { exitCode: 1, reason: 'Error' } },
  })

/** What is seen of the container after so many seconds; nothing when the set is well then. */
type Look = readonly [seconds: number, container: State | 'ready' | 'no pod']

function pod(state: State): KubernetesObject {
  const status = { containerStatuses: [{ name: 'main', ready: false, restartCount: 0, ...state }] }
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web-0', namespace: 'dev', labels }, status }
}

interface Seen {
  /** Seconds until it was over. */
  readonly after: number
  /** Why it failed; undefined when it is well. */
  readonly failure: string | undefined
  readonly why: string
}

/** Waits, while the container is seen in one state after the other. */
async function outcome(
  looks: readonly Look[],
  others: readonly KubernetesObject[] = [],
  events: readonly object[] = [],
): Promise<Seen> {
  let index = -1
  const look = () => looks[Math.max(0, Math.min(index, looks.length - 1))] ?? [0, running]
  const { world } = createTestWorld({
    workspace: '/nowhere',
    clock: () => new Date(START + look()[0] * 1_000),
  })
  const client: Reader = {
    get: async ({ kind }) => {
      if (kind !== 'StatefulSet') return others.find((each) => each.kind === kind)
      index++
      return set(look()[1] === 'ready' ? 1 : 0)
    },
    list: async ({ kind }) => {
      const [, container] = look()
      if (kind === 'Event') return events as KubernetesObject[] // core/v1 Event
      return kind === 'Pod' && typeof container !== 'string' ? [pod(container)] : []
    },
    logs: async () => '',
  }
  try {
    await waitForRollouts(client, [set(0), ...others].map(manifest), new Map(), 600_000, world)
    return { after: look()[0], failure: undefined, why: '' }
  } catch (error) {
    const [failure] = failuresIn(error)
    if (failure === undefined) throw error
    return { after: look()[0], failure: `${failure.code}: ${failure.what}`, why: failure.why ?? '' }
  }
}

const NOT_FOUND = 'failed to resolve reference "app:1": app:1: not found'
const DENIED = 'pull access denied, repository does not exist or may require authorization: 401 Unauthorized'
const BUSY = 'unexpected status from HEAD request: 503 Service Unavailable'
const NO_SECRET = 'secret "database" not found'

describe('what may pass by itself', () => {
  test.each<[string, readonly Look[]]>([
    [
      'a registry that is busy for 20 s',
      [
        [0, waiting('ErrImagePull', BUSY)],
        [20, waiting('ImagePullBackOff', `Back-off pulling image "app:1": ErrImagePull: ${BUSY}`)],
        [21, 'ready'],
      ],
    ],
    [
      'a registry that is busy for nearly a minute',
      [
        [0, waiting('ErrImagePull', BUSY)],
        [59, waiting('ErrImagePull', BUSY)],
        [60, 'ready'],
      ],
    ],
    [
      'a back-off that does not say why',
      [
        [0, waiting('ImagePullBackOff', 'Back-off pulling image "app:1"')],
        [59, waiting('ImagePullBackOff', 'Back-off pulling image "app:1"')],
        [60, 'ready'],
      ],
    ],
    [
      'an image that is pushed a moment later',
      [
        [0, waiting('ErrImagePull', NOT_FOUND)],
        [9, waiting('ImagePullBackOff', NOT_FOUND)],
        [10, 'ready'],
      ],
    ],
    [
      'a Secret that comes 20 s later',
      [
        [0, waiting('CreateContainerConfigError', NO_SECRET)],
        [20, waiting('CreateContainerConfigError', NO_SECRET)],
        [21, 'ready'],
      ],
    ],
    [
      'two crashes at the start',
      [
        [0, crashed(1)],
        [20, crashed(2)],
        [40, crashed(2)],
        [41, 'ready'],
      ],
    ],
    [
      'three crashes within half a minute',
      [
        [0, crashed(2)],
        [29, crashed(3)],
        [30, 'ready'],
      ],
    ],
    [
      'a container that cannot be made at first',
      [
        [0, waiting('CreateContainerError', 'device is busy')],
        [59, waiting('CreateContainerError', 'device is busy')],
        [60, 'ready'],
      ],
    ],
    [
      'a busy registry, and much later another time',
      [
        [0, waiting('ErrImagePull', BUSY)],
        [30, running],
        [61, waiting('ErrImagePull', BUSY)],
        [62, 'ready'],
      ],
    ],
  ])('is waited for: %s', async (_what, looks) => {
    expect((await outcome(looks)).failure).toBeUndefined()
  })
})

describe('what does not pass', () => {
  test.each<[string, readonly Look[], number, RegExp]>([
    [
      'an image that is not found',
      [
        [0, waiting('ErrImagePull', NOT_FOUND)],
        [9, waiting('ImagePullBackOff')],
        [10, waiting('ImagePullBackOff')],
      ],
      10,
      /not found/,
    ],
    [
      'an image that may not be pulled',
      [
        [0, waiting('ErrImagePull', DENIED)],
        [10, waiting('ErrImagePull', DENIED)],
      ],
      10,
      /401/,
    ],
    [
      'an image whose name is none',
      [
        [0, waiting('InvalidImageName', 'couldn’t parse "App:"')],
        [1, waiting('InvalidImageName')],
      ],
      1,
      /parse/,
    ],
    [
      'a registry that stays busy',
      [
        [0, waiting('ErrImagePull', BUSY)],
        [59, waiting('ImagePullBackOff')],
        [60, waiting('ImagePullBackOff')],
      ],
      60,
      /503/,
    ],
    [
      'a Secret that does not come',
      [
        [0, waiting('CreateContainerConfigError', NO_SECRET)],
        [59, waiting('CreateContainerConfigError', NO_SECRET)],
        [60, waiting('CreateContainerConfigError', NO_SECRET)],
      ],
      60,
      /database/,
    ],
    [
      'a crash loop',
      [
        [0, crashed(1)],
        [10, crashed(2)],
        [29, crashed(3)],
        [30, crashed(3)],
      ],
      30,
      /ended 3 times, last with exit code 1/,
    ],
    [
      'a crash loop that runs in between',
      [
        [0, crashed(2)],
        [15, running],
        [29, crashed(3)],
        [30, crashed(3)],
      ],
      30,
      /ended 3 times/,
    ],
    [
      'a container that cannot be made',
      [
        [0, waiting('RunContainerError', 'no such file')],
        [60, waiting('RunContainerError', 'no such file')],
      ],
      60,
      /no such file/,
    ],
  ])('ends the wait in its time: %s', async (_what, looks, after, why) => {
    const seen = await outcome([...looks, [500, 'ready']])
    expect(seen.failure).toMatch(/^ROLLOUT_FAILED: dev\/StatefulSet\/web: container main of pod web-0 is in /)
    expect(seen.after).toBe(after)
    expect(seen.why).toMatch(why)
  })
})

describe('a Secret or ConfigMap that the release itself makes', () => {
  const late: readonly Look[] = [
    [0, waiting('CreateContainerConfigError', NO_SECRET)],
    [400, waiting('CreateContainerConfigError', NO_SECRET)],
    [401, 'ready'],
  ]
  const external = (name: string, spec: object, namespace = 'dev'): KubernetesObject => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace },
    spec,
  })
  const job: KubernetesObject = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'make-secret', namespace: 'dev' },
    spec: { template: { spec: { containers: [{ name: 'main', image: 'app:1' }] } } },
    status: { conditions: [{ type: 'Complete', status: 'True' }] },
  }

  test.each([
    ['by an ExternalSecret of its name', external('database', {})],
    ['by an ExternalSecret that names it', external('other', { target: { name: 'database' } })],
    ['by a Job', job],
  ])('is waited for as long as all of it: %s', async (_how, maker) => {
    expect((await outcome(late, [maker])).failure).toBeUndefined()
  })

  test.each([
    ['for another Secret', external('other', {})],
    ['in another namespace', external('database', {}, 'prod')],
  ])('is not meant by what is %s', async (_how, other) => {
    expect((await outcome(late, [other])).after).toBe(400)
  })
})

describe('a pod that cannot be made', () => {
  const event = (reason: string, message: string, at: string) => ({
    type: 'Warning',
    reason,
    message,
    lastTimestamp: at,
  })
  const created = event('SuccessfulCreate', 'create Pod web-0', '2026-11-27T11:00:00Z')
  const refused = (message: string, at = '2026-11-27T11:30:00Z') => event('FailedCreate', message, at)
  const quota =
    'pods "web-1" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=1, limited: pods=1'
  const looks: readonly Look[] = [
    [0, 'no pod'],
    [1, 'no pod'],
    [59, 'no pod'],
    [60, 'ready'],
  ]

  test.each([
    ['its quota', quota],
    [
      'Pod Security',
      'pods "web-1" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
    ],
  ])('because of %s ends the wait at once', async (_why, message) => {
    const seen = await outcome(looks, [], [created, refused(message)])
    expect(seen).toMatchObject({ after: 1, failure: expect.stringMatching(/^ROLLOUT_FAILED: /) })
    expect(seen.why).toContain(message)
  })

  test.each([
    ['was made since', [refused(quota, '2026-11-27T10:00:00Z'), created]],
    [
      'waits for its ServiceAccount',
      [
        created,
        refused(
          'pods "web-0" is forbidden: error looking up service account dev/web: serviceaccount "web" not found',
        ),
      ],
    ],
  ])('%s is waited for', async (_why, events) => {
    expect((await outcome(looks, [], events)).failure).toBeUndefined()
  })
})

test('the end of the time is told with what keeps the pod', async () => {
  const seen = await outcome([
    [0, waiting('ErrImagePull', BUSY)],
    [601, waiting('ErrImagePull', BUSY)],
  ])
  expect(seen.failure).toMatch(/is in ErrImagePull/)
  const unschedulable = {
    type: 'PodScheduled',
    status: 'False',
    reason: 'Unschedulable',
    message: '0/1 nodes are available: 1 Insufficient cpu.',
  }
  const pending = { ...pod(running), status: { conditions: [unschedulable] } }
  const { world } = createTestWorld({ workspace: '/nowhere' })
  const client: Reader = {
    get: async () => set(0),
    list: async ({ kind }) => (kind === 'Pod' ? [pending] : []),
    logs: async () => '',
  }
  const error = await waitForRollouts(client, [manifest(set(0))], new Map(), 100, world).catch(
    (thrown) => thrown,
  )
  expect(failuresIn(error)).toMatchObject([
    {
      code: 'ROLLOUT_TIMEOUT',
      why: '0 of 1 pods are available; pod web-0 has no node: 0/1 nodes are available: 1 Insufficient cpu.',
    },
  ])
})
