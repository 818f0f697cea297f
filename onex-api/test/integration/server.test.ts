import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { issueKey } from '../../src/authentication/api-keys.ts'
import { ConfigError, readConfig } from '../../src/configuration/config.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, type SigningKey, startIssuer } from '../issuer.ts'
import { Clock, databaseConfig, pepper, type Service, seedKey, seedTenant, startService } from '../service.ts'

const clock = new Clock()
const keys: Record<string, string> = {}
let postgres: Postgres
let password: string
let issuer: Issuer
let signing: SigningKey
let service: Service
let tenant: string

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  issuer = await startIssuer(clock.read)
  signing = await createKey('first')
  issuer.publish(signing)
  service = await startService({ database: databaseConfig(postgres, 'onex', password), clock, oidc: issuer })
  const now = clock.read()
  tenant = await seedTenant(postgres, 'onex', 'acme', now)
  const seed = (options = {}) => seedKey(postgres, 'onex', tenant, now, options).then(({ key }) => key)
  keys['good'] = await seed()
  keys['plain'] = await seed({ scopes: [] })
  keys['revoked'] = await seed({ revokedAt: now })
  keys['expired'] = await seed({ expiresAt: now })
}, 60_000)
afterAll(async () => {
  await service.close()
  await issuer.stop()
  await postgres.stop()
})

const get = (url: string, headers: Record<string, string> = {}) => service.ask('GET', url, { headers })
/** The same key with one character that is another one. */
const changed = (key: string, at: number) =>
  [...key]
    .map((each, index) => (index !== (at + key.length) % key.length ? each : each === 'a' ? 'b' : 'a'))
    .join('')

