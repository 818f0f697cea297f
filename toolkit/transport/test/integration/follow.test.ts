import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { codeOf } from '../../../retry/network.ts'
import { type Exchange, exchange, keepConnections } from '../../exchange.ts'
import { fetchThrough } from '../../fetch.ts'
import { follow } from '../../follow.ts'

const servers: (Server | SecureServer)[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

interface Asked {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
}

interface Serving {
  readonly url: string
  readonly asked: Asked[]
}

async function serve(
  answer: (url: string) => [status: number, location?: string | undefined, body?: string],
): Promise<Serving> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    asked.push({ method: request.method, url: request.url, headers: request.headers })
    const [status, location, body = 'there'] = answer(request.url ?? '')
    response.writeHead(status, location === undefined ? {} : { location })
    response.end(status === 204 ? undefined : body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked } // listening on TCP
}

const connections = keepConnections({ most: 1, proxies: {} })
const shared = { connections, signal: new AbortController().signal, deadline: 5_000 }
const get = (url: string, more: Partial<Exchange> = {}) =>
  follow({
    method: 'GET',
    url: new URL(url),
    headers: { authorization: 'Bearer x', accept: '*/*' },
    ...shared,
    ...more,
  })

test.each([301, 302, 303, 307, 308])(
  'what is read is followed through %d, with its credentials',
  async (status) => {
    const { url, asked } = await serve((path) => (path === '/a' ? [status, '/b'] : [200]))
    expect((await get(`${url}/a`)).text).toBe('there')
    expect(asked.map((each) => [each.url, each.headers.authorization])).toEqual([
      ['/a', 'Bearer x'],
      ['/b', 'Bearer x'],
    ])
  },
)

test('another server is not told who asks', async () => {
  const other = await serve(() => [200])
  const { url } = await serve(() => [302, `${other.url}/b`])
  await get(`${url}/a`)
  expect(other.asked[0]?.headers).not.toHaveProperty('authorization')
  expect(other.asked[0]?.headers).toHaveProperty('accept')
})

test.each<[number, string, number]>([
  [302, 'POST', 302],
  [301, 'PATCH', 301],
  [307, 'POST', 200],
  [308, 'DELETE', 200],
])('a %d of a %s ends with %d: nothing is done as something else', async (status, method, end) => {
  const { url, asked } = await serve((path) => (path === '/a' ? [status, '/b'] : [200]))
  expect((await get(`${url}/a`, { method, body: '{}' })).status).toBe(end)
  expect(new Set(asked.map((each) => each.method))).toEqual(new Set([method]))
})

test.each([
  ['ftp://example.com/', /from http:\/\/ to ftp:\/\//],
  ['http://', /leads to no address/],
])('a redirect to %s is refused', async (location, why) => {
  const { url } = await serve(() => [302, location])
  await expect(get(`${url}/a`)).rejects.toThrow(why)
})

describe('over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-follow-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('a redirect never leads from https to http', async () => {
    const plain = await serve(() => [200])
    const hosts = ['localhost']
    const certificates = await createCertificates(folder, [{ name: 'server', hosts }], {
      progress: () => undefined,
    })
    const tls = { cert: certificates.pem('server.crt'), key: certificates.pem('server.key') }
    const secure = createSecureServer(tls, (_request, response) =>
      response.writeHead(302, { location: `${plain.url}/b` }).end(),
    )
    servers.push(secure)
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    const { port } = secure.address() as AddressInfo // listening on TCP
    const trusting = keepConnections({ most: 1, proxies: {}, certificateAuthority: certificates.caPem })
    await expect(get(`https://localhost:${port}/a`, { connections: trusting })).rejects.toThrow(
      'it leads from https:// to http://',
    )
    expect(plain.asked).toEqual([])
  })
})

test('a redirect that never ends is refused, and one that leads nowhere is an answer', async () => {
  const { url } = await serve((path) => (path === '/nowhere' ? [302] : [302, '/again']))
  await expect(get(`${url}/a`)).rejects.toThrow(/leads on 5 times/)
  expect((await get(`${url}/nowhere`)).status).toBe(302)
})

test('more than is wanted is given up', async () => {
  const { url } = await serve(() => [200, undefined, 'x'.repeat(100_000)])
  const wanted = { method: 'GET', url: new URL(url), headers: {}, ...shared }
  expect(codeOf(await exchange({ ...wanted, largest: 99_999 }).catch((error: unknown) => error))).toBe(
    'EMSGSIZE',
  )
  expect((await exchange({ ...wanted, largest: 100_000 })).text).toHaveLength(100_000)
})

test('a short answer that is more than is wanted is given up, and leaves no error that nobody hears', async () => {
  const { url } = await serve(() => [200, undefined, 'x'.repeat(10_000)])
  const wanted = { method: 'GET', url: new URL(url), headers: {}, ...shared }
  for (let count = 0; count < 5; count++)
    await expect(exchange({ ...wanted, largest: 10 })).rejects.toThrow(/larger than 10 bytes/)
  expect((await exchange(wanted)).status).toBe(200)
})

test('a server that falls silent is given up before the deadline', async () => {
  const server = createServer((_request, response) => void response.writeHead(200).write('x'))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) // listening on TCP
  const error = await exchange({ method: 'GET', url, headers: {}, ...shared, silence: 200 }).catch(
    (thrown) => thrown,
  )
  expect(codeOf(error)).toBe('ETIMEDOUT')
})

test('the shape of fetch has the status, the headers and the text', async () => {
  const { url } = await serve((path) => (path === '/none' ? [204] : [404, undefined, '{"a":1}']))
  const fetch = fetchThrough(shared)
  const answer = await fetch(`${url}/a`, { method: 'PUT', body: '{}' })
  expect([answer.status, await answer.text(), answer.headers.get('date')]).toEqual([
    404,
    '{"a":1}',
    expect.any(String),
  ])
  expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe('{"a":1}')
  expect([answer.url, answer.statusText]).toEqual([`${url}/a`, 'Not Found'])
  const none = await fetch(`${url}/none`)
  expect([none.status, await none.text()]).toEqual([204, ''])
})
