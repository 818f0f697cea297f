/** Files sent one after the other without waiting for the answers, on a database that nobody uses yet. */
import { type Recorded, recordedIn, recordedSql } from '#toolkit/migrations/history.ts'
import type { Engine } from '../session/engine.ts'
import { cancellable, type Job } from './job.ts'
import { messageOf, proofOf } from './transaction.ts'
import { watch } from './watch.ts'

/** How many files are under way at once, and how many characters of them. */
const WINDOW = { files: 200, characters: 1_000_000 } as const

/** From one file on, how many are sent together. */
interface Window {
  readonly first: number
  readonly jobs: readonly Job[]
}

function* windows(jobs: readonly Job[]): Generator<Window> {
  for (let first = 0; first < jobs.length; ) {
    let [end, size] = [first, 0]
    for (; end < jobs.length && end - first < WINDOW.files; end++) {
      size += jobs[end]?.script.sql.length ?? 0
      if (end > first && size > WINDOW.characters) break
    }
    yield { first, jobs: jobs.slice(first, end) }
    first = end
  }
}

/** Milliseconds between two looks at what takes long here: nobody else is expected on the database. */
const SELDOM_MS = 1_000

/** How many windows are under way at once: the server works on one while the answers to the other are read. */
const AHEAD = 2

/**
 * Applies transactional files, each in a transaction of its own, which proves first that the one before it is recorded:
 * behind one that fails, none takes effect.
 * @param keeping how many of the first leave their session as it was
 * @param onDone is told how many more files are committed, from which one on, what history has of the run, and whether
 * that is on disk already
 * @returns how many are applied; less than all when one failed, which nothing was kept of
 */
export async function applyPipelined(
  jobs: readonly Job[],
  keeping: number,
  engine: Engine,
  onDone: (count: number, first: number, recorded: readonly Recorded[], onDisk: boolean) => void,
): Promise<number> {
  const { session, world, history, since } = engine
  const readBack = recordedSql(history, since)
  const send = ({ first, jobs: window }: Window) =>
    session.sendAll([
      ...window.map((job, index) => {
        const at = first + index
        const message = messageOf(job, engine, {
          // The last commit of a window puts those before it on disk as well.
          durability: index === window.length - 1 ? 'durable' : 'soon',
          proof: proofOf(at, keeping),
          keeps: at < keeping,
          behind: jobs[at - 1],
          attempt: 1,
        })
        return { sql: message.sql, heard: engine.notices.of(job.script, message) }
      }),
      { sql: readBack },
    ])
  const ahead = windows(jobs)
  const sent: ReturnType<typeof send>[] = []
  let done = 0
  const watching = watch(engine, () => jobs[done]?.script.file ?? 'history', SELDOM_MS)
  const applying = cancellable(engine, async () => {
    for (;;) {
      while (sent.length < AHEAD && !world.signal.aborted) {
        const { value: window } = ahead.next()
        if (window === undefined) break
        sent.push(send(window))
      }
      const answers = await sent.shift()
      if (answers === undefined) return done
      const files = answers.slice(0, -1)
      const failed = files.findIndex(({ status }) => status === 'rejected')
      if (failed === -1) {
        const read = answers.at(-1)
        if (read?.status === 'rejected') throw read.reason
        onDone(files.length, done, recordedIn(read?.value[0]), true)
        done += files.length
        continue
      }
      await Promise.all(sent)
      // Told as lost by whoever tries the file that failed again.
      if (session.broken()) return done
      const [, recorded] = await session.send(`ROLLBACK; ${readBack}`)
      onDone(failed, done, recordedIn(recorded), false)
      return done + failed
    }
  })
  return applying.finally(() => watching.stop())
}
