import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { asSandbox } from '#sandbox/aws/sts.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { type Stage, setStage } from '#sandbox/release/stage.ts'
import type { StepResult } from '#sandbox/runner/runner.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'

const progress = { report: () => undefined, done: () => undefined, close: () => undefined }
const DIRECTORY = 'terraform/stacks/dev/apps'
const SHA = 'f'.repeat(40)

const backend = 'terraform {\n  backend "s3" {}\n}\n\n'
const files = {
  'terraform/modules/queue/main.tf':
    'variable "name" {\n  type = string\n}\n\nresource "terraform_data" "queue" {\n  input = var.name\n}\n',
  [`${DIRECTORY}/orders/main.tf`]: `${backend}module "queue" {\n  source = "../../../../modules/queue"\n  name   = "orders"\n}\n`,
  [`${DIRECTORY}/logs/main.tf`]: `${backend}provider "aws" {}\n\nresource "aws_cloudwatch_log_group" "this" {\n  name              = "apps"\n  retention_in_days = 7\n}\n`,
}

let sandbox: Sandbox
let stage: Stage

function write(file: string, text: string): void {
  const path = join(stage.workspace, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

beforeAll(async () => {
  sandbox = await startSandbox({ repository: REPOSITORY, progress })
  stage = await setStage(sandbox)
  for (const [file, text] of Object.entries(files)) write(file, text)
}, 300_000)
afterAll(() => sandbox?.stop())

const inputs = { directory: DIRECTORY }

async function released(): Promise<StepResult> {
  const result = await stage.play(stage.release(SHA), 'provision', 'apply', {
    inputs: { ...inputs, reviewed: 'off' },
  })
  expect(result.exitCode).toBe(0)
  return result
}

/** What somebody changes by hand, beside Terraform. */
async function keepLogsFor(days: number): Promise<void> {
  const response = await fetch(sandbox.aws.url, {
    method: 'POST',
    headers: {
      ...asSandbox('logs'),
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Logs_20140328.PutRetentionPolicy',
    },
    body: JSON.stringify({ logGroupName: 'apps', retentionInDays: days }),
  })
  expect(response.status).toBe(200)
}

function titles({ annotations }: StepResult): (string | undefined)[] {
  return annotations.filter(({ level }) => level === 'error').map(({ properties }) => properties['title'])
}

describe('the action provision, as a runner starts it', () => {
  test('plans with changed-only what the pull request touches, and nothing else', async () => {
    const touching = { number: 2, headSha: SHA, baseSha: '0'.repeat(40), title: 'Rename the queue' }
    const pullRequest = { ...touching, files: ['terraform/modules/queue/main.tf'] }
    sandbox.github.openPullRequest(pullRequest)
    const result = await stage.play(stage.preview({}, pullRequest), 'provision', 'plan', {
      inputs: { ...inputs, 'changed-only': 'true' },
    })
    expect(result.exitCode).toBe(0)
    expect(JSON.parse(result.outputs['summary'] ?? '')).toEqual({ create: 1 })
    expect(result.log).toContainEqual(expect.stringMatching(/^changed-only: orders, because of /))
    expect(result.log).toContainEqual('changed-only: 1 of 2 stacks are not touched')
    const [comment] = sandbox.github.comments(2)
    expect(comment?.body).toContain('terraform_data.queue')
    expect(comment?.body).not.toContain('aws_cloudwatch_log_group')
  }, 120_000)

  test('looks for drift at night: an issue for each stack that differs, closed when it does not any more', async () => {
    await released()
    const look = async () => {
      const result = await stage.play(stage.schedule(SHA), 'provision', 'drift', { inputs })
      expect(result.exitCode).toBe(0)
      return sandbox.github.issues().map(({ title, state }) => [title, state])
    }
    expect(await look()).toEqual([])
    await keepLogsFor(14)
    expect(await look()).toEqual([[`Drift in ${DIRECTORY}/logs`, 'open']])
    expect(sandbox.github.issues()[0]?.body).toMatch(/retention_in_days/)
    await keepLogsFor(7)
    expect(await look()).toEqual([[`Drift in ${DIRECTORY}/logs`, 'closed']])
  }, 240_000)

  test('destroys what a dry run of the same run has shown, when its folder was typed and its environment has reviewers', async () => {
    const token = sandbox.github.token({
      actions: 'read',
      checks: 'write',
      contents: 'read',
      'pull-requests': 'read',
    })
    const destroy = (more: Record<string, string>, job = stage.release(SHA)) =>
      stage.play(job, 'provision', 'destroy', {
        inputs: {
          directory: `${DIRECTORY}/orders`,
          'github-token': token,
          'review-signer': 'caller',
          ...more,
        },
      })
    expect(titles(await destroy({}))).toEqual(['DESTROY_CONFIRM'])
    expect(titles(await destroy({ confirm: 'orders' }))).toEqual(['DESTROY_CONFIRM'])
    expect(titles(await destroy({ directory: DIRECTORY, confirm: DIRECTORY }))).toEqual(['DESTROY_MANY'])
    const confirmed = { confirm: `${DIRECTORY}/orders` }
    expect(titles(await destroy(confirmed))).toEqual(['UNAPPROVED', 'NOT_REVIEWED'])
    sandbox.github.addEnvironment({ name: 'dev', reviewers: false })
    expect(titles(await destroy(confirmed))).toEqual(['UNAPPROVED', 'NOT_REVIEWED'])
    sandbox.github.addEnvironment({ name: 'dev', reviewers: true })
    // Nobody has seen what they approve.
    expect(titles(await destroy(confirmed))).toEqual(['NOT_REVIEWED'])
    const runId = '4711'
    const shown = await destroy(
      { ...confirmed, 'dry-run': 'true' },
      stage.release(SHA, { runId, outside: true }),
    )
    expect([shown.exitCode, shown.log.join('\n')]).toEqual([
      0,
      expect.stringContaining('planning as omninode-dev-plan'),
    ])
    expect(titles(await destroy(confirmed))).toEqual(['REVIEW_OF_ANOTHER_RUN'])
    const done = await destroy(confirmed, stage.release(SHA, { runId }))
    expect([titles(done), done.exitCode, done.outputs['changed']]).toEqual([[], 0, 'true'])
    // The other stack is as it was.
    const rest = await released()
    expect(rest.log).toContainEqual(expect.stringContaining(`planned ${DIRECTORY}/logs: nothing to do`))
    expect(rest.log).toContainEqual(expect.stringContaining(`planned ${DIRECTORY}/orders: 1 to change`))
  }, 240_000)
})
