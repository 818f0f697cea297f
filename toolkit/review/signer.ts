/** Which workflow may sign a review: what it was that signed, only its own file can prove. */

export type Signer =
  /** Any job of the repository, so also one whose workflow the pull request has changed. */
  | { readonly any: true }
  /** `owner/repo/.github/workflows/file.yml`, at any ref but that of a pull request, or at the one ref. */
  | { readonly any: false; readonly workflow: string; readonly ref: string | undefined }

const PUBLISH = '.github/workflows/publish.yml'

/** @param given the input `review-signer`; without it the `publish.yml` of the action's own repository */
export function parseSigner(given: string | undefined, actionRepository: string): Signer {
  if (given === 'caller') return { any: true }
  const text = given ?? `${actionRepository}/${PUBLISH}`
  const at = text.indexOf('@')
  return at === -1
    ? { any: false, workflow: text, ref: undefined }
    : { any: false, workflow: text.slice(0, at), ref: text.slice(at + 1) }
}

/** @param jobWorkflowRef the claim of a token: `owner/repo/.github/workflows/file.yml@refs/tags/v1` */
export function isSigner(signer: Signer, jobWorkflowRef: string): boolean {
  if (signer.any) return true
  const at = jobWorkflowRef.indexOf('@')
  const [workflow, ref] = [jobWorkflowRef.slice(0, at), jobWorkflowRef.slice(at + 1)]
  // At a pull request's ref the file is whatever the pull request has made of it.
  if (at === -1 || ref.startsWith('refs/pull/')) return false
  return (
    workflow.toLowerCase() === signer.workflow.toLowerCase() &&
    (signer.ref === undefined ||
      signer.ref === ref ||
      ref === `refs/heads/${signer.ref}` ||
      ref === `refs/tags/${signer.ref}`)
  )
}

export function wordsOf(signer: Signer): string {
  if (signer.any) return 'any job of this repository'
  return signer.ref === undefined ? signer.workflow : `${signer.workflow}@${signer.ref}`
}
