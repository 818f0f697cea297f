/**
 * How long an action takes to start: each bundle without inputs, which then lists what is missing, beside an empty
 * node process, in turns. Fails when a bundle takes more than 4 times as long.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stepNames } from '#toolkit/model/step.ts'

const ROUNDS = 10
const MOST = 4
const root = dirname(import.meta.dirname)
const temp = mkdtempSync(join(tmpdir(), 'omninode-startup-'))

/** What every runner sets. */
const env = {
  GITHUB_ACTOR: 'octocat',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REPOSITORY: 'omninode-ai/omninode_infra',
  GITHUB_REPOSITORY_ID: '1',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_RUN_ID: '1',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: '0'.repeat(40),
  GITHUB_WORKSPACE: temp,
  RUNNER_TEMP: temp,
}

function time(args: readonly string[], wanted: RegExp): number {
  const started = performance.now()
  const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  const taken = performance.now() - started
  if (!wanted.test(stdout)) throw new Error(`${args.join(' ')} said ${stdout || 'nothing'}`)
  return taken
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}

const candidates = [
  { name: 'empty node', args: ['-e', ''], wanted: /^$/, times: [] as number[] },
  ...stepNames.map((name) => ({
    name,
    args: [join(root, 'actions', name, 'dist/main.js')],
    // verify needs none: it only finds nothing to judge. migrate takes one of two.
    wanted:
      name === 'verify'
        ? /NOTHING_TO_VERIFY/
        : name === 'migrate'
          ? /Neither `database-url`/
          : /INPUT_MISSING/,
    times: [] as number[],
  })),
]
try {
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { args, wanted, times } of candidates) {
      const taken = time(args, wanted)
      // The first one fills the caches of the system.
      if (round > 0) times.push(taken)
    }
  }
} finally {
  rmSync(temp, { recursive: true, force: true })
}
const base = median(candidates[0]?.times ?? [])
let slow = 0
for (const { name, times } of candidates) {
  const ratio = median(times) / base
  if (ratio > MOST) slow++
  console.log(`${name.padEnd(12)} ${median(times).toFixed(0).padStart(5)} ms  ${ratio.toFixed(2)} ×`)
}
if (slow > 0) {
  console.error(`${slow} of the bundles take more than ${MOST} times an empty process.`)
  process.exitCode = 1
}
