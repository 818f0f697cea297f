/** Pull requests of the stand-in's repository. */
import type { RepositoryIdentity } from '../oidc/identity.ts'
import type { Contracts } from './contract.ts'
import { NotFound, now, paged, type Route } from './route.ts'

export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly title: string
  readonly files: readonly string[]
  /** The branch that it is to be merged into; `main` unless it is another. */
  readonly base?: string
}

type Known = PullRequest & { readonly merged?: { readonly sha: string; readonly at: string } }

export class PullRequests {
  readonly #contracts: Contracts
  readonly #pulls = new Map<number, Known>()
  readonly #repository: object

  constructor(contracts: Contracts, repository: Pick<RepositoryIdentity, 'repository' | 'repositoryId'>) {
    this.#contracts = contracts
    this.#repository = {
      ...contracts.sample('repository'),
      id: Number(repository.repositoryId),
      full_name: repository.repository,
      default_branch: 'main',
    }
  }

  open(pullRequest: PullRequest): void {
    this.#pulls.set(pullRequest.number, pullRequest)
  }

  /** Somebody pushed to its branch, or chose another base. */
  change(number: number, changed: Partial<Pick<PullRequest, 'headSha' | 'base'>>): void {
    this.#pulls.set(number, { ...this.existing(number), ...changed })
  }

  merge(number: number, sha: string): void {
    this.#pulls.set(number, { ...this.existing(number), merged: { sha, at: now() } })
  }

  /** @throws NotFound */
  existing(number: number): PullRequest {
    const pull = this.#pulls.get(number)
    if (pull === undefined) throw new NotFound()
    return pull
  }

  #simple({ number, title, headSha, baseSha, base = 'main', merged }: Known) {
    const sample = this.#contracts.sample('pull-request-simple')
    return {
      ...sample,
      number,
      title,
      state: merged === undefined ? 'open' : 'closed',
      merged_at: merged?.at ?? null,
      merge_commit_sha: merged?.sha ?? null,
      head: { ...(sample['head'] as object), sha: headSha, ref: 'release' },
      base: { ...(sample['base'] as object), repo: this.#repository, sha: baseSha, ref: base },
    }
  }

  get routes(): readonly Route[] {
    return [
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
        status: 200,
        needs: ['pull-requests', 'read'],
        answer: (call) => {
          const sha = call.parameters['commit_sha']
          const found = [...this.#pulls.values()].filter(
            (each) => each.headSha === sha || each.merged?.sha === sha,
          )
          return {
            status: 200,
            body: paged(
              found.map((pull) => this.#simple(pull)),
              call,
            ),
          }
        },
      },
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
        status: 200,
        needs: ['pull-requests', 'read'],
        answer: (call) => {
          const { files } = this.existing(Number(call.parameters['pull_number']))
          const entries = files.map((filename) => ({
            ...this.#contracts.sample('diff-entry'),
            filename,
            status: 'modified',
          }))
          return { status: 200, body: paged(entries, call) }
        },
      },
    ]
  }
}
