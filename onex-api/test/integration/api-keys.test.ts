import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, startIssuer } from '../issuer.ts'
import { Clock, databaseConfig, type Service, seedKey, seedTenant, startService } from '../service.ts'

const clock = new Clock()
let postgres: Postgres
let issuer: Issuer
let service: Service
let admin: { id: string; key: string }
let others: string

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  issuer = await startIssuer(clock.read)
  issuer.publish(await createKey('first'))
  service = await startService({ database: databaseConfig(postgres, 'onex', password), clock, oidc: issuer })
  const now = clock.read()
  admin = await seedKey(postgres, 'onex', await seedTenant(postgres, 'onex', 'acme', now), now, {
    scopes: ['keys:admin', 'workflows:read'],
  })
  others = (await seedKey(postgres, 'onex', await seedTenant(postgres, 'onex', 'other', now), now)).key
}, 60_000)
afterAll(async () => {
  await service.close()
  await issuer.stop()
  await postgres.stop()
})

const post = (path: string, body: object, key = admin.key) =>
  service.ask('POST', `/v1/api-keys${path}`, { key, body: body as Record<string, unknown> })
const make = async (more: object = {}) => {
  const response = await post('', { name: 'ci', scopes: ['workflows:read'], ...more })
  expect(response.statusCode).toBe(201)
  return response.json() as { id: string; key: string; prefix: string; expires_at: string | null }
}
const works = async (key: string) => (await service.ask('GET', '/v1/tenants/me', { key })).statusCode === 200
const list = async (query = '', key = admin.key) => service.ask('GET', `/v1/api-keys${query}`, { key })

describe('a key that is made', () => {
  test('works at once, is told once, and is kept as its HMAC', async () => {
    const response = await post('', { name: 'ci', scopes: ['workflows:read'] })
    const { id, key, prefix } = response.json()
    expect(response.headers['cache-control']).toBe('no-store')
    expect(key).toMatch(new RegExp(`^onxk_${prefix}_[A-Za-z0-9_-]{43}$`))
    expect(response.json()).toMatchObject({
      name: 'ci',
      scopes: ['workflows:read'],
      created_by: `key:${admin.id}`,
      created_at: clock.read().toISOString(),
      expires_at: null,
      revoked_at: null,
      rotated_to: null,
      last_used_at: null,
    })
    expect(await works(key)).toBe(true)
    expect((await list()).body).not.toContain(key.slice(-43))
    const { rows } = await postgres.query(
      'onex',
      'SELECT api_keys::text AS row FROM api_keys WHERE id = $1',
      [id],
    )
    expect(rows[0].row).not.toContain(key.slice(-43))
  })

  test('has no more than whoever makes it', async () => {
    const response = await post('', { name: 'ci', scopes: ['workflows:read', 'workflows:write'] })
    expect(response.json()).toMatchObject({
      status: 403,
      title: 'A key with workflows:write is made by whoever has that permission.',
    })
  })

  test.each<[string, object, string]>([
    ['no name', { scopes: ['workflows:read'] }, '/name'],
    ['an empty name', { name: '', scopes: ['workflows:read'] }, '/name'],
    ['a name with a line end', { name: 'a\nb', scopes: ['workflows:read'] }, '/name'],
    ['no scope', { name: 'ci', scopes: [] }, '/scopes'],
    ['a scope that is none', { name: 'ci', scopes: ['root'] }, '/scopes/0'],
    ['a scope twice', { name: 'ci', scopes: ['workflows:read', 'workflows:read'] }, '/scopes'],
    [
      'an end that has passed',
      { name: 'ci', scopes: ['workflows:read'], expires_at: '2026-11-24T12:00:00Z' },
      '/expires_at',
    ],
    ['an end that is none', { name: 'ci', scopes: ['workflows:read'], expires_at: 'soon' }, '/expires_at'],
  ])('is not made with %s', async (_what, body, at) => {
    const response = await post('', body)
    expect([response.statusCode, response.json().errors[0]]).toEqual([
      422,
      expect.objectContaining({ in: 'body', at }),
    ])
  })
})

