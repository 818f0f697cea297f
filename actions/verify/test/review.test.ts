/** What `live` proves is what the pull request's `policy` showed: every ingredient changed alone is noticed. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Plan } from '#toolkit/model/plan.ts'
import { compareWithReview, type Review, reviewOf } from '#toolkit/model/review.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld, type TestWorldOptions } from '#toolkit/world/test/world.ts'
import { step } from '../src/step.ts'
import { createCheckout } from './checkout.ts'

const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {COLOR: blue}\n'
const files = {
  'k8s/a.yaml': manifest,
  'k8s/b.yaml': manifest.replace('name: a', 'name: b'),
  '.github/workflows/ci.yml': 'on: push\npermissions: {}\njobs: {}\n',
  'db/0001_first.up.sql': 'SELECT 1;\n',
  'db/0001_first.down.sql': 'SELECT 1;\n',
  'db/0002_second.up.sql': 'SELECT 2;\n',
  'db/0002_second.down.sql': 'SELECT 2;\n',
}
const targets = [
  'rollout dev/Deployment/api',
  'http https://api.example.com/health expect 200',
  'http env:API/me header x-api-key env:API_KEY expect 200',
  'migration-head db',
]
const inputs: Readonly<Record<string, string>> = {
  targets: targets.join('\n'),
  'api-server': 'https://cluster.example.com:6443',
  'database-url': 'postgres://prover:not-a-real-password@db.example.com/omninode',
}
const env = { API: 'https://api.example.com', API_KEY: 'not-a-real-key' }
const showing = {
  repositoryId: '123456',
  pullRequest: 7,
  commit: 'b'.repeat(40),
  run: '4711',
  salt: '0123456789abcdef0123456789abcdef',
}

interface Given {
  readonly more?: Readonly<Record<string, string>>
  readonly options?: Partial<TestWorldOptions>
  readonly change?: (workspace: string) => void
}

async function planned(
  command: 'policy' | 'live',
  { more = {}, options = {}, change }: Given = {},
  reviewed?: Review,
): Promise<Plan> {
  const workspace = createCheckout(files)
  change?.(workspace)
  const idToken = async () => 'not-a-real-token'
  const { world } = createTestWorld({ workspace, env, idToken, ...options })
  const given = Object.fromEntries(Object.entries({ ...inputs, ...more }).filter(([, text]) => text !== ''))
  const run = await openStep(step, command, given, world)
  try {
    return await run.plan(reviewed)
  } finally {
    await run.close()
    rmSync(workspace, { recursive: true, force: true })
  }
}

const shown = async (given: Given) => reviewOf(await planned('policy', given), showing)
/** What most tests compare with: planned and hashed once. */
/** What a run with nothing else given showed: planned and hashed once. */
let review: Review
beforeAll(async () => {
  review = await shown({})
})

async function comparedLive(given: Given, review: Review) {
  const { verdict, differences } = await compareWithReview(await planned('live', given, review), review)
  const told = differences.map(
    ({ address, what, detail }) => `${address}: ${what}${detail === undefined ? '' : ` (${detail})`}`,
  )
  return { verdict, told }
}

const edit = (file: string, text: string) => (workspace: string) => writeFileSync(join(workspace, file), text)
const lines = (...given: readonly string[]) => ({ more: { targets: given.join('\n') } })
const [rollout = '', health = '', me = '', head = ''] = targets
const place = 'another place than was reviewed'
const bytes = 'other bytes than were reviewed'
const not = 'not as it was reviewed'
const secret = 'a sensitive value differs from the review'
const meAddress = 'http env:API/me with x-api-key'

