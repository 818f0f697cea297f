/** What docs/releasing.md says of what is refused, and of the way on: each row is played, on a real API server. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PullRequest } from '#sandbox/github/pulls.ts'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { startIssuerProxy } from '#sandbox/oidc/proxy.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import type { RunningProxy } from '#sandbox/proxy/proxy.ts'
import { type JobOptions, previewJob, releaseJob, type Surroundings } from '#sandbox/runner/jobs.ts'
import { type Job, runStep, type StepOptions, type StepResult } from '#sandbox/runner/runner.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { fieldManagerOf } from '../../actions/deploy/src/application/application.ts'
import { asMember } from '../../actions/deploy/src/application/inventory.ts'
import { asOwned } from '../../actions/deploy/src/ownership/owner.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
let github: GitHubServer
let issuer: OidcIssuer
let proxy: RunningProxy
let kubernetes: Kubernetes
let admin: KubernetesClient
let around: Surroundings
let application: string
let serial = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-way-on-'))
  const requests = [...certificateRequests, issuerCertificate]
  const progress = () => undefined
  const certificates = await createCertificates(join(folder, 'pki'), requests, { progress })
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  proxy = await startIssuerProxy(issuer)
  kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer: { url: issuer.url, caPem: certificates.caPem },
    repositoryId: REPOSITORY.repositoryId,
    branches: ['release-1.x'],
    progress,
  })
  admin = kubernetes.admin()
  github = await startGitHub(REPOSITORY.repository)
  const tools = { PATH: process.env['PATH'] ?? '' }
  around = {
    repository: REPOSITORY,
    folder,
    caFile: certificates.caFile,
    tools,
    aws: { env: {} },
    github,
    issuer,
    proxy,
  }
}, 600_000)
afterAll(async () => {
  admin?.close()
  await Promise.all([kubernetes?.stop(), proxy?.stop(), issuer?.stop(), github?.stop()])
  rmSync(folder, { recursive: true, force: true })
})

/** The settings that a commit holds, each a ConfigMap. */
type Settings = Readonly<Record<string, string>>

interface Commit {
  readonly sha: string
  readonly settings: Settings
}

let main: Commit

function commit(parents: readonly Commit[], settings: Settings): Commit {
  const sha = createHash('sha1').update(`commit ${++serial}`).digest('hex')
  github.commit(
    sha,
    parents.map((parent) => parent.sha),
  )
  return { sha, settings }
}

/** A checkout of a commit. */
function checkout({ settings }: Commit): string {
  const workspace = mkdtempSync(join(folder, 'workspace-'))
  mkdirSync(join(workspace, 'k8s'))
  for (const [name, value] of Object.entries(settings)) {
    const metadata = { name, namespace: application }
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { value } }
    writeFileSync(join(workspace, 'k8s', `${name}.yaml`), JSON.stringify(object))
  }
  return workspace
}

async function deploy(
  command: string,
  job: Job,
  options: Partial<StepOptions> = {},
): Promise<StepResult & { readonly refusal: string | undefined }> {
  const inputs = {
    command,
    manifests: 'k8s',
    application,
    // The review is recorded either way; the comment settles for seconds.
    comment: 'off',
    ...kubernetes.inputs,
    ...options.inputs,
  }
  const action = join(root, 'actions/deploy')
  const result = await runStep({ job, action, ...options, inputs })
  const refusal = result.annotations.find(({ level }) => level === 'error')?.properties['title']
  return { ...result, refusal }
}

type Opened = PullRequest & { readonly head: Commit }

/** A pull request that is opened on a branch of its own. */
function open(settings: Settings, { base = 'main', on = main } = {}): Opened {
  const head = commit([on], settings)
  const number = ++serial
  const opened = { number, headSha: head.sha, baseSha: on.sha, title: 'Change', files: [], base }
  github.openPullRequest(opened)
  return { ...opened, head }
}

const runId = () => String(1_000 + ++serial)

function preview(opened: Opened, options: Partial<JobOptions> = {}) {
  return deploy(
    'plan',
    previewJob(around, opened, { workspace: checkout(opened.head), runId: runId(), ...options }),
  )
}

/** Merges it as it is, with a merge commit; what its branch has not touched stays as the other side has it. */
function merge({ number, head, base = 'main' }: Opened, onto = main, touched = head.settings): Commit {
  const merged = commit([onto, head], { ...onto.settings, ...touched })
  github.merge(number, merged.sha)
  if (base === 'main') main = merged
  return merged
}

function release(
  merged: Commit,
  options: Partial<JobOptions & { branch: string }> = {},
  more?: Partial<StepOptions>,
) {
  const job = releaseJob(around, merged.sha, { workspace: checkout(merged), runId: runId(), ...options })
  return deploy('apply', job, more)
}

