/** Every end of a run, in every place in which it is told, on GitHub's stand-in. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import * as z from 'zod'
import type { Permissions } from '#sandbox/github/tokens.ts'
import { PUBLISH, pullRequestJob, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { inTurn } from '#test/in-turn.ts'
import { Opening } from '../../../action/opening.ts'
import type { Run, Step } from '../../../action/step.ts'
import type { Change } from '../../../model/change.ts'
import { type End, ends } from '../../../model/ending.ts'
import { Failure } from '../../../model/failure.ts'
import { type Finding, finding } from '../../../model/finding.ts'
import { makePlan, type Plan } from '../../../model/plan.ts'
import { type StepName, stepNames } from '../../../model/step.ts'
import { stepTitle } from '../../../report/wording.ts'
import { openStage, type Stage } from '../../../review/test/stage.ts'
import { type JobRun, playJob, type Told } from './job.ts'

let stage: Stage
let temp: string

beforeAll(async () => {
  stage = await openStage()
  temp = mkdtempSync(join(tmpdir(), 'omninode-ends-'))
})
afterAll(async () => {
  expect(stage.github.violations).toEqual([])
  await stage.stop()
  rmSync(temp, { recursive: true, force: true })
})

const READS: Permissions = { actions: 'read', checks: 'read', contents: 'read', 'pull-requests': 'read' }
const WRITES: Permissions = { ...READS, checks: 'write', 'pull-requests': 'write' }

let counter = 0
const commit = () => (++counter).toString(16).padStart(40, 'c')
const runId = () => String(70_000 + ++counter)

/** Two changes of each step, the second of which can fail. */
const changes: Readonly<Record<StepName, readonly Change[]>> = {
  provision: [
    { action: 'create', address: 'network/aws_vpc.this', kind: 'aws_vpc' },
    { action: 'create', address: 'network/aws_subnet.this', kind: 'aws_subnet' },
  ],
  migrate: [
    { action: 'run', address: 'db/migrations/0001_first', kind: 'migration' },
    { action: 'run', address: 'db/migrations/0002_second', kind: 'migration' },
  ],
  deploy: [
    { action: 'create', address: 'onex-dev/ConfigMap/a', kind: 'v1 ConfigMap' },
    { action: 'create', address: 'onex-dev/Deployment/b', kind: 'apps/v1 Deployment' },
  ],
  verify: [
    { action: 'run', address: 'http https://a.example.org', kind: 'probe' },
    { action: 'run', address: 'rollout onex-dev/Deployment/b', kind: 'probe' },
  ],
}

interface Made extends Partial<Omit<Run, 'plan'>> {
  readonly plan?: () => Promise<Plan>
  readonly open?: () => void
  readonly changes?: readonly Change[]
  readonly findings?: readonly Finding[]
  /** What decides the plan besides. */
  readonly means?: string
}

/** A step made for these tests, of each name; its place is what `label` says. */
function stepOf(name: StepName, made: Made = {}): Step<z.ZodObject> {
  return {
    name,
    description: 'A step.',
    commands: { plan: 'plan', apply: 'apply' },
    inputs: z.object({ label: z.string().meta({ description: 'A label.' }) }),
    outputs: { own: 'Its own.' },
    asked: ({ label = '' }) => [label],
    ...(name === 'verify' ? { onlyLooks: true as const } : {}),
    open: async (given, world) => {
      const opening = new Opening(given)
      opening.read(() => made.open?.())
      const place = { target: `place ${String(opening.inputs()['label'])}`, where: {} }
      return {
        place: async () => place,
        plan: async () =>
          makePlan({
            step: name,
            ...place,
            createdAt: world.clock(),
            changes: made.changes ?? changes[name],
            findings: made.findings ?? [],
            with: { means: made.means ?? 'as shown' },
            from: {},
          }),
        apply: async (plan, _forwards, progress) => {
          for (const { address, action } of plan.changes)
            progress.record({ address, action, status: 'done', durationMs: 5 })
        },
        close: async () => undefined,
        ...made,
      }
    },
    report: (plan, outcome) => ({ own: JSON.stringify([plan?.changes.length, outcome?.results.length]) }),
  }
}

