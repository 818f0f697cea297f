import { expect, test } from '@jest/globals'
import { retryAfter } from '../retry-after.ts'

const date = 'Fri, 20 Nov 2026 12:00:00 GMT'

test.each<[string | undefined, string | undefined, number | undefined]>([
  ['7', undefined, 7_000],
  [' 0 ', undefined, 0],
  ['Fri, 20 Nov 2026 12:00:30 GMT', date, 30_000],
  ['Fri, 20 Nov 2026 11:00:00 GMT', date, 0],
  ['Fri, 20 Nov 2026 12:00:30 GMT', undefined, undefined],
  ['soon', date, undefined],
  ['-1', date, undefined],
  ['', date, undefined],
  [undefined, date, undefined],
])('Retry-After: %s at %s is %p ms', (asked, now, pause) => {
  const headers = {
    ...(asked === undefined ? {} : { 'retry-after': asked }),
    ...(now === undefined ? {} : { date: now }),
  }
  expect(retryAfter(headers)).toBe(pause)
})
