/**
 * Secrets in every place where they can enter, in every form, through success, failure, cancel and crash of each step,
 * with debug logging: nothing that comes out of any of it holds eight characters of one.
 */

import { randomInt } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import pg from 'pg'
import { letPreviewRead } from '#sandbox/kube/trust.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { type Stage, setStage } from '#sandbox/release/stage.ts'
import type { Job, StepOptions, StepResult } from '#sandbox/runner/runner.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import type { StepName } from '#toolkit/model/step.ts'
import { HAND_OVER } from '#toolkit/review/hand-over.ts'

const progress = { report: () => undefined, done: () => undefined, close: () => undefined }
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'

function random(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** Place → the secret that was put there. Each has two random parts, and between them what every language escapes. */
const planted = new Map<string, string>()

function plant(place: string, between = `%"'\\&<> +/ü`): string {
  const secret = `${random(20)}${between}${random(16)}`
  if (planted.has(place)) throw new Error(`${place} has a secret already`)
  planted.set(place, secret)
  return secret
}

/** No longer part of anything that comes out: it shows where a value was cut, whatever the length. */
const WINDOW = 8
/** Of base64 and hexadecimal digits: nine and eight characters of a secret. */
const ENCODED_WINDOW = 16

function windows(text: string, size: number): string[] {
  return Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size))
}

/** Every window of a secret, as it stands and in the encodings in which letters do not stay what they are. */
function tracesOf(secret: string): string[] {
  const parts = secret.match(/[A-Za-z0-9]{8,}/g) ?? []
  return parts.flatMap((part) => [
    ...windows(part, WINDOW),
    ...windows(Buffer.from(part).toString('hex'), ENCODED_WINDOW),
    ...windows(Buffer.from(part).toString('hex').toUpperCase(), ENCODED_WINDOW),
    ...[0, 1, 2].flatMap((before) => {
      const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(part)]).toString('base64')
      return windows(encoded.slice(before + 1, Math.floor(((before + part.length) * 8) / 6)), ENCODED_WINDOW)
    }),
  ])
}

let sandbox: Sandbox
let stage: Stage
let teller: Server
const results: { readonly what: string; readonly job: Job; readonly result: StepResult }[] = []

