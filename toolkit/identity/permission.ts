import { Failure } from '../model/failure.ts'

/** Why a step that needs an ID token cannot have one. */
export function idTokenPermission(): Failure {
  return new Failure({
    code: 'ID_TOKEN_PERMISSION',
    what: 'This job may not request an OIDC token.',
    why: 'It has no `id-token: write` permission, or it runs for a pull request from a fork.',
    fix: 'Add `permissions: id-token: write` to the job.',
  })
}
