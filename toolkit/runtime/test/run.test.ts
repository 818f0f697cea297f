import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { commandIn, linesOf } from '#sandbox/runner/commands.ts'
import { duration, text } from '../../action/inputs.ts'
import { Opening } from '../../action/opening.ts'
import type { Run, Step } from '../../action/step.ts'
import { Failure } from '../../model/failure.ts'
import { finding } from '../../model/finding.ts'
import { makePlan } from '../../model/plan.ts'
import type { World } from '../../world/world.ts'
import type { Host } from '../host.ts'
import { runPost } from '../post.ts'
import { runAction } from '../run.ts'

const now = new Date('2026-11-24T12:00:00Z')
let temp: string
let printed: string[]
let annotations: { level: string; title: string | undefined; message: string }[]
let outputs: Record<string, string>
let state: Record<string, string>
let summary: string
let codes: number[]
let interrupt: (signal: string) => void
let crash: (error: unknown) => void

beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'omninode-run-'))
  printed = []
  annotations = []
  outputs = {}
  state = {}
  summary = ''
  codes = []
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

function host(inputs: Record<string, string>, more: Partial<Host> = {}): Host {
  return {
    problems: [],
    clock: () => now,
    random: () => 0,
    inputs: { reviewed: 'off', ...inputs },
    state,
    childEnvironment: {},
    run: {
      repository: 'omninode-ai/omninode_infra',
      repositoryId: '1',
      sha: '0'.repeat(40),
      ref: 'refs/heads/main',
      event: 'push',
      actor: 'octocat',
      id: '1',
      attempt: '1',
      url: 'https://github.com/omninode-ai/omninode_infra/actions/runs/1',
      repositoryUrl: 'https://github.com/omninode-ai/omninode_infra',
      // None: what would be asked of GitHub fails at once, and nothing waits for it.
      apiUrl: '',
      actionRepository: 'omninode-ai/omninode_infra',
    },
    machine: { platform: 'linux', arch: 'x64', uid: 1_000 },
    workspace: temp,
    temp,
    debug: false,
    mayRequestIdToken: false,
    annotatesApart: true,
    colour: false,
    width: undefined,
    artifacts: undefined,
    idToken: () => Promise.reject(new Error('never asked for')),
    print: (line) => void printed.push(line),
    startGroup: () => undefined,
    endGroup: () => undefined,
    annotate: (level, message, _source, title) => void annotations.push({ level, title, message }),
    mask: () => undefined,
    setOutput: (name, value) => {
      outputs[name] = value
    },
    saveState: (name, value) => {
      state[name] = value
    },
    appendSummary: (markdown) => {
      summary += markdown() ?? ''
    },
    onInterrupt: (callback) => {
      interrupt = callback
    },
    onCrash: (callback) => {
      crash = callback
    },
    exit: (code) => void codes.push(code),
    ...more,
  }
}

/** A run whose GitHub does not answer: what is asked of it is asked again for seconds. */
const outOfReach = (): Host['run'] => ({ ...host({}).run, apiUrl: 'http://127.0.0.1:1' })

const inputs = z.object({ label: text('A label.'), wait: duration('A wait.', '1s') })

interface Fake extends Partial<Run> {
  readonly problems?: readonly Failure[]
}

const planned = (name: string) =>
  makePlan({
    step: 'deploy',
    target: 'test',
    createdAt: now,
    changes: [{ action: 'create', kind: 'thing', address: `thing/${name}` }],
    where: {},
    with: {},
    from: {},
  })

function step(fake: Fake | ((world: World) => Fake) = {}): Step<typeof inputs> {
  return {
    name: 'deploy',
    description: 'A step.',
    commands: { plan: 'plan', apply: 'apply' },
    inputs,
    outputs: { made: 'What was made.' },
    asked: ({ label = '' }) => [label],
    open: async (given, world) => {
      const { problems = [], ...run } = typeof fake === 'function' ? fake(world) : fake
      const opening = new Opening(given)
      opening.add(...problems)
      const { label } = opening.inputs()
      return {
        place: async () => ({ target: 'test', where: {} }),
        plan: async () => planned(label),
        apply: async (_plan, _forwards, progress) =>
          progress.record({ address: 'thing/a', action: 'create', status: 'done', durationMs: 1 }),
        close: async () => undefined,
        ...run,
      }
    },
    report: (_plan, outcome) => ({ made: String(outcome?.results.length ?? 0) }),
  }
}

