import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { startChromium } from '../../../sandbox/chromium/chromium.ts'
import { giveTenant, trustJobs } from '../../../sandbox/keycloak/jobs.ts'
import {
  type Keycloak,
  OMNIWEB,
  realmEnvironment,
  realmFile,
  startKeycloak,
} from '../../../sandbox/keycloak/keycloak.ts'
import {
  askForToken,
  authorize,
  codeFor,
  createPerson,
  logIn,
  omniweb,
  type Tokens,
} from '../../../sandbox/keycloak/login.ts'
import { REPOSITORY } from '../../../sandbox/oidc/identity.ts'
import { ISSUER as GITHUB } from '../../../sandbox/oidc/issuer.ts'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { requestAccessToken } from '../../../toolkit/identity/federated.ts'
import { keepConnections } from '../../../toolkit/transport/exchange.ts'
import { permissions } from '../../src/authentication/principal.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, type SigningKey, startIssuer } from '../issuer.ts'
import { startPage } from '../page.ts'
import { reported } from '../reported.ts'
import { databaseConfig, type Service, seedKey, seedTenant, startService } from '../service.ts'

const clock = { read: () => new Date() }
const PASSWORD = 'a long enough password'
let keycloak: Keycloak
let postgres: Postgres
let start: () => Promise<Service>
let service: Service
let github: Issuer
let githubKey: SigningKey
let acme: string
/** A signing key of the realm that the test has as well: what is wrong with a token is then what it says alone. */
let realmKey: KeyObject
let realmKid: string
let component: string
const users: Record<string, Tokens> = {}
const apiKeys: Record<string, string> = {}
const service_: { token: string } = { token: '' }

interface Created {
  readonly id: string
}

async function createUser(
  username: string,
  tenant: string | undefined,
  roles: readonly string[],
): Promise<void> {
  await createPerson(keycloak, {
    username,
    password: PASSWORD,
    roles,
    ...(tenant === undefined ? {} : { tenant }),
  })
  users[username] = await logIn(keycloak, username, PASSWORD)
}

/** Gives the realm a key that signs before its own. */
async function shareKey(): Promise<void> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  realmKey = privateKey
  const { id } = (await keycloak.admin('GET', '/omninode')) as Created
  await keycloak.admin('POST', '/omninode/components', {
    name: 'shared',
    parentId: id,
    providerId: 'rsa',
    providerType: 'org.keycloak.keys.KeyProvider',
    config: {
      priority: ['1000'],
      algorithm: ['RS256'],
      enabled: ['true'],
      active: ['true'],
      privateKey: [privateKey.export({ type: 'pkcs8', format: 'pem' })],
    },
  })
  const found = (await keycloak.admin('GET', '/omninode/components?name=shared')) as Created[]
  component = found[0]?.id ?? ''
}

async function serviceToken(): Promise<string> {
  const { body } = await askForToken(keycloak, {
    grant_type: 'client_credentials',
    client_id: 'onex-service',
    client_secret: keycloak.secrets.ONEX_SERVICE_CLIENT_SECRET,
  })
  return body['access_token'] ?? ''
}

beforeAll(async () => {
  ;[keycloak, postgres] = await Promise.all([
    startKeycloak({ progress: () => undefined }),
    startPostgres({ progress: () => undefined }),
  ])
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  const now = clock.read()
  acme = await seedTenant(postgres, 'onex', 'acme', now)
  for (const [name, options] of Object.entries({
    all: {},
    reader: { scopes: ['workflows:read'] },
    revoked: { revokedAt: now },
    expired: { expiresAt: now },
  }))
    apiKeys[name] = (await seedKey(postgres, 'onex', acme, now, options)).key
  await shareKey()
  await createUser('admin-of-acme', acme, permissions)
  await createUser('reader-of-acme', acme, ['workflows:read'])
  await createUser('nobody-of-acme', acme, [])
  await createUser('admin-of-none', undefined, permissions)
  await createUser('reporter-of-acme', acme, ['releases:write'])
  await createUser('viewer-of-acme', acme, ['releases:read'])
  await giveTenant(keycloak, 'onex-service', acme)
  await giveTenant(keycloak, 'onex-ci-dev', acme)
  service_.token = await serviceToken()
  realmKid = decodeProtectedHeader(service_.token).kid ?? ''
  start = () =>
    startService({
      database: databaseConfig(postgres, 'onex', password),
      clock,
      oidc: {
        url: keycloak.issuer,
        jwksUrl: keycloak.jwksUrl,
        clients: ['omniweb', 'onex-service', 'onex-ci-dev'],
      },
    })
  service = await start()
  github = await startIssuer(clock.read)
  githubKey = await createKey('github')
  github.publish(githubKey)
  await trustJobs(keycloak, github.jwksUrl)
}, 300_000)
afterAll(async () => {
  await service.close()
  await github.stop()
  await postgres.stop()
  await keycloak.stop()
})

