/** Why a rollout fails, as failures on the line that causes it. */
import type { Delay } from '#toolkit/kubernetes/delay.ts'
import { isNotAdmitted, lastLines } from '#toolkit/kubernetes/diagnose.ts'
import { eventsAbout, warningsAmong } from '#toolkit/kubernetes/events.ts'
import { failed, type Health } from '#toolkit/kubernetes/health.ts'
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { Reference } from '#toolkit/kubernetes/object.ts'
import type { Reader } from '#toolkit/kubernetes/reader.ts'
import { hasPods, type Trouble } from '#toolkit/kubernetes/trouble.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { maskPodSecrets, tellableLines } from '../secrets/pod-secrets.ts'
import { labelOf, type Remedy, remedyOfDelay, remedyOfRefusal, remedyOfTrouble } from './remedy.ts'

export const GONE = failed('it is gone: somebody deleted it')

const RUNS_ONCE = 'A Job runs once: delete it, or give it another name, to let it run again.'

function isJob({ object }: CompleteManifest): boolean {
  return groupKindOf(object) === knownKinds.job
}

/** Tells the warnings about a pod, and the last lines of its container. */
async function tellEvidence(
  client: Reader,
  pod: Reference,
  container: string,
  previous: boolean,
  world: World,
): Promise<ReturnType<typeof warningsAmong>> {
  const { namespace, name } = pod
  const isMasked = await maskPodSecrets(client, pod, world)
  const warnings = warningsAmong(await eventsAbout(client, namespace, { kind: 'Pod', name }))
  const lines = [
    ...new Set(warnings.map(({ reason, message }) => `event ${reason}: ${message}`)),
    ...(await lastLines(client, pod, container, previous)).map((line) => `log: ${line}`),
  ]
  for (const line of tellableLines(lines, isMasked)) world.log.info(`${name}/${container}: ${line}`)
  return warnings
}

/** @param end how the whole of it ended, when it did */
export async function troubleFailure(
  client: Reader,
  manifest: CompleteManifest,
  trouble: Trouble,
  world: World,
  end?: string,
): Promise<Failure> {
  const { pod, container, reason, message } = trouble
  const previous = reason === 'CrashLoopBackOff'
  const warnings = await tellEvidence(client, pod, container, previous, world)
  const { meaning, fix, source } = remedyOfTrouble(manifest, trouble, warnings)
  const why = [message, meaning, end].filter((part) => part !== undefined && part !== '').join('; ')
  return new Failure({
    code: 'ROLLOUT_FAILED',
    what: `${manifest.address}: ${labelOf(manifest, container)} of pod ${pod.name} is in ${reason}.`,
    ...(why === '' ? {} : { why }),
    fix: end !== undefined && isJob(manifest) ? `${fix} ${RUNS_ONCE}` : fix,
    source,
  })
}

function remedyOfHealth(manifest: CompleteManifest, health: Pick<Health, 'state' | 'reason'>): Remedy {
  const { state, reason } = health
  const { source } = manifest
  if (health === GONE) return { fix: 'Find out who deletes it, and start again.', source }
  if (isNotAdmitted(reason)) return remedyOfRefusal(manifest, reason)
  if (state === 'failed' && isJob(manifest))
    return { fix: `Look at its pods and events. ${RUNS_ONCE}`, source }
  if (state === 'deleting')
    return { fix: 'Find out who deletes it, and start again when it is gone.', source }
  const has = hasPods(manifest.object) ? 'pods' : 'status'
  return { fix: `Look at its ${has} and events.`, source }
}

/** @param delay what keeps its pods */
export function healthFailure(
  manifest: CompleteManifest,
  health: Pick<Health, 'state' | 'reason'>,
  delay?: Delay,
): Failure {
  const { fix, source } =
    delay === undefined ? remedyOfHealth(manifest, health) : remedyOfDelay(manifest, delay)
  return new Failure({
    code: 'ROLLOUT_FAILED',
    what: hasPods(manifest.object)
      ? `${manifest.address} does not roll out.`
      : `${manifest.address} is not well.`,
    why: delay === undefined ? health.reason : `${health.reason}; ${delay.words}`,
    fix,
    source,
  })
}

/**
 * Of what is not ready when the time is over.
 * @param timeout milliseconds
 */
export async function timeoutFailure(
  client: Reader,
  manifest: CompleteManifest,
  { reason }: Pick<Health, 'reason'>,
  delay: Delay | undefined,
  timeout: number,
  world: World,
): Promise<Failure> {
  if (delay?.container !== undefined) await tellEvidence(client, delay.pod, delay.container, false, world)
  const remedy = delay === undefined || delay.cause === 'other' ? undefined : remedyOfDelay(manifest, delay)
  return new Failure({
    code: 'ROLLOUT_TIMEOUT',
    what: hasPods(manifest.object)
      ? `${manifest.address} did not roll out within ${formatDuration(timeout)}.`
      : `${manifest.address} did not get ready within ${formatDuration(timeout)}.`,
    why: delay === undefined ? reason : `${reason}; ${delay.words}`,
    fix:
      remedy === undefined
        ? `Look at its ${hasPods(manifest.object) ? 'pods' : 'status'} and events, or raise \`rollout-timeout\`.`
        : `${remedy.fix} If it only needs longer, raise \`rollout-timeout\`.`,
    source: remedy?.source ?? manifest.source,
  })
}
