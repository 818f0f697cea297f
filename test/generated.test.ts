import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { stepNames } from '#toolkit/model/step.ts'
import { actionManifest, withTables } from '#toolkit/runtime/action-yml.ts'
import { lintReadme, withLintTable } from '../scripts/lint-table.ts'
import { moduleNames, readmeOf, withModuleTables } from '../scripts/module-tables.ts'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)

function command(program: string, ...args: string[]) {
  const env = { ...process.env, NODE_OPTIONS: '' }
  return run(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, env })
}

test.each(stepNames)("%s's action.yml and README are what its schema generates", async (name) => {
  const folder = join(root, 'actions', name)
  const { step } = await import(`../actions/${name}/src/step.ts`)
  expect(readFileSync(join(folder, 'action.yml'), 'utf8')).toBe(actionManifest(step))
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  expect(readme).toBe(withTables(readme, step))
})

test("the lint's table in migrate's README is what its rules generate", () => {
  const readme = readFileSync(lintReadme, 'utf8')
  expect(readme).toBe(withLintTable(readme))
})

test.each(moduleNames())('the README of the module %s is what its variables and outputs generate', (name) => {
  const readme = readFileSync(readmeOf(name), 'utf8')
  expect(readme).toBe(withModuleTables(readme, name))
})

test('the types hold', async () => {
  await command('typescript/bin/tsc', '-p', '.')
}, 120_000)

test('biome has nothing to say', async () => {
  await command('@biomejs/biome/bin/biome', 'ci')
}, 60_000)

test('dist is byte for byte what its source builds', async () => {
  await run(process.execPath, ['--conditions=source', 'scripts/bundle.ts', '--check'], { cwd: root })
}, 180_000)

test('the lock file names no host but the registry', () => {
  const lock: { packages: Record<string, { resolved?: string }> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  )
  const resolved = Object.values(lock.packages).flatMap((entry) => entry.resolved ?? [])
  expect(resolved.filter((url) => /^https?:/.test(url))).toEqual([])
})
