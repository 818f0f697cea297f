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

test('gives a single check run by its id, and none that is not there', async () => {
  const made = await call('POST', '/check-runs', writer, {
    name: 'one',
    head_sha: head,
    status: 'completed',
    conclusion: 'neutral',
    completed_at: '2020-01-01T00:00:00Z',
    output: { title: 't', summary: 's', text: 'x' },
  })
  expect(await call('GET', `/check-runs/${made.body.id}`)).toMatchObject({
    status: 200,
    // Whoever makes it says when it was.
    body: { id: made.body.id, head_sha: head, completed_at: '2020-01-01T00:00:00Z', output: { text: 'x' } },
  })
  expect((await call('GET', '/check-runs/999999')).status).toBe(404)
})

test('remembers a run until it is deleted, for a token that may read actions', async () => {
  const reader = github.token({ actions: 'read' })
  github.addRun({ id: '4711', event: 'pull_request', headSha: head })
  expect(await call('GET', '/actions/runs/4711', reader)).toMatchObject({
    status: 200,
    body: { id: 4711, event: 'pull_request', head_sha: head, repository: { id: 123456 } },
  })
  expect((await call('GET', '/actions/runs/4711')).status).toBe(403)
  github.deleteRun('4711')
  expect((await call('GET', '/actions/runs/4711', reader)).status).toBe(404)
})

test('compares two commits by the graph that it was told, and knows no other commit', async () => {
  const reader = github.token({ contents: 'read' })
  const [root, left, right] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string]
  github.commit(root, [])
  github.commit(left, [root])
  github.commit(right, [root])
  const compare = (pair: string) => call('GET', `/compare/${pair}`, reader)
  for (const [pair, status, ahead, behind] of [
    [`${root}...${left}`, 'ahead', 1, 0],
    [`${left}...${root}`, 'behind', 0, 1],
    [`${left}...${right}`, 'diverged', 1, 1],
    [`${left}...${left}`, 'identical', 0, 0],
  ] as const)
    expect((await compare(pair)).body).toMatchObject({ status, ahead_by: ahead, behind_by: behind })
  expect((await compare(`${root}...${'9'.repeat(40)}`)).status).toBe(404)
})

test('answers by its old name and its new one after it was renamed', async () => {
  github.rename('omninode-ai/renamed')
  const read = async (name: string) =>
    (
      await fetch(`${github.url}/repos/${name}/pulls/7/files`, {
        headers: { authorization: `token ${writer}` },
      })
    ).status
  expect(await read(repository)).toBe(200)
  expect(await read('omninode-ai/renamed')).toBe(200)
  expect(await read('omninode-ai/another')).toBe(404)
})

test('knows no route that the actions do not use', async () => {
  expect((await call('GET', '/branches')).status).toBe(404)
})

test('what a person does is told to whoever hosts the repository, who says what comes of it', async () => {
  const person = github.token({
    actions: 'write',
    contents: 'write',
    metadata: 'read',
    'pull-requests': 'write',
    variables: 'write',
  })
  const proposal = { title: 'Change', head: 'change', base: 'main' }
  expect((await call('POST', '/pulls', person, proposal)).status).toBe(404)
  const heads: Record<string, string> = { main: 'd'.repeat(40), change: 'e'.repeat(40) }
  const told: unknown[] = []
  github.host({
    head: (branch) => heads[branch],
    opened: ({ number, headSha }) => void told.push(['opened', number, headSha]),
    squash: ({ number, baseSha }) => {
      told.push(['squash', number, baseSha])
      return 'f'.repeat(40)
    },
    dispatched: (workflow, branch) => void told.push(['dispatched', workflow, branch]),
    startedAgain: (id) => void told.push(['again', id]),
  })
  expect((await call('GET', '', person)).body).toMatchObject({ full_name: repository })
  await call('POST', '/actions/variables', person, { name: 'API_SERVER', value: 'https://a.example' })
  expect(github.variables()).toEqual({ API_SERVER: 'https://a.example' })
  expect((await call('POST', '/pulls', person, { ...proposal, head: 'nowhere' })).status).toBe(422)
  const { body } = await call('POST', '/pulls', person, proposal)
  const pull = `/pulls/${body.number}/merge`
  expect((await call('PUT', pull, writer, { merge_method: 'squash' })).status).toBe(403)
  expect((await call('PUT', pull, person, { merge_method: 'squash' })).body).toMatchObject({ merged: true })
  expect((await call('GET', `/commits/${'f'.repeat(40)}/pulls`)).body).toMatchObject([
    { number: body.number, state: 'closed' },
  ])
  github.addRun({ id: '41', event: 'push', headSha: 'f'.repeat(40), workflow: 'release.yml' })
  expect((await call('GET', '/actions/runs?event=push&per_page=1', person)).body.workflow_runs).toMatchObject(
    [{ id: 41, status: 'in_progress', conclusion: null, path: '.github/workflows/release.yml' }],
  )
  github.addRun({ id: '41', event: 'push', headSha: 'f'.repeat(40), conclusion: 'failure' })
  expect((await call('GET', '/actions/runs/41', person)).body).toMatchObject({ conclusion: 'failure' })
  expect((await call('POST', '/actions/runs/41/rerun', person, {})).status).toBe(201)
  expect(
    (await call('POST', '/actions/workflows/drift.yml/dispatches', person, { ref: 'main' })).status,
  ).toBe(204)
  expect(told).toEqual([
    ['opened', body.number, heads['change']],
    ['squash', body.number, heads['main']],
    ['again', '41'],
    ['dispatched', 'drift.yml', 'main'],
  ])
})