describe('a key that is rotated', () => {
  test('lives on for the overlap, beside the one in its place', async () => {
    const old = await make()
    const response = await post(`/${old.id}/rotate`, { overlap_seconds: 60 })
    const made = response.json()
    expect([response.statusCode, made.name, made.scopes]).toEqual([201, 'ci', ['workflows:read']])
    expect([await works(old.key), await works(made.key)]).toEqual([true, true])
    clock.forward(59_000)
    expect([await works(old.key), await works(made.key)]).toEqual([true, true])
    clock.forward(1_000)
    expect([await works(old.key), await works(made.key)]).toEqual([false, true])
    const { items } = (await list('?limit=100')).json()
    expect(items.find(({ id }: { id: string }) => id === old.id)).toMatchObject({ rotated_to: made.id })
  })

  test('ends with its own end, when that comes before the overlap’s', async () => {
    const end = new Date(clock.read().getTime() + 10_000).toISOString()
    const old = await make({ expires_at: end })
    await post(`/${old.id}/rotate`, { overlap_seconds: 60 })
    clock.forward(10_000)
    expect(await works(old.key)).toBe(false)
  })

  test('ends at once without an overlap', async () => {
    const old = await make()
    await post(`/${old.id}/rotate`, { overlap_seconds: 0 })
    expect(await works(old.key)).toBe(false)
  })

  test('is rotated once, however many ask at once', async () => {
    const old = await make()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post(`/${old.id}/rotate`, { overlap_seconds: 60 })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409])
  })

  test('must still be good, the tenant’s own, and have no more than whoever asks', async () => {
    const gone = await make()
    await service.ask('DELETE', `/v1/api-keys/${gone.id}`, { key: admin.key })
    expect((await post(`/${gone.id}/rotate`, { overlap_seconds: 60 })).json()).toMatchObject({
      status: 409,
      title: 'This key is no longer good.',
    })
    const old = await make()
    expect((await post(`/${old.id}/rotate`, { overlap_seconds: 60 }, others)).statusCode).toBe(404)
    const { tenant_id: tenant } = (
      await postgres.query('onex', 'SELECT tenant_id FROM api_keys WHERE id = $1', [old.id])
    ).rows[0]
    const mighty = await seedKey(postgres, 'onex', tenant, clock.read(), { scopes: ['workflows:write'] })
    expect((await post(`/${mighty.id}/rotate`, { overlap_seconds: 60 })).statusCode).toBe(403)
    expect((await post(`/${old.id}/rotate`, { overlap_seconds: 604_801 })).statusCode).toBe(422)
    expect((await post(`/${old.id}/rotate`, {})).statusCode).toBe(422)
  })
})

test('a key that is revoked ends within two seconds, stays revoked since then, and is only its tenant’s to revoke', async () => {
  const made = await make()
  expect(await works(made.key)).toBe(true)
  const revoke = async (key: string) =>
    (await service.ask('DELETE', `/v1/api-keys/${made.id}`, { key })).statusCode
  expect(await revoke(others)).toBe(404)
  expect(await works(made.key)).toBe(true)
  const revokedAt = clock.read().toISOString()
  expect(await revoke(admin.key)).toBe(204)
  clock.forward(2_000)
  expect(await works(made.key)).toBe(false)
  expect(await revoke(admin.key)).toBe(204)
  const { items } = (await list('?limit=100')).json()
  expect(items.find(({ id }: { id: string }) => id === made.id).revoked_at).toBe(revokedAt)
})

describe('the list of keys', () => {
  test('is the tenant’s own, page by page, with nothing twice and nothing left out', async () => {
    for (let index = 0; index < 5; index += 1) await make({ name: `page ${index}` })
    const all = (await list('?limit=100')).json()
    expect(all.next_cursor).toBeNull()
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: { id: string }[]; next_cursor: string | null } = (
        await list(`?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
      ).json()
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next_cursor
    }
    expect(seen).toEqual(all.items.map(({ id }: { id: string }) => id))
    expect(new Set(seen).size).toBe(seen.length)
    expect((await list('', others)).json().items).toHaveLength(1)
  })

  test.each(['limit=0', 'limit=101', 'limit=x', 'limit=1.5', 'cursor=x', 'cursor=MC54', 'cursor=%00'])(
    'is not given for %s',
    async (query) => {
      const response = await list(`?${query}`)
      expect([response.statusCode, response.json().errors[0].in]).toEqual([422, 'querystring'])
    },
  )
})
