/**
 * A stand-in for the calls of GitHub's REST API that the actions make. Every request and every answer is held
 * against GitHub's own OpenAPI description, and a token may only do what its permissions say.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { REPOSITORY } from '../oidc/identity.ts'
import { type CheckRun, CheckRuns } from './check-runs.ts'
import { type Comment, Comments } from './comments.ts'
import { Commits } from './commits.ts'
import { type Contract, readContracts } from './contract.ts'
import { type Environment, Environments } from './environments.ts'
import type { Hosting } from './hosting.ts'
import { type Issue, Issues } from './issues.ts'
import { type Merge, type PullRequest, PullRequests } from './pulls.ts'
import { Repository } from './repository.ts'
import { NotFound, type Reply, type Route, Unprocessable } from './route.ts'
import { type WorkflowRun, WorkflowRuns } from './runs.ts'
import { type Permissions, permits, Tokens } from './tokens.ts'

export interface GitHubServer {
  readonly url: string
  /** Requests that GitHub would have refused as malformed. */
  readonly violations: readonly string[]
  /** A workflow's token. */
  token(permissions: Permissions): string
  openPullRequest(pullRequest: PullRequest): void
  merge(number: number, mergeSha: string, how?: Merge): void
  /** Gives a pull request another head, as a push does, forced or not. */
  push(number: number, headSha: string): void
  /** Lets a pull request go into another branch. */
  retarget(number: number, base: string): void
  /** Tells the graph of commits: each is known from then on. */
  commit(sha: string, parents: readonly string[], files?: readonly string[]): void
  addRun(run: WorkflowRun): void
  deleteRun(id: string): void
  /** Gives the repository another name; GitHub leads the old one to it. */
  rename(repository: string): void
  /** Makes a comment as a person would. */
  comment(pullRequest: number, login: string, body: string): void
  comments(pullRequest: number): readonly Comment[]
  checkRuns(sha: string): readonly CheckRun[]
  issues(): readonly Issue[]
  /** Opens an issue as a person would. */
  openIssue(login: string, issue: Pick<Issue, 'title' | 'body' | 'labels'>): void
  addEnvironment(environment: Environment): void
  /** Variables that were set, by their names. */
  variables(): Readonly<Record<string, string>>
  /** Lets somebody act on what people do. */
  host(hosting: Hosting): void
  stop(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? {} : JSON.parse(text)
}

export async function startGitHub(
  repository: string,
  repositoryId: string = REPOSITORY.repositoryId,
): Promise<GitHubServer> {
  const names = new Set([repository])
  const contracts = readContracts()
  const tokens = new Tokens()
  const violations: string[] = []
  let lastId = 0
  const nextId = () => ++lastId
  let host: Hosting | undefined
  const hosting = () => {
    if (host === undefined) throw new NotFound()
    return host
  }
  const itself = new Repository(contracts, repository, repositoryId)
  const pulls = new PullRequests(contracts, repository, repositoryId, hosting)
  const issues = new Issues(contracts, nextId)
  const comments = new Comments(contracts, nextId, {
    pullRequest: (number) => void pulls.existing(number),
    hasIssue: (number) => issues.has(number),
  })
  const checkRuns = new CheckRuns(contracts, nextId)
  const environments = new Environments(contracts)
  const commits = new Commits(contracts)
  const runs = new WorkflowRuns(contracts, repositoryId, hosting)
  const families = [itself, pulls, issues, comments, checkRuns, environments, commits, runs]
  const routes = families.flatMap((family) => family.routes)
  const compiled: { route: Route; pattern: RegExp; contract: Contract }[] = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    contract: contracts.for(route.method.toLowerCase(), route.path, route.status),
  }))

  const respond = async (request: IncomingMessage): Promise<Reply> => {
    const asked = new URL(request.url ?? '/', 'http://github.invalid')
    const permissions = tokens.permissionsOf(request.headers.authorization)
    if (permissions === undefined) return { status: 401, body: { message: 'Bad credentials' } }
    const match = compiled.find(
      ({ route, pattern }) => route.method === request.method && pattern.test(asked.pathname),
    )
    const parameters = match?.pattern.exec(asked.pathname)?.groups ?? {}
    if (match === undefined || !names.has(`${parameters['owner']}/${parameters['repo']}`)) {
      return { status: 404, body: { message: 'Not Found' } }
    }
    const { route, contract } = match
    if (!permits(permissions, route.needs, asked.pathname))
      return { status: 403, body: { message: 'Resource not accessible by integration' } }
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
    token: (permissions) => tokens.make(permissions),
    openPullRequest: (pullRequest) => pulls.open(pullRequest),
    merge: (number, mergeSha, how) => pulls.merge(number, mergeSha, how),
    push: (number, headSha) => pulls.push(number, headSha),
    retarget: (number, base) => pulls.retarget(number, base),
    commit: (sha, parents, files) => commits.add(sha, parents, files),
    addRun: (run) => runs.add(run),
    deleteRun: (id) => runs.delete(id),
    rename: (name) => {
      names.add(name)
      pulls.rename(name)
    },
    comment: (pullRequest, login, body) => void comments.add(pullRequest, login, body),
    comments: (pullRequest) => comments.of(pullRequest),
    checkRuns: (sha) => checkRuns.of(sha),
    issues: () => issues.all,
    openIssue: (login, issue) => void issues.open(login, issue),
    addEnvironment: (environment) => environments.add(environment),
    variables: () => itself.variables,
    host: (given) => {
      host = given
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
