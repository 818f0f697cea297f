import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey as NodeJsonWebKey,
  sign,
  verify,
} from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { freePort } from '#toolkit/process/daemon.ts'
import { probeHttp } from '../../src/probes/http.ts'
import type { ProbeResult } from '../../src/probes/probe.ts'

const KEY = 'not-a-real-key-7251'
const BODY = 'a body that nobody may see'

/** Requests to each path so far. */
const asked = new Map<string, number>()
const received: string[] = []

const answer: RequestListener = (request, response) => {
  const path = request.url ?? ''
  const count = (asked.get(path) ?? 0) + 1
  asked.set(path, count)
  const key = request.headers['x-api-key']
  if (typeof key === 'string') received.push(key)
  const status = (code: number, headers: Readonly<Record<string, string>> = {}) =>
    response.writeHead(code, { ...headers }).end(BODY)
  if (path === '/health/ready?verbose=1' || path === '/health/ready') return status(200)
  if (path === '/locked') return status(key === KEY ? 200 : 401)
  if (path === '/any-key') return status(key === undefined ? 401 : 200)
  if (path === '/moved') return status(302, { location: '/login?token=secret' })
  if (path === '/moved-away') return status(301, { location: 'https://example.com/login?token=secret' })
  if (path === '/broken') return status(500)
  if (path.startsWith('/wall')) return status(200)
  if (path.startsWith('/v1/')) return status(401)
  if (path === '/starting') return status(count < 3 ? 503 : 200)
  if (path === '/slow') return void setTimeout(() => status(200), 300)
  if (path === '/hang') return
  if (path === '/reset') return void (count < 3 ? request.socket.destroy() : status(200))
  if (path === '/endless') {
    response.writeHead(200)
    const drip = setInterval(() => response.write('x'.repeat(1_000)), 1)
    response.once('close', () => clearInterval(drip))
    return
  }
  return status(404)
}

const servers: Pick<Server, 'close' | 'closeAllConnections'>[] = []

async function listen(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return (server.address() as AddressInfo).port // an address: it listens on TCP
}

let base = ''

interface Asked {
  readonly headers?: Readonly<Record<string, string>>
  readonly expect?: readonly number[]
  readonly paired?: boolean
  readonly inhabited?: boolean
  readonly deadline?: number
  readonly requestDeadline?: number
  readonly signal?: AbortSignal
}

const waits: string[] = []

function probe(url: string, given: Asked = {}): Promise<ProbeResult> {
  return probeHttp(
    {
      url: new URL(url, base),
      headers: new Map(Object.entries(given.headers ?? {})),
      expect: given.expect ?? [200],
      paired: given.paired ?? false,
      inhabited: given.inhabited ?? false,
      random: Math.random,
      env: {},
      requestDeadline: given.requestDeadline ?? 2_000,
    },
    {
      deadline: given.deadline ?? 5_000,
      signal: given.signal ?? new AbortController().signal,
      waitFor: (what) => waits.push(what),
    },
  )
}

beforeAll(async () => {
  const server = createServer(answer)
  servers.push(server)
  base = `http://127.0.0.1:${await listen(server)}`
})

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

describe('a service that answers as it should', () => {
  test('is proven, because an address that does not exist is answered otherwise', async () => {
    expect(await probe('/health/ready?verbose=1')).toEqual({
      status: 'done',
      message: '200 as expected; an address that does not exist is answered 404.',
    })
  })

  test('may take its time', async () => {
    expect(await probe('/slow')).toMatchObject({ status: 'done' })
  })

  test('may send more than anybody wants to read', async () => {
    expect(await probe('/endless')).toMatchObject({ status: 'done' })
  })

  test.each([
    ['/starting', 'an answer other than 503'],
    ['/reset', 'a connection (ECONNRESET)'],
  ])('may be starting: %s is asked again until it does, and said to be waited for', async (path, what) => {
    asked.delete(path)
    expect(await probe(path)).toMatchObject({ status: 'done' })
    // And four times more: all of them are as expected.
    expect(asked.get(path)).toBe(3 + 4)
    expect(waits).toContain(what)
  })

  test('may come up while it is waited for', async () => {
    const server = createServer(answer)
    servers.push(server)
    const port = await freePort()
    const proven = probe(`http://127.0.0.1:${port}/health/ready`)
    await sleep(400)
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
    expect(await proven).toMatchObject({ status: 'done' })
  })
})

