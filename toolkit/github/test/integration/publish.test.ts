import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import type { StepName } from '../../../model/step.ts'
import { masked } from '../../../redact/test/masked.ts'
import { createTestWorld } from '../../../world/test/world.ts'
import { createGitHub } from '../../client.ts'
import { changedFiles } from '../../pull-request.ts'
import { publishSections } from '../../sticky-comment.ts'

const repository = 'omninode-ai/omninode_infra'
const headSha = 'a'.repeat(40)
const { world } = createTestWorld({ workspace: '/' })
let server: GitHubServer

beforeEach(async () => {
  server = await startGitHub(repository)
  server.openPullRequest({ number: 7, headSha, baseSha: 'b'.repeat(40), title: 'Release', files: ['a', 'b'] })
})

afterEach(async () => {
  expect(server.violations).toEqual([])
  await server.stop()
})

function client() {
  return createGitHub({
    env: {},
    apiUrl: server.url,
    token: server.token({ 'pull-requests': 'write', checks: 'write' }),
    repository,
    signal: world.signal,
    random: Math.random,
    log: world.log,
  })
}

function publish(step: StepName, text: string) {
  return publishSections(client(), {
    pullRequest: 7,
    head: headSha,
    sections: [
      {
        key: { step, target: masked('dev') },
        verdict: masked({
          verdict: 'changes',
          step,
          of: 'dev',
          why: text,
          commit: headSha,
          run: `https://github.com/${repository}/actions/runs/1`,
          asked: '0'.repeat(12),
          known: true,
        }),
        summary: masked(text),
        details: masked(''),
        runUrl: 'https://example.com/run',
      },
    ],
    signal: world.signal,
    random: Math.random,
  })
}

test('four jobs at once end up in one comment that holds all their sections', async () => {
  const steps = ['provision', 'migrate', 'deploy', 'verify'] as const
  await Promise.all(steps.map((step) => publish(step, `the plan of ${step}`)))
  const comments = server.comments(7)
  expect(comments).toHaveLength(1)
  for (const step of steps) expect(comments[0]?.body).toContain(`the plan of ${step}`)
  expect(comments[0]?.body.match(/^\| 📝 \*\*changes\*\* \|/gm)).toHaveLength(4)
})

test('a second run replaces its own section and keeps the others', async () => {
  await publish('deploy', 'old')
  await publish('verify', 'kept')
  await publish('deploy', 'new')
  const [comment] = server.comments(7)
  expect(comment?.body).toContain('kept')
  expect(comment?.body).toContain('new')
  expect(comment?.body).not.toContain('old')
})

test("leaves a person's comment alone, whatever it contains", async () => {
  await publish('deploy', 'mine')
  const [own] = server.comments(7)
  server.comment(7, 'mallory', own?.body ?? '')
  await publish('deploy', 'mine again')
  expect(server.comments(7).map(({ author }) => author)).toEqual(['github-actions[bot]', 'mallory'])
})

test('the files of a pull request are those that GitHub lists', async () => {
  expect(await changedFiles(client(), 7)).toEqual(['a', 'b'])
})
