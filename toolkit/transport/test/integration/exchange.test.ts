import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { codeOf, isUnreachable } from '../../../retry/network.ts'
import { type Exchange, exchange, keepConnections } from '../../exchange.ts'

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
  expect(await ask(url, { headOnly: true })).toMatchObject({ status: 200, text: '' })
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
