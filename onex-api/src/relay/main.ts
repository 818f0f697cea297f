/** The relay: the same image as the API, another command. */
import type pg from 'pg'
import pino from 'pino'
import { Counter, Gauge, Registry } from 'prom-client'
import { ConfigError, readRelayConfig } from '../configuration/config.ts'
import { createPool } from '../database/database.ts'
import { serveMetrics } from '../http/metrics.ts'
import { startTracing } from '../telemetry/start.ts'
import { Outage } from './outage.ts'
import { KafkaPublisher } from './publisher.ts'
import { Relay } from './relay.ts'

/** Seconds; NaN while the database is away, so that the other metrics are told all the same. */
async function oldestAge(pool: pg.Pool, now: Date): Promise<number> {
  try {
    const { rows } = await pool.query<{ oldest: Date }>(
      'SELECT created_at AS oldest FROM outbox ORDER BY position LIMIT 1',
    )
    const [row] = rows
    return row === undefined ? 0 : (now.getTime() - row.oldest.getTime()) / 1_000
  } catch {
    return Number.NaN
  }
}

async function relay(): Promise<void> {
  const config = readRelayConfig(process.env)
  const clock = () => new Date()
  const log = pino({ level: config.logLevel })
  const registry = new Registry()
  const registers = [registry]
  const published = new Counter({
    name: 'onex_relay_published_total',
    help: 'Events that the broker has.',
    registers,
  })
  const failures = new Counter({
    name: 'onex_relay_failures_total',
    help: 'Attempts that failed, by who did not answer.',
    labelNames: ['what'],
    registers,
  })
  const leading = new Gauge({ name: 'onex_relay_leading', help: '1 for the one that leads.', registers })
  const pool = createPool(config.database)
  new Gauge({
    name: 'onex_outbox_oldest_age_seconds',
    help: 'How long the oldest event waits for the broker.',
    registers,
    async collect() {
      this.set(await oldestAge(pool, clock()))
    },
  })
  const outages = {
    broker: new Outage('the broker', log, clock),
    database: new Outage('the database', log, clock),
  }
  const tracing = await startTracing(config.traces, new Outage('the receiver of traces', log, clock))
  const kafka = new KafkaPublisher(config.kafka)
  const worker = new Relay({
    database: config.database,
    publisher: tracing?.publishing(kafka) ?? kafka,
    onFailure: (what, error) => {
      failures.inc({ what })
      outages[what].failed(error)
    },
    onPublished: (count) => {
      published.inc(count)
      outages.broker.over()
    },
    onLeading: (leads) => {
      leading.set(leads ? 1 : 0)
      if (leads) outages.database.over()
    },
  })
  const metrics = await serveMetrics(registry, config.listenAddress, config.metricsPort)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await worker.stop()
    await pool.end()
    await tracing?.shutdown()
    metrics.close()
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  worker.start()
}

try {
  await relay()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
