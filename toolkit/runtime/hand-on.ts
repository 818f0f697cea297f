/**
 * Hands a plan, or why there is none, on to the job that publishes: as an artifact of the run, for which the job needs no
 * permission. What is handed on is masked here, where the secrets are known. Import this file lazily: it brings a
 * compressor with it.
 */
import { randomBytes } from 'node:crypto'
import { uploadArtifact } from '../github/artifact.ts'
import { ArtifactRefusal, type ArtifactService } from '../github/artifact-service.ts'
import type { AskedPlace } from '../github/section-body.ts'
import { type Ending, targetOf } from '../model/ending.ts'
import { Failure } from '../model/failure.ts'
import { type Masked, partOf, rendered } from '../redact/masked.ts'
import { isUnreachable } from '../retry/network.ts'
import { retry } from '../retry/retry.ts'
import { HAND_OVER, HAND_OVER_FILE, handOverText, LARGEST_HAND_OVER } from '../review/hand-over.ts'
import { refuseShownSecrets } from '../review/holds-secret.ts'
import type { World } from '../world/world.ts'

const ATTEMPTS = 4

function tooLarge(bytes: number): Failure {
  return new Failure({
    code: 'HAND_ON_TOO_LARGE',
    what: `The plan has ${bytes} bytes, and ${LARGEST_HAND_OVER} are the most that is handed on.`,
    fix: 'Split what is released into several targets, or set `publish: here`.',
  })
}

function isWorthAnother(error: unknown): boolean {
  if (!(error instanceof ArtifactRefusal)) return isUnreachable(error)
  return error.status >= 500 || error.status === 429 || error.status === 409
}

/**
 * @param ending as it was before it was masked: what counts in its review is compared with that
 * @throws Failure REVIEW_HOLDS_SECRET, HAND_ON_TOO_LARGE, HAND_ON_FAILED
 */
export async function handOn(
  ending: Ending,
  { masked, asked, artifacts }: { masked: Masked<Ending>; asked: AskedPlace; artifacts: ArtifactService },
  world: Pick<World, 'run' | 'redactor' | 'log' | 'env' | 'signal' | 'random'>,
): Promise<void> {
  const { step, end } = ending
  const shown = end === 'planned' || end === 'nothing to do' ? ending.plan : undefined
  const salt = randomBytes(16).toString('hex')
  const hashes: ReadonlyMap<string, string> = (await shown?.sensitive.hashes(salt)) ?? new Map()
  if (shown !== undefined) refuseShownSecrets(shown, hashes, world)
  const target = targetOf(masked)
  const none: readonly Failure[] = []
  const text = handOverText({
    step,
    asked,
    run: world.run,
    target: target === undefined ? undefined : rendered(masked, target),
    // Findings are in the plan, and the publisher finds them there.
    failures: shown === undefined ? partOf(masked, 'failures') : world.redactor.masked(none),
    cancelled: end === 'cancelled',
    plan: shown === undefined ? undefined : world.redactor.masked(shown),
    salt,
    hashes,
  })
  const bytes = Buffer.byteLength(text)
  if (bytes > LARGEST_HAND_OVER) throw tooLarge(bytes)
  const { env, signal, random } = world
  const upload = async () => {
    // Names are once in a run; whether one was taken that got no answer, is not known.
    const name = `${HAND_OVER}${step}-${randomBytes(8).toString('hex')}`
    await uploadArtifact(artifacts, { name, files: { [HAND_OVER_FILE]: text }, env, signal })
    return name
  }
  try {
    const name = await retry(
      {
        attempts: ATTEMPTS,
        shortest: 500,
        longest: 5_000,
        classify: (error) => (isWorthAnother(error) ? 'again' : 'refuse'),
        pauseOf: (error) => (error instanceof ArtifactRefusal ? error.pause : undefined),
        signal,
        random,
      },
      upload,
    )
    world.log.info(`Handed on to the job that publishes (${name}).`)
  } catch (cause) {
    signal.throwIfAborted()
    throw new Failure({
      code: 'HAND_ON_FAILED',
      what: 'The plan could not be handed on to the job that publishes it.',
      why: `${cause instanceof Error ? cause.message : String(cause)}.`,
      fix: 'Run the job again.',
      cause,
    })
  }
}
