/**
 * What a reviewer sees of a pull request without scrolling or unfolding, in GitHub's comment: of what is bad in it nothing
 * is missing, and the worst is first. Planned by the jobs of `preview.yml` on real parts, published by that of
 * `publish.yml`. The pictures are in `sandbox/out/first-screen`.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { REGION } from '#sandbox/aws/aws.ts'
import { type Chromium, startChromium } from '#sandbox/chromium/chromium.ts'
import { faultsOf } from '#sandbox/chromium/faults.ts'
import { pageOf } from '#sandbox/github/page.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import type { Progress } from '#sandbox/progress.ts'
import { previewPart, releaseJob } from '#sandbox/runner/jobs.ts'
import { type Job, runStep, type StepResult } from '#sandbox/runner/runner.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import { bootstrapIdentity, type Roles, STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import { type StepName, stepNames } from '#toolkit/model/step.ts'

const root = join(import.meta.dirname, '../..')
const pictures = join(root, 'sandbox/out/first-screen')
const silent: Progress = { report: () => undefined, done: () => undefined, close: () => undefined }
const NAMESPACE = 'shop'

let sandbox: Sandbox
let chromium: Chromium
let roles: Roles
let databaseUrl: string
let base: string
let serial = 0

type Files = Readonly<Record<string, string>>

const stack = (group: string) => `terraform {
  backend "s3" {}
}

resource "terraform_data" "orders" {
  triggers_replace = "${group}"
  input            = 30
}
`

const workflow = (env = '') => `on: push
permissions: {}
jobs:
  report:
    runs-on: ubuntu-24.04
    permissions: { contents: read }
${env}    steps:
      - run: ./report
`

const deployment = (pod: object) =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: NAMESPACE },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          automountServiceAccountToken: false,
          securityContext: { seccompProfile: { type: 'RuntimeDefault' }, ...pod },
          containers: [
            {
              name: 'web',
              image: `omnicloud/web@sha256:${'a'.repeat(64)}`,
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

const good: Files = {
  'terraform/stacks/dev/logs/main.tf': stack('orders'),
  'db/migrations/0001_orders.up.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, number text);\n',
  'db/migrations/0001_orders.down.sql': 'DROP TABLE orders;\n',
  'k8s/web.yaml': deployment({ runAsNonRoot: true, runAsUser: 1_000 }),
  '.github/workflows/report.yml': workflow(),
}

/** Four things, in files that four teams may own. */
const broken: Files = {
  ...good,
  'terraform/stacks/dev/logs/main.tf': stack('orders-renamed'),
  'db/migrations/0002_orders_by_number.up.sql': 'CREATE INDEX orders_by_number ON orders (number);\n',
  'db/migrations/0002_orders_by_number.down.sql': 'DROP INDEX orders_by_number;\n',
  'k8s/web.yaml': deployment({ runAsUser: 0 }),
  '.github/workflows/report.yml': workflow(
    '    env:\n      AWS_SECRET_ACCESS_KEY: ${{ secrets.REPORTING_KEY }}\n',
  ),
}

beforeAll(async () => {
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  ;[sandbox, chromium] = await Promise.all([
    startSandbox({ repository: REPOSITORY, progress: silent }),
    startChromium({ progress: () => undefined }),
  ])
  const { aws, folder, tools, repository, postgres, kubernetes } = sandbox
  const account = { aws, folder: join(folder, 'bootstrap'), workspace: root, identity: repository }
  roles = await bootstrapIdentity({ ...account, terraform: 'terraform', terraformEnv: tools })
  databaseUrl = await postgres.createDatabase('shop')
  const admin = kubernetes.admin()
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } }
  await admin.apply(namespace, { fieldManager: 'test', force: false, dryRun: false })
  admin.close()
  base = commit([])
  const released = await Promise.all(
    (['provision', 'migrate', 'deploy'] as const).map((step) => {
      const job = releaseJob(sandbox, base, { workspace: checkout(good), runId: runId() })
      return act(step, 'apply', job, { reviewed: 'off', 'rollout-timeout': '1m' })
    }),
  )
  expect(released.map(({ exitCode, log }) => (exitCode === 0 ? '' : log.join('\n')))).toEqual(['', '', ''])
}, 600_000)
afterAll(async () => {
  expect(sandbox?.github.violations).toEqual([])
  await Promise.all([sandbox?.stop(), chromium?.stop()])
})

const runId = () => String(4_000 + ++serial)

function commit(parents: readonly string[]): string {
  const sha = createHash('sha1').update(`first screen ${++serial}`).digest('hex')
  sandbox.github.commit(sha, parents)
  return sha
}

