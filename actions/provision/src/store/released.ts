/**
 * Which commit a state was last released from: a note beside it, as an object of its own, so that it holds no lock and
 * is there before the first change.
 */

import type { Forwards } from '#toolkit/action/step.ts'
import type { Bucket } from '#toolkit/aws/s3.ts'
import { httpStatusOf } from '#toolkit/aws/status.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { Remembered } from '#toolkit/model/plan.ts'

interface Noted {
  readonly remembered: Remembered
  /** Of the object, so that it is replaced only as it was read. */
  readonly tag: string
}

/** @param state key of the state in the bucket */
function noteOf(state: string): string {
  return `${state}.released`
}

async function asking<T>(state: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (httpStatusOf(error) !== 403) throw error
    throw new Failure({
      code: 'RELEASE_NOTE_REFUSED',
      what: `The role may not use ${noteOf(state)}, where the state remembers what it was last released from.`,
      why: 'Without it an older release could be put in the place of a newer one.',
      fix: 'Allow the role that plans s3:GetObject on `<key>.released`, the role that applies s3:PutObject as well, and both s3:ListBucket on the bucket.',
      cause: error,
    })
  }
}

async function readNote(bucket: Bucket, state: string): Promise<Noted | undefined> {
  const found = await asking(state, () => bucket.read(noteOf(state)))
  if (found === undefined) return undefined
  try {
    const remembered = Remembered.parse(JSON.parse(Buffer.from(found.body).toString('utf8')))
    return { remembered, tag: found.tag }
  } catch (cause) {
    throw new Failure({
      code: 'RELEASE_NOTE',
      what: `${noteOf(state)} does not say what the state was last released from.`,
      why: 'It is JSON with `commit` and `run`, and this release writes nothing else: somebody has changed it.',
      fix: 'Bring back its last good version from the versions of the bucket.',
      cause,
    })
  }
}

/**
 * @param state key of the state in the bucket
 * @returns undefined when it was never released
 * @throws Failure RELEASE_NOTE or RELEASE_NOTE_REFUSED
 */
export async function releasedFrom(bucket: Bucket, state: string): Promise<Remembered | undefined> {
  return (await readNote(bucket, state))?.remembered
}

/** So many others may come in between. */
const ATTEMPTS = 10

/**
 * Asks whether this release may follow what the state was released from, and writes that it has.
 *
 * Terraform holds the lock of the state only within its own `apply`, so what is between the question and the note is
 * guarded by the note itself: it is written only over the very note that was asked about, and whoever came in between is
 * asked about in turn. What is between the note and Terraform's lock is guarded by the plan: an older release that was
 * let pass before a newer one wrote its note finds the state changed by that one (PLAN_STALE) or, when it locks first,
 * is followed by it. So the newer one is always the last.
 * @param state key of the state in the bucket
 * @param part name of the stack
 * @throws Failure of `forwards.allow`, RELEASE_NOTE, RELEASE_NOTE_REFUSED or RELEASE_NOTE_BUSY
 */
export async function remember(
  bucket: Bucket,
  state: string,
  part: string,
  forwards: Forwards,
): Promise<void> {
  const next = JSON.stringify(forwards.next)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const noted = await readNote(bucket, state)
    await forwards.allow(part, noted?.remembered)
    const how = noted === undefined ? { once: true } : { over: noted.tag }
    if (await asking(state, () => bucket.put(noteOf(state), next, how))) return
  }
  throw new Failure({
    code: 'RELEASE_NOTE_BUSY',
    what: `${noteOf(state)} was changed by somebody else ${ATTEMPTS} times while it was read.`,
    fix: 'Let releases run one after the other (`concurrency:`), and start this one again. Nothing was applied.',
  })
}
