/** Files sent one after the other without waiting for the answers, on a database that nobody uses yet. */
import type { Engine } from '../session/engine.ts'
import { cancellable, type Job } from './job.ts'
import { proofBehind } from './session-effects.ts'
import { messageOf } from './transaction.ts'

/** How many files are under way at once, and how many characters of them. */
const WINDOW = { files: 200, characters: 1_000_000 } as const

function* windows(jobs: readonly Job[]): Generator<readonly Job[]> {
  let window: Job[] = []
  let size = 0
  for (const job of jobs) {
    if (
      window.length === WINDOW.files ||
      (window.length > 0 && size + job.script.sql.length > WINDOW.characters)
    ) {
      yield window
      window = []
      size = 0
    }
    window.push(job)
    size += job.script.sql.length
  }
  if (window.length > 0) yield window
}

/** How many windows are under way at once: the server works on one while the answers to the other are read. */
const AHEAD = 2

/**
 * Applies transactional files, each in a transaction of its own. The first that fails leaves its transaction aborted,
 * so that the server refuses those behind it.
 * @param onDone is told how many more files are committed, from which one on, and whether that is on disk already
 * @returns how many are applied; less than all when one failed, which nothing was kept of
 */
export async function applyPipelined(
  jobs: readonly Job[],
  engine: Engine,
  onDone: (count: number, first: number, onDisk: boolean) => void,
): Promise<number> {
  const { session, world } = engine
  const send = (window: readonly Job[]) =>
    session.sendAll(
      window.map((job, index) => {
        // The last commit of a window puts those before it on disk as well.
        const durability = index === window.length - 1 ? 'durable' : 'soon'
        const proof = proofBehind(window[index - 1]?.script)
        return messageOf(job, engine, { durability, proof, attempt: 1 }).sql
      }),
    )
  const ahead = windows(jobs)
  const sent: ReturnType<typeof send>[] = []
  let done = 0
  return cancellable(engine, async () => {
    for (;;) {
      while (sent.length < AHEAD && !world.signal.aborted) {
        const { value: window } = ahead.next()
        if (window === undefined) break
        sent.push(send(window))
      }
      const answers = await sent.shift()
      if (answers === undefined) return done
      const failed = answers.findIndex(({ status }) => status === 'rejected')
      const count = failed === -1 ? answers.length : failed
      if (count > 0) onDone(count, done, failed === -1)
      done += count
      if (failed === -1) continue
      await Promise.all(sent)
      if (!session.broken()) await session.send('ROLLBACK')
      return done
    }
  })
}
