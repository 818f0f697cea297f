/** A file that somebody else writes, line by line, while it grows. */
import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

/** Milliseconds between two looks. */
const LOOK_MS = 50
const CHUNK = 64 * 1024

export interface Following {
  /** Reads what is left, the last line also without its end, and looks no more. */
  finish(): void
}

/** @param from bytes that are passed over */
export function followLines(file: string, onLine: (line: string) => void, from = 0): Following {
  const descriptor = openSync(file, 'r')
  const decoder = new StringDecoder('utf8')
  const buffer = Buffer.alloc(CHUNK)
  let offset = from
  /** Of the line that has no end yet; joined only once, because it can be very long. */
  let begun: string[] = []
  const read = () => {
    for (;;) {
      const count = readSync(descriptor, buffer, 0, CHUNK, offset)
      if (count === 0) return
      offset += count
      const pieces = decoder.write(buffer.subarray(0, count)).split('\n')
      const last = pieces.pop() ?? ''
      for (const piece of pieces) {
        onLine([...begun, piece].join('').replace(/\r$/, ''))
        begun = []
      }
      begun.push(last)
    }
  }
  const timer = setInterval(read, LOOK_MS)
  return {
    finish: () => {
      clearInterval(timer)
      read()
      const rest = [...begun, decoder.end()].join('')
      if (rest !== '') onLine(rest)
      closeSync(descriptor)
    },
  }
}