describe('onex-api', () => {
  test('is alive, and ready when the database is migrated', async () => {
    expect((await get('/health/live')).statusCode).toBe(200)
    expect((await get('/health/ready')).json()).toEqual({ status: 'ok', reason: 'ok' })
  })

  test('tells a tenant who it is', async () => {
    const response = await get('/v1/tenants/me', { 'x-api-key': keys['good'] ?? '' })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({ id: tenant, slug: 'acme', name: 'ACME' })
  })

  test.each<[string, () => Record<string, string>]>([
    ['no key', () => ({})],
    ['an empty key', () => ({ 'x-api-key': '' })],
    ['an unknown prefix', () => ({ 'x-api-key': issueKey(pepper).key })],
    [
      'a wrong secret',
      () => ({ 'x-api-key': `${keys['good']?.slice(0, 18)}${issueKey(pepper).key.slice(18)}` }),
    ],
    ['a secret whose first character is another', () => ({ 'x-api-key': changed(keys['good'] ?? '', 18) })],
    ['a prefix whose first character is another', () => ({ 'x-api-key': changed(keys['good'] ?? '', 5) })],
    ['a key without its last character', () => ({ 'x-api-key': (keys['good'] ?? '').slice(0, -1) })],
    ['a key with one character more', () => ({ 'x-api-key': `${keys['good']}a` })],
    ['a key in upper case', () => ({ 'x-api-key': (keys['good'] ?? '').toUpperCase() })],
    ['a key in quotes', () => ({ 'x-api-key': `"${keys['good']}"` })],
    ['two keys in one header', () => ({ 'x-api-key': `${keys['good']}, ${keys['good']}` })],
    ['a key by another name', () => ({ 'api-key': keys['good'] ?? '' })],
    ['a key in a cookie', () => ({ cookie: `x-api-key=${keys['good']}` })],
    ['a revoked key', () => ({ 'x-api-key': keys['revoked'] ?? '' })],
    ['an expired key', () => ({ 'x-api-key': keys['expired'] ?? '' })],
    ['a key as a bearer token', () => ({ authorization: `Bearer ${keys['good']}` })],
    ['a bearer token beside a key', () => ({ authorization: 'Bearer x', 'x-api-key': keys['good'] ?? '' })],
    ['an empty authorization beside a key', () => ({ authorization: '', 'x-api-key': keys['good'] ?? '' })],
    ['a password beside a key', () => ({ authorization: 'Basic YTpi', 'x-api-key': keys['good'] ?? '' })],
    ['SQL for a key', () => ({ 'x-api-key': "' OR 1=1 --" })],
  ])('refuses %s, always alike', async (_what, headers) => {
    for (const path of ['/v1/tenants/me', '/v1/no-such-route', '/no-such-route', '/v1/api-keys/x/rotate']) {
      const response = await get(path, headers())
      expect(response.statusCode).toBe(401)
      expect(response.headers['content-type']).toContain('application/problem+json')
      expect(response.headers['www-authenticate']).toMatch(/^Bearer realm="onex-api"/)
      expect(response.json()).toEqual({
        type: 'about:blank',
        status: 401,
        title: 'A valid bearer token or x-api-key is required.',
      })
    }
  })

  test('asks who it is before it reads what was sent', async () => {
    for (const [type, payload] of [
      ['application/json', '{'],
      ['text/plain', 'x'],
      ['application/json', JSON.stringify('x'.repeat(70_000))],
    ] as const)
      for (const url of ['/v1/workflows', '/v1/no-such-route'])
        expect(
          (await service.ask('POST', url, { headers: { 'content-type': type }, body: payload })).statusCode,
        ).toBe(401)
  })

  test('says 404 to those who have a key', async () => {
    for (const path of ['/v1/no-such-route', '/no-such-route', '/v1', '/v1/workflows'])
      expect((await get(path, { 'x-api-key': keys['good'] ?? '' })).json()).toMatchObject({ status: 404 })
  })

  test('says 403, and which permission is missing, to those who may not', async () => {
    for (const [method, url, permission] of [
      ['GET', '/v1/api-keys', 'keys:admin'],
      ['POST', '/v1/api-keys', 'keys:admin'],
      ['POST', '/v1/workflows', 'workflows:write'],
      ['GET', `/v1/workflows/${tenant}/status`, 'workflows:read'],
      ['POST', '/v1/releases/events', 'releases:write'],
      ['GET', '/v1/releases', 'releases:read'],
      ['GET', `/v1/releases/${tenant}`, 'releases:read'],
      ['GET', '/v1/releases/stream', 'releases:read'],
    ] as const) {
      const response = await service.ask(method, url, { key: keys['plain'] ?? '' })
      expect(response.statusCode).toBe(403)
      expect(response.headers['www-authenticate']).toContain(
        `error="insufficient_scope", scope="${permission}"`,
      )
    }
    expect((await get('/v1/tenants/me', { 'x-api-key': keys['plain'] ?? '' })).statusCode).toBe(200)
  })

  test('cannot read some requests, and says so in the same form', async () => {
    const key = keys['good'] ?? ''
    const send = (type: string, payload: string) =>
      service.ask('POST', '/v1/workflows', { key, headers: { 'content-type': type }, body: payload })
    for (const [status, response] of [
      [400, await send('application/json', '{')],
      [400, await send('application/json', '{"__proto__": {}}')],
      [415, await send('text/xml', '<a/>')],
      [413, await send('application/json', JSON.stringify('x'.repeat(70_000)))],
      [400, await get('/v1/%', { 'x-api-key': key })],
    ] as const) {
      expect(response.statusCode).toBe(status)
      expect(response.headers['content-type']).toContain('application/problem+json')
      expect(Object.keys(response.json()).sort()).toEqual(['status', 'title', 'type'])
    }
  })

  test('does not say again what it said already', async () => {
    const key = { 'x-api-key': keys['good'] ?? '' }
    const first = await get('/v1/tenants/me', key)
    const etag = String(first.headers['etag'])
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/v1/tenants/me', { ...key, 'if-none-match': known })
      expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag])
    }
    expect((await get('/v1/tenants/me', { ...key, 'if-none-match': '"other"' })).statusCode).toBe(200)
    expect((await get('/v1/tenants/me', { 'if-none-match': etag })).statusCode).toBe(401)
  })

  test('describes itself, and asks nobody else for it', async () => {
    const description = (await get('/openapi.json')).json()
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths).sort()).toEqual([
      '/health/live',
      '/health/ready',
      '/v1/api-keys',
      '/v1/api-keys/{id}',
      '/v1/api-keys/{id}/rotate',
      '/v1/releases',
      '/v1/releases/events',
      '/v1/releases/stream',
      '/v1/releases/{id}',
      '/v1/tenants/me',
      '/v1/workflows',
      '/v1/workflows/{id}/receipt',
      '/v1/workflows/{id}/status',
    ])
    const page = await get('/docs')
    expect([page.statusCode, page.headers['content-security-policy']]).toEqual([
      200,
      expect.stringMatching(/^default-src 'none'; script-src 'self'; (?!.*(?:https?:|\*|unsafe))/),
    ])
    expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })

  test('counts requests of a principal, and says when to come again', async () => {
    const limited = await startService({
      database: databaseConfig(postgres, 'onex', password),
      clock,
      oidc: issuer,
      limits: { perPrincipal: 2 },
    })
    const ask = (key: string) => limited.ask('GET', '/v1/tenants/me', { key })
    const [good = '', plain = ''] = [keys['good'], keys['plain']]
    expect([(await ask(good)).statusCode, (await ask(good)).statusCode]).toEqual([200, 200])
    const refused = await ask(good)
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([
      429,
      expect.stringMatching(/^\d+$/),
    ])
    expect((await ask(plain)).statusCode).toBe(200)
    clock.forward(60_000)
    expect((await ask(good)).statusCode).toBe(200)
    expect((await limited.ask('GET', '/health/ready')).statusCode).toBe(200)
    await limited.close()
  })

  test('counts requests of an address, also those that are refused', async () => {
    const limited = await startService({
      database: databaseConfig(postgres, 'onex', password),
      clock,
      oidc: issuer,
      limits: { perAddress: 2 },
    })
    const ask = () => limited.ask('GET', '/v1/no-such-route')
    expect([(await ask()).statusCode, (await ask()).statusCode, (await ask()).statusCode]).toEqual([
      401, 401, 429,
    ])
    expect((await limited.ask('GET', '/health/live')).statusCode).toBe(200)
    await limited.close()
  })

  test('turns requests away while it is late, and answers its probes', async () => {
    const late = await startService({
      database: databaseConfig(postgres, 'onex', password),
      clock,
      oidc: issuer,
      limits: { lateness: 20 },
    })
    const until = performance.now() + 700
    while (performance.now() < until); // busy
    await new Promise((resolve) => setTimeout(resolve, 0))
    const refused = await late.ask('GET', '/v1/tenants/me', { key: keys['good'] ?? '' })
    expect([refused.statusCode, refused.json().title]).toEqual([503, 'The service has too much to do.'])
    expect((await late.ask('GET', '/health/ready')).statusCode).toBe(200)
    await late.close()
  })

  test('is not ready while the database is not migrated, or away', async () => {
    await postgres.createDatabase('empty')
    await postgres.createDatabase('behind')
    await migrate(postgres, 'behind', '0006')
    for (const [name, reason] of [
      ['empty', 'the database was never migrated'],
      ['behind', 'the database is at migration 0006, 0009 is needed'],
    ] as const) {
      const other = await startService({
        database: databaseConfig(postgres, name, password),
        clock,
        oidc: issuer,
      })
      const response = await other.ask('GET', '/health/ready')
      expect([response.statusCode, response.json().reason]).toEqual([503, reason])
      await other.close()
    }
    const away = await startService({
      database: { ...databaseConfig(postgres, 'empty', password), port: 1 },
      clock,
      oidc: issuer,
    })
    expect((await away.ask('GET', '/health/ready')).json().reason).toBe('the database does not answer')
    // Nobody can be told from anybody: that is no 401.
    expect((await away.ask('GET', '/v1/tenants/me', { key: keys['good'] ?? '' })).json()).toEqual({
      type: 'about:blank',
      status: 503,
      title: 'The service cannot answer now.',
    })
    await away.close()
  })

  test('is not ready any more once it shuts down', async () => {
    const other = await startService({
      database: databaseConfig(postgres, 'onex', password),
      clock,
      oidc: issuer,
    })
    other.drain()
    expect((await other.ask('GET', '/health/ready')).statusCode).toBe(503)
    expect((await other.ask('GET', '/health/live')).statusCode).toBe(200)
    await other.close()
  })

  test('tells everything that its environment lacks, at once', () => {
    expect(() => readConfig({ DATABASE_TLS: 'maybe' })).toThrow(ConfigError)
    try {
      readConfig({
        DATABASE_TLS: 'maybe',
        PORT: '80a',
        TRUSTED_PROXIES: '10.0.0.0/33',
        API_KEY_PEPPER: 'short',
      })
    } catch (error) {
      expect((error as ConfigError).problems.toSorted()).toEqual([
        'API_KEY_PEPPER must be 32 bytes or more in base64',
        'DATABASE_HOST is not set',
        'DATABASE_NAME is not set',
        'DATABASE_PASSWORD is not set',
        'DATABASE_PORT is not set',
        'DATABASE_TLS must be verify-full or disable',
        'DATABASE_USER is not set',
        'LISTEN_ADDRESS is not set',
        'METRICS_PORT is not set',
        'OIDC_CLIENTS is not set',
        'OIDC_ISSUER is not set',
        'OIDC_JWKS_URL is not set',
        'PORT is no port',
        'TRUSTED_PROXIES must be addresses or CIDR ranges',
      ])
    }
  })
})

