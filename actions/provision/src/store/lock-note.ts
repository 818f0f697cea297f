/**
 * Who applies right now, beside the lock of the state: Terraform's own lock names a user and a host, which on a runner
 * say nothing. The note ends in `.tflock` like the lock, so that whoever may write that may write this.
 */
import * as z from 'zod'
import type { Bucket } from '#toolkit/aws/s3.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'

const Note = z.object({ run: z.string(), actor: z.string(), since: z.iso.datetime() })
type Note = z.infer<typeof Note>

function noteKey(stateKey: string): string {
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

/** @returns undefined when there is none, or it cannot be read */
async function read<T>(bucket: Bucket, key: string, shape: z.ZodType<T>): Promise<T | undefined> {
  try {
    const bytes = await bucket.get(key)
    if (bytes === undefined) return undefined
    return shape.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data
  } catch {
    return undefined // to tell less is better than to fail
  }
}

function readNote(bucket: Bucket, stateKey: string): Promise<Note | undefined> {
  return read(bucket, noteKey(stateKey), Note)
}

function wordsOf({ actor, since, run }: Note): string {
  return `${actor} applies since ${since}: ${run}`
}

/** What Terraform's S3 backend writes into `<key>.tflock`, as far as people want to know it. */
const Lock = z.object({ Who: z.string(), Operation: z.string(), Created: z.iso.datetime() })

/**
 * Who this run waits for, for people.
 * @param since when this run asked for the lock: an older one is somebody else's
 * @returns undefined when nobody else holds it, or nobody knows: Terraform says that it waits as well when it is slow
 */
export async function holderOf(
  bucket: Bucket,
  stateKey: string,
  { since, world }: { readonly since: Date; readonly world: World },
): Promise<string | undefined> {
  const [lock, note] = await Promise.all([
    read(bucket, `${stateKey}.tflock`, Lock),
    readNote(bucket, stateKey),
  ])
  if (lock === undefined) return undefined
  if (note !== undefined && note.run !== world.run.url) return wordsOf(note)
  if (new Date(lock.Created) >= since) return undefined
  return `${lock.Who} since ${lock.Created} (${lock.Operation})`
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
    why: `${why} ${wordsOf(note)}.`.trim(),
    fix,
    cause: error,
  })
}
