/** The jobs of a workflow run, with the variables that GitHub gives them and the sandbox's own instead of the world's. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StepName } from '#toolkit/model/step.ts'
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
import { type Granted, grantedTo } from './permissions.ts'
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
  /** Whether it may ask for an OIDC token, as with `id-token: write`; what a job of its kind may unless it is given. */
  readonly idToken?: boolean
  /** The reusable workflow that the job is in, `owner/name/.github/workflows/file.yml@ref`. */
  readonly workflow?: string
  /** What `permissions:` gives; what a job of its kind needs unless it is something else. */
  readonly permissions?: Permissions
  /** Whether it is of a fork's pull request, or of Dependabot's: whatever is asked for, it gets nothing that writes. */
  readonly readsOnly?: boolean
}

function readOnly({ permissions }: Granted): Granted {
  const read = Object.keys(permissions).map((permission) => [permission, 'read'])
  return { permissions: Object.fromEntries(read), idToken: false }
}

function jobFor(
  around: Surroundings,
  { workflow, ...given }: JobIdentity,
  options: JobOptions,
  asked: Granted,
): Job {
  const granted = options.readsOnly === true ? readOnly(asked) : asked
  const token = around.github.token(options.permissions ?? granted.permissions)
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
      ...((options.idToken ?? granted.idToken) ? around.issuer.job(identity) : {}),
      ...around.artifacts?.job(identity.runId),
      ...around.aws.env,
      ...stackVariables(around.repository),
    },
  }
}

type Previewed = Pick<PullRequest, 'number' | 'headSha' | 'baseSha' | 'base'>

/** The checkout of a pull request's job is the merge of head and base. */
function pulledJob(
  around: Surroundings,
  { number, headSha, baseSha, base = 'main' }: Previewed,
  { workflow, ...options }: JobOptions & { readonly workflow: string },
  granted: Granted,
): Job {
  const pulled = pullRequestJob(around.repository, { number, sha: headSha, runId: options.runId })
  const job = jobFor(around, { ...pulled, baseRef: base, workflow }, options, granted)
  const eventFile = join(job.folder, 'event.json')
  const event = { number, pull_request: { number, head: { sha: headSha }, base: { sha: baseSha } } }
  writeFileSync(eventFile, JSON.stringify(event))
  return { ...job, env: { ...job.env, GITHUB_EVENT_PATH: eventFile } }
}

/** A single job that previews a pull request and publishes what it finds. */
export function previewJob(around: Surroundings, pullRequest: Previewed, options: JobOptions): Job {
  const permissions: Permissions = { contents: 'read', 'pull-requests': 'write', checks: 'write' }
  return pulledJob(around, pullRequest, { workflow: PUBLISH, ...options }, { permissions, idToken: true })
}

const PREVIEW = PUBLISH.replace('/publish.yml@', '/preview.yml@')

/** A job of `preview.yml`: it plans and hands on; `publish` is the one that signs and shows, in a workflow of its own. */
export function previewPart(
  around: Surroundings,
  pullRequest: Previewed,
  { part, ...options }: JobOptions & { readonly part: StepName | 'publish' },
): Job {
  const publishes = part === 'publish'
  const granted = grantedTo(publishes ? 'publish' : 'preview', part)
  return pulledJob(around, pullRequest, { workflow: publishes ? PUBLISH : PREVIEW, ...options }, granted)
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
  return jobFor(around, { ...pushed, ref: `refs/heads/${branch}` }, options, grantedTo('release', 'release'))
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
  return jobFor(
    around,
    { ...pushed, event: 'workflow_dispatch' },
    options,
    grantedTo('rollback', environment === undefined ? 'plan' : 'rollback'),
  )
}

/** The job that looks at the default branch every night, by default for provision: it is in no environment. */
export function scheduledJob(
  around: Surroundings,
  sha: string,
  { part = 'provision', ...options }: JobOptions & { readonly part?: 'provision' | 'deploy' },
): Job {
  const pushed = pushJob(around.repository, { sha, runId: options.runId })
  return jobFor(around, { ...pushed, event: 'schedule' }, options, grantedTo('drift', part))
}
