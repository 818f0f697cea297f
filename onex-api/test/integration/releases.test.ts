import { randomUUID } from 'node:crypto'
import { request as ask, createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { createPool } from '../../src/database/database.ts'
import { ReleaseStore } from '../../src/releases/store.ts'
import { ReleaseStream } from '../../src/releases/stream.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, startIssuer } from '../issuer.ts'
import { reported } from '../reported.ts'
import { Clock, databaseConfig, type Service, seedKey, seedTenant, startService } from '../service.ts'

const clock = new Clock()
const pace = { poll: 100, heartbeat: 300, patience: 500 }
let postgres: Postgres
let issuer: Issuer
let start: () => Promise<Service>
let service: Service
let acme: string
let key: string
let others: string
let password: string
let writer: string
let reader: string

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  issuer = await startIssuer(clock.read)
  issuer.publish(await createKey('first'))
  const database = databaseConfig(postgres, 'onex', password)
  start = () => startService({ database, clock, oidc: issuer, streamPace: pace })
  service = await start()
  const now = clock.read()
  acme = await seedTenant(postgres, 'onex', 'acme', now)
  const keyOf = async (tenant: string, scopes?: readonly string[]) =>
    (await seedKey(postgres, 'onex', tenant, now, scopes === undefined ? {} : { scopes })).key
  key = await keyOf(acme)
  writer = await keyOf(acme, ['releases:write'])
  reader = await keyOf(acme, ['releases:read'])
  others = await keyOf(await seedTenant(postgres, 'onex', 'other', now))
}, 60_000)
afterAll(async () => {
  await service.close()
  await issuer.stop()
  await postgres.stop()
})
beforeEach(() => postgres.query('onex', 'TRUNCATE releases, release_events, outbox'))

const headers = { 'content-type': 'application/cloudevents+json' }
const report = (event: object | string, by = key) =>
  service.ask('POST', '/v1/releases/events', { key: by, headers, body: event })
const count = async (table: string) =>
  (await postgres.query('onex', `SELECT count(*)::int AS n FROM ${table}`)).rows[0].n

