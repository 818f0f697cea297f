import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { differenceOf } from '../edits.ts'

const letters = (text: string) => [...text]
const written = (before: string, after: string) =>
  differenceOf(letters(before), letters(after))
    .map(({ mark, item }) => `${mark}${item}`)
    .join('')

describe('the way from one list to another', () => {
  test.each([
    ['', '', ''],
    ['ab', 'ab', ' a b'],
    ['', 'ab', '+a+b'],
    ['ab', '', '-a-b'],
    ['abc', 'adc', ' a-b+d c'],
    ['abcabba', 'cbabac', '-a-b c-a b+a b a+c'],
    ['aa', 'a', ' a-a'],
  ])('from %j to %j is %j', (before, after, steps) => expect(written(before, after)).toBe(steps))

  test('leads from the one to the other, also where it is not searched for', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(list, list, (before, after) => {
        const steps = differenceOf(before, after)
        expect(steps.filter(({ mark }) => mark !== '+').map(({ item }) => item)).toEqual(before)
        expect(steps.filter(({ mark }) => mark !== '-').map(({ item }) => item)).toEqual(after)
      }),
      { seed, numRuns: runs(100) },
    )
    const long = Array.from({ length: 2_000 }, (_, index) => `old ${index}`)
    const other = Array.from({ length: 2_000 }, (_, index) => `new ${index}`)
    const steps = differenceOf(['same', ...long], ['same', ...other])
    expect(steps[0]).toEqual({ mark: ' ', item: 'same' })
    expect(steps.filter(({ mark }) => mark === '-')).toHaveLength(2_000)
  })
})
