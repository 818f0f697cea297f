import { describe, expect, test } from '@jest/globals'
import { compareWithHistory } from '../compare.ts'
import { type Migration, stemOf } from '../migration.ts'

function migration(version: string, checksum = `sha256:${version}`): Migration {
  const up = { file: `m/${version}.sql`, sql: '' }
  return { version, name: 'x', up, down: undefined, irreversible: 'no', checksum }
}

const entry = (version: string, checksum = `sha256:${version}`) => ({ version, checksum })
/** In an order that is not that of the names. */
const folder = ['b', 'c', 'a'].map((version) => migration(version))

function compared(...inEffect: readonly { version: string; checksum: string }[]) {
  const { pending, late, edited, gone, head, newest } = compareWithHistory(folder, inEffect)
  const versions = (of: readonly { version: string }[]) => of.map(({ version }) => version).join('')
  return {
    pending: versions(pending),
    late: versions(late),
    edited: versions(edited.map((each) => each.migration)),
    gone: versions(gone),
    head: head?.version,
    newest: newest?.version,
  }
}

const none = { pending: '', late: '', edited: '', gone: '', head: undefined, newest: undefined }

describe('a folder held against history', () => {
  test.each([
    ['of nothing', [], { ...none, pending: 'bca' }],
    ['of a part', [entry('b')], { ...none, pending: 'ca', head: 'b', newest: 'b' }],
    ['of everything', [entry('b'), entry('c'), entry('a')], { ...none, head: 'a', newest: 'a' }],
    [
      'whose oldest entry was repaired, and so is its last',
      [entry('c'), entry('a'), entry('b')],
      { ...none, head: 'a', newest: 'a' },
    ],
    ['with a hole', [entry('b'), entry('a')], { ...none, pending: 'c', late: 'c', head: 'a', newest: 'a' }],
    [
      'of another content',
      [entry('b', 'sha256:other'), entry('c')],
      { ...none, pending: 'a', edited: 'b', head: 'c', newest: 'c' },
    ],
    [
      'of a newer checkout',
      [entry('b'), entry('c'), entry('a'), entry('d')],
      { ...none, gone: 'd', head: 'a', newest: 'd' },
    ],
    [
      'of a file that was removed long ago',
      [entry('z'), entry('b'), entry('c'), entry('a')],
      { ...none, gone: 'z', head: 'a', newest: 'a' },
    ],
    [
      'of nothing that is in the folder',
      [entry('y'), entry('z')],
      { ...none, pending: 'bca', gone: 'yz', newest: 'z' },
    ],
  ])('%s', (_what, inEffect, expected) => {
    expect(compared(...inEffect)).toEqual(expected)
  })
})

test.each([
  ['0003', 'keys', '0003_keys'],
  ['20260131_keys', 'keys', '20260131_keys'],
  ['z_keys', 'z_keys', 'z_keys'],
  ['0003_keys', 'keys', '0003_keys'],
])('the migration %s called %s is %s to people', (version, name, expected) => {
  expect(stemOf({ version, name })).toBe(expected)
})
