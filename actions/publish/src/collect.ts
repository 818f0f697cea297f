/** Takes what the jobs of this run have handed on: from anybody who ran in one of them. */
import { createHash } from 'node:crypto'
import type { ListedArtifact, RunArtifacts } from '#toolkit/github/artifacts.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import {
  HAND_OVER,
  type HandedOn,
  LARGEST_HAND_OVER,
  type OwnRun,
  readHandOver,
} from '#toolkit/review/hand-over.ts'

/** What one artifact holds. */
export interface Collected extends HandedOn {
  /** Its id: a later one has a greater. */
  readonly id: number
  /** Of all of its bytes. */
  readonly sha256: string
}

export interface Collection {
  readonly read: readonly Collected[]
  /** Why others count for nothing. */
  readonly bad: readonly Failure[]
}

/** More are not looked at: a comment has no room for them, and nobody reads so many. */
const MOST = 32

/** Bytes of all of them, packed. */
const MOST_BYTES = 4 * LARGEST_HAND_OVER

function inArtifact({ name }: ListedArtifact, { code, what, why, fix, cause }: Failure): Failure {
  const place = `In the artifact ${name.slice(0, 100)}`
  return new Failure({
    code,
    what,
    why: why === undefined ? `${place}.` : `${place}: ${why}`,
    ...(fix === undefined ? {} : { fix }),
    cause,
  })
}

function unreadable(why: string, cause?: unknown): Failure {
  return new Failure({
    code: 'HAND_OVER_INVALID',
    what: 'A plan that a job has handed on cannot be read.',
    why: `${why}.`,
    fix: 'Run the workflow again; look at the job that has handed it on, and at what else runs in it, when it stays so.',
    cause,
  })
}

function tooMany(left: number, why: string): Failure {
  return new Failure({
    code: 'HAND_OVER_TOO_MANY',
    what: `${left} of the plans that were handed on ${left === 1 ? 'is' : 'are'} not looked at.`,
    why,
    fix: 'Plan fewer targets in one run; if you have not planned so many, look at what runs in your jobs.',
  })
}

async function readOne(
  artifacts: RunArtifacts,
  listed: ListedArtifact,
  own: OwnRun,
  now: Date,
): Promise<Collected> {
  if (listed.size > LARGEST_HAND_OVER)
    throw unreadable(`It has ${listed.size} bytes, and ${LARGEST_HAND_OVER} are the most`)
  const zip = await artifacts.download(listed, LARGEST_HAND_OVER)
  const sha256 = createHash('sha256').update(zip).digest('hex')
  return { ...readHandOver(zip, own, now), id: listed.id, sha256 }
}

/**
 * Everything that was handed on, read; one that cannot be read keeps no other from being read.
 * @throws whatever keeps them from being listed; the signal's reason
 */
export async function collectHandedOn(
  artifacts: RunArtifacts,
  own: OwnRun,
  { now, signal }: { readonly now: Date; readonly signal: AbortSignal },
): Promise<Collection> {
  const all = (await artifacts.list()).filter(({ name }) => name.startsWith(HAND_OVER))
  const [read, bad]: [Collected[], Failure[]] = [[], []]
  const looked = all.slice(0, MOST)
  if (all.length > MOST)
    bad.push(tooMany(all.length - MOST, `${all.length} were handed on, and ${MOST} are the most.`))
  let bytes = 0
  for (const [index, listed] of looked.entries()) {
    bytes += Math.min(listed.size, LARGEST_HAND_OVER + 1)
    if (bytes > MOST_BYTES) {
      bad.push(tooMany(looked.length - index, `Together they have more than ${MOST_BYTES} bytes.`))
      break
    }
    try {
      read.push(await readOne(artifacts, listed, own, now))
    } catch (error) {
      signal.throwIfAborted()
      // Whatever goes wrong with one is that one's own, also where nobody has thought of it.
      const failures = failuresIn(error)
      const known = failures.length > 0 ? failures : [unreadable((error as Error).message, error)]
      bad.push(...known.map((failure) => inArtifact(listed, failure)))
    }
  }
  return { read, bad }
}
