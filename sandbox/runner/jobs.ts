/** The jobs of a workflow run, with the variables that GitHub gives them and the sandbox's own instead of the world's. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JobIdentity } from '../oidc/issuer.ts'
import type { Sandbox } from '../sandbox.ts'
import { stackVariables } from '../terraform/bootstrap.ts'
import type { Job } from './runner.ts'

const actor = { actor: 'octocat', actorId: '583231' } as const

export interface JobOptions {
  /** Absolute path of the checkout. */
  readonly workspace: string
  readonly runId: string
  /** Without it the job may not ask for an OIDC token, as without `id-token: write`. */
  readonly idToken?: boolean
}

function jobFor(sandbox: Sandbox, identity: JobIdentity, options: JobOptions, token: string): Job {
  const folder = mkdtempSync(join(sandbox.folder, 'job-'))
  mkdirSync(join(folder, 'home'))
  return {
    workspace: options.workspace,
    folder,
    token,
    env: {
      ...sandbox.tools,
      HOME: join(folder, 'home'),
      NODE_EXTRA_CA_CERTS: sandbox.caFile,
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: identity.actor,
      GITHUB_API_URL: sandbox.github.url,
      GITHUB_EVENT_NAME: identity.event,
      GITHUB_REF: identity.ref,
      GITHUB_REPOSITORY: identity.repository,
      GITHUB_REPOSITORY_ID: identity.repositoryId,
      GITHUB_RUN_ATTEMPT: identity.runAttempt,
      GITHUB_RUN_ID: identity.runId,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: identity.sha,
      ...(options.idToken === false ? {} : sandbox.issuer.job(identity)),
      ...sandbox.artifacts.job(identity.runId),
      ...sandbox.aws.env,
      ...stackVariables(sandbox.repository),
    },
  }
}

/** The job that previews a pull request; its checkout is the merge of head and base. */
export function previewJob(
  sandbox: Sandbox,
  pullRequest: { readonly number: number; readonly headSha: string; readonly baseSha: string },
  options: JobOptions,
): Job {
  const { number, headSha, baseSha } = pullRequest
  const identity: JobIdentity = {
    ...sandbox.repository,
    ...actor,
    event: 'pull_request',
    ref: `refs/pull/${number}/merge`,
    sha: headSha,
    headRef: 'release',
    baseRef: 'main',
    runId: options.runId,
    runAttempt: '1',
    subject: 'immutable',
  }
  const token = sandbox.github.token({ contents: 'read', 'pull-requests': 'write', checks: 'write' })
  const job = jobFor(sandbox, identity, options, token)
  const eventFile = join(job.folder, 'event.json')
  const event = { number, pull_request: { number, head: { sha: headSha }, base: { sha: baseSha } } }
  writeFileSync(eventFile, JSON.stringify(event))
  return { ...job, env: { ...job.env, GITHUB_EVENT_PATH: eventFile } }
}

/** The job that releases a commit of the default branch into the environment `dev`. */
export function releaseJob(sandbox: Sandbox, sha: string, options: JobOptions): Job {
  const identity: JobIdentity = {
    ...sandbox.repository,
    ...actor,
    event: 'push',
    ref: 'refs/heads/main',
    sha,
    environment: 'dev',
    runId: options.runId,
    runAttempt: '1',
    subject: 'immutable',
  }
  const token = sandbox.github.token({ contents: 'read', 'pull-requests': 'read', checks: 'read' })
  return jobFor(sandbox, identity, options, token)
}

/** The job that looks at the default branch every night: it is in no environment. */
export function scheduledJob(sandbox: Sandbox, sha: string, options: JobOptions): Job {
  const identity: JobIdentity = {
    ...sandbox.repository,
    ...actor,
    event: 'schedule',
    ref: 'refs/heads/main',
    sha,
    runId: options.runId,
    runAttempt: '1',
    subject: 'immutable',
  }
  return jobFor(sandbox, identity, options, sandbox.github.token({ contents: 'read', issues: 'write' }))
}
