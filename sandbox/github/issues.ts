/** Issues and environments of the stand-in's repository. */
import type { Contracts } from './contract.ts'
import { NotFound, paged, type Route } from './route.ts'

export interface Issue {
  readonly number: number
  readonly author: string
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly state: 'open' | 'closed'
}

export interface Environment {
  readonly name: string
  readonly reviewers: boolean
}

const BOT = 'github-actions[bot]'

export class IssueDesk {
  readonly #contracts: Contracts
  readonly #nextId: () => number
  readonly #issues = new Map<number, Issue>()
  readonly #environments = new Map<string, Environment>()

  constructor(contracts: Contracts, nextId: () => number) {
    this.#contracts = contracts
    this.#nextId = nextId
  }

  get issues(): readonly Issue[] {
    return [...this.#issues.values()]
  }

  has(number: number): boolean {
    return this.#issues.has(number)
  }

  open(author: string, { title, body, labels }: Pick<Issue, 'title' | 'body' | 'labels'>): Issue {
    // Far from the numbers of pull requests, which share them.
    const issue: Issue = { number: 1_000 + this.#nextId(), author, title, body, labels, state: 'open' }
    this.#issues.set(issue.number, issue)
    return issue
  }

  addEnvironment(environment: Environment): void {
    this.#environments.set(environment.name, environment)
  }

  #issueOf({ number, author, title, body, labels, state }: Issue) {
    const sample = this.#contracts.sample('issue')
    delete sample['pull_request']
    return {
      ...sample,
      number,
      title,
      body,
      state,
      labels: [...labels],
      html_url: `https://github.com/omninode-ai/omninode_infra/issues/${number}`,
      user: { ...this.#contracts.sample('simple-user'), login: author },
    }
  }

  #environmentOf({ name, reviewers }: Environment) {
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
        path: '/repos/{owner}/{repo}/issues',
        status: 200,
        needs: ['issues', 'read'],
        answer: (call) => {
          const { state = 'open', labels = '' } = call.query
          const wanted = labels.split(',').filter((label) => label !== '')
          const found = this.issues.filter(
            (issue) =>
              (state === 'all' || issue.state === state) &&
              wanted.every((label) => issue.labels.includes(label)),
          )
          return {
            status: 200,
            body: paged(
              found.map((issue) => this.#issueOf(issue)),
              call,
            ),
          }
        },
      },
      {
        method: 'POST',
        path: '/repos/{owner}/{repo}/issues',
        status: 201,
        needs: ['issues', 'write'],
        answer: ({ body }) => {
          const labels = Array.isArray(body['labels']) ? body['labels'].map(String) : []
          const issue = this.open(BOT, { title: String(body['title']), body: String(body['body']), labels })
          return { status: 201, body: this.#issueOf(issue) }
        },
      },
      {
        method: 'PATCH',
        path: '/repos/{owner}/{repo}/issues/{issue_number}',
        status: 200,
        needs: ['issues', 'write'],
        answer: ({ parameters, body }) => {
          const known = this.#issues.get(Number(parameters['issue_number']))
          if (known === undefined) throw new NotFound()
          const issue: Issue = {
            ...known,
            title: typeof body['title'] === 'string' ? body['title'] : known.title,
            body: typeof body['body'] === 'string' ? body['body'] : known.body,
            state: body['state'] === 'closed' ? 'closed' : known.state,
          }
          this.#issues.set(issue.number, issue)
          return { status: 200, body: this.#issueOf(issue) }
        },
      },
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/environments/{environment_name}',
        status: 200,
        needs: ['actions', 'read'],
        answer: ({ parameters }) => {
          const found = this.#environments.get(parameters['environment_name'] ?? '')
          if (found === undefined) throw new NotFound()
          return { status: 200, body: this.#environmentOf(found) }
        },
      },
    ]
  }
}
