/**
 * The composites and the reusable workflows as another repository uses them, played by act: with full references, because
 * act does not know `$/`. They play against the whole sandbox. act gives every job the same identity and token, and
 * knows neither permissions nor environments nor queues.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { prepareAct } from '#sandbox/act/act.ts'
import { gitIn } from '#sandbox/act/git.ts'
import { LIBRARY, writeLibrary } from '#sandbox/act/library.ts'
import { playWorkflow, type WorkflowResult } from '#sandbox/act/play.ts'
import { REGION } from '#sandbox/aws/aws.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import type { Progress } from '#sandbox/progress.ts'
import { dispatchedJob, previewJob, releaseJob, scheduledJob } from '#sandbox/runner/jobs.ts'
import type { Job } from '#sandbox/runner/runner.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import { bootstrapIdentity, initArguments, type Roles, STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'

const root = join(import.meta.dirname, '../..')
const DATABASE = 'shop'
const CHECKOUT = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8'
const IMAGE = `shop/web=shop/web@sha256:${'a'.repeat(64)}`
const progress = () => undefined

let folder: string
let act: string
let sandbox: Sandbox
let workspace: string
let library: string
let repositories: Readonly<Record<string, string>>
let variables: Record<string, string>
let runs = 1_000

const git = (...args: readonly string[]) => gitIn(workspace)(...args)

function commitAll(): string {
  git('add', '--all')
  git('commit', '--quiet', '--allow-empty', '--message', 'Change')
  return git('rev-parse', 'HEAD')
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true })
    writeFileSync(join(workspace, file), text)
  }
}

const inputs = `
          review-signer: caller
          database-url: \${{ vars.DATABASE_URL }}
          manifests: k8s
          application: shop
          api-server: \${{ vars.API_SERVER }}
          certificate-authority: \${{ vars.CERTIFICATE_AUTHORITY }}
          targets: migration-head db/migrations`

function workflowOf(name: 'preview' | 'release', event: string, permissions: string, given = inputs): string {
  return `name: ${name}
on: ${event}
permissions: {}
jobs:
  ${name}:
    runs-on: ubuntu-24.04
    permissions: { ${permissions} }
    steps:
      - uses: ${CHECKOUT}
        with: { persist-credentials: false }
      - id: ${name}
        uses: ${LIBRARY}/actions/${name}@${library}
        with:${given}
      - if: always()
        env:
          CHANGED: \${{ steps.${name}.outputs.changed }}
          FAILED: \${{ steps.${name}.outputs.failed-steps }}
        run: echo "told changed=$CHANGED failed-steps=$FAILED"
`
}

const configMap = (name: string, value: string) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'shop' },
    data: { value },
  })

/** A workload whose pods use the image, if anybody lets it have some. */
const web = JSON.stringify({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    replicas: 0,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [
          {
            name: 'web',
            image: 'shop/web:1',
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
            },
          },
        ],
      },
    },
  },
})

beforeAll(async () => {
  const silent: Progress = { report: progress, done: progress, close: progress }
  sandbox = await startSandbox({ repository: REPOSITORY, progress: silent })
  folder = sandbox.folder
  act = await prepareAct({ progress })
  const admin = sandbox.kubernetes.admin()
  const namespace = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  }
  await admin.apply(namespace, { fieldManager: 'test', force: false, dryRun: false })
  admin.close()
  variables = {
    DATABASE_URL: await sandbox.postgres.createDatabase(DATABASE),
    API_SERVER: sandbox.kubernetes.inputs['api-server'] ?? '',
    CERTIFICATE_AUTHORITY: sandbox.kubernetes.inputs['certificate-authority'] ?? '',
  }
  ;({ commit: library, repositories } = writeLibrary(folder))
  workspace = join(folder, 'shop')
  mkdirSync(workspace)
  git('init', '--quiet', '--initial-branch=main')
  const reads = 'id-token: write, contents: read'
  write({
    '.github/workflows/preview.yml': workflowOf(
      'preview',
      'pull_request',
      `${reads}, pull-requests: write, checks: write`,
    ),
    '.github/workflows/release.yml': workflowOf(
      'release',
      'push',
      `${reads}, actions: read, pull-requests: read, checks: read`,
    ),
  })
  const uses = `${LIBRARY}/.github/workflows`
  write({
    '.github/workflows/previews.yml': `name: previews
on: pull_request
permissions: {}
jobs:
  preview:
    permissions: { ${reads}, checks: write, pull-requests: write }
    uses: ${uses}/preview.yml@${library}
    with:
      migrate-directory: db/migrations
      manifests: k8s
      application: shop
      images: ${IMAGE}
      targets: migration-head db/migrations
    secrets:
      database-url: \${{ secrets.DATABASE_URL }}
`,
    '.github/workflows/releases.yml': `name: releases
on: push
permissions: {}
jobs:
  dev:
    permissions: { ${reads}, actions: read, checks: read, pull-requests: read }
    uses: ${uses}/release.yml@${library}
    with:
      environment: dev
      migrate-directory: db/migrations
      manifests: k8s
      application: shop
      images: ${IMAGE}
      targets: migration-head db/migrations
    secrets:
      database-url: \${{ secrets.DATABASE_URL }}
  next:
    needs: dev
    runs-on: ubuntu-24.04
    steps:
      - run: echo "told changed=\${{ needs.dev.outputs.changed }} images=\${{ needs.dev.outputs.images }}"
`,
    '.github/workflows/rollbacks.yml': `name: rollbacks
on: workflow_dispatch
permissions: {}
jobs:
  rollback:
    permissions: { ${reads}, actions: read, checks: write, pull-requests: read }
    uses: ${uses}/rollback.yml@${library}
    with:
      environment: dev
      to: '0002'
      allow-data-loss: true
    secrets:
      database-url: \${{ secrets.DATABASE_URL }}
`,
  })
  known(commitAll())
}, 600_000)
afterAll(() => sandbox?.stop())

