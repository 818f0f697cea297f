import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import pg from 'pg'
import { letPreviewRead } from '#sandbox/kube/trust.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { type Stage, setStage } from '#sandbox/release/stage.ts'
import type { Job, StepOptions, StepResult } from '#sandbox/runner/runner.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import type { StepName } from '#toolkit/model/step.ts'

const progress = { report: () => undefined, done: () => undefined, close: () => undefined }

/** A value that is nowhere else, with characters that are written differently in URLs, JSON, HCL and SQL. */
const planted = (name: string) => `planted-${name}-${randomBytes(6).toString('hex')}%"'\\&<`
const secrets = {
  database: planted('database'),
  variable: planted('variable'),
  manifest: planted('manifest'),
  header: planted('header'),
  kubeconfig: `planted-kubeconfig-${randomBytes(6).toString('hex')}`,
}

let sandbox: Sandbox
let stage: Stage
let databaseUrl: string
const results: { readonly job: Job; readonly result: StepResult }[] = []

/** Terraform with a secret in a variable, a resource and an output; one of them is wrong when applied. */
const secretStack = `
terraform {
  backend "s3" {}
}
provider "aws" {}
variable "token" {
  type      = string
  sensitive = true
}
resource "aws_ssm_parameter" "token" {
  name  = "/secret/token"
  type  = "SecureString"
  value = var.token
}
resource "aws_ssm_parameter" "broken" {
  # AWS keeps this prefix for itself.
  name  = "/aws/broken"
  type  = "SecureString"
  value = "x-\${var.token}"
}
output "token" {
  value     = var.token
  sensitive = true
}
`

beforeAll(async () => {
  sandbox = await startSandbox({ repository: REPOSITORY, progress })
  stage = await setStage(sandbox)
  const admin = sandbox.kubernetes.admin()
  await letPreviewRead(admin, ['planted'])
  admin.close()
  await sandbox.postgres.query(
    'omninode_cloud',
    `CREATE ROLE planted SUPERUSER LOGIN PASSWORD ${pg.escapeLiteral(secrets.database)}`,
  )
  databaseUrl = `postgres://planted:${encodeURIComponent(secrets.database)}@127.0.0.1:${sandbox.postgres.port}/omninode_cloud`
  mkdirSync(join(stage.workspace, 'terraform/stacks/secret'), { recursive: true })
  writeFileSync(join(stage.workspace, 'terraform/stacks/secret/main.tf'), secretStack)
  appendFileSync(
    join(stage.workspace, 'k8s/base/onex-dev/namespace.yaml'),
    `---\n${JSON.stringify({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'planted', namespace: 'onex-dev' },
      stringData: { token: secrets.manifest },
    })}\n`,
  )
}, 300_000)
afterAll(() => sandbox?.stop())

async function play(job: Job, name: StepName, command: string, options: Partial<StepOptions> = {}) {
  const result = await stage.play(job, name, command, options)
  results.push({ job, result })
  return result
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
}

/** Everything that came out of a step. */
function* outOf(job: Job, result: StepResult): Generator<readonly [string, string]> {
  yield ['the log', [...result.log, ...(result.post?.log ?? [])].join('\n')]
  yield ['the annotations', JSON.stringify(result.annotations)]
  yield ['the summary', result.summary]
  yield ['the outputs', Object.values(result.outputs).join('\n')]
  yield ['the state', Object.values(result.state).join('\n')]
  for (const file of filesIn(job.folder)) yield [file, readFileSync(file, 'latin1')]
}

