/** One release, told act by act: a pull request is previewed, merged, released as it was reviewed, and proven. */
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Outcome } from '#toolkit/model/outcome.ts'
import { type StepName, stepNames } from '#toolkit/model/step.ts'
import { bootstrapIdentity } from './bootstrap.ts'
import { previewJob, releaseJob } from './jobs.ts'
import { DATABASE, platformInputs } from './platform.ts'
import { type Job, runStep, type StepResult } from './runner.ts'
import type { Sandbox } from './sandbox.ts'
import { startWorkload } from './workload.ts'
import { addPlatform, createWorkspace } from './workspace.ts'

const root = dirname(import.meta.dirname)
const PULL_REQUEST = 1

export interface Act {
  /** `pull request #1` */
  readonly scene: string
  readonly what: string
  readonly durationMs: number
  /** Whether it went as it should. */
  readonly held: boolean
  readonly told: string
  /** The step's log, when it did not. */
  readonly log: readonly string[]
}

export interface StoryOptions {
  readonly sandbox: Sandbox
  readonly signal: AbortSignal
  /** Is told what happens right now. */
  readonly onProgress: (what: string, line: string) => void
  readonly onAct: (act: Act) => void
}

export interface Story {
  readonly held: boolean
  /** Markdown of the pull request's comment. */
  readonly comment: string
  /** Where onex-api answers, and with which key. */
  readonly workload: { readonly url: string; readonly apiKey: string } | undefined
}

/** The story cannot go on: an act did not hold. */
class Broken extends Error {}

const verbs: Readonly<Record<string, string>> = {
  create: 'to create',
  update: 'to update',
  replace: 'to replace',
  delete: 'to delete',
  run: 'to run',
}

/** `3 to run`, `no changes`, `2 findings`: from the `summary` output. */
function planned(result: StepResult): string {
  const counts: Record<string, number> = JSON.parse(result.outputs['summary'] ?? '{}')
  const parts = Object.entries(counts).map(([name, count]) => `${count} ${verbs[name] ?? `${name}s`}`)
  return parts.length === 0 ? 'no changes' : parts.join(', ')
}

function judged(result: StepResult): string {
  return `${result.outputs['findings']} findings, ${planned(result)}`
}

