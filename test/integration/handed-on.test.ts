/**
 * Jobs that plan hand on, one that publishes signs and shows, and what was shown is applied after the merge: by the bundles,
 * each in a job of its own permissions, on a real API server and a real Postgres.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { type Artifacts, startArtifacts } from '#sandbox/github/artifacts.ts'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import type { Permissions } from '#sandbox/github/tokens.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { letPreviewRead } from '#sandbox/kube/trust.ts'
import { PUBLISH, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { startIssuerProxy } from '#sandbox/oidc/proxy.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import type { RunningProxy } from '#sandbox/proxy/proxy.ts'
import { previewJob, releaseJob, type Surroundings } from '#sandbox/runner/jobs.ts'
import { type Job, runStep, type StepResult } from '#sandbox/runner/runner.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { HAND_OVER_FILE } from '#toolkit/review/hand-over.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
let github: GitHubServer
let issuer: OidcIssuer
let proxy: RunningProxy
let kubernetes: Kubernetes
let postgres: Postgres
let artifacts: Artifacts
let admin: KubernetesClient
let around: Surroundings
let databaseUrl: string
let serial = 0

const SECRET = 'correct-Horse7battery'

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-handed-on-'))
  const progress = () => undefined
  const requests = [...certificateRequests, issuerCertificate]
  const certificates = await createCertificates(join(folder, 'pki'), requests, { progress })
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  proxy = await startIssuerProxy(issuer)
  kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer: { url: issuer.url, caPem: certificates.caPem },
    repositoryId: REPOSITORY.repositoryId,
    progress,
  })
  admin = kubernetes.admin()
  await letPreviewRead(admin, ['database'])
  postgres = await startPostgres({ progress })
  databaseUrl = await postgres.createDatabase('handed_on')
  artifacts = await startArtifacts()
  github = await startGitHub(REPOSITORY.repository)
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
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'handed-on' } }
  await admin.apply(namespace, { fieldManager: 'stage', force: true, dryRun: false })
}, 600_000)
afterAll(async () => {
  expect(github?.violations).toEqual([])
  admin?.close()
  await Promise.all([kubernetes, postgres, proxy, issuer, github, artifacts].map((part) => part?.stop()))
  rmSync(folder, { recursive: true, force: true })
})

type Files = Readonly<Record<string, string>>

function checkout(files: Files): string {
  const workspace = mkdtempSync(join(folder, 'workspace-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(workspace, name, '..'), { recursive: true })
    writeFileSync(join(workspace, name), text)
  }
  return workspace
}

function commit(parents: readonly string[]): string {
  const sha = createHash('sha1').update(`handed on ${++serial}`).digest('hex')
  github.commit(sha, parents)
  return sha
}

const manifest = (kind: 'ConfigMap' | 'Secret', name: string, value: string) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind,
    metadata: { name, namespace: 'handed-on' },
    ...(kind === 'Secret' ? { stringData: { password: value } } : { data: { value } }),
  })

const files: Files = {
  'k8s/settings.yaml': manifest('ConfigMap', 'settings', '1'),
  'k8s/database.yaml': manifest('Secret', 'database', SECRET),
  'db/migrations/0001_a.up.sql': 'CREATE TABLE a (id bigint PRIMARY KEY)',
  'db/migrations/0001_a.down.sql': 'DROP TABLE a',
}

type StepName = 'deploy' | 'migrate'
const steps: readonly StepName[] = ['deploy', 'migrate']

function act(name: StepName, command: string, job: Job, more: Files = {}): Promise<StepResult> {
  const own =
    name === 'deploy'
      ? { manifests: 'k8s', application: 'handed-on', ...kubernetes.inputs }
      : { directory: 'db/migrations', 'database-url': databaseUrl }
  return runStep({ job, action: join(root, 'actions', name), inputs: { command, ...own, ...more } })
}

interface Pull {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly runId: string
}

let main: string

function open(): Pull {
  main ??= commit([])
  const pull = { number: ++serial, headSha: commit([main]), baseSha: main }
  github.openPullRequest({ ...pull, title: 'Change', files: [] })
  return { ...pull, runId: String(9_000 + ++serial) }
}

const READS: Permissions = { contents: 'read' }

/** A job of the workflow that the pull request itself brings: whatever it is, it may write nothing. */
function planJob(pull: Pull, permissions = READS): Job {
  const workflow = `${REPOSITORY.repository}/.github/workflows/preview.yml@refs/pull/${pull.number}/merge`
  return previewJob(around, pull, { workspace: checkout(files), runId: pull.runId, workflow, permissions })
}

function publish(pull: Pull): Promise<StepResult> {
  const permissions: Permissions = { checks: 'write', 'pull-requests': 'write' }
  const workspace = checkout({})
  const job = previewJob(around, pull, { workspace, runId: pull.runId, workflow: PUBLISH, permissions })
  return runStep({ job, action: join(root, 'actions/publish'), inputs: {} })
}

const failures = ({ annotations }: StepResult) =>
  annotations.filter(({ level }) => level === 'error').map(({ properties }) => properties['title'])

