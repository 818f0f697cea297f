/**
 * `npm test`: prepares what the sandbox's servers need, runs every test, and closes with `N passed, N failed`.
 * Arguments are passed to jest. On CI a skipped test fails the run.
 */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { prepareSandbox } from '#sandbox/prepare.ts'
import { createProgress } from '#sandbox/progress.ts'

interface Totals {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numRuntimeErrorTestSuites: number
}

const root = dirname(import.meta.dirname)
const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort(new Error('interrupted')))

const progress = createProgress(process.stdout)
await prepareSandbox({ progress, signal: interrupted.signal })
progress.close()

// Whatever a test leaves behind, even one that is killed, goes with this folder. Postgres, which does not run as
// root, must be able to pass through it.
const folder = mkdtempSync(join(tmpdir(), 'omninode-test-'))
chmodSync(folder, 0o711)
const report = join(folder, 'report.json')
const jest = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ],
  // jest's own report of the results is for machines; its progress and failures go to stderr.
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TMPDIR: folder } },
)
interrupted.signal.addEventListener('abort', () => jest.kill('SIGINT'))
const code = await new Promise<number>((resolve) => jest.once('exit', (exit) => resolve(exit ?? 1)))
try {
  const totals: Totals = JSON.parse(readFileSync(report, 'utf8'))
  const skipped = totals.numPendingTests + totals.numTodoTests
  // A file that could not even be loaded ran none of its tests: that is a failure too.
  const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites
  if (skipped > 0 && process.env['CI'] !== undefined) console.error(`${skipped} skipped: CI runs every test.`)
  console.log(`${totals.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = code !== 0 || failed > 0 || (skipped > 0 && process.env['CI'] !== undefined) ? 1 : 0
} catch {
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