describe('a route that wants credentials', () => {
  test('is proven when a wrong one is refused, and ours accepted', async () => {
    expect(await probe('/locked', { headers: { 'x-api-key': KEY } })).toEqual({
      status: 'done',
      message: '200 as expected; 11 near misses of x-api-key are answered 401.',
    })
  })

  test('is tried with a wrong one of the same length', async () => {
    received.length = 0
    await probe('/locked', { headers: { 'x-api-key': KEY } })
    const wrong = received.filter((key) => key !== KEY)
    const alike = wrong.filter(
      (key) => key.length === KEY.length && [...key].filter((letter, at) => letter !== KEY[at]).length === 1,
    )
    expect([alike.length, wrong.length]).toEqual([5, 9])
  })

  test('fails when it accepts whatever is sent: it is configured, and not enforced', async () => {
    expect(await probe('/any-key', { headers: { 'x-api-key': KEY } })).toEqual({
      status: 'failed',
      message: '200 as expected, but x-api-key with its first character changed is answered 200 as well.',
    })
  })

  test('fails when it refuses ours', async () => {
    expect(await probe('/locked', { headers: { 'x-api-key': 'revoked' } })).toEqual({
      status: 'failed',
      message: 'It answers 401, not 200.',
    })
  })

  test('proves its refusal when nothing else is refused like it', async () => {
    expect(await probe('/locked', { expect: [401, 403] })).toMatchObject({ status: 'done' })
  })

  test('proves nothing by its refusal when everything near is refused, there or not', async () => {
    expect(await probe('/v1/tenants', { expect: [401] })).toEqual({
      status: 'unknown',
      message: '401 as expected, but an address that does not exist is answered the same: it proves nothing.',
    })
    expect(await probe('/v1/tenants', { expect: [401], paired: true })).toMatchObject({ status: 'done' })
  })
})

