/** Which workflow may sign a review: what it was that signed, only its own file can prove. */
import type { WorkflowRun } from '../world/world.ts'

export type Signer =
  /** Any job of the repository, so also one whose workflow the pull request has changed. */
  | { readonly any: true }
  | {
      readonly any: false
      /** `owner/repo/.github/workflows/file.yml` */
      readonly workflow: string
      /** A tag, branch or commit: at it alone. */
      readonly ref: string | undefined
      /** Without a ref: the one commit that counts beside every branch and tag. */
      readonly commit?: string
    }

const PUBLISH = '.github/workflows/publish.yml'
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/**
 * @param given the input `review-signer`; without it the `publish.yml` of the action's own repository: at any of its
 * branches and tags, or at the commit at which the action itself was asked for
 */
export function parseSigner(
  given: string | undefined,
  { actionRepository, actionRef }: Pick<WorkflowRun, 'actionRepository' | 'actionRef'>,
): Signer {
  if (given === 'caller') return { any: true }
  if (given === undefined) {
    const commit = actionRef !== undefined && COMMIT.test(actionRef) ? { commit: actionRef } : {}
    return { any: false, workflow: `${actionRepository}/${PUBLISH}`, ref: undefined, ...commit }
  }
  const at = given.indexOf('@')
  return at === -1
    ? { any: false, workflow: given, ref: undefined }
    : { any: false, workflow: given.slice(0, at), ref: given.slice(at + 1) }
}

/** Whoever owns a repository may write its name in any case; the path of a file is as it is. */
function sameFile(one: string, other: string): boolean {
  const [[owner, repository, ...path], [otherOwner, otherRepository, ...otherPath]] = [
    one.split('/'),
    other.split('/'),
  ]
  return (
    owner?.toLowerCase() === otherOwner?.toLowerCase() &&
    repository?.toLowerCase() === otherRepository?.toLowerCase() &&
    path.join('/') === otherPath.join('/')
  )
}

/** @param jobWorkflowRef the claim of a token: `owner/repo/.github/workflows/file.yml@refs/tags/v1` */
export function isSigner(signer: Signer, jobWorkflowRef: string): boolean {
  if (signer.any) return true
  const { workflow, ref: wanted, commit } = signer
  // Cut at the length of the name that is wanted: the names of files and of branches may hold an @ themselves.
  const [file, at, ref] = [
    jobWorkflowRef.slice(0, workflow.length),
    jobWorkflowRef.charAt(workflow.length),
    jobWorkflowRef.slice(workflow.length + 1),
  ]
  if (at !== '@' || !sameFile(file, workflow)) return false
  if (wanted !== undefined && COMMIT.test(wanted)) return ref === wanted
  // At a pull request's ref the file is whatever the pull request has made of it, and a bare commit may be one of a fork.
  if (!/^refs\/(?:heads|tags)\/./.test(ref)) return wanted === undefined && commit === ref
  return wanted === undefined || [wanted, `refs/heads/${wanted}`, `refs/tags/${wanted}`].includes(ref)
}

export function signerWords(signer: Signer): string {
  if (signer.any) return 'any job of this repository'
  const { workflow, ref, commit } = signer
  if (ref !== undefined) return `${workflow}@${ref}`
  return commit === undefined
    ? `${workflow} at a branch or tag`
    : `${workflow} at a branch, a tag or ${commit}`
}
