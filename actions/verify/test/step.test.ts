import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Plan } from '#toolkit/model/plan.ts'
import { compareWithReview, reviewOf } from '#toolkit/model/review.ts'
import { inputsOf } from '#toolkit/runtime/run.ts'
import { openStep, problemsOf } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import type { World } from '#toolkit/world/world.ts'
import { step } from '../src/step.ts'
import { createCheckout } from './checkout.ts'

const good = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {COLOR: blue}\n'
const bad = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: weak\n'
const showing = {
  repositoryId: '123456',
  pullRequest: 7,
  commit: 'b'.repeat(40),
  run: '4711',
  salt: '0123456789abcdef0123456789abcdef',
}
const clock = () => new Date('2026-11-24T12:00:00Z')

async function planned(
  inputs: Readonly<Record<string, string>>,
  command: 'policy' | 'live',
  world: World,
): Promise<Plan> {
  return (await openStep(step, command, inputs, world)).plan()
}

function preflight(
  files: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
  command: string,
  env: Readonly<Record<string, string>> = {},
) {
  const { world } = createTestWorld({ workspace: createCheckout(files), env })
  return problemsOf(openStep(step, command, given, world))
}

describe('planning', () => {
  test('gives the findings, and a change for each probe that would run', async () => {
    const { world } = createTestWorld({ workspace: createCheckout({ 'k8s/a.yaml': bad }), clock })
    const targets = 'http https://example.com/ expect 200\nrollout onex-dev/Deployment/onex-api'
    const plan = await planned({ targets }, 'policy', world)
    expect(plan.target).toBe(
      'repository 123456, proven by http https://example.com/, rollout onex-dev/Deployment/onex-api',
    )
    expect(plan.findings).toEqual([
      expect.objectContaining({
        rule: 'restricted-namespace',
        severity: 'error',
        verdict: 'fail',
        source: { file: 'k8s/a.yaml', line: 4, column: 3 },
      }),
    ])
    expect(plan.changes.map(({ action, address }) => [action, address])).toEqual([
      ['run', 'http https://example.com/'],
      ['run', 'rollout onex-dev/Deployment/onex-api'],
    ])
    expect(step.report(plan, undefined)).toEqual({ findings: '1', passed: '', failed: '' })
  })

  test('is the same plan for policy and live, so that live runs what the pull request showed', async () => {
    const { world } = createTestWorld({ workspace: createCheckout({ 'k8s/a.yaml': good }), clock })
    const given = { targets: 'http https://example.com/ expect 401' }
    const reviewed = await planned(given, 'policy', world)
    const live = await planned(given, 'live', world)
    expect(live.digest).toBe(reviewed.digest)
  })

  test.each([
    ['weakened', 'http https://example.com/ expect 401,200'],
    ['removed', '# nothing'],
    ['pointed elsewhere', 'http https://example.org/ expect 401'],
  ])('lets a review notice that a probe was %s', async (_how, targets) => {
    const { world } = createTestWorld({ workspace: createCheckout({ 'k8s/a.yaml': good }), clock })
    const reviewed = await planned({ targets: 'http https://example.com/ expect 401' }, 'policy', world)
    const live = await planned({ targets }, 'policy', world)
    expect((await compareWithReview(live, await reviewOf(reviewed, showing))).verdict).toBe('different')
  })

  test('tells two scopes of one pull request apart', async () => {
    const { world } = createTestWorld({
      workspace: createCheckout({ 'a/a.yaml': good, 'b/b.yaml': good }),
      clock,
    })
    const plan = await planned({ paths: 'a\nb' }, 'policy', world)
    expect(plan.target).toBe('a, b of repository 123456')
  })
})

