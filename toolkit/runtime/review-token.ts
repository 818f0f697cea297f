import { Failure } from '../model/failure.ts'

/** Why a run cannot compare with what its pull request showed. */
export function reviewToken(): Failure {
  return new Failure({
    code: 'REVIEW_TOKEN',
    what: '`reviewed` needs `github-token` to find what the pull request showed.',
    fix: 'Pass `github-token: ${{ github.token }}` with `permissions: actions: read, checks: read, contents: read, pull-requests: read`, or set `reviewed: off`.',
  })
}
