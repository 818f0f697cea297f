import { describe, expect, test } from '@jest/globals'
import { formatDuration, parseDuration } from '../duration.ts'

describe('a duration', () => {
  test.each([
    ['250ms', 250],
    ['90s', 90_000],
    ['10m', 600_000],
    ['1h30m', 5_400_000],
    ['0s', 0],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds)
  })

  test.each(['', '10', 'm', '10 m', '-5m', '1.5h', '10m ', '5d', `${'9'.repeat(30)}h`])(
    '%p is none',
    (text) => {
      expect(parseDuration(text)).toBeUndefined()
    },
  )

  test.each([
    [420, '420 ms'],
    [3_400, '3.4 s'],
    [60_000, '1 min'],
    [125_000, '2 min 5 s'],
  ])('of %d ms reads %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text)
  })
})
