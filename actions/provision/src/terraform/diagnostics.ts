/** Terraform's diagnostics as failures on the line of the code. */
import { posix } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'
import { adviceOn } from './advice.ts'

const NOT_PUT_OUT =
  'Apply the stack that puts it out first; if it is of this directory, `depends_on` in `stack.yml` says so.'

export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  readonly summary: string
  readonly detail?: string
  readonly address?: string
  readonly range?: {
    readonly filename: string
    readonly start: { readonly line: number; readonly column: number }
  }
  /** The code at the place. */
  readonly snippet?: { readonly code: string }
}

const LOCK_SUMMARY = 'Error acquiring the state lock'

function lockField(detail: string, name: string): string {
  return new RegExp(`^[ \\t]*${name}:[ \\t]+(.+)$`, 'm').exec(detail)?.[1]?.trim() ?? 'unknown'
}

/** What Terraform says to each trouble with a lock, whatever it is. */
const LOCK_ADVICE = /(?:Terraform|OpenTofu) acquires a state lock/

/** Whether it says who holds the lock. */
function isHeld(detail: string): boolean {
  return /^[ \t]*ID:[ \t]+\S/m.test(detail)
}

/**
 * Whether the lock was held, and let go before Terraform could read by whom: the one case of a held lock for which it
 * does not wait.
 */
export function wasLetGo({ summary, detail = '' }: Diagnostic): boolean {
  return (
    summary === LOCK_SUMMARY &&
    !isHeld(detail) &&
    /PreconditionFailed|ConditionalRequestConflict|ConditionalCheckFailed/.test(detail)
  )
}

/** Terraform words a held lock and one that may not be written alike; only the status tells them apart. */
function lockFailure({ detail = '' }: Diagnostic): Failure {
  if (/StatusCode: 403|AccessDenied|Forbidden/.test(detail)) {
    return new Failure({
      code: 'STATE_LOCK_FORBIDDEN',
      what: 'The role may not write the lock of the state.',
      why: 'A plan takes the lock too, as an object beside the state.',
      fix: 'Allow the role s3:PutObject and s3:DeleteObject on `<key>.tflock`.',
    })
  }
  if (!isHeld(detail)) {
    return new Failure({
      code: 'STATE_LOCK_FAILED',
      what: 'The lock of the state could not be taken.',
      why: `Nobody is known to hold it. ${oneSentence((detail.split(LOCK_ADVICE)[0] ?? detail).trim())}`,
      fix: 'Run the job again; nothing was changed. If it stays so, look whether the bucket can be reached and written.',
    })
  }
  return new Failure({
    code: 'STATE_LOCKED',
    what: `The state is locked by ${lockField(detail, 'Who')} since ${lockField(detail, 'Created')} (${lockField(detail, 'Operation')}).`,
    why: `Lock ${lockField(detail, 'ID')} on ${lockField(detail, 'Path')}.`,
    fix: 'Wait until that run has ended. Only if it was killed: `terraform force-unlock` with this ID.',
  })
}

function stale(folder: string): Failure {
  return new Failure({
    code: 'PLAN_STALE',
    what: `The plan of ${folder} can no longer be applied: its state was changed since it was made.`,
    why: 'Another run has applied something in between. Nothing was changed by this one.',
    fix: 'Open a pull request with what is left to do, or with no change: its preview plans anew.',
  })
}

function oneSentence(text: string): string {
  return `${text.replace(/\s+/g, ' ').replace(/\.$/, '')}.`
}

/** Said beside what is wrong, and says nothing more. */
function isPreface({ summary }: Diagnostic): boolean {
  return /^(?:Terraform|OpenTofu) encountered problems during initiali[sz]ation/.test(summary)
}

export function diagnosedFailures(diagnostics: readonly Diagnostic[], folder: string): Failure[] {
  const telling = diagnostics.filter((each) => !isPreface(each))
  return (telling.length === 0 ? diagnostics : telling).map((each) => failureOf(each, folder))
}

/** @param folder the stack's, relative to the workspace; Terraform's file names are relative to it */
export function failureOf(diagnostic: Diagnostic, folder: string): Failure {
  if (diagnostic.summary === LOCK_SUMMARY) return lockFailure(diagnostic)
  if (diagnostic.summary === 'Saved plan is stale') return stale(folder)
  const { summary, detail, address, range, snippet } = diagnostic
  const remote =
    summary === 'Unable to find remote state' || snippet?.code.includes('terraform_remote_state') === true
  const source =
    range === undefined || posix.isAbsolute(range.filename)
      ? undefined
      : {
          file: posix.normalize(`${folder}/${range.filename}`),
          line: range.start.line,
          column: range.start.column,
        }
  return new Failure({
    // What another stack has not put out yet.
    code: remote ? 'REMOTE_STATE' : 'TERRAFORM',
    what: `${address === undefined ? '' : `${address}: `}${oneSentence(summary)}`,
    ...(detail === undefined || detail === '' ? {} : { why: detail.replace(/\s+/g, ' ') }),
    fix: remote ? NOT_PUT_OUT : adviceOn({ summary, detail: detail ?? '' }),
    ...(source === undefined ? {} : { source }),
  })
}
