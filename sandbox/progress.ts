/** What goes on in the sandbox, a line a part: rewritten in place on a terminal, appended and rare elsewhere. */
import type { WriteStream } from 'node:tty'
import { formatDuration } from '#toolkit/model/duration.ts'

export interface Progress {
  /** Says what `part` is doing now. */
  report(part: string, message: string): void
  /** Says that `part` is ready. */
  done(part: string, message: string): void
  /** Ends the display; later reports are lost. */
  close(): void
}

interface Line {
  message: string
  readonly since: number
  finished: boolean
  /** Whether it stands on the stream already. */
  told: boolean
}

const REFRESH_MS = 200

/** Elsewhere than on a terminal nothing is rewritten, and what a part is doing would bury what matters. */
const INTERVAL_MS = 10_000

export function createProgress(stream: WriteStream, clock: () => number = () => performance.now()): Progress {
  const lines = new Map<string, Line>()
  const started = clock()
  const inPlace = stream.isTTY === true
  let drawn = 0
  let last = Number.NEGATIVE_INFINITY

  const format = (part: string, { message, since, finished }: Line) => {
    const age = finished ? '' : `  ${formatDuration(clock() - since)}`
    return `  ${finished ? '✓' : '·'} ${part.padEnd(11)} ${message}${age}`
  }
  const draw = () => {
    const up = drawn > 0 ? `\u001b[${drawn}A` : ''
    const width = stream.columns ?? 80
    const text = [...lines]
      .map(([part, line]) => `\u001b[2K${format(part, line).slice(0, width - 1)}\n`)
      .join('')
    stream.write(up + text)
    drawn = lines.size
  }
  const append = (told: readonly [part: string, line: Line][]) => {
    const text = told.map(([part, { message }]) => `${part}: ${message}`).join(' · ')
    stream.write(`  ${formatDuration(clock() - started).padStart(10)}  ${text}\n`)
    for (const [, line] of told) line.told = true
  }
  /** What has not been told yet, when the last time is long enough ago. */
  const appendNews = () => {
    const news = [...lines].filter(([, line]) => !line.told)
    if (news.length === 0 || clock() - last < INTERVAL_MS) return
    last = clock()
    append(news)
  }
  const timer = setInterval(inPlace ? draw : appendNews, inPlace ? REFRESH_MS : INTERVAL_MS).unref()

  const put = (part: string, text: string, finished: boolean) => {
    const [message = ''] = text.trim().split('\n', 1)
    const before = lines.get(part)
    if (before?.message === message && before.finished === finished) return
    const line = { message, since: before?.since ?? clock(), finished, told: false }
    lines.set(part, line)
    if (inPlace) draw()
    else if (finished) append([[part, line]])
    else appendNews()
  }
  return {
    report: (part, message) => put(part, message, false),
    done: (part, message) => put(part, message, true),
    close: () => clearInterval(timer),
  }
}
