/** One release, told act by act: a pull request is previewed, merged, released as it was reviewed, and proven. */
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '#toolkit/model/outcome.ts'
import { type StepName, stepNames } from '#toolkit/model/step.ts'
import { environmentToStart, type Job, type StepResult } from '../runner/runner.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Backing } from './backing.ts'
import { publishedOf, type ReportedRelease, reportedOf, reportingTo } from './events.ts'
import type { Recording } from './recording.ts'
import { type Stage, setStage } from './stage.ts'
import { startWorkload, type Workload } from './workload.ts'

const root = join(import.meta.dirname, '../..')

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
  /** They may still be starting: nothing needs them before onex-api runs. */
  readonly backing: Promise<Backing>
  readonly signal: AbortSignal
  /** Is told what happens right now. */
  readonly onProgress: (what: string, line: string) => void
  readonly onAct: (act: Act) => void
  /** Is given all of what every step said. */
  readonly recording?: Recording
}

export interface Story {
  readonly held: boolean
  /** Markdown of the pull request's comment. */
  readonly comment: string
  /** Where onex-api answers, and to whom; undefined when it never ran. */
  readonly workload: Workload | undefined
  /** Step → all that starts it by hand, for a look at the pull request. */
  environments(): Readonly<Record<StepName, Readonly<Record<string, string>>>>
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

/** `3 to run`, `no changes`: from the `summary` output. */
function planned(result: StepResult): string {
  const counts: Record<string, number> = JSON.parse(result.outputs['summary'] ?? '{}')
  const parts = Object.entries(counts).map(
    ([name, count]) => `${count} ${verbs[name] ?? (count === 1 ? name : `${name}s`)}`,
  )
  return parts.length === 0 ? 'no changes' : parts.join(', ')
}

function judged(result: StepResult): string {
  return `${result.outputs['findings']} findings, ${planned(result)}`
}

function applied(result: StepResult): string {
  const file = result.outputs['outcome'] ?? ''
  const { results }: Outcome = JSON.parse(readFileSync(file, 'utf8'))
  const done = results.filter(({ status }) => status === 'done').length
  return `${done} of ${results.length} done, as reviewed`
}

/** Whether the step compared its plan with what the pull request showed, and found it the same. */
function asReviewed({ log }: StepResult): boolean {
  return log.some((line) => line.startsWith('This is what pull request #'))
}

function changed(wanted: boolean) {
  return ({ exitCode, outputs }: StepResult) => exitCode === 0 && outputs['changed'] === String(wanted)
}

function differsIn(address: string) {
  return ({ exitCode, annotations }: StepResult) =>
    exitCode === 1 &&
    annotations.some(
      ({ message, properties }) => properties['title'] === 'REVIEW_DIFFERS' && message.includes(address),
    )
}

/** Files that a step kept although its `post` has run; published plans and outcomes are meant to stay. */
function leftBehind(job: Job): string[] {
  const folder = join(job.folder, 'temp', 'omninode')
  return existsSync(folder) ? readdirSync(folder).filter((name) => !/-(plan|outcome)-/.test(name)) : []
}

interface Part {
  readonly job: Job
  readonly name: StepName
  readonly command: string
  readonly told: (result: StepResult) => string
  readonly asExpected?: (result: StepResult) => boolean
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

class Teller {
  held = true
  #scene = ''
  readonly #options: StoryOptions

  constructor(options: StoryOptions) {
    this.#options = options
  }

  scene(name: string): void {
    this.#scene = name
  }

  /** @throws Broken when it did not hold */
  act(what: string, held: boolean, told: string, durationMs = 0, log: readonly string[] = []): void {
    this.held &&= held
    this.#options.onAct({ scene: this.#scene, what, durationMs, held, told, log })
    if (!held) throw new Broken(what)
  }

  async work<T>(what: string, work: () => Promise<T>, told: (value: T) => string): Promise<T> {
    this.#options.onProgress(what, 'begins')
    const started = performance.now()
    const value = await work()
    this.act(what, true, told(value), performance.now() - started)
    return value
  }

