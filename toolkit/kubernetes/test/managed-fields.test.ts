import { describe, expect, test } from '@jest/globals'
import { managedFieldsOf, owns, unionOf, without } from '../managed-fields.ts'

const object = (managedFields: unknown) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', managedFields },
})

test.each([
  ['none', undefined, []],
  ['what is no list', 'odd', []],
  ['an entry without anything', [{}], [{}]],
  [
    'an entry whose fields are odd',
    [{ manager: 'x', fieldsV1: { 'f:data': 7 } }],
    [{ manager: 'x', fieldsV1: undefined }],
  ],
  [
    'an entry',
    [{ manager: 'x', operation: 'Apply', time: 'then' }],
    [{ manager: 'x', operation: 'Apply', time: 'then' }],
  ],
])('the entries of an object are read, whatever they are: %s', (_what, written, read) => {
  expect(managedFieldsOf(object(written))).toEqual(read)
})

test('a field is owned with what is beneath it', () => {
  const entry = { fieldsV1: { 'f:spec': { 'f:replicas': {} } } }
  expect(owns(entry, ['spec', 'replicas'])).toBe(true)
  expect(owns(entry, ['spec'])).toBe(true)
  expect(owns(entry, ['spec', 'paused'])).toBe(false)
  expect(owns({}, ['spec'])).toBe(false)
})

test('of several sets each field is there once', () => {
  expect(
    unionOf([{ 'f:data': { '.': {}, 'f:a': {} } }, { 'f:data': { 'f:a': {}, 'f:b': {} }, 'f:kind': {} }]),
  ).toEqual({ 'f:data': { '.': {}, 'f:a': {}, 'f:b': {} }, 'f:kind': {} })
  expect(unionOf([])).toEqual({})
})

describe('what somebody owned and does not want any more', () => {
  test.each([
    [
      'a member goes',
      { data: { a: 1, b: 2 } },
      { 'f:data': { 'f:a': {}, 'f:b': {} } },
      { data: { a: 1 } },
      [],
      { data: { a: 1 } },
    ],
    [
      'a member that another owns stays',
      { data: { a: 1, b: 2 } },
      { 'f:data': { 'f:a': {}, 'f:b': {} } },
      {},
      [{ 'f:data': { 'f:b': {} } }],
      { data: { b: 2 } },
    ],
    [
      'what nobody owned stays',
      { data: { a: 1, c: 3 } },
      { 'f:data': { 'f:a': {} } },
      { data: {} },
      [],
      { data: { c: 3 } },
    ],
    [
      'a member goes with what the server filled in beneath it',
      { spec: { probe: { path: '/', period: 10 } } },
      { 'f:spec': { 'f:probe': { 'f:path': {} } } },
      { spec: {} },
      [],
      { spec: {} },
    ],
    [
      'an item of a list goes by its keys',
      { containers: [{ name: 'a' }, { name: 'b' }] },
      { 'f:containers': { 'k:{"name":"a"}': { '.': {} }, 'k:{"name":"b"}': { '.': {} } } },
      { containers: [{ name: 'b' }] },
      [],
      { containers: [{ name: 'b' }] },
    ],
    [
      'an item is wanted although it leaves out what the server fills in',
      { ports: [{ port: 80, protocol: 'TCP', name: 'old' }] },
      { 'f:ports': { 'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:port': {}, 'f:name': {} } } },
      { ports: [{ port: 80 }] },
      [],
      { ports: [{ port: 80, protocol: 'TCP' }] },
    ],
    [
      'an item of a set goes by its value',
      { finalizers: ['a', 'b', 'c'] },
      { 'f:finalizers': { 'v:"a"': {}, 'v:"b"': {} } },
      { finalizers: ['a'] },
      [],
      { finalizers: ['a', 'c'] },
    ],
    [
      'a list that is one value stays when it is wanted',
      { args: ['a', 'b'] },
      { 'f:args': {} },
      { args: ['a', 'b'] },
      [],
      { args: ['a', 'b'] },
    ],
    [
      'a list that is one value goes with its name',
      { args: ['a'], x: 1 },
      { 'f:args': {} },
      {},
      [],
      { x: 1 },
    ],
    [
      'members with names such as those of objects are members',
      { data: { constructor: 1, b: 2 } },
      { 'f:data': { 'f:constructor': {} } },
      { data: {} },
      [],
      { data: { b: 2 } },
    ],
  ])('goes as server-side apply takes it away: %s', (_what, value, owned, wanted, others, left) => {
    expect(without(value, owned, wanted, others)).toEqual(left)
  })
})
