/** That a run tells no secret, in any of its ends, and that what it puts out stays readable for programs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import * as z from 'zod'
import type { Run, Step } from '../../action/step.ts'
import { Failure } from '../../model/failure.ts'
import { finding } from '../../model/finding.ts'
import { makePlan } from '../../model/plan.ts'
import { runnerHost } from '../host.ts'
import { runAction } from '../run.ts'

const SECRET = 'kq8Zt71*<Lm>|&"xW0'
const now = new Date('2026-11-26T12:00:00Z')
let temp: string
let told: string[]
let outputs: Record<string, string>

beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'omninode-masked-'))
  told = []
  outputs = {}
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

const plan = makePlan({
  step: 'deploy',
  target: 'platform',
  createdAt: now,
  where: { cluster: 'c' },
  with: {},
  from: {},
  changes: [
    {
      action: 'update',
      address: 'onex-dev/ConfigMap/it',
      kind: 'v1 ConfigMap',
      note: `was ${SECRET}`,
      before: { a: 'x' },
      after: { a: `${'x'.repeat(155)}${SECRET}`, b: JSON.stringify({ c: SECRET }) },
    },
  ],
  findings: [
    finding(
      {
        rule: 'r',
        severity: 'warning',
        verdict: 'fail',
        message: `m ${SECRET}`,
        why: `w ${SECRET}`,
        fix: `f ${SECRET}`,
      },
      's',
    ),
  ],
})

const failed = {
  address: 'onex-dev/ConfigMap/it',
  action: 'update',
  status: 'failed',
  durationMs: 1,
  message: `no: ${SECRET}`,
} as const

function step(run: Partial<Run>): Step<z.ZodObject> {
  return {
    name: 'deploy',
    description: 'A step.',
    commands: { plan: 'plan', apply: 'apply' },
    inputs: z.object({}),
    outputs: { made: 'What was made.' },
    asked: () => [SECRET],
    open: async (_given, world) => {
      world.log.debug(`opened with ${SECRET}`)
      return {
        place: async () => ({ target: 'platform', where: {} }),
        plan: async () => plan,
        apply: async (_plan, _forwards, progress) => {
          progress.record(failed)
          throw refusal
        },
        close: async () => undefined,
        ...run,
      }
    },
    report: () => ({ made: JSON.stringify({ [SECRET]: [SECRET, 1, true] }) }),
  }
}

async function play(command: string, run: Partial<Run>): Promise<void> {
  const { run: workflow } = runnerHost()
  await runAction(step(run), {
    ...runnerHost(),
    problems: [],
    inputs: { command, reviewed: 'off' },
    state: {},
    childEnvironment: { DEPLOY_TOKEN: SECRET },
    run: { ...workflow, event: 'push' },
    workspace: temp,
    temp,
    debug: true,
    artifacts: undefined,
    print: (line) => void told.push(line),
    startGroup: (title) => void told.push(title),
    endGroup: () => undefined,
    annotate: (_level, message) => void told.push(message),
    mask: () => undefined,
    setOutput: (name, value) => {
      outputs[name] = value
    },
    saveState: () => undefined,
    appendSummary: (markdown) => void told.push(markdown() ?? ''),
    onInterrupt: () => undefined,
    exit: () => undefined,
  })
}

const bug = new TypeError(`no ${SECRET}`)
const refusal = new Failure({ code: 'NO', what: `a ${SECRET}`, why: `b ${SECRET}`, cause: bug })

test.each<[string, string, Partial<Run>]>([
  ['a plan', 'plan', {}],
  ['an apply that failed half way', 'apply', {}],
  ['a plan that was refused', 'plan', { plan: () => Promise.reject(refusal) }],
  ['an apply that was refused', 'apply', { apply: () => Promise.reject(refusal) }],
  ['a bug', 'apply', { apply: () => Promise.reject(bug) }],
  ['an end that failed', 'plan', { plan: () => Promise.reject(refusal), close: () => Promise.reject(bug) }],
])('%s tells no part of a secret, and its files and outputs are JSON', async (_what, command, run) => {
  await play(command, run)
  const files = [outputs['plan'], outputs['outcome']].flatMap((file) =>
    file === undefined ? [] : [readFileSync(file, 'utf8')],
  )
  const all = [...told, ...Object.values(outputs), ...files].join('\n')
  expect(all).toContain('***')
  for (const trace of ['kq8Zt71', 'xW0', 'Lm&', '&lt;Lm', '&#42;&lt;', '*<Lm'])
    expect(all).not.toContain(trace)
  for (const text of files)
    expect(JSON.parse(text)).toMatchObject({ step: 'deploy', digest: outputs['digest'] ?? '' })
  if (outputs['made'] !== undefined) expect(JSON.parse(outputs['made'])).toEqual({ '***': ['***', 1, true] })
  if (outputs['summary'] !== undefined)
    expect(JSON.parse(outputs['summary'])).toEqual(
      outputs['digest'] === undefined ? {} : { update: 1, warning: 1 },
    )
})
