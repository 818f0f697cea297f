import type { Failure } from '../model/failure.ts'
import type { Redactor } from '../redact/redactor.ts'

export type Clock = () => Date

/** Everything written is masked first. */
export interface Logger {
  /** Whether whoever reads it sees colours. */
  readonly colour: boolean
  info(text: string): void
  /** Only shown when the run is debugged (RUNNER_DEBUG=1). */
  debug(text: string): void
  /** A folded section of the log. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>
  /**
   * How something stands that takes long, told about every second: in a terminal one line that is written anew, else a
   * line every ten seconds. Undefined when it is over.
   * @param first when the first of those lines is told: after ten seconds unless it says otherwise
   */
  progress(text: string | undefined, first?: 'at once'): void
  notice(text: string): void
  warning(text: string): void
  failure(failure: Failure): void
}

/** The workflow run that an action is part of. */
export interface WorkflowRun {
  /** `owner/name` */
  readonly repository: string
  readonly repositoryId: string
  /** The commit that the run is for: the merge commit on a pull request, the pushed commit on a push. */
  readonly sha: string
  readonly ref: string
  readonly event: string
  readonly actor: string
  readonly id: string
  readonly attempt: string
  readonly url: string
  /** `https://github.com/owner/name` */
  readonly repositoryUrl: string
  readonly apiUrl: string
  /** `owner/name` of the action that runs; the run's own repository for an action that is in the checkout. */
  readonly actionRepository: string
  /** The tag, branch or commit at which the action was asked for; absent for one that is in the checkout. */
  readonly actionRef?: string
  /** Set on pull_request events. */
  readonly pullRequest?: { readonly number: number; readonly headSha: string; readonly baseSha: string }
}

/** What runs the action. */
export interface Machine {
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string
  /** As Node names it: `x64`, `arm64`. */
  readonly arch: string
  /** Undefined where users have no numbers. */
  readonly uid: number | undefined
}

/** What a step gets from its edge; nothing below it reads `process`, the clock or the environment. */
export interface World {
  readonly clock: Clock
  readonly log: Logger
  /** Aborted by SIGINT, SIGTERM and the `timeout` input. */
  readonly signal: AbortSignal
  readonly random: () => number
  /** The environment for children (PATH, HOME, proxies, TF_*, AWS_*), without the runner's tokens and inputs. */
  readonly env: Readonly<Record<string, string>>
  /** Absolute path of the checkout; sources are relative to it. */
  readonly workspace: string
  /** Absolute path of a folder of this step's own, removed by `post`. */
  readonly temp: string
  readonly redactor: Redactor
  readonly run: WorkflowRun
  readonly machine: Machine
  readonly toolVersion: string
  /**
   * A new GitHub ID token, already masked.
   * @throws Failure ID_TOKEN_PERMISSION without `permissions: id-token: write`.
   */
  idToken(audience: string): Promise<string>
  /** Whether the job may ask for ID tokens at all. */
  readonly mayRequestIdToken: boolean
  /** Kept for this step's `post`. */
  saveState(name: string, value: string): void
}
