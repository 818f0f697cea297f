import { ConfigError, readConfig } from './configuration/config.ts'
import { createPool } from './database/database.ts'
import { serveMetrics } from './http/metrics.ts'
import { createServer } from './server.ts'

/** Milliseconds: Kubernetes needs a moment to stop sending requests here. */
const DRAIN = 2_000

async function serve(): Promise<void> {
  const config = readConfig(process.env)
  const pool = createPool(config.database)
  const server = await createServer({ config, pool, clock: () => new Date() })
  const metrics = await serveMetrics(server.metrics.registry, config.listenAddress, config.metricsPort)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    server.drain()
    await new Promise((resolve) => setTimeout(resolve, DRAIN))
    await server.close()
    await pool.end()
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
