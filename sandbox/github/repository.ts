/** The stand-in's repository itself, and its variables. */
import type { Contracts } from './contract.ts'
import type { Route } from './route.ts'

export class Repository {
  readonly #contracts: Contracts
  readonly #repository: object
  readonly #variables = new Map<string, string>()

  constructor(contracts: Contracts, repository: string, repositoryId: string) {
    this.#contracts = contracts
    this.#repository = { id: Number(repositoryId), full_name: repository, default_branch: 'main' }
  }

  get variables(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#variables)
  }

  get routes(): readonly Route[] {
    return [
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}',
        status: 200,
        needs: ['metadata', 'read'],
        answer: () => ({
          status: 200,
          body: { ...this.#contracts.sample('full-repository'), ...this.#repository },
        }),
      },
      {
        method: 'POST',
        path: '/repos/{owner}/{repo}/actions/variables',
        status: 201,
        needs: ['variables', 'write'],
        answer: ({ body }) => {
          this.#variables.set(String(body['name']), String(body['value']))
          return { status: 201, body: {} }
        },
      },
    ]
  }
}
