import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type Failure, failuresIn } from '../../../model/failure.ts'
import { requestIdToken } from '../../id-token.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const payload = Buffer.from(JSON.stringify({ sub: 'repo:o/r' })).toString('base64url')
const token = `e30.${payload}.c2ln`
const good = JSON.stringify({ value: token, count: 1 })

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/token?api-version=2.0` // listening on TCP
}

interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly hangUp?: true
}

/** Answers in order; the last one is repeated. */
async function script(...answers: readonly Answer[]): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const url = await serve((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`)
    const {
      status = 200,
      headers = {},
      body = good,
      hangUp,
    } = answers[Math.min(asked.length, answers.length) - 1] ?? {}
    if (hangUp) response.destroy()
    else response.writeHead(status, headers).end(body)
  })
  return { url, asked }
}

/** Without waiting: the pauses are what `retry` is tested for. */
const ask = (url: string, signal = new AbortController().signal) =>
  requestIdToken({ url, token: 'request-token' }, 'an audience&more', { signal, random: () => -1, env: {} })

async function failureOf(url: string): Promise<Failure | undefined> {
  const error: unknown = await ask(url).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return failuresIn(error)[0]
}

describe('an ID token', () => {
  test('is asked for with the audience and the right to ask', async () => {
    const { url, asked } = await script({})
    expect(await ask(url)).toBe(token)
    expect(asked).toEqual(['Bearer request-token /token?api-version=2.0&audience=an+audience%26more'])
  })

  test.each<[string, Answer]>([
    ['503', { status: 503 }],
    ['500 with a page', { status: 500, body: '<html>Unicorn!</html>' }],
    ['429', { status: 429, headers: { 'retry-after': '0' } }],
    ['a broken connection', { hangUp: true }],
    ['a page of a proxy', { body: '<html>Please log in</html>' }],
    ['half an answer', { body: '{"value":"' }],
    ['no token', { body: '{"value":""}' }],
    ['a token that is none', { body: '{"value":"abc"}' }],
    ['null', { body: 'null' }],
  ])('is asked for again after %s', async (_what, answer) => {
    const { url, asked } = await script(answer, answer, {})
    expect(await ask(url)).toBe(token)
    expect(asked).toHaveLength(3)
  })

  test.each<[string, Answer, number, RegExp]>([
    ['503', { status: 503 }, 7, /it answered 503/],
    ['a page', { body: '<html>secret</html>' }, 7, /something that is no token/],
    ['401', { status: 401 }, 1, /it answered 401/],
    ['403', { status: 403, body: '{"message":"secret"}' }, 1, /it answered 403/],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://login.example.com/' } },
      1,
      /it answered 302/,
    ],
  ])(
    'that is only answered with %s is a failure that says so, and nothing of the answer',
    async (_, answer, tries, why) => {
      const { url, asked } = await script(answer)
      const failure = await failureOf(url)
      expect(failure).toMatchObject({
        code: 'ID_TOKEN',
        why: expect.stringMatching(why),
        fix: expect.any(String),
      })
      expect(failure?.message).not.toContain('secret')
      expect(asked).toHaveLength(tries)
    },
  )

  test('is not asked of somebody who is not there for ever, nor at no address', async () => {
    expect(await failureOf('http://127.0.0.1:1/')).toMatchObject({
      code: 'ID_TOKEN',
      why: expect.stringContaining('does not answer'),
    })
    expect(await failureOf('nowhere')).toMatchObject({
      code: 'ID_TOKEN',
      why: expect.stringContaining('no address'),
    })
  })

  test('is not waited for after a cancel', async () => {
    const abort = new AbortController()
    const url = await serve(() => abort.abort(new Error('cancelled')))
    await expect(ask(url, abort.signal)).rejects.toThrow('cancelled')
  })
})
