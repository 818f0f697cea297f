/** Who asks for an ID token: a job of a workflow run, as GitHub knows it. */

export interface RepositoryIdentity {
  /** `owner/name` */
  readonly repository: string
  readonly repositoryId: string
  readonly ownerId: string
}

/** This repository, under numbers that the sandbox has given it. */
export const REPOSITORY: RepositoryIdentity = {
  repository: 'omninode-ai/omninode_infra',
  repositoryId: '123456',
  ownerId: '99',
}

/** One job of a workflow run, as its claims tell it. */
export interface JobIdentity extends RepositoryIdentity {
  readonly event: string
  readonly ref: string
  readonly sha: string
  readonly environment?: string
  readonly actor: string
  readonly actorId: string
  readonly runId: string
  readonly runAttempt: string
  readonly headRef?: string
  readonly baseRef?: string
  /** `owner/name/.github/workflows/file.yml@ref` of the reusable workflow that the job is in; the run's own unless given. */
  readonly workflow?: string
  /** The check run that GitHub makes for the job. */
  readonly checkRunId?: string
  /** `repo:o/r:…`, or the immutable `repo:o@1/r@2:…` of newer repositories. */
  readonly subject: 'name' | 'immutable'
}

interface Run {
  readonly runId?: string
}

/** The workflow that publishes and signs what a pull request shows, as others call it. */
export const PUBLISH = 'omninode-ai/omninode_infra/.github/workflows/publish.yml@refs/tags/v1'

const actor = { actor: 'octocat', actorId: '583231' } as const

/** A job that a push to the default branch starts; in no environment unless one is named. */
export function pushJob(
  repository: RepositoryIdentity,
  { sha, environment, runId = '1' }: Run & { readonly sha: string; readonly environment?: string },
): JobIdentity {
  return {
    ...repository,
    ...actor,
    event: 'push',
    ref: 'refs/heads/main',
    sha,
    ...(environment === undefined ? {} : { environment }),
    runId,
    runAttempt: '1',
    subject: 'immutable',
  }
}

/** A job that a pull request starts. */
export function pullRequestJob(
  repository: RepositoryIdentity,
  { number, sha, runId = '1' }: Run & { readonly number: number; readonly sha: string },
): JobIdentity {
  return {
    ...pushJob(repository, { sha, runId }),
    event: 'pull_request',
    ref: `refs/pull/${number}/merge`,
    headRef: 'release',
    baseRef: 'main',
  }
}

/** GitHub writes a colon within a value of the subject as %3A. */
function part(value: string): string {
  return value.replaceAll(':', '%3A')
}

export function subjectOf(identity: JobIdentity): string {
  const [owner = '', name = ''] = identity.repository.split('/')
  const repository =
    identity.subject === 'name'
      ? `${owner}/${name}`
      : `${owner}@${identity.ownerId}/${name}@${identity.repositoryId}`
  const context =
    identity.environment !== undefined
      ? `environment:${part(identity.environment)}`
      : identity.event === 'pull_request'
        ? 'pull_request'
        : `ref:${part(identity.ref)}`
  return `repo:${repository}:${context}`
}
