import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type GitHubServer, startGitHub } from '../../server.ts'

const repository = 'omninode-ai/omninode_infra'
const head = 'a'.repeat(40)
const merge = 'c'.repeat(40)
let github: GitHubServer
let writer: string

beforeAll(async () => {
  github = await startGitHub(repository)
  writer = github.token({ 'pull-requests': 'write', checks: 'write' })
  github.openPullRequest({
    number: 7,
    headSha: head,
    baseSha: 'b'.repeat(40),
    title: 'Release',
    files: ['a.tf', 'b.sql', 'c.yaml'],
  })
})

afterAll(() => github.stop())

async function call(method: string, path: string, token = writer, body?: unknown) {
  const response = await fetch(`${github.url}/repos/${repository}${path}`, {
    method,
    headers: { authorization: `token ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

test('makes, lists, changes and deletes comments as the workflow itself', async () => {
  const made = await call('POST', '/issues/7/comments', writer, { body: 'one' })
  expect(made).toMatchObject({ status: 201, body: { body: 'one', user: { login: 'github-actions[bot]' } } })
  await call('PATCH', `/issues/comments/${made.body.id}`, writer, { body: 'two' })
  const listed = await call('GET', '/issues/7/comments?per_page=100')
  expect(listed.body).toMatchObject([{ id: made.body.id, body: 'two' }])
  expect((await call('DELETE', `/issues/comments/${made.body.id}`)).status).toBe(204)
  expect(github.comments(7)).toEqual([])
})

test('lists the check runs of a commit by their name', async () => {
  for (const name of ['first', 'second']) {
    await call('POST', '/check-runs', writer, {
      name,
      head_sha: head,
      status: 'completed',
      conclusion: 'neutral',
      output: { title: name, summary: 'text' },
    })
  }
  const found = await call('GET', `/commits/${head}/check-runs?check_name=second&filter=all`)
  expect(found.body).toMatchObject({ total_count: 1, check_runs: [{ name: 'second' }] })
})

test('tells the pull request that brought a commit only once it is merged', async () => {
  expect((await call('GET', `/commits/${merge}/pulls`)).body).toEqual([])
  github.merge(7, merge)
  expect((await call('GET', `/commits/${merge}/pulls`)).body).toMatchObject([
    { number: 7, state: 'closed', merge_commit_sha: merge, base: { repo: { full_name: repository } } },
  ])
})

test('pages the files of a pull request', async () => {
  const second = await call('GET', '/pulls/7/files?per_page=2&page=2')
  expect(second.body).toMatchObject([{ filename: 'c.yaml' }])
})

test.each([
  ['an unknown token', 'ghs_unknown', 401],
  ['a token without the permission', undefined, 403],
])('refuses %s', async (_what, token, status) => {
  const reader = token ?? github.token({ 'pull-requests': 'read' })
  expect((await call('POST', '/issues/7/comments', reader, { body: 'x' })).status).toBe(status)
})

test.each([
  ['a body that is missing a field', 'POST', '/check-runs', { name: 'x' }],
  [
    'a conclusion that GitHub does not know',
    'POST',
    '/check-runs',
    { name: 'x', head_sha: head, conclusion: 'fine' },
  ],
  ['a query parameter that GitHub does not have', 'GET', '/issues/7/comments?size=3', undefined],
  ['a comment that is too long', 'POST', '/issues/7/comments', { body: 'x'.repeat(65_537) }],
])('refuses %s, as GitHub does', async (_what, method, path, body) => {
  expect((await call(method, path, writer, body)).status).toBe(422)
})

test('tells how two commits stand to each other, and knows none that it was not told of', async () => {
  const [first, second, aside] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string]
  github.commit(first, [])
  github.commit(second, [first], ['a.yaml'])
  github.commit(aside, [first])
  const reader = github.token({ contents: 'read' })
  const standing = async (from: string, to: string) =>
    (await call('GET', `/compare/${from}...${to}`, reader)).body
  expect(await standing(first, second)).toMatchObject({ status: 'ahead', files: [{ filename: 'a.yaml' }] })
  expect(await standing(second, first)).toMatchObject({ status: 'behind' })
  expect(await standing(second, aside)).toMatchObject({ status: 'diverged' })
  expect(await standing(aside, aside)).toMatchObject({ status: 'identical' })
  expect((await call('GET', `/compare/${first}...${'4'.repeat(40)}`, reader)).status).toBe(404)
})

test('remembers a run until it is removed', async () => {
  github.addRun({ id: '4711', event: 'pull_request', headSha: head })
  const reader = github.token({ actions: 'read' })
  const run = () => call('GET', '/actions/runs/4711', reader)
  expect((await run()).body).toMatchObject({ head_sha: head, event: 'pull_request' })
  github.deleteRun('4711')
  expect((await run()).status).toBe(404)
})

test('knows no route that the actions do not use', async () => {
  expect((await call('GET', '/branches')).status).toBe(404)
})
