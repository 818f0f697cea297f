import { expect, test } from '@jest/globals'
import type { Schema } from '../../src/admission/definition.ts'
import { duplicatesIn, withDefaults, writtenOut } from '../../src/admission/schema.ts'

const schema = {
  type: 'object',
  properties: {
    mode: { type: 'string', default: 'usual' },
    deep: { type: 'object', properties: { level: { type: 'integer', default: 3 } } },
    made: { type: 'object', default: {}, properties: { level: { type: 'integer', default: 4 } } },
    list: {
      type: 'array',
      items: { type: 'object', properties: { on: { type: 'boolean', default: true } } },
    },
    map: { type: 'object', additionalProperties: { type: 'object', properties: { a: { default: 1 } } } },
    parts: { type: 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name', 'port'] },
    names: { type: 'array', 'x-kubernetes-list-type': 'set' },
    plain: { type: 'array' },
  },
}

test.each([
  ['what is not there is filled in, and what is made beneath', {}, { mode: 'usual', made: { level: 4 } }],
  ['what is there stays', { mode: 'odd', made: { level: 1 } }, { mode: 'odd', made: { level: 1 } }],
  ['beneath a member that is there', { deep: {} }, { deep: { level: 3 }, mode: 'usual', made: { level: 4 } }],
  [
    'in each item',
    { list: [{}, { on: false }] },
    { list: [{ on: true }, { on: false }], mode: 'usual', made: { level: 4 } },
  ],
  [
    'in each member of a map',
    { map: { x: {} } },
    { map: { x: { a: 1 } }, mode: 'usual', made: { level: 4 } },
  ],
  ['what is no object is left alone', 'text', 'text'],
  [
    'what the schema does not know is left alone',
    { other: {} },
    { other: {}, mode: 'usual', made: { level: 4 } },
  ],
])('a value has the defaults of its schema: %s', (_what, value, filled) => {
  expect(withDefaults(value, schema)).toEqual(filled)
})

test('a number or a text is written out wherever it stands', () => {
  const either = { 'x-kubernetes-int-or-string': true }
  const out = { ...either, anyOf: [{ type: 'integer' }, { type: 'string' }] }
  const wrapped = (inner: Schema) => ({
    type: 'object',
    properties: {
      a: { type: 'array', items: inner },
      b: { type: 'object', additionalProperties: inner },
      c: inner,
    },
  })
  expect(writtenOut(wrapped(either))).toEqual(wrapped(out))
})

test.each([
  [
    'a map by all its keys',
    {
      parts: [
        { name: 'a', port: 1 },
        { name: 'a', port: 2 },
        { port: 1, name: 'a' },
      ],
    },
    ['parts[2]'],
  ],
  ['a set by its values', { names: ['a', 'b', 'a', 'a'] }, ['names[2]', 'names[3]']],
  ['another list may hold a thing twice', { plain: ['a', 'a'], list: [{}, {}] }, []],
  ['what is no list', { parts: 'a' }, []],
])('what is in a list twice that may be there once is named: %s', (_what, value, fields) => {
  expect(duplicatesIn(value, schema)).toEqual(fields)
})
