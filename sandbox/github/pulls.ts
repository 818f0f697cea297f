/** Pull requests of the stand-in's repository. */
import type { Contracts } from './contract.ts'
import { NotFound, now, paged, type Route } from './route.ts'

export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly title: string
  readonly files: readonly string[]
  /** The branch that it goes into; `main` unless given. */
  readonly base?: string
}

export interface Merge {
  /** ISO 8601; now unless given. */
  readonly at?: string
  /** Other commits that it has put onto its base, as a rebase does. */
  readonly commits?: readonly string[]
}

type Known = PullRequest & {
  readonly merged?: { readonly sha: string; readonly at: string; readonly commits: readonly string[] }
}

export class PullRequests {
  readonly #contracts: Contracts
  readonly #pulls = new Map<number, Known>()
  #repository: object

  constructor(contracts: Contracts, repository: string, repositoryId: string) {
    this.#contracts = contracts
    this.#repository = {
      ...contracts.sample('repository'),
      id: Number(repositoryId),
      full_name: repository,
      default_branch: 'main',
    }
  }

  rename(repository: string): void {
    this.#repository = { ...this.#repository, full_name: repository }
  }

  open(pullRequest: PullRequest): void {
    this.#pulls.set(pullRequest.number, pullRequest)
  }

  /** Another head, as after a push, forced or not. */
  push(number: number, headSha: string): void {
    this.#pulls.set(number, { ...this.existing(number), headSha })
  }

  retarget(number: number, base: string): void {
    this.#pulls.set(number, { ...this.existing(number), base })
  }

  merge(number: number, sha: string, { at = now(), commits = [] }: Merge = {}): void {
    this.#pulls.set(number, { ...this.existing(number), merged: { sha, at, commits } })
  }

  /** @throws NotFound */
  existing(number: number): Known {
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

  /** Of one alone more is told, that nobody here looks at. */
  #whole(pull: Known) {
    const sample = this.#contracts.sample('pull-request')
    const { head, base, ...simple } = this.#simple(pull)
    return {
      ...sample,
      ...simple,
      user: this.#contracts.sample('simple-user'),
      head: { ...(sample['head'] as object), sha: head.sha, ref: head.ref },
      base: { ...(sample['base'] as object), repo: base.repo, sha: base.sha, ref: base.ref },
      merged: pull.merged !== undefined,
    }
  }

  get routes(): readonly Route[] {
    return [
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/pulls/{pull_number}',
        status: 200,
        needs: ['pull-requests', 'read'],
        answer: ({ parameters }) => ({
          status: 200,
          body: this.#whole(this.existing(Number(parameters['pull_number']))),
        }),
      },
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
        status: 200,
        needs: ['pull-requests', 'read'],
        answer: (call) => {
          const sha = call.parameters['commit_sha']
          const found = [...this.#pulls.values()].filter(({ headSha, merged }) =>
            [headSha, merged?.sha, ...(merged?.commits ?? [])].includes(sha),
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
