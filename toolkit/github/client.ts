import { Octokit } from '@octokit/core'
import type { Logger } from '../action/world.ts'
import { Failure } from '../model/failure.ts'
import { retry, type Verdict } from '../retry/retry.ts'

export interface GitHubOptions {
  /** `https://api.github.com`, or an enterprise server's. */
  readonly apiUrl: string
  readonly token: string
  /** `owner/name` */
  readonly repository: string
  readonly signal: AbortSignal
  readonly random: () => number
  readonly log: Logger
}

export interface GitHub {
  readonly owner: string
  readonly repo: string
  /**
   * Calls one route, for example `GET /repos/{owner}/{repo}/pulls/{pull_number}`.
   * @param needs the permission that the route asks for, for the error message.
   * @throws Failure GITHUB_PERMISSION when refused (never retried), GITHUB_UNAVAILABLE when it does not answer.
   */
  call<T>(route: string, parameters: Readonly<Record<string, unknown>>, needs: string): Promise<T>
  /** All pages of a route that answers with an array. */
  all<T>(route: string, parameters: Readonly<Record<string, unknown>>, needs: string): Promise<T[]>
}

const PAGE = 100

interface RequestError {
  readonly status: number
  readonly message: string
  readonly response?: { readonly headers: Readonly<Record<string, string>> }
}

function isRequestError(error: unknown): error is RequestError {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
}

/** GitHub answers 403 both for a missing permission and for being asked too often. */
function isRateLimit({ status, response }: RequestError): boolean {
  if (status === 429) return true
  const headers = response?.headers
  return (
    status === 403 && (headers?.['retry-after'] !== undefined || headers?.['x-ratelimit-remaining'] === '0')
  )
}

function classify(error: unknown): Verdict {
  if (!isRequestError(error)) return 'refuse'
  // Octokit reports a connection that failed as status 500.
  return error.status >= 500 || isRateLimit(error) ? 'again' : 'refuse'
}

function explain(error: unknown, route: string, needs: string): unknown {
  if (!isRequestError(error)) return error
  const [method, path] = route.split(' ')
  if (error.status === 401 || error.status === 403) {
    return new Failure({
      code: 'GITHUB_PERMISSION',
      what: `GitHub refused ${method} ${path} (${error.status}).`,
      why: error.message.split('\n')[0] ?? '',
      fix: `Add \`permissions: ${needs}\` to the job, and pass its \`github-token\`.`,
      cause: error,
    })
  }
  return new Failure({
    code: 'GITHUB_UNAVAILABLE',
    what: `GitHub answered ${method} ${path} with ${error.status}.`,
    why: error.message.split('\n')[0] ?? '',
    fix:
      error.status >= 500
        ? 'Run the job again when GitHub is well.'
        : 'Please open an issue with this message.',
    cause: error,
  })
}

export function createGitHub(options: GitHubOptions): GitHub {
  const octokit = new Octokit({
    auth: options.token,
    baseUrl: options.apiUrl,
    request: { signal: options.signal },
  })
  const [owner = '', repo = ''] = options.repository.split('/')
  async function call<T>(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    needs: string,
  ): Promise<T> {
    try {
      return await retry(
        {
          attempts: 5,
          shortest: 500,
          longest: 20_000,
          classify,
          signal: options.signal,
          random: options.random,
          onRetry: (error, attempt, wait) =>
            options.log.info(
              `GitHub: attempt ${attempt} failed (${error instanceof Error ? error.message : error}); again in ${wait} ms`,
            ),
        },
        async () => (await octokit.request(route, { owner, repo, ...parameters })).data as T, // the caller names the route's own shape
      )
    } catch (error) {
      throw explain(error, route, needs)
    }
  }
  return {
    owner,
    repo,
    call,
    all: async <T>(route: string, parameters: Readonly<Record<string, unknown>>, needs: string) => {
      const items: T[] = []
      for (let page = 1; ; page++) {
        const batch = await call<T[]>(route, { ...parameters, per_page: PAGE, page }, needs)
        items.push(...batch)
        if (batch.length < PAGE) return items
      }
    },
  }
}