function known(sha: string): string {
  const parents = git('show', '--no-patch', '--format=%P', sha).split(' ')
  sandbox.github.commit(
    sha,
    parents.filter((parent) => parent !== ''),
  )
  return sha
}

async function play(
  event: 'pull_request' | 'push' | 'schedule' | 'workflow_dispatch',
  workflow: string,
  job: Job,
  payload: object,
  known = variables,
): Promise<WorkflowResult> {
  const eventFile = join(job.folder, 'payload.json')
  writeFileSync(eventFile, JSON.stringify(payload))
  const { HOME: _home, ...env } = job.env
  const result = await playWorkflow({
    act,
    workspace,
    workflow: `.github/workflows/${workflow}.yml`,
    event,
    eventFile,
    repositories,
    env,
    variables: known,
    secrets: { GITHUB_TOKEN: job.token, DATABASE_URL: variables['DATABASE_URL'] ?? '' },
    folder: job.folder,
  })
  expect(sandbox.github.violations).toEqual([])
  return result
}

interface Opened {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
}
let number = 0

/** A pull request with what is in the checkout. */
function open(): Opened {
  const baseSha = git('rev-parse', 'HEAD')
  const headSha = known(commitAll())
  const opened = { number: ++number, headSha, baseSha, title: 'Change', files: [] }
  sandbox.github.openPullRequest(opened)
  return opened
}

function preview(pull: Opened, workflow = 'preview', known = variables): Promise<WorkflowResult> {
  // In a job of its own the caller signs; the reusable workflow lets publish.yml do it.
  const caller = `${REPOSITORY.repository}/.github/workflows/preview.yml@refs/pull/${pull.number}/merge`
  const signer = workflow === 'previews' ? {} : { workflow: caller }
  const job = previewJob(sandbox, pull, { workspace, runId: String(++runs), ...signer })
  const { number, headSha, baseSha } = pull
  const head = { sha: headSha, ref: 'change' }
  const payload = { number, pull_request: { number, head, base: { sha: baseSha, ref: 'main' } } }
  return play('pull_request', workflow, job, payload, known)
}

function merge({ number }: Opened): string {
  const sha = known(commitAll())
  sandbox.github.merge(number, sha)
  return sha
}

function release(sha: string, workflow = 'release', known = variables): Promise<WorkflowResult> {
  const job = releaseJob(sandbox, sha, { workspace, runId: String(++runs) })
  return play('push', workflow, job, { ref: 'refs/heads/main', after: sha }, known)
}

function rollBack(): Promise<WorkflowResult> {
  const sha = git('rev-parse', 'HEAD')
  const job = dispatchedJob(sandbox, sha, { workspace, runId: String(++runs), environment: 'dev' })
  return play('workflow_dispatch', 'rollbacks', job, { ref: 'refs/heads/main', inputs: {} })
}

function lookForDrift(): Promise<WorkflowResult> {
  const sha = git('rev-parse', 'HEAD')
  const job = scheduledJob(sandbox, sha, { workspace, runId: String(++runs) })
  return play('schedule', 'drifts', job, { schedule: '23 5 * * *' })
}

const verdictIn = ({ log }: WorkflowResult) =>
  log.filter((line) => /^(?:provision|migrate|deploy|verify): |^told /.test(line))