type Headers = Readonly<Record<string, string>>
const bearer = (token: string | undefined): Headers => ({ authorization: `Bearer ${token}` })
const seconds = () => Math.floor(clock.read().getTime() / 1_000)

/** A token with the realm's own signature, with what Keycloak would say but for these claims; undefined leaves one out. */
async function signed(claims: object = {}, header: object = {}): Promise<string> {
  const genuine = decodeJwt(users['admin-of-acme']?.access_token ?? '')
  const payload = JSON.parse(
    JSON.stringify({ ...genuine, iat: seconds(), exp: seconds() + 300, jti: randomUUID(), ...claims }),
  )
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: realmKid, ...header })
    .sign(realmKey)
}

/** The same with a signature of somebody else's, or none. */
async function forged(algorithm: string, claims: object = {}): Promise<string> {
  const token = await signed(claims)
  const [, payload = ''] = token.split('.')
  const header = (alg: string) =>
    Buffer.from(JSON.stringify({ alg, typ: 'JWT', kid: realmKid })).toString('base64url')
  if (algorithm === 'none') return `${header('none')}.${payload}.`
  // The public key as a secret: it is known to everybody.
  const jwks = await (await fetch(keycloak.jwksUrl)).text()
  return `${header(algorithm)}.${payload}.${createHmac('sha256', jwks)
    .update(`${header(algorithm)}.${payload}`)
    .digest('base64url')}`
}

