import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@jest/globals'
import { uncollected } from '#sandbox/cache/go-program.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

function command(program: string, ...args: string[]) {
  // TypeScript's compiler is a Go program.
  const env = { ...process.env, ...uncollected('6GiB'), NODE_OPTIONS: '' }
  return run(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, env })
}

test('the types hold', async () => {
  await command('typescript/bin/tsc', '-p', '.')
}, 120_000)

test('biome has nothing to say', async () => {
  await command('@biomejs/biome/bin/biome', 'ci')
}, 60_000)

test('dist is byte for byte what its source builds', async () => {
  await run(process.execPath, ['--conditions=source', 'scripts/bundle.ts', '--check'], {
    cwd: root,
    env: { ...process.env, ...uncollected('6GiB') },
  })
}, 180_000)