/** What the cluster holds. */
async function live(): Promise<Settings> {
  const objects = await admin.list({ apiVersion: 'v1', kind: 'ConfigMap' })
  const own = objects.filter(({ metadata }) => metadata.namespace === application)
  return Object.fromEntries(
    own.flatMap((object) => {
      const { value } = (object as unknown as { data?: { value?: string } }).data ?? {} // core/v1 ConfigMap
      return value === undefined ? [] : [[object.metadata.name, value]]
    }),
  )
}

/** The way on: the next pull request, that changes no file. */
async function nextPullRequest(): Promise<void> {
  const opened = open(main.settings)
  expect(await preview(opened)).toMatchObject({ exitCode: 0 })
  const merged = merge(opened)
  expect(await release(merged)).toMatchObject({ exitCode: 0, refusal: undefined })
  expect(await live()).toEqual(main.settings)
}

/** A pull request that is previewed, merged and released. */
async function released(settings: Settings, from?: { base?: string; on?: Commit }): Promise<Commit> {
  const opened = open(settings, from)
  expect(await preview(opened)).toMatchObject({ exitCode: 0 })
  const merged = merge(opened, from?.on ?? main)
  const branch = from?.base === undefined ? {} : { branch: from.base }
  expect(await release(merged, branch)).toMatchObject({ exitCode: 0, refusal: undefined })
  expect(await live()).toEqual(merged.settings)
  return merged
}

/** A target that has been released once. */
async function begin(): Promise<void> {
  application = `way-on-${++serial}`
  const metadata = { name: application }
  await admin.apply(
    { apiVersion: 'v1', kind: 'Namespace', metadata },
    { fieldManager: 'stage', force: true, dryRun: false },
  )
  main = commit([], {})
  await released({ a: '1' })
}

const played: string[] = []
const row = (name: string, work: () => Promise<void>) => {
  played.push(name)
  test(name, work, 120_000)
}

describe('a way on', () => {
  beforeEach(begin, 60_000)

  row('a pull request from a fork was merged', async () => {
    const opened = open({ a: '2' })
    const fork = {
      idToken: false,
      permissions: { contents: 'read', 'pull-requests': 'read', checks: 'read' },
    }
    await preview(opened, fork as Partial<JobOptions>)
    expect(await release(merge(opened))).toMatchObject({ exitCode: 1, refusal: 'NOT_REVIEWED' })
    expect(await live()).toEqual({ a: '1' })
    await nextPullRequest()
  })

  row('the key of the signature is gone', async () => {
    const opened = open({ a: '2' })
    await preview(opened)
    await issuer.rotate()
    expect(await release(merge(opened))).toMatchObject({ exitCode: 1, refusal: 'REVIEW_KEY_UNKNOWN' })
    expect(await live()).toEqual({ a: '1' })
    await nextPullRequest()
  })

  row('somebody changed the target by hand', async () => {
    const opened = open({ a: '2' })
    await preview(opened)
    const metadata = { name: 'a', namespace: application }
    const byHand = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { value: 'by hand' } }
    const owner = { name: application, namespace: 'default', repository: REPOSITORY.repositoryId }
    // In the application's own name, so that it is no conflict of fields.
    const fieldManager = fieldManagerOf(owner)
    await admin.apply(asOwned(asMember(byHand, owner), owner), { fieldManager, force: true, dryRun: false })
    expect(await release(merge(opened))).toMatchObject({ exitCode: 1, refusal: 'REVIEW_DIFFERS' })
    expect(await live()).toEqual({ a: 'by hand' })
    await nextPullRequest()
  })

  row('two pull requests were merged at once', async () => {
    const [one, other] = [open({ a: '2' }), open({ a: '3' })]
    await Promise.all([preview(one), preview(other)])
    expect(await release(merge(one))).toMatchObject({ exitCode: 0 })
    expect(await release(merge(other))).toMatchObject({ exitCode: 1, refusal: 'REVIEW_DIFFERS' })
    expect(await live()).toEqual({ a: '2' })
    await nextPullRequest()
  })

  row('a merge queue brought three at once', async () => {
    const three = [open({ a: '1', b: '1' }), open({ a: '1', c: '1' }), open({ a: '1', d: '1' })]
    await Promise.all(three.map((each) => preview(each)))
    const merged = three.map((each) => merge(each))
    expect(await release(merged[2] as Commit)).toMatchObject({ exitCode: 1, refusal: 'REVIEW_DIFFERS' })
    expect(await live()).toEqual({ a: '1' })
    await nextPullRequest()
    expect(await live()).toEqual({ a: '1', b: '1', c: '1', d: '1' })
  })

  row('a release was reverted, and the old run started again', async () => {
    const opened = open({ a: '2' })
    await preview(opened)
    const merged = merge(opened)
    const id = runId()
    expect(await release(merged, { runId: id })).toMatchObject({ exitCode: 0 })
    const revert = open({ a: '1' })
    await preview(revert)
    expect(await release(merge(revert))).toMatchObject({ exitCode: 0 })
    expect(await release(merged, { runId: id })).toMatchObject({ exitCode: 1, refusal: 'RELEASE_OLDER' })
    expect(await live()).toEqual({ a: '1' })
    await nextPullRequest()
  })

  row('a revert had nothing to do, and what it reverted comes late', async () => {
    const opened = open({ a: '2' })
    await preview(opened)
    const late = merge(opened)
    const revert = open({ a: '1' })
    await preview(revert)
    expect(await release(merge(revert))).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } })
    expect(await release(late)).toMatchObject({ exitCode: 1, refusal: 'RELEASE_OLDER' })
    expect(await live()).toEqual({ a: '1' })
    await nextPullRequest()
  })

  row('a release was interrupted', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`s${index}`, '1']))
    const opened = open({ a: '1', ...many })
    await preview(opened)
    const merged = merge(opened)
    const id = runId()
    const abort = new AbortController()
    const first = await release(
      merged,
      { runId: id },
      {
        inputs: { concurrency: '1' },
        signal: abort.signal,
        onLine: (line) => void (line.startsWith('create: ') && abort.abort()),
      },
    )
    expect(first.exitCode).toBe(1)
    const half = Object.keys(await live()).length
    expect(half).toBeGreaterThan(1)
    expect(half).toBeLessThan(41)
    const again = await release(merged, { runId: id })
    expect(again).toMatchObject({ exitCode: 0, refusal: undefined })
    expect(again.annotations.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Some of what pull request #\d+ showed is already done/),
    )
    expect(await live()).toEqual(main.settings)
  })

  row('something was pushed after the preview', async () => {
    const opened = open({ a: '2' })
    await preview(opened)
    const pushed = commit([opened.head], { a: 'pushed' })
    github.push(opened.number, pushed.sha)
    const merged = merge({ ...opened, head: pushed, headSha: pushed.sha })
    expect(await release(merged)).toMatchObject({ exitCode: 1, refusal: 'NOT_REVIEWED' })
    expect(await live()).toEqual({ a: '1' })
    await nextPullRequest()
  })

  row('the base of the pull request was changed', async () => {
    const opened = open({ a: '2' }, { base: 'staging' })
    await preview(opened)
    github.retarget(opened.number, 'main')
    const merged = merge({ ...opened, base: 'main' })
    expect(await release(merged)).toMatchObject({ exitCode: 1, refusal: 'REVIEW_BASE' })
    expect(await live()).toEqual({ a: '1' })
    await nextPullRequest()
  })
})

