import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createCertificates } from '#sandbox/pki/certificates.ts'
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
    expect(asked.get(path)).toBe(3)
    expect(waits).toContain(what)
  })

  test('may come up while it is waited for', async () => {
    const server = createServer(answer)
    servers.push(server)
    const port = await listen(server)
    await new Promise((resolve) => server.close(resolve))
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
      message: '200 as expected; a wrong x-api-key is answered 401.',
    })
  })

  test('is tried with a wrong one of the same length', async () => {
    received.length = 0
    await probe('/locked', { headers: { 'x-api-key': KEY } })
    expect(received).toHaveLength(2)
    expect(received[1]).not.toBe(KEY)
    expect(received[1]).toHaveLength(KEY.length)
  })

  test('fails when it accepts whatever is sent: it is configured, and not enforced', async () => {
    expect(await probe('/any-key', { headers: { 'x-api-key': KEY } })).toEqual({
      status: 'failed',
      message: '200 as expected, but a wrong x-api-key is answered 200 as well.',
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
    expect(await probe('/gone', { expect: [404, 410] })).toMatchObject({ status: 'done' })
  })

  test('passes when what is expected is a server error', async () => {
    asked.delete('/broken')
    expect(await probe('/broken', { expect: [500] })).toMatchObject({ status: 'done' })
    expect(asked.get('/broken')).toBe(1)
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
    const server = createServer()
    const port = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await probe(`http://127.0.0.1:${port}/`, { deadline: 500 })).toEqual({
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