test('a review says which repository, rules, files and probes, and nothing of a secret', async () => {
  expect(review.where).toEqual({
    repository: '123456',
    paths: [],
    targets: [meAddress, 'http https://api.example.com/health', 'migration-head db', rollout].sort(),
  })
  expect(review.with).toMatchObject({
    'rule no-latest-tag': 'error',
    'rule unseen': 'warning',
    [`probe ${meAddress}`]: me,
    'probe migration-head db': head,
  })
  expect(Object.keys(review.from).sort()).toEqual([
    '.github/workflows/ci.yml',
    'db/0001_first.up.sql',
    'db/0002_second.up.sql',
    'k8s/a.yaml',
    'k8s/b.yaml',
    'order of db',
  ])
  expect(Object.values(review.from).every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
  expect(
    review.changes.filter(({ sensitive }) => sensitive !== undefined).map(({ address }) => address),
  ).toEqual([rollout, meAddress, 'migration-head db'])
  expect(JSON.stringify([review, await planned('policy')])).not.toMatch(/not-a-real/)
})

describe('every ingredient that changes alone is refused, and named', () => {
  test.each<[string, Given, string[]]>([
    [
      'another repository of the same name',
      { options: { run: { repositoryId: '999' } } },
      [`where: repository: ${place} (123456 → 999)`],
    ],
    [
      'other paths',
      { more: { paths: 'k8s' } },
      [`where: paths: ${place} ([] → ["k8s"])`, `from: .github/workflows/ci.yml: ${bytes}`],
    ],
    [
      'a probe that was weakened',
      lines(rollout, health.replace('200', '200,404'), me, head),
      [`with: probe http https://api.example.com/health: ${not} (${health} → ${health},404)`],
    ],
    [
      'a probe that was removed',
      lines(rollout, health, head),
      [`where: targets: ${place}`, `${meAddress}: reviewed, but no longer planned`],
    ],
    [
      'a probe more',
      lines(...targets, 'http https://api.example.com/more expect 200'),
      [`where: targets: ${place}`, 'http https://api.example.com/more: not reviewed'],
    ],
    [
      'a probe that looks elsewhere',
      lines(rollout, health.replace('.com', '.org'), me, head),
      [`where: targets: ${place}`, 'http https://api.example.org/health: not reviewed'],
    ],
    [
      'a probe of another workload',
      lines(rollout.replace('/api', '/web'), health, me, head),
      [`where: targets: ${place}`, 'rollout dev/Deployment/web: not reviewed'],
    ],
    [
      'a header from another variable',
      lines(rollout, health, me.replace('env:API_KEY', 'env:API'), head),
      [`${meAddress}: differs from the review`],
    ],
    [
      "another history's table",
      lines(rollout, health, me, `${head} history other.history`),
      [
        `with: probe migration-head db: ${not} (${head} → ${head} history other.history)`,
        'migration-head db: differs from the review',
      ],
    ],
    [
      'a manifest',
      { change: edit('k8s/a.yaml', manifest.replace('blue', 'red')) },
      [`from: k8s/a.yaml: ${bytes}`],
    ],
    [
      'a comment in a file',
      { change: edit('k8s/a.yaml', `${manifest}# why\n`) },
      [`from: k8s/a.yaml: ${bytes}`],
    ],
    [
      'a file more',
      { change: edit('k8s/c.yaml', manifest.replace('name: a', 'name: c')) },
      [`from: k8s/c.yaml: ${bytes}`],
    ],
    ['a file less', { change: (root) => rmSync(join(root, 'k8s/b.yaml')) }, [`from: k8s/b.yaml: ${bytes}`]],
    [
      'a workflow',
      { change: edit('.github/workflows/ci.yml', 'on: pull_request\npermissions: {}\njobs: {}\n') },
      [`from: .github/workflows/ci.yml: ${bytes}`],
    ],
    [
      'a migration that the database is compared with',
      { change: edit('db/0002_second.up.sql', 'SELECT 3;\n') },
      [`from: db/0002_second.up.sql: ${bytes}`],
    ],
    [
      'a newer migration',
      {
        change: (root) => {
          edit('db/0003_third.up.sql', 'SELECT 3;\n')(root)
          edit('db/0003_third.down.sql', 'SELECT 3;\n')(root)
        },
      },
      [`from: order of db: ${bytes}`, `from: db/0003_third.up.sql: ${bytes}`],
    ],
    [
      'another address behind a variable',
      { options: { env: { ...env, API: 'https://api.example.org' } } },
      [`${meAddress}: ${secret}`],
    ],
    [
      'another value of a key',
      { options: { env: { ...env, API_KEY: 'not-a-real-key-2' } } },
      [`${meAddress}: ${secret}`],
    ],
    [
      'another cluster',
      { more: { 'api-server': 'https://other.example.com:6443' } },
      [`${rollout}: ${secret}`],
    ],
    ...['@other.example.com/omninode', '@db.example.com:6432/omninode', '@db.example.com/other'].map(
      (where): [string, Given, string[]] => [
        `another database (${where})`,
        { more: { 'database-url': `postgres://prover:not-a-real-password${where}` } },
        [`migration-head db: ${secret}`],
      ],
    ),
    [
      'another user of the database',
      { more: { 'database-url': 'postgres://other:not-a-real-password@db.example.com/omninode' } },
      [`migration-head db: ${secret}`],
    ],
    [
      'a database by a Secret instead',
      { more: { 'database-url': '', 'database-secret': 'data/database' } },
      [`migration-head db: ${secret}`],
    ],
  ])('%s', async (_what, given, expected) => {
    const { verdict, told } = await comparedLive(given, review)
    expect(verdict).toBe('different')
    expect(told).toEqual(expect.arrayContaining(expected))
    expect(told.join()).not.toMatch(/not-a-real/)
  })

  test.each(['rule no-latest-tag', 'rule unseen'])('the %s, which the policy judges by', async (name) => {
    const plan = await planned('live', {}, review)
    const { [name]: _gone, ...rest } = plan.with
    const { differences } = await compareWithReview({ ...plan, with: rest }, review)
    expect(differences.map(({ address }) => address)).toEqual([`with: ${name}`])
    const mild = { ...plan, with: { ...plan.with, [name]: 'notice' } }
    expect((await compareWithReview(mild, review)).differences).toMatchObject([{ address: `with: ${name}` }])
  })
})

describe('what is the same is equal', () => {
  test.each<[string, Given]>([
    ['live, after policy', {}],
    ['an hour later', { options: { clock: () => new Date(Date.now() + 3_600_000) } }],
    ['another run of another commit', { options: { run: { id: '99', attempt: '2', sha: 'f'.repeat(40) } } }],
    ['targets in another order', lines(...[...targets].reverse())],
    [
      'targets with comments and other blanks',
      lines('# why', ...targets.map((line) => `  ${line.replaceAll(' ', '  ')}`), ''),
    ],
    ['a longer patience', { more: { 'rollout-timeout': '1h' } }],
    ['a name for people', { more: { name: 'production' } }],
    ['a slash at the end of an address', { more: { 'api-server': `${inputs['api-server']}/` } }],
    [
      'another password of the same user',
      { more: { 'database-url': 'postgres://prover:not-a-real-second@db.example.com/omninode' } },
    ],
    ['a file that nothing judges', { change: edit('README.md', '# hello\n') }],
  ])('%s', async (_what, given) => {
    expect(await comparedLive(given, review)).toEqual({ verdict: 'equal', told: [] })
  })

  test('another path of the checkout', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'omninode-elsewhere-'))
    const given = {
      options: { workspace: elsewhere },
      change: (workspace: string) => cpSync(workspace, elsewhere, { recursive: true }),
    }
    expect(await comparedLive(given, review)).toEqual({ verdict: 'equal', told: [] })
    rmSync(elsewhere, { recursive: true, force: true })
  })

  test('paths in another order, and written otherwise', async () => {
    const review = await shown({ more: { paths: 'k8s\n.github/workflows' } })
    const given = { more: { paths: './.github/workflows/\nk8s/\nk8s' } }
    expect(await comparedLive(given, review)).toEqual({ verdict: 'equal', told: [] })
  })

  test('what the job of the pull request did not know, and so did not show', async () => {
    const fork = { more: { 'api-server': '', 'database-url': '' }, options: { env: {} } }
    const review = await shown(fork)
    expect(review.changes.map(({ sensitive }) => sensitive)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(await comparedLive({}, review)).toEqual({ verdict: 'equal', told: [] })
    const part = await shown({ options: { env: { API: env.API } } })
    expect(await comparedLive({}, part)).toEqual({ verdict: 'equal', told: [] })
  })
})

