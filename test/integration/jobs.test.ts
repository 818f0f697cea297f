/**
 * What happens between a preview and its release, in jobs whose tokens hold what their workflow's file gives them, on a real
 * API server and a real Postgres. However it goes, the target holds what was reviewed or what it held before, and the run
 * says why.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import type { Progress } from '#sandbox/progress.ts'
import { type JobOptions, previewJob, previewPart, releaseJob } from '#sandbox/runner/jobs.ts'
import { type Job, runStep, type StepOptions, type StepResult } from '#sandbox/runner/runner.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import { LONGEST_DELAY_MS, startInterleaving } from '#toolkit/github/test/integration/interleaving.ts'

const root = join(import.meta.dirname, '../..')
const silent: Progress = { report: () => undefined, done: () => undefined, close: () => undefined }
let sandbox: Sandbox
let application: string
let databaseUrl: string
let serial = 0

beforeAll(async () => {
  sandbox = await startSandbox({ repository: REPOSITORY, progress: silent })
}, 600_000)
afterAll(async () => {
  expect(sandbox?.github.violations).toEqual([])
  await sandbox?.stop()
})

const runId = () => String(1_000 + ++serial)

/** The settings that a commit holds, each a ConfigMap. */
type Settings = Readonly<Record<string, string>>

interface Commit {
  readonly sha: string
  readonly settings: Settings
  /** Its migrations by their names, in their order. */
  readonly migrations: Readonly<Record<string, string>>
}

type Content = Partial<Pick<Commit, 'settings' | 'migrations'>>

interface Opened {
  /** What its branch has touched. */
  readonly touched: Content
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly head: Commit
}

let main: Commit

function commit(parents: readonly Commit[], { settings = {}, migrations = {} }: Content): Commit {
  const sha = createHash('sha1').update(`jobs ${++serial}`).digest('hex')
  sandbox.github.commit(
    sha,
    parents.map((parent) => parent.sha),
  )
  return { sha, settings, migrations }
}

function checkout({ settings, migrations }: Commit): string {
  const workspace = mkdtempSync(join(sandbox.folder, 'workspace-'))
  for (const name of ['k8s', 'db']) mkdirSync(join(workspace, name))
  for (const [name, value] of Object.entries(settings)) {
    const metadata = { name, namespace: application }
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { value } }
    writeFileSync(join(workspace, 'k8s', `${name}.yaml`), JSON.stringify(object))
  }
  for (const [index, [name, sql]] of Object.entries(migrations).entries()) {
    const file = join(workspace, 'db', `${String(index + 1).padStart(4, '0')}_${name}`)
    writeFileSync(`${file}.up.sql`, sql)
    writeFileSync(`${file}.down.sql`, `DROP TABLE ${name}`)
  }
  return workspace
}

type Planned = 'deploy' | 'migrate' | 'verify'

interface Ended {
  readonly exitCode: number | null
  /** The codes of its errors. */
  readonly codes: readonly (string | undefined)[]
  readonly changed: string | undefined
  /** All that it says. */
  readonly said: string
}

function ended({ exitCode, annotations, log, outputs }: StepResult): Ended {
  const errors = annotations.filter(({ level }) => level === 'error')
  return {
    exitCode,
    codes: errors.map(({ properties }) => properties['title']),
    changed: outputs['changed'],
    said: log.join('\n'),
  }
}

async function act(
  step: Planned,
  command: string,
  job: Job,
  { inputs, ...options }: Partial<StepOptions> = {},
): Promise<Ended> {
  const own = {
    deploy: { manifests: 'k8s', application, ...sandbox.kubernetes.inputs },
    migrate: { directory: 'db', 'database-url': databaseUrl, scratch: 'off' },
    verify: {},
  }[step]
  // The comment settles for seconds.
  const given = { command, comment: 'off', ...own, ...inputs }
  return ended(await runStep({ job, action: join(root, 'actions', step), ...options, inputs: given }))
}

/** A commit with what a branch has touched. */
function brought(onto: Commit, { settings, migrations }: Content): Content {
  return {
    settings: { ...onto.settings, ...settings },
    migrations: { ...onto.migrations, ...migrations },
  }
}

/** A pull request on a branch of its own. */
function open(content: Content, on = main): Opened {
  const head = commit([on], brought(on, content))
  const opened = { number: ++serial, headSha: head.sha, baseSha: on.sha, head, touched: content }
  sandbox.github.openPullRequest({ ...opened, title: 'Change', files: [] })
  return opened
}

interface Previewed {
  readonly plans: readonly Ended[]
  readonly published: Ended
}