const hcl = (text: string) => JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{')

const STACK = 'terraform/stacks/planted'

function writeIn(path: string, text: string): void {
  const file = join(stage.workspace, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
}

const variables = {
  text: () => plant('TF_VAR of a sensitive variable'),
  unmarked_password: () => plant('TF_VAR whose name says so'),
  argument: () => plant('an argument of the CLI', 'x-'),
  file_text: () => plant('a variable file'),
  file_lines: () =>
    `${plant('the first line of a variable file’s heredoc', '-/+')}\n${plant('its second line', '-/+')}`,
  automatic: () => plant('terraform.tfvars'),
  fallback: () => plant('the default of a sensitive variable'),
}

function writeStack(): Readonly<Record<'env' | 'byArgument', Record<string, string>>> {
  const values = Object.fromEntries(Object.entries(variables).map(([name, make]) => [name, make()]))
  const object = { user: 'omninode', pass: plant('a member of a sensitive object') }
  const list = [plant('the first of a sensitive list'), plant('the second of a sensitive list')]
  const module = plant('what a module is given')
  const inCode = plant('an attribute of the code that its name tells')
  const url = plant('the password of a URL in the code', '-')
  const {
    fallback = '',
    file_text = '',
    file_lines = '',
    automatic = '',
    argument = '',
    text = '',
    unmarked_password = '',
  } = values
  const sensitive = ['text', 'argument', 'file_text', 'file_lines', 'automatic', 'object', 'list']
  const types: Record<string, string> = {
    object: 'object({ user = string, pass = string })',
    list: 'list(string)',
  }
  const declared = sensitive.map(
    (name) => `variable "${name}" {\n  type      = ${types[name] ?? 'string'}\n  sensitive = true\n}`,
  )
  const all = [
    'var.text',
    'var.argument',
    'var.file_text',
    'var.file_lines',
    'var.automatic',
    'var.object.pass',
    'var.list[0]',
    'var.list[1]',
    'var.fallback',
    'module.inner.given',
    'aws_iam_access_key.made.secret',
    'var.unmarked_password',
  ]
  writeIn(
    `${STACK}/main.tf`,
    `terraform {
  backend "s3" {}
}
provider "aws" {}
${declared.join('\n')}
variable "fallback" {
  default   = ${hcl(fallback)}
  sensitive = true
}
variable "unmarked_password" {}
variable "refuse" {
  default = false
}
variable "end" {
  default = "exit 1"
}
variable "again" {
  default = "0"
}
locals {
  all = [for each in [${all.join(', ')}] : nonsensitive(each)]
}
module "inner" {
  source = "./inner"
  token  = ${hcl(module)}
}
resource "aws_iam_user" "this" {
  name = "planted"
}
resource "aws_iam_access_key" "made" {
  user = aws_iam_user.this.name
}
resource "aws_ssm_parameter" "all" {
  name        = "/planted/all"
  type        = "SecureString"
  description = "https://app:${url}@example.com/"
  value       = jsonencode({ pass = [var.text, var.object.pass, var.list[0]], url = "postgres://u:\${urlencode(var.text)}@db/x" })
}
resource "terraform_data" "written" {
  input = { api_token = ${hcl(inCode)} }
}
resource "terraform_data" "refusing" {
  lifecycle {
    precondition {
      condition     = !var.refuse
      error_message = "refused: \${nonsensitive(var.text)} \${jsonencode(nonsensitive(var.list))} \${urlencode(nonsensitive(var.object.pass))} \${base64encode("u:\${nonsensitive(var.file_text)}")} \${substr(nonsensitive(var.automatic), 0, 12)}..."
    }
  }
}
resource "terraform_data" "telling" {
  input            = aws_iam_access_key.made.id
  triggers_replace = var.again
  provisioner "local-exec" {
    command = <<-EOT
      i=0
      while [ $i -lt \${length(local.all)} ]; do
        eval "v=\\$V$i"
        printf 'plain %s\\nbase64 ' "$v"
        printf '%s' "user:$v" | base64 -w0
        printf '\\nhex '
        printf '%s' "$v" | od -An -tx1 | tr -d ' \\n'
        printf '\\n'
        i=$((i+1))
      done
      printf '%s\\n' "$JSON" "$URLS"
      \${var.end}
    EOT
    environment = merge(
      { for i, each in local.all : "V\${i}" => each },
      { JSON = jsonencode(jsonencode(local.all)), URLS = join("\\n", [for each in local.all : urlencode(each)]) },
    )
  }
}
output "text" {
  value     = var.text
  sensitive = true
}
output "made" {
  value     = { nested = [aws_iam_access_key.made.secret] }
  sensitive = true
}
`,
  )
  writeIn(
    `${STACK}/inner/main.tf`,
    `variable "token" {\n  sensitive = true\n}\noutput "given" {\n  value     = var.token\n  sensitive = true\n}\n`,
  )
  writeIn(`${STACK}/terraform.tfvars`, `automatic = ${hcl(automatic)}\n`)
  writeIn('planted.tfvars', `file_text  = ${hcl(file_text)}\nfile_lines = <<EOT\n${file_lines}\nEOT\n`)
  return {
    env: {
      TF_VAR_text: text,
      TF_VAR_unmarked_password: unmarked_password,
      TF_VAR_object: `{ user = ${hcl(object.user)}, pass = ${hcl(object.pass)} }`,
      TF_VAR_list: JSON.stringify(list),
      TF_VAR_argument: argument,
    },
    // Which is refused by name.
    byArgument: { TF_CLI_ARGS_plan: `-var argument=${argument}` },
  }
}

const MANIFESTS = 'planted-k8s'

function writeManifests(): void {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const cut = plant('a Secret that a ConfigMap repeats, cut at every length')
  const label = plant('a Secret that a label repeats')
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'planted', namespace: 'planted' },
    data: {
      token: base64(plant('data of a Secret')),
      '.dockerconfigjson': base64(
        JSON.stringify({
          auths: { 'ghcr.io': { auth: base64(`omninode:${plant('the auth of a registry', '-')}`) } },
        }),
      ),
      'tls.key': base64(
        `-----BEGIN PRIVATE KEY-----\n${plant('a private key', '+/')}\n${plant('the second line of a private key', '+/')}\n-----END PRIVATE KEY-----\n`,
      ),
    },
    stringData: {
      cut,
      label,
      text: plant('stringData of a Secret'),
      url: `postgres://omninode:${encodeURIComponent(plant('a URL in a Secret'))}@postgres.onex-data:5432/omninode`,
      'config.yaml': `level: info\nenabled: true\napi-token: ${plant('a line of a file in a Secret', '-')}\n`,
      'settings.json': JSON.stringify({ host: 'db', nested: { password: plant('JSON in a Secret') } }),
      POSTGRES_USER: 'omninode',
      STAGE: 'planted',
    },
  }
  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'planted', namespace: 'planted' },
    data: {
      password: plant('a password in a ConfigMap'),
      ...Object.fromEntries(
        Array.from({ length: 40 }, (_, length) => [`at-${length}`, `${'x'.repeat(160 - length)}${cut}`]),
      ),
    },
  }
  const pod = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'planted', namespace: 'planted' },
    spec: {
      selector: { matchLabels: { app: 'planted' } },
      template: {
        metadata: { labels: { app: 'planted' } },
        spec: {
          containers: [
            {
              name: 'it',
              image: 'example.com/it:1',
              env: [{ name: 'API_TOKEN', value: plant('a variable of a container') }],
            },
          ],
        },
      },
    },
  }
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'planted' } }
  writeIn(
    `${MANIFESTS}/good/all.yaml`,
    [namespace, secret, configMap, pod].map((each) => JSON.stringify(each)).join('\n---\n'),
  )
  const bad = {
    ...configMap,
    metadata: { ...configMap.metadata, name: 'bad', labels: { it: label } },
    data: {},
  }
  const numeric = {
    ...secret,
    metadata: { ...secret.metadata, name: 'numeric' },
    data: {},
    stringData: { pin: 271_828_182_845_904 },
  }
  planted.set('a number in a Secret', '271828182845904')
  writeIn(
    `${MANIFESTS}/bad/all.yaml`,
    [namespace, secret, bad, numeric].map((each) => JSON.stringify(each)).join('\n---\n'),
  )
}