describe('a key', () => {
  test('that is revoked is refused within two seconds, and until then what is known of it counts', async () => {
    const { id, key } = await seedKey(postgres, 'onex', tenant, clock.read())
    const status = async () => (await service.ask('GET', '/v1/tenants/me', { key })).statusCode
    expect(await status()).toBe(200)
    await postgres.query('onex', 'UPDATE api_keys SET revoked_at = $1 WHERE id = $2', [clock.read(), id])
    clock.forward(2_000)
    expect(await status()).toBe(401)
  })

  test('that runs out is refused at that moment', async () => {
    const expiresAt = new Date(clock.read().getTime() + 1_000)
    const { key } = await seedKey(postgres, 'onex', tenant, clock.read(), { expiresAt })
    const status = async () => (await service.ask('GET', '/v1/tenants/me', { key })).statusCode
    clock.forward(999)
    expect(await status()).toBe(200)
    clock.forward(1)
    expect(await status()).toBe(401)
  })

  test('that is used leaves when it was last used, and one that is refused does not', async () => {
    const own = await startService({
      database: databaseConfig(postgres, 'onex', password),
      clock,
      oidc: issuer,
    })
    const { id, key } = await seedKey(postgres, 'onex', tenant, clock.read())
    const other = await seedKey(postgres, 'onex', tenant, clock.read())
    await own.ask('GET', '/v1/tenants/me', { key })
    clock.forward(10)
    const last = clock.read()
    await own.ask('GET', '/v1/tenants/me', { key })
    await own.ask('GET', '/v1/tenants/me', { key: changed(other.key, -1) })
    await own.close()
    const { rows } = await postgres.query(
      'onex',
      'SELECT id, last_used_at FROM api_keys WHERE id = ANY ($1) ORDER BY id = $2',
      [[id, other.id], other.id],
    )
    expect(rows).toEqual([
      { id, last_used_at: last },
      { id: other.id, last_used_at: null },
    ])
  })
})

