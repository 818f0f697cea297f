/** Issues of the stand-in's repository. */
import type { Contracts } from './contract.ts'
import { BOT, NotFound, paged, type Route } from './route.ts'

export interface Issue {
  readonly number: number
  readonly author: string
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly state: 'open' | 'closed'
}

export class Issues {
  readonly #contracts: Contracts
  readonly #nextId: () => number
  readonly #issues = new Map<number, Issue>()

  constructor(contracts: Contracts, nextId: () => number) {
    this.#contracts = contracts
    this.#nextId = nextId
  }

  get all(): readonly Issue[] {
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

  #shown({ number, author, title, body, labels, state }: Issue) {
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
          const found = this.all.filter(
            (issue) =>
              (state === 'all' || issue.state === state) &&
              wanted.every((label) => issue.labels.includes(label)),
          )
          return {
            status: 200,
            body: paged(
              found.map((issue) => this.#shown(issue)),
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
          return { status: 201, body: this.#shown(issue) }
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
          return { status: 200, body: this.#shown(issue) }
        },
      },
    ]
  }
}