describe('looking at the inputs', () => {
  test('has nothing to say when all is well', async () => {
    expect(await preflight({ 'k8s/a.yaml': good }, {}, 'policy')).toEqual([])
    const given = {
      targets: 'http env:API/ header x-api-key env:KEY expect 200\nmigration-head db',
      'database-url': 'postgres://u@db/x',
    }
    expect(await preflight({ 'k8s/a.yaml': good }, given, 'live', { API: 'http://api', KEY: 'k' })).toEqual(
      [],
    )
  })

  test('does not ask for what only live needs when there is only the policy to judge', async () => {
    const targets = 'http env:API/ header x-api-key env:KEY expect 200\nmigration-head db\nrollout a/Job/b'
    expect(await preflight({ 'k8s/a.yaml': good }, { targets }, 'policy')).toEqual([])
    const secret = { targets, 'database-secret': 'data/database', 'database-auth': 'aws-iam' }
    expect(await preflight({ 'k8s/a.yaml': good }, secret, 'policy')).toEqual([])
  })

  test('refuses to look at nothing: that would be a pass that says nothing', async () => {
    const [problem] = await preflight({ 'README.md': '' }, {}, 'policy')
    expect(problem).toMatchObject({ code: 'NOTHING_TO_VERIFY' })
    const [empty] = await preflight({ 'docs/a.md': '' }, { paths: 'docs' }, 'policy')
    expect(empty?.what).toBe('There is nothing to judge in docs.')
  })

  test('refuses a live without targets', async () => {
    const [problem] = await preflight({ 'k8s/a.yaml': good }, { targets: '# later' }, 'live')
    expect(problem).toMatchObject({ code: 'TARGETS_MISSING' })
  })

  test('tells everything that is wrong at once', async () => {
    const problems = await preflight(
      { 'k8s/a.yaml': 'a: [', 'k8s/b.yaml': good },
      {
        targets: 'http env:API/ header x-api-key env:KEY expect 200\nrollout a/Job/b\nmigration-head db',
      },
      'live',
      { KEY: 'two\nlines' },
    )
    expect(problems.map(({ code }) => code)).toEqual([
      'YAML_SYNTAX',
      'TARGET_ADDRESS',
      'TARGET_CREDENTIAL',
      'INPUT_INVALID',
      'INPUT_MISSING',
    ])
    const wrong = await preflight(
      { 'k8s/b.yaml': good },
      { targets: 'http x\nping y', 'database-url': 'mysql://u:not-a-real-password@db/x' },
      'live',
    )
    expect(wrong.map(({ code }) => code)).toEqual(['TARGET_INVALID', 'TARGET_INVALID', 'DATABASE_URL'])
    expect(JSON.stringify(wrong.map(String))).not.toContain('not-a-real-password')
  })
})

test('the inputs are those of every action and its own', () => {
  expect(Object.keys(inputsOf(step).shape)).toEqual(
    expect.arrayContaining(['command', 'paths', 'targets', 'api-server', 'database-url', 'reviewed']),
  )
})

test('starting loads nothing that only some runs need: no database client, no TLS, no cluster', () => {
  const root = join(import.meta.dirname, '../../..')
  const loaded = new Set<string>()
  const load = (file: string) => {
    if (loaded.has(file)) return
    loaded.add(file)
    if (!file.endsWith('.ts')) return
    const statements = readFileSync(join(root, file), 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm,
    )
    for (const [, specifier = ''] of statements)
      load(specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier.replace(/^#/, ''))
  }
  load('actions/verify/src/step.ts')
  expect([...loaded]).toEqual(expect.arrayContaining(['actions/verify/src/probes/http.ts', 'zod']))
  const heavy =
    /^(?:pg|js-yaml|node:(?:http|https|http2|net|tls))$|^toolkit\/(?:kubernetes|postgres|manifests|migrations|transport)\//
  // What an API server's refusal, the inputs of a database and the name of a history are, is known without a client.
  const light = [
    'toolkit/kubernetes/error.ts',
    'toolkit/migrations/history-table.ts',
    'toolkit/migrations/migration.ts',
    'toolkit/postgres/inputs.ts',
  ]
  expect([...loaded].filter((file) => heavy.test(file) && !light.includes(file))).toEqual([])
})
