import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { masked } from '../../../redact/test/masked.ts'
import { createGitHub, type GitHub } from '../../client.ts'
import { hasReviewers } from '../../environment.ts'
import { closeIssue, publishIssue } from '../../issue.ts'

const REPOSITORY = 'omninode-ai/omninode_infra'
let server: GitHubServer

beforeEach(async () => {
  server = await startGitHub(REPOSITORY)
})
afterEach(async () => {
  expect(server.violations).toEqual([])
  await server.stop()
})

function connect(permissions: Parameters<GitHubServer['token']>[0]): GitHub {
  const { world } = createTestWorld({ workspace: '.' })
  return createGitHub({
    env: {},
    apiUrl: server.url,
    token: server.token(permissions),
    repository: REPOSITORY,
    signal: world.signal,
    random: () => 0,
    log: world.log,
  })
}

const key = { label: 'drift', subject: 'terraform/stacks/dev/network' }

describe('an issue about one thing', () => {
  test('is opened once, kept up to date, closed when it is over, and opened anew after that', async () => {
    const github = connect({ issues: 'write' })
    expect((await publishIssue(github, key, { title: masked('Drift'), body: masked('one') })).did).toBe(
      'opened',
    )
    expect((await publishIssue(github, key, { title: masked('Drift'), body: masked('one') })).did).toBe(
      'left',
    )
    expect((await publishIssue(github, key, { title: masked('Drift'), body: masked('two') })).did).toBe(
      'updated',
    )
    expect(server.issues()).toMatchObject([{ title: 'Drift', labels: ['drift'], state: 'open' }])
    expect(server.issues()[0]?.body).toMatch(/^<!-- omninode:drift [0-9a-f]{64} -->\ntwo$/)
    await closeIssue(github, key, masked('clean again'))
    expect(await closeIssue(github, key, masked('clean again'))).toBeUndefined()
    expect(server.issues()).toMatchObject([{ state: 'closed' }])
    expect(server.comments(server.issues()[0]?.number ?? 0)).toMatchObject([{ body: 'clean again' }])
    expect((await publishIssue(github, key, { title: masked('Drift'), body: masked('three') })).did).toBe(
      'opened',
    )
  })

  test('of another subject, and one that a person wrote with the same marker, are left alone', async () => {
    const github = connect({ issues: 'write' })
    await publishIssue(github, { ...key, subject: 'other' }, { title: masked('Other'), body: masked('x') })
    const marker = server.issues()[0]?.body.split('\n')[0] ?? ''
    await publishIssue(github, key, { title: masked('Drift'), body: masked('mine') })
    const own = server.issues()[1]?.body.split('\n')[0] ?? ''
    expect(own).not.toBe(marker)
    server.openIssue('mallory', { title: 'Mine', body: `${own}\nnothing to see`, labels: ['drift'] })
    await publishIssue(github, key, { title: masked('Drift'), body: masked('again') })
    expect(server.issues().map(({ author, body }) => [author, body.split('\n')[1]])).toEqual([
      ['github-actions[bot]', 'x'],
      ['github-actions[bot]', 'again'],
      ['mallory', 'nothing to see'],
    ])
  })

  test('longer than GitHub takes is cut to what it takes', async () => {
    await publishIssue(connect({ issues: 'write' }), key, {
      title: masked('Drift'),
      body: masked('😀'.repeat(40_000)),
    })
    expect(server.issues()[0]?.body.length).toBeLessThanOrEqual(65_536)
  })

  test('needs the permission for it', async () => {
    await expect(
      publishIssue(connect({ issues: 'read' }), key, { title: masked('a'), body: masked('b') }),
    ).rejects.toMatchObject({
      code: 'GITHUB_PERMISSION',
      fix: expect.stringContaining('issues: write'),
    })
  })
})

describe('an environment', () => {
  test('has reviewers, has none, or is not there', async () => {
    server.addEnvironment({ name: 'prod', reviewers: true })
    server.addEnvironment({ name: 'dev', reviewers: false })
    const github = connect({ actions: 'read' })
    expect(await hasReviewers(github, 'prod')).toBe(true)
    expect(await hasReviewers(github, 'dev')).toBe(false)
    expect(await hasReviewers(github, 'nowhere')).toBeUndefined()
    await expect(hasReviewers(connect({}), 'prod')).rejects.toMatchObject({ code: 'GITHUB_PERMISSION' })
  })
})
