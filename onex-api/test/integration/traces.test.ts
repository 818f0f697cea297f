import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kafka, startKafka } from '../../../sandbox/kafka/kafka.ts'
import { createTopic, readTopic } from '../../../sandbox/kafka/topic.ts'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { workflowStart } from '../../src/events/workflow-start.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, startIssuer } from '../issuer.ts'
import { apiProcess, type ProcessOptions, type Program, relayProcess } from '../processes.ts'
import { type ReceivedSpan, type Receiver, startReceiver } from '../receiver.ts'
import { databaseConfig, seedKey, seedTenant } from '../service.ts'

const folder = mkdtempSync(join(tmpdir(), 'omninode-traces-'))
let postgres: Postgres
let kafka: Kafka
let issuer: Issuer
let receiver: Receiver
let options: ProcessOptions
let key: string
let started: Program[] = []

beforeAll(async () => {
  ;[postgres, kafka] = await Promise.all([
    startPostgres({ progress: () => undefined }),
    startKafka({ progress: () => undefined }),
  ])
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  await createTopic(kafka.bootstrap, workflowStart.topic)
  issuer = await startIssuer(() => new Date())
  issuer.publish(await createKey('first'))
  const now = new Date()
  key = (await seedKey(postgres, 'onex', await seedTenant(postgres, 'onex', 'acme', now), now)).key
  options = {
    database: databaseConfig(postgres, 'onex', password),
    oidc: issuer,
    bootstrap: kafka.bootstrap,
    folder,
  }
}, 120_000)
afterAll(async () => {
  await issuer.stop()
  await kafka.stop()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(async () => {
  for (const program of started) await program.stop()
  started = []
  await receiver.stop()
})

async function startApi(env: Readonly<Record<string, string>> = {}) {
  const api = await apiProcess({
    ...options,
    env: { LOG_LEVEL: 'info', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...env },
  })
  await api.start()
  started.push(api)
  return api
}

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const SPAN = 'b7ad6b7169203331'

async function accept(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const began = performance.now()
  const response = await fetch(`${url}/v1/workflows?secret=of-the-query`, {
    method: 'POST',
    headers: { 'x-api-key': key, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ workflow_type: 'redeploy', payload: { secret: 'of-the-body' } }),
  })
  expect(response.status).toBe(202)
  return performance.now() - began
}

const find = (wanted: Partial<ReceivedSpan>) =>
  receiver.spans.find((span) =>
    Object.entries(wanted).every(([name, value]) => span[name as keyof ReceivedSpan] === value),
  )

describe('a trace', () => {
  test('goes on from the request through the database and the relay to whoever reads the event', async () => {
    const api = await startApi()
    const relay = await relayProcess('relay', {
      ...options,
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url },
    })
    await relay.start()
    started.push(relay)
    await accept(api.url, { traceparent: `00-${TRACE}-${SPAN}-01`, tracestate: 'vendor=1' })
    const [event] = await readTopic(kafka.bootstrap, workflowStart.topic, () => true)
    // Their ends send what is still in memory.
    await api.stop()
    await relay.stop()
    const server = find({ kind: 2, name: 'POST /v1/workflows' })
    expect(server).toMatchObject({
      traceId: TRACE,
      parentId: SPAN,
      service: 'onex-api',
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/v1/workflows',
        'http.response.status_code': 202,
      },
      status: 0,
    })
    const statements = receiver.spans.filter(({ kind }) => kind === 3)
    expect(statements.map(({ name }) => name).sort()).toEqual(['INSERT', 'SELECT'])
    for (const { parentId, traceId, attributes } of statements) {
      expect([traceId, parentId]).toEqual([TRACE, server?.spanId])
      expect(attributes['db.system.name']).toBe('postgresql')
    }
    const sent = find({ kind: 4 })
    expect(sent).toMatchObject({
      traceId: TRACE,
      parentId: server?.spanId,
      name: `send ${workflowStart.topic}`,
      service: 'onex-relay',
    })
    expect(event?.traceparent).toBe(`00-${TRACE}-${sent?.spanId}-01`)
    // A published schema is frozen: what is not in it is beside the event.
    expect(Object.keys(JSON.parse(event?.value ?? ''))).not.toContain('traceparent')
    expect(readFileSync(api.logFile, 'utf8')).toContain(`"trace_id":"${TRACE}"`)
  }, 60_000)

  test('has nothing of what was asked with, and none of its own health', async () => {
    const api = await startApi({ OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20of-the-receiver' })
    await accept(api.url)
    await fetch(`${api.url}/health/ready`)
    await fetch(`${api.url}/v1/of-the-path`, { headers: { 'x-api-key': key } })
    await api.stop()
    expect(receiver.spans.map(({ name }) => name).sort()).toEqual([
      'GET',
      'INSERT',
      'POST /v1/workflows',
      'SELECT',
    ])
    for (const secret of ['of-the-query', 'of-the-body', 'of-the-path', key, options.database.password])
      expect(receiver.text).not.toContain(secret)
    expect(receiver.headers[0]?.authorization).toBe('Bearer of-the-receiver')
    for (const secret of ['of-the-receiver', 'of-the-query', 'of-the-path', key])
      expect(readFileSync(api.logFile, 'utf8')).not.toContain(secret)
  }, 60_000)

  test('begins anew where what comes is no trace, and is none where others did not want it', async () => {
    const api = await startApi()
    for (const traceparent of [
      `ff-${TRACE}-${SPAN}-01`,
      `00-${'0'.repeat(32)}-${SPAN}-01`,
      `00-${TRACE}-${'0'.repeat(16)}-01`,
      'x'.repeat(8_000),
    ])
      await accept(api.url, { traceparent })
    await accept(api.url, { traceparent: `00-${TRACE}-${SPAN}-00` })
    await api.stop()
    const servers = receiver.spans.filter(({ kind }) => kind === 2)
    expect(servers.map(({ parentId }) => parentId)).toEqual(['', '', '', ''])
    expect(new Set(servers.map(({ traceId }) => traceId)).size).toBe(4)
    expect(find({ traceId: TRACE })).toBeUndefined()
  })
})

describe('a receiver of traces', () => {
  test.each(['is away', 'hangs', 'answers 500'])(
    'that %s slows no request, fails none, and keeps nobody from stopping',
    async (how) => {
      receiver.answer(how === 'hangs' ? 'hang' : 'refuse')
      const api = await startApi({ OTEL_EXPORTER_OTLP_TIMEOUT: '500', OTEL_BSP_SCHEDULE_DELAY: '100' })
      if (how === 'is away') await receiver.stop()
      const times: number[] = []
      const until = performance.now() + 2_000
      while (performance.now() < until) {
        times.push(await accept(api.url))
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      const began = performance.now()
      await api.stop()
      // The wait of two seconds for Kubernetes, and what the receiver is waited for.
      expect(performance.now() - began).toBeLessThan(8_000)
      expect(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.9)]).toBeLessThan(500)
      const told = readFileSync(api.logFile, 'utf8')
        .split('\n')
        .filter((line) => line.includes('the receiver of traces does not answer'))
      expect(told.length).toBeGreaterThan(0)
      rmSync(api.logFile)
      if (how === 'is away') receiver = await startReceiver()
    },
    60_000,
  )

  test('that nobody named is asked nothing, and no event is part of a trace', async () => {
    const api = await startApi({ OTEL_EXPORTER_OTLP_ENDPOINT: '', LOG_LEVEL: 'warn' })
    await accept(api.url, { traceparent: `00-${TRACE}-${SPAN}-01` })
    const { rows } = await postgres.query(
      'onex',
      "SELECT event ? 'traceparent' AS traced FROM outbox ORDER BY position DESC LIMIT 1",
    )
    expect(rows).toEqual([{ traced: false }])
    await api.stop()
    expect(receiver.spans).toEqual([])
  })
})
