/** Terraform's diagnostics as failures on the line of the code. */
import { posix } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'

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

function lockField(detail: string, name: string): string {
  return new RegExp(`^[ \\t]*${name}:[ \\t]+(.+)$`, 'm').exec(detail)?.[1]?.trim() ?? 'unknown'
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

const CURE = 'Correct the code, its variables, or what the role may do.'

/** By what Terraform says; the first that fits. */
const cures: readonly (readonly [RegExp, string])[] = [
  [
    /^No value for required variable/,
    'Give the variable a default, set `TF_VAR_<name>` under `env:`, or name a file that has it in `var-file:`.',
  ],
  [
    /^Invalid value for (?:input )?variable/,
    'Correct the value where it is given: in a file of `var-file:`, or as `TF_VAR_<name>` under `env:`.',
  ],
  [
    /previously-selected version|does not match configured version constraint|doesn't match any of the checksums/,
    'Run `terraform init -upgrade` and commit .terraform.lock.hcl with the versions and checksums of every platform (`terraform providers lock`).',
  ],
  [
    /^Failed to query available provider packages|^Failed to install provider/,
    'Correct source and version of the provider in `required_providers`, and look whether the runner reaches its registry.',
  ],
  [/^Unsupported Terraform Core version/, 'Pass another `terraform-version:`, or widen `required_version`.'],
  [
    /AccessDenied|UnauthorizedOperation|not authorized to perform|StatusCode: 403/,
    'Allow the role what is refused here: the policy of the role, that of the resource, and the boundary count.',
  ],
  [
    /^(?:Unsupported|Reference to undeclared|Missing required argument|Duplicate|Invalid version constraint|Invalid reference|Invalid function|Unclosed|Argument or block)/,
    'Correct the code at this place; `terraform validate` shows the same.',
  ],
]

function oneSentence(text: string): string {
  return `${text.replace(/\s+/g, ' ').replace(/\.$/, '')}.`
}

/** Said beside what is wrong, and says nothing more. */
function isPreface({ summary }: Diagnostic): boolean {
  return /^(?:Terraform|OpenTofu) encountered problems during initiali[sz]ation/.test(summary)
}

export function failuresOf(diagnostics: readonly Diagnostic[], folder: string): Failure[] {
  const telling = diagnostics.filter((each) => !isPreface(each))
  return (telling.length === 0 ? diagnostics : telling).map((each) => failureOf(each, folder))
}

/** @param folder the stack's, relative to the workspace; Terraform's file names are relative to it */
export function failureOf(diagnostic: Diagnostic, folder: string): Failure {
  if (diagnostic.summary === 'Error acquiring the state lock') return lockFailure(diagnostic)
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
    fix: cures.find(([pattern]) => pattern.test(`${summary}\n${detail ?? ''}`))?.[1] ?? CURE,
    ...(source === undefined ? {} : { source }),
  })
}
