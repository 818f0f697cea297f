/** The registry of layouts: each is listed, is named as its file, and has a folder that passes and one that fails. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { formatSource } from '../../model/source.ts'
import { layouts } from '../layout/choose.ts'
import type { Layout } from '../layout/layout.ts'
import { readMigrations } from '../layout/read.ts'

const room = join(import.meta.dirname, '../layout')
const fixtures = join(import.meta.dirname, 'fixtures/layout')
const names = layouts.map(({ name }) => name)

/** Files of the room that hold a layout. */
async function files(): Promise<string[]> {
  const found: string[] = []
  for (const file of readdirSync(room)) {
    const { layout }: { layout?: Layout } = await import(`../layout/${file}`)
    if (layout !== undefined) found.push(basename(file, '.ts'))
  }
  return found
}

test('every layout is a file, a line in the index, and two examples', async () => {
  expect(await files()).toEqual(names)
  expect(readdirSync(fixtures)).toEqual(names)
  for (const name of names)
    for (const example of ['pass', 'pass.txt', 'fail', 'fail.txt'])
      expect([name, example, existsSync(join(fixtures, name, example))]).toEqual([name, example, true])
})

test.each(names)('%s is told by its files, and read in its order', (name) => {
  const { migrations, problems } = readMigrations(join(fixtures, name), 'pass')
  expect(problems).toEqual([])
  expect(readMigrations(join(fixtures, name), 'pass', name).migrations.map(({ version }) => version)).toEqual(
    migrations.map(({ version }) => version),
  )
  const lines = migrations.map(
    ({ version, up, down, irreversible }) =>
      `${version}: ${up.file}, ${down === undefined ? `irreversible: ${irreversible}` : down.file}\n`,
  )
  expect(lines.join('')).toBe(readFileSync(join(fixtures, name, 'pass.txt'), 'utf8'))
})

test.each(names)('%s says everything that is wrong with a folder', (name) => {
  const { problems } = readMigrations(join(fixtures, name), 'fail', name)
  const told = problems.map(
    ({ code, message, source }) =>
      `${source === undefined ? '' : formatSource(source)}: ${code}: ${message}\n`,
  )
  expect(told.join('')).toBe(readFileSync(join(fixtures, name, 'fail.txt'), 'utf8'))
})
