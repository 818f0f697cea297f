/**
 * A stand-in for the calls of GitHub's REST API that the actions make. Every request and every answer is held
 * against GitHub's own OpenAPI description, and a token may only do what its permissions say.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Contract, Contracts } from './contract.ts'
import { type Environment, type Issue, IssueDesk } from './issues.ts'
import {
  type Call,
  NotFound,
  type Permissions,
  paged,
  type Reply,
  type Route,
  Unprocessable,
} from './route.ts'

export type { Permissions } from './route.ts'

/** Whom the workflow's own token writes as. */
const BOT = 'github-actions[bot]'

/** GitHub's limits, in characters. */
const COMMENT = 65_536
const CHECK_TEXT = 65_535

export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly title: string
  readonly files: readonly string[]
}

export interface Comment {
  readonly id: number
  readonly author: string
  readonly body: string
}

export interface CheckRun {
  readonly id: number
  readonly name: string
  readonly headSha: string
  readonly conclusion: string
  /** ISO 8601 */
  readonly completedAt: string
  readonly output: { readonly title: string; readonly summary: string; readonly text: string }
}

export interface GitHubServer {
  readonly url: string
  /** Requests that GitHub would have refused as malformed. */
  readonly violations: readonly string[]
  /** A workflow's token. */
  token(permissions: Permissions): string
  openPullRequest(pullRequest: PullRequest): void
  merge(number: number, mergeSha: string): void
  /** Makes a comment as a person would. */
  comment(pullRequest: number, login: string, body: string): void
  comments(pullRequest: number): readonly Comment[]
  checkRuns(sha: string): readonly CheckRun[]
  issues(): readonly Issue[]
  /** Opens an issue as a person would. */
  openIssue(login: string, issue: Pick<Issue, 'title' | 'body' | 'labels'>): void
  addEnvironment(environment: Environment): void
  stop(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? {} : JSON.parse(text)
}

export async function startGitHub(repository: string): Promise<GitHubServer> {
  const contracts = new Contracts()
  const tokens = new Map<string, Permissions>()
  const violations: string[] = []
  const pulls = new Map<number, PullRequest & { merged?: { sha: string; at: string } }>()
  const comments: (Comment & { pullRequest: number })[] = []
  const checks: CheckRun[] = []
  let lastId = 0
  const desk = new IssueDesk(contracts, () => ++lastId)
  const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z') // GitHub tells whole seconds
  const limit = (text: unknown, longest: number, what: string) => {
    if (typeof text === 'string' && text.length > longest)
      throw new Unprocessable(`${what} is too long (maximum is ${longest} characters)`)
  }

  const app = { ...contracts.sample('integration'), slug: 'github-actions', name: 'GitHub Actions' }
  const commentOf = ({ id, author, body }: Comment) => ({
    ...contracts.sample('issue-comment'),
    id,
    body,
    user: { ...contracts.sample('simple-user'), login: author, type: author === BOT ? 'Bot' : 'User' },
  })
  const checkOf = (check: CheckRun) => ({
    ...contracts.sample('check-run'),
    id: check.id,
    name: check.name,
    head_sha: check.headSha,
    status: 'completed',
    conclusion: check.conclusion,
    started_at: check.completedAt,
    completed_at: check.completedAt,
    output: { ...check.output, annotations_count: 0, annotations_url: 'https://example.com/' },
    app,
  })
  const repo = { ...contracts.sample('repository'), full_name: repository, default_branch: 'main' }
  const outputOf = (body: Call['body']): CheckRun['output'] => {
    const { title, summary, text } = (body['output'] ?? {}) as Record<string, string> // checked against the contract before
    limit(summary, CHECK_TEXT, 'output.summary')
    limit(text, CHECK_TEXT, 'output.text')
    return { title: title ?? '', summary: summary ?? '', text: text ?? '' }
  }
  const existing = (number: string | undefined) => {
    const pull = pulls.get(Number(number))
    if (pull === undefined) throw new NotFound()
    return pull
  }

  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
      status: 200,
      needs: ['pull-requests', 'read'],
      answer: (call) => {
        const { number } = existing(call.parameters['issue_number'])
        return {
          status: 200,
          body: paged(comments.filter((each) => each.pullRequest === number).map(commentOf), call),
        }
      },
    },
    {
      method: 'POST',
      path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
      status: 201,
      needs: ['pull-requests', 'write'],
      answer: ({ parameters, body }) => {
        const issue = Number(parameters['issue_number'])
        const number = desk.has(issue) ? issue : existing(parameters['issue_number']).number
        limit(body['body'], COMMENT, 'body')
        const comment = { id: ++lastId, author: BOT, body: String(body['body']), pullRequest: number }
        comments.push(comment)
        return { status: 201, body: commentOf(comment) }
      },
    },
    {
      method: 'PATCH',
      path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
      status: 200,
      needs: ['pull-requests', 'write'],
      answer: ({ parameters, body }) => {
        const index = comments.findIndex((each) => each.id === Number(parameters['comment_id']))
        const comment = comments[index]
        if (comment === undefined) throw new NotFound()
        limit(body['body'], COMMENT, 'body')
        comments[index] = { ...comment, body: String(body['body']) }
        return { status: 200, body: commentOf(comments[index]) }
      },
    },
    {
      method: 'DELETE',
      path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
      status: 204,
      needs: ['pull-requests', 'write'],
      answer: ({ parameters }) => {
        const index = comments.findIndex((each) => each.id === Number(parameters['comment_id']))
        if (index === -1) throw new NotFound()
        comments.splice(index, 1)
        return { status: 204, body: undefined }
      },
    },
    {
      method: 'POST',
      path: '/repos/{owner}/{repo}/check-runs',
      status: 201,
      needs: ['checks', 'write'],
      answer: ({ body }) => {
        const check: CheckRun = {
          id: ++lastId,
          name: String(body['name']),
          headSha: String(body['head_sha']),
          conclusion: String(body['conclusion']),
          completedAt: now(),
          output: outputOf(body),
        }
        checks.push(check)
        return { status: 201, body: checkOf(check) }
      },
    },
    {
      method: 'GET',
      path: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
      status: 200,
      needs: ['checks', 'read'],
      answer: (call) => {
        const { query, parameters } = call
        const found = checks.filter(
          (each) => each.headSha === parameters['ref'] && (query['check_name'] ?? each.name) === each.name,
        )
        return {
          status: 200,
          body: { total_count: found.length, check_runs: paged(found.map(checkOf), call) },
        }
      },
    },
    {
      method: 'GET',
      path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
      status: 200,
      needs: ['pull-requests', 'read'],
      answer: (call) => {
        const sha = call.parameters['commit_sha']
        const found = [...pulls.values()].filter((each) => each.headSha === sha || each.merged?.sha === sha)
        const simple = found.map((pull) => {
          const sample = contracts.sample('pull-request-simple')
          return {
            ...sample,
            number: pull.number,
            title: pull.title,
            state: pull.merged === undefined ? 'open' : 'closed',
            merged_at: pull.merged?.at ?? null,
            merge_commit_sha: pull.merged?.sha ?? null,
            head: { ...(sample['head'] as object), sha: pull.headSha, ref: 'release' },
            base: { ...(sample['base'] as object), repo, sha: pull.baseSha, ref: 'main' },
          }
        })
        return { status: 200, body: paged(simple, call) }
      },
    },
    {
      method: 'GET',
      path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
      status: 200,
      needs: ['pull-requests', 'read'],
      answer: (call) => {
        const { files } = existing(call.parameters['pull_number'])
        const entries = files.map((filename) => ({
          ...contracts.sample('diff-entry'),
          filename,
          status: 'modified',
        }))
        return { status: 200, body: paged(entries, call) }
      },
    },
    ...desk.routes,
  ]
  const compiled: { route: Route; pattern: RegExp; contract: Contract }[] = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    contract: contracts.for(route.method.toLowerCase(), route.path, route.status),
  }))

  const respond = async (request: IncomingMessage): Promise<Reply> => {
    const asked = new URL(request.url ?? '/', 'http://github.invalid')
    const permissions = tokens.get((request.headers.authorization ?? '').replace(/^(bearer|token) /i, ''))
    if (permissions === undefined) return { status: 401, body: { message: 'Bad credentials' } }
    const match = compiled.find(
      ({ route, pattern }) => route.method === request.method && pattern.test(asked.pathname),
    )
    const parameters = match?.pattern.exec(asked.pathname)?.groups ?? {}
    if (match === undefined || `${parameters['owner']}/${parameters['repo']}` !== repository) {
      return { status: 404, body: { message: 'Not Found' } }
    }
    const { route, contract } = match
    const [permission, level] = route.needs
    // GitHub takes either for what issues and pull requests have in common.
    const shared = asked.pathname.includes('/comments') ? permissions['issues'] : undefined
    const held = [permissions[permission], shared]
    if (!held.some((each) => each === 'write' || each === level)) {
      return { status: 403, body: { message: 'Resource not accessible by integration' } }
    }
    const query = Object.fromEntries(asked.searchParams)
    const body = await bodyOf(request)
    const wrong = contract.request(query, body)
    if (wrong.length > 0) {
      violations.push(`${request.method} ${asked.pathname}: ${wrong.join('; ')}`)
      return { status: 422, body: { message: 'Validation Failed', errors: wrong } }
    }
    try {
      const reply = route.answer({ parameters, query, body })
      const mistaken = contract.answer(reply.body)
      if (mistaken.length > 0)
        throw new Error(`the stand-in's own answer to ${route.path} is wrong: ${mistaken.join('; ')}`)
      return reply
    } catch (error) {
      if (error instanceof NotFound) return { status: 404, body: { message: 'Not Found' } }
      if (error instanceof Unprocessable) return { status: 422, body: { message: error.message } }
      violations.push(String(error))
      return { status: 500, body: { message: String(error) } }
    }
  }

  const server = createServer((request, response) => {
    void respond(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(body === undefined ? undefined : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server has such an address
    violations,
    token: (permissions) => {
      const token = `ghs_${randomBytes(24).toString('hex')}`
      tokens.set(token, permissions)
      return token
    },
    openPullRequest: (pullRequest) => void pulls.set(pullRequest.number, pullRequest),
    merge: (number, mergeSha) =>
      void pulls.set(number, { ...existing(String(number)), merged: { sha: mergeSha, at: now() } }),
    comment: (pullRequest, author, body) => void comments.push({ id: ++lastId, author, body, pullRequest }),
    comments: (pullRequest) => comments.filter((each) => each.pullRequest === pullRequest),
    issues: () => desk.issues,
    openIssue: (author, issue) => desk.open(author, issue),
    addEnvironment: (environment) => desk.addEnvironment(environment),
    checkRuns: (sha) => checks.filter((each) => each.headSha === sha),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