describe('a token', () => {
  const status = async (bearer: string, more = {}) =>
    (await service.ask('GET', '/v1/no-such-route', { bearer, ...more })).statusCode

  test('is taken beside a key that is wrong, and decides', async () => {
    expect(await status(await issuer.sign(signing), { key: 'onxk_wrong' })).toBe(404)
  })

  test('is taken for a minute at most without being looked at, and no longer than it lives', async () => {
    const short = await issuer.sign(signing, { exp: Math.floor(clock.read().getTime() / 1_000) + 30 })
    expect(await status(short)).toBe(404)
    clock.forward(29_000)
    expect(await status(short)).toBe(404)
    clock.forward(7_000)
    expect(await status(short)).toBe(401)
  })

  test('whose key was withdrawn is refused as soon as that is known, also when it was taken before', async () => {
    const token = await issuer.sign(signing)
    expect(await status(token)).toBe(404)
    const second = await createKey('second')
    issuer.publish(second)
    clock.forward(10_000)
    // A key that is not known is asked for.
    expect(await status(await issuer.sign(second))).toBe(404)
    expect(await status(token)).toBe(401)
    signing = second
  })

  test('with a key that nobody has makes no one ask more often than each ten seconds', async () => {
    const strange = await createKey('strange')
    clock.forward(10_000)
    const before = issuer.asked
    for (const _each of Array.from({ length: 20 })) expect(await status(await issuer.sign(strange))).toBe(401)
    expect(issuer.asked - before).toBe(1)
  })

  test('is taken while the issuer is away, as long as its keys were seen', async () => {
    issuer.publish()
    clock.forward(10_000)
    expect(await status(await issuer.sign(await createKey('strange')))).toBe(401)
    expect(await status(await issuer.sign(signing))).toBe(404)
    const blind = await startService({
      database: databaseConfig(postgres, 'onex', password),
      clock,
      oidc: issuer,
    })
    const refused = await blind.ask('GET', '/v1/tenants/me', {
      bearer: await issuer.sign(signing),
      key: keys['good'] ?? '',
    })
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5'])
    expect((await blind.ask('GET', '/v1/tenants/me', { key: keys['good'] ?? '' })).statusCode).toBe(200)
    expect((await blind.ask('GET', '/health/ready')).json().reason).toBe(
      'the keys of the issuer were never loaded',
    )
    await blind.close()
    issuer.publish(signing)
  })
})