/** The jobs of `preview.yml`: those that plan, and the one that publishes. */
async function preview(
  opened: Opened,
  { steps = ['deploy'], ...options }: Partial<JobOptions> & { readonly steps?: readonly Planned[] } = {},
): Promise<Previewed> {
  const run = { runId: runId(), ...options }
  const plans = await Promise.all(
    steps.map((part) => {
      const job = previewPart(sandbox, opened, { part, workspace: checkout(opened.head), ...run })
      return act(part, 'plan', job, { inputs: { publish: 'hand-on' } })
    }),
  )
  return { plans, published: await publish(opened, run) }
}

async function publish(
  opened: Opened,
  run: Partial<JobOptions> & { readonly runId: string },
): Promise<Ended> {
  const job = previewPart(sandbox, opened, { part: 'publish', workspace: sandbox.folder, ...run })
  const inputs = { comment: 'off' }
  return ended(await runStep({ job, action: join(root, 'actions/publish'), inputs }))
}

/** A merge commit: what the branch has not touched is as on the other side. */
function merge({ number, head, touched }: Opened): Commit {
  const merged = commit([main, head], brought(main, touched))
  sandbox.github.merge(number, merged.sha, { at: new Date(Date.now() + 2_000).toISOString() })
  main = merged
  return merged
}

function release(
  merged: Commit,
  {
    step = 'deploy',
    run = runId(),
    ...options
  }: Partial<StepOptions> & { readonly step?: Planned; readonly run?: string } = {},
): Promise<Ended> {
  const job = releaseJob(sandbox, merged.sha, { workspace: checkout(merged), runId: run })
  return act(step, 'apply', job, options)
}

/** What the cluster holds. */
async function live(): Promise<Settings> {
  const admin = sandbox.kubernetes.admin()
  const objects = await admin.list({ apiVersion: 'v1', kind: 'ConfigMap' })
  admin.close()
  const own = objects.filter(({ metadata }) => metadata.namespace === application)
  return Object.fromEntries(
    own.flatMap((object) => {
      const { value } = (object as unknown as { data?: { value?: string } }).data ?? {} // core/v1 ConfigMap
      return value === undefined ? [] : [[object.metadata.name, value]]
    }),
  )
}

/** The tables that migrations have made. */
async function tables(): Promise<string[]> {
  const { rows } = await sandbox.postgres.query(
    application.replaceAll('-', '_'),
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  return rows.map((row) => String(row['tablename']))
}

const APPLIED = /This is what pull request #\d+ showed/

async function released(content: Content): Promise<Commit> {
  const opened = open(content)
  expect(await preview(opened)).toMatchObject({ published: { exitCode: 0, codes: [] } })
  const merged = merge(opened)
  expect(await release(merged)).toMatchObject({
    exitCode: 0,
    codes: [],
    changed: 'true',
    said: expect.stringMatching(APPLIED),
  })
  return merged
}

/** A target of its own. */
async function begin(): Promise<void> {
  application = `jobs-${++serial}`
  databaseUrl = await sandbox.postgres.createDatabase(application.replaceAll('-', '_'))
  const admin = sandbox.kubernetes.admin()
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: application } }
  await admin.apply(namespace, { fieldManager: 'stage', force: true, dryRun: false })
  admin.close()
  main = commit([], {})
}

