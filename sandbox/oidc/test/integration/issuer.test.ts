import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { type Certificates, createCertificates } from '#sandbox/pki/certificates.ts'
import { exchange, keepConnections } from '#toolkit/transport/exchange.ts'
import type { RunningProxy } from '../../../proxy/proxy.ts'
import { pullRequestJob, REPOSITORY } from '../../identity.ts'
import { ISSUER, issuerCertificate, type OidcIssuer, startOidcIssuer } from '../../issuer.ts'
import { startIssuerProxy } from '../../proxy.ts'

let folder: string
let certificates: Certificates
let issuer: OidcIssuer
let proxy: RunningProxy

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-issuer-'))
  certificates = await createCertificates(join(folder, 'pki'), [issuerCertificate], {
    progress: () => undefined,
  })
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  proxy = await startIssuerProxy(issuer)
}, 300_000)
afterAll(async () => {
  await proxy.stop()
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Asks by the issuer's own name, as whoever verifies its tokens does. */
async function published() {
  const connections = keepConnections({
    most: 1,
    certificateAuthority: certificates.caPem,
    proxies: { HTTPS_PROXY: proxy.url },
  })
  const { text } = await exchange({
    method: 'GET',
    url: new URL(`${ISSUER}/.well-known/jwks`),
    headers: {},
    connections,
    signal: new AbortController().signal,
    deadline: 10_000,
  })
  connections.close()
  return createLocalJWKSet(JSON.parse(text))
}

const token = () => issuer.mint(issuer.claims(pullRequestJob(REPOSITORY, { number: 7, sha: 'a'.repeat(40) })))

test('behind its proxy it answers to its own name, with the keys of its tokens', async () => {
  const { payload } = await jwtVerify(await token(), await published())
  expect(payload).toMatchObject({ iss: ISSUER, ref: 'refs/pull/7/merge', repository_id: '123456' })
})

test('a former key is forgotten when there is another', async () => {
  const before = await token()
  await issuer.rotate()
  await expect(jwtVerify(before, await published())).rejects.toThrow('no applicable key')
  await jwtVerify(await token(), await published())
})
