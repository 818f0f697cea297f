/**
 * Runs the workflows of a repository when something is done to it, as GitHub would: from a checkout of the commit, with
 * the variables that were set, played by act.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import * as z from 'zod'
import { gitIn } from '../act/git.ts'
import { playWorkflow, type WorkflowResult } from '../act/play.ts'
import type { Hosting, Proposal } from '../github/hosting.ts'
import type { WorkflowRun } from '../github/runs.ts'
import type { GitHubServer } from '../github/server.ts'
import {
  dispatchedJob,
  type JobOptions,
  previewJob,
  releaseJob,
  type Surroundings,
  scheduledJob,
} from '../runner/jobs.ts'
import type { Job } from '../runner/runner.ts'

const FOLDER = '.github/workflows'

/** GitHub's numbers of runs are long. */
const FIRST_RUN = 1_000

const Triggers = z.object({ on: z.record(z.string(), z.unknown()) })

export interface WorkflowsOptions {
  readonly around: Surroundings
  readonly github: GitHubServer
  /** The bare repository that people push to. */
  readonly origin: string
  /** The folder that holds `act`. */
  readonly act: string
  /** `owner/name@<commit>` → the folder of that tree. */
  readonly repositories: Readonly<Record<string, string>>
}

type Event = 'pull_request' | 'push' | 'schedule' | 'workflow_dispatch'

export interface Played extends WorkflowResult {
  readonly event: string
  readonly workflow: string
}

export class Workflows implements Hosting {
  readonly #options: WorkflowsOptions
  readonly #played: Promise<Played>[] = []
  readonly #again = new Map<string, () => void>()
  #runs = FIRST_RUN

  constructor(options: WorkflowsOptions) {
    this.#options = options
  }

  head(branch: string): string | undefined {
    this.#tellCommits()
    const [sha] = this.#git('for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`).split('\n')
    return sha === '' ? undefined : sha
  }

  opened(pull: Proposal): void {
    const { number, headSha, baseSha } = pull
    const payload = {
      number,
      pull_request: { number, head: { sha: headSha, ref: 'change' }, base: { sha: baseSha, ref: 'main' } },
    }
    this.#start('pull_request', headSha, payload, (job) => previewJob(this.#options.around, pull, job))
  }

  squash({ number, title, headSha, baseSha, base = 'main' }: Proposal): string {
    if (this.head(base) !== baseSha) throw new Error(`pull request #${number} is not up to date`)
    const sha = this.#git('commit-tree', `${headSha}^{tree}`, '-p', baseSha, '-m', `${title} (#${number})`)
    this.#git('update-ref', `refs/heads/${base}`, sha)
    this.#tellCommits()
    this.#start('push', sha, { ref: `refs/heads/${base}`, after: sha }, (job) =>
      releaseJob(this.#options.around, sha, job),
    )
    return sha
  }

  dispatched(workflow: string, branch: string): void {
    const sha = this.head(branch) ?? ''
    const permissions = { contents: 'read', issues: 'write' } as const
    const payload = { ref: `refs/heads/${branch}`, inputs: {} }
    const job = (options: JobOptions) => dispatchedJob(this.#options.around, sha, { ...options, permissions })
    this.#start('workflow_dispatch', sha, payload, job, workflow)
  }

  /** The night comes. */
  scheduled(): void {
    const sha = this.head('main') ?? ''
    this.#start('schedule', sha, {}, (job) => scheduledJob(this.#options.around, sha, job))
  }

  startedAgain(id: string): void {
    this.#again.get(id)?.()
  }

  /** What was played so far, when all of it has ended. */
  played(): Promise<readonly Played[]> {
    return Promise.all(this.#played)
  }

  #git(...args: readonly string[]): string {
    return gitIn(this.#options.origin)(...args)
  }

  #tellCommits(): void {
    for (const line of this.#git('rev-list', '--all', '--parents').split('\n')) {
      const [sha = '', ...parents] = line.split(' ')
      this.#options.github.commit(sha, parents)
    }
  }

  /** Starts every workflow that the event triggers. @param only the name of the file that was asked for */
  #start(
    event: Event,
    sha: string,
    payload: object,
    jobOf: (options: JobOptions) => Job,
    only?: string,
  ): void {
    const { around, origin } = this.#options
    const workspace = join(around.folder, `checkout-${++this.#runs}`)
    gitIn(around.folder)('clone', '--quiet', origin, workspace)
    gitIn(workspace)('checkout', '--quiet', sha)
    const triggered = readdirSync(join(workspace, FOLDER)).filter((name) => {
      const { on } = Triggers.parse(load(readFileSync(join(workspace, FOLDER, name), 'utf8')))
      return event in on && (only === undefined || only === name)
    })
    for (const workflow of triggered) {
      const id = String(++this.#runs)
      const run = { id, event, headSha: sha, workflow }
      const start = () => {
        this.#options.github.deleteRun(id)
        this.#options.github.addRun(run)
        const job = jobOf({ workspace, runId: id })
        this.#played.push(this.#play(run, job, payload))
      }
      this.#again.set(id, start)
      start()
    }
  }

  async #play(run: WorkflowRun & { readonly workflow: string }, job: Job, payload: object): Promise<Played> {
    const { github, act, repositories } = this.#options
    const { event, workflow } = run
    const folder = join(job.folder, 'act')
    mkdirSync(folder)
    const eventFile = join(folder, 'payload.json')
    writeFileSync(eventFile, JSON.stringify(payload))
    const { HOME: _home, ...env } = job.env
    const result = await playWorkflow({
      act,
      workspace: job.workspace,
      workflow: `${FOLDER}/${workflow}`,
      event,
      eventFile,
      repositories,
      env,
      variables: github.variables(),
      secrets: { GITHUB_TOKEN: job.token },
      folder,
    })
    github.addRun({ ...run, conclusion: result.exitCode === 0 ? 'success' : 'failure' })
    return { ...result, event, workflow }
  }
}
