/** Why a rollout fails, as failures on the line that causes it. */
import { evidence, isNotAdmitted } from '#toolkit/kubernetes/diagnose.ts'
import { isAwaited } from '#toolkit/kubernetes/health/index.ts'
import { failed, type Health } from '#toolkit/kubernetes/health.ts'
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { Reader } from '#toolkit/kubernetes/reader.ts'
import type { Trouble } from '#toolkit/kubernetes/trouble.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { workloadOf } from '#toolkit/manifests/workload.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { World } from '#toolkit/world/world.ts'
import { maskPodSecrets, tellableLines } from '../secrets/pod-secrets.ts'

export const GONE = failed('it is gone: somebody deleted it')

const advice: Readonly<Record<string, string>> = {
  CrashLoopBackOff: 'Look at its last lines: a setting or a dependency is missing, or the program is broken.',
  CreateContainerError: 'Look at what the runtime says: a path, a device or a command is not there.',
  CreateContainerConfigError: 'Make the ConfigMap or Secret that it refers to, with that key.',
  ErrImagePull: 'Check the image reference, and that the cluster may pull it.',
  ImagePullBackOff: 'Check the image reference, and that the cluster may pull it.',
  RunContainerError: 'Look at what the runtime says: the command, or what it mounts, is not there.',
  InvalidImageName: 'Correct the image reference.',
}

/** The container's place in the manifest, when it is there. */
function containerSource(manifest: CompleteManifest, container: string): Source {
  const written = workloadOf(manifest)?.containers.find(({ name }) => name === container)
  return written?.node.source ?? manifest.source
}

export async function troubleFailure(
  client: Reader,
  manifest: CompleteManifest,
  trouble: Trouble,
  world: World,
): Promise<Failure> {
  const { pod, container, reason, message } = trouble
  const isMasked = await maskPodSecrets(client, pod, world)
  for (const line of tellableLines(await evidence(client, trouble), isMasked))
    world.log.info(`${pod.name}/${container}: ${line}`)
  return new Failure({
    code: 'ROLLOUT_FAILED',
    what: `${manifest.address}: container ${container} of pod ${pod.name} is in ${reason}.`,
    why: message,
    fix: advice[reason] ?? 'Look at the events and the last lines of the container in the log.',
    source: containerSource(manifest, container),
  })
}

function cureOf({ object }: CompleteManifest, health: Pick<Health, 'state' | 'reason'>): string {
  const { state, reason } = health
  if (health === GONE) return 'Find out who deletes it, and start again.'
  if (isNotAdmitted(reason)) return 'Change the pod so that its namespace admits it.'
  if (state === 'failed' && groupKindOf(object) === knownKinds.job)
    return 'Look at its pods and events. A Job runs once: delete it, or give it another name, to let it run again.'
  if (state === 'deleting') return 'Find out who deletes it, and start again when it is gone.'
  return isAwaited(groupKindOf(object)) ? 'Look at its pods and events.' : 'Look at its status and events.'
}

export function healthFailure(manifest: CompleteManifest, health: Pick<Health, 'state' | 'reason'>): Failure {
  return new Failure({
    code: 'ROLLOUT_FAILED',
    what: isAwaited(groupKindOf(manifest.object))
      ? `${manifest.address} does not roll out.`
      : `${manifest.address} is not well.`,
    why: health.reason,
    fix: cureOf(manifest, health),
    source: manifest.source,
  })
}