describe('an event of a release', () => {
  test('is kept, and goes to the broker as it was reported, in one transaction', async () => {
    const event = reported('started')
    const response = await report(event)
    const { release_id: id } = response.json()
    expect([response.statusCode, response.headers['location']]).toEqual([202, `/v1/releases/${id}`])
    const { rows } = await postgres.query(
      'onex',
      'SELECT e.release_id, e.position, e.received_at, o.topic, o.key, o.event, e.xmin = o.xmin AS together FROM release_events e, outbox o',
    )
    expect(rows).toEqual([
      {
        release_id: id,
        position: '1',
        received_at: clock.read(),
        topic: 'onex.evt.omninode-infra.release-started.v1',
        key: acme,
        event,
        together: true,
      },
    ])
  })

  test('counts once by its source and id, also when it comes twenty times at once', async () => {
    const event = reported('started')
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(event)))
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect([await count('releases'), await count('release_events'), await count('outbox')]).toEqual([1, 1, 1])
    // Of another source, and of another tenant, it is another.
    await report({ ...event, source: `${event.source}0` })
    expect((await report(event, others)).json().release_id).not.toBe(answers[0]?.json().release_id)
    expect(await count('release_events')).toBe(3)
  })

  test('is refused when its id was used for another', async () => {
    const event = reported('started')
    await report(event)
    const response = await report({ ...event, time: '2026-11-24T13:00:00.000Z' })
    expect([response.statusCode, response.json().errors]).toEqual([
      422,
      [{ in: 'body', at: '/id', message: 'was used for another event' }],
    ])
    expect(await count('release_events')).toBe(1)
  })

  test('gets the next position of its tenant, in the order of the commits, however many come at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_each, index) =>
        report(reported('started'), index % 4 === 0 ? others : key),
      ),
    )
    const { rows } = await postgres.query(
      'onex',
      'SELECT tenant_id, array_agg(position::int ORDER BY position) AS positions FROM release_events GROUP BY 1 ORDER BY count(*)',
    )
    expect(rows.map(({ positions }) => positions)).toEqual([
      Array.from({ length: 10 }, (_each, index) => index + 1),
      Array.from({ length: 30 }, (_each, index) => index + 1),
    ])
  })

  test('is refused for a release that has a thousand', async () => {
    const { release_id: id } = (await report(reported('started'))).json()
    await postgres.query(
      'onex',
      `INSERT INTO release_events SELECT tenant_id, n, release_id, source, gen_random_uuid(), event, received_at
         FROM release_events, generate_series(2, 1000) AS n`,
    )
    const response = await report(reported('started'))
    expect([response.statusCode, response.json().title]).toEqual([422, 'A release has at most 1000 events.'])
    expect((await report(reported('started', 0, { run_id: '4712' }))).statusCode).toBe(202)
    expect((await service.ask('GET', `/v1/releases/${id}`, { key })).statusCode).toBe(200)
  })

  const started = reported('started')
  test.each<[string, object | string, string, string]>([
    ['a list', [started], '', 'must be object'],
    ['no type', { ...started, type: undefined }, '/type', 'must be one of'],
    ['the type of a command', { ...started, type: 'onex.cmd.onex-api.workflow-start.v1' }, '/type', 'one of'],
    ['a type that objects have', { ...started, type: 'constructor' }, '/type', 'must be one of'],
    ['the schema of another', { ...started, dataschema: 'urn:x' }, '/dataschema', 'equal to constant'],
    ['an older CloudEvents', { ...started, specversion: '0.3' }, '/specversion', 'equal to constant'],
    ['a source that is no address', { ...started, source: '/onex-api' }, '/source', 'must match pattern'],
    ['an id that is no UUID', { ...started, id: '1' }, '/id', 'must match format "uuid"'],
    ['a time that is none', { ...started, time: 'now' }, '/time', 'must match format "date-time"'],
    ['no data', { ...started, data: undefined }, '/data', 'is missing'],
    ['a member too many', reported('started', 0, { token: 'x' }), '/data', 'must NOT have additional'],
    ['data of another report', reported('started', 0, { digest: 'x' }), '/data', 'must NOT have additional'],
    ['an unknown step', reported('started', 0, { step: 'build' }), '/data/step', 'must be equal to one of'],
    ['a run that is a number', reported('started', 0, { run_id: 1 }), '/data/run_id', 'must be string'],
    ['a repository alone', reported('started', 0, { repository: 'x' }), '/data/repository', 'must match'],
    ['a name with a line break', reported('started', 0, { name: 'a\nb' }), '/data/name', 'must match'],
    ['half a character', reported('started', 0, { name: '\ud800' }), '', 'has what cannot be kept'],
  ])('is refused with %s, and says where', async (_what, wrong, at, message) => {
    const response = await report(wrong)
    expect(response.statusCode).toBe(422)
    expect(response.json().errors[0]).toMatchObject({
      in: 'body',
      at,
      message: expect.stringContaining(message),
    })
    expect(await count('release_events')).toBe(0)
  })

  test('is taken of whoever may write, and told to whoever may read', async () => {
    expect((await report(reported('started'), reader)).statusCode).toBe(403)
    const { release_id: id } = (await report(reported('started'), writer)).json()
    for (const path of ['', `/${id}`, '/stream'])
      expect((await service.ask('GET', `/v1/releases${path}`, { key: writer })).statusCode).toBe(403)
    expect((await service.ask('GET', `/v1/releases/${id}`, { key: reader })).statusCode).toBe(200)
    expect((await service.ask('GET', `/v1/releases/${id}`, { key: others })).statusCode).toBe(404)
  })
})