const flip = (token: string, at: number) =>
  `${token.slice(0, at)}${token.charAt(at) === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
const parts = (token: string) => token.split('.') as [string, string, string]

/**
 * GET /v1/tenants/me, POST /v1/workflows, GET /v1/api-keys, GET /v1/no-such-route,
 * POST /v1/releases/events, GET /v1/releases, GET /v1/releases/{id}, GET /v1/releases/stream
 */
type Answers = readonly [number, number, number, number, number, number, number, number]
const everything: Answers = [200, 202, 200, 404, 202, 200, 404, 200]
const reading: Answers = [200, 403, 403, 404, 403, 403, 403, 403]
const nothing: Answers = [401, 401, 401, 401, 401, 401, 401, 401]

type Row = readonly [what: string, answers: Answers, headers: () => Headers | Promise<Headers>]
const real =
  (name: string, of: keyof Tokens = 'access_token') =>
  () =>
    bearer(users[name]?.[of])
const claims = (what: string, answers: Answers, wrong: () => object, header: object = {}): Row => [
  what,
  answers,
  async () => bearer(await signed(wrong(), header)),
]

const rows: readonly Row[] = [
  // As Keycloak gives them.
  ['a user with every role', everything, real('admin-of-acme')],
  ['a user who may read', reading, real('reader-of-acme')],
  ['a user without a role', reading, real('nobody-of-acme')],
  ['a user of no tenant', [403, 403, 403, 404, 403, 403, 403, 403], real('admin-of-none')],
  ['a user who reports releases', [200, 403, 403, 404, 202, 403, 403, 403], real('reporter-of-acme')],
  ['a user who looks at releases', [200, 403, 403, 404, 403, 200, 404, 200], real('viewer-of-acme')],
  ['a service', [200, 202, 403, 404, 403, 403, 403, 403], () => bearer(service_.token)],
  ['an ID token', nothing, real('admin-of-acme', 'id_token')],
  ['a refresh token', nothing, real('admin-of-acme', 'refresh_token')],
  ['a token of another realm', nothing, async () => bearer((await masterToken()) ?? '')],
  // With the realm's own signature.
  claims('nothing changed', everything, () => ({})),
  claims('the audience among others', everything, () => ({ aud: ['account', 'onex-api'] })),
  claims('another audience', nothing, () => ({ aud: 'account' })),
  claims('an audience that begins alike', nothing, () => ({ aud: 'onex-api-2' })),
  claims('an audience in upper case', nothing, () => ({ aud: 'ONEX-API' })),
  claims('no audience', nothing, () => ({ aud: undefined })),
  claims('an empty list of audiences', nothing, () => ({ aud: [] })),
  claims('another issuer', nothing, () => ({ iss: 'https://auth.example.com/realms/omninode' })),
  claims('another realm of the issuer', nothing, () => ({ iss: `${keycloak.url}/realms/master` })),
  claims('an issuer with a slash more', nothing, () => ({ iss: `${keycloak.issuer}/` })),
  claims('no issuer', nothing, () => ({ iss: undefined })),
  claims('another client', nothing, () => ({ azp: 'grafana' })),
  claims('a client that ends one character sooner', nothing, () => ({ azp: 'omniwe' })),
  claims('no client', nothing, () => ({ azp: undefined })),
  claims('a list of clients', nothing, () => ({ azp: ['omniweb'] })),
  claims('the type of an ID token', nothing, () => ({ typ: 'ID' })),
  claims('the type of a refresh token', nothing, () => ({ typ: 'Refresh' })),
  claims('no type', nothing, () => ({ typ: undefined })),
  claims('another type in its header', nothing, () => ({}), { typ: 'logout+jwt' }),
  claims('no type in its header', nothing, () => ({}), { typ: undefined }),
  claims('nobody as its subject', nothing, () => ({ sub: undefined })),
  claims('an empty subject', nothing, () => ({ sub: '' })),
  claims('no end', nothing, () => ({ exp: undefined })),
  claims('no beginning', nothing, () => ({ iat: undefined })),
  claims('an end four seconds ago, as clocks differ', everything, () => ({ exp: seconds() - 2 })),
  claims('an end seven seconds ago', nothing, () => ({ exp: seconds() - 7 })),
  claims('an end that is a text', nothing, () => ({ exp: String(seconds() + 300) })),
  claims('a beginning a moment ahead, as clocks differ', everything, () => ({ iat: seconds() + 3 })),
  claims('a beginning a minute ahead', nothing, () => ({ iat: seconds() + 60 })),
  claims('a time from which it counts a minute ahead', nothing, () => ({ nbf: seconds() + 60 })),
  claims('a tenant that is none', nothing, () => ({ tenant_id: 'acme' })),
  claims('a list of tenants', nothing, () => ({ tenant_id: [acme] })),
  claims('an unknown tenant', [404, 403, 200, 404, 403, 200, 404, 200], () => ({ tenant_id: randomUUID() })),
  claims('no roles', reading, () => ({ resource_access: undefined })),
  claims('roles of another client', reading, () => ({
    resource_access: { account: { roles: ['keys:admin'] } },
  })),
  claims('roles of the realm', reading, () => ({
    resource_access: {},
    realm_access: { roles: ['keys:admin', 'workflows:write'] },
  })),
  claims('roles that are a text', reading, () => ({
    resource_access: { 'onex-api': { roles: 'keys:admin workflows:write' } },
  })),
  claims('roles in upper case', reading, () => ({
    resource_access: { 'onex-api': { roles: ['KEYS:ADMIN', 'WORKFLOWS:WRITE'] } },
  })),
  claims('a key id that nobody has', nothing, () => ({}), { kid: 'nobody' }),
  ['a header that must be understood', nothing, async () => bearer(await withCritical())],
  // With another signature.
  ['the algorithm none', nothing, async () => bearer(await forged('none'))],
  ['the algorithm None', nothing, async () => bearer(await forged('None'))],
  ['no signature at all', nothing, async () => bearer(new UnsecuredJWT(decodeJwt(await signed())).encode())],
  ['HS256 with the public key for a secret', nothing, async () => bearer(await forged('HS256'))],
  ['RS256 in the header, an HMAC behind it', nothing, async () => bearer(await forged('RS256'))],
  ['RS384 with the realm’s own key', nothing, async () => bearer(await signed({}, { alg: 'RS384' }))],
  ['RS512 with the realm’s own key', nothing, async () => bearer(await signed({}, { alg: 'RS512' }))],
  ['PS256 with the realm’s own key', nothing, async () => bearer(await signed({}, { alg: 'PS256' }))],
  ['another RSA key under the same id', nothing, async () => bearer(await byStranger('RS256'))],
  ['ES256 under the same id', nothing, async () => bearer(await byStranger('ES256'))],
  ['EdDSA under the same id', nothing, async () => bearer(await byStranger('EdDSA'))],
  [
    'the key that it is signed with in its header',
    nothing,
    async () => bearer(await byStranger('RS256', true)),
  ],
  // Near misses.
  ['a signature with one character changed', nothing, async () => bearer(await changedAt(2, 7))],
  ['claims with one character changed', nothing, async () => bearer(await changedAt(1, 7))],
  ['a header with one character changed', nothing, async () => bearer(await changedAt(0, 7))],
  ['the last character cut off', nothing, async () => bearer((await signed()).slice(0, -1))],
  ['a part too many', nothing, async () => bearer(`${await signed()}.x`)],
  [
    'a part too few',
    nothing,
    async () =>
      bearer(
        parts(await signed())
          .slice(0, 2)
          .join('.'),
      ),
  ],
  ['the claims of one and the signature of another', nothing, async () => bearer(await mixed())],
  [
    'two tokens',
    nothing,
    async () => ({ authorization: `Bearer ${await signed()}, Bearer ${await signed()}` }),
  ],
  ['two spaces before it', nothing, async () => ({ authorization: `Bearer  ${await signed()}` })],
  ['the scheme in lower case', everything, async () => ({ authorization: `bearer ${await signed()}` })],
  ['another scheme', nothing, async () => ({ authorization: `Token ${await signed()}` })],
  ['no scheme', nothing, async () => ({ authorization: await signed() })],
  ['the scheme alone', nothing, () => ({ authorization: 'Bearer' })],
  ['a token of ten thousand characters', nothing, () => bearer('x'.repeat(10_000))],
  ['a token as an API key', nothing, async () => ({ 'x-api-key': await signed() })],
  ['a token in another header', nothing, async () => ({ 'x-authorization': `Bearer ${await signed()}` })],
  // API keys, and both at once.
  ['an API key', everything, () => ({ 'x-api-key': apiKeys['all'] ?? '' })],
  ['an API key that may read', reading, () => ({ 'x-api-key': apiKeys['reader'] ?? '' })],
  ['a revoked API key', nothing, () => ({ 'x-api-key': apiKeys['revoked'] ?? '' })],
  ['an expired API key', nothing, () => ({ 'x-api-key': apiKeys['expired'] ?? '' })],
  ['an API key as a token', nothing, () => bearer(apiKeys['all'])],
  ['nothing', nothing, () => ({})],
  [
    'a good token beside a good key',
    everything,
    async () => ({ ...bearer(await signed()), 'x-api-key': apiKeys['all'] ?? '' }),
  ],
  [
    'a good token beside a wrong key',
    everything,
    async () => ({ ...bearer(await signed()), 'x-api-key': 'wrong' }),
  ],
  [
    'a token that may read beside a key that may all',
    reading,
    () => ({ ...real('reader-of-acme')(), 'x-api-key': apiKeys['all'] ?? '' }),
  ],
  [
    'a wrong token beside a good key',
    nothing,
    async () => ({ ...bearer(await forged('none')), 'x-api-key': apiKeys['all'] ?? '' }),
  ],
  [
    'a wrong scheme beside a good key',
    nothing,
    () => ({ authorization: 'Basic YTpi', 'x-api-key': apiKeys['all'] ?? '' }),
  ],
]

async function masterToken(): Promise<string | undefined> {
  const response = await fetch(`${keycloak.url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'admin-cli',
      username: 'admin',
      password: keycloak.secrets.KC_BOOTSTRAP_ADMIN_PASSWORD,
    }),
  })
  return ((await response.json()) as { access_token?: string }).access_token
}