function textsIn(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** The forms in which a text may come out. */
function forms(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [secret, inJson, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]
}

test('no secret comes out of plans, applies and failures, wherever it was put in', async () => {
  const previewing = stage.preview()
  const env = {
    TF_VAR_token: secrets.variable,
    ONEX_API: 'http://127.0.0.1:1',
    ONEX_API_KEY: secrets.header,
    ONEX_API_AUTHORIZATION: `Bearer ${secrets.header}`,
  }
  const inputs = { 'database-url': databaseUrl, reviewed: 'off' }
  const secret = { ...inputs, directory: 'terraform/stacks/secret' }
  expect(
    (await play(previewing, 'provision', 'plan', { inputs: withoutDatabase(secret), env })).exitCode,
  ).toBe(0)
  expect((await play(previewing, 'migrate', 'plan', { inputs })).exitCode).toBe(0)
  expect((await play(previewing, 'deploy', 'plan')).exitCode).toBe(0)
  // It finds the Secret in the manifests.
  expect((await play(previewing, 'verify', 'policy', { inputs })).exitCode).toBe(1)

  const releasing = stage.release(await stage.merge())
  const broken = await play(releasing, 'provision', 'apply', { inputs: withoutDatabase(secret), env })
  expect(broken.exitCode).toBe(1)
  expect((await play(releasing, 'migrate', 'apply', { inputs })).exitCode).toBe(0)
  expect((await play(releasing, 'deploy', 'apply', { inputs: { reviewed: 'off' } })).exitCode).toBe(0)
  const impatient = { ...inputs, 'rollout-timeout': '1s', paths: 'k8s/overlays' }
  expect((await play(releasing, 'verify', 'live', { inputs: impatient, env })).exitCode).toBe(1)

  const wrong = databaseUrl.replace('planted:', 'planted:wrong')
  expect(
    (await play(releasing, 'migrate', 'apply', { inputs: { ...inputs, 'database-url': wrong } })).exitCode,
  ).toBe(1)
  const kubeconfig = join(stage.workspace, 'kubeconfig')
  writeFileSync(kubeconfig, kubeconfigWith(secrets.kubeconfig))
  const strange = { reviewed: 'off', 'api-server': '', 'certificate-authority': '', kubeconfig: 'kubeconfig' }
  expect((await play(releasing, 'deploy', 'apply', { inputs: strange })).exitCode).toBe(1)

  const known = Object.values(secrets)
  const issued = results.flatMap(({ result }) => result.masks).filter((mask) => mask.length >= 8)
  const tokens = results.flatMap(({ job }) => [job.token, job.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''])
  expect(issued.length).toBeGreaterThan(10)
  // Read once: there are many values, and many files.
  const out = results.flatMap(({ job, result }) => [...outOf(job, result)])
  for (const value of new Set([...known, ...issued, ...tokens])) {
    const written = forms(value)
    const leaking = out.filter(([, text]) => written.some((form) => text.includes(form)))
    expect(leaking.map(([where]) => where)).toEqual([])
  }
  const shown = JSON.stringify([
    sandbox.github.comments(1),
    sandbox.github.checkRuns(stage.pullRequest.headSha),
    sandbox.artifacts.kept().map(({ zip }) => Object.values(textsIn(zip))),
  ])
  for (const value of [...known, ...issued, ...tokens].filter((each) => !signsReview(each)))
    for (const form of forms(value)) expect(shown.includes(form)).toBe(false)
}, 300_000)

/** The one token that is published: its audience is a review, and nothing else takes it. */
function signsReview(token: string): boolean {
  const [, claims = ''] = token.split('.')
  return /"aud":"omninode-review:/.test(Buffer.from(claims, 'base64url').toString())
}

/** More than a comment has room for. */
const manyStack = `
terraform {
  backend "s3" {}
}
variable "token" {
  type      = string
  sensitive = true
}
resource "terraform_data" "token" {
  count = 300
  input = {
    name        = "/many/\${count.index}"
    description = "The parameter number \${count.index} of a plan that is long."
    value       = "\${var.token}-\${count.index}"
  }
}
`

test('what a comment has no room for is kept with the run, named in the comment, and holds no secret', async () => {
  mkdirSync(join(stage.workspace, 'terraform/stacks/many'), { recursive: true })
  writeFileSync(join(stage.workspace, 'terraform/stacks/many/main.tf'), manyStack)
  const job = stage.preview()
  const inputs = { directory: 'terraform/stacks/many', reviewed: 'off' }
  const env = { TF_VAR_token: secrets.variable }
  const result = await stage.play(job, 'provision', 'plan', { inputs, env })
  expect(result.exitCode).toBe(0)

  const artifact = sandbox.artifacts.kept().at(-1)
  if (artifact === undefined) throw new Error('nothing was kept')
  expect(artifact.name).toMatch(/^provision-plan-[0-9a-f]{12}-1$/)
  const { number } = stage.pullRequest
  const comment = sandbox.github.comments(number).at(-1)?.body ?? ''
  const url = `https://github.com/${REPOSITORY.repository}/actions/runs/${job.env['GITHUB_RUN_ID']}/artifacts/${artifact.id}`
  expect(comment).toContain(`<a href="${url}">${artifact.name}</a>`)
  expect(comment.length).toBeLessThanOrEqual(65_536)

  const { 'plan.md': text = '', 'plan.json': json = '' } = textsIn(artifact.zip)
  for (let index = 0; index < 300; index++) {
    expect(text).toContain(`terraform_data.token[${index}] @@`)
    expect(text).toContain(`The parameter number ${index} of`)
  }
  expect(JSON.parse(json).changes).toHaveLength(300)
  const token = job.env['ACTIONS_RUNTIME_TOKEN'] ?? ''
  for (const form of forms(secrets.variable)) expect([text, json, comment].join('\n')).not.toContain(form)
  for (const [where, output] of outOf(job, result))
    expect({ where, leaks: output.includes(token) }).toEqual({ where, leaks: false })
}, 120_000)

function withoutDatabase({
  'database-url': _none,
  ...inputs
}: Record<string, string>): Record<string, string> {
  return inputs
}

function kubeconfigWith(token: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'c',
    contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
    clusters: [
      {
        name: 'c',
        cluster: {
          server: sandbox.kubernetes.url,
          'certificate-authority-data': Buffer.from(sandbox.kubernetes.caPem).toString('base64'),
        },
      },
    ],
    users: [{ name: 'u', user: { token } }],
  })
}