describe('two plans that are handed on', () => {
  test('are published together, merged, and applied as they were shown', async () => {
    const pull = open()
    for (const step of steps) {
      const planned = await act(step, 'plan', planJob(pull), { publish: 'hand-on' })
      expect([step, failures(planned), planned.exitCode]).toEqual([step, [], 0])
      expect(planned.summary).toContain('to ')
    }
    expect(github.checkRuns(pull.headSha)).toEqual([])
    expect(github.comments(pull.number)).toEqual([])
    const handed = artifacts
      .kept()
      .map(({ zip }) => strFromU8(unzipSync(zip)[HAND_OVER_FILE] ?? new Uint8Array()))
    expect(handed).toHaveLength(2)
    for (const secret of [SECRET, Buffer.from(SECRET).toString('base64'), new URL(databaseUrl).password])
      expect(handed.join('\n')).not.toContain(secret)

    const published = await publish(pull)
    expect([failures(published), published.exitCode]).toEqual([[], 0])
    expect(
      github
        .checkRuns(pull.headSha)
        .map(({ name }) => name.split(':')[0])
        .sort(),
    ).toEqual(['omninode deploy', 'omninode migrate'])
    const [comment, ...others] = github.comments(pull.number)
    expect(others).toEqual([])
    expect(comment?.body).toMatch(/### Deploy: 2 to create/)
    expect(comment?.body).toMatch(/### Migrate: 1 to run/)
    expect(comment?.body).not.toContain(SECRET)

    const merged = commit([main, pull.headSha])
    github.merge(pull.number, merged, { at: new Date(Date.now() + 2_000).toISOString() })
    main = merged
    for (const step of steps) {
      const job = releaseJob(around, merged, { workspace: checkout(files), runId: String(9_000 + ++serial) })
      const applied = await act(step, 'apply', job)
      expect([step, failures(applied), applied.exitCode]).toEqual([step, [], 0])
      expect(applied.log.join('\n')).toContain(`This is what pull request #${pull.number} showed`)
      expect(applied.outputs['changed']).toBe('true')
    }
    const { rows } = await postgres.query('handed_on', "SELECT to_regclass('a')::text AS a")
    expect(rows).toEqual([{ a: 'a' }])
  }, 240_000)

  test('of which the secret was changed after it was shown are refused', async () => {
    const changed = { ...files, 'k8s/database.yaml': manifest('Secret', 'database', `${SECRET}8`) }
    const pull = open()
    const job = previewJob(around, pull, {
      workspace: checkout(changed),
      runId: pull.runId,
      permissions: READS,
      workflow: `${REPOSITORY.repository}/.github/workflows/preview.yml@refs/pull/${pull.number}/merge`,
    })
    expect((await act('deploy', 'plan', job, { publish: 'hand-on' })).exitCode).toBe(0)
    expect((await publish(pull)).exitCode).toBe(0)
    const merged = commit([main, pull.headSha])
    github.merge(pull.number, merged, { at: new Date(Date.now() + 2_000).toISOString() })
    const other = { ...files, 'k8s/database.yaml': manifest('Secret', 'database', `${SECRET}9`) }
    const release = releaseJob(around, merged, {
      workspace: checkout(other),
      runId: String(9_000 + ++serial),
    })
    expect(failures(await act('deploy', 'apply', release))).toEqual(['REVIEW_DIFFERS'])
    main = merged
  }, 120_000)

  test('of which one could not be planned are told with the other, and the job that publishes fails', async () => {
    const pull = open()
    await act('migrate', 'plan', planJob(pull), { publish: 'hand-on' })
    const planned = await act('deploy', 'plan', planJob(pull), { publish: 'hand-on', manifests: 'nowhere' })
    expect(planned.exitCode).toBe(1)
    const published = await publish(pull)
    expect([failures(published), published.exitCode]).toEqual([['PREVIEW_FAILED'], 1])
    const body = github.comments(pull.number)[0]?.body ?? ''
    expect(body).toContain('### Deploy could not be planned')
    expect(body).toContain('### Migrate')
  }, 120_000)
})

describe('the job that plans', () => {
  test('holds nothing that the stand-in takes for a write', async () => {
    const pull = open()
    const { token, env } = planJob(pull)
    const writes: readonly (readonly [string, string, object])[] = [
      ['POST', `issues/${pull.number}/comments`, { body: 'Approved' }],
      ['POST', 'check-runs', { name: 'omninode deploy: x', head_sha: pull.headSha }],
      ['PATCH', 'issues/comments/1', { body: 'Approved' }],
      ['POST', 'issues', { title: 'x' }],
    ]
    for (const [method, path, body] of writes) {
      const url = `${env['GITHUB_API_URL']}/repos/${REPOSITORY.repository}/${path}`
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const { status } = await fetch(url, { method, headers, body: JSON.stringify(body) })
      expect([method, path, status]).toEqual([method, path, 403])
    }
  })

  test('cannot sign what an apply believes, also with a token that may write', async () => {
    const pull = open()
    const permissions: Permissions = { checks: 'write', 'pull-requests': 'write' }
    const shown = await act('deploy', 'plan', planJob(pull, permissions), { publish: 'here', comment: 'off' })
    expect(shown.exitCode).toBe(0)
    expect(github.checkRuns(pull.headSha)[0]?.output.text).toContain('Signed by GitHub')
    const merged = commit([main, pull.headSha])
    github.merge(pull.number, merged, { at: new Date(Date.now() + 2_000).toISOString() })
    const release = releaseJob(around, merged, {
      workspace: checkout({ ...files, 'k8s/settings.yaml': manifest('ConfigMap', 'settings', '2') }),
      runId: String(9_000 + ++serial),
    })
    expect(failures(await act('deploy', 'apply', release))).toEqual(['REVIEW_SIGNER'])
    main = merged
  }, 120_000)
})

describe('what the README of publish says', () => {
  test('of the permissions of its job is what this test gives it', () => {
    const readme = readFileSync(join(root, 'actions/publish/README.md'), 'utf8')
    const job = readme.slice(readme.indexOf('  publish:\n'))
    expect(/permissions:\n([\s\S]*?) {4}steps:/.exec(job)?.[1]?.trim().split(/\n\s*/)).toEqual([
      'id-token: write',
      'checks: write',
      'pull-requests: write',
    ])
  })
})
