import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

test('a value that is not masked does not compile where a masked one is wanted', () => {
  const root = join(import.meta.dirname, '../../../..')
  const file = join(import.meta.dirname, '../fixtures/unmasked.ts')
  const wrong = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.includes('// wrong') ? [index + 1] : []))
  let said = ''
  try {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [tsc, '-p', join(import.meta.dirname, '../fixtures/tsconfig.json')], {
      cwd: root,
      encoding: 'utf8',
    })
  } catch (error) {
    said = (error as { stdout: string }).stdout
  }
  const told = [...said.matchAll(/unmasked\.ts\((\d+),/g)].map(([, line]) => Number(line))
  expect([...new Set(told)]).toEqual(wrong)
  expect(wrong.length).toBeGreaterThan(10)
}, 60_000)
