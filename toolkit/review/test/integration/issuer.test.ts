import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { keysOf } from '../../issuer.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let folder: string
let server: Server
let url: string
let answer: Answer
let asked: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-issuer-'))
  const certificates = await createCertificates(folder, [{ name: 'issuer', hosts: ['localhost'] }], {
    progress: () => undefined,
  })
  setDefaultCACertificates([...getCACertificates('default'), certificates.caPem])
  server = createServer(
    { cert: certificates.pem('issuer.crt'), key: certificates.pem('issuer.key') },
    (request, response) => {
      asked.push(request.url ?? '')
      answer(request, response)
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `https://localhost:${(server.address() as AddressInfo).port}` // it listens at an address
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const key = { kty: 'RSA', kid: 'one', n: 'x', e: 'AQAB' }

/** An issuer beneath a path, as an enterprise's: answers what it should, but for what is given. */
function serve(path: string, more: { discovery?: object; keys?: unknown; before?: Answer } = {}): string {
  asked = []
  const issuer = `${url}${path}`
  const discovery = { issuer, jwks_uri: `${url}/keys`, ...more.discovery }
  answer = (request, response) => {
    more.before?.(request, response)
    if (response.writableEnded || response.destroyed) return
    response.end(JSON.stringify(request.url === '/keys' ? (more.keys ?? { keys: [key] }) : discovery))
  }
  return issuer
}

const ask = (issuer: string, signal = new AbortController().signal) =>
  keysOf(issuer, { signal, random: () => 0, env: {} })

test.each(['', '/_services/token', '/enterprise'])(
  'the keys of an issuer at %p are those that it publishes',
  async (path) => {
    expect(await ask(serve(path))).toEqual({ keys: [key] })
    expect(asked).toEqual([`${path}/.well-known/openid-configuration`, '/keys'])
  },
)

test('trouble that passes is waited for', async () => {
  let troubles = 3
  const before: Answer = (_request, response) => {
    if (troubles-- > 0) response.writeHead(troubles === 1 ? 429 : 503).end()
  }
  expect(await ask(serve('', { before }))).toEqual({ keys: [key] })
  expect(asked).toHaveLength(5)
})

test.each<[string, Parameters<typeof serve>[1], RegExp]>([
  [
    'calls itself by another name',
    { discovery: { issuer: 'https://token.example' } },
    /calls itself https:\/\/token\.example/,
  ],
  ['calls itself by a name that goes on', { discovery: { issuer: 'https://localhost/' } }, /another issuer/],
  [
    'publishes its keys where anyone may listen',
    { discovery: { jwks_uri: 'http://localhost/keys' } },
    /jwks_uri/,
  ],
  ['publishes no keys', { keys: {} }, /keys/],
  ['publishes keys without names', { keys: { keys: [{ kty: 'RSA' }] } }, /kid/],
  ['is not there', { before: (_request, response) => void response.writeHead(404).end() }, /answered 404/],
  [
    'leads elsewhere',
    {
      before: (_request, response) =>
        void response.writeHead(302, { location: 'https://token.example' }).end(),
    },
    /answered 302/,
  ],
  ['answers with a page', { before: (_request, response) => void response.end('<html>') }, /JSON/],
])(
  'an issuer that %s gives no keys, is asked no more than once, and that is told as what cannot be told',
  async (...[, more, why]) => {
    const issuer = serve('', more)
    const failure = await ask(issuer).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'REVIEW_KEYS',
      what: `It cannot be told who has signed the review: ${issuer} gave no keys.`,
      why: expect.stringMatching(why),
    })
    expect(asked.length).toBeLessThanOrEqual(2)
  },
)

test.each(['http://localhost', 'undefined', ''])('an issuer called %p is never asked', async (issuer) => {
  serve('')
  await expect(ask(issuer)).rejects.toMatchObject({ code: 'REVIEW_KEYS' })
  expect(asked).toEqual([])
})

test('a cancel ends the waiting with its own reason', async () => {
  const abort = new AbortController()
  const issuer = serve('', {
    before: (_request, response) => {
      response.writeHead(503).end()
      abort.abort(new Error('cancelled'))
    },
  })
  await expect(ask(issuer, abort.signal)).rejects.toThrow('cancelled')
})
