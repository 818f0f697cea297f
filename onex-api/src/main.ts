import { ConfigError, readConfig } from './config.ts'
import { createPool } from './database.ts'
import { createServer } from './server.ts'

/** Milliseconds: Kubernetes needs a moment to stop sending requests here. */
const DRAIN = 2_000

async function serve(): Promise<void> {
  const config = readConfig(process.env)
  const pool = createPool(config)
  const { app, drain } = createServer({ pool, clock: () => new Date(), logLevel: config.logLevel })
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    drain()
    await new Promise((resolve) => setTimeout(resolve, DRAIN))
    await app.close()
    await pool.end()
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  await app.listen({ host: config.listenAddress, port: config.port })
}

try {
  await serve()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
