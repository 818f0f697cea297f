/** The commits of the stand-in's repository, as far as it was told of them. */
import type { Contracts } from './contract.ts'
import { NotFound, type Route } from './route.ts'

export interface Commit {
  readonly sha: string
  readonly parents: readonly string[]
  /** What it changes. */
  readonly files?: readonly string[]
}

export class Commits {
  readonly #contracts: Contracts
  readonly #commits = new Map<string, Commit>()

  constructor(contracts: Contracts) {
    this.#contracts = contracts
  }

  add(commit: Commit): void {
    this.#commits.set(commit.sha, commit)
  }

  /** A commit and all that it contains. @throws NotFound */
  #contained(sha: string): ReadonlySet<string> {
    if (!this.#commits.has(sha)) throw new NotFound()
    const found = new Set([sha])
    for (const each of found) for (const parent of this.#commits.get(each)?.parents ?? []) found.add(parent)
    return found
  }

  get routes(): readonly Route[] {
    return [
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/compare/{basehead}',
        status: 200,
        needs: ['contents', 'read'],
        answer: ({ parameters }) => {
          const [from = '', to = ''] = (parameters['basehead'] ?? '').split('...')
          const [older, newer] = [this.#contained(from), this.#contained(to)]
          const ahead = [...newer].filter((sha) => !older.has(sha))
          const behind = [...older].filter((sha) => !newer.has(sha))
          const one = behind.length === 0 ? 'ahead' : 'behind'
          const status = ahead.length > 0 && behind.length > 0 ? 'diverged' : from === to ? 'identical' : one
          const files = ahead.flatMap((sha) => this.#commits.get(sha)?.files ?? [])
          return {
            status: 200,
            body: {
              ...this.#contracts.sample('commit-comparison'),
              status,
              ahead_by: ahead.length,
              behind_by: behind.length,
              total_commits: ahead.length,
              files: [...new Set(files)].map((filename) => ({
                ...this.#contracts.sample('diff-entry'),
                filename,
                status: 'modified',
              })),
            },
          }
        },
      },
    ]
  }
}