function checkout(files: Files): string {
  const workspace = mkdtempSync(join(sandbox.folder, 'workspace-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true })
    writeFileSync(join(workspace, name), text)
  }
  return workspace
}

function act(step: StepName, command: string, job: Job, more: Files = {}): Promise<StepResult> {
  const inputs: Readonly<Record<StepName, Files>> = {
    provision: {
      directory: 'terraform/stacks/dev/logs',
      'aws-role': roles.apply,
      'plan-role': roles.plan,
      'aws-region': REGION,
      'backend-config': `bucket=${STATE_BUCKET}`,
    },
    migrate: { directory: 'db/migrations', 'database-url': databaseUrl },
    deploy: { manifests: 'k8s', application: 'shop', ...sandbox.kubernetes.inputs },
    verify: {},
  }
  const { 'rollout-timeout': patience, ...rest } = more
  const own = { ...inputs[step], ...(step === 'deploy' && patience ? { 'rollout-timeout': patience } : {}) }
  return runStep({ job, action: join(root, 'actions', step), inputs: { command, ...own, ...rest } })
}

/** The comment of a pull request, after the five jobs of its preview. */
async function previewed(files: Files): Promise<string> {
  const pull = { number: ++serial, headSha: commit([base]), baseSha: base, title: 'Change', files: [] }
  sandbox.github.openPullRequest(pull)
  const run = runId()
  const plans = stepNames.map((step) => {
    const job = previewPart(sandbox, pull, { part: step, workspace: checkout(files), runId: run })
    return act(step, step === 'verify' ? 'policy' : 'plan', job, { publish: 'hand-on' })
  })
  await Promise.all(plans)
  const job = previewPart(sandbox, pull, { part: 'publish', workspace: checkout({}), runId: run })
  const { exitCode } = await runStep({ job, action: join(root, 'actions/publish'), inputs: {} })
  expect(exitCode).toBe(1)
  const [comment, ...others] = sandbox.github.comments(pull.number)
  expect(others).toEqual([])
  return comment?.body ?? ''
}

const views = [
  { width: 1280, height: 800, scheme: 'light' },
  { width: 420, height: 800, scheme: 'dark' },
] as const

/** Where the first of each text ends, in pixels from the top of the page; what is folded away is nowhere. */
async function placesOf(markdown: string, name: string, texts: readonly RegExp[]) {
  return Promise.all(
    views.map(async ({ width, height, scheme }) => {
      const page = await chromium.browser.newPage({ viewport: { width, height }, colorScheme: scheme })
      await page.setContent(pageOf('comment', markdown, name))
      const file = `${name}-${width}`.replace(/[^a-z0-9]+/gi, '-')
      await page.screenshot({ path: join(pictures, `${file}.png`) })
      await page.screenshot({ path: join(pictures, `${file}-whole.png`), fullPage: true })
      const places = await Promise.all(
        texts.map(async (text) => {
          const box = await page
            .getByText(text)
            .locator('visible=true')
            .first()
            .boundingBox({ timeout: 2_000 })
          return box === null ? Number.POSITIVE_INFINITY : box.y + box.height
        }),
      )
      const faults = await faultsOf(page)
      await page.close()
      return { width, height, places, faults: [...faults] }
    }),
  )
}

async function expectFirstScreen(markdown: string, name: string, texts: readonly RegExp[]): Promise<void> {
  for (const { width, height, places, faults } of await placesOf(markdown, name, texts)) {
    expect([width, faults]).toEqual([width, []])
    expect([width, places]).toEqual([width, places.toSorted((a, b) => a - b)])
    // What is not bad comes last, and may be below the screen of a phone.
    const seen = width > 420 ? places : places.slice(0, -1)
    expect([width, seen.filter((bottom) => bottom > height)]).toEqual([width, []])
  }
}

const rest = [
  /Building orders_by_number blocks writes to orders/,
  /AWS_SECRET_ACCESS_KEY is given an AWS access key/,
  /The pod of shop.Deployment.web runs as user 0/,
  /1 to update, 0 to delete/,
]

test('all four things that a pull request breaks are on the first screen, the worst first', async () => {
  await expectFirstScreen(await previewed(broken), 'four', [/orders is replaced/, ...rest])
}, 180_000)

test('a plan that fails is on the first screen, before what is bad in the others', async () => {
  const files = {
    ...broken,
    'terraform/stacks/dev/logs/main.tf': stack('orders').replace('input ', 'inputs '),
  }
  await expectFirstScreen(await previewed(files), 'failed', [/Unsupported argument/, ...rest])
}, 180_000)
