/** What it means when GitHub does not do what it was asked. */
import { Failure } from '../model/failure.ts'
import { retryAfter } from '../transport/retry-after.ts'
import type { NetworkTrouble } from '../transport/trouble.ts'

interface RequestError extends Error {
  readonly status: number
  /** Absent when there was no answer; octokit gives such errors the status 500. */
  readonly response?: { readonly headers: Readonly<Record<string, string | undefined>> }
  /** Of the transport, where there was no answer. */
  readonly cause?: unknown
}

export function isRequestError(error: unknown): error is RequestError {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
}

/** GitHub asks to wait a minute when it limits without saying for how long. */
const UNSAID_PAUSE = 60_000

/**
 * Milliseconds that GitHub asks to pause for; undefined when it does not. It answers 403 both for a missing
 * permission and for being asked too often.
 */
export function pauseOf({ status, message, response }: RequestError): number | undefined {
  if (response === undefined || (status !== 429 && status !== 403)) return undefined
  const { headers } = response
  const asked = retryAfter(headers)
  if (asked !== undefined) return asked
  if (headers['x-ratelimit-remaining'] === '0') {
    // By GitHub's own clock, so that ours need not be right.
    const until = Number(headers['x-ratelimit-reset']) * 1_000 - Date.parse(headers['date'] ?? '')
    return Number.isFinite(until) ? Math.max(0, until) : UNSAID_PAUSE
  }
  return status === 429 || /rate limit/i.test(message) ? UNSAID_PAUSE : undefined
}

interface Asked {
  readonly route: string
  readonly needs: string
}

function permission(error: RequestError, { route, needs }: Asked): Failure {
  const known = error.status === 401 ? 'The token is not valid, or not any more' : error.message
  return new Failure({
    code: 'GITHUB_PERMISSION',
    what: `GitHub refused ${route} (${error.status}).`,
    why: `${firstLine(known)}.`,
    fix:
      error.status === 401
        ? 'Pass `github-token: ${{ github.token }}`, which ends with its job; a token of one’s own may have expired.'
        : `Add \`${needs}\` to the job's \`permissions:\` and pass \`github-token: \${{ github.token }}\`. The token of a pull request from a fork can only read.`,
    cause: error,
  })
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/\.$/, '')
}

/**
 * A failed request as a Failure that says what to do; anything else is returned as it is.
 * @param trouble why there was no answer
 */
export function explain(error: unknown, asked: Asked, trouble: NetworkTrouble | undefined): unknown {
  if (!isRequestError(error)) return error
  const { status } = error
  const pause = pauseOf(error)
  if (pause !== undefined) {
    return new Failure({
      code: 'GITHUB_RATE_LIMIT',
      what: `GitHub is asked too often with this token (${asked.route}).`,
      why: `${firstLine(error.message)}.`,
      fix: `Run the job again in ${Math.ceil(pause / 60_000)} min.`,
      cause: error,
    })
  }
  if (status === 401 || status === 403) return permission(error, asked)
  if (status === 404) {
    return new Failure({
      code: 'GITHUB_NOT_FOUND',
      what: `GitHub found nothing at ${asked.route} (404).`,
      why: 'It is not there, or the token may not know of it.',
      fix: `Check GITHUB_REPOSITORY, and that the job's \`permissions:\` hold \`${asked.needs}\`.`,
      cause: error,
    })
  }
  if (status < 500) {
    return new Failure({
      code: 'GITHUB_REFUSED',
      what: `GitHub refused ${asked.route} (${status}).`,
      why: `${firstLine(error.message)}.`,
      fix: 'Please open an issue with this message.',
      cause: error,
    })
  }
  const answered = error.response === undefined ? 'did not answer' : `failed at (${status})`
  return new Failure({
    code: 'GITHUB_UNAVAILABLE',
    what: `GitHub ${answered} ${asked.route}.`,
    why: trouble?.why ?? `${firstLine(error.message)}.`,
    fix: trouble?.fix ?? 'Run the job again; githubstatus.com tells whether GitHub is well.',
    cause: error,
  })
}