const errors = () => annotations.filter(({ level }) => level === 'error').map(({ title }) => title)

test('an apply gives its outputs, and its plan and outcome as files without a change of theirs', async () => {
  await runAction(step(), host({ command: 'apply', label: 'a' }))
  expect(codes).toEqual([0])
  expect(outputs).toMatchObject({ changed: 'true', made: '1', summary: '{"create":1}' })
  expect(JSON.parse(readFileSync(outputs['plan'] ?? '', 'utf8'))).toMatchObject({ digest: outputs['digest'] })
  expect(JSON.parse(readFileSync(outputs['outcome'] ?? '', 'utf8'))).toMatchObject({ status: 'succeeded' })
  expect(summary).toMatch(/1 to create/)
})

test('a plan applies nothing', async () => {
  const apply = () => Promise.reject(new Error('never applied'))
  await runAction(step({ apply }), host({ command: 'plan', label: 'a' }))
  expect(codes).toEqual([0])
  expect(outputs).toMatchObject({ changed: 'true', made: '0' })
  expect(outputs['outcome']).toBeUndefined()
})

test('a plan without changes needs no review and no apply', async () => {
  const empty = {
    step: 'deploy',
    target: 'test',
    createdAt: now,
    changes: [],
    where: {},
    with: {},
    from: {},
  } as const
  const apply = () => Promise.reject(new Error('never applied'))
  const given = host(
    { command: 'apply', label: 'a', reviewed: 'required', 'github-token': 'ghs_x' },
    { mayRequestIdToken: true, run: outOfReach() },
  )
  await runAction(step({ plan: async () => makePlan(empty), apply }), given)
  expect(codes).toEqual([0])
  expect(outputs['changed']).toBe('false')
})

describe('a target that nothing is to be done to', () => {
  const still = makePlan({
    step: 'deploy',
    target: 'test',
    createdAt: now,
    changes: [],
    where: {},
    with: {},
    from: {},
  })
  const unwell = new Failure({ code: 'NOT_WELL', what: 'It is not well.' })
  const plan = async () => still
  const prove = () => Promise.reject(unwell)

  test('is looked at before an apply says so, and one that is not well fails it', async () => {
    await runAction(step({ plan, prove }), host({ command: 'apply', label: 'a' }))
    expect(codes).toEqual([1])
    expect(errors()).toEqual(['NOT_WELL'])
    expect(printed.join('\n')).not.toContain('Deploy: nothing to do (test, changed=false)')
    expect(outputs).toMatchObject({ changed: 'false', made: '0' })
  })

  test.each([
    ['a plan', { command: 'plan' }],
    ['a dry run', { command: 'apply', 'dry-run': 'true' }],
  ])('is not waited for by %s, which says what it found', async (_which, given) => {
    await runAction(step({ plan, prove }), host({ ...given, label: 'a' }))
    expect(codes).toEqual([0])
  })

  test('is not proven where something is to be done: that is waited for when it is', async () => {
    await runAction(step({ prove }), host({ command: 'apply', label: 'a' }))
    expect(codes).toEqual([0])
  })

  test('is not noted as released when it is not well', async () => {
    const released = makePlan({
      step: 'deploy',
      target: 'test',
      createdAt: now,
      changes: [],
      where: {},
      with: {},
      from: {},
      released: { '': { commit: '1'.repeat(40), run: '1' } },
    })
    const noted: string[] = []
    const remember = async (parts: readonly string[]) => void noted.push(...parts)
    const given = host(
      { command: 'apply', label: 'a', reviewed: 'warn', 'github-token': 'ghs_x' },
      { mayRequestIdToken: true },
    )
    await runAction(step({ plan: async () => released, prove, remember }), given)
    expect(codes).toEqual([1])
    expect(noted).toEqual([])
  })
})

test('a plan without changes lets nobody note anything where nobody looks', async () => {
  const remember = () => Promise.reject(new Error('never noted'))
  const still = makePlan({
    step: 'deploy',
    target: 'test',
    createdAt: now,
    changes: [],
    where: {},
    with: {},
    from: {},
    released: { '': { commit: '1'.repeat(40), run: '1' } },
  })
  await runAction(step({ plan: async () => still, remember }), host({ command: 'apply', label: 'a' }))
  expect(codes).toEqual([0])
})

