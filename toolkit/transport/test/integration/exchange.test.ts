import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type Certificates, createCertificates } from '#sandbox/pki/certificates.ts'
import { codeOf, isUnreachable } from '../../../retry/network.ts'
import { type Exchange, exchange, keepConnections } from '../../exchange.ts'

const run = promisify(execFile)

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(listener: RequestListener): Promise<URL> {
  const started = createServer(listener)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return new URL(`http://127.0.0.1:${(started.address() as AddressInfo).port}/`) // it listens at an address
}

const ask = (url: URL, more: Partial<Exchange> = {}) =>
  exchange({
    method: 'GET',
    url,
    headers: {},
    connections: keepConnections({ most: 1, proxies: {} }),
    signal: new AbortController().signal,
    deadline: 5_000,
    ...more,
  })

test('what was sent arrives whole, with its length in bytes, and what was answered comes back', async () => {
  const url = await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(201, { 'x-method': request.method, 'x-length': request.headers['content-length'] })
      response.end(Buffer.concat(chunks))
    })
  })
  const answer = await ask(url, { method: 'PUT', body: 'naïve' })
  expect(answer).toMatchObject({
    status: 201,
    text: 'naïve',
    headers: { 'x-method': 'PUT', 'x-length': '6' },
  })
})

test('a redirect is an answer, and is not followed', async () => {
  const url = await serve((_request, response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  )
  expect(await ask(url)).toMatchObject({ status: 302, headers: { location: 'http://127.0.0.1:1/' } })
})

test('an endless answer is cut where only its head is wanted', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200)
    const flow = setInterval(() => response.write('x'.repeat(1_000)), 1)
    response.once('close', () => clearInterval(flow))
  })
  expect(await ask(url, { wanted: () => 0 })).toMatchObject({ status: 200, text: '' })
  expect((await ask(url, { wanted: () => 5_000 })).text).toMatch(/^x{5000,}$/)
})

test.each([
  ['no answer at all', () => undefined],
  [
    'an answer that does not end',
    (_request: unknown, response: Parameters<RequestListener>[1]) => void response.write('x'),
  ],
])('after the deadline %s counts as nobody there', async (_what, listener) => {
  const url = await serve(listener)
  const error = await ask(url, { deadline: 100 }).catch((thrown: unknown) => thrown)
  expect(codeOf(error)).toBe('ETIMEDOUT')
  expect(isUnreachable(error)).toBe(true)
  expect(String(error)).toContain('no answer within 100 ms')
})

test('a connection that breaks off in the middle of an answer is an error, not a short answer', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('x', () => response.destroy())
  })
  expect(codeOf(await ask(url).catch((thrown: unknown) => thrown))).toBe('ECONNRESET')
})

test('a run that is cancelled gives its request up with the reason of the cancel', async () => {
  const url = await serve(() => undefined)
  const abort = new AbortController()
  const asked = ask(url, { signal: abort.signal })
  setTimeout(() => abort.abort(new Error('cancelled')), 50)
  await expect(asked).rejects.toThrow('cancelled')
})

describe('TLS', () => {
  let folder: string
  let certificates: Certificates
  let url: string
  let secure: SecureServer

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'omninode-exchange-'))
    const hosts = ['localhost']
    certificates = await createCertificates(folder, [{ name: 'server', hosts }], {
      progress: () => undefined,
    })
    const tls = { cert: certificates.pem('server.crt'), key: certificates.pem('server.key') }
    secure = createSecureServer(tls, (_request, response) => response.end('well'))
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    url = `https://localhost:${(secure.address() as AddressInfo).port}/` // it listens at an address
  })
  afterAll(() => {
    secure.closeAllConnections()
    secure.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What a process of that environment is answered: NODE_TLS_REJECT_UNAUTHORIZED is read by Node itself. */
  async function within(env: Readonly<Record<string, string>>): Promise<string> {
    const file = join(import.meta.dirname, '../../exchange.ts')
    const script = `
      import { exchange, keepConnections } from ${JSON.stringify(file)}
      const connections = keepConnections({ most: 1, proxies: {} })
      exchange({ method: 'GET', url: new URL(${JSON.stringify(url)}), headers: {}, connections,
        signal: new AbortController().signal, deadline: 5_000 })
        .then(({ text }) => console.log(text), (error) => console.log(error.code))
        .finally(() => connections.close())`
    const args = ['--conditions=source', '--no-warnings', '--input-type=module', '-e', script]
    const { stdout } = await run(process.execPath, args, {
      env,
      cwd: join(import.meta.dirname, '../../../..'),
    })
    return stdout.trim()
  }

  test('is verified, whatever the environment says', async () => {
    expect(await within({ NODE_EXTRA_CA_CERTS: certificates.caFile })).toBe('well')
    for (const env of [{}, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }])
      expect(await within(env)).toMatch(/^(SELF_SIGNED_CERT|UNABLE_TO_)/)
  })
})
