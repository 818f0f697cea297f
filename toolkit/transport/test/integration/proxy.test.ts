import { mkdtempSync, rmSync } from 'node:fs'
import { createServer as createPlainServer } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { nameFor, type ProxyOptions, type RunningProxy, startProxy } from '#sandbox/proxy/proxy.ts'
import { codeOf, isUnreachable } from '../../../retry/network.ts'
import { type Connections, exchange, keepConnections } from '../../exchange.ts'
import { troubleOf } from '../../trouble.ts'

const name = nameFor('server')
let folder: string
let caPem: string
let secure: Server
let plain: ReturnType<typeof createPlainServer>
let proxy: RunningProxy | undefined
let connections: Connections | undefined

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port // listening on TCP

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-proxy-'))
  const requests = [
    { name: 'server', hosts: [name] },
    { name: 'other', hosts: ['other.test'] },
  ]
  const certificates = await createCertificates(join(folder, 'pki'), requests, { progress: () => undefined })
  caPem = certificates.caPem
  secure = createServer(
    { cert: certificates.pem('server.crt'), key: certificates.pem('server.key') },
    (request, response) => response.end(`${request.method} ${request.url}`),
  )
  plain = createPlainServer((request, response) => response.end(`${request.headers.host} ${request.url}`))
  for (const server of [secure, plain])
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
})
afterAll(() => {
  for (const server of [secure, plain]) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(folder, { recursive: true })
})
afterEach(async () => {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
  connections?.close()
  await proxy?.stop()
  proxy = undefined
})

async function behind(options: Partial<ProxyOptions> = {}): Promise<RunningProxy> {
  proxy = await startProxy({
    names: { [name]: portOf(secure), [nameFor('plain')]: portOf(plain) },
    ...options,
  })
  return proxy
}

function ask(
  url: string,
  env: Record<string, string>,
  more: { certificateAuthority?: string; deadline?: number } = { certificateAuthority: caPem },
) {
  const { deadline = 5_000, ...settings } = more
  connections = keepConnections({ most: 1, proxies: env, ...settings })
  const { signal } = new AbortController()
  return exchange({ method: 'GET', url: new URL(url), headers: {}, connections, signal, deadline })
}

const failed = (work: Promise<unknown>) =>
  work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  )

/** One that takes every wish, and does nothing. */
async function silentProxy(onConnect: () => void) {
  const silent = createPlainServer()
  const sockets: Duplex[] = []
  silent.on('connect', (_request, socket) => {
    sockets.push(socket)
    onConnect()
  })
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()))
  return {
    port: portOf(silent),
    close: () => {
      for (const socket of sockets) socket.destroy()
      silent.close()
    },
  }
}

describe('a server whose name only the proxy knows', () => {
  test('cannot be asked without it', async () => {
    const error = await failed(ask(`https://${name}/`, {}))
    expect(codeOf(error)).toMatch(/ENOTFOUND|EAI_AGAIN/)
    expect(
      troubleOf(error, new URL(`https://${name}/`), keepConnections({ most: 1, proxies: {} })),
    ).toMatchObject({
      fix: expect.stringContaining('HTTPS_PROXY'),
    })
  })

  test.each(['HTTPS_PROXY', 'https_proxy'])(
    'is asked through the one in %s, and verified',
    async (variable) => {
      const { url, asked } = await behind()
      expect((await ask(`https://${name}/a?b`, { [variable]: url })).text).toBe('GET /a?b')
      expect(asked).toEqual([`CONNECT ${name}:443`])
    },
  )

  test('is asked again on the same way', async () => {
    const { url, asked } = await behind()
    connections = keepConnections({ most: 1, proxies: { HTTPS_PROXY: url }, certificateAuthority: caPem })
    const { signal } = new AbortController()
    for (let count = 0; count < 3; count++) {
      const wanted = { method: 'GET', url: new URL(`https://${name}/`), headers: {}, connections }
      await exchange({ ...wanted, signal, deadline: 5_000 })
    }
    expect(asked).toHaveLength(1)
  })

  test('is asked with the user and the password of the proxy', async () => {
    const credentials = { user: 'me', password: 'p@ss word/' }
    const { url } = await behind({ credentials })
    expect((await ask(`https://${name}/`, { HTTPS_PROXY: url })).status).toBe(200)
  })

  test('is asked in plain through HTTP_PROXY', async () => {
    const { url, asked } = await behind()
    const address = `http://${nameFor('plain')}/it`
    expect((await ask(address, { HTTP_PROXY: url })).text).toBe(`${nameFor('plain')} /it`)
    expect(asked).toEqual([`GET ${address}`])
  })
})