test('all that is wrong is told at once: the machine, the inputs, and what the step itself sees', async () => {
  const problems = [new Failure({ code: 'NO_TOOL', what: 'A tool is missing.' })]
  const plan = () => Promise.reject(new Error('never planned'))
  await runAction(
    step({ problems, plan }),
    host({ command: 'apply', wait: 'soon', labl: 'a', reviewed: 'required' }),
  )
  expect(codes).toEqual([1])
  expect(errors().sort()).toEqual([
    'ID_TOKEN_PERMISSION',
    'INPUT_INVALID',
    'INPUT_MISSING',
    'INPUT_UNKNOWN',
    'NO_TOOL',
    'REVIEW_TOKEN',
  ])
})

test('a finding of severity error keeps a plan from being applied', async () => {
  const parts = { rule: 'r', severity: 'error', verdict: 'fail', message: 'm', why: 'w', fix: 'f' } as const
  const plan = async () =>
    makePlan({
      step: 'deploy',
      target: 'test',
      createdAt: now,
      changes: [{ action: 'create', kind: 'thing', address: 'thing/a' }],
      findings: [finding(parts, 'thing')],
      where: {},
      with: {},
      from: {},
    })
  const apply = () => Promise.reject(new Error('never applied'))
  await runAction(step({ plan, apply }), host({ command: 'apply', label: 'a' }))
  expect(codes).toEqual([1])
  expect(errors()).toContain('FINDINGS')
  expect(outputs['changed']).toBe('false')
})

test('what should not happen is shown as a bug, with its stack', async () => {
  const plan = () => Promise.reject(new TypeError('x is not a function'))
  await runAction(step({ plan }), host({ command: 'plan', label: 'a' }))
  expect(codes).toEqual([1])
  expect(annotations[0]).toMatchObject({
    title: 'BUG',
    message: expect.stringContaining('x is not a function'),
  })
  expect(printed.join('\n')).toMatch(/TypeError: x is not a function\n +at /)
})

test.each([
  ['a cancel', 'CANCELLED', {}],
  ['the time-out', 'TIMEOUT', { timeout: '1s' }],
])('%s aborts what is under way', async (_what, code, more) => {
  const waiting = step(({ signal }) => ({
    apply: () =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        if (code === 'CANCELLED') interrupt('SIGINT')
      }),
  }))
  await runAction(waiting, host({ command: 'apply', label: 'a', ...more }))
  expect(codes).toEqual([1])
  expect(errors()).toEqual([code])
})

test('post removes what the step kept, whatever the step itself does there', async () => {
  const keeping = step(({ temp: own }) => ({
    plan: () => {
      writeFileSync(join(own, 'plan.bin'), 'x')
      return Promise.reject(new Failure({ code: 'NO', what: 'No.' }))
    },
  }))
  await runAction(keeping, host({ command: 'plan', label: 'a' }))
  expect(readdirSync(state['temp'] ?? '')).toEqual(['plan.bin'])
  await runPost('deploy', host({}), () => Promise.reject(new Error('not now')))
  expect(existsSync(state['temp'] ?? '')).toBe(false)
})

test('an error that nobody caught is told as a bug, and its text commands no runner; the run is closed and ended', async () => {
  let closed = 0
  const given = host({ command: 'apply', label: 'a' })
  const ended = new Promise<number>((resolve) => {
    given.exit = (code) => resolve(code)
  })
  const apply = () => {
    crash(new Error('lost\n::add-mask::a\n##[error]b'))
    return new Promise<never>(() => undefined)
  }
  void runAction(step({ apply, close: async () => void closed++ }), given)
  expect(await ended).toBe(1)
  expect(closed).toBe(1)
  expect(errors()).toEqual(['BUG'])
  const told = [...printed, ...annotations.map(({ message }) => message)].join('\n')
  expect(told).toContain('lost')
  expect(linesOf(told).flatMap((line) => commandIn(line) ?? [])).toEqual([])
})

