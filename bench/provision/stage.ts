/** Where Terraform runs: an AWS, a checkout with stacks, and the action as a runner starts it. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { REGION } from '#sandbox/aws/aws.ts'
import { startGitHub } from '#sandbox/github/server.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { previewJob } from '#sandbox/runner/jobs.ts'
import { runStep, type StepResult } from '#sandbox/runner/runner.ts'
import { openAccount } from '#sandbox/terraform/account.ts'
import { initArguments, STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import { wholePackage } from '#sandbox/terraform/terraform.ts'

const run = promisify(execFile)
const root = dirname(dirname(import.meta.dirname))

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
  const account = await openAccount({ progress })
  const { aws, folder } = account
  const tools = { ...account.tools, ...wholePackage(folder, process.env) }
  const github = await startGitHub(REPOSITORY.repository)
  progress('making the roles')
  const roles = await account.bootstrap(root)
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  let pulls = 0

  const jobFor = (files: readonly string[]) => {
    const number = ++pulls
    const headSha = String(number).padStart(40, '0')
    const pullRequest = { number, headSha, baseSha: 'f'.repeat(40), title: 'Change', files }
    github.openPullRequest(pullRequest)
    return previewJob({ ...account, tools, repository: REPOSITORY, github }, pullRequest, {
      workspace,
      runId: '1',
    })
  }

  const terraform = async (stack: string, commands: readonly (readonly string[])[], data: string) => {
    const env = { ...tools, HOME: folder, ...aws.bootstrapEnv, TF_DATA_DIR: data, TF_IN_AUTOMATION: '1' }
    for (const args of commands)
      await run('terraform', [...args], { cwd: join(workspace, stack), env, maxBuffer: 1 << 28 })
  }
  const init = (stack: string) => [...initArguments(stack), '-reconfigure']
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
      await Promise.all([github.stop(), account.stop()])
    },
  }
}
