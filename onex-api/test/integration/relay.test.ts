import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kafka, startKafka } from '../../../sandbox/kafka/kafka.ts'
import { createTopic, readTopic, type Seen } from '../../../sandbox/kafka/topic.ts'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import type { DatabaseConfig } from '../../src/configuration/config.ts'
import { ConfigError, readRelayConfig } from '../../src/configuration/config.ts'
import { releaseEvents, reports } from '../../src/events/release.ts'
import { workflowStart } from '../../src/events/workflow-start.ts'
import { Outage } from '../../src/relay/outage.ts'
import { KafkaPublisher } from '../../src/relay/publisher.ts'
import { firstOf, Relay } from '../../src/relay/relay.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, startIssuer } from '../issuer.ts'
import { reported } from '../reported.ts'
import { Clock, databaseConfig, type Service, seedKey, seedTenant, startService } from '../service.ts'

const clock = new Clock()
let postgres: Postgres
let kafka: Kafka
let issuer: Issuer
let database: DatabaseConfig
let service: Service
let keys: string[]

beforeAll(async () => {
  ;[postgres, kafka] = await Promise.all([
    startPostgres({ progress: () => undefined }),
    startKafka({ progress: () => undefined }),
  ])
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  await createTopic(kafka.bootstrap, workflowStart.topic)
  issuer = await startIssuer(clock.read)
  issuer.publish(await createKey('first'))
  database = databaseConfig(postgres, 'onex', password)
  service = await startService({ database, clock, oidc: issuer })
  keys = []
  for (const slug of ['a', 'b', 'c', 'd', 'e']) {
    const tenant = await seedTenant(postgres, 'onex', slug, clock.read())
    keys.push((await seedKey(postgres, 'onex', tenant, clock.read())).key)
  }
}, 120_000)
afterAll(async () => {
  await service.close()
  await issuer.stop()
  await kafka.stop()
  await postgres.stop()
})

/** The relays of a test, and what they said. */
let relays: { relay: Relay; leads: boolean; published: number; failures: string[] }[] = []
beforeEach(() => {
  relays = []
})
afterEach(() => Promise.all(relays.map(({ relay }) => relay.stop())))