  async play(stage: Stage, part: Part): Promise<void> {
    const { signal, onProgress } = this.#options
    const {
      job,
      name,
      command,
      told,
      asExpected = ({ exitCode }) => exitCode === 0,
      inputs = {},
      env = {},
    } = part
    const what = `${name} ${command}`
    onProgress(what, 'begins')
    const onLine = (line: string) => onProgress(what, line)
    const result = await stage.play(job, name, command, { inputs, env, signal, onLine })
    signal.throwIfAborted()
    this.#options.recording?.step(this.#scene, what, result)
    const held = asExpected(result) && result.post?.exitCode === 0
    const log = held ? [] : [...result.log, ...(result.post?.log ?? [])]
    this.act(what, held, held ? told(result) : `exit code ${result.exitCode}`, result.durationMs, log)
  }
}

async function previewed(teller: Teller, stage: Stage): Promise<Job> {
  const { pullRequest, sandbox } = stage
  teller.scene(`pull request #${pullRequest.number}`)
  const job = stage.preview()
  for (const name of ['provision', 'migrate', 'deploy'] as const)
    await teller.play(stage, { job, name, command: 'plan', told: planned })
  await teller.play(stage, { job, name: 'verify', command: 'policy', told: judged })
  const comments = sandbox.github.comments(pullRequest.number).length
  const reviews = sandbox.github.checkRuns(pullRequest.headSha).length
  const told = `${reviews} plans recorded, ${comments} comment`
  teller.act('review', comments === 1 && reviews === stepNames.length, told)
  return job
}

/** What somebody changes after the review, and what then must be named as different. */
const tampering: readonly {
  name: StepName
  file: string
  text: string
  replaced?: string
  address: string
}[] = [
  {
    name: 'provision',
    file: 'terraform/stacks/dev/network/dev.auto.tfvars',
    text: '10.99.0.0/16',
    replaced: '10.20.0.0/16',
    address: 'network/module.network.aws_vpc.this',
  },
  {
    name: 'migrate',
    file: 'db/migrations/0001_tenants.up.sql',
    text: 'ALTER TABLE tenants ADD COLUMN added_after_the_review text;\n',
    address: 'db/migrations/0001_tenants',
  },
  {
    name: 'deploy',
    file: 'k8s/base/onex-dev/onex-api/configmap.yaml',
    text: '  ADDED_AFTER_THE_REVIEW: "yes"\n',
    address: 'onex-dev/ConfigMap/onex-api',
  },
]

async function tampered(teller: Teller, stage: Stage, mergeSha: string): Promise<Job> {
  teller.scene('changed since then')
  const workspace = stage.copy('tampered')
  const job = stage.release(mergeSha, { workspace })
  for (const { name, file, text, replaced, address } of tampering) {
    const path = join(workspace, file)
    if (replaced === undefined) appendFileSync(path, text)
    else writeFileSync(path, readFileSync(path, 'utf8').replace(replaced, text))
    const told = () => `refused: ${address} differs`
    await teller.play(stage, { job, name, command: 'apply', told, asExpected: differsIn(address) })
  }
  return job
}

/** `started 4, planned 4, applied 3, verified 1: verified` */
function reports({ status, reports }: ReportedRelease): string {
  const counts = Object.entries(reports).map(([report, count]) => `${report} ${count}`)
  return `${counts.join(', ')}: ${status}`
}

/** What the probes ask with. */
function environmentOf({ url, apiKey, authorization }: Workload): Readonly<Record<string, string>> {
  return { ONEX_API: url, ONEX_API_KEY: apiKey, ONEX_API_AUTHORIZATION: authorization }
}

interface Service {
  readonly backing: Backing
  readonly workload: Workload
}

/** The proof that ends a release, and what the release has told of itself by then. */
async function proven(
  teller: Teller,
  stage: Stage,
  job: Job,
  { backing, workload }: Service,
  expected: ReportedRelease['reports'],
): Promise<void> {
  const reporting = reportingTo(backing, workload)
  await teller.play(stage, {
    job,
    name: 'verify',
    command: 'live',
    told: ({ outputs }) => `${outputs['passed']} probes passed`,
    asExpected: (result) => result.exitCode === 0 && result.outputs['failed'] === '0' && asReviewed(result),
    inputs: reporting.inputs,
    env: { ...environmentOf(workload), ...reporting.env },
  })
  await teller.work(
    'reports in Kafka',
    () => reportedOf(backing, workload, job.env['GITHUB_RUN_ID'], expected),
    reports,
  )
}

async function released(
  teller: Teller,
  stage: Stage,
  mergeSha: string,
  starting: Promise<Backing>,
): Promise<[Job, Service]> {
  teller.scene(`merged ${mergeSha.slice(0, 7)}`)
  const job = stage.release(mergeSha)
  for (const name of ['provision', 'migrate', 'deploy'] as const) {
    const asExpected = (result: StepResult) => changed(true)(result) && asReviewed(result)
    await teller.play(stage, { job, name, command: 'apply', told: applied, asExpected })
  }
  const backing = await starting
  const workload = await teller.work(
    'run onex-api',
    () => startWorkload(stage.sandbox, backing),
    ({ url }) => url,
  )
  // The steps before had nobody to report to: it is they who brought onex-api.
  await proven(teller, stage, job, { backing, workload }, { started: 1, planned: 1, verified: 1 })
  await teller.work(
    'read from Kafka',
    () => publishedOf(backing, workload),
    ({ topic, subject }) => `${topic} of ${subject.replace(/[0-9a-f-]{36}/, 'a workflow')}`,
  )
  return [job, { backing, workload }]
}

async function repeated(teller: Teller, stage: Stage, mergeSha: string, service: Service): Promise<Job> {
  teller.scene('once more')
  const job = stage.release(mergeSha)
  const reporting = reportingTo(service.backing, service.workload)
  for (const name of ['provision', 'migrate', 'deploy'] as const) {
    const told = ({ outputs }: StepResult) => `changed=${outputs['changed']}`
    await teller.play(stage, { job, name, command: 'apply', told, asExpected: changed(false), ...reporting })
  }
  await proven(teller, stage, job, service, { started: 4, planned: 4, applied: 3, verified: 1 })
  return job
}

export async function tellStory(options: StoryOptions): Promise<Story> {
  const { sandbox } = options
  const teller = new Teller(options)
  let workload: Story['workload']
  teller.scene('once')
  const stage = await teller.work(
    'set the stage',
    () => setStage(sandbox),
    () => 'a repository, five roles, a database',
  )
  try {
    const jobs = [await previewed(teller, stage)]
    const mergeSha = await stage.merge()
    options.recording?.commit(stage.pullRequest.headSha, 'head')
    options.recording?.commit(mergeSha, 'merge')
    jobs.push(await tampered(teller, stage, mergeSha))
    const [job, service] = await released(teller, stage, mergeSha, options.backing)
    workload = service.workload
    jobs.push(job, await repeated(teller, stage, mergeSha, service))
    teller.scene('afterwards')
    const left = [...sandbox.github.violations, ...jobs.flatMap(leftBehind)]
    teller.act('left behind', left.length === 0, left.length === 0 ? 'nothing' : left.join(', '))
  } catch (error) {
    if (!(error instanceof Broken)) throw error
  }
  const [comment] = sandbox.github.comments(stage.pullRequest.number)
  options.recording?.comment(comment?.body ?? '')
  options.recording?.checkRuns(sandbox.github.checkRuns(stage.pullRequest.headSha))
  const looks = { provision: 'plan', migrate: 'plan', deploy: 'plan', verify: 'policy' } as const
  const service = workload
  const environments: Story['environments'] = () => {
    const job = stage.preview()
    const env = service === undefined ? {} : environmentOf(service)
    const of = (name: StepName) =>
      environmentToStart({
        job,
        action: join(root, 'actions', name),
        inputs: { ...stage.inputs[name], command: looks[name] },
        env,
      })
    return { provision: of('provision'), migrate: of('migrate'), deploy: of('deploy'), verify: of('verify') }
  }
  return { held: teller.held, comment: comment?.body ?? '', workload, environments }
}