describe('a service that does not answer as it should', () => {
  test.each([
    ['/gone', [200], 'It answers 404, not 200.'],
    ['/health/ready', [401, 403], 'It answers 200, not 401 or 403.'],
    ['/moved', [200], 'It answers 302 to /login, not 200.'],
    ['/moved-away', [200], 'It answers 301 to https://example.com/login, not 200.'],
  ])('%s fails at once: a wrong answer is not asked for again', async (path, expected, message) => {
    asked.delete(path)
    expect(await probe(path, { expect: expected })).toEqual({ status: 'failed', message })
    expect(asked.get(path)).toBe(1)
  })

  test('proves nothing when it answers anything at all, like a login page', async () => {
    expect(await probe('/wall/dashboard')).toMatchObject({ status: 'unknown' })
  })

  test('passes when what is expected is that it is gone', async () => {
    expect(await probe('/gone', { expect: [404, 410], inhabited: true })).toMatchObject({ status: 'done' })
  })

  test('passes when what is expected is a server error', async () => {
    asked.delete('/broken')
    expect(await probe('/broken', { expect: [500] })).toMatchObject({ status: 'done' })
    expect(asked.get('/broken')).toBe(5)
  })

  test('is given up when it stays broken', async () => {
    expect(await probe('/broken', { deadline: 700 })).toEqual({
      status: 'failed',
      message: 'It still answered 500 after 700 ms.',
    })
  })

  test('is given up when it never answers, after asking more than once', async () => {
    asked.delete('/hang')
    expect(await probe('/hang', { deadline: 1_500, requestDeadline: 300 })).toEqual({
      status: 'failed',
      message: 'It could not be reached within 1.5 s (ETIMEDOUT).',
    })
    expect(asked.get('/hang')).toBeGreaterThan(1)
  })

  test('is given up when the deadline is shorter than one request', async () => {
    expect(await probe('/hang', { deadline: 300 })).toEqual({
      status: 'failed',
      message: 'It did not answer within 300 ms.',
    })
  })

  test('is given up when nobody listens', async () => {
    expect(await probe('http://127.0.0.1:1/', { deadline: 500 })).toEqual({
      status: 'failed',
      message: 'It could not be reached within 500 ms (ECONNREFUSED).',
    })
  })

  test('fails when it speaks something else than HTTP', async () => {
    const server = createTcpServer((socket) => void socket.end('220 mail.example.com ESMTP\r\n'))
    const port = await listen(server)
    const evidence = await probe(`http://127.0.0.1:${port}/`)
    server.close()
    expect(evidence).toMatchObject({ status: 'failed' })
    expect(evidence.message).toMatch(/^It does not speak HTTP as it should \(HPE_\w+\)\.$/)
  })

  test('is never quoted: neither its body nor the credential is in what is told', async () => {
    const told = await Promise.all([
      probe('/gone'),
      probe('/locked', { headers: { 'x-api-key': KEY } }),
      probe('/any-key', { headers: { 'x-api-key': KEY } }),
      probe('/moved'),
      probe('/broken', { deadline: 300 }),
    ])
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${BODY}|${KEY}|token=`))
  })

  test('is left alone at once when the run is cancelled', async () => {
    const abort = new AbortController()
    const reason = new Error('cancelled')
    const probing = probe('/hang', { signal: abort.signal, deadline: 60_000, requestDeadline: 60_000 })
    setTimeout(() => abort.abort(reason), 100)
    await expect(probing).rejects.toBe(reason)
  })
})

/** A key that is of this form, of which a service may look at less than all. */
const FULL = 'onxk_abcdefghijkl_q7Zk1mXv0TnB4cRy8LwJ2hPsF6dGa9EuQeNoCtHbIxM'

describe('a service that lies', () => {
  type Lie = (request: Parameters<RequestListener>[0], response: Parameters<RequestListener>[1]) => void
  const lies = new Map<string, Lie>()
  let liar = ''
  let count = 0

  beforeAll(async () => {
    const server = createServer((request, response) => {
      const lie = lies.get(request.url ?? '')
      if (lie === undefined) response.writeHead(404).end()
      else lie(request, response)
    })
    servers.push(server)
    liar = `http://127.0.0.1:${await listen(server)}`
  })

  /** Asks one address of it, which answers like that. */
  const probeLie = (lie: Lie, given: Asked = {}, path = `/v1/${++count}`) => {
    lies.set(path, lie)
    return probe(`${liar}${path}`, { deadline: 300, ...given })
  }
  const keyOf = (request: Parameters<RequestListener>[0]) => String(request.headers['x-api-key'] ?? '')
  const says =
    (body: string, headers: Readonly<Record<string, string>> = {}, status = 200): Lie =>
    (_request, response) =>
      void response.writeHead(status, headers).end(body)
  /** Lets in by one look at the key, and says no in one way. */
  const guarded =
    (
      isIn: (key: string, request: Parameters<RequestListener>[0]) => boolean,
      no: Lie = says('', {}, 401),
    ): Lie =>
    (request, response) =>
      (isIn(keyOf(request), request) ? says('in') : no)(request, response)

  test.each<[string, (key: string, request: Parameters<RequestListener>[0]) => boolean, string]>([
    ['the prefix', (key) => key.startsWith('onxk_abcdefghijkl_'), 'with a character in the middle changed'],
    ['the first half', (key) => key.startsWith(FULL.slice(0, 30)), 'with a character in the middle changed'],
    [
      'all but the last character',
      (key) => key.startsWith(FULL.slice(0, -1)),
      'with its last character changed',
    ],
    ['the end', (key) => key.endsWith(FULL.slice(-43)), 'with its first character changed'],
    [
      'the form',
      (key) => /^onxk_[a-z0-9]{12}_[\w-]{43}$/.test(key),
      'with a character in its first half changed',
    ],
    ['the length', (key) => key.length === FULL.length, 'with its first character changed'],
    ['as much of it as there is', (key) => key !== '' && FULL.startsWith(key), 'without its last character'],
    ['its beginning', (key) => key.startsWith(FULL), 'with more characters'],
    ['its letters', (key) => key.toLowerCase() === FULL.toLowerCase(), 'in the other case'],
    [
      'any header',
      (key, request) => key === FULL || request.headers['api-key'] === FULL,
      'in the header api-key',
    ],
    ['whether a wrong one is there', (key) => key === '' || key === FULL, 'left out'],
  ])('fails when of a key it looks at %s', async (_what, isIn, how) => {
    expect(await probeLie(guarded(isIn), { headers: { 'x-api-key': FULL } })).toEqual({
      status: 'failed',
      message: `200 as expected, but x-api-key ${how} is answered 200 as well.`,
    })
  })

  const alone = (key: string) => key === FULL
  test.each<[string, Lie, string]>([
    ['404', says('', {}, 404), '404'],
    ['a redirect', says('', { location: '/login' }, 302), '302 to /login'],
    ['400', says('', {}, 400), '400'],
    ['500', says('', {}, 500), '500'],
    ['503', says('', {}, 503), '503'],
    ['429', says('', {}, 429), '429'],
    [
      'a page to log in',
      says('<html><title>Sign in</title>'),
      '200, and it is a page to log in, and not what is behind it',
    ],
    [
      'an error that is called a success',
      says('{"error":"unauthorized"}'),
      '200, and its body tells of an error',
    ],
    ['a connection that breaks off', (request) => void request.socket.destroy(), 'not answered (ECONNRESET)'],
    [
      'an answer that breaks off',
      (_request, response) => {
        response.writeHead(401, { 'content-length': '9' })
        response.write('x', () => response.destroy())
      },
      'not answered (ECONNRESET)',
    ],
    ['nothing at all', () => undefined, 'not answered'],
  ])('proves nothing when a key that is left out gets %s', async (_what, no, how) => {
    const seen = await probeLie(guarded(alone, no), { headers: { 'x-api-key': FULL } })
    expect(seen).toEqual({
      status: 'unknown',
      message: `200 as expected, but x-api-key left out is ${how.startsWith('not') ? '' : 'answered '}${how}: only 401 and 403 show that it was looked at.`,
    })
  })

  test('fails by the one near miss that is let in, whatever the others get', async () => {
    const isIn = (key: string) => key === FULL || key === `${FULL}0000`
    expect(
      await probeLie(guarded(isIn, says('', {}, 404)), { headers: { 'x-api-key': FULL } }),
    ).toMatchObject({ status: 'failed', message: expect.stringContaining('with more characters') })
  })

  test.each([401, 403])(
    'is proven when each wrong key gets %d, and the right one is taken to the end',
    async (status) => {
      expect(
        await probeLie(guarded(alone, says('no', {}, status)), { headers: { 'x-api-key': FULL } }),
      ).toEqual({
        status: 'done',
        message: `200 as expected; 11 near misses of x-api-key are answered ${status}.`,
      })
    },
  )

  test('proves nothing when it refuses everybody after a while', async () => {
    let asked = 0
    const isIn = () => ++asked <= 5
    expect(await probeLie(guarded(isIn), { headers: { 'x-api-key': FULL } })).toEqual({
      status: 'unknown',
      message: '200 as expected, but after what was almost x-api-key the right one is answered 401 as well.',
    })
  })

  describe('about tokens', () => {
    const [header, claims] = [
      { alg: 'RS256', typ: 'JWT', kid: 'a' },
      { sub: 'somebody', exp: 9_999_999_999 },
    ]
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const data = `${encode(header)}.${encode(claims)}`
    const token = `${data}.${sign('sha256', Buffer.from(data), privateKey).toString('base64url')}`
    interface Parts {
      readonly header: Record<string, unknown>
      readonly claims: Record<string, unknown>
      readonly data: string
      readonly signature: Buffer
      readonly parts: readonly string[]
    }
    const read = (text: string): Parts | undefined => {
      const parts = text.split('.')
      const [one = '', two = '', three = ''] = parts
      try {
        const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
        const signature = Buffer.from(three, 'base64url')
        return { header: json(one), claims: json(two), data: `${one}.${two}`, signature, parts }
      } catch {
        return undefined
      }
    }
    const isSigned = ({ data: signed, signature }: Parts, key = publicKey) =>
      verify('sha256', Buffer.from(signed), key, signature)
    const told = (isIn: (parts: Parts, request: Parameters<RequestListener>[0]) => boolean): Lie =>
      guarded((_key, request) => {
        const parts = read((request.headers.authorization ?? '').replace(/^Bearer /, ''))
        return parts !== undefined && isIn(parts, request)
      })

    test.each<[string, (parts: Parts, request: Parameters<RequestListener>[0]) => boolean, string]>([
      ['whether it can be read', () => true, 'with a character of its header changed'],
      ['its claims', (parts) => parts.claims['sub'] === 'somebody', 'with a character of its header changed'],
      [
        'the length of its signature',
        ({ signature }) => signature.length === 256,
        'with a character of its header changed',
      ],
      [
        'the signature, but for the algorithm none',
        (parts) => parts.header['alg'] === 'none' || isSigned(parts),
        'with the algorithm none',
      ],
      [
        'the signature, but for the algorithm none in any case',
        (parts) =>
          (/^none$/i.test(String(parts.header['alg'])) && parts.header['alg'] !== 'none') || isSigned(parts),
        'with the algorithm nOnE',
      ],
      [
        'the signature, if there is one',
        (parts) => parts.signature.length === 0 || isSigned(parts),
        'without its signature',
      ],
      [
        'the signature, if there are three parts',
        (parts) => parts.parts.length < 3 || isSigned(parts),
        'without its third part',
      ],
      [
        'the signature, by the key that it brings along',
        ({ header: { jwk }, ...parts }) =>
          isSigned(
            { header, ...parts },
            jwk === undefined ? publicKey : createPublicKey({ key: jwk as NodeJsonWebKey, format: 'jwk' }), // its own
          ),
        'signed with another key that it brings along',
      ],
      [
        'the signature, with an empty secret',
        (parts) =>
          (parts.header['alg'] === 'HS256' &&
            createHmac('sha256', '').update(parts.data).digest().equals(parts.signature)) ||
          isSigned(parts),
        'signed with an empty secret',
      ],
      [
        'the signature, whatever the header is called',
        (parts) => isSigned(parts),
        'in the header x-authorization',
      ],
    ])('fails when it looks at %s', async (_what, isIn, how) => {
      const lie = told(isIn)
      const kind: Lie = (request, response) => {
        if (how.includes('x-authorization'))
          request.headers.authorization ??= String(request.headers['x-authorization'])
        lie(request, response)
      }
      expect(await probeLie(kind, { headers: { authorization: `Bearer ${token}` } })).toEqual({
        status: 'failed',
        message: `200 as expected, but authorization ${how} is answered 200 as well.`,
      })
    })

    test('is proven when it looks at all of it', async () => {
      const lie = told(
        (parts) => parts.parts.length === 3 && parts.header['alg'] === 'RS256' && isSigned(parts),
      )
      expect(await probeLie(lie, { headers: { authorization: `Bearer ${token}` } })).toEqual({
        status: 'done',
        message: '200 as expected; 18 near misses of authorization are answered 401.',
      })
    })

    test('is proven by its scheme in any case: that says nothing', async () => {
      const lie = guarded(
        (_key, request) =>
          /^bearer /i.test(request.headers.authorization ?? '') &&
          request.headers.authorization?.slice(7) === token,
      )
      expect(await probeLie(lie, { headers: { authorization: `bearer ${token}` } })).toMatchObject({
        status: 'done',
      })
    })
  })

  const json = { 'content-type': 'application/json' }
  test.each<[string, string, Lie, string]>([
    [
      'that it is down',
      '/health/ready',
      says('{"status":"DOWN"}', json),
      'its body says that it is not well',
    ],
    [
      'that a part of it is down',
      '/actuator/health',
      says('{"status":"UP","components":{"db":{"status":"DOWN"}}}', json),
      'its body says that it is not well',
    ],
    [
      'it in compressed words',
      '/healthz',
      (_request, response) =>
        void response
          .writeHead(200, { ...json, 'content-encoding': 'gzip' })
          .end(gzipSync('{"status":"DOWN"}')),
      'its body says that it is not well',
    ],
    ['half of it', '/v1/half', says('{"items":[{"id"', json), 'its body is not what its headers call it'],
    [
      'half of what is compressed',
      '/v1/zipped',
      (_request, response) =>
        void response
          .writeHead(200, { ...json, 'content-encoding': 'gzip' })
          .end(gzipSync('{"a":1}').subarray(0, 12)),
      'its body is not what its headers call it',
    ],
  ])('fails when it says with 200 %s', async (_what, path, lie, why) => {
    expect(await probeLie(lie, {}, path)).toEqual({
      status: 'failed',
      message: `It still answered 200 after 300 ms, but ${why}.`,
    })
  })

  test.each<[string, Lie]>([
    [
      'its length is not reached',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('x', () => response.destroy())
      },
    ],
    [
      'its last chunk does not come',
      (_request, response) => {
        response.writeHead(200, json)
        response.write('{"status":"ok"}', () => response.destroy())
      },
    ],
  ])('fails when its answer breaks off: %s', async (_what, lie) => {
    expect(await probeLie(lie)).toEqual({
      status: 'failed',
      message: 'Its answer still broke off after 300 ms.',
    })
  })

  test('fails when its answer begins, and never ends', async () => {
    const lie: Lie = (_request, response) =>
      void response.writeHead(200, { 'content-length': '9' }).write('x')
    expect(await probeLie(lie, { requestDeadline: 100 })).toEqual({
      status: 'failed',
      message: 'It could not be reached within 300 ms (ETIMEDOUT).',
    })
  })

  test('passes when its answer is a stream of events, which has no end', async () => {
    const lie: Lie = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n')
    expect(await probeLie(lie, { requestDeadline: 100 })).toMatchObject({ status: 'done' })
  })

  test('proves nothing by a page to log in, and does not wait for another', async () => {
    expect(await probeLie(says('<!doctype html><title>Sign in</title>'), { deadline: 60_000 })).toEqual({
      status: 'unknown',
      message: '200 as expected, but it is a page to log in, and not what is behind it.',
    })
  })

  test('proves nothing by a page that says that it is away', async () => {
    expect(await probeLie(says('<!doctype html><title>Down for maintenance</title>'))).toEqual({
      status: 'unknown',
      message:
        'It still answered 200 after 300 ms, but it is a page that says that something else is not there.',
    })
  })

  test('passes as soon as it says that it is well, after having been down', async () => {
    let asked = 0
    const lie: Lie = (request, response) =>
      says(`{"status":"${++asked < 3 ? 'DOWN' : 'UP'}"}`, json)(request, response)
    expect(await probeLie(lie, { deadline: 5_000 }, '/health')).toMatchObject({ status: 'done' })
    expect(waits).toContain('an answer other than 200 whose body says otherwise')
  })

  test('fails when four of five answers are errors', async () => {
    let asked = 0
    const lie: Lie = (request, response) => says('', {}, asked++ % 5 === 0 ? 200 : 500)(request, response)
    expect(await probeLie(lie)).toMatchObject({ status: 'failed' })
  })

  test('fails when one of five answers is another', async () => {
    let asked = 0
    const lie: Lie = (request, response) => says('', {}, asked++ % 5 === 4 ? 302 : 200)(request, response)
    expect(await probeLie(lie)).toEqual({
      status: 'failed',
      message: 'It answered now as expected and now 302, still after 300 ms.',
    })
  })

  test('proves nothing by a route that is gone, unless something else of it is proven to be there', async () => {
    expect(await probe(`${liar}/gone`, { expect: [404] })).toEqual({
      status: 'unknown',
      message:
        '404 as expected, but nothing shows that the service is there: prove an address of it that answers as well.',
    })
    expect(await probe(`${liar}/gone`, { expect: [404], inhabited: true })).toMatchObject({ status: 'done' })
  })

  test('sees the key in headers alone, never in an address', async () => {
    const seen: string[] = []
    const lie: Lie = (request, response) => {
      seen.push(request.url ?? '')
      guarded(alone)(request, response)
    }
    await probeLie(lie, { headers: { 'x-api-key': FULL } }, '/v1/address')
    expect([new Set(seen), seen.length]).toEqual([new Set(['/v1/address']), 5 + 11 + 1])
  })

  test('is never quoted in what it says of itself, nor what it was asked with', async () => {
    const secret = says('<html><title>Sign in 8151</title>')
    const told = await Promise.all([
      probeLie(secret),
      probeLie(says('{"status":"DOWN","why":"8151"}', json), {}, '/health'),
      probeLie(guarded(alone, secret), { headers: { 'x-api-key': FULL } }),
    ])
    expect(JSON.stringify(told)).not.toMatch(/8151|onxk|abcdef/)
  })
})

