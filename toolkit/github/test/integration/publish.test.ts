import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import { runs, seed } from '#test/repetitions.ts'
import { masked } from '../../../redact/test/masked.ts'
import type { SectionOwner } from '../../../report/verdict.ts'
import { createTestWorld } from '../../../world/test/world.ts'
import { createGitHub } from '../../client.ts'
import { changedFiles } from '../../pull-request.ts'
import { makeSection, renderComment } from '../../sections.ts'
import { type Publication, publishSections, type SectionBody } from '../../sticky-comment.ts'
import { LONGEST_DELAY_MS, startInterleaving } from './interleaving.ts'

const repository = 'omninode-ai/omninode_infra'
const headSha = 'a'.repeat(40)
const clock = () => new Date()
const { world, lines } = createTestWorld({ workspace: '/' })
let server: GitHubServer

beforeEach(async () => {
  server = await startGitHub(repository)
  server.openPullRequest({ number: 7, headSha, baseSha: 'b'.repeat(40), title: 'Release', files: ['a', 'b'] })
})

afterEach(async () => {
  expect(server.violations).toEqual([])
  await server.stop()
})

function client(apiUrl = server.url) {
  return createGitHub({
    env: {},
    apiUrl,
    token: server.token({ 'pull-requests': 'write', checks: 'write' }),
    repository,
    signal: world.signal,
    random: Math.random,
    log: world.log,
  })
}

interface Said {
  readonly commit?: string
  readonly run?: number
}

function sectionOf(step: SectionOwner, text: string, { commit = headSha, run = 1 }: Said = {}): SectionBody {
  return {
    key: { step, target: masked('dev') },
    verdict: masked({
      verdict: 'changes',
      step,
      of: 'dev',
      why: text,
      worst: [],
      commit,
      run: `https://github.com/${repository}/actions/runs/${run}`,
      asked: '0'.repeat(12),
      known: true,
    }),
    summary: masked(text),
    details: masked(''),
    runUrl: 'https://example.com/run',
  }
}

function publish(step: SectionOwner, text: string, said?: Said, more: Partial<Publication> = {}) {
  return publishSections(client(), {
    pullRequest: 7,
    sections: [sectionOf(step, text, said)],
    log: world.log,
    signal: world.signal,
    random: Math.random,
    clock,
    ...more,
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

const BEFORE = 'what stood there before'

test('four jobs that have looked at the same moment lose nothing, in whatever order they write', async () => {
  const rounds = runs(400)
  const delays = fc
    .sample(fc.integer({ min: 0, max: LONGEST_DELAY_MS }), { numRuns: 4 * rounds, seed })
    .values()
  const interleaving = await startInterleaving(server.url, () => delays.next().value ?? 0)
  const steps = ['provision', 'migrate', 'deploy', 'verify'] as const
  const round = async (pullRequest: number) => {
    server.openPullRequest({ number: pullRequest, headSha, baseSha: 'b'.repeat(40), title: 'x', files: [] })
    const stood = renderComment([makeSection(sectionOf('publish', BEFORE))], headSha)
    // Where there is none yet, four are made, and none of them is lost; where there is one, four write over it.
    const before = pullRequest % 2 === 0
    if (before) server.comment(pullRequest, 'github-actions[bot]', stood)
    const tell = (step: SectionOwner, text: string) =>
      publishSections(client(interleaving.url), {
        pullRequest,
        sections: [sectionOf(step, text)],
        log: world.log,
        signal: world.signal,
        random: Math.random,
        clock,
      })
    await Promise.all(steps.map((step) => tell(step, `the plan of ${step} in #${pullRequest}`)))
    const comments = server.comments(pullRequest)
    const told = steps.map((step) => `the plan of ${step} in #${pullRequest}`)
    const lost = [...told, ...(before ? [BEFORE] : [])].filter((text) => !comments[0]?.body.includes(text))
    expect([pullRequest, comments.length, lost]).toEqual([pullRequest, 1, []])
  }
  // All end before one of them is told: none asks a server of another test.
  const ends: PromiseSettledResult<void>[] = []
  for (let begun = 0; begun < rounds; begun += 20)
    ends.push(
      ...(await Promise.allSettled(
        Array.from({ length: Math.min(20, rounds - begun) }, (_, index) => round(100 + begun + index)),
      )),
    )
  interleaving.stop()
  expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))).toEqual([])
}, 600_000)

test('a second run replaces its own section and keeps the others', async () => {
  await publish('deploy', 'old')
  await publish('verify', 'kept')
  await publish('deploy', 'new')
  const [comment] = server.comments(7)
  expect(comment?.body).toContain('kept')
  expect(comment?.body).toContain('new')
  expect(comment?.body).not.toContain('old')
})

describe('a run of an earlier commit that ends late', () => {
  const pushed = 'c'.repeat(40)
  const first = { commit: headSha, run: 1 }
  const second = { commit: pushed, run: 2 }

  test('writes nothing over what a later commit shows, and says so', async () => {
    server.push(7, pushed)
    await publish('deploy', 'of the later commit', second)
    const [before] = server.comments(7)
    await publish('deploy', 'of the earlier commit', first)
    expect(server.comments(7)).toEqual([before])
    expect(lines).toContain(
      'notice: What this run says of aaaaaaa is not in the comment of pull request #7: it shows a later commit already.',
    )
  })

  test('shows what no later commit has shown yet, as one of an earlier commit', async () => {
    server.push(7, pushed)
    await publish('deploy', 'of the earlier commit', first)
    const [comment] = server.comments(7)
    expect(comment?.body).toContain('of the earlier commit')
    expect(comment?.body).toContain('1 of an earlier commit')
  })

  test('leaves what the publisher of a later commit says of itself', async () => {
    server.push(7, pushed)
    await publish('publish', 'a problem of the later commit', second)
    await publish('deploy', 'of the earlier commit', first, { without: 'publish' })
    expect(server.comments(7)[0]?.body).toContain('a problem of the later commit')
    await publish('deploy', 'of the later commit', second, { without: 'publish' })
    expect(server.comments(7)[0]?.body).not.toContain('a problem of the later commit')
  })

  test('gives way also while both of them write', async () => {
    server.push(7, pushed)
    await Promise.all([
      publish('deploy', 'of the earlier commit', first),
      publish('deploy', 'of the later commit', second),
    ])
    const comments = server.comments(7)
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toContain('of the later commit')
    expect(comments[0]?.body).not.toContain('of the earlier commit')
  })
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
