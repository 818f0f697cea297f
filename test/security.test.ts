import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..')
const section = /## Who can forge what\n([\s\S]*?)\n## /.exec(readFileSync(join(root, 'SECURITY.md'), 'utf8'))
const rows = (section?.[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| who |') && !line.startsWith('| ---'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('every line of SECURITY.md on who can forge what has its test', () => {
  test('and there are lines', () => expect(rows.length).toBeGreaterThan(12))

  test.each(rows.map((row) => [`${row[1]} ${row[2]}`, row[5] ?? ''] as const))('%s', (_line, proof) => {
    const [, file = '', words = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? []
    expect(words).not.toBe('')
    expect(readFileSync(join(root, file), 'utf8')).toContain(words)
  })
})
