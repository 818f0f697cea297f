import pino from 'pino'
import { ConfigError, readConfig } from './configuration/config.ts'
import { createPool } from './database/database.ts'
import { standardOutput } from './http/log.ts'
import { serveMetrics } from './http/metrics.ts'
import { Outage } from './relay/outage.ts'
import { createServer } from './server.ts'
import { startTracing } from './telemetry/start.ts'

/** Milliseconds: Kubernetes needs a moment to stop sending requests here. */
const DRAIN = 2_000

async function serve(): Promise<void> {
  const config = readConfig(process.env)
  const pool = createPool(config.database)
  const clock = () => new Date()
  const output = standardOutput()
  const log = pino({ level: config.logLevel }, output)
  const tracing = await startTracing(config.traces, new Outage('the receiver of traces', log, clock))
  const server = await createServer({ config, pool, clock, output, tracing })
  const metrics = await serveMetrics(server.metrics.registry, config.listenAddress, config.metricsPort)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    server.drain()
    await new Promise((resolve) => setTimeout(resolve, DRAIN))
    await server.close()
    await pool.end()
    await tracing?.shutdown()
    metrics.close()
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  await server.app.listen({ host: config.listenAddress, port: config.port })
}

try {
  await serve()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
