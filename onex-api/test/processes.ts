/** The API and the relay as the image starts them. */
import { join } from 'node:path'
import { bundledPrograms, type Programs } from '../../sandbox/onex-api/bundle.ts'
import { type Daemon, freePort, startDaemon } from '../../toolkit/process/daemon.ts'
import type { DatabaseConfig } from '../src/configuration/config.ts'
import { pepper } from './service.ts'

const READY_MS = 60_000

export interface ProcessOptions {
  readonly database: DatabaseConfig
  readonly oidc: { readonly url: string; readonly jwksUrl: string }
  readonly bootstrap: string
  /** Where their logs go. */
  readonly folder: string
  /** Of both, besides what they need. */
  readonly env?: Readonly<Record<string, string>>
}

/** A program that a test ends in any way, and starts again. */
export interface Program {
  readonly logFile: string
  readonly metricsUrl: string
  readonly pid: number
  start(): Promise<void>
  kill(): Promise<void>
  stop(): Promise<void>
}

function program(
  name: string,
  which: keyof Programs,
  env: Readonly<Record<string, string>>,
  folder: string,
  url: string,
): Program {
  const metricsUrl = `http://127.0.0.1:${env['METRICS_PORT']}/metrics`
  let daemon: Daemon
  const logFile = join(folder, `${name}.log`)
  return {
    logFile,
    metricsUrl,
    get pid() {
      return daemon.pid
    },
    start: async () => {
      daemon = await startDaemon({
        name,
        command: process.execPath,
        args: [(await bundledPrograms())[which]],
        env,
        logFile,
        ready: async () => (await fetch(url)).status > 0,
        deadline: READY_MS,
      })
    },
    kill: async () => {
      process.kill(daemon.pid, 'SIGKILL')
      while (daemon.running()) await new Promise((resolve) => setTimeout(resolve, 10))
    },
    stop: () => daemon.stop(),
  }
}

function environmentFor({ database, env }: ProcessOptions, metricsPort: number): Record<string, string> {
  return {
    LISTEN_ADDRESS: '127.0.0.1',
    METRICS_PORT: String(metricsPort),
    LOG_LEVEL: 'warn',
    DATABASE_HOST: database.host,
    DATABASE_PORT: String(database.port),
    DATABASE_NAME: database.name,
    DATABASE_USER: database.user,
    DATABASE_PASSWORD: database.password,
    DATABASE_TLS: database.tls,
    ...env,
  }
}

export async function apiProcess(options: ProcessOptions): Promise<Program & { readonly url: string }> {
  const [port, metricsPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...environmentFor(options, metricsPort),
    PORT: String(port),
    OIDC_ISSUER: options.oidc.url,
    OIDC_JWKS_URL: options.oidc.jwksUrl,
    OIDC_CLIENTS: 'omniweb',
    API_KEY_PEPPER: pepper.toString('base64'),
    RATE_LIMIT_PRINCIPAL: '1000000',
    RATE_LIMIT_ADDRESS: '1000000',
    MAX_LATENESS_MS: '60000',
  }
  return Object.assign(program('api', 'api', env, options.folder, `${url}/health/live`), { url })
}

export async function relayProcess(name: string, options: ProcessOptions): Promise<Program> {
  const metricsPort = await freePort()
  const env = { ...environmentFor(options, metricsPort), KAFKA_BOOTSTRAP_SERVERS: options.bootstrap }
  return program(name, 'relay', env, options.folder, `http://127.0.0.1:${metricsPort}/`)
}