test('four jobs that show their plans at the same moment lose nothing of the comment', async () => {
  await begin()
  const opened = open({
    settings: { a: '1' },
    migrations: { one: 'CREATE TABLE one (id bigint PRIMARY KEY)' },
  })
  const delays = [0, LONGEST_DELAY_MS, 0, LONGEST_DELAY_MS].values()
  const interleaving = await startInterleaving(sandbox.github.url, () => delays.next().value ?? 0)
  const plan = (step: Planned, inputs: Readonly<Record<string, string>> = {}) => {
    const job = previewJob(sandbox, opened, { workspace: checkout(opened.head), runId: runId() })
    const env = { ...job.env, GITHUB_API_URL: interleaving.url }
    const command = step === 'verify' ? 'policy' : 'plan'
    return act(step, command, { ...job, env }, { inputs: { comment: 'auto', ...inputs } })
  }
  const other = `${application}-other`
  const plans = [plan('deploy'), plan('deploy', { application: other }), plan('migrate'), plan('verify')]
  expect((await Promise.all(plans)).map(({ codes }) => codes)).toEqual([[], [], [], []])
  interleaving.stop()
  const [comment, ...others] = sandbox.github.comments(opened.number)
  expect(others).toEqual([])
  for (const heading of [/^### Deploy: /gm, /^### Migrate: /gm, /^### Verify: /gm])
    expect(comment?.body.match(heading)).toHaveLength(heading.source.includes('Deploy') ? 2 : 1)
}, 120_000)

const played: string[] = []
/** A line of docs/pipelines.md. */
const row = (what: string, ends: string, work: () => Promise<void>) => {
  played.push(`${what}: ${ends}`)
  test(`${what}: ${ends}`, work, 120_000)
}

describe('between a preview and its release', () => {
  /** A target that was released once. */
  beforeEach(async () => {
    await begin()
    await released({ settings: { a: '1' } })
  }, 120_000)

  row('the base moved elsewhere', 'what was shown is applied, and nothing else', async () => {
    const opened = open({ settings: { b: '1' } })
    await preview(opened)
    await released({ settings: { c: '1' } })
    const result = await release(merge(opened))
    expect(result).toMatchObject({ exitCode: 0, codes: [], said: expect.stringMatching(APPLIED) })
    expect(result.said.match(/^create: .*|^update: .*/gm)).toHaveLength(1)
    expect(await live()).toEqual({ a: '1', b: '1', c: '1' })
  })

  row('the base moved, and with it what was shown', 'it is refused, and names what differs', async () => {
    const opened = open({ settings: { a: '2' } })
    await preview(opened)
    await released({ settings: { a: '3' } })
    expect(await release(merge(opened))).toMatchObject({
      exitCode: 1,
      codes: ['REVIEW_DIFFERS'],
      changed: 'false',
      said: expect.stringContaining(`${application}/ConfigMap/a`),
    })
    expect(await live()).toEqual({ a: '3' })
  })

  row(
    'something was force-pushed',
    'the head that was merged has no preview, and nothing is applied',
    async () => {
      const opened = open({ settings: { a: '2' } })
      await preview(opened)
      const pushed = commit([main], { settings: { a: 'pushed' } })
      sandbox.github.push(opened.number, pushed.sha)
      expect(await release(merge({ ...opened, head: pushed, touched: pushed }))).toMatchObject({
        exitCode: 1,
        codes: ['NOT_REVIEWED'],
        said: expect.stringContaining(`Its head commit ${pushed.sha.slice(0, 12)} has no such check run`),
      })
      expect(await live()).toEqual({ a: '1' })
    },
  )

  row('two were merged at once', 'one is applied as it was shown, and the other refused', async () => {
    const both = [open({ settings: { a: '2' } }), open({ settings: { a: '3' } })]
    await Promise.all(both.map((each) => preview(each)))
    const merged = both.map((each) => merge(each))
    const results = await Promise.all(merged.map((each) => release(each)))
    const done = results.filter(({ exitCode }) => exitCode === 0)
    const refused = results.filter(({ exitCode }) => exitCode === 1)
    expect(done).toMatchObject([{ codes: [], changed: 'true', said: expect.stringMatching(APPLIED) }])
    expect(refused).toMatchObject([
      { codes: [expect.stringMatching(/^(?:REVIEW_DIFFERS|RELEASE_OLDER)$/)], changed: 'false' },
    ])
    const wanted = merged[results.findIndex(({ exitCode }) => exitCode === 0)]?.settings
    expect(await live()).toEqual(wanted)
  })

  row('three in a row', 'each is applied as it was shown', async () => {
    await released({ settings: { a: '2' } })
    await released({ settings: { a: '2', b: '1' } })
    await released({ settings: { a: '3', b: '1' } })
    expect(await live()).toEqual({ a: '3', b: '1' })
  })

  row(
    'out of order',
    'the later one brings both, as it was shown, and the earlier one is refused',
    async () => {
      const one = open({ settings: { a: '2' } })
      await preview(one)
      const earlier = merge(one)
      const other = open({ settings: { a: '3', b: '1' } })
      await preview(other)
      const later = merge(other)
      expect(await release(later)).toMatchObject({ exitCode: 0, said: expect.stringMatching(APPLIED) })
      expect(await release(earlier)).toMatchObject({
        exitCode: 1,
        codes: ['RELEASE_OLDER'],
        changed: 'false',
        said: expect.stringContaining('A later release has taken the place of this one'),
      })
      expect(await live()).toEqual({ a: '3', b: '1' })
    },
  )

  row('a run again', 'it finds everything done, and after a later release it is refused', async () => {
    const opened = open({ settings: { a: '2' } })
    await preview(opened)
    const merged = merge(opened)
    const run = runId()
    expect(await release(merged, { run })).toMatchObject({ exitCode: 0, changed: 'true' })
    expect(await release(merged, { run })).toMatchObject({
      exitCode: 0,
      changed: 'false',
      said: expect.stringContaining('nothing to do'),
    })
    await released({ settings: { a: '3' } })
    expect(await release(merged, { run })).toMatchObject({ exitCode: 1, codes: ['RELEASE_OLDER'] })
    expect(await live()).toEqual({ a: '3' })
  })

  row(
    'a cancelled run',
    'what was not begun is not done, and the run again does the rest of what was shown',
    async () => {
      const migrations = {
        one: 'CREATE TABLE one (id bigint PRIMARY KEY)',
        two: 'CREATE TABLE two (id bigint PRIMARY KEY); SELECT pg_sleep(5)',
      }
      const opened = open({ migrations })
      await preview(opened, { steps: ['migrate'] })
      const merged = merge(opened)
      const run = runId()
      const abort = new AbortController()
      const onLine = (line: string) => void (/^▶|two/.test(line) && setTimeout(() => abort.abort(), 500))
      const cancelled = await release(merged, { step: 'migrate', run, signal: abort.signal, onLine })
      expect(cancelled).toMatchObject({ exitCode: 1, codes: ['MIGRATE_CANCELLED'] })
      expect(await tables()).not.toContain('two')
      expect(await release(merged, { step: 'migrate', run })).toMatchObject({
        exitCode: 0,
        codes: [],
        changed: 'true',
        said: expect.stringMatching(/(?:This is what|Some of what) pull request #\d+ showed/),
      })
      expect(await tables()).toEqual(['one', 'two'])
    },
  )

  describe('a preview that has expired', () => {
    row(
      'the key of its signature is gone',
      'who showed it cannot be told, and nothing is applied',
      async () => {
        const opened = open({ settings: { a: '2' } })
        await preview(opened)
        await sandbox.issuer.rotate()
        expect(await release(merge(opened))).toMatchObject({ exitCode: 1, codes: ['REVIEW_KEY_UNKNOWN'] })
        expect(await live()).toEqual({ a: '1' })
      },
    )

    row('what was handed on is gone', 'there is nothing to publish, and no review is made', async () => {
      const opened = open({ settings: { a: '2' } })
      expect(await publish(opened, { runId: runId() })).toMatchObject({
        exitCode: 1,
        codes: ['HAND_OVER_NONE'],
      })
      expect(await release(merge(opened))).toMatchObject({ exitCode: 1, codes: ['NOT_REVIEWED'] })
      expect(await live()).toEqual({ a: '1' })
    })
  })

  for (const [who, actor] of [
    ['a fork’s pull request', 'mallory'],
    ['Dependabot’s pull request', 'dependabot[bot]'],
  ] as const)
    row(
      who,
      'its job says what it lacks, nothing is written, and a later pull request shows it',
      async () => {
        const opened = open({ settings: { a: '2' } })
        const run = { runId: runId(), readsOnly: true }
        const begun = previewPart(sandbox, opened, {
          part: 'deploy',
          workspace: checkout(opened.head),
          ...run,
        })
        const job = { ...begun, env: { ...begun.env, GITHUB_ACTOR: actor } }
        const planned = await act('deploy', 'plan', job, { inputs: { publish: 'hand-on' } })
        expect(planned).toMatchObject({ exitCode: 1, codes: ['ID_TOKEN_PERMISSION'] })
        expect(await publish(opened, run)).toMatchObject({ exitCode: 1 })
        expect(sandbox.github.checkRuns(opened.headSha)).toEqual([])
        expect(sandbox.github.comments(opened.number)).toEqual([])
        expect(await release(merge(opened))).toMatchObject({ exitCode: 1, codes: ['NOT_REVIEWED'] })
        expect(await live()).toEqual({ a: '1' })
        const next = open({})
        await preview(next)
        expect(await release(merge(next))).toMatchObject({ exitCode: 0, codes: [], changed: 'true' })
        expect(await live()).toEqual({ a: '2' })
      },
    )
})

test('docs/pipelines.md tells exactly what is played here', () => {
  const told = readFileSync(join(root, 'docs/pipelines.md'), 'utf8')
  const [, table = ''] = /^\| what happens \|.*\n\| ---.*\n((?:\|.*\n)+)/m.exec(told) ?? []
  const rows = [...table.matchAll(/^\| ([^|]+?) \| ([^|]+?) \|/gm)].map(
    ([, what, ends]) => `${what}: ${ends}`,
  )
  expect(rows).toEqual(played)
})
