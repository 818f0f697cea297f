/** Runs of the workflows of the stand-in's repository. */
import type { Contracts } from './contract.ts'
import { NotFound, type Route } from './route.ts'

export interface WorkflowRun {
  readonly id: string
  readonly event: string
  /** Of a pull request's run the head commit of the pull request. */
  readonly headSha: string
}

export class WorkflowRuns {
  readonly #contracts: Contracts
  readonly #repositoryId: number
  readonly #runs = new Map<string, WorkflowRun>()

  constructor(contracts: Contracts, repositoryId: string) {
    this.#contracts = contracts
    this.#repositoryId = Number(repositoryId)
  }

  add(run: WorkflowRun): void {
    this.#runs.set(run.id, run)
  }

  delete(id: string): void {
    this.#runs.delete(id)
  }

  #shown({ id, event, headSha }: WorkflowRun) {
    const repository = { ...this.#contracts.sample('minimal-repository'), id: this.#repositoryId }
    return {
      ...this.#contracts.sample('workflow-run'),
      id: Number(id),
      event,
      head_sha: headSha,
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
        answer: ({ parameters }) => {
          const found = this.#runs.get(parameters['run_id'] ?? '')
          if (found === undefined) throw new NotFound()
          return { status: 200, body: this.#shown(found) }
        },
      },
    ]
  }
}
