/** Makes a mistake in a repository of its own, and gives what people are told of it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Stage } from '#sandbox/release/stage.ts'
import { previewJob, releaseJob } from '#sandbox/runner/jobs.ts'
import type { Job, StepResult } from '#sandbox/runner/runner.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { type Around, type Mistake, REPOSITORY_FILES } from './mistake.ts'

const SHA = '0'.repeat(40)

function writeFiles(workspace: string, files: Mistake['files'] = {}): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(workspace, path)
    if (content === undefined) rmSync(file, { recursive: true, force: true })
    else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  }
}

function jobOf(
  { job, idToken, permissions }: Mistake,
  { sandbox, stage, workspace }: Around,
  merged: string,
): Job {
  const options = {
    workspace,
    runId: '4711',
    ...(idToken === undefined ? {} : { idToken }),
    ...(permissions === undefined ? {} : { permissions }),
  }
  return job === 'pull request'
    ? previewJob(sandbox, stage.pullRequest, options)
    : releaseJob(sandbox, job === 'merged' ? merged : SHA, { ...options, outside: job === 'outside' })
}

/**
 * @param key a word of its own: of its checkout and its database
 * @param merged the commit that the pull request of the stage was merged as
 */
export async function make(
  mistake: Mistake,
  key: string,
  sandbox: Sandbox,
  stage: Stage,
  merged: string,
): Promise<StepResult> {
  const { step, command = step === 'verify' ? 'live' : 'apply', inputs = {}, env, before } = mistake
  const workspace = join(sandbox.folder, `checkout-${key}`)
  writeFiles(workspace, { ...REPOSITORY_FILES, ...mistake.files })
  const databaseUrl = step === 'migrate' ? await sandbox.postgres.createDatabase(key) : ''
  const around = { sandbox, stage, workspace, databaseUrl }
  await before?.(around)
  const usual = {
    provision: { directory: 'stacks/one' },
    migrate: { directory: 'db/migrations', 'database-url': databaseUrl },
    deploy: { manifests: 'k8s', application: key, images: '', prune: 'false' },
    verify: {
      targets: '',
      'database-url': '',
      ...(command === 'live' ? { paths: 'k8s/settings.yaml' } : {}),
    },
  }
  return stage.play(jobOf(mistake, around, merged), step, command, {
    inputs: {
      reviewed: 'off',
      ...usual[step],
      ...(typeof inputs === 'function' ? await inputs(around) : inputs),
    },
    ...(env === undefined ? {} : { env: env(around) }),
  })
}