describe('the target', () => {
  const targetOf = async (given: Given) => (await planned('policy', given)).target

  test('is the same for policy and live, and is the place of the run', async () => {
    expect((await planned('live')).target).toBe(await targetOf({}))
    const { world } = createTestWorld({ workspace: createCheckout(files), env })
    const run = await openStep(step, 'policy', { targets: health }, world)
    const plan = await run.plan()
    expect(await run.place()).toEqual({ target: plan.target, where: plan.where })
    await run.close()
  })

  test('tells two environments of one repository apart, however many probes they have', async () => {
    const many = (host: string) =>
      Array.from({ length: 20 }, (_, index) => `http https://${host}.example.com/${index} expect 200`)
    const [dev, prod] = await Promise.all(['dev', 'prod'].map((host) => targetOf(lines(...many(host)))))
    expect(dev).toMatch(/^repository 123456, proven by 20 probes \([0-9a-f]{12}\)$/)
    expect(prod).not.toBe(dev)
    expect(await targetOf(lines(...many('dev').reverse()))).toBe(dev)
    expect(await targetOf(lines(health))).toBe(
      'repository 123456, proven by http https://api.example.com/health',
    )
  })

  test('does not depend on what a probe expects: to weaken it is to change what was shown there', async () => {
    expect(await targetOf(lines(health.replace('200', '404')))).toBe(await targetOf(lines(health)))
  })
})

test('a thousand files make a review of a few hundred kilobytes', async () => {
  const change = (workspace: string) => {
    for (let index = 0; index < 1_000; index++)
      writeFileSync(
        join(workspace, `k8s/settings-${index}.yaml`),
        manifest.replace('name: a', `name: c-${index}`),
      )
  }
  const review = await shown({ change })
  expect(Object.keys(review.from)).toHaveLength(1_006)
  expect(JSON.stringify(review).length).toBeLessThan(200_000)
  expect(await comparedLive({ change }, review)).toEqual({ verdict: 'equal', told: [] })
})
