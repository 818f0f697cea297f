/** The graph of commits of the stand-in's repository, as far as it was told of it. */
import type { Contracts } from './contract.ts'
import { NotFound, type Route } from './route.ts'

export class Commits {
  readonly #contracts: Contracts
  readonly #parents = new Map<string, readonly string[]>()
  readonly #files = new Map<string, readonly string[]>()

  constructor(contracts: Contracts) {
    this.#contracts = contracts
  }

  /** @param files what it changes */
  add(sha: string, parents: readonly string[], files: readonly string[] = []): void {
    this.#parents.set(sha, parents)
    this.#files.set(sha, files)
  }

  /** The commit and all that it comes after. @throws NotFound */
  #history(sha: string): ReadonlySet<string> {
    if (!this.#parents.has(sha)) throw new NotFound()
    const found = new Set<string>()
    const open = [sha]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue
      found.add(next)
      open.push(...(this.#parents.get(next) ?? []))
    }
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
          const [base = '', head = ''] = (parameters['basehead'] ?? '').split('...')
          const [before, after] = [this.#history(base), this.#history(head)]
          const newer = after.difference(before)
          const ahead = newer.size
          const files = new Set([...newer].flatMap((sha) => this.#files.get(sha) ?? []))
          const behind = before.difference(after).size
          const status = ahead > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical'
          return {
            status: 200,
            body: {
              ...this.#contracts.sample('commit-comparison'),
              status,
              ahead_by: ahead,
              behind_by: behind,
              total_commits: ahead,
              commits: [],
              files: [...files].map((filename) => ({
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
