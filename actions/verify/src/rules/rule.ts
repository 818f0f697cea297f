import type { Source } from '#toolkit/model/source.ts'
import type { Repository } from '../repository/repository.ts'

/** What a rule saw that is wrong, or that it cannot tell. What is right needs no remark. */
export interface Remark {
  readonly verdict: 'fail' | 'unknown'
  /** What it is about, without a line: `onex-dev/Deployment/onex-api container api image`. Unique in its file and rule. */
  readonly subject: string
  readonly message: string
  readonly source: Source
  /** What to do about this one, when it is more than the rule's own `fix`. */
  readonly fix?: string
  /** When this one weighs less than the rule's own severity. */
  readonly severity?: Rule['severity']
}

export interface Rule {
  /** Kebab-case; the name of its file, and of its examples. */
  readonly id: string
  readonly title: string
  /** What goes wrong without it. */
  readonly why: string
  /** What to do, in the imperative. */
  readonly fix: string
  readonly severity: 'error' | 'warning' | 'notice'
  check(repository: Repository): Iterable<Remark>
}
