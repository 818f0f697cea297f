import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '../../test/repetitions.ts'
import { uuidAt } from '../src/database/uuid.ts'

const time = fc.integer({ min: 0, max: 2 ** 47 }).map((milliseconds) => new Date(milliseconds))

test('an id is a UUID of version 7, and has the time that it was given', () => {
  fc.assert(
    fc.property(time, (now) => {
      const id = uuidAt(now)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(now.getTime())
    }),
    { seed, numRuns: runs(2_000) },
  )
})

test('ids that were made later sort later', () => {
  fc.assert(
    fc.property(time, time, (one, other) => {
      const [first, second] = [uuidAt(one), uuidAt(other)]
      if (one < other) expect(first < second).toBe(true)
      expect(first).not.toBe(second)
    }),
    { seed, numRuns: runs(2_000) },
  )
})
