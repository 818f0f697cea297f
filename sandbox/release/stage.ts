/** A repository with a pull request that brings this platform, and all that its first release needs beforehand. */
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StepName } from '#toolkit/model/step.ts'
import type { PullRequest } from '../github/pulls.ts'
import { previewJob, releaseJob, scheduledJob } from '../runner/jobs.ts'
import { type Job, runStep, type StepOptions, type StepResult } from '../runner/runner.ts'
import type { Sandbox } from '../sandbox.ts'
import { bootstrapIdentity } from '../terraform/bootstrap.ts'
import { DATABASE, platformInputs } from './platform.ts'
import { addPlatform, createWorkspace } from './workspace.ts'

const root = join(import.meta.dirname, '../..')

export interface Stage {
  readonly sandbox: Sandbox
  readonly pullRequest: PullRequest
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** The inputs of each step, but for `command`. */
  readonly inputs: Readonly<Record<StepName, Readonly<Record<string, string>>>>
  /** Merges the pull request; the merge commit's SHA. */
  merge(): Promise<string>
  /** A copy of the checkout, to be changed. */
  copy(name: string): string
  /** @param of the pull request of this stage unless another one is given */
  preview(options?: JobOptions, of?: PullRequest): Job
  release(sha: string, options?: JobOptions): Job
  schedule(sha: string, options?: JobOptions): Job
  /** Runs a step from its committed `dist/`. */
  play(job: Job, name: StepName, command: string, options?: Partial<StepOptions>): Promise<StepResult>
}

interface JobOptions {
  readonly workspace?: string
  /** Of the workflow run that the job is part of; a run of its own unless it is given. */
  readonly runId?: string
  readonly idToken?: boolean
  /** Of a release: in no environment. */
  readonly outside?: boolean
}

export async function setStage(sandbox: Sandbox): Promise<Stage> {
  const path = join(sandbox.folder, 'workspace')
  const workspace = await createWorkspace(path)
  const baseSha = await workspace.commit('Allow the first release')
  addPlatform(path)
  const headSha = await workspace.commit('Release the platform')
  const roles = await bootstrapIdentity({
    aws: sandbox.aws,
    folder: join(sandbox.folder, 'bootstrap'),
    workspace: path,
    terraform: 'terraform',
    terraformEnv: sandbox.tools,
    identity: sandbox.repository,
  })
  const databaseUrl = await sandbox.postgres.createDatabase(DATABASE)
  await sandbox.postgres.query(DATABASE, readFileSync(join(root, 'db/roles/onex_api.sql'), 'utf8'))
  const inputs = platformInputs(sandbox, { roles, databaseUrl })
  const pullRequest = { number: 1, headSha, baseSha, title: 'Release the platform', files: [] }
  sandbox.github.openPullRequest(pullRequest)
  let runs = 1_000
  const options = (more: JobOptions = {}) => ({ workspace: path, runId: String(++runs), ...more })
  return {
    sandbox,
    pullRequest,
    workspace: path,
    inputs,
    merge: async () => {
      const sha = await workspace.commit(`Merge pull request #${pullRequest.number}`)
      sandbox.github.merge(pullRequest.number, sha)
      return sha
    },
    copy: (name) => {
      const target = join(sandbox.folder, name)
      cpSync(path, target, { recursive: true })
      return target
    },
    preview: (more, of = pullRequest) => previewJob(sandbox, of, options(more)),
    schedule: (sha, more) => scheduledJob(sandbox, sha, options(more)),
    release: (sha, more) => releaseJob(sandbox, sha, options(more)),
    play: (job, name, command, more) =>
      runStep({
        job,
        action: join(root, 'actions', name),
        ...more,
        inputs: { ...inputs[name], command, ...more?.inputs },
      }),
  }
}