interface Pull {
  readonly number: number
  headSha: string
}

function openPull(): Pull {
  const pull = { number: ++counter, headSha: commit() }
  stage.github.openPullRequest({ ...pull, baseSha: commit(), title: 'Change', files: [] })
  return pull
}

function push(pull: Pull): void {
  pull.headSha = commit()
  stage.github.push(pull.number, pull.headSha)
}

function preview(pull: Pull, step: Step<z.ZodObject>, more: Partial<JobRun> = {}): Promise<Told> {
  const { number, headSha } = pull
  const identity = {
    ...pullRequestJob(REPOSITORY, { number, sha: headSha, runId: runId() }),
    workflow: PUBLISH,
  }
  return playJob(stage, temp, step, {
    identity,
    pullRequest: { number, headSha, baseSha: 'b'.repeat(40) },
    command: 'plan',
    permissions: WRITES,
    ...more,
    inputs: { label: 'a', ...more.inputs },
  })
}

let head = commit()

/** @returns what its merge made */
function merge({ number }: Pull): string {
  const sha = commit()
  stage.github.commit(sha, [head])
  head = sha
  stage.github.merge(number, sha, { at: new Date(Date.now() + 2_000).toISOString() })
  return sha
}

function release(sha: string, step: Step<z.ZodObject>, more: Partial<JobRun> = {}): Promise<Told> {
  const identity = pushJob(REPOSITORY, { sha, runId: runId() })
  const run = { identity, command: 'apply', permissions: WRITES, ...more }
  return playJob(stage, temp, step, { ...run, inputs: { label: 'a', ...more.inputs } })
}

const no = new Failure({
  code: 'CLUSTER_FORBIDDEN',
  what: 'The second cannot be done.',
  why: 'It is forbidden.',
  fix: 'Allow it.',
  source: { file: 'k8s/b.yaml', line: 3, column: 5 },
})
const older = new Failure({
  code: 'RELEASE_OLDER',
  what: 'It is older.',
  why: 'Later ones came.',
  fix: 'Revert.',
})

/** Does the first of two changes, and then what is said. */
const halfWay =
  (then: () => Promise<unknown>): Run['apply'] =>
  async (plan, _forwards, progress) => {
    const [first, second] = plan.changes
    if (first === undefined || second === undefined) throw new Error('there are two changes')
    progress.record({ ...first, status: 'done', durationMs: 5 })
    progress.record({ ...second, status: 'failed', durationMs: 5, message: 'It is forbidden.' })
    await then()
  }

interface Place {
  readonly told: Told
  readonly comment: string
  readonly checks: readonly {
    readonly name: string
    readonly conclusion: string
    readonly title: string
    readonly summary: string
    readonly text: string
  }[]
}

/** What is to be seen of the pull request, and of a commit. */
function seen(pull: Pull, sha: string, told: Told): Place {
  const comments = stage.github.comments(pull.number)
  expect(comments.length).toBeLessThanOrEqual(1)
  const checks = stage.github
    .checkRuns(sha)
    .map(({ name, conclusion, output }) => ({ name, conclusion, ...output }))
  return { told, comment: comments[0]?.body ?? '', checks }
}

/** Brings a step to an end of its own. */
async function bring(name: StepName, end: End): Promise<Place> {
  const pull = openPull()
  const failing = stepOf(name, { plan: () => Promise.reject(no) })
  if (end === 'planned') return seen(pull, pull.headSha, await preview(pull, stepOf(name)))
  if (end === 'plan failed') return seen(pull, pull.headSha, await preview(pull, failing))
  const idle = end === 'nothing to do' ? { changes: [] } : {}
  await preview(pull, stepOf(name, idle))
  const sha = merge(pull)
  let interrupt: (signal: string) => void = () => undefined
  const onInterrupt = (callback: (signal: string) => void) => {
    interrupt = callback
  }
  const more = { onInterrupt }
  const made: Readonly<Record<Exclude<End, 'planned' | 'plan failed'>, Made>> = {
    'nothing to do': idle,
    stale: { means: 'something else' },
    refused: { apply: () => Promise.reject(older) },
    applied: {},
    failed: { apply: halfWay(() => Promise.reject(no)) },
    cancelled: {
      apply: halfWay(() => {
        interrupt('SIGTERM')
        return Promise.reject(new Error('aborted'))
      }),
    },
  }
  return seen(pull, sha, await release(sha, stepOf(name, made[end]), { more }))
}