describe('releases', () => {
  test('are told as what was reported comes to, however it came in', async () => {
    for (const event of [
      reported('failed', 9, { step: 'verify', part: 'cccccccccccc', command: 'live' }),
      reported('applied', 2),
      reported('started', 0),
    ])
      await report(event)
    clock.forward(1_000)
    const { release_id: id } = (await report(reported('planned', 1))).json()
    const { body } = await service.ask('GET', `/v1/releases/${id}`, { key })
    expect(JSON.parse(body)).toMatchObject({
      id,
      repository: 'acme/platform',
      run_id: '4711',
      run_url: 'https://github.com/acme/platform/actions/runs/4711',
      status: 'failed',
      parts: [
        { step: 'deploy', status: 'applied', attempt: 1, target: 'cluster/platform', failures: [] },
        { step: 'verify', status: 'failed', failures: [{ code: 'ROLLOUT_FAILED' }] },
      ],
      updated_at: clock.read().toISOString(),
    })
  })

  test('have a tag that changes with what is reported', async () => {
    const { release_id: id } = (await report(reported('started'))).json()
    const get = (headers = {}) => service.ask('GET', `/v1/releases/${id}`, { key, headers })
    const tag = String((await get()).headers['etag'])
    expect((await get({ 'if-none-match': tag })).statusCode).toBe(304)
    await report(reported('applied', 1))
    expect((await get({ 'if-none-match': tag })).statusCode).toBe(200)
  })

  test('are listed page by page, the newest first, each once, and only those of the tenant', async () => {
    const runsOf = async (by: string) => {
      const found: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const more: string = cursor === '' ? '' : `&cursor=${cursor}`
        const page: { items: { run_id: string }[]; next_cursor: string | null } = (
          await service.ask('GET', `/v1/releases?limit=2${more}`, { key: by })
        ).json()
        found.push(...page.items.map(({ run_id }) => run_id))
        cursor = page.next_cursor
      }
      return found
    }
    for (const run of ['1', '2', '3', '4', '5']) {
      await report(reported('started', 0, { run_id: run }))
      await report(reported('applied', 1, { run_id: run }))
      // Two of them are of the same moment.
      if (run !== '3') clock.forward(1_000)
    }
    await report(reported('started', 0, { run_id: '9' }), others)
    const found = await runsOf(key)
    expect([found.slice(0, 1), [...found].sort()]).toEqual([['5'], ['1', '2', '3', '4', '5']])
    expect(found.slice(-2)).toEqual(['2', '1'])
    expect(await runsOf(others)).toEqual(['9'])
    const wrong = await service.ask('GET', '/v1/releases?cursor=x', { key })
    expect([wrong.statusCode, wrong.json().errors[0].at]).toEqual([422, '/cursor'])
  })
})

