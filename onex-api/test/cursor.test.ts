import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '../../test/repetitions.ts'
import { readCursor, writeCursor } from '../src/http/cursor.ts'
import { Problem } from '../src/http/problem.ts'

const time = fc.integer({ min: 0, max: 8_640_000_000_000 }).map((milliseconds) => new Date(milliseconds))

test('a cursor is read as it was written', () => {
  fc.assert(
    fc.property(time, fc.uuid(), (at, id) => {
      expect(readCursor(writeCursor({ time: at, id }))).toEqual({ time: at, id })
    }),
    { seed, numRuns: runs(2_000) },
  )
})

test('what is no cursor is refused, whatever it is, and one that was changed in its spelling too', () => {
  const refused = (text: string) => expect(() => readCursor(text)).toThrow(Problem)
  fc.assert(fc.property(fc.string(), refused), { seed, numRuns: runs(2_000) })
  const cursor = writeCursor({ time: new Date(0), id: '019ab000-0000-7000-8000-000000000001' })
  for (const text of [`${cursor}=`, ` ${cursor}`, `${cursor}A`, cursor.slice(0, -1), '']) refused(text)
  for (const inside of [
    '0.',
    '.019ab000-0000-7000-8000-000000000001',
    '00.019ab000-0000-7000-8000-000000000001',
    '-1.019ab000-0000-7000-8000-000000000001',
    '9999999999999999.019ab000-0000-7000-8000-000000000001',
    "0.019ab000-0000-7000-8000-000000000001' OR true --",
  ])
    refused(Buffer.from(inside).toString('base64url'))
})