describe('post', () => {
  const made = () => {
    mkdirSync(join(temp, 'omninode'), { recursive: true })
    return mkdtempSync(join(temp, 'omninode', 'deploy-'))
  }
  const link = (to: string) => {
    mkdirSync(join(temp, 'omninode'), { recursive: true })
    const path = join(temp, 'omninode', 'deploy-abcDEF')
    symlinkSync(to, path)
    return path
  }
  let finished: boolean
  const post = () =>
    runPost('deploy', host({}), async () => {
      finished = true
    })
  beforeEach(() => {
    finished = false
  })

  test.each<[string, () => string]>([
    ['the root of the machine', () => '/'],
    ['a folder above', () => join(temp, 'omninode', '..')],
    ['a folder above by a relative path', () => '..'],
    ['the folder of all steps', () => join(temp, 'omninode')],
    ['a folder beneath its own', () => join(made(), 'inner')],
    ['a folder beside', () => join(temp, 'checkout')],
    ['a way out behind its own', () => `${made()}/../../checkout`],
    ['a link to another folder', () => link(join(temp, 'checkout'))],
    ['the folder of another step', () => mkdtempSync(join(dirname(made()), 'migrate-'))],
    ['the plan of its own step', () => mkdtempSync(join(dirname(made()), 'deploy-plan-'))],
    [
      'a file',
      () => {
        const path = join(dirname(made()), 'deploy-file00')
        writeFileSync(path, '')
        return path
      },
    ],
  ])('removes nothing when its state names %s', async (_what, named) => {
    mkdirSync(join(temp, 'checkout/inner'), { recursive: true })
    const kept = named()
    mkdirSync(join(temp, 'omninode'), { recursive: true })
    if (kept.endsWith('/inner')) mkdirSync(kept)
    state['temp'] = kept
    await post()
    expect(errors()).toEqual(['STATE_NOT_OWN'])
    expect(codes).toEqual([1])
    expect(finished).toBe(false)
    expect(existsSync(kept)).toBe(true)
    expect(existsSync(join(temp, 'checkout/inner'))).toBe(true)
  })

  test('removes nothing through a link in the place of the folder of all steps', async () => {
    mkdirSync(join(temp, 'elsewhere'))
    symlinkSync(join(temp, 'elsewhere'), join(temp, 'omninode'))
    state['temp'] = mkdtempSync(join(temp, 'omninode', 'deploy-'))
    await post()
    expect(errors()).toEqual(['STATE_NOT_OWN'])
    expect(existsSync(state['temp'])).toBe(true)
  })

  test('follows no link within what it removes, and ends the process', async () => {
    mkdirSync(join(temp, 'checkout'))
    writeFileSync(join(temp, 'checkout/kept'), '')
    state['temp'] = made()
    symlinkSync(join(temp, 'checkout'), join(state['temp'], 'link'))
    await post()
    expect(finished).toBe(true)
    expect(codes).toEqual([0])
    expect(existsSync(state['temp'])).toBe(false)
    expect(existsSync(join(temp, 'checkout/kept'))).toBe(true)
  })

  test('has nothing to do for a folder that is gone', async () => {
    state['temp'] = join(temp, 'omninode', 'deploy-abcDEF')
    await post()
    expect([codes, errors()]).toEqual([[0], []])
  })

  test('removes what was kept also when it fails, and says so', async () => {
    state['temp'] = made()
    await runPost('deploy', host({}), () => Promise.reject(new Failure({ code: 'NO', what: 'No.' })))
    expect([codes, errors()]).toEqual([[1], ['NO']])
    expect(existsSync(state['temp'])).toBe(false)
  })
})

describe('the deadline covers the opening', () => {
  const hanging = (heed: boolean) => ({
    ...step(),
    open: (_given: unknown, world: World) =>
      new Promise<never>((_resolve, reject) => {
        if (heed) world.signal.addEventListener('abort', () => reject(world.signal.reason))
      }),
  })

  test.each([true, false])('of a step that heeds a signal: %s', async (heed) => {
    await runAction(hanging(heed), host({ command: 'plan', name: 'a', timeout: '1s' }))
    expect([codes, errors()]).toEqual([[1], ['TIMEOUT']])
  })

  test('and a cancel ends it', async () => {
    const given = host({ command: 'plan', name: 'a' })
    const running = runAction(hanging(false), given)
    interrupt('SIGINT')
    await running
    expect([codes, errors()]).toEqual([[1], ['CANCELLED']])
  })
})