async function byStranger(alg: string, withKey = false): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const header = { alg, typ: 'JWT', kid: realmKid, ...(withKey ? { jwk: await exportJWK(publicKey) } : {}) }
  return new SignJWT(decodeJwt(await signed())).setProtectedHeader(header).sign(privateKey)
}

async function changedAt(part: 0 | 1 | 2, at: number): Promise<string> {
  const all = parts(await signed())
  all[part] = flip(all[part], at)
  return all.join('.')
}

/** Signed by hand: jose signs nothing that it does not understand. */
async function withCritical(): Promise<string> {
  const [, payload] = parts(await signed())
  const header = { alg: 'RS256', typ: 'JWT', kid: realmKid, crit: ['x-limit'], 'x-limit': 1 }
  const data = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`
  return `${data}.${sign('sha256', Buffer.from(data), realmKey).toString('base64url')}`
}

async function mixed(): Promise<string> {
  const [header, , signature] = parts(await signed({ resource_access: {} }))
  const [, payload] = parts(await signed())
  return [header, payload, signature].join('.')
}

describe('the ways in', () => {
  test('are tried by eighty rows and more', () => {
    expect(rows.length * everything.length).toBeGreaterThan(600)
    expect(new Set(rows.map(([what]) => what)).size).toBe(rows.length)
  })

  test.each(rows.map((row) => [...row] as const))(
    'with %s are answered %j',
    async (_what, answers, headers) => {
      const given = await headers()
      const body = { workflow_type: 'redeploy', payload: {} }
      const responses = [
        await service.ask('GET', '/v1/tenants/me', { headers: given }),
        await service.ask('POST', '/v1/workflows', { headers: given, body }),
        await service.ask('GET', '/v1/api-keys', { headers: given }),
        await service.ask('GET', '/v1/no-such-route', { headers: given }),
        await service.ask('POST', '/v1/releases/events', { headers: given, body: reported('started') }),
        await service.ask('GET', '/v1/releases', { headers: given }),
        await service.ask('GET', `/v1/releases/${randomUUID()}`, { headers: given }),
        await service.follow('GET', '/v1/releases/stream', { headers: given }),
      ]
      expect(responses.map(({ statusCode }) => statusCode)).toEqual(answers)
      for (const response of responses.filter(({ statusCode }) => statusCode >= 400)) {
        expect(response.headers['content-type']).toContain('application/problem+json')
        // Nothing of what was sent is said again.
        for (const secret of Object.values(given).flatMap((value) => value.split(/[ .,]/)))
          if (secret.length > 12) expect(response.body).not.toContain(secret)
      }
    },
  )

  test('end with a key that the realm withdrew, for tokens that were taken before as well', async () => {
    const genuine = users['admin-of-acme']?.access_token ?? ''
    const status = async (token: string) =>
      (await service.ask('GET', '/v1/tenants/me', { bearer: token })).statusCode
    expect(decodeProtectedHeader(genuine).kid).toBe(realmKid)
    expect(await status(genuine)).toBe(200)
    const shared = (await keycloak.admin('GET', `/omninode/components/${component}`)) as { config: object }
    await keycloak.admin('PUT', `/omninode/components/${component}`, {
      ...shared,
      config: { ...shared.config, enabled: ['false'], active: ['false'] },
    })
    const next = await serviceToken()
    expect(decodeProtectedHeader(next).kid).not.toBe(realmKid)
    // The issuer is asked each minute, and sooner for a key that is not known: at most each ten seconds.
    const unknown = await signed({}, { kid: 'nobody' })
    const deadline = performance.now() + 20_000
    while ((await status(genuine)) !== 401 && performance.now() < deadline) {
      expect(await status(unknown)).toBe(401)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    expect([await status(next), await status(genuine), await status(await signed())]).toEqual([200, 401, 401])
    await keycloak.admin('PUT', `/omninode/components/${component}`, shared)
  }, 60_000)
})

describe('the realm', () => {
  test('gives a user’s token what onex-api looks at, and no role of another client', () => {
    const token = decodeJwt(users['admin-of-acme']?.access_token ?? '')
    expect(token).toMatchObject({
      iss: keycloak.issuer,
      aud: 'onex-api',
      azp: 'omniweb',
      typ: 'Bearer',
      tenant_id: acme,
    })
    expect(Object.keys(token['resource_access'] as object)).toEqual(['onex-api'])
    expect(token['realm_access']).toBeUndefined()
    expect((token.exp ?? 0) - (token.iat ?? 0)).toBe(300)
    expect(decodeProtectedHeader(users['admin-of-acme']?.access_token ?? '')).toMatchObject({
      alg: 'RS256',
      typ: 'JWT',
    })
  })

  test('gives a service its own roles, and its tenant', () => {
    expect(decodeJwt(service_.token)).toMatchObject({
      aud: 'onex-api',
      azp: 'onex-service',
      tenant_id: acme,
      resource_access: {
        'onex-api': { roles: expect.arrayContaining(['workflows:read', 'workflows:write']) },
      },
    })
  })

  const grafana = {
    client_id: 'grafana',
    client_secret: () => keycloak.secrets.GRAFANA_CLIENT_SECRET,
    redirect_uri: `${realmEnvironment.GRAFANA_URL}/login/generic_oauth`,
  }

  test('gives grafana no token for onex-api', async () => {
    const [client] = (await keycloak.admin('GET', '/omninode/clients?clientId=grafana')) as Created[]
    const path = '/omninode/users?exact=true&username=admin-of-acme'
    const [user] = (await keycloak.admin('GET', path)) as Created[]
    const editor = await keycloak.admin('GET', `/omninode/clients/${client?.id}/roles?search=editor`)
    await keycloak.admin('POST', `/omninode/users/${user?.id}/role-mappings/clients/${client?.id}`, editor)
    const asking = { ...grafana, client_secret: grafana.client_secret() }
    const { access_token, id_token } = await logIn(keycloak, 'admin-of-acme', PASSWORD, asking)
    for (const token of [access_token, id_token])
      expect(decodeJwt(token)).toMatchObject({
        azp: 'grafana',
        resource_access: { grafana: { roles: ['editor'] } },
      })
    expect(
      [access_token, id_token].filter((token) => JSON.stringify(decodeJwt(token)).includes('onex-api')),
    ).toEqual([])
    expect(Object.keys(decodeJwt(access_token)['resource_access'] as object)).toEqual(['grafana'])
  })

  /** Client → the audience of its tokens, and the roles that they have, for a user who has every role. */
  const opened: Readonly<Record<string, readonly [unknown, Readonly<Record<string, readonly string[]>>]>> = {
    'keycloak-realm': [
      'realm-management',
      {
        'realm-management': ['manage-clients', 'manage-identity-providers', 'manage-realm', 'manage-users'],
      },
    ],
    omniweb: ['onex-api', { 'onex-api': permissions }],
    'onex-service': ['onex-api', { 'onex-api': ['workflows:read', 'workflows:write'] }],
    grafana: [undefined, { grafana: ['editor'] }],
    'onex-ci-dev': ['onex-api', { 'onex-api': ['releases:write', 'workflows:read'] }],
    'onex-ci-dev-by-name': ['onex-api', { 'onex-api': ['releases:write', 'workflows:read'] }],
  }

  test('has no client but those whose tokens are opened here, and one that asks for none', () => {
    const file: { clients: { clientId: string; bearerOnly?: boolean }[] } = JSON.parse(
      readFileSync(realmFile, 'utf8').replaceAll('${ONEX_ENVIRONMENT}', realmEnvironment.ONEX_ENVIRONMENT),
    )
    const asking = file.clients.filter(({ bearerOnly }) => bearerOnly !== true)
    expect(asking.map(({ clientId }) => clientId).sort()).toEqual(Object.keys(opened).sort())
  })

  test.each(Object.entries(opened))(
    'gives %s tokens for what it is made for, and for nothing else',
    async (name, [aud, roles]) => {
      const [client] = (await keycloak.admin('GET', `/omninode/clients?clientId=${name}`)) as (Created & {
        serviceAccountsEnabled: boolean
      })[]
      const robot = `/omninode/clients/${client?.id}/service-account-user`
      const admin = '/omninode/users?exact=true&username=admin-of-acme'
      const found = await keycloak.admin('GET', client?.serviceAccountsEnabled === true ? robot : admin)
      const [user] = [found].flat() as Created[]
      const example = (await keycloak.admin(
        'GET',
        `/omninode/clients/${client?.id}/evaluate-scopes/generate-example-access-token?scope=openid&userId=${user?.id}`,
      )) as {
        azp: string
        aud?: unknown
        realm_access?: unknown
        resource_access: Record<string, { roles: string[] }>
      }
      const given = Object.entries(example.resource_access).map(([of, access]) => [of, access.roles.sort()])
      expect([example.azp, example.aud, Object.fromEntries(given), example.realm_access]).toEqual([
        name,
        aud,
        roles,
        undefined,
      ])
    },
  )

  test.each<[string, Record<string, string>]>([
    ['without PKCE', { client_id: 'omniweb', redirect_uri: `${OMNIWEB}/callback` }],
    [
      'with a plain challenge',
      {
        client_id: 'omniweb',
        redirect_uri: `${OMNIWEB}/callback`,
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'plain',
      },
    ],
    ['back to somebody else', { client_id: 'omniweb', redirect_uri: 'https://evil.example.com/callback' }],
    ['back to another path', { client_id: 'omniweb', redirect_uri: `${OMNIWEB}/callback/../elsewhere` }],
    ['of a client that asks for none', { client_id: 'onex-api', redirect_uri: `${OMNIWEB}/callback` }],
    ['of a service', { client_id: 'onex-service', redirect_uri: `${OMNIWEB}/callback` }],
    [
      'that gives the token in the address',
      { client_id: 'omniweb', redirect_uri: `${OMNIWEB}/callback`, response_type: 'token' },
    ],
  ])('begins no login %s', async (_what, parameters) => {
    const response = await authorize(keycloak, parameters)
    const location = response.headers.get('location') ?? ''
    const refused = response.status >= 400 || /[?#&]error=/.test(location)
    expect([refused, location.includes('access_token')]).toEqual([true, false])
  })

  test('gives tokens for the code of a login, once', async () => {
    const asked = await codeFor(keycloak, 'reader-of-acme', PASSWORD)
    const [first, second] = [await askForToken(keycloak, asked), await askForToken(keycloak, asked)]
    expect([first.status, second.status, second.body['access_token']]).toEqual([200, 400, undefined])
    // It may have been stolen: what the first one brought ends as well.
    const { status } = await askForToken(keycloak, {
      grant_type: 'refresh_token',
      client_id: 'omniweb',
      refresh_token: first.body['refresh_token'] ?? '',
    })
    expect(status).toBe(400)
  })

  test.each<[string, Record<string, string | undefined>]>([
    ['another verifier', { code_verifier: 'x'.repeat(43) }],
    ['no verifier', { code_verifier: undefined }],
    ['the challenge as the verifier', { code_verifier: 'challenge' }],
    ['another redirect address', { redirect_uri: `${OMNIWEB}/other` }],
    ['another client', { client_id: 'grafana', client_secret: 'grafana' }],
  ])('gives no tokens for a code with %s', async (_what, changed) => {
    const asked: Record<string, string | undefined> = {
      ...(await codeFor(keycloak, 'reader-of-acme', PASSWORD)),
      ...changed,
    }
    if (asked['code_verifier'] === 'challenge')
      asked['code_verifier'] = createHash('sha256').update('challenge').digest('base64url')
    if (asked['client_secret'] === 'grafana') asked['client_secret'] = grafana.client_secret()
    const parameters = Object.entries(asked).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    const { status, body } = await askForToken(keycloak, Object.fromEntries(parameters))
    expect([status >= 400, body['access_token']]).toEqual([true, undefined])
  })

  test.each<[string, Record<string, string>]>([
    [
      'a password of a user',
      { grant_type: 'password', client_id: 'omniweb', username: 'admin-of-acme', password: PASSWORD },
    ],
    [
      'a secret that is wrong',
      { grant_type: 'client_credentials', client_id: 'onex-service', client_secret: 'wrong' },
    ],
    ['no secret', { grant_type: 'client_credentials', client_id: 'onex-service' }],
    ['the name of the releases alone', { grant_type: 'client_credentials', client_id: 'onex-ci-dev' }],
    [
      'a secret for the releases',
      { grant_type: 'client_credentials', client_id: 'onex-ci-dev', client_secret: 'unused' },
    ],
  ])('gives no token for %s', async (_what, parameters) => {
    const { status, body } = await askForToken(keycloak, parameters)
    expect([status >= 400, body['access_token']]).toEqual([true, undefined])
  })

  test('takes a refresh token once', async () => {
    const { refresh_token: token } = await logIn(keycloak, 'reader-of-acme', PASSWORD)
    const refresh = () =>
      askForToken(keycloak, { grant_type: 'refresh_token', client_id: 'omniweb', refresh_token: token })
    expect([(await refresh()).status, (await refresh()).status]).toEqual([200, 400])
  })
})

describe('the client of the releases', () => {
  const { ownerId, repositoryId } = REPOSITORY
  const subject = `repo:omninode-ai@${ownerId}/omninode_infra@${repositoryId}:environment:dev`
  const byName = 'repo:omninode-ai/omninode_infra:environment:dev'
  const idToken = (claims: object = {}, key = githubKey) =>
    github.sign(key, {
      iss: GITHUB,
      aud: keycloak.issuer,
      sub: subject,
      jti: randomUUID(),
      azp: undefined,
      typ: undefined,
      ...claims,
    })
  const exchange = (assertion: string, more: Record<string, string> = {}) =>
    askForToken(keycloak, {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      ...more,
    })

  test.each([
    ['onex-ci-dev', subject],
    ['onex-ci-dev-by-name', byName],
  ])('is %s for the subject %s, without a secret', async (client, sub) => {
    const { status, body } = await exchange(await idToken({ sub }))
    expect([status, body]).toEqual([200, expect.objectContaining({ access_token: expect.any(String) })])
    expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({
      aud: 'onex-api',
      azp: client,
      resource_access: {
        'onex-api': { roles: expect.arrayContaining(['releases:write', 'workflows:read']) },
      },
    })
    expect(body['refresh_token']).toBeUndefined()
  })

  test('exchanges an ID token once', async () => {
    const token = await idToken()
    expect([(await exchange(token)).status, (await exchange(token)).status]).toEqual([200, 400])
  })

  test.each<[string, number, () => Promise<string>]>([
    ['another environment', 401, () => idToken({ sub: subject.replace(/dev$/, 'prod') })],
    ['a pull request', 401, () => idToken({ sub: subject.replace('environment:dev', 'pull_request') })],
    [
      'a repository whose name begins alike',
      401,
      () => idToken({ sub: byName.replace('infra:', 'infra2:') }),
    ],
    ['the audience of AWS', 400, () => idToken({ aud: 'sts.amazonaws.com' })],
    [
      'the audience of the token endpoint',
      400,
      () => idToken({ aud: `${keycloak.issuer}/protocol/openid-connect/token` }),
    ],
    [
      'the audience of a signed review',
      400,
      () => idToken({ aud: `omninode-review:sha256:${'a'.repeat(64)}` }),
    ],
    ['an end that has passed', 400, () => idToken({ iat: seconds() - 600, exp: seconds() - 300 })],
    ['a beginning fifty minutes ago', 400, () => idToken({ iat: seconds() - 3_000, exp: seconds() + 300 })],
    [
      'a key that GitHub does not have',
      401,
      async () => idToken({}, { ...(await createKey('stranger')), kid: githubKey.kid }),
    ],
    ['another issuer', 401, () => idToken({ iss: 'https://token.example.com' })],
    ['no id of its own', 400, () => idToken({ jti: undefined })],
  ])('is not let in by a token with %s', async (_what, status, token) => {
    const answer = await exchange(await token())
    expect([answer.status, answer.body['access_token']]).toEqual([status, undefined])
  })

  test('is not another client', async () => {
    expect((await exchange(await idToken(), { client_id: 'onex-service' })).status).toBe(401)
    // That one has another subject.
    expect((await exchange(await idToken(), { client_id: 'onex-ci-dev-by-name' })).status).toBe(400)
  })

  describe('asked by a step of a release, as `events-issuer` has it ask,', () => {
    const connections = keepConnections({ most: 1, proxies: {} })
    afterAll(() => connections.close())
    const ask = (claims: object = {}, issuer = keycloak.issuer) =>
      requestAccessToken({
        issuer,
        idToken: (audience) => idToken({ aud: audience, ...claims }),
        connections,
        signal: new AbortController().signal,
        deadline: 2_000,
      })

    test('gives it a token with which its reports are taken, and nothing else', async () => {
      const { token, lasts } = await ask()
      expect(lasts).toBeGreaterThan(30_000)
      // One that knows the realm's keys of now: they were changed above, and whoever saw that asks no more for a while.
      const fresh = await start()
      try {
        const report = { bearer: token, body: reported('started') }
        expect((await fresh.ask('POST', '/v1/releases/events', report)).statusCode).toBe(202)
        expect((await fresh.ask('GET', '/v1/api-keys', { bearer: token })).statusCode).toBe(403)
        const workflow = { bearer: token, body: { workflow_type: 'redeploy', payload: {} } }
        expect((await fresh.ask('POST', '/v1/workflows', workflow)).statusCode).toBe(403)
      } finally {
        await fresh.close()
      }
    })

    test.each<[string, object, string]>([
      ['of another environment', { sub: subject.replace(/dev$/, 'prod') }, 'it answered 401'],
      ['for another audience', { aud: 'sts.amazonaws.com' }, 'it answered 400'],
      ['that has ended', { iat: seconds() - 600, exp: seconds() - 300 }, 'it answered 400'],
    ])('gives it none for an ID token %s, and says so', async (_what, claims, said) => {
      await expect(ask(claims)).rejects.toThrow(said)
    })

    test('of a realm that is not there gives it none', async () => {
      await expect(ask({}, keycloak.issuer.replace(/omninode$/, 'nowhere'))).rejects.toThrow(
        'it answered 404',
      )
    })
  })

  test('is let in again after GitHub changed its keys, with a new token', async () => {
    githubKey = await createKey('github-2')
    github.publish(githubKey)
    const deadline = performance.now() + 30_000
    let status = 0
    while (status !== 200 && performance.now() < deadline) {
      ;({ status } = await exchange(await idToken()))
      if (status !== 200) await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    expect(status).toBe(200)
  }, 60_000)
})

test('somebody logs in with a browser, on a page that keeps the tokens to itself, and sees the tenant', async () => {
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = service.app.server.address() as AddressInfo // it listens
  const frontend = await startPage(keycloak, `http://127.0.0.1:${port}`)
  const chromium = await startChromium({
    progress: () => undefined,
    names: { [new URL(OMNIWEB).hostname]: frontend.port },
  })
  const pictures = join(import.meta.dirname, '../../../sandbox/out/pages')
  mkdirSync(pictures, { recursive: true })
  try {
    const page = await chromium.browser.newPage({ viewport: { width: 1_000, height: 800 } })
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    const told = page.locator('#told')
    await page.goto(OMNIWEB)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.locator('#username').fill('admin-of-acme')
    await page.locator('#password').fill('not the password')
    await page.locator('#kc-login').click()
    await page.getByText('Invalid username or password.').waitFor()
    await page.screenshot({ path: join(pictures, 'keycloak-login.png') })
    await page.locator('#password').fill(PASSWORD)
    await page.locator('#kc-login').click()
    await told.filter({ hasText: 'admin-of-acme is logged in, for the tenant ACME.' }).waitFor()
    await page.screenshot({ path: join(pictures, 'keycloak-logged-in.png') })
    // Neither the code nor a token stays where the next script, or the history, finds it.
    expect(page.url()).toBe(`${OMNIWEB}/`)
    expect(await page.evaluate('JSON.stringify([{...localStorage}, {...sessionStorage}])')).toBe('[{},{}]')
    expect(asked.filter((url) => /[?#&](?:access_token|id_token|refresh_token)=/.test(url))).toEqual([])
    expect(asked.filter((url) => ![OMNIWEB, keycloak.url].includes(new URL(url).origin))).toEqual([])
    expect(said).toEqual([])

    // The answer to a login that this page did not begin.
    const { code = '' } = await codeFor(keycloak, 'reader-of-acme', PASSWORD)
    await page.goto(`${OMNIWEB}/callback?${new URLSearchParams({ code, state: 'of somebody else' })}`)
    await told.filter({ hasText: 'Not logged in: this is the answer to another login' }).waitFor()

    // A page of another origin gets no answer of the token endpoint to read.
    await page.goto(`http://127.0.0.1:${port}/docs`)
    const elsewhere = page.evaluate(
      `fetch(${JSON.stringify(`${keycloak.protocolUrl}/token`)}, { method: 'POST', body: new URLSearchParams(${JSON.stringify({ ...omniweb, grant_type: 'authorization_code', code })}) }).then(({ status }) => status, ({ message }) => message)`,
    )
    expect(await elsewhere).toBe('Failed to fetch')
  } finally {
    await chromium.stop()
    await frontend.stop()
  }
}, 120_000)
