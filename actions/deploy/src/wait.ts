/** Waits until workloads have rolled out, and stops as soon as one of them cannot. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { evidence, type Trouble, troublesOf } from '#toolkit/kubernetes/diagnose.ts'
import type { Health } from '#toolkit/kubernetes/health/health.ts'
import { healthRule } from '#toolkit/kubernetes/health/index.ts'
import { groupKindOf } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { podTemplatePath } from '#toolkit/kubernetes/pod-template.ts'
import type { Manifest } from '#toolkit/manifests/document.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'

type Mapping = Readonly<Record<string, unknown>>

const POLL_MS = 500

/** How often in a row a failure must be seen: a status may be about to change. */
const CONFIRMATIONS = 2

const advice: Readonly<Record<string, string>> = {
  CrashLoopBackOff: 'Look at its last lines: a setting or a dependency is missing, or the program is broken.',
  CreateContainerConfigError: 'Make the ConfigMap or Secret that it refers to, with that key.',
  ErrImagePull: 'Check the image reference, and that the cluster may pull it.',
  ImagePullBackOff: 'Check the image reference, and that the cluster may pull it.',
  InvalidImageName: 'Correct the image reference.',
}

/** The container's place in the manifest, when it is there. */
function containerSource({ object, locate, source }: Manifest, container: string) {
  const path = podTemplatePath(groupKindOf(object)) ?? []
  const template = path.reduce(
    (inner: Mapping | undefined, key) => inner?.[key] as Mapping | undefined,
    object,
  )
  const spec = template?.['spec'] as Record<string, { name: string }[]> | undefined // core/v1 PodSpec
  for (const kind of ['containers', 'initContainers']) {
    const index = (spec?.[kind] ?? []).findIndex((each) => each.name === container)
    if (index !== -1) return locate([...path, 'spec', kind, index])
  }
  return source
}

async function troubleFailure(
  client: KubernetesClient,
  manifest: Manifest,
  trouble: Trouble,
  world: World,
): Promise<Failure> {
  const { pod, container, reason, message } = trouble
  for (const line of await evidence(client, trouble)) world.log.info(`${pod.name}/${container}: ${line}`)
  return new Failure({
    code: 'ROLLOUT_FAILED',
    what: `${manifest.address}: container ${container} of pod ${pod.name} is in ${reason}.`,
    why: message,
    fix: advice[reason] ?? 'Look at the events and the last lines of the container in the log.',
    source: containerSource(manifest, container),
  })
}

function healthFailure(manifest: Manifest, reason: string): Failure {
  const refused = /forbidden|exceeded quota|violates PodSecurity/.test(reason)
  return new Failure({
    code: 'ROLLOUT_FAILED',
    what: `${manifest.address} does not roll out.`,
    why: reason,
    fix: refused ? 'Change the pod so that its namespace admits it.' : 'Look at its pods and events.',
    source: manifest.source,
  })
}

interface Waiting {
  readonly manifest: Manifest
  /** What was last seen, and how often in a row. */
  seen: string
  times: number
}

/** Ready, still progressing, or what is wrong with it. */
async function look(client: KubernetesClient, waiting: Waiting, world: World): Promise<Health | Failure> {
  const { manifest } = waiting
  const live = await client.get(referenceTo(manifest.object))
  if (live === undefined) return healthFailure(manifest, 'it is gone: somebody deleted it')
  const health = healthRule(groupKindOf(live))?.(live) ?? { state: 'ready' }
  if (health.state === 'ready') return health
  const trouble = (await troublesOf(client, live)).find((each) => each.final)
  const problem =
    trouble !== undefined
      ? `${trouble.pod.name} ${trouble.container}`
      : health.state === 'failed'
        ? health.reason
        : ''
  waiting.times = problem === waiting.seen ? waiting.times + 1 : 1
  waiting.seen = problem
  if (problem === '' || waiting.times < CONFIRMATIONS) {
    return { state: 'progressing', reason: health.reason }
  }
  return trouble === undefined
    ? healthFailure(manifest, health.reason)
    : troubleFailure(client, manifest, trouble, world)
}

/**
 * @param timeout milliseconds for all of them together
 * @throws Failure ROLLOUT_FAILED for every workload that cannot become ready, ROLLOUT_TIMEOUT for those that did not
 */
export async function waitForRollouts(
  client: KubernetesClient,
  manifests: readonly Manifest[],
  timeout: number,
  world: World,
): Promise<void> {
  const deadline = world.clock().getTime() + timeout
  let left: Waiting[] = manifests
    .filter((manifest) => healthRule(groupKindOf(manifest.object)) !== undefined)
    .map((manifest) => ({ manifest, seen: '', times: 0 }))
  const told = new Map<string, string>()
  while (left.length > 0) {
    const looks = await Promise.all(
      left.map(async (waiting) => ({ waiting, health: await look(client, waiting, world) })),
    )
    throwIfAny(looks.flatMap(({ health }) => (health instanceof Failure ? [health] : [])))
    const late = world.clock().getTime() > deadline
    const failures: Failure[] = []
    const next: Waiting[] = []
    for (const { waiting, health } of looks) {
      if (health instanceof Failure) continue
      const { address } = waiting.manifest
      if (health.state === 'ready') {
        world.log.info(`ready: ${address}`)
        continue
      }
      next.push(waiting)
      if (told.get(address) !== health.reason) world.log.info(`waiting for ${address}: ${health.reason}`)
      told.set(address, health.reason)
      if (late) {
        failures.push(
          new Failure({
            code: 'ROLLOUT_TIMEOUT',
            what: `${address} did not roll out within ${formatDuration(timeout)}.`,
            why: health.reason,
            fix: 'Look at its pods and events, or raise `rollout-timeout`.',
            source: waiting.manifest.source,
          }),
        )
      }
    }
    throwIfAny(failures)
    left = next
    if (left.length > 0) await sleep(POLL_MS, undefined, { signal: world.signal })
  }
}

export async function waitForDefinitions(
  client: KubernetesClient,
  definitions: readonly KubernetesObject[],
  world: World,
): Promise<void> {
  for (const definition of definitions) {
    for (;;) {
      const live = await client.get(referenceTo(definition))
      const { conditions = [] } = (live?.['status'] ?? {}) as {
        conditions?: { type: string; status: string }[]
      } // apiextensions.k8s.io/v1
      if (conditions.some(({ type, status }) => type === 'Established' && status === 'True')) break
      await sleep(POLL_MS, undefined, { signal: world.signal })
    }
  }
  if (definitions.length > 0) client.discovery.refresh()
}
