/**
 * Runs jest, and closes with `N passed, N failed`. On CI a skipped test fails the run; a process that a test leaves
 * behind always does.
 */
import { execFileSync, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

interface Totals {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numRuntimeErrorTestSuites: number
  readonly testResults: readonly {
    /** The path of the file. */
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

export interface JestOptions {
  readonly args: readonly string[]
  readonly signal: AbortSignal
  /** Of what repeats, one in so many is done (test/repetitions.ts). */
  readonly repeatOneIn?: 1 | 50
}

/** Milliseconds that jest may take to end after its report; what a test left open keeps it from that. */
const END_MS = 20_000

const root = dirname(import.meta.dirname)
const program = join(root, 'node_modules/jest/bin/jest.js')
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']

/** Aborted when somebody interrupts this process. */
export function interruption(): AbortSignal {
  const interrupted = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => interrupted.abort(new Error(`interrupted (${name})`)))
  return interrupted.signal
}

/** The test files, relative to the root, that jest would run with these arguments. @throws when it refuses them */
export function filesFor(args: readonly string[]): string[] {
  const listed = execFileSync(process.execPath, [...flags, program, '--listTests', '--json', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return (JSON.parse(listed) as string[]).map((file) => file.slice(root.length + 1))
}

/** The processes that are still in a process group. */
function survivorsOf(group: number): { pid: number; command: string }[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,args='], { encoding: 'utf8' }).split('\n')
  return processes.flatMap((line) => {
    const [, pid, pgid, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(pgid) === group ? [{ pid: Number(pid), command }] : []
  })
}

/** A line each: what failed is found at the end of a log of which only the end is kept. */
function failuresOf({ testResults }: Totals): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const file = name.slice(root.length + 1)
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      if (failed.length === 0) return [`failed: ${file} (outside of its tests)`]
      return failed.map(({ fullName }) => `failed: ${file} › ${fullName}`)
    })
}

/** @returns the exit code of the run */
export async function runJest({ args, signal, repeatOneIn }: JestOptions): Promise<number> {
  // One for all of jest's workers.
  const seed = process.env['SEED'] ?? String(randomInt(2 ** 31))
  console.log(`What is random begins with ${seed}; SEED=${seed} repeats it.`)
  // Whatever a test leaves behind, even one that is killed, goes with this folder. Postgres, which does not run as
  // root, must be able to pass through it.
  const folder = mkdtempSync(join(tmpdir(), 'omninode-test-'))
  chmodSync(folder, 0o711)
  const report = join(folder, 'report.json')
  const jest = spawn(process.execPath, [...flags, program, '--json', `--outputFile=${report}`, ...args], {
    cwd: root,
    // jest's own report of the results is for machines; its progress and failures go to stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      TMPDIR: folder,
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      SEED: seed,
      ...(repeatOneIn === undefined ? {} : { REPEAT_ONE_IN: String(repeatOneIn) }),
    },
    // A process group of its own tells afterwards what outlived it.
    detached: true,
  })
  const group = jest.pid ?? Number.NaN // set once it has been spawned; none is in the group NaN
  signal.addEventListener('abort', () => process.kill(-group, 'SIGINT'))
  let patience: NodeJS.Timeout | undefined
  const watch = setInterval(() => {
    if (existsSync(report)) patience ??= setTimeout(() => jest.kill('SIGKILL'), END_MS)
  }, 500)
  const code = await new Promise<number>((resolve) => jest.once('exit', (exit) => resolve(exit ?? 1)))
  clearInterval(watch)
  clearTimeout(patience)
  const survivors = survivorsOf(group)
  for (const { pid, command } of survivors) {
    console.error(`A test left process ${pid} behind: ${command}`)
    process.kill(pid, 'SIGKILL')
  }
  try {
    const totals: Totals = JSON.parse(readFileSync(report, 'utf8'))
    for (const failure of failuresOf(totals)) console.error(failure)
    const skipped = totals.numPendingTests + totals.numTodoTests
    // A file that could not even be loaded ran none of its tests: that is a failure too.
    const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites + survivors.length
    if (skipped > 0 && process.env['CI'] !== undefined)
      console.error(`${skipped} skipped: CI runs every test.`)
    console.log(
      `${totals.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    )
    return code !== 0 || failed > 0 || (skipped > 0 && process.env['CI'] !== undefined) ? 1 : 0
  } catch {
    console.log('0 passed, 1 failed')
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
