import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { runs } from '../../../test/repetitions.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, type SigningKey, startIssuer } from '../issuer.ts'
import { Clock, databaseConfig, type Service, seedKey, seedTenant, startService } from '../service.ts'

const clock = new Clock()
let postgres: Postgres
let issuer: Issuer
let signing: SigningKey
let service: Service
let acme: string
let key: string
let others: string

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  issuer = await startIssuer(clock.read)
  signing = await createKey('first')
  issuer.publish(signing)
  service = await startService({ database: databaseConfig(postgres, 'onex', password), clock, oidc: issuer })
  const now = clock.read()
  acme = await seedTenant(postgres, 'onex', 'acme', now)
  key = (await seedKey(postgres, 'onex', acme, now)).key
  others = (await seedKey(postgres, 'onex', await seedTenant(postgres, 'onex', 'other', now), now)).key
}, 60_000)
afterAll(async () => {
  await service.close()
  await issuer.stop()
  await postgres.stop()
})
beforeEach(() => postgres.query('onex', 'TRUNCATE workflows, outbox'))

const body = { workflow_type: 'redeploy', payload: { lane: 'dev', deep: { list: [1, 'two', null] } } }
const accept = (
  more: { body?: object; key?: string; headers?: Record<string, string>; bearer?: string } = {},
) => service.ask('POST', '/v1/workflows', { key, body, ...more })
const count = async (table: 'workflows' | 'outbox') =>
  (await postgres.query('onex', `SELECT count(*)::int AS n FROM ${table}`)).rows[0].n