describe('through a proxy', () => {
  test.each(['0', '1'])(
    'a server that nobody trusted has signed is refused, with NODE_TLS_REJECT_UNAUTHORIZED=%s',
    async (value) => {
      const { url } = await behind()
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = value
      const error = await failed(ask(`https://${name}/`, { HTTPS_PROXY: url }, {}))
      expect(codeOf(error)).toMatch(/CERT|SIGNATURE/)
    },
  )

  test('a server that is another one is refused', async () => {
    const { url } = await behind({ names: { 'other-name.test': portOf(secure) } })
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    const error = await failed(ask('https://other-name.test/', { HTTPS_PROXY: url }))
    expect(codeOf(error)).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  })

  test.each<[string, Partial<ProxyOptions>, RegExp, boolean]>([
    [
      'that wants to know who asks',
      { credentials: { user: 'a', password: 'b' } },
      /wants to know who asks/,
      false,
    ],
    ['that does not know the server', { names: {} }, /does not connect to it: it answered 502/, true],
  ])('%s, it is told which', async (_what, options, why, again) => {
    const { port } = await behind(options)
    const env = { HTTPS_PROXY: `http://x:hidden@127.0.0.1:${port}` }
    const error = await failed(ask(`https://${name}/`, env))
    const trouble = troubleOf(error, new URL(`https://${name}/`), keepConnections({ most: 1, proxies: env }))
    expect(trouble?.why).toMatch(why)
    expect(trouble?.why).toContain(`http://127.0.0.1:${port}`)
    expect(JSON.stringify(trouble)).not.toContain('hidden')
    expect(isUnreachable(error)).toBe(again)
  })

  test('that is not there, or never answers, nothing is waited for beyond the deadline', async () => {
    const silent = await silentProxy(() => undefined)
    const env = { HTTPS_PROXY: `http://127.0.0.1:${silent.port}` }
    const started = Date.now()
    const error = await failed(ask(`https://${name}/`, env, { deadline: 300 }))
    expect(Date.now() - started).toBeLessThan(3_000)
    silent.close()
    expect(codeOf(error)).toBe('ETIMEDOUT')
    const refused = await failed(ask(`https://${name}/`, { HTTPS_PROXY: 'http://127.0.0.1:1' }))
    expect(codeOf(refused)).toBe('ECONNREFUSED')
    const to = keepConnections({ most: 1, proxies: { HTTPS_PROXY: 'http://127.0.0.1:1' } })
    expect(troubleOf(refused, new URL(`https://${name}/`), to)?.why).toContain(
      'through the proxy http://127.0.0.1:1',
    )
  })
})

test('what is asked through a proxy that never answers ends with a cancel', async () => {
  const abort = new AbortController()
  const silent = await silentProxy(() => abort.abort(new Error('cancelled')))
  connections = keepConnections({ most: 1, proxies: { HTTPS_PROXY: `http://127.0.0.1:${silent.port}` } })
  const wanted = { method: 'GET', url: new URL(`https://${name}/`), headers: {}, connections }
  const error = await failed(exchange({ ...wanted, signal: abort.signal, deadline: 20_000 }))
  silent.close()
  expect(error).toMatchObject({ message: 'cancelled' })
})

test.each(['0', undefined])(
  'without a proxy a server that nobody trusted has signed is refused, with NODE_TLS_REJECT_UNAUTHORIZED=%s',
  async (value) => {
    if (value !== undefined) process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = value
    const error = await failed(ask(`https://127.0.0.1:${portOf(secure)}/`, {}, {}))
    expect(codeOf(error)).toMatch(/CERT|SIGNATURE/)
  },
)