interface Expected {
  readonly code: 0 | 1
  /** Codes of the errors. */
  readonly errors: readonly string[]
  /** In log, step summary, and the title of the check run. */
  readonly title: (step: StepName) => RegExp
  readonly comment: (step: StepName) => RegExp
  readonly conclusion: string
  readonly changed: (step: StepName) => boolean
  /** The status in the outcome file. */
  readonly status: string | undefined
}

const done = (step: StepName, count: number) =>
  step === 'verify' ? `${count} of 2 probes passed` : `${count} of 2 changes done`
const counted = (step: StepName) =>
  step === 'provision' || step === 'deploy' ? '2 to create, 0 to delete' : '2 to run'
const row = (verdict: string, step: StepName, why: string) =>
  new RegExp(`^\\| \\S+ \\*\\*${verdict}\\*\\* \\| ${stepTitle[step]} <code>place a</code><br>${why}`, 'm')
const never = () => false

/** What each end says; the same in all steps, but for their own words. */
const expected: Readonly<Record<End, Expected>> = {
  planned: {
    code: 0,
    errors: [],
    title: (step) => new RegExp(`${stepTitle[step]}: ${counted(step)}`),
    comment: (step) => row('changes', step, counted(step)),
    conclusion: 'success',
    changed: () => true,
    status: undefined,
  },
  'nothing to do': {
    code: 0,
    errors: [],
    title: (step) => new RegExp(`${stepTitle[step]}: (there was )?nothing to do`),
    comment: (step) => row('nothing to do', step, 'the target is as it should be'),
    conclusion: 'success',
    changed: never,
    status: 'succeeded',
  },
  'plan failed': {
    code: 1,
    errors: ['CLUSTER_FORBIDDEN'],
    title: (step) => new RegExp(`${stepTitle[step]} could not be planned`),
    comment: (step) => row('plan failed', step, 'The second cannot be done\\.'),
    conclusion: 'failure',
    changed: never,
    status: undefined,
  },
  stale: {
    code: 1,
    errors: ['REVIEW_DIFFERS'],
    title: (step) =>
      new RegExp(`${stepTitle[step]}: nothing was applied. This is not what pull request #\\d+ showed`),
    comment: (step) => row('stale', step, 'What would be applied is not what'),
    conclusion: 'failure',
    changed: never,
    status: 'refused',
  },
  refused: {
    code: 1,
    errors: ['RELEASE_OLDER'],
    title: (step) => new RegExp(`${stepTitle[step]} was refused, and nothing was applied`),
    comment: (step) => row('refused', step, 'It is older\\.'),
    conclusion: 'failure',
    changed: never,
    status: 'refused',
  },
  applied: {
    code: 0,
    errors: [],
    title: (step) => new RegExp(`${stepTitle[step]}(:| succeeded)`),
    comment: (step) => row(step === 'verify' ? 'proven' : 'applied', step, done(step, 2)),
    conclusion: 'success',
    changed: (step) => step !== 'verify',
    status: 'succeeded',
  },
  failed: {
    code: 1,
    errors: ['CLUSTER_FORBIDDEN'],
    title: (step) => new RegExp(`${stepTitle[step]}(:| failed)`),
    comment: (step) => row('failed', step, `${done(step, 1)}\\. The second cannot be done\\.`),
    conclusion: 'failure',
    changed: (step) => step !== 'verify',
    status: 'failed',
  },
  cancelled: {
    code: 1,
    errors: ['CANCELLED'],
    title: (step) => new RegExp(`${stepTitle[step]}(:| was) cancelled`),
    comment: (step) => row('cancelled', step, `${done(step, 1)}\\. ${step} was cancelled`),
    conclusion: 'cancelled',
    changed: (step) => step !== 'verify',
    status: 'cancelled',
  },
}

