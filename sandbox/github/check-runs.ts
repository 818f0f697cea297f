/** Check runs on the commits of the stand-in's repository. */
import type { Contracts } from './contract.ts'
import { type Call, limit, NotFound, now, paged, type Route } from './route.ts'

/** GitHub's limit of each text, in characters. */
const LONGEST = 65_535

export interface CheckRun {
  readonly id: number
  readonly name: string
  readonly headSha: string
  readonly conclusion: string
  /** ISO 8601 */
  readonly completedAt: string
  readonly output: { readonly title: string; readonly summary: string; readonly text: string }
}

function outputOf(body: Call['body']): CheckRun['output'] {
  const { title, summary, text } = (body['output'] ?? {}) as Record<string, string> // checked against the contract before
  limit(summary, LONGEST, 'output.summary')
  limit(text, LONGEST, 'output.text')
  return { title: title ?? '', summary: summary ?? '', text: text ?? '' }
}

export class CheckRuns {
  readonly #contracts: Contracts
  readonly #nextId: () => number
  readonly #checks: CheckRun[] = []
  readonly #app: object

  constructor(contracts: Contracts, nextId: () => number) {
    this.#contracts = contracts
    this.#nextId = nextId
    this.#app = { ...contracts.sample('integration'), slug: 'github-actions', name: 'GitHub Actions' }
  }

  of(sha: string | undefined): readonly CheckRun[] {
    return this.#checks.filter((each) => each.headSha === sha)
  }

  #shown(check: CheckRun) {
    return {
      ...this.#contracts.sample('check-run'),
      id: check.id,
      name: check.name,
      head_sha: check.headSha,
      status: 'completed',
      conclusion: check.conclusion,
      started_at: check.completedAt,
      completed_at: check.completedAt,
      output: { ...check.output, annotations_count: 0, annotations_url: 'https://example.com/' },
      app: this.#app,
    }
  }

  get routes(): readonly Route[] {
    return [
      {
        method: 'POST',
        path: '/repos/{owner}/{repo}/check-runs',
        status: 201,
        needs: ['checks', 'write'],
        answer: ({ body }) => {
          const check: CheckRun = {
            id: this.#nextId(),
            name: String(body['name']),
            headSha: String(body['head_sha']),
            conclusion: String(body['conclusion']),
            // As whoever makes it says; GitHub takes any time.
            completedAt: String(body['completed_at'] ?? now()),
            output: outputOf(body),
          }
          this.#checks.push(check)
          return { status: 201, body: this.#shown(check) }
        },
      },
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
        status: 200,
        needs: ['checks', 'read'],
        answer: ({ parameters }) => {
          const found = this.#checks.find(({ id }) => String(id) === parameters['check_run_id'])
          if (found === undefined) throw new NotFound()
          return { status: 200, body: this.#shown(found) }
        },
      },
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
        status: 200,
        needs: ['checks', 'read'],
        answer: (call) => {
          const { query, parameters } = call
          const named = this.of(parameters['ref']).filter(
            ({ name }) => (query['check_name'] ?? name) === name,
          )
          const shown = named.map((check) => this.#shown(check))
          return { status: 200, body: { total_count: named.length, check_runs: paged(shown, call) } }
        },
      },
    ]
  }
}