function outcomeOf(result: StepResult): Outcome | undefined {
  const file = result.outputs['outcome']
  return file ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function applied(result: StepResult): string {
  const results = outcomeOf(result)?.results ?? []
  const done = results.filter(({ status }) => status === 'done').length
  return `${done} of ${results.length} done, as reviewed`
}

/** Whether the step compared its plan with what the pull request showed, and found it the same. */
function asReviewed({ log }: StepResult): boolean {
  return log.some((line) => line.includes(`This is what pull request #${PULL_REQUEST} showed`))
}

/** Files that a step kept although its `post` has run; published plans and outcomes are meant to stay. */
function leftBehind(job: Job): string[] {
  const folder = join(job.folder, 'temp', 'omninode')
  return existsSync(folder) ? readdirSync(folder).filter((name) => !/-(plan|outcome)-/.test(name)) : []
}

export async function tellStory({ sandbox, signal, onProgress, onAct }: StoryOptions): Promise<Story> {
  let held = true
  const record = (act: Act) => {
    held &&= act.held
    onAct(act)
    if (!act.held) throw new Broken(act.what)
  }
  const timed = async <T>(
    scene: string,
    what: string,
    work: () => Promise<T>,
    told: (value: T) => string,
  ) => {
    onProgress(what, 'begins')
    const started = performance.now()
    const value = await work()
    record({ scene, what, durationMs: performance.now() - started, held: true, told: told(value), log: [] })
    return value
  }

  const { pullRequest, workspace, step } = await timed(
    'once',
    'set the stage',
    prepare,
    () => 'two roles made',
  )
  let workload: (Story['workload'] & { stop?: () => Promise<void> }) | undefined
  try {
    // 1. The pull request is previewed.
    const preview = `pull request #${PULL_REQUEST}`
    const previewing = previewJob(sandbox, pullRequest, { workspace: workspace.path, runId: '1001' })
    for (const name of stepNames) {
      const command = name === 'verify' ? 'policy' : 'plan'
      const told = name === 'verify' ? judged : planned
      await play(preview, previewing, name, command, told)
    }
    const comments = sandbox.github.comments(PULL_REQUEST)
    const reviews = sandbox.github.checkRuns(pullRequest.headSha)
    record({
      scene: preview,
      what: 'review',
      durationMs: 0,
      held: comments.length === 1 && reviews.length === stepNames.length,
      told: `${reviews.length} plans recorded, ${comments.length} comment`,
      log: [],
    })

    // 2. It is merged; whoever changes a file after that is refused.
    const mergeSha = await workspace.commit('Merge pull request #1')
    sandbox.github.merge(PULL_REQUEST, mergeSha)
    const tampered = join(sandbox.folder, 'tampered')
    cpSync(workspace.path, tampered, { recursive: true })
    appendFileSync(
      join(tampered, 'k8s/base/onex-dev/onex-api/configmap.yaml'),
      '  ADDED_AFTER_THE_REVIEW: "yes"\n',
    )
    const intruding = releaseJob(sandbox, mergeSha, { workspace: tampered, runId: '1002' })
    await play(
      'changed after',
      intruding,
      'deploy',
      'apply',
      () => 'refused: not what was reviewed',
      (result) =>
        result.exitCode === 1 &&
        result.annotations.some(({ properties }) => properties['title'] === 'REVIEW_DIFFERS'),
    )

    // 3. The same four steps apply.
    const release = `merged ${mergeSha.slice(0, 7)}`
    const releasing = releaseJob(sandbox, mergeSha, { workspace: workspace.path, runId: '1003' })
    for (const name of ['provision', 'migrate', 'deploy'] as const)
      await play(
        release,
        releasing,
        name,
        'apply',
        applied,
        (result) => changed('true')(result) && asReviewed(result),
      )
    const service = await timed(
      release,
      'run onex-api',
      () => startWorkload(sandbox),
      ({ url }) => url,
    )
    workload = service
    const env = { ONEX_API: service.url, ONEX_API_KEY: service.apiKey }
    await play(
      release,
      releasing,
      'verify',
      'live',
      (result) => `${result.outputs['passed']} probes passed`,
      (result) => result.exitCode === 0 && result.outputs['failed'] === '0' && asReviewed(result),
      env,
    )

    // 4. Once more: there is nothing left to do.
    const again = releaseJob(sandbox, mergeSha, { workspace: workspace.path, runId: '1004' })
    for (const name of ['provision', 'migrate', 'deploy'] as const)
      await play(
        'once more',
        again,
        name,
        'apply',
        ({ outputs }) => `changed=${outputs['changed']}`,
        changed('false'),
      )
    const refusals = sandbox.github.violations
    const left = [previewing, intruding, releasing, again].flatMap(leftBehind)
    record({
      scene: 'afterwards',
      what: 'left behind',
      durationMs: 0,
      held: refusals.length === 0 && left.length === 0,
      told: refusals.length + left.length === 0 ? 'nothing' : [...refusals, ...left].join(', '),
      log: [],
    })
  } catch (error) {
    if (!(error instanceof Broken)) throw error
  }
  const [comment] = sandbox.github.comments(PULL_REQUEST)
  return { held, comment: comment?.body ?? '', workload }

  function changed(wanted: 'true' | 'false') {
    return ({ exitCode, outputs }: StepResult) => exitCode === 0 && outputs['changed'] === wanted
  }

  async function play(
    scene: string,
    job: Job,
    name: StepName,
    command: string,
    told: (result: StepResult) => string,
    asExpected: (result: StepResult) => boolean = ({ exitCode }) => exitCode === 0,
    env: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const what = `${name} ${command}`
    onProgress(what, 'begins')
    const inputs = { ...step[name], command }
    const action = join(root, 'actions', name)
    const onLine = (line: string) => onProgress(what, line)
    const result = await runStep({ job, action, inputs, env, signal, onLine })
    signal.throwIfAborted()
    const good = asExpected(result) && result.post?.exitCode === 0
    record({
      scene,
      what,
      durationMs: result.durationMs,
      held: good,
      told: good ? told(result) : `exit code ${result.exitCode}`,
      log: good ? [] : [...result.log, ...(result.post?.log ?? [])],
    })
  }

  async function prepare() {
    const path = join(sandbox.folder, 'workspace')
    const checkout = await createWorkspace(path)
    const baseSha = await checkout.commit('Allow the first release')
    addPlatform(path)
    const headSha = await checkout.commit('Release the platform')
    const roles = await bootstrapIdentity({
      aws: sandbox.aws,
      folder: join(sandbox.folder, 'bootstrap'),
      workspace: path,
      terraform: 'terraform',
      terraformEnv: sandbox.tools,
      identity: sandbox.repository,
    })
    const databaseUrl = await sandbox.postgres.createDatabase(DATABASE)
    const opened = { number: PULL_REQUEST, headSha, baseSha, title: 'Release the platform', files: [] }
    sandbox.github.openPullRequest(opened)
    return {
      workspace: checkout,
      pullRequest: opened,
      step: platformInputs(sandbox, { roles, databaseUrl }),
    }
  }
}