describe('a run is closed once', () => {
  const refusal = new Failure({ code: 'NO', what: 'No.' })
  test.each<[string, Fake, number]>([
    ['after it was applied', {}, 0],
    ['when its plan fails', { plan: () => Promise.reject(refusal) }, 1],
    ['when its apply fails', { apply: () => Promise.reject(refusal) }, 1],
    ['when its plan cannot be kept', { publish: () => Promise.reject(refusal) }, 1],
    ['when it cannot even be closed', { close: () => Promise.reject(refusal) }, 1],
  ])('%s', async (_when, fake, code) => {
    let closed = 0
    const close = () => {
      closed++
      return fake.close?.() ?? Promise.resolve()
    }
    await runAction(step({ ...fake, close }), host({ command: 'apply', label: 'a' }))
    expect(codes).toEqual([code])
    expect(errors()).toEqual(code === 0 ? [] : ['NO'])
    expect(closed).toBe(1)
  })

  test('when its review is refused', async () => {
    let closed = 0
    const close = async () => void closed++
    const apply = () => Promise.reject(new Error('never applied'))
    const given = { command: 'apply', label: 'a', reviewed: 'required', 'github-token': 'ghs_x' }
    await runAction(step({ apply, close }), host(given, { mayRequestIdToken: true }))
    expect(codes).toEqual([1])
    expect(closed).toBe(1)
  })
})

describe('pull_request_target', () => {
  test.each(['plan', 'apply'])('keeps %s from being opened at all', async (command) => {
    const run = { ...host({}).run, event: 'pull_request_target' }
    const plan = () => Promise.reject(new Error('never planned'))
    await runAction(step({ plan }), host({ command, label: 'a' }, { run }))
    expect(codes).toEqual([1])
    expect(errors()).toEqual(['EVENT_UNTRUSTED'])
    expect(annotations[0]?.message).toContain('`on: pull_request`')
  })
})

test.each([
  ['required', ['ID_TOKEN_PERMISSION'], 1],
  ['off', [], 0],
])(
  'without ID tokens an apply with `reviewed: %s` says so before anything is planned, or needs none',
  async (reviewed, told, code) => {
    await runAction(step(), host({ command: 'apply', label: 'a', reviewed, 'github-token': 'ghs_x' }))
    expect(errors()).toEqual(told)
    expect(codes).toEqual([code])
    expect(outputs['digest'] === undefined).toBe(code === 1)
  },
)

test('a plan needs no ID tokens', async () => {
  await runAction(
    step(),
    host({ command: 'plan', label: 'a', reviewed: 'required', 'github-token': 'ghs_x' }),
  )
  expect(codes).toEqual([0])
})

test('a place that cannot be told ends an apply before its plan', async () => {
  const place = () => Promise.reject(new Failure({ code: 'NO_PLACE', what: 'Nowhere.' }))
  const plan = () => Promise.reject(new Error('never planned'))
  const given = { command: 'apply', label: 'a', reviewed: 'required', 'github-token': 'ghs_x' }
  // Nor does it keep the run from its end that GitHub is out of reach.
  await runAction(step({ place, plan }), host(given, { mayRequestIdToken: true, run: outOfReach() }))
  expect(errors()).toEqual(['NO_PLACE'])
  expect(codes).toEqual([1])
})

test('where nobody looks, what the target remembers still says which command it was', async () => {
  const next: string[] = []
  const apply: Run['apply'] = async (_plan, forwards) => {
    next.push(forwards.next.run)
    await forwards.allow('', { commit: 'f'.repeat(40), run: '9' })
  }
  const commands = { plan: 'plan', apply: 'apply', rollback: 'apply' } as const
  const both = { ...step({ apply }), commands, approvedElsewhere: ['rollback'] }
  for (const command of ['apply', 'rollback']) await runAction(both, host({ command, label: 'a' }))
  expect(next).toEqual(['1', 'rollback 1'])
})

test('what a plan keeps for its apply is kept before the plan is shown, and not by a dry run', async () => {
  const kept: string[] = []
  const publish = async () => void kept.push(`kept, after ${Object.keys(outputs).length} outputs`)
  await runAction(step({ publish }), host({ command: 'plan', label: 'a' }))
  expect(kept).toEqual(['kept, after 3 outputs'])
  await runAction(step({ publish }), host({ command: 'plan', label: 'a', 'dry-run': 'true' }))
  expect(kept).toHaveLength(1)
})
