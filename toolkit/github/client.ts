/** GitHub's REST API. Import this file lazily: it brings octokit with it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { getOctokit } from '@actions/github'
import type * as z from 'zod'
import { Failure, failuresIn } from '../model/failure.ts'
import { mismatch } from '../model/mismatch.ts'
import { isUnreachable } from '../retry/network.ts'
import { retry, type Verdict } from '../retry/retry.ts'
import { keepConnections } from '../transport/exchange.ts'
import { fetchThrough } from '../transport/fetch.ts'
import { troubleOf } from '../transport/trouble.ts'
import type { Logger } from '../world/world.ts'
import { explain, isRequestError, pauseOf } from './refusal.ts'

export interface GitHubOptions {
  /** `https://api.github.com`, or an enterprise server's. */
  readonly apiUrl: string
  readonly token: string
  /** `owner/name` */
  readonly repository: string
  readonly signal: AbortSignal
  readonly random: () => number
  readonly log: Logger
  /** Of which HTTPS_PROXY and NO_PROXY count. */
  readonly env: Readonly<Record<string, string>>
}

export interface Request<T> {
  /** As GitHub documents it: `GET /repos/{owner}/{repo}/pulls/{pull_number}`; owner and repo are filled in. */
  readonly route: string
  readonly parameters?: Readonly<Record<string, unknown>>
  /** The permission that the route asks for, as a workflow grants it: `pull-requests: write`. */
  readonly needs: string
  /** What is read of the answer. */
  readonly answer: z.ZodType<T>
  /** Sent a single time, because it must not be done twice: whether to repeat it, the caller sees by looking. */
  readonly once?: true
}

export interface GitHub {
  readonly owner: string
  readonly repo: string
  /**
   * @throws Failure GITHUB_PERMISSION (401, 403; at once), GITHUB_NOT_FOUND, GITHUB_REFUSED, and after the last
   * attempt GITHUB_RATE_LIMIT or GITHUB_UNAVAILABLE. The signal's reason when aborted.
   */
  call<T>(request: Request<T>): Promise<T>
  /** The items of all pages. */
  all<T, Item>(request: Request<T>, items: (answer: T) => readonly Item[]): Promise<Item[]>
}

const PAGE = 100
const ATTEMPTS = 5

/** Milliseconds for one answer. */
const DEADLINE = 30_000

/** Milliseconds; a longer pause is not waited for. */
const LONGEST_PAUSE = 120_000

function classify(error: unknown): Verdict {
  if (!isRequestError(error)) return 'refuse'
  const pause = pauseOf(error)
  if (pause !== undefined) return pause <= LONGEST_PAUSE ? 'again' : 'refuse'
  if (error.response === undefined) return isUnreachable(error.cause) ? 'again' : 'refuse'
  return error.status >= 500 ? 'again' : 'refuse'
}

function oddAnswer({ route }: Pick<Request<unknown>, 'route'>, why: string): Failure {
  return new Failure({
    code: 'GITHUB_ANSWER',
    what: `The answer to ${route} is not what GitHub's API describes.`,
    why,
    fix: 'Check that GITHUB_API_URL is the API itself and that no proxy answers in its place.',
  })
}

function read<T>(request: Request<T>, data: unknown): T {
  const result = request.answer.safeParse(data)
  if (result.success) return result.data
  throw oddAnswer(request, `In it ${mismatch(result.error, data)}.`)
}

export function createGitHub(options: GitHubOptions): GitHub {
  const { signal, random, log, env } = options
  const connections = keepConnections({ most: 4, proxies: env })
  const octokit = getOctokit(options.token, { baseUrl: options.apiUrl })
  const [owner = '', repo = ''] = options.repository.split('/')
  if (!URL.canParse(options.apiUrl)) {
    throw new Failure({
      code: 'GITHUB_UNAVAILABLE',
      what: 'GitHub cannot be asked.',
      why: 'GITHUB_API_URL is no address.',
      fix: 'Set it to the address of the API, such as https://api.github.com.',
    })
  }

  async function ask(request: Request<unknown>): Promise<unknown> {
    const { data } = await octokit.request(request.route, {
      owner,
      repo,
      ...request.parameters,
      headers: { 'x-github-api-version': '2022-11-28' },
      request: {
        fetch: fetchThrough({ connections, signal, deadline: DEADLINE }),
        log: { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug },
      },
    })
    return data
  }

  async function call<T>(request: Request<T>): Promise<T> {
    const attempts = request.once ? 1 : ATTEMPTS
    const attempt = async (number: number) => {
      try {
        return await ask(request)
      } catch (error) {
        const pause = isRequestError(error) ? pauseOf(error) : undefined
        if (pause !== undefined && pause <= LONGEST_PAUSE && (request.once || number < attempts)) {
          log.info(`GitHub asks to pause for ${Math.ceil(pause / 1_000)} s.`)
          await sleep(pause, undefined, { signal })
        }
        throw error
      }
    }
    const onRetry = (error: unknown, number: number, wait: number) => {
      const why = error instanceof Error ? error.message : String(error)
      log.info(`${request.route}: attempt ${number} of ${attempts} failed (${why}); again in ${wait} ms.`)
    }
    try {
      const ladder = { attempts, shortest: 500, longest: 20_000, classify, signal, random, onRetry }
      return read(request, await retry(ladder, attempt))
    } catch (error) {
      signal.throwIfAborted()
      if (failuresIn(error).length > 0) throw error
      if (!isRequestError(error))
        throw oddAnswer(request, error instanceof Error ? error.message : String(error))
      const trouble =
        error.response === undefined
          ? troubleOf(error.cause, new URL(options.apiUrl), connections)
          : undefined
      throw explain(error, request, trouble)
    }
  }

  return {
    owner,
    repo,
    call,
    all: async (request, items) => {
      const found = []
      for (let page = 1; ; page++) {
        const parameters = { ...request.parameters, per_page: PAGE, page }
        const batch = items(await call({ ...request, parameters }))
        found.push(...batch)
        if (batch.length < PAGE) return found
      }
    },
  }
}
