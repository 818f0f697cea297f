/** What goes on in the sandbox, a line a part: rewritten in place on a terminal, appended elsewhere. */
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
}

const REFRESH_MS = 200

export function createProgress(stream: WriteStream, clock: () => number = () => performance.now()): Progress {
  const lines = new Map<string, Line>()
  const started = clock()
  const inPlace = stream.isTTY === true
  let drawn = 0

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
  const timer = inPlace ? setInterval(draw, REFRESH_MS).unref() : undefined

  const put = (part: string, text: string, finished: boolean) => {
    const [message = ''] = text.trim().split('\n', 1)
    const before = lines.get(part)
    if (before?.message === message && before.finished === finished) return
    lines.set(part, { message, since: before?.since ?? clock(), finished })
    if (inPlace) draw()
    else stream.write(`  ${formatDuration(clock() - started).padStart(10)}  ${part}: ${message}\n`)
  }
  return {
    report: (part, message) => put(part, message, false),
    done: (part, message) => put(part, message, true),
    close: () => clearInterval(timer),
  }
}
