/** What people do to a repository, told to whoever keeps its branches and runs its workflows. */

/** A pull request, as far as it says what would be merged into what. */
export interface Proposal {
  readonly number: number
  readonly title: string
  readonly headSha: string
  readonly baseSha: string
  /** The branch that it goes into; `main` unless given. */
  readonly base?: string
}

export interface Hosting {
  /** The commit at the head of a branch; undefined when there is no such branch. */
  head(branch: string): string | undefined
  opened(proposal: Proposal): void
  /** Puts what a pull request brings onto its base, as one commit. @returns the commit */
  squash(proposal: Proposal): string
  /** @param workflow the name of its file */
  dispatched(workflow: string, branch: string): void
  /** @param id of the run */
  startedAgain(id: string): void
}