describe('hotfix branches and back-ports', () => {
  beforeEach(begin, 60_000)

  const hotfix = { base: 'release-1.x' }

  row('a hotfix was previewed against the target as it is now', async () => {
    const base = main
    await released({ a: '2' })
    expect(await released({ a: 'fixed' }, { ...hotfix, on: base })).toBeDefined()
    await nextPullRequest()
  })

  row('the main line was released after the hotfix was previewed', async () => {
    const fix = open({ a: 'fixed' }, hotfix)
    await preview(fix)
    const onto = main
    await released({ a: '1', b: '1' })
    const merged = merge(fix, onto)
    const result = await release(merged, { branch: hotfix.base })
    expect(result).toMatchObject({ exitCode: 1, refusal: 'RELEASE_ASIDE' })
    expect(await live()).toEqual({ a: '1', b: '1' })
    await nextPullRequest()
  })

  row('a change of the main line was previewed before the hotfix was released', async () => {
    const opened = open({ a: '1', b: '1' })
    await preview(opened)
    await released({ a: '1', c: 'fixed' }, { ...hotfix, on: main })
    const merged = merge(opened)
    expect(await release(merged)).toMatchObject({ exitCode: 1, refusal: 'RELEASE_ASIDE' })
    expect(await live()).toEqual({ a: '1', c: 'fixed' })
  })

  row('a back-port was squashed from the main line', async () => {
    const base = main
    await released({ a: '2' })
    const port = open({ a: '2' }, { ...hotfix, on: base })
    await preview(port)
    const squashed = commit([base], port.head.settings)
    github.merge(port.number, squashed.sha)
    expect(await release(squashed, { branch: hotfix.base })).toMatchObject({ exitCode: 0 })
    expect(await live()).toEqual({ a: '2' })
  })
})

test('docs/releasing.md tells exactly what is played here', () => {
  const told = readFileSync(join(root, 'docs/releasing.md'), 'utf8')
  const tables = [...told.matchAll(/^\| what happened \|.*\n\| ---.*\n((?:\|.*\n)+)/gm)].map(
    ([, rows = '']) => rows,
  )
  const rows = [...tables.join('').matchAll(/^\| ([^|]+?) \|/gm)].map(([, name = '']) => name)
  expect(rows.sort()).toEqual([...played].sort())
})