describe('the stream', () => {
  const open: IncomingMessage[] = []
  let port: number
  beforeAll(async () => {
    await service.app.listen({ host: '127.0.0.1', port: 0 })
    port = (service.app.server.address() as AddressInfo).port // it listens
  })
  afterEach(() => {
    for (const response of open.splice(0)) response.destroy()
  })

  async function follow(more: Record<string, string> = {}, by = key, at = port) {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      ask({ port: at, host: '127.0.0.1', path: '/v1/releases/stream', headers: { 'x-api-key': by, ...more } })
        .on('response', resolve)
        .on('error', reject)
        .end()
    })
    open.push(response)
    let text = ''
    const read = { ended: false, broken: false }
    response.setEncoding('utf8').on('data', (part) => {
      text += part
    })
    response.on('end', () => {
      read.ended = true
    })
    response.on('error', () => {
      read.broken = true
    })
    return {
      response,
      read,
      text: () => text,
      events: () =>
        [...text.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: (.*)\n\n/gm)].map(([, id, event, data = '']) => ({
          id,
          event,
          subject: JSON.parse(data).event.id,
        })),
    }
  }
  async function until(what: () => boolean, milliseconds = 5_000): Promise<void> {
    const deadline = performance.now() + milliseconds
    while (!what()) {
      if (performance.now() > deadline) throw new Error('it did not come')
      await sleep(10)
    }
  }
  const ids = (stream: Awaited<ReturnType<typeof follow>>) => stream.events().map(({ id }) => id)

  test('tells what comes in from now on, at once, to its tenant alone', async () => {
    await report(reported('started'))
    const [mine, theirs] = [await follow(), await follow({}, others)]
    expect(mine.response.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    })
    const event = reported('planned', 1)
    await report(event)
    await until(() => mine.events().length === 1)
    expect(mine.events()).toEqual([{ id: '2', event: 'planned', subject: event.id }])
    await report(reported('started', 0, { run_id: '9' }), others)
    await until(() => theirs.events().length === 1)
    expect([ids(mine), ids(theirs)]).toEqual([['2'], ['1']])
  })

  test('goes on after the last event that was seen, without a gap and without a repetition', async () => {
    for (let index = 0; index < 120; index += 1)
      await report(reported('started', 0, { run_id: String(index) }))
    const all = await follow({ 'last-event-id': '0' })
    await until(() => all.events().length === 120)
    const rest = await follow({ 'last-event-id': '117' })
    await report(reported('started'))
    await until(() => rest.events().length === 4 && all.events().length === 121)
    expect(ids(rest)).toEqual(['118', '119', '120', '121'])
    expect(ids(all)).toEqual(Array.from({ length: 121 }, (_each, index) => String(index + 1)))
    // What nobody has seen yet is not waited for.
    const ahead = await follow({ 'last-event-id': '999999' })
    await report(reported('applied'))
    await until(() => ahead.events().length === 1)
    expect(ids(ahead)).toEqual(['122'])
  })

  test('goes on when something comes in while it begins', async () => {
    const pool = createPool(databaseConfig(postgres, 'onex', password))
    const stream = new ReleaseStream(new ReleaseStore(pool, clock.read), pace)
    const server = createServer((_request, response) => {
      void stream.serve({ tenantId: acme, position: '0', response, mayStill: async () => true })
      stream.wake(acme)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const mine = await follow({}, key, (server.address() as AddressInfo).port) // it listens
      const event = reported('started')
      await report(event)
      await until(() => mine.events().length === 1)
      expect([mine.events()[0]?.subject, mine.read.ended]).toEqual([event.id, false])
    } finally {
      await stream.close()
      server.close()
      await pool.end()
    }
  })

  test('tells what another replica took in', async () => {
    const replica = await start()
    const mine = await follow()
    const body = reported('started')
    await replica.ask('POST', '/v1/releases/events', { key, headers, body })
    await until(() => mine.events().length === 1)
    await replica.close()
  })

  test('says that it lives, and ends with the right of whoever reads', async () => {
    const { key: brief } = await seedKey(postgres, 'onex', acme, clock.read(), { scopes: ['releases:read'] })
    const mine = await follow({}, brief)
    await until(() => (mine.text().match(/^: $/gm)?.length ?? 0) >= 2)
    await postgres.query('onex', 'UPDATE api_keys SET revoked_at = $2 WHERE prefix = $1', [
      brief.split('_')[1],
      clock.read(),
    ])
    clock.forward(3_000)
    await until(() => mine.read.ended)
    expect((await follow({}, brief)).response.statusCode).toBe(401)
  })

  test.each(['-1', 'x', '1.5', '9'.repeat(16)])('refuses the last event %s', async (id) => {
    const { response } = await follow({ 'last-event-id': id })
    expect(response.statusCode).toBe(422)
  })

  test('drops a reader that takes nothing, and keeps nothing for it', async () => {
    const { release_id: id } = (await report(reported('started', 0, { name: 'x'.repeat(200) }))).json()
    await postgres.query(
      'onex',
      `INSERT INTO release_events SELECT tenant_id, n, release_id, source, gen_random_uuid(),
              event || jsonb_build_object('padding', repeat('x', 50000)), received_at
         FROM release_events, generate_series(2, 900) AS n WHERE release_id = $1`,
      [id],
    )
    const slow = await follow({ 'last-event-id': '0' })
    const before = process.memoryUsage().rss
    slow.response.pause()
    await sleep(1_500)
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 2 ** 20)
    slow.response.resume()
    await until(() => slow.read.broken)
    expect(slow.events().length).toBeLessThan(900)
  })

  test('serves so many readers of a tenant, and others beside them', async () => {
    for (let index = 0; index < 20; index += 1) expect((await follow()).response.statusCode).toBe(200)
    const more = await follow()
    expect([more.response.statusCode, more.response.headers['retry-after']]).toEqual([503, '5'])
    expect((await follow({}, others)).response.statusCode).toBe(200)
    for (const response of open.splice(0)) response.destroy()
    await sleep(300)
    expect((await follow()).response.statusCode).toBe(200)
  })

  test('ends cleanly when the process is to end', async () => {
    const replica = await start()
    await replica.app.listen({ host: '127.0.0.1', port: 0 })
    const mine = await follow({}, key, (replica.app.server.address() as AddressInfo).port) // it listens
    const before = performance.now()
    await replica.close()
    await until(() => mine.read.ended)
    expect(performance.now() - before).toBeLessThan(2_000)
    expect(mine.read.broken).toBe(false)
  })

  test('is not known to strangers', async () => {
    expect((await follow({}, `onxk_${randomUUID()}`)).response.statusCode).toBe(401)
  })
})
