/** Runs of the workflows of the stand-in's repository. */
import type { Contracts } from './contract.ts'
import type { Hosting } from './hosting.ts'
import { NotFound, paged, type Route } from './route.ts'

export interface WorkflowRun {
  readonly id: string
  readonly event: string
  /** Of a pull request's run the head commit of the pull request. */
  readonly headSha: string
  /** The name of its file. */
  readonly workflow?: string
  /** Undefined while it goes on. */
  readonly conclusion?: 'success' | 'failure'
}

export class WorkflowRuns {
  readonly #contracts: Contracts
  readonly #repositoryId: number
  readonly #hosting: () => Hosting
  readonly #runs = new Map<string, WorkflowRun>()

  constructor(contracts: Contracts, repositoryId: string, hosting: () => Hosting) {
    this.#contracts = contracts
    this.#repositoryId = Number(repositoryId)
    this.#hosting = hosting
  }

  /** Makes a run known, or something more of it. */
  add(run: WorkflowRun): void {
    this.#runs.set(run.id, { ...this.#runs.get(run.id), ...run })
  }

  /** @throws NotFound */
  #existing(id = ''): WorkflowRun {
    const found = this.#runs.get(id)
    if (found === undefined) throw new NotFound()
    return found
  }

  delete(id: string): void {
    this.#runs.delete(id)
  }

  #shown({ id, event, headSha, workflow = 'ci.yml', conclusion }: WorkflowRun) {
    const repository = { ...this.#contracts.sample('minimal-repository'), id: this.#repositoryId }
    return {
      ...this.#contracts.sample('workflow-run'),
      id: Number(id),
      event,
      head_sha: headSha,
      path: `.github/workflows/${workflow}`,
      status: conclusion === undefined ? 'in_progress' : 'completed',
      conclusion: conclusion ?? null,
      repository,
      head_repository: repository,
    }
  }

  get routes(): readonly Route[] {
    return [
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/actions/runs/{run_id}',
        status: 200,
        needs: ['actions', 'read'],
        answer: ({ parameters }) => ({
          status: 200,
          body: this.#shown(this.#existing(parameters['run_id'])),
        }),
      },
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/actions/runs',
        status: 200,
        needs: ['actions', 'read'],
        answer: (call) => {
          const { event, head_sha: sha } = call.query
          const found = [...this.#runs.values()]
            .filter((run) => event === undefined || run.event === event)
            .filter((run) => sha === undefined || run.headSha === sha)
            .toReversed()
          const shown = paged(found, call).map((run) => this.#shown(run))
          return { status: 200, body: { total_count: found.length, workflow_runs: shown } }
        },
      },
      {
        method: 'POST',
        path: '/repos/{owner}/{repo}/actions/runs/{run_id}/rerun',
        status: 201,
        needs: ['actions', 'write'],
        answer: ({ parameters }) => {
          this.#hosting().startedAgain(this.#existing(parameters['run_id']).id)
          return { status: 201, body: {} }
        },
      },
      {
        method: 'POST',
        path: '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
        status: 204,
        needs: ['actions', 'write'],
        answer: ({ parameters, body }) => {
          this.#hosting().dispatched(parameters['workflow_id'] ?? '', String(body['ref']))
          return { status: 204, body: undefined }
        },
      },
    ]
  }
}