/** An HTTP server that answers with what it was sent, everywhere where it can. */
function startTeller(): Promise<Server> {
  const server = createServer(({ headers }, response) => {
    const said = `${headers['x-api-key'] ?? ''} ${headers['authorization'] ?? ''} ${headers['proxy-authorization'] ?? ''}`
    response.writeHead(302, {
      location: `/login?key=${encodeURIComponent(said)}`,
      'x-said': encodeURIComponent(said),
    })
    response.end(said)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

beforeAll(async () => {
  teller = await startTeller()
  sandbox = await startSandbox({ repository: REPOSITORY, progress })
  stage = await setStage(sandbox)
  const admin = sandbox.kubernetes.admin()
  await letPreviewRead(admin, ['planted'])
  admin.close()
}, 400_000)
afterAll(async () => {
  teller?.close()
  await sandbox?.stop()
})

const environment = () => ({
  RUNNER_DEBUG: '1',
  NPM_TOKEN: planted.get('NPM_TOKEN') ?? plant('NPM_TOKEN', '-'),
  PGPASSWORD: planted.get('PGPASSWORD') ?? plant('PGPASSWORD', '-'),
  TF_TOKEN_app_terraform_io: planted.get('a token of a registry') ?? plant('a token of a registry', '.'),
  MIRROR: `https://omninode:${planted.get('a URL in the environment') ?? plant('a URL in the environment', '-')}@mirror.example.com/`,
})

/** Which steps have handed on a success, or a failure. */
const handedOn = new Set<string>()

async function play(
  what: string,
  job: Job,
  name: StepName,
  command: string,
  { env = {}, ...options }: Partial<StepOptions>,
): Promise<StepResult> {
  const begun = { env: { ...environment(), ...env }, ...options }
  const result = await stage.play(job, name, command, begun)
  results.push({ what: `${name} ${command}, ${what}`, job, result })
  const once = `${name} ${what}`
  if ((command !== 'plan' && command !== 'policy') || handedOn.has(once)) return result
  // The same once more, by a job that hands it on.
  handedOn.add(once)
  const inputs = { ...options.inputs, publish: 'hand-on' }
  const handed = await stage.play(job, name, command, { ...begun, inputs })
  results.push({ what: `${name} ${command} that hands on, ${what}`, job, result: handed })
  return result
}

/** Says what the step said when it did not end as it should. */
function exits({ exitCode, log }: StepResult, code: number): void {
  expect({ exitCode, last: exitCode === code ? [] : log.slice(-20) }).toEqual({ exitCode: code, last: [] })
}

/** Cancels, or kills, a step when its log says something. */
async function interrupted(
  how: 'cancel' | 'crash',
  when: RegExp | number,
  run: (options: Pick<StepOptions, 'signal' | 'onLine' | 'onStart'>) => Promise<StepResult>,
): Promise<StepResult> {
  const cancel = new AbortController()
  let pid = 0
  const end = () => {
    if (how === 'cancel') return cancel.abort()
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  return run({
    signal: cancel.signal,
    onStart: (started) => {
      pid = started
      if (typeof when === 'number') setTimeout(end, when)
    },
    onLine: (line) => {
      if (typeof when !== 'number' && when.test(line)) setTimeout(end, 1_500)
    },
  })
}

const previewing = () => stage.preview()
const releasing = () => stage.release('0'.repeat(40))

test('provision', async () => {
  const { env, byArgument } = writeStack()
  const inputs = { directory: STACK, reviewed: 'off', 'var-file': 'planted.tfvars' }
  const run = (
    what: string,
    command: string,
    more: Record<string, string> = {},
    options: Partial<StepOptions> = {},
  ) =>
    play(what, command === 'plan' ? previewing() : releasing(), 'provision', command, {
      inputs,
      env: { ...env, ...more },
      ...options,
    })
  exits(await run('success', 'plan'), 0)
  const refused = await run('failure', 'plan', { TF_VAR_refuse: 'true' })
  exits(refused, 1)
  expect(refused.log.join('\n')).toMatch(/refused: \*\*\*/)
  const unseen = await run('failure', 'plan', byArgument)
  exits(unseen, 1)
  expect(unseen.log.join('\n')).toMatch(/TF_CLI_ARGS_plan/)
  const failed = await run('failure', 'apply')
  exits(failed, 1)
  expect(failed.log.join('\n')).toMatch(/plain \*\*\*/)
  // What it has made is in no file of ours.
  const made = await sandbox.aws.listObjects('omninode-state')
  expect(made).toContain(`${STACK}/terraform.tfstate`)
  writeIn(
    `${STACK}/stack.yml`,
    'allow:\n  - address: terraform_data.telling\n    action: replace\n    reason: it was never finished\n',
  )
  const slow = (how: string) => ({ TF_VAR_end: 'exec sleep 20', TF_VAR_again: how })
  for (const how of ['cancel', 'crash'] as const)
    expect(
      (await interrupted(how, /applying/, (options) => run(how, 'apply', slow(how), options))).exitCode,
    ).not.toBe(0)
  // A killed run leaves the lock of the state to whoever comes next.
  await sleep(1_000)
  const last = await run('success', 'apply', { TF_VAR_end: 'exit 0' })
  expect([0, 1]).toContain(last.exitCode)
}, 600_000)

test('migrate', async () => {
  const row = plant('a row')
  const raised = plant('a row that a function raises')
  const password = plant('the password of the database')
  await sandbox.postgres.createDatabase('planted')
  await sandbox.postgres.query(
    'planted',
    `CREATE ROLE planted SUPERUSER LOGIN PASSWORD ${pg.escapeLiteral(password)}`,
  )
  await sandbox.postgres.query(
    'planted',
    "CREATE TABLE people (email text, name text); CREATE TABLE numbers (n int); CREATE TABLE single (email text CONSTRAINT one UNIQUE); CREATE TABLE checked (name text CHECK (name = 'x'))",
  )
  for (let index = 0; index < 2; index++)
    await sandbox.postgres.query('planted', 'INSERT INTO people VALUES ($1, $2)', [row, raised])
  const url = `postgres://planted:${encodeURIComponent(password)}@127.0.0.1:${sandbox.postgres.port}/planted`
  const migration = (folder: string, sql: string, down = 'SELECT 1;') => {
    const stem = `db/${folder}/0001_x`
    writeIn(`${stem}.up.sql`, `${sql}\n`)
    writeIn(`${stem}.down.sql`, `${down}\n`)
  }
  migration('good', 'CREATE TABLE t (n int);', 'DROP TABLE t;')
  migration('slow', 'CREATE TABLE s (n int);\nSELECT pg_sleep(20);', 'DROP TABLE s;')
  const failing = [
    'INSERT INTO single SELECT email FROM people;',
    'INSERT INTO numbers SELECT email::int FROM people;',
    'INSERT INTO checked SELECT name FROM people;',
    'DO $$ BEGIN RAISE EXCEPTION $a$nobody is called % here$a$, (SELECT name FROM people LIMIT 1); END $$;',
    "DO $$ BEGIN EXECUTE 'SELECT ' || (SELECT email FROM people LIMIT 1); END $$;",
  ]
  for (const [index, sql] of failing.entries()) migration(`bad-${index}`, sql)
  const run = (what: string, command: string, folder: string, options: Partial<StepOptions> = {}) =>
    play(what, command === 'plan' ? previewing() : releasing(), 'migrate', command, {
      inputs: {
        directory: `db/${folder}`,
        'database-url': url,
        reviewed: 'off',
        'history-table': `migrate.h_${folder.replace('-', '_')}`,
      },
      ...options,
    })
  exits(await run('success', 'plan', 'good'), 0)
  for (const index of failing.keys()) {
    await run('failure', 'plan', `bad-${index}`)
    const failed = await run('failure', 'apply', `bad-${index}`)
    exits(failed, 1)
    expect(failed.log.join('\n')).toMatch(/SQLSTATE/)
  }
  for (const how of ['cancel', 'crash'] as const)
    expect(
      (await interrupted(how, 6_000, (options) => run(how, 'apply', 'slow', options))).exitCode,
    ).not.toBe(0)
  exits(await run('success', 'apply', 'good'), 0)
  const wrong = plant('a wrong password')
  const inputs = { directory: 'db/good', reviewed: 'off' }
  for (const [what, given] of [
    ['a wrong password', url.replace(/planted:[^@]+@/, `planted:${encodeURIComponent(wrong)}@`)],
    [
      'a password that is not encoded',
      `postgres://planted:${plant('a password that is not encoded', '/#@')}@127.0.0.1:1/x`,
    ],
    ['no URL', `postgres//${plant('what is no URL', '-')}`],
  ] as const)
    expect(
      (await play(what, releasing(), 'migrate', 'apply', { inputs: { ...inputs, 'database-url': given } }))
        .exitCode,
    ).toBe(1)
}, 600_000)

test('deploy', async () => {
  writeManifests()
  const run = (what: string, command: string, folder: string, options: Partial<StepOptions> = {}) =>
    play(what, command === 'plan' ? previewing() : releasing(), 'deploy', command, {
      inputs: {
        manifests: `${MANIFESTS}/${folder}`,
        application: 'planted',
        images: '',
        reviewed: 'off',
        'rollout-timeout': '30s',
      },
      ...options,
    })
  exits(await run('success', 'plan', 'good'), 0)
  // In a namespace that is not there yet the server validates nothing.
  await run('failure', 'plan', 'bad')
  exits(await run('failure', 'apply', 'bad'), 1)
  for (const how of ['cancel', 'crash'] as const)
    await interrupted(how, 4_000, (options) => run(how, 'apply', 'good', options))
  await run('success', 'apply', 'good')
  writeIn('kubeconfig', kubeconfigWith(plant('the token of a kubeconfig', '.')))
  const strange = {
    reviewed: 'off',
    'api-server': '',
    'certificate-authority': '',
    kubeconfig: 'kubeconfig',
    manifests: `${MANIFESTS}/good`,
  }
  exits(await play('a token that is none', releasing(), 'deploy', 'apply', { inputs: strange }), 1)
}, 600_000)

test('verify', async () => {
  const key = plant('a header', '-')
  const authorization = `Bearer ${plant('an authorization header', '.')}`
  const basic = `Basic ${Buffer.from(`omninode:${plant('the password of a basic header', '-')}`).toString('base64')}`
  const address = `http://127.0.0.1:${(teller.address() as AddressInfo).port}`
  const targets = `http ${address}/a header x-api-key env:PLANTED_KEY expect 200\nhttp ${address}/b header authorization env:PLANTED_AUTHORIZATION expect 200\nhttp ${address}/c header proxy-authorization env:PLANTED_BASIC expect 200`
  const env = { PLANTED_KEY: key, PLANTED_AUTHORIZATION: authorization, PLANTED_BASIC: basic }
  const inputs = { targets, paths: MANIFESTS, reviewed: 'off', 'rollout-timeout': '3s', 'database-url': '' }
  exits(await play('failure', previewing(), 'verify', 'policy', { inputs, env }), 1)
  exits(await play('failure', releasing(), 'verify', 'live', { inputs, env }), 1)
  const redirected = { ...inputs, targets: targets.replaceAll('expect 200', 'expect 302') }
  await play('success', releasing(), 'verify', 'live', { inputs: redirected, env })
  const away = 'http http://127.0.0.1:1/ header x-api-key env:PLANTED_KEY expect 200'
  const patient = { ...inputs, targets: `${targets}\n${away}`, 'rollout-timeout': '2m' }
  for (const how of ['cancel', 'crash'] as const)
    await interrupted(how, 3_000, (options) =>
      play(how, releasing(), 'verify', 'live', { inputs: patient, env, ...options }),
    )
}, 300_000)

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
}

/** Everything that came out of a step, and what it has left behind. */
function* outOf(job: Job, result: StepResult): Generator<readonly [string, string]> {
  yield ['the log', [...result.log, ...(result.post?.log ?? [])].join('\n')]
  yield ['the annotations', JSON.stringify(result.annotations)]
  yield ['the summary', result.summary]
  yield ['the outputs', Object.values(result.outputs).join('\n')]
  yield ['the state', Object.values(result.state).join('\n')]
  for (const file of filesIn(job.folder)) yield [file, readFileSync(file, 'latin1')]
}

/** Length of a trace → the trace → the place of the secret that it is of. */
type Traces = ReadonlyMap<number, ReadonlyMap<string, string>>

function placesByTrace(): Traces {
  const traces = new Map<number, Map<string, string>>()
  for (const [place, secret] of planted) {
    for (const trace of tracesOf(secret)) {
      const places = traces.get(trace.length) ?? new Map<string, string>()
      traces.set(trace.length, places.set(trace, place))
    }
  }
  return traces
}

/** The places of the secrets that a text holds a trace of, and where in it: in one pass, however many traces there are. */
function leaksIn(text: string, traces: Traces): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [length, places] of traces) {
    for (let at = 0; at + length <= text.length; at++) {
      const place = places.get(text.slice(at, at + length))
      if (place !== undefined && !found.has(place)) found.set(place, at)
    }
  }
  return found
}

test('nothing that came out of it holds eight characters of a secret', () => {
  // They ran: a test that plants nothing finds nothing.
  const traces = placesByTrace()
  const found = [...planted].map(([, secret]) => leaksIn(`… ${secret} …`, traces).size)
  expect(found).toEqual(Array(planted.size).fill(1))
  expect(planted.size).toBeGreaterThanOrEqual(40)
  expect(
    new Set(results.map(({ what }) => what.replace(/,.*(success|failure|cancel|crash).*/, ', $1'))).size,
  ).toBeGreaterThanOrEqual(14)
  const handed = sandbox.artifacts.kept().filter(({ name }) => name.startsWith(HAND_OVER))
  expect(handed.length).toBeGreaterThanOrEqual(6)
  const shown = {
    'the comment': JSON.stringify(sandbox.github.comments(1)),
    'the check runs': JSON.stringify(sandbox.github.checkRuns(stage.pullRequest.headSha)),
    'an artifact': sandbox.artifacts
      .kept()
      .map(({ zip }) =>
        Object.values(unzipSync(zip))
          .map((bytes) => strFromU8(bytes))
          .join('\n'),
      )
      .join('\n'),
  }
  const all = [
    ...results.flatMap(({ what, job, result }) =>
      [...outOf(job, result)].map(([where, text]) => ({ what, where, text })),
    ),
    ...Object.entries(shown).map(([where, text]) => ({ what: 'GitHub', where, text })),
  ]
  const leaks = all.flatMap(({ what, where, text }) =>
    [...leaksIn(text, traces)].map(
      ([place, at]) => `${place}: in ${where} of ${what}: …${text.slice(Math.max(0, at - 60), at + 40)}…`,
    ),
  )
  expect(leaks).toEqual([])
}, 120_000)

test('and what is no secret stays readable', () => {
  const said = results.map(({ result }) => result.log.join('\n')).join('\n')
  expect(said).toContain('planted/Secret/planted')
  expect(said).toContain('aws_ssm_parameter.all')
  expect(said).toContain('table public.single, column email, constraint one')
  for (const { result } of results)
    for (const value of [result.outputs['outputs'], result.outputs['resources'], result.outputs['summary']])
      if (value !== undefined && value !== '') expect(() => JSON.parse(value)).not.toThrow()
})

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