/** What was annotated as an error, and what act says of itself. */
const errorsIn = ({ raw }: WorkflowResult) =>
  raw.filter((line) => line.includes('"command":"error"') || line.startsWith('Error: '))
const sectionsOf = ({ number }: Opened) =>
  sandbox.github
    .comments(number)
    .map(({ body }) => [...body.matchAll(/^### (\w+)/gm)].map(([, step]) => step))

/** What the cluster has. */
async function setting(): Promise<unknown> {
  const admin = sandbox.kubernetes.admin()
  try {
    const live = await admin.get({ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'settings' })
    return z.object({ data: z.object({ value: z.string() }) }).parse(live).data.value
  } finally {
    admin.close()
  }
}

async function history(): Promise<unknown> {
  const { rows } = await sandbox.postgres.query(DATABASE, 'SELECT * FROM migrate.history')
  return rows
}

describe('a repository with migrations and manifests, and no AWS', () => {
  let first: Opened
  let merged: string
  let reusable: Opened

  test('is previewed: one comment with a section for each step that it has', async () => {
    write({
      'db/migrations/0001_items.up.sql':
        'CREATE TABLE items (id bigint PRIMARY KEY, amount integer NOT NULL);\n',
      'db/migrations/0001_items.down.sql': 'DROP TABLE items;\n',
      'k8s/settings.yaml': configMap('settings', 'first'),
    })
    first = open()
    const result = await preview(first)
    expect(verdictIn(result)).toEqual([
      'provision: left out: nothing of it is here',
      'migrate: would change something',
      'deploy: would change something',
      'verify: passed',
      'told changed=true failed-steps=',
    ])
    expect(result.exitCode).toBe(0)
    expect(sectionsOf(first)).toEqual([['Migrate', 'Deploy', 'Verify']])
    expect(sandbox.github.checkRuns(first.headSha)).toHaveLength(3)
  }, 300_000)

  test('is released as it was reviewed', async () => {
    merged = merge(first)
    const result = await release(merged)
    expect(verdictIn(result)).toEqual([
      'provision: left out: it was not asked for, and nothing of it is here',
      'migrate: done',
      'deploy: done',
      'verify: proven',
      'told changed=true failed-steps=',
    ])
    expect(result.log.filter((line) => line.startsWith('This is what pull request #1 showed'))).toHaveLength(
      3,
    )
    expect(result.exitCode).toBe(0)
    expect(await setting()).toBe('first')
  }, 300_000)

  test('is changed by no second release', async () => {
    const before = await history()
    const result = await release(merged)
    expect(verdictIn(result)).toEqual([
      'provision: left out: it was not asked for, and nothing of it is here',
      'migrate: nothing was to be done',
      'deploy: nothing was to be done',
      'verify: proven',
      'told changed=false failed-steps=',
    ])
    expect(result.exitCode).toBe(0)
    expect(await history()).toEqual(before)
  }, 300_000)

  test('is previewed to the end although a step fails, and the verdict says which', async () => {
    write({ 'db/migrations/0002_broken.up.sql': 'ALTER TABLE nothing_of_that_name ADD COLUMN more text;\n' })
    write({ 'db/migrations/0002_broken.down.sql': 'ALTER TABLE nothing_of_that_name DROP COLUMN more;\n' })
    write({ 'k8s/settings.yaml': configMap('settings', 'second') })
    const pull = open()
    const result = await preview(pull)
    expect(verdictIn(result)).toEqual([
      'provision: left out: nothing of it is here',
      'migrate: failed',
      'deploy: would change something',
      'verify: passed',
      'told changed=true failed-steps=migrate',
    ])
    expect(result.exitCode).toBe(1)
    expect(result.raw.join('\n')).toContain('it is: migrate failed or was not played.')
    expect(sectionsOf(pull)[0]).toEqual(expect.arrayContaining(['Deploy', 'Verify']))
    for (const file of ['up', 'down']) rmSync(join(workspace, `db/migrations/0002_broken.${file}.sql`))
  }, 300_000)

  test('is released no further than to the step that fails, and goes on when it is started again', async () => {
    // The scratch database of the preview has no rows: only production can show that this fails.
    await sandbox.postgres.query(DATABASE, 'INSERT INTO items VALUES (1, 0)')
    write({
      'db/migrations/0002_shares.up.sql': 'UPDATE items SET amount = 100 / amount WHERE id = 1;\n',
      'db/migrations/0002_shares.down.sql': 'UPDATE items SET amount = 100 / amount WHERE id = 1;\n',
      'k8s/settings.yaml': configMap('settings', 'third'),
    })
    const pull = open()
    const shown = await preview(pull)
    expect(verdictIn(shown)).toContain('told changed=true failed-steps=')
    const sha = merge(pull)
    const stopped = await release(sha)
    expect(verdictIn(stopped)).toEqual([
      'provision: left out: it was not asked for, and nothing of it is here',
      'migrate: failed',
      'deploy: not done',
      'verify: not done',
      'told changed=false failed-steps=migrate',
    ])
    expect(stopped.exitCode).toBe(1)
    expect(stopped.raw.join('\n')).toContain('migrate failed. Done: nothing. Not done: deploy, verify.')
    expect(await setting()).toBe('first')
    await sandbox.postgres.query(DATABASE, 'UPDATE items SET amount = 10')
    const resumed = await release(sha)
    expect(verdictIn(resumed)).toEqual([
      'provision: left out: it was not asked for, and nothing of it is here',
      'migrate: done',
      'deploy: done',
      'verify: proven',
      'told changed=true failed-steps=',
    ])
    expect(resumed.exitCode).toBe(0)
    expect(await setting()).toBe('third')
  }, 300_000)

  test('is previewed by the reusable workflow: jobs side by side hand on, and one publishes', async () => {
    write({
      'db/migrations/0003_names.up.sql': 'ALTER TABLE items ADD COLUMN name text;\n',
      'db/migrations/0003_names.down.sql': 'ALTER TABLE items DROP COLUMN name;\n',
      'k8s/settings.yaml': configMap('settings', 'fourth'),
      'k8s/web.yaml': web,
    })
    reusable = open()
    const result = await preview(reusable, 'previews')
    expect(errorsIn(result)).toEqual([])
    expect(result.exitCode).toBe(0)
    expect(sandbox.artifacts.kept().map(({ name }) => name)).toHaveLength(3)
    expect(sectionsOf(reusable)).toEqual([['Migrate', 'Deploy', 'Verify']])
    expect(sandbox.github.checkRuns(reusable.headSha)).toHaveLength(3)
  }, 300_000)

  test('is released by the reusable workflow, as publish.yml has signed it, and hands its images to the next', async () => {
    const result = await release(merge(reusable), 'releases')
    expect(errorsIn(result)).toEqual([])
    expect(result.exitCode).toBe(0)
    expect(result.log).toContain(`told changed=true images=${IMAGE}`)
    expect(await setting()).toBe('fourth')
  }, 300_000)

  test('is taken back by the reusable workflow: what one job shows, the next does, and no more', async () => {
    sandbox.github.addEnvironment({ name: 'dev', reviewers: true })
    const columns = async () => {
      const { rows } = await sandbox.postgres.query(
        DATABASE,
        "SELECT column_name FROM information_schema.columns WHERE table_name = 'items' ORDER BY 1",
      )
      return rows.map(({ column_name: name }) => name)
    }
    expect(await columns()).toEqual(['amount', 'id', 'name'])
    const result = await rollBack()
    expect(errorsIn(result)).toEqual([])
    expect(result.exitCode).toBe(0)
    expect(await columns()).toEqual(['amount', 'id'])
  }, 300_000)
})

describe('a repository with a stack that says where the cluster is', () => {
  let pull: Opened
  let roles: Roles

  beforeAll(async () => {
    roles = await bootstrapIdentity({
      aws: sandbox.aws,
      folder: join(folder, 'bootstrap'),
      workspace: root,
      terraform: 'terraform',
      terraformEnv: sandbox.tools,
      identity: REPOSITORY,
    })
    // The cluster is named nowhere but in the outputs of the stack.
    const given = `
          review-signer: caller
          provision-directory: terraform/stacks/dev/cluster
          provision-aws-role: ${roles.apply}
          plan-role: ${roles.plan}
          provision-aws-region: ${REGION}
          backend-config: bucket=${STATE_BUCKET}
          database-url: \${{ vars.DATABASE_URL }}
          manifests: k8s
          application: shop`
    const reads = 'id-token: write, contents: read'
    write({
      '.github/workflows/flowing-preview.yml': workflowOf(
        'preview',
        'pull_request',
        `${reads}, pull-requests: write, checks: write`,
        given,
      ),
      '.github/workflows/flowing-release.yml': workflowOf(
        'release',
        'push',
        `${reads}, actions: read, pull-requests: read, checks: read`,
        given,
      ),
      'terraform/stacks/dev/cluster/main.tf': `terraform {
  required_version = ">= 1.9"
  backend "s3" {}
}

output "api_server" {
  description = "Where the API server is."
  value       = "${variables['API_SERVER']}"
}

output "certificate_authority" {
  description = "Its certificate authority."
  value       = "${variables['CERTIFICATE_AUTHORITY']}"
}
`,
      'k8s/settings.yaml': configMap('settings', 'fifth'),
    })
    pull = open()
  }, 300_000)

  test('is previewed in the cluster of which the stack tells', async () => {
    const result = await preview(pull, 'flowing-preview')
    expect(errorsIn(result)).toEqual([])
    expect(verdictIn(result)).toContain('deploy: would change something')
    expect(result.exitCode).toBe(0)
  }, 300_000)

  test('is released into it', async () => {
    const result = await release(merge(pull), 'flowing-release')
    expect(errorsIn(result)).toEqual([])
    expect(verdictIn(result)).toContain('deploy: done')
    expect(result.exitCode).toBe(0)
    expect(await setting()).toBe('fifth')
  }, 300_000)

  test('is looked at every night: an issue says what differs, once, and is closed when nothing does', async () => {
    const stack = 'terraform/stacks/dev/notes'
    const noted = (text: string) => `terraform {
  required_version = ">= 1.9"
  backend "s3" {}
}

resource "terraform_data" "note" {
  input = "${text}"
}
`
    write({
      [`${stack}/main.tf`]: noted('reviewed'),
      '.github/workflows/drifts.yml': `name: drifts
on: { schedule: [{ cron: '23 5 * * *' }] }
permissions: {}
jobs:
  drift:
    permissions: { id-token: write, contents: read, issues: write }
    uses: ${LIBRARY}/.github/workflows/drift.yml@${library}
    with:
      provision-directory: ${stack}
      provision-aws-role: ${roles.apply}
      plan-role: ${roles.plan}
      provision-aws-region: ${REGION}
      backend-config: bucket=${STATE_BUCKET}
`,
    })
    known(commitAll())
    const byHand = (text: string) => {
      const cwd = join(folder, 'by-hand')
      mkdirSync(cwd, { recursive: true })
      writeFileSync(join(cwd, 'main.tf'), noted(text))
      const env = { PATH: process.env['PATH'], HOME: folder, ...sandbox.tools, ...sandbox.aws.bootstrapEnv }
      for (const args of [initArguments(stack), ['apply', '-input=false', '-no-color', '-auto-approve']])
        execFileSync('terraform', args, { cwd, env, stdio: 'pipe' })
    }
    const look = async () => {
      const result = await lookForDrift()
      expect(errorsIn(result)).toEqual([])
      expect(result.exitCode).toBe(0)
      return sandbox.github.issues().map(({ number, title, state, body }) => ({
        issue: [number, title, state],
        seen: ['first', 'second'].filter((text) => body.includes(text)),
      }))
    }
    byHand('reviewed')
    expect(await look()).toEqual([])
    byHand('first')
    const opened = await look()
    const number = opened[0]?.issue[0]
    const title = `Drift in ${stack}`
    expect(opened).toEqual([{ issue: [number, title, 'open'], seen: ['first'] }])
    byHand('second')
    expect(await look()).toEqual([{ issue: [number, title, 'open'], seen: ['second'] }])
    byHand('reviewed')
    expect((await look()).map(({ issue }) => issue)).toEqual([[number, title, 'closed']])
  }, 300_000)
})

test('this repository’s own platform, without the variables of its owner, is told of and fails nothing', async () => {
  const own = readFileSync(join(root, '.github/workflows/platform.yml'), 'utf8')
  write({ '.github/workflows/platform.yml': own.replaceAll(/(?<=@)[0-9a-f]{40}/g, library) })
  const pull = open()
  const previewed = await preview(pull, 'platform', {})
  expect(errorsIn(previewed)).toEqual([])
  // act shows the script, too.
  const notices = ({ raw }: WorkflowResult) => {
    const told = /(?:Nothing was released|\w+ was not planned), because [^"\\]*?(?=\.)/
    return [...new Set(raw.flatMap((line) => told.exec(line)?.[0] ?? []))].sort()
  }
  expect(notices(previewed)).toEqual([
    'deploy was not planned, because the variable API_SERVER is not set',
    'migrate was not planned, because neither the variable DATABASE_SECRET nor the secret database-url is set',
    'provision was not planned, because the variable PROVISION_AWS_ROLE is not set',
  ])
  expect(previewed.exitCode).toBe(0)
  const released = await release(merge(pull), 'platform', {})
  expect(errorsIn(released)).toEqual([])
  expect(notices(released)).toEqual([
    'Nothing was released, because none of the variables PROVISION_AWS_ROLE, DATABASE_SECRET and API_SERVER is set',
  ])
  expect(released.exitCode).toBe(0)
}, 300_000)