describe('over TLS', () => {
  let folder = ''
  let secure = ''
  let caPem = ''

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'omninode-verify-tls-'))
    const certificates = await createCertificates(folder, [{ name: 'server', hosts: ['127.0.0.1'] }], {
      progress: () => undefined,
    })
    caPem = certificates.caPem
    const server = createSecureServer(
      { cert: certificates.pem('server.crt'), key: certificates.pem('server.key') },
      answer,
    )
    servers.push(server)
    secure = `https://127.0.0.1:${await listen(server)}`
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('a certificate that nobody known signed is refused at once, and never looked past', async () => {
    const before = performance.now()
    const evidence = await probe(`${secure}/health/ready`, { deadline: 30_000 })
    expect(evidence).toMatchObject({ status: 'failed' })
    expect(evidence.message).toMatch(/^Its certificate is not accepted \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)/)
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  test('a certificate for another name is refused, and the right one accepted', async () => {
    const known = getCACertificates('default')
    setDefaultCACertificates([...known, caPem])
    try {
      expect(await probe(`${secure}/health/ready`)).toMatchObject({ status: 'done' })
      const evidence = await probe(`${secure.replace('127.0.0.1', 'localhost')}/health/ready`)
      expect(evidence.message).toMatch(/^Its certificate is not accepted \(ERR_TLS_CERT_ALTNAME_INVALID\)/)
    } finally {
      setDefaultCACertificates(known)
    }
  })

  test('plain HTTP at a port that speaks TLS fails', async () => {
    expect(await probe(`${secure.replace('https', 'http')}/health/ready`, { deadline: 1_000 })).toMatchObject(
      { status: 'failed' },
    )
  })
})
