/** The jobs of a workflow run, with the variables that GitHub gives them and the sandbox's own instead of the world's. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Aws } from '../aws/aws.ts'
import type { Artifacts } from '../github/artifacts.ts'
import type { PullRequest } from '../github/pulls.ts'
import type { GitHubServer } from '../github/server.ts'
import type { Permissions } from '../github/tokens.ts'
import {
  type JobIdentity,
  PUBLISH,
  pullRequestJob,
  pushJob,
  type RepositoryIdentity,
} from '../oidc/identity.ts'
import type { OidcIssuer } from '../oidc/issuer.ts'
import type { RunningProxy } from '../proxy/proxy.ts'
import { stackVariables } from '../terraform/bootstrap.ts'
import type { Job } from './runner.ts'

/** What a job finds instead of the world: the sandbox, or as much of it as the job needs. */
export interface Surroundings {
  readonly repository: RepositoryIdentity
  /** Where the folders of jobs are made. */
  readonly folder: string
  readonly caFile: string
  readonly tools: Readonly<Record<string, string>>
  readonly aws: Pick<Aws, 'env'>
  readonly github: Pick<GitHubServer, 'url' | 'token' | 'addRun'>
  readonly issuer: Pick<OidcIssuer, 'job'>
  readonly proxy: Pick<RunningProxy, 'url'>
  /** Without it the job can keep no artifacts. */
  readonly artifacts?: Pick<Artifacts, 'job'>
}

export interface JobOptions {
  /** Absolute path of the checkout. */
  readonly workspace: string
  readonly runId: string
  /** Without it the job may not ask for an OIDC token, as without `id-token: write`. */
  readonly idToken?: boolean
  /** The reusable workflow that the job is in, `owner/name/.github/workflows/file.yml@ref`. */
  readonly workflow?: string
  /** What `permissions:` gives; what a job of its kind needs unless it is something else. */
  readonly permissions?: Permissions
}

function jobFor(
  around: Surroundings,
  { workflow, ...given }: JobIdentity,
  options: JobOptions,
  needed: Permissions,
): Job {
  const token = around.github.token(options.permissions ?? needed)
  const reusable = options.workflow ?? workflow
  const identity = { ...given, ...(reusable === undefined ? {} : { workflow: reusable }) }
  around.github.addRun({ id: identity.runId, event: identity.event, headSha: identity.sha })
  const folder = mkdtempSync(join(around.folder, 'job-'))
  mkdirSync(join(folder, 'home'))
  return {
    workspace: options.workspace,
    folder,
    token,
    env: {
      ...around.tools,
      HOME: join(folder, 'home'),
      NODE_EXTRA_CA_CERTS: around.caFile,
      HTTPS_PROXY: around.proxy.url,
      NO_PROXY: '127.0.0.1,localhost',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: identity.actor,
      GITHUB_API_URL: around.github.url,
      GITHUB_EVENT_NAME: identity.event,
      GITHUB_REF: identity.ref,
      GITHUB_REPOSITORY: identity.repository,
      GITHUB_REPOSITORY_ID: identity.repositoryId,
      GITHUB_RUN_ATTEMPT: identity.runAttempt,
      GITHUB_RUN_ID: identity.runId,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: identity.sha,
      ...(options.idToken === false ? {} : around.issuer.job(identity)),
      ...around.artifacts?.job(identity.runId),
      ...around.aws.env,
      ...stackVariables(around.repository),
    },
  }
}

/** The job that previews a pull request and publishes what it finds; its checkout is the merge of head and base. */
export function previewJob(
  around: Surroundings,
  pullRequest: Pick<PullRequest, 'number' | 'headSha' | 'baseSha' | 'base'>,
  options: JobOptions,
): Job {
  const { number, headSha, baseSha, base = 'main' } = pullRequest
  const pulled = pullRequestJob(around.repository, { number, sha: headSha, runId: options.runId })
  const identity = { ...pulled, baseRef: base, workflow: PUBLISH }
  const job = jobFor(around, identity, options, {
    contents: 'read',
    'pull-requests': 'write',
    checks: 'write',
  })
  const eventFile = join(job.folder, 'event.json')
  const event = { number, pull_request: { number, head: { sha: headSha }, base: { sha: baseSha } } }
  writeFileSync(eventFile, JSON.stringify(event))
  return { ...job, env: { ...job.env, GITHUB_EVENT_PATH: eventFile } }
}

export interface ReleaseOptions {
  readonly branch?: string
  /** In no environment: it plans, before the environment's reviewers are asked. */
  readonly outside?: boolean
}

/** The job that releases a commit of the default branch into the environment `dev`. */
export function releaseJob(
  around: Surroundings,
  sha: string,
  { branch = 'main', outside = false, ...options }: JobOptions & ReleaseOptions,
): Job {
  const { runId } = options
  const pushed = pushJob(around.repository, { sha, ...(outside ? {} : { environment: 'dev' }), runId })
  return jobFor(around, { ...pushed, ref: `refs/heads/${branch}` }, options, {
    actions: 'read',
    contents: 'read',
    'pull-requests': 'write',
    checks: 'write',
  })
}

/**
 * A job that a person has started on the default branch: without an environment it shows what it would do, and in one
 * it does that.
 */
export function dispatchedJob(
  around: Surroundings,
  sha: string,
  { environment, ...options }: JobOptions & { readonly environment?: string },
): Job {
  const within = environment === undefined ? {} : { environment }
  const pushed = pushJob(around.repository, { sha, ...within, runId: options.runId })
  return jobFor(around, { ...pushed, event: 'workflow_dispatch' }, options, {
    actions: 'read',
    contents: 'read',
    'pull-requests': 'read',
    checks: 'write',
  })
}

/** The job that looks at the default branch every night: it is in no environment. */
export function scheduledJob(around: Surroundings, sha: string, options: JobOptions): Job {
  const pushed = pushJob(around.repository, { sha, runId: options.runId })
  return jobFor(around, { ...pushed, event: 'schedule' }, options, { contents: 'read', issues: 'write' })
}
