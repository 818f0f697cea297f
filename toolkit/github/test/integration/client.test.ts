import { afterEach, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { Failure } from '../../../model/failure.ts'
import { type Answer, type ScriptedGitHub, scriptGitHub } from './script.ts'

let server: ScriptedGitHub | undefined
afterEach(() => server?.close())

async function scripted(...script: Parameters<typeof scriptGitHub>): Promise<ScriptedGitHub> {
  server = await scriptGitHub(...script)
  return server
}

const request = {
  route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  parameters: { pull_number: 7 },
  needs: 'pull-requests: read',
  answer: z.object({ number: z.number() }),
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  )
  if (error instanceof Failure) return error
  throw error
}

const limited = { message: 'API rate limit exceeded for installation' }

describe('a call to GitHub', () => {
  test('names the repository, the token and the version of the API', async () => {
    const { github, asked } = await scripted([{ body: { number: 7, title: 'not read' } }])
    expect(await github.call(request)).toEqual({ number: 7 })
    expect(asked[0]).toMatchObject({ method: 'GET', url: '/repos/omninode-ai/omninode_infra/pulls/7' })
    expect(asked[0]?.headers).toMatchObject({
      authorization: 'token ghs_test',
      'x-github-api-version': '2022-11-28',
    })
  })

  test('takes a token of any length, such as the longer ones that are JSON web tokens', async () => {
    const token = `ghs_${'x'.repeat(516)}`
    const { github, asked } = await scripted([{ body: { number: 7 } }], { token })
    await github.call(request)
    expect(asked[0]?.headers.authorization).toContain(token)
  })

  test.each<[string, Answer]>([
    ['a page', { body: '<html>Please log in</html>' }],
    ['half of it', { headers: { 'content-type': 'application/json' }, body: '{"number":' }],
    ['null', { headers: { 'content-type': 'application/json' }, body: 'null' }],
    ['nothing', { status: 204 }],
    ['a type that is none', { headers: { 'content-type': ';;;=' }, body: '{"number":7}' }],
    ['a page of a proxy', { status: 407, body: 'who are you?' }],
    ['a redirect that never ends', { status: 301, headers: { location: '/repos/o/r' } }],
    ['a redirect to no server', { status: 302, headers: { location: 'ftp://example.com/' } }],
    ['a status that there is none of', { status: 999 }],
  ])('that is answered with %s is a failure that says what to do', async (_, answer) => {
    const { github } = await scripted([answer])
    const failure = await failureOf(github.call(request))
    expect(failure.code).toMatch(/^GITHUB_(ANSWER|REFUSED|UNAVAILABLE)$/)
    expect(failure.fix).toEqual(expect.any(String))
    expect(failure.message).not.toMatch(/<html>|TypeError/)
  })

  test('follows a repository that was renamed', async () => {
    const { github, asked } = await scripted([
      { status: 301, headers: { location: '/repositories/1/pulls/7' } },
      { body: { number: 7 } },
    ])
    expect(await github.call(request)).toEqual({ number: 7 })
    expect(asked[1]).toMatchObject({
      url: '/repositories/1/pulls/7',
      headers: { authorization: 'token ghs_test' },
    })
  })

  const transient: readonly (readonly [string, Answer])[] = [
    ['a server error', { status: 502, body: '<html>Unicorn!</html>' }],
    ['a broken connection', { hangUp: true }],
    ['too many requests', { status: 429, headers: { 'retry-after': '0' }, body: limited }],
    ['a secondary limit', { status: 403, headers: { 'retry-after': '0' }, body: limited }],
  ]
  test.each(transient)('is repeated after %s', async (_, answer) => {
    const { github, asked, lines } = await scripted([answer, { body: { number: 7 } }])
    expect(await github.call(request)).toEqual({ number: 7 })
    expect(asked).toHaveLength(2)
    expect(lines.join('\n')).toMatch(/attempt 1 of 5 failed .*; again in 250 ms\./)
  })

  test('pauses for as long as it is asked to', async () => {
    const { github, lines } = await scripted([
      { status: 429, headers: { 'retry-after': '1' }, body: limited },
      { body: { number: 7 } },
    ])
    const started = performance.now()
    await github.call(request)
    expect(performance.now() - started).toBeGreaterThanOrEqual(1_000)
    expect(lines).toContain('GitHub asks to pause for 1 s.')
  })

  test('waits for a limit that GitHub’s own clock lifts soon', async () => {
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1700000001',
      date: new Date(1_700_000_000_000).toUTCString(),
    }
    const { github, asked } = await scripted([
      { status: 403, headers, body: limited },
      { body: { number: 7 } },
    ])
    await github.call(request)
    expect(asked).toHaveLength(2)
  })

  test('does not wait for a limit that lasts', async () => {
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1700001800',
      date: new Date(1_700_000_000_000).toUTCString(),
    }
    const { github, asked } = await scripted([{ status: 403, headers, body: limited }])
    const failure = await failureOf(github.call(request))
    expect(failure).toMatchObject({ code: 'GITHUB_RATE_LIMIT', fix: 'Run the job again in 30 min.' })
    expect(asked).toHaveLength(1)
  })

  test.each([
    [401, /^Pass `github-token: /],
    [403, /^Add `pull-requests: read` to the job's `permissions:` /],
  ])('is refused at once with %d, naming the token or the permission that it lacks', async (status, fix) => {
    const { github, asked } = await scripted([
      { status, body: { message: 'Resource not accessible by integration' } },
    ])
    const failure = await failureOf(github.call(request))
    expect(failure.code).toBe('GITHUB_PERMISSION')
    expect(failure.what).toBe(`GitHub refused GET /repos/{owner}/{repo}/pulls/{pull_number} (${status}).`)
    expect(failure.fix).toMatch(fix)
    expect(asked).toHaveLength(1)
  })

  test.each([
    [404, 'GITHUB_NOT_FOUND', 1],
    [422, 'GITHUB_REFUSED', 1],
    [503, 'GITHUB_UNAVAILABLE', 5],
  ])(
    'that GitHub answers with %d fails as %s after %d attempts',
    async (status, code, attempts) => {
      const { github, asked } = await scripted([{ status, body: { message: 'No.' } }])
      const failure = await failureOf(github.call(request))
      expect(failure.code).toBe(code)
      expect(failure.message).toContain(String(status))
      expect(asked).toHaveLength(attempts)
    },
    15_000,
  )

  test('that must not be done twice is sent a single time', async () => {
    const { github, asked } = await scripted([{ hangUp: true }])
    const failure = await failureOf(github.call({ ...request, once: true }))
    expect(failure).toMatchObject({
      code: 'GITHUB_UNAVAILABLE',
      what: expect.stringContaining('did not answer'),
    })
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['a page of a proxy', '<html>Please sign in</html>'],
    ['another JSON', { id: 7 }],
    ['a cut-off JSON', '{"number": 7'],
  ])('does not take %s for an answer', async (_, body) => {
    const { github } = await scripted([{ body, headers: { 'content-type': 'application/json' } }])
    const failure = await failureOf(github.call(request))
    expect(failure.code).toBe('GITHUB_ANSWER')
  })

  test('ends with the reason of its cancelling, while it waits for an answer or for another attempt', async () => {
    const reason = new Failure({ code: 'CANCELLED', what: 'It was cancelled.' })
    for (const answer of [{ silent: true }, { status: 503 }] as const) {
      const abort = new AbortController()
      const { github, close } = await scripted([answer], { signal: abort.signal })
      setTimeout(() => abort.abort(reason), 100)
      await expect(github.call(request)).rejects.toBe(reason)
      await close()
    }
  })
})

describe('the items of all pages', () => {
  test('are asked for page by page until one is not full', async () => {
    const page = (count: number) => ({
      body: Array.from({ length: count }, (_, index) => ({ number: index })),
    })
    const { github, asked } = await scripted([page(100), page(100), page(3)])
    const items = await github.all({ ...request, answer: z.array(request.answer) }, (answer) => answer)
    expect(items).toHaveLength(203)
    expect(asked.map(({ url }) => url.split('?')[1])).toEqual([
      'per_page=100&page=1',
      'per_page=100&page=2',
      'per_page=100&page=3',
    ])
  })
})
