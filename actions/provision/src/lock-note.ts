/**
 * Who applies right now, beside the lock of the state: Terraform's own lock names a user and a host, which on a runner
 * say nothing. The note ends in `.tflock` like the lock, so that whoever may write that may write this.
 */
import * as z from 'zod'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Bucket } from './s3.ts'

const Note = z.object({ run: z.string(), actor: z.string(), since: z.iso.datetime() })
export type Note = z.infer<typeof Note>

export function noteKey(stateKey: string): string {
  return `${stateKey}.run.tflock`
}

/**
 * Leaves a note while something is applied. Whatever goes wrong with it never fails the apply: it is a courtesy.
 * @param stateKey of the state in the bucket
 */
export async function withNote<T>(
  bucket: Bucket,
  stateKey: string,
  world: World,
  work: () => Promise<T>,
): Promise<T> {
  const key = noteKey(stateKey)
  const { run, clock, log } = world
  const note: Note = { run: run.url, actor: run.actor, since: clock().toISOString() }
  const quietly = async (step: () => Promise<boolean>) => {
    try {
      return await step()
    } catch (error) {
      log.debug(`the note beside the lock: ${error instanceof Error ? error.message : String(error)}`)
      return false
    }
  }
  const left = await quietly(async () => {
    if (await bucket.put(key, JSON.stringify(note), { once: true })) return true
    // Of a run that was killed, when nobody holds the lock.
    if ((await bucket.get(`${stateKey}.tflock`)) !== undefined) return false
    return bucket.put(key, JSON.stringify(note))
  })
  try {
    return await work()
  } finally {
    if (left) await quietly(() => bucket.delete(key).then(() => true))
  }
}

/** @returns undefined when nobody has left one, or it cannot be read */
export async function readNote(bucket: Bucket, stateKey: string): Promise<Note | undefined> {
  try {
    const bytes = await bucket.get(noteKey(stateKey))
    if (bytes === undefined) return undefined
    return Note.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data
  } catch {
    return undefined // to tell less is better than to fail
  }
}

/** The same error; when the lock is held by somebody else, with the run that holds it. */
export async function withHolder(
  error: unknown,
  bucket: () => Promise<Bucket>,
  stateKey: string,
): Promise<unknown> {
  const locked = failuresIn(error).find(({ code }) => code === 'STATE_LOCKED')
  if (locked === undefined) return error
  const note = await readNote(await bucket(), stateKey)
  if (note === undefined) return error
  const { code, what, why = '', fix = '' } = locked
  return new Failure({
    code,
    what,
    why: `${why} ${note.actor} applies since ${note.since}: ${note.run}.`.trim(),
    fix,
    cause: error,
  })
}
