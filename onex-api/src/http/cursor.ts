/** Where a page ended, for the next one: opaque to whoever gets it. */
import { invalid } from './problem.ts'

/** In the order of the list: a time, and an id among those of the same time. */
export interface Position {
  readonly time: Date
  readonly id: string
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function writeCursor({ time, id }: Position): string {
  return Buffer.from(`${time.getTime()}.${id}`).toString('base64url')
}

/** @throws Problem 422 when it is none of ours */
export function readCursor(text: string): Position {
  const [, milliseconds = '', id = ''] =
    /^(\d{1,15})\.(.*)$/.exec(Buffer.from(text, 'base64url').toString()) ?? []
  const position = { time: new Date(Number(milliseconds)), id }
  // It has one spelling only.
  if (!uuid.test(id) || writeCursor(position) !== text)
    throw invalid('querystring', '/cursor', 'is no cursor of this list')
  return position
}
