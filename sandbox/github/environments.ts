/** Environments of the stand-in's repository. */
import type { Contracts } from './contract.ts'
import { NotFound, type Route } from './route.ts'

export interface Environment {
  readonly name: string
  readonly reviewers: boolean
}

export class Environments {
  readonly #contracts: Contracts
  readonly #environments = new Map<string, Environment>()

  constructor(contracts: Contracts) {
    this.#contracts = contracts
  }

  add(environment: Environment): void {
    this.#environments.set(environment.name, environment)
  }

  #shown({ name, reviewers }: Environment) {
    const rule = { id: 1, node_id: 'rule', type: 'required_reviewers', prevent_self_review: true }
    return {
      ...this.#contracts.sample('environment'),
      name,
      protection_rules: reviewers
        ? [{ ...rule, reviewers: [{ type: 'User', reviewer: this.#contracts.sample('simple-user') }] }]
        : [{ id: 2, node_id: 'wait', type: 'wait_timer', wait_timer: 1 }],
    }
  }

  get routes(): readonly Route[] {
    return [
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/environments/{environment_name}',
        status: 200,
        needs: ['actions', 'read'],
        answer: ({ parameters }) => {
          const found = this.#environments.get(parameters['environment_name'] ?? '')
          if (found === undefined) throw new NotFound()
          return { status: 200, body: this.#shown(found) }
        },
      },
    ]
  }
}