function startRelay(bootstrap = kafka.bootstrap) {
  const state: (typeof relays)[number] = {
    leads: false,
    published: 0,
    failures: [],
    relay: new Relay({
      database,
      publisher: new KafkaPublisher({ bootstrapServers: [bootstrap], tls: undefined, sasl: undefined }),
      onFailure: (what) => state.failures.push(what),
      onPublished: (count) => {
        state.published += count
      },
      onLeading: (leads) => {
        state.leads = leads
      },
    }),
  }
  relays.push(state)
  state.relay.start()
  return state
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!(await what())) {
    if (performance.now() > deadline) throw new Error('it did not come to that')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const waiting = async () =>
  (await postgres.query('onex', 'SELECT count(*)::int AS n FROM outbox')).rows[0].n as number
let accepted = 0

/** Accepts workflows one after the other for each tenant, all tenants at once; their numbers go on from test to test. */
async function accept(each: number): Promise<void> {
  const first = accepted
  accepted += each
  await Promise.all(
    keys.map(async (key) => {
      for (let index = first; index < first + each; index += 1) {
        const body = { workflow_type: 'redeploy', payload: { index } }
        expect((await service.ask('POST', '/v1/workflows', { key, body })).statusCode).toBe(202)
      }
    }),
  )
}

const idOf = ({ value }: Seen): string => JSON.parse(value).id

/** Every event so far, as it came first. */
async function firstDeliveries(): Promise<{ key: string; index: number }[]> {
  const wanted = accepted * keys.length
  const ids = new Set<string>()
  const seen = await readTopic(kafka.bootstrap, workflowStart.topic, (all) => {
    const last = all.at(-1)
    if (last !== undefined) ids.add(idOf(last))
    return ids.size >= wanted
  })
  const known = new Set<string>()
  return seen.flatMap((each) => {
    if (known.has(idOf(each))) return []
    known.add(idOf(each))
    return [{ key: each.key, index: JSON.parse(each.value).data.payload.index }]
  })
}

async function expectAllInOrder(): Promise<void> {
  const deliveries = await firstDeliveries()
  expect(deliveries).toHaveLength(accepted * keys.length)
  const byKey = Map.groupBy(deliveries, ({ key }) => key)
  expect(byKey.size).toBe(keys.length)
  for (const those of byKey.values())
    expect(those.map(({ index }) => index)).toEqual(Array.from({ length: accepted }, (_each, index) => index))
}

describe('the relay', () => {
  test('brings events to the broker as they were committed, and takes them out of the outbox', async () => {
    startRelay()
    const response = await service.ask('POST', '/v1/workflows', {
      key: keys[0] ?? '',
      body: { workflow_type: 'redeploy', payload: { index: 0 } },
    })
    const { workflow_id: id } = response.json()
    const status = async () =>
      (await service.ask('GET', `/v1/workflows/${id}/status`, { key: keys[0] ?? '' })).json().status
    await until(async () => (await status()) === 'published')
    const [seen] = await readTopic(kafka.bootstrap, workflowStart.topic, (all) => all.length === 1)
    expect(seen?.contentType).toBe('application/cloudevents+json; charset=UTF-8')
    const event = JSON.parse(seen?.value ?? '')
    expect(event).toMatchObject({ type: workflowStart.topic, subject: id, time: clock.read().toISOString() })
    expect(seen?.key).toBe(event.data.tenant_id)
    expect(await waiting()).toBe(0)
    // The other tenants' first, so that all are as far.
    for (const key of keys.slice(1))
      await service.ask('POST', '/v1/workflows', {
        key,
        body: { workflow_type: 'redeploy', payload: { index: 0 } },
      })
    accepted = 1
    await until(async () => (await waiting()) === 0)
  })

  test('brings what releases report to the topic of each report', async () => {
    const topics = reports.map((report) => releaseEvents[report].topic)
    for (const topic of topics) await createTopic(kafka.bootstrap, topic)
    startRelay()
    const sent = reports.map((report, second) => reported(report, second))
    for (const event of sent) {
      const asked = { key: keys[0] ?? '', body: event }
      expect((await service.ask('POST', '/v1/releases/events', asked)).statusCode).toBe(202)
    }
    await until(async () => (await waiting()) === 0)
    for (const [index, topic] of topics.entries()) {
      const seen = await readTopic(kafka.bootstrap, topic, (all) => all.length === 1)
      expect(seen.map(({ value }) => JSON.parse(value))).toEqual([expect.objectContaining({ type: topic })])
      expect(JSON.parse(seen[0]?.value ?? '').data).toMatchObject(sent[index]?.data ?? {})
    }
  })

  test('is woken by what comes: it does not wait for its next look', async () => {
    const state = startRelay()
    await until(() => state.leads)
    const started = performance.now()
    for (let round = 0; round < 5; round += 1) {
      await accept(1)
      await until(async () => (await waiting()) === 0)
    }
    // Five looks of a second each would take longer.
    expect(performance.now() - started).toBeLessThan(4_500)
  })

  test('leads alone, and another goes on when it stops: nothing is lost, and each key stays in order', async () => {
    const first = startRelay()
    await until(() => first.leads)
    const second = startRelay()
    const work = accept(40)
    await until(() => first.published > 20)
    expect([first.leads, second.leads, second.published]).toEqual([true, false, 0])
    await first.relay.stop()
    await until(() => second.leads)
    await work
    await until(async () => (await waiting()) === 0)
    expect(second.published).toBeGreaterThan(0)
    await expectAllInOrder()
  }, 60_000)

  test('loses the lead with its connection, and can remove nothing any more', async () => {
    const first = startRelay()
    await until(() => first.leads)
    await postgres.query(
      'onex',
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'onex-relay'",
    )
    await until(() => first.failures.includes('database'))
    await until(() => first.leads)
    await accept(5)
    await until(async () => (await waiting()) === 0)
    await expectAllInOrder()
  }, 60_000)

  test('waits for a broker that is away: requests are accepted meanwhile, and nothing is lost', async () => {
    const state = startRelay()
    await until(() => state.leads)
    await kafka.kill()
    const started = performance.now()
    await accept(20)
    const took = performance.now() - started
    await until(() => state.failures.includes('broker'))
    expect(await waiting()).toBe(20 * keys.length)
    await kafka.start()
    await until(async () => (await waiting()) === 0)
    await expectAllInOrder()
    // A hundred requests that would wait for a broker's time-out take minutes.
    expect(took).toBeLessThan(5_000)
  }, 90_000)

  test('does not pass over an event whose topic is missing', async () => {
    await postgres.query(
      'onex',
      `INSERT INTO outbox (event_id, topic, key, event, created_at)
       VALUES (gen_random_uuid(), 'onex.evt.onex-api.never-made.v1', 'k', '{}', $1)`,
      [clock.read()],
    )
    const state = startRelay()
    await until(() => state.failures.includes('broker'))
    expect(await waiting()).toBe(1)
    await createTopic(kafka.bootstrap, 'onex.evt.onex-api.never-made.v1')
    await until(async () => (await waiting()) === 0)
  }, 60_000)
})

describe('what is sent at once', () => {
  const events = (...sizes: number[]) =>
    sizes.map((size) => ({ topic: 't', key: 'k', event: 'x'.repeat(size) }))

  test.each<[string, number[], number]>([
    ['nothing', [], 0],
    ['all that fits', [4, 6], 2],
    ['no more than fits', [4, 6, 1], 2],
    ['one that alone is too long', [11, 1], 1],
    ['nothing beyond one that does not fit, so that the order stays', [4, 7, 1], 1],
  ])('is %s', (_what, sizes, length) => {
    expect(firstOf(events(...sizes), 10)).toHaveLength(length)
  })

  test('is counted in bytes, not in characters', () => {
    const event = { topic: 't', key: 'k', event: 'ä'.repeat(3) }
    expect(firstOf([event, event], 10)).toHaveLength(1)
  })
})

describe('what goes on failing', () => {
  test('is told at once, then once a minute, and when it is over', () => {
    const lines: string[] = []
    const own = new Clock()
    const log = {
      warn: ({ attempts }: { attempts?: number }, message: string) =>
        lines.push(`warn ${attempts} ${message}`),
      info: ({ attempts }: { attempts?: number }, message: string) =>
        lines.push(`info ${attempts} ${message}`),
    }
    const outage = new Outage('the broker', log, own.read)
    outage.over()
    for (let second = 0; second < 3_600; second += 1) {
      outage.failed(new Error('away'))
      own.forward(1_000)
    }
    outage.over()
    outage.over()
    expect(lines).toHaveLength(61)
    expect(lines.slice(0, 2)).toEqual([
      'warn 1 the broker does not answer',
      'warn 61 the broker does not answer',
    ])
    expect(lines.at(-1)).toBe('info 3600 the broker answers again')
  })
})

test('the relay tells everything that its environment lacks, at once', () => {
  const problems = (env: Record<string, string>): readonly string[] => {
    try {
      readRelayConfig(env)
      return []
    } catch (error) {
      return (error as ConfigError).problems
    }
  }
  expect(() => readRelayConfig({})).toThrow(ConfigError)
  expect(problems({}).toSorted()).toEqual([
    'DATABASE_HOST is not set',
    'DATABASE_NAME is not set',
    'DATABASE_PASSWORD is not set',
    'DATABASE_PORT is not set',
    'DATABASE_USER is not set',
    'KAFKA_BOOTSTRAP_SERVERS is not set',
    'LISTEN_ADDRESS is not set',
    'METRICS_PORT is not set',
  ])
  expect(problems({ KAFKA_BOOTSTRAP_SERVERS: 'kafka' })).toContain(
    'KAFKA_BOOTSTRAP_SERVERS must be host:port, with commas between them',
  )
})
