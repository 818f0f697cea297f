import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exchange, keepConnections } from '#toolkit/transport/exchange.ts'
import { type Certificates, createCertificates } from '../../../pki/certificates.ts'
import type { RunningProxy } from '../../../proxy/proxy.ts'
import { ISSUER, issuerCertificate, type OidcIssuer, startOidcIssuer } from '../../issuer.ts'
import { startIssuerProxy } from '../../proxy.ts'

const run = promisify(execFile)
const SHA = 'a'.repeat(40)

let folder: string
let certificates: Certificates
let issuer: OidcIssuer
let proxy: RunningProxy
let elsewhere: Server
let port: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-proxy-'))
  certificates = await createCertificates(
    folder,
    [issuerCertificate, { name: 'elsewhere', hosts: ['localhost'] }],
    { progress: () => undefined },
  )
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  proxy = await startIssuerProxy(issuer)
  const tls = { cert: certificates.pem('elsewhere.crt'), key: certificates.pem('elsewhere.key') }
  elsewhere = createServer(tls, ({ url }, response) => {
    // As a repository of git's dumb protocol, and as a file of 300,000 bytes.
    if (url?.startsWith('/repository/info/refs')) response.end(`${SHA}\trefs/heads/main\n`)
    else if (url === '/repository/HEAD') response.end('ref: refs/heads/main\n')
    else response.end('x'.repeat(300_000))
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  port = (elsewhere.address() as AddressInfo).port // a TCP server has such an address
})
afterAll(async () => {
  elsewhere.closeAllConnections()
  elsewhere.close()
  await proxy.stop()
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** @param proxies an environment; or the proxy for everything, loopback too */
async function ask(url: string, proxies: Readonly<Record<string, string>> | URL) {
  const connections = keepConnections({
    most: 1,
    certificateAuthority: certificates.caPem,
    proxies,
  })
  const signal = new AbortController().signal
  try {
    return await exchange({
      method: 'GET',
      url: new URL(url),
      headers: {},
      connections,
      signal,
      deadline: 10_000,
    })
  } finally {
    connections.close()
  }
}

test('the issuer answers by its own name, and with a certificate of it', async () => {
  const { text } = await ask(`${ISSUER}/.well-known/openid-configuration`, { HTTPS_PROXY: proxy.url })
  expect(JSON.parse(text)).toMatchObject({ issuer: ISSUER })
  expect(proxy.asked.at(-1)).toBe('CONNECT token.actions.githubusercontent.com:443')
})

test('everything else is where it is: a download goes through as a whole', async () => {
  expect((await ask(`https://localhost:${port}/file`, new URL(proxy.url))).text).toHaveLength(300_000)
  expect(proxy.asked.at(-1)).toBe(`CONNECT localhost:${port}`)
})

test('what NO_PROXY names is not asked of the proxy', async () => {
  const before = proxy.asked.length
  await ask(`https://localhost:${port}/file`, { HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1,localhost' })
  expect(proxy.asked).toHaveLength(before)
})

test('git goes through it', async () => {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    HTTPS_PROXY: proxy.url,
    GIT_SSL_CAINFO: certificates.caFile,
    GIT_CONFIG_NOSYSTEM: '1',
  }
  const { stdout } = await run('git', ['ls-remote', `https://localhost:${port}/repository`], { env })
  expect(stdout).toContain(SHA)
  expect(proxy.asked.at(-1)).toBe(`CONNECT localhost:${port}`)
})

/** The first line that the proxy answers to what no client of ours would send. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1', () => socket.write(text))
    socket.once('error', reject)
    socket.once('data', (data) => {
      socket.destroy()
      resolve(String(data).split('\r\n', 1)[0] ?? '')
    })
  })
}

test.each([
  ['a place where nobody listens', 'CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: x\r\n\r\n', 502],
  ['a name that nobody has', 'CONNECT nobody.invalid:443 HTTP/1.1\r\nHost: x\r\n\r\n', 502],
  ['no port', 'CONNECT localhost HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a port that is none', 'CONNECT localhost:99999 HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['what is not TLS', 'GET http://localhost/ HTTP/1.1\r\nHost: x\r\n\r\n', 405],
])('%s is refused', async (_what, text, status) => {
  expect(await raw(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})