const cases = ends.flatMap((end) => stepNames.map((step) => [end, step] as const))
const errorsPage = readFileSync(join(dirname(import.meta.dirname), '../../../docs/errors.md'), 'utf8')

describe('every end of every step says in every place what it is:', () => {
  let broughtOf: (each: (typeof cases)[number]) => Awaited<ReturnType<typeof bring>>
  beforeAll(async () => {
    // Whoever publishes waits a second before it looks at its comment again.
    broughtOf = await inTurn(cases, 8, ([end, step]) => bring(step, end))
  }, 120_000)

  test.each(cases.map((each) => [...each, each] as const))('%s, %s', (end, step, each) => {
    const { told, comment, checks } = broughtOf(each)
    const { code, errors, title, comment: shown, conclusion, changed, status } = expected[end]
    // log, annotations
    expect(told).toMatchObject({ code, errors, warnings: [], notices: [] })
    expect(told.log).toMatch(title(step))
    for (const { level, message } of told.annotations)
      if (level === 'error') expect(told.log.split(message)).toHaveLength(2)
    // step summary
    expect(told.summary).toMatch(title(step))
    expect(told.summary).not.toContain('the step summary')
    // comment
    expect(comment).toMatch(shown(step))
    expect(comment.match(/<!-- omninode:section /g)).toHaveLength(1)
    // check run
    const check = checks.at(-1)
    expect(check?.conclusion).toBe(conclusion)
    expect(check?.title).toMatch(title(step))
    expect(check?.text.startsWith('There is no review')).toBe(end !== 'planned')
    // outputs, outcome file
    expect(told.outputs['changed']).toBe(String(changed(step)))
    expect(told.outputs['own']).toMatch(/^\[/)
    expect(JSON.parse(told.outputs['summary'] ?? '')).toBeInstanceOf(Object)
    expect(told.outcome?.['status']).toBe(status)
    if (status !== undefined)
      expect(told.outcome).toMatchObject({
        step,
        target: 'place a',
        changed: changed(step),
        failures: errors.map((each) => expect.objectContaining({ code: each })),
      })
    // Every failure, with its code and its page.
    for (const failed of errors) {
      expect(errorsPage).toContain(`\n## ${failed}\n`)
      const page = `https://github.com/omninode-ai/omninode_infra/blob/main/docs/errors.md#${failed.toLowerCase()}`
      for (const place of [told.log, told.summary, comment, check?.summary]) expect(place).toContain(page)
    }
    // Rendered, every heading is one.
    for (const page of [told.summary, comment, check?.summary ?? '']) {
      const html = marked.parse(page, { gfm: true, async: false })
      const text = html.replace(/<pre>[\s\S]*?<\/pre>/g, '')
      expect(text).not.toMatch(/(^|>|\n)\s*#{1,6} /)
      expect(text).not.toMatch(/\|\s*---/)
    }
  })
})

describe('a plan that fails on a pull request', () => {
  const failed = /\*\*plan failed\*\* \| Deploy <code>place a<\/code><br>The second cannot be done/

  test('takes the place of the last commit’s section, and records no review', async () => {
    const pull = openPull()
    await preview(pull, stepOf('deploy'))
    push(pull)
    await preview(pull, stepOf('deploy', { plan: () => Promise.reject(no) }))
    const { comment, checks } = seen(pull, pull.headSha, {} as Told)
    expect(comment).toMatch(failed)
    expect(comment).not.toContain('2 to create')
    expect(comment).toContain('<samp>k8s/b.yaml<span>:</span>3<span>:</span>5</samp>')
    expect(checks.map(({ conclusion }) => conclusion)).toEqual(['failure'])
    expect(await release(merge(pull), stepOf('deploy'))).toMatchObject({ code: 1, errors: ['NOT_REVIEWED'] })
  })

  test('does so too when nothing could be opened, and gives the place back', async () => {
    const pull = openPull()
    await preview(pull, stepOf('deploy'))
    await preview(pull, stepOf('deploy'), { inputs: { label: 'b' } })
    push(pull)
    const broken = stepOf('deploy', {
      open: () => {
        throw no
      },
    })
    await preview(pull, broken)
    const first = seen(pull, pull.headSha, {} as Told)
    expect(first.comment).toMatch(
      /\*\*plan failed\*\* \| Deploy <code>a<\/code><br>The second cannot be done/,
    )
    expect(first.comment.match(/<!-- omninode:section /g)).toHaveLength(2)
    expect(first.comment).toMatch(/<code>place b<\/code>.*an earlier commit/)
    expect(first.checks).toMatchObject([{ name: 'omninode deploy: not planned: a', conclusion: 'failure' }])
    await preview(pull, stepOf('deploy'))
    const second = seen(pull, pull.headSha, {} as Told)
    expect(second.comment).toMatch(row('changes', 'deploy', '2 to create'))
    expect(second.comment).not.toContain('plan failed')
    expect(second.comment.match(/<!-- omninode:section /g)).toHaveLength(2)
    const last = new Map(second.checks.map(({ name, conclusion }) => [name, conclusion]))
    expect(Object.fromEntries(last)).toEqual({
      'omninode deploy: not planned: a': 'success',
      'omninode deploy: place a': 'success',
    })
  })

  test('with inputs that are wrong says so, with every one of them', async () => {
    const pull = openPull()
    await preview(pull, stepOf('migrate'), { inputs: { timeout: 'soon', comment: 'yes' } })
    const { comment } = seen(pull, pull.headSha, {} as Told)
    expect(comment).toContain('INPUT_INVALID')
    expect(comment).toContain('<code>timeout</code>')
  })

  test.each([
    ['a fork', { idToken: false as const }],
    ['Dependabot', {}],
  ])(
    'of %s tells it in log, summary and annotations, and what could not be published',
    async (_who, more) => {
      const pull = openPull()
      const told = await preview(pull, stepOf('deploy', { plan: () => Promise.reject(no) }), {
        permissions: READS,
        ...more,
      })
      expect(told).toMatchObject({ code: 1, errors: ['CLUSTER_FORBIDDEN'] })
      expect(told.summary).toContain('Deploy could not be planned')
      expect(told.notices).toEqual([
        expect.stringMatching(/^The check run could not be published\. GitHub refused/),
        expect.stringMatching(/^The comment could not be published\. GitHub refused/),
      ])
    },
  )

  test('of Dependabot whose token may write is told like any other', async () => {
    const pull = openPull()
    const told = await preview(pull, stepOf('deploy'))
    expect(told).toMatchObject({ code: 0, warnings: [], notices: [] })
    expect(stage.github.comments(pull.number)).toHaveLength(1)
  })
})

describe('after the merge', () => {
  test('the comment holds all steps, and what became of each', async () => {
    const pull = openPull()
    for (const name of stepNames) await preview(pull, stepOf(name))
    const sha = merge(pull)
    await release(sha, stepOf('provision'))
    await release(sha, stepOf('migrate', { apply: halfWay(() => Promise.reject(no)) }))
    const { comment } = seen(pull, sha, {} as Told)
    expect(comment.split('\n')[3]).toBe('❌ **Failed** · 1 failed · 2 with changes · 1 applied')
    expect(comment.match(/<!-- omninode:section /g)).toHaveLength(4)
    expect(comment).toContain('**Part of it is done.**')
    expect(comment).not.toContain('earlier commit')
  })

  test('an apply without the right to tell tells what could not be published, and does not fail of it', async () => {
    const pull = openPull()
    await preview(pull, stepOf('deploy'))
    const told = await release(merge(pull), stepOf('deploy'), { permissions: READS })
    expect(told).toMatchObject({ code: 0, errors: [], warnings: [] })
    expect(told.notices).toEqual([
      expect.stringMatching(/^The check run could not be published\./),
      expect.stringMatching(/^The comment could not be published\./),
    ])
    expect(stage.github.comments(pull.number)[0]?.body).toMatch(row('changes', 'deploy', '2 to create'))
  })

  test('what was refused for want of a preview says so on its pull request', async () => {
    const pull = openPull()
    const told = await release(merge(pull), stepOf('deploy'))
    expect(told).toMatchObject({ code: 1, errors: ['NOT_REVIEWED'], outputs: { changed: 'false' } })
    expect(stage.github.comments(pull.number)[0]?.body).toMatch(row('refused', 'deploy', 'Pull request'))
  })

  test('a bug half way keeps what was done', async () => {
    const pull = openPull()
    await preview(pull, stepOf('deploy'))
    const bug = halfWay(() => Promise.reject(new TypeError('x is not a function')))
    const told = await release(merge(pull), stepOf('deploy', { apply: bug }))
    expect(told).toMatchObject({
      code: 1,
      errors: ['BUG'],
      outputs: { changed: 'true', own: '[2,2]' },
      outcome: { status: 'failed', changed: true, results: [{ status: 'done' }, { status: 'failed' }] },
    })
  })

  test('what differs and is applied under `warn` is told as that', async () => {
    const pull = openPull()
    await preview(pull, stepOf('deploy'))
    const told = await release(merge(pull), stepOf('deploy', { means: 'other' }), {
      inputs: { reviewed: 'warn' },
    })
    expect(told).toMatchObject({ code: 0, outputs: { changed: 'true' } })
    const body = stage.github.comments(pull.number)[0]?.body
    expect(body).toContain('It was applied all the same')
    expect(body).toMatch(row('applied', 'deploy', '2 of 2'))
  })

  test('a cancel is told in moments, and holds up nothing, also where GitHub does not answer', async () => {
    const pull = openPull()
    await preview(pull, stepOf('deploy'))
    const sha = merge(pull)
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo // it listens on TCP
    let interrupt: (signal: string) => void = () => undefined
    const at: Record<string, number> = {}
    const identity = pushJob(REPOSITORY, { sha, runId: runId() })
    const run = {
      repository: identity.repository,
      repositoryId: identity.repositoryId,
      sha,
      ref: identity.ref,
      event: 'push',
      actor: 'a',
      id: '1',
      attempt: '1',
      url: 'https://github.com/o/r/actions/runs/1',
      repositoryUrl: 'https://github.com/o/r',
      apiUrl: stage.github.url,
      actionRepository: 'omninode-ai/omninode_infra',
    }
    const apply = halfWay(() => {
      Object.assign(run, { apiUrl: `http://127.0.0.1:${port}` })
      at['cancelled'] = performance.now()
      interrupt('SIGINT')
      return Promise.reject(new Error('aborted'))
    })
    const close = async () => {
      at['closed'] = performance.now()
    }
    const told = await release(sha, stepOf('deploy', { apply, close }), {
      identity,
      more: {
        run,
        onInterrupt: (callback) => {
          interrupt = callback
        },
      },
    })
    const ended = performance.now()
    silent.closeAllConnections()
    silent.close()
    expect(told).toMatchObject({ code: 1, errors: ['CANCELLED'], outcome: { status: 'cancelled' } })
    expect((at['closed'] ?? 0) - (at['cancelled'] ?? 0)).toBeLessThan(1_000)
    expect(ended - (at['cancelled'] ?? 0)).toBeLessThan(5_000)
    expect(told.notices.join('\n')).toContain('could not be published')
  })
})

describe('the log', () => {
  const found = (severity: Finding['severity'], index: number) =>
    finding({ rule: 'r', severity, verdict: 'fail', message: `m${index}.`, why: 'w', fix: 'f' }, `s${index}`)

  test('tells a finding once, and those that are not annotated as well', async () => {
    const findings = Array.from({ length: 12 }, (_, index) => found('warning', index))
    const told = await preview(openPull(), stepOf('deploy', { findings }))
    for (let index = 0; index < 12; index++) expect(told.log.split(`m${index}.`)).toHaveLength(2)
    expect(told.warnings).toHaveLength(10)
  })

  test.each([true, false])('has colours where they are seen: %s', async (colour) => {
    const told = await preview(openPull(), stepOf('deploy'), { more: { colour } })
    expect(told.log.includes('\u001b[32m')).toBe(colour)
  })
})