describe('a workflow', () => {
  test('is accepted with its event, in one transaction, at the time of the clock', async () => {
    const response = await accept()
    const { workflow_id: id } = response.json()
    expect(response.statusCode).toBe(202)
    expect(response.json()).toEqual({
      workflow_id: id,
      status: 'accepted',
      accepted_at: clock.read().toISOString(),
    })
    expect(response.headers['location']).toBe(`/v1/workflows/${id}/status`)
    const { rows } = await postgres.query(
      'onex',
      'SELECT w.*, o.topic, o.key, o.event, o.created_at, w.xmin = o.xmin AS together FROM workflows w JOIN outbox o USING (event_id)',
    )
    expect(rows).toMatchObject([
      {
        id,
        tenant_id: acme,
        type: 'redeploy',
        payload: body.payload,
        accepted_at: clock.read(),
        created_at: clock.read(),
        topic: 'onex.cmd.onex-api.workflow-start.v1',
        key: acme,
        together: true,
        event: {
          specversion: '1.0',
          type: 'onex.cmd.onex-api.workflow-start.v1',
          source: '/onex-api',
          subject: id,
          time: clock.read().toISOString(),
          data: { workflow_id: id, tenant_id: acme, workflow_type: 'redeploy', payload: body.payload },
        },
      },
    ])
    expect(rows[0].event.data.requested_by).toMatch(/^key:[0-9a-f-]{36}$/)
  })

  test('tells its status and its receipt, to its tenant alone', async () => {
    const { workflow_id: id } = (await accept()).json()
    const ask = (what: string, by = key) => service.ask('GET', `/v1/workflows/${id}/${what}`, { key: by })
    expect((await ask('status')).json()).toMatchObject({ workflow_id: id, status: 'accepted' })
    const receipt = await ask('receipt')
    expect(receipt.json()).toMatchObject({
      workflow_id: id,
      workflow_type: 'redeploy',
      tenant_id: acme,
      event_topic: 'onex.cmd.onex-api.workflow-start.v1',
      request_sha256: createHash('sha256')
        .update(JSON.stringify(['redeploy', body.payload]))
        .digest('hex'),
    })
    for (const what of ['status', 'receipt']) {
      expect((await ask(what, others)).statusCode).toBe(404)
      expect((await service.ask('GET', `/v1/workflows/${acme}/${what}`, { key })).statusCode).toBe(404)
    }
    const before = (await ask('status')).headers['etag']
    await postgres.query('onex', 'DELETE FROM outbox')
    const after = await service.ask('GET', `/v1/workflows/${id}/status`, {
      key,
      headers: { 'if-none-match': String(before) },
    })
    expect([after.statusCode, after.json().status]).toEqual([200, 'published'])
    expect((await ask('receipt')).headers['etag']).toBe(receipt.headers['etag'])
  })

  test('is the same for the same idempotency key, also when both come at once', async () => {
    const headers = { 'idempotency-key': 'once' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept({ headers })))
    clock.forward(5_000)
    answers.push(await accept({ headers }))
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect([await count('workflows'), await count('outbox')]).toEqual([1, 1])
    // It is the tenant's own.
    const other = await accept({ headers, key: others })
    expect(other.json().workflow_id).not.toBe(answers[0]?.json().workflow_id)
  })

  test('is refused for an idempotency key that was used for another', async () => {
    const headers = { 'idempotency-key': 'once' }
    await accept({ headers })
    const response = await accept({ headers, body: { ...body, workflow_type: 'rollback' } })
    expect([response.statusCode, response.json().errors]).toEqual([
      422,
      [{ in: 'headers', at: '/idempotency-key', message: 'was used for another request' }],
    ])
    expect([await count('workflows'), await count('outbox')]).toEqual([1, 1])
  })

  test.each<[string, object | string, string, unknown]>([
    ['no type', { payload: {} }, '/workflow_type', 'is missing'],
    ['no payload', { workflow_type: 'redeploy' }, '/payload', 'is missing'],
    ['a type that is a number', { ...body, workflow_type: 7 }, '/workflow_type', 'must be string'],
    [
      'a type of no grammar',
      { ...body, workflow_type: 'Re Deploy' },
      '/workflow_type',
      'must match pattern "^[a-z][a-z0-9-]{0,62}$"',
    ],
    ['a payload that is a list', { ...body, payload: [] }, '/payload', 'must be object'],
    ['a payload that is a text', { ...body, payload: '{}' }, '/payload', 'must be object'],
    ['a member too many', { ...body, extra: 1 }, '', 'must NOT have additional properties'],
    ['a list', [body], '', 'must be object'],
    [
      'a NUL in a text',
      { ...body, payload: { text: 'a\u0000b' } },
      '/payload',
      expect.stringContaining('cannot be kept'),
    ],
    [
      'half a character',
      { ...body, payload: { text: '\ud800' } },
      '/payload',
      expect.stringContaining('cannot be kept'),
    ],
    [
      'too many levels',
      `{"workflow_type":"redeploy","payload":{"deep":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
      '/payload',
      'has more than 100 levels',
    ],
  ])('is refused with %s, and says where', async (_what, wrong, at, message) => {
    const response = await service.ask('POST', '/v1/workflows', {
      key,
      body: wrong,
      headers: { 'content-type': 'application/json' },
    })
    expect([response.statusCode, response.json().errors]).toEqual([422, [{ in: 'body', at, message }]])
    expect(await count('workflows')).toBe(0)
  })

  test.each([
    ['too long', 'x'.repeat(256)],
    ['empty', ''],
    ['with a space', 'a b'],
  ])('is refused for an idempotency key that is %s', async (_what, value) => {
    expect((await accept({ headers: { 'idempotency-key': value } })).json().errors).toMatchObject([
      { in: 'headers', at: '/idempotency-key' },
    ])
  })

  test('that the database does not take fails alone among those that came with it', async () => {
    const wrong = { ...body, payload: { text: '\u0000' } }
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_each, index) => accept({ body: index % 20 === 7 ? wrong : body })),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(
      Array.from({ length: 60 }, (_each, index) => (index % 20 === 7 ? 422 : 202)),
    )
    expect([await count('workflows'), await count('outbox')]).toEqual([57, 57])
  })

  test('of a token is its tenant’s; one that names none, or one that is not known, is refused', async () => {
    const roles = { resource_access: { 'onex-api': { roles: ['workflows:write', 'workflows:read'] } } }
    const by = async (claims: object) =>
      accept({ key: '', headers: {}, bearer: await issuer.sign(signing, { ...roles, ...claims }) })
    expect((await by({ tenant_id: acme })).statusCode).toBe(202)
    expect((await by({})).json()).toMatchObject({ status: 403, title: 'This token names no tenant.' })
    expect((await by({ tenant_id: '5b3c1f0e-0000-4000-8000-000000000009' })).json()).toMatchObject({
      status: 403,
      title: 'This tenant is not known.',
    })
    expect((await by({ tenant_id: 'acme' })).statusCode).toBe(401)
    expect((await by({ tenant_id: acme, resource_access: {} })).statusCode).toBe(403)
    const { rows } = await postgres.query('onex', 'SELECT requested_by FROM workflows')
    expect(rows).toEqual([{ requested_by: 'user:5b3c1f0e-0000-4000-8000-000000000001' }])
  })

  test('that was asked for later stands later in the outbox', async () => {
    const total = runs(500)
    const lane = async (name: string) => {
      for (let index = 0; index < total / 10; index += 1)
        expect((await accept({ body: { workflow_type: name, payload: { index } } })).statusCode).toBe(202)
    }
    await Promise.all(Array.from('abcdefghij', lane))
    const { rows } = await postgres.query(
      'onex',
      'SELECT event->$$data$$ AS data FROM outbox ORDER BY position',
    )
    for (const name of 'abcdefghij') {
      const order = rows
        .filter(({ data }) => data.workflow_type === name)
        .map(({ data }) => data.payload.index)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(order.length).toBe(Math.ceil(total / 10))
    }
  })
})

describe('requests in flight', () => {
  test('become few statements, and the relay is notified once for many, after they are committed', async () => {
    const listener = new pg.Client({ connectionString: postgres.url('onex') })
    await listener.connect()
    const seen: number[] = []
    listener.on('notification', () => void count('outbox').then((n) => seen.push(n)))
    await listener.query('LISTEN outbox')
    const before = (await service.metrics.gathered.get()).values.find(({ metricName }) =>
      metricName?.endsWith('_count'),
    )
    const answers = await Promise.all(Array.from({ length: 200 }, () => accept()))
    expect(answers.every(({ statusCode }) => statusCode === 202)).toBe(true)
    const after = (await service.metrics.gathered.get()).values.find(({ metricName }) =>
      metricName?.endsWith('_count'),
    )
    expect((after?.value ?? 0) - (before?.value ?? 0)).toBeLessThan(100)
    for (let tries = 0; seen.at(-1) !== 200 && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(seen.at(-1)).toBe(200)
    expect(seen.length).toBeLessThan(50)
    await listener.end()
  })

  test('that are more than can wait are told to come again', async () => {
    const answers = await Promise.all(Array.from({ length: 1_500 }, () => accept()))
    const refused = answers.filter(({ statusCode }) => statusCode === 503)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.headers['retry-after']).toBe('1')
    expect(await count('workflows')).toBe(answers.length - refused.length)
    expect(await count('outbox')).toBe(answers.length - refused.length)
  })
})
