/** A command that only looks: what it tells, and what it leaves alone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import * as z from 'zod'
import type { Run, Step } from '../../action/step.ts'
import { Failure } from '../../model/failure.ts'
import type { Host } from '../host.ts'
import { runAction } from '../run.ts'

let temp: string
let told: {
  printed: string[]
  errors: string[]
  outputs: Record<string, string>
  summary: string
  codes: number[]
}

beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'omninode-look-'))
  told = { printed: [], errors: [], outputs: {}, summary: '', codes: [] }
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

/** A pull request, with a token and everything else by which a plan would be published; GitHub is out of reach. */
function host(inputs: Readonly<Record<string, string>>): Host {
  const repositoryUrl = 'https://github.com/octo/app'
  return {
    problems: [],
    clock: () => new Date('2026-11-27T12:00:00Z'),
    random: () => 0,
    inputs: { command: 'status', 'github-token': 'a-token-of-the-job', ...inputs },
    state: {},
    childEnvironment: {},
    run: {
      ...{ repository: 'octo/app', repositoryId: '1', sha: '0'.repeat(40), ref: 'refs/pull/1/merge' },
      ...{
        event: 'pull_request',
        actor: 'octocat',
        id: '1',
        attempt: '1',
        url: `${repositoryUrl}/actions/runs/1`,
      },
      ...{ repositoryUrl, apiUrl: 'http://127.0.0.1:1', actionRepository: 'octo/app' },
      pullRequest: { number: 1, headSha: '1'.repeat(40), baseSha: '2'.repeat(40) },
    },
    machine: { platform: 'linux', arch: 'x64', uid: 1_000 },
    workspace: temp,
    temp,
    debug: false,
    mayRequestIdToken: true,
    annotatesApart: true,
    colour: false,
    width: undefined,
    artifacts: { url: 'http://127.0.0.1:1', token: 'another-token' },
    idToken: () => Promise.reject(new Error('never asked for')),
    print: (line) => void told.printed.push(line),
    startGroup: () => undefined,
    endGroup: () => undefined,
    annotate: (_level, message) => void told.errors.push(message),
    mask: () => undefined,
    setOutput: (name, value) => {
      told.outputs[name] = value
    },
    saveState: () => undefined,
    appendSummary: (markdown) => {
      told.summary += markdown() ?? ''
    },
    onInterrupt: () => undefined,
    onCrash: () => undefined,
    exit: (code) => void told.codes.push(code),
  }
}

const never = () => Promise.reject(new Error('not for a look'))

function step(look: Run['look']): Step<z.ZodObject> {
  return {
    name: 'migrate',
    description: 'A step.',
    commands: { plan: 'plan', apply: 'apply', status: 'look' },
    inputs: z.object({}),
    outputs: {},
    asked: () => [],
    open: async (_given, { redactor }) => {
      redactor.add('hunter2hunter2')
      const close = async () => undefined
      const run: Run = { place: never, plan: never, apply: never, close }
      return look === undefined ? run : { ...run, look }
    },
    report: () => ({}),
  }
}

test.each([{}, { publish: 'hand-on' }, { 'dry-run': 'true' }])(
  'is told in log, step summary and outputs, masked, and nowhere else: %j',
  async (inputs) => {
    const looked: Run['look'] = async () => ({
      value: { stands: 'well, said hunter2hunter2' },
      text: (value) => `text: ${Object.values(value).join()}`,
      markdown: (value) => `### ${Object.values(value).join()}`,
      outputs: () => ({ head: '0002' }),
      counts: { applied: 2 },
    })
    await runAction(step(looked), host(inputs))
    const { status = '', ...outputs } = told.outputs
    expect(told).toMatchObject({
      errors: [],
      codes: [0],
      printed: ['text: well, said ***'],
      summary: '### well, said ***',
    })
    // Neither digest nor plan: it is none.
    expect(outputs).toEqual({ changed: 'false', summary: '{"applied":2}', head: '0002' })
    expect(JSON.parse(readFileSync(status, 'utf8'))).toEqual({ stands: 'well, said ***' })
  },
)

test.each([{}, { publish: 'hand-on' }])(
  'that could not be told is no plan that failed, and is told to nobody but this job: %j',
  async (inputs) => {
    const looked = () =>
      Promise.reject(new Failure({ code: 'HISTORY_UNREADABLE', what: 'It may not be read.' }))
    await runAction(step(looked), host(inputs))
    expect(told.codes).toEqual([1])
    expect(told.errors).toEqual([expect.stringContaining('It may not be read.')])
    expect(told.summary).toContain('Migrate: the status could not be told')
    expect(told.summary).not.toMatch(/plan/i)
    expect(told.outputs).toMatchObject({ changed: 'false', summary: '{}' })
  },
)

test('of a step that has nothing to look with is a fault of ours, and not green', async () => {
  await runAction(step(undefined), host({}))
  expect(told.codes).toEqual([1])
  expect(told.outputs).not.toHaveProperty('status')
})
