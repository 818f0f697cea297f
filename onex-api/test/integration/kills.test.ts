import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Kafka, startKafka } from '../../../sandbox/kafka/kafka.ts'
import { createTopic, readTopic } from '../../../sandbox/kafka/topic.ts'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { runs, seed } from '../../../test/repetitions.ts'
import { workflowStart } from '../../src/events/workflow-start.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, startIssuer } from '../issuer.ts'
import { apiProcess, type Program, relayProcess } from '../processes.ts'
import { databaseConfig, seedKey, seedTenant } from '../service.ts'

const clock = { read: () => new Date() }
const TENANTS = 10
const each = runs(10_000) / TENANTS
let folder: string
let postgres: Postgres
let kafka: Kafka
let issuer: Issuer
let api: Program & { readonly url: string }
let relays: readonly Program[]
const keys: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-kills-'))
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
  for (let index = 0; index < TENANTS; index += 1) {
    const tenant = await seedTenant(postgres, 'onex', `tenant-${index}`, clock.read())
    keys.push((await seedKey(postgres, 'onex', tenant, clock.read())).key)
  }
  const options = {
    database: databaseConfig(postgres, 'onex', password),
    oidc: issuer,
    bootstrap: kafka.bootstrap,
    folder,
  }
  api = await apiProcess(options)
  relays = [await relayProcess('relay-1', options), await relayProcess('relay-2', options)]
  await Promise.all([api, ...relays].map((program) => program.start()))
}, 180_000)
afterAll(async () => {
  await Promise.all([api, ...relays].map((program) => program.stop()))
  await issuer.stop()
  await kafka.stop()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Asks until it is accepted, with the same idempotency key: an answer may have been lost. */
async function acceptOne(key: string, index: number): Promise<string> {
  for (;;) {
    try {
      const response = await fetch(`${api.url}/v1/workflows`, {
        method: 'POST',
        signal: AbortSignal.timeout(10_000),
        headers: {
          'x-api-key': key,
          'content-type': 'application/json',
          'idempotency-key': `number-${index}`,
        },
        body: JSON.stringify({ workflow_type: 'redeploy', payload: { index } }),
      })
      const body = (await response.json()) as { workflow_id: string } // or a problem
      if (response.status === 202) return body.workflow_id
      if (response.status < 500) throw new Error(`${response.status} ${JSON.stringify(body)}`)
    } catch (error) {
      if (error instanceof Error && /^4\d\d /.test(error.message)) throw error
    }
    await pause(50)
  }
}

/** Numbers from 0 below 1, the same for the same seed. */
function* numbersFrom(start: number): Generator<number, never> {
  let state = start
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

test('whatever is killed, each accepted workflow is one row and at least one event, in order for its key', async () => {
  const random = numbersFrom(seed)
  const victims: readonly (readonly [string, () => Promise<void>])[] = [
    [
      'API',
      async () => {
        await api.kill()
        await api.start()
      },
    ],
    ...relays.map(
      (relay, index) =>
        [
          `relay ${index + 1}`,
          async () => {
            await relay.kill()
            await relay.start()
          },
        ] as const,
    ),
    ['Postgres', () => postgres.crash()],
    [
      'broker',
      async () => {
        await kafka.kill()
        await pause(500)
        await kafka.start()
      },
    ],
  ]
  const killed = new Map<string, number>()
  let done = false
  const killing = (async () => {
    // Each once, in some order, and then any while requests come.
    const order = victims.map((victim) => [random.next().value, victim] as const).sort(([a], [b]) => a - b)
    for (let round = 0; round < order.length || !done; round += 1) {
      await pause(200 + random.next().value * 800)
      const [name, kill] = order[round]?.[1] ??
        victims[Math.floor(random.next().value * victims.length)] ??
        order[0]?.[1] ?? ['', pause]
      await (kill as () => Promise<void>)()
      killed.set(name, (killed.get(name) ?? 0) + 1)
    }
  })()
  const ids = await Promise.all(
    keys.map(async (key) => {
      const accepted: string[] = []
      for (let index = 0; index < each; index += 1) accepted.push(await acceptOne(key, index))
      return accepted
    }),
  )
  done = true
  await killing
  expect([...killed.keys()].sort()).toEqual(['API', 'Postgres', 'broker', 'relay 1', 'relay 2'])

  const accepted = ids.flat()
  const { rows } = await postgres.query('onex', 'SELECT id FROM workflows')
  expect(rows.map(({ id }) => id).sort()).toEqual(accepted.toSorted())

  const delivered = new Map<string, { tenant: string; index: number }>()
  await readTopic(
    kafka.bootstrap,
    workflowStart.topic,
    (seen) => {
      const { subject, data } = JSON.parse(seen.at(-1)?.value ?? '')
      if (!delivered.has(subject))
        delivered.set(subject, { tenant: data.tenant_id, index: data.payload.index })
      return delivered.size === accepted.length
    },
    120_000,
  )
  expect([...delivered.keys()].sort()).toEqual(accepted.toSorted())
  for (const those of Map.groupBy(delivered.values(), ({ tenant }) => tenant).values())
    expect(those.map(({ index }) => index)).toEqual(Array.from({ length: each }, (_each, index) => index))
}, 900_000)

describe('metrics', () => {
  const metricsOf = async ({ metricsUrl }: Program) => (await fetch(metricsUrl)).text()

  test('are told on a port of their own, by route and not by path, and name nobody', async () => {
    await acceptOne(keys[0] ?? '', 0)
    const text = await metricsOf(api)
    expect(text).toMatch(
      /^http_request_duration_seconds_count\{method="POST",route="\/v1\/workflows",status="202"\} \d+$/m,
    )
    expect(text).toMatch(/^onex_api_authentications_total\{way="api-key",result="taken"\} \d+$/m)
    expect(text).toMatch(/^onex_api_intake_batch_size_count \d+$/m)
    expect(text).not.toContain('onxk_')
    expect((await fetch(`${api.url}/metrics`)).status).toBe(401)
  })

  test('of the relays name one that leads, and how long the oldest event waits', async () => {
    const texts = await Promise.all(relays.map(metricsOf))
    const leading = texts.map((text) => /^onex_relay_leading (\d)$/m.exec(text)?.[1])
    expect(leading.toSorted()).toEqual(['0', '1'])
    for (const text of texts) expect(text).toMatch(/^onex_outbox_oldest_age_seconds \d+(?:\.\d+)?$/m)
  })
})

describe('what is asked to stop', () => {
  test('answers what is under way, notes what it knows, and ends by itself', async () => {
    const before = (await postgres.query('onex', 'SELECT count(*)::int AS n FROM workflows')).rows[0]
      .n as number
    const under = Array.from({ length: 50 }, (_each, index) => acceptOne(keys[0] ?? '', each + index))
    const stopping = api.stop()
    // Where the machine is busy it takes a moment until it knows; then it is not ready, or gone already.
    const answers: number[] = []
    for (let last = 200; last === 200; answers.push(last))
      last = await fetch(`${api.url}/health/ready`).then(
        (response) => response.status,
        () => 503,
      )
    await Promise.all([stopping.then(() => api.start()), ...under])
    expect(answers.at(-1)).toBe(503)
    expect((await postgres.query('onex', 'SELECT count(*)::int AS n FROM workflows')).rows[0].n).toBe(
      before + 50,
    )
    const { rows } = await postgres.query(
      'onex',
      'SELECT last_used_at FROM api_keys ORDER BY last_used_at DESC NULLS LAST LIMIT 1',
    )
    expect(rows[0].last_used_at).toBeInstanceOf(Date)
  }, 60_000)

  test('says no secret in its log, and of the broker’s absence few lines', () => {
    const logs = [api, ...relays].map(({ logFile }) => readFileSync(logFile, 'utf8'))
    for (const log of logs) for (const key of keys) expect(log).not.toContain(key)
    const lines = logs
      .slice(1)
      .flatMap((log) => log.split('\n').filter((line) => line.includes('the broker does not answer')))
    expect(lines.length).toBeLessThan(100)
  })
})
