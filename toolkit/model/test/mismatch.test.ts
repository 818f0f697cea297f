import { expect, test } from '@jest/globals'
import * as z from 'zod'
import { mismatch } from '../mismatch.ts'

const Shape = z.strictObject({
  name: z.string().min(2).max(4),
  kind: z.enum(['a', 'b']),
  containers: z.array(z.object({ name: z.string() })).max(2),
  port: z.number().min(1).max(9),
  wanted: z.string().refine((value) => value === 'x', 'must be x'),
})
const good = { name: 'abc', kind: 'a', containers: [], port: 1, wanted: 'x' }

test.each<[string, unknown, string]>([
  ['nothing at all', undefined, 'it is empty'],
  ['a list', [], 'it is a list, and should be an object'],
  ['null', null, 'it is nothing, and should be an object'],
  ['a member that is missing', { ...good, name: undefined }, '`name` is missing'],
  ['another type', { ...good, name: 3 }, '`name` is a number, and should be a text'],
  [
    'another type within',
    { ...good, containers: [{ name: [] }] },
    '`containers[0].name` is a list, and should be a text',
  ],
  ['a word that is none of them', { ...good, kind: 'c' }, '`kind` should be a or b'],
  ['too short a text', { ...good, name: 'a' }, '`name` is too short'],
  ['too long a text', { ...good, name: 'abcde' }, '`name` is too long'],
  ['too small a number', { ...good, port: 0 }, '`port` is less than 1'],
  ['too large a number', { ...good, port: 10 }, '`port` is more than 9'],
  ['what somebody has worded', { ...good, wanted: 'y' }, '`wanted` must be x'],
  ['a key too many', { ...good, more: 1, less: 2 }, 'there is `more`, `less`, which nobody knows'],
  [
    'much at once',
    { name: 1, kind: 1, containers: 1, port: 'a', wanted: 1 },
    '`name` is a number, and should be a text; `kind` should be a or b; `containers` is a number, and should be a list; and 2 more',
  ],
])('%s is told in our own words', (_what, value, words) => {
  const parsed = Shape.safeParse(value)
  expect(parsed.error && mismatch(parsed.error, value)).toBe(words)
})
