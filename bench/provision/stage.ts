/** Where Terraform runs: an AWS, a checkout with stacks, and the action as a runner starts it. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { REGION } from '#sandbox/aws/aws.ts'
import { startTrustingAws } from '#sandbox/aws/trusting.ts'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import type { JobIdentity } from '#sandbox/oidc/issuer.ts'
import { runStep, type StepResult } from '#sandbox/runner/runner.ts'
import { bootstrapIdentity, type Roles, STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import { terraformEnv } from '#sandbox/terraform/terraform.ts'

const run = promisify(execFile)
const root = dirname(dirname(import.meta.dirname))
const identity = { repository: 'omninode-ai/omninode_infra', repositoryId: '123456', ownerId: '99' }

/** A stack with one resource of the AWS provider, in a folder of its own. */
export const STACK = `terraform {
  backend "s3" {}
}

provider "aws" {}

resource "aws_cloudwatch_log_group" "this" {
  name              = basename(abspath(path.root))
  retention_in_days = 365
}
`

export interface Stage {
  readonly progress: (message: string) => void
  /** Absolute path of the checkout. */
  readonly workspace: string
  write(file: string, text: string): void
  /** Milliseconds that the action took from its start to its end. @throws Error when it failed */
  action(
    inputs: Readonly<Record<string, string>>,
    files?: readonly string[],
  ): Promise<{ ms: number; result: StepResult }>
  /** Milliseconds of the same by hand: init, plan and show. */
  byHand(stack: string): Promise<number>
  /** Applies a stack with the administrator's credentials. */
  apply(stack: string): Promise<void>
  stop(): Promise<void>
}

export async function openStage(progress: (message: string) => void): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-bench-'))
  const trusting = await startTrustingAws({ folder, progress })
  const { aws, issuer } = trusting
  const github: GitHubServer = await startGitHub(identity.repository)
  const tools = terraformEnv(folder, process.env)
  progress('making the roles')
  const roles: Roles = await bootstrapIdentity({
    aws,
    folder: join(folder, 'bootstrap'),
    workspace: root,
    terraform: 'terraform',
    terraformEnv: tools,
    identity,
  })
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  let pulls = 0

  const jobFor = (files: readonly string[]) => {
    const number = ++pulls
    const headSha = String(number).padStart(40, '0')
    github.openPullRequest({ number, headSha, baseSha: 'f'.repeat(40), title: 'Change', files })
    const job: JobIdentity = {
      ...identity,
      event: 'pull_request',
      ref: `refs/pull/${number}/merge`,
      sha: headSha,
      headRef: 'change',
      baseRef: 'main',
      actor: 'octocat',
      actorId: '583231',
      runId: '1',
      runAttempt: '1',
      subject: 'immutable',
    }
    const jobFolder = mkdtempSync(join(folder, 'job-'))
    const eventFile = join(jobFolder, 'event.json')
    writeFileSync(
      eventFile,
      JSON.stringify({
        number,
        pull_request: { number, head: { sha: headSha }, base: { sha: 'f'.repeat(40) } },
      }),
    )
    return {
      workspace,
      folder: jobFolder,
      token: github.token({ contents: 'read', 'pull-requests': 'write', checks: 'write' }),
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: jobFolder,
        ...tools,
        NODE_EXTRA_CA_CERTS: trusting.caFile,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTOR: job.actor,
        GITHUB_API_URL: github.url,
        GITHUB_EVENT_NAME: job.event,
        GITHUB_EVENT_PATH: eventFile,
        GITHUB_REF: job.ref,
        GITHUB_REPOSITORY: job.repository,
        GITHUB_REPOSITORY_ID: job.repositoryId,
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_RUN_ID: '1',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_SHA: headSha,
        ...issuer.job(job),
        ...aws.env,
      },
    }
  }

  const terraform = async (stack: string, commands: readonly (readonly string[])[], data: string) => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      ...tools,
      ...aws.bootstrapEnv,
      TF_DATA_DIR: data,
      TF_IN_AUTOMATION: '1',
    }
    for (const args of commands)
      await run('terraform', [...args], { cwd: join(workspace, stack), env, maxBuffer: 1 << 28 })
  }
  const init = (stack: string) => [
    'init',
    '-input=false',
    '-reconfigure',
    ...Object.entries({
      bucket: STATE_BUCKET,
      key: `${stack}/terraform.tfstate`,
      region: REGION,
      use_lockfile: 'true',
      encrypt: 'true',
    }).map(([key, value]) => `-backend-config=${key}=${value}`),
  ]
  const freshData = () => mkdtempSync(join(folder, 'data-'))

  return {
    progress,
    workspace,
    write: (file, text) => {
      mkdirSync(dirname(join(workspace, file)), { recursive: true })
      writeFileSync(join(workspace, file), text)
    },
    action: async (inputs, files = []) => {
      const result = await runStep({
        job: jobFor(files),
        action: join(root, 'actions/provision'),
        inputs: {
          command: 'plan',
          'aws-role': roles.apply,
          'plan-role': roles.plan,
          'aws-region': REGION,
          'backend-config': `bucket=${STATE_BUCKET}`,
          // Its settling time is GitHub's, not ours.
          comment: 'off',
          ...inputs,
        },
      })
      if (result.exitCode !== 0) throw new Error(result.log.join('\n'))
      return { ms: result.durationMs, result }
    },
    byHand: async (stack) => {
      const data = freshData()
      const file = join(data, 'plan')
      const began = performance.now()
      await terraform(
        stack,
        [init(stack), ['plan', '-input=false', `-out=${file}`], ['show', '-json', file]],
        data,
      )
      return performance.now() - began
    },
    apply: (stack) =>
      terraform(stack, [init(stack), ['apply', '-input=false', '-auto-approve']], freshData()),
    stop: async () => {
      await Promise.all([github.stop(), trusting.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
