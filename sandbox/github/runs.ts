/** The workflow runs of the stand-in's repository. */
import type { RepositoryIdentity } from '../oidc/identity.ts'
import type { Contracts } from './contract.ts'
import { NotFound, type Route } from './route.ts'

export interface Run {
  readonly id: string
  readonly event: string
  /** Of a pull request's run its head commit. */
  readonly headSha: string
}

export class Runs {
  readonly #contracts: Contracts
  readonly #repository: object
  readonly #runs = new Map<string, Run>()

  constructor(contracts: Contracts, repository: Pick<RepositoryIdentity, 'repository' | 'repositoryId'>) {
    this.#contracts = contracts
    this.#repository = {
      ...contracts.sample('minimal-repository'),
      id: Number(repository.repositoryId),
      full_name: repository.repository,
    }
  }

  add(run: Run): void {
    this.#runs.set(run.id, run)
  }

  remove(id: string): void {
    this.#runs.delete(id)
  }

  get routes(): readonly Route[] {
    return [
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/actions/runs/{run_id}',
        status: 200,
        needs: ['actions', 'read'],
        answer: ({ parameters }) => {
          const run = this.#runs.get(parameters['run_id'] ?? '')
          if (run === undefined) throw new NotFound()
          return {
            status: 200,
            body: {
              ...this.#contracts.sample('workflow-run'),
              id: Number(run.id),
              event: run.event,
              head_sha: run.headSha,
              path: '.github/workflows/release.yml',
              repository: this.#repository,
            },
          }
        },
      },
    ]
  }
}
