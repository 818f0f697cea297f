/** What keeps containers of a workload from running. */
import { type GroupKind, groupKindOf, knownKinds } from './kinds.ts'
import { type KubernetesObject, type Reference, referenceTo } from './object.ts'
import { type Reader, readable } from './reader.ts'

interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string }
  readonly terminated?: { readonly reason?: string; readonly exitCode?: number; readonly message?: string }
}

interface ContainerStatus {
  readonly name: string
  readonly image?: string
  readonly ready: boolean
  readonly restartCount: number
  readonly state?: ContainerState
  readonly lastState?: ContainerState
}

/**
 * `name`: no image has such a name. `image`: there is none, or it may not be pulled. `pull`: it could not be pulled.
 * `missing`: a Secret or ConfigMap that it refers to. `start`: it could not be started. `crash`: it ends again and again.
 */
export type TroubleKind = 'name' | 'image' | 'pull' | 'missing' | 'start' | 'crash'

/** How a container ended. */
export interface Exit {
  readonly code: number
  /** `OOMKilled`, `Error`, … */
  readonly reason: string
}

/** One container that keeps a workload from becoming ready. */
export interface Trouble {
  readonly pod: Reference
  readonly container: string
  /** `ImagePullBackOff`, `CrashLoopBackOff`, … */
  readonly reason: string
  /** Empty where a back-off does not say what it backs off from. */
  readonly message: string
  readonly kind: TroubleKind
  readonly restarts: number
  /** Whether it is waited for what it needs, as opposed to running once more, or having just ended. */
  readonly waits: boolean
  /** How it ended last; undefined when it never did. */
  readonly exit: Exit | undefined
}

const kinds: ReadonlyMap<string, TroubleKind> = new Map([
  ['CreateContainerConfigError', 'missing'],
  ['CreateContainerError', 'start'],
  ['RunContainerError', 'start'],
  ['ErrImageNeverPull', 'image'],
  ['ErrImagePull', 'pull'],
  ['ImagePullBackOff', 'pull'],
  ['RegistryUnavailable', 'pull'],
  ['InvalidImageName', 'name'],
])

/** As registries and the runtimes that ask them say it: containerd, CRI-O, Docker. */
const NO_IMAGE =
  /not found|manifest unknown|name unknown|does not exist|unauthorized|authentication required|denied|forbidden|no basic auth|\b40[134]\b/i

/** A back-off without its cause. */
const BARE = /^Back-off pulling image "[^"]*"$/

function wordsOf(exit: Exit | undefined): string {
  if (exit === undefined) return ''
  return `exit code ${exit.code}${exit.reason === '' ? '' : ` (${exit.reason})`}`
}

function troubleIn(pod: KubernetesObject, status: ContainerStatus): Trouble[] {
  const { name: container, restartCount: restarts, state = {}, lastState = {} } = status
  const { waiting, terminated } = state
  const ended = terminated ?? lastState.terminated
  const exit =
    ended?.exitCode === undefined ? undefined : { code: ended.exitCode, reason: ended.reason ?? '' }
  const where = { pod: referenceTo(pod), container, restarts, exit }
  const { reason, message: said = '' } = waiting ?? {}
  if (reason === 'CrashLoopBackOff') {
    const message = `it ended ${restarts} times, last with ${wordsOf(exit)}`
    return [{ ...where, reason, message, kind: 'crash', waits: true }]
  }
  const kind = kinds.get(reason ?? '')
  if (reason !== undefined && kind !== undefined) {
    const message = BARE.test(said) ? '' : said
    return [
      {
        ...where,
        reason,
        message,
        kind: kind === 'pull' && NO_IMAGE.test(message) ? 'image' : kind,
        waits: true,
      },
    ]
  }
  if (terminated !== undefined && (terminated.exitCode ?? 0) !== 0) {
    const message = wordsOf(exit)
    return [{ ...where, reason: terminated.reason ?? 'Error', message, kind: 'crash', waits: false }]
  }
  return []
}

/** Kinds that a release waits for because of their pods. */
const ofPods: ReadonlySet<GroupKind> = new Set([
  knownKinds.daemonSet,
  knownKinds.deployment,
  knownKinds.job,
  knownKinds.statefulSet,
])

/** Whether it has pods of its own that say why it is not ready: a selector of another kind may mean anything. */
export function hasPods(object: KubernetesObject): boolean {
  return ofPods.has(groupKindOf(object))
}

/** The pods of a workload's newest version. */
export async function podsOf(client: Reader, workload: KubernetesObject): Promise<KubernetesObject[]> {
  const { selector } = (workload['spec'] ?? {}) as { selector?: { matchLabels?: Record<string, string> } } // apps/v1, batch/v1
  const labels = Object.entries(selector?.matchLabels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',')
  if (labels === '') return []
  const { namespace } = workload.metadata
  const pods = await readable(client, { apiVersion: 'v1', kind: 'Pod' }, { namespace, labels })
  if (groupKindOf(workload) !== knownKinds.deployment) return pods
  const sets = await readable(client, { apiVersion: 'apps/v1', kind: 'ReplicaSet' }, { namespace, labels })
  const revision = 'deployment.kubernetes.io/revision'
  const newest = sets.find(
    (set) => set.metadata.annotations?.[revision] === workload.metadata.annotations?.[revision],
  )
  const hash = newest?.metadata.labels?.['pod-template-hash']
  return pods.filter((pod) => pod.metadata.labels?.['pod-template-hash'] === hash)
}

export function troublesIn(pods: readonly KubernetesObject[]): Trouble[] {
  return pods.flatMap((pod) => {
    const { containerStatuses = [], initContainerStatuses = [] } = (pod['status'] ?? {}) as Record<
      string,
      ContainerStatus[]
    > // core/v1 PodStatus
    return [...initContainerStatuses, ...containerStatuses].flatMap((status) => troubleIn(pod, status))
  })
}
