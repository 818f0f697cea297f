import { expect, test } from '@jest/globals'
import * as z from 'zod'
import { malformed } from '../malformed.ts'

const schema = z.strictObject({
  name: z.string(),
  replicas: z.int().optional(),
  kind: z.enum(['one', 'other']).optional(),
  list: z.array(z.object({ name: z.string().min(1), on: z.boolean() })).optional(),
  why: z.string().min(10, 'must be a reason that others understand').optional(),
  map: z.record(z.string(), z.string()).optional(),
  at: z.iso.datetime().optional(),
})

test.each([
  [undefined, 'it is empty'],
  ['text', 'it must be a map'],
  [{}, '`name` is missing'],
  [{ name: 1 }, '`name` must be a text'],
  [{ name: null }, '`name` must be a text'],
  [{ name: 'x', replicas: 'two' }, '`replicas` must be a number'],
  [{ name: 'x', replicas: 1.5 }, '`replicas` must be a whole number'],
  [{ name: 'x', kind: 'third' }, '`kind` must be one or other'],
  [{ name: 'x', list: {} }, '`list` must be a list'],
  [{ name: 'x', list: [{ on: true }] }, '`list[0].name` is missing'],
  [{ name: 'x', list: [{ name: 'y', on: 'yes' }] }, '`list[0].on` must be true or false'],
  [{ name: 'x', list: [{ name: '', on: true }] }, '`list[0].name` must not be empty'],
  [{ name: 'x', why: 'ok' }, '`why` must be a reason that others understand'],
  [{ name: 'x', map: [] }, '`map` must be a map'],
  [{ name: 'x', at: 'soon' }, '`at` has not the form that it should have'],
  [{ name: 'x', nam: 'y' }, 'there is `nam`, which nobody knows'],
])('%j: %s', (value, says) => {
  const { error } = schema.safeParse(value)
  expect(error === undefined ? undefined : malformed(error)).toBe(says)
})
