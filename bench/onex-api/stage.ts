/** Where onex-api is measured: a database as a release leaves it, an issuer, and servers that have one core for themselves. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { bundledPrograms } from '#sandbox/onex-api/bundle.ts'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { type Daemon, freePort, startDaemon } from '#toolkit/process/daemon.ts'
import { createRole, migrate } from '../../onex-api/test/database.ts'
import { createKey, type Issuer, type SigningKey, startIssuer } from '../../onex-api/test/issuer.ts'
import { databaseConfig, pepper, seedTenant } from '../../onex-api/test/service.ts'
import type { Load, Seen } from './load.ts'

/** What is measured has this core; the database, and whoever asks, have the other one. */
const MEASURED = '0'
const OTHER = '1'
export const DATABASE = 'onex'

export interface Running {
  readonly pid: number
  readonly port: number
  readonly metricsPort: number
  /** Milliseconds from the start of its process until it was ready. */
  readonly started: number
  stop(): Promise<void>
}

export interface Server {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The path that answers 200 once it serves; unless given, any answer to a POST does. */
  readonly ready?: string
}

export interface Stage {
  readonly postgres: Postgres
  readonly folder: string
  readonly progress: (message: string) => void
  readonly signal: AbortSignal
  readonly rounds: number
  start(server: Server): Promise<Running>
  /** Asks for workflows, with a token that lives long enough. */
  drive(server: Running, load: Pick<Load, 'connections' | 'seconds' | 'rate'>): Promise<Seen>
}

const body = JSON.stringify({
  workflow_type: 'redeploy',
  payload: { lane: 'dev', reason: 'a new image', images: ['onex-api', 'omniweb'], dry_run: false },
})

/** Seconds that all threads of a process had of a core. */
export function cpuSeconds(pid: number): number {
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e9
}

/** Mebibytes of memory, and the most that they were. */
export function memory(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1_024
  return { now: of('VmRSS'), most: of('VmHWM') }
}

/** How many were accepted. @throws Error when something else was answered */
export function accepted({ statuses }: Seen): number {
  const { 202: count = 0, ...others } = statuses
  if (Object.keys(others).length > 0) throw new Error(`it was answered ${JSON.stringify(others)}`)
  return count
}

async function pin(pid: number): Promise<void> {
  await promisify(execFile)('taskset', ['-pc', OTHER, String(pid)])
}

async function token(issuer: Issuer, key: SigningKey, tenant: string): Promise<string> {
  const now = Math.floor(Date.now() / 1_000)
  return issuer.sign(key, {
    tenant_id: tenant,
    resource_access: { 'onex-api': { roles: ['workflows:read', 'workflows:write'] } },
    exp: now + 6 * 3_600,
  })
}

interface StageOptions {
  readonly rounds: number
  readonly signal: AbortSignal
  readonly progress: (message: string) => void
}

export async function onStage<T>(options: StageOptions, work: (stage: Stage) => Promise<T>): Promise<T> {
  if (availableParallelism() < 2) throw new Error('two cores are needed: one for what is measured')
  const folder = mkdtempSync(join(tmpdir(), 'omninode-bench-'))
  const issuer = await startIssuer(() => new Date())
  const living = new Set<Daemon>()
  try {
    const key = await createKey('bench')
    issuer.publish(key)
    const postgres = await startPostgres(options)
    try {
      await pin(postgres.pid)
      const password = await createRole(postgres)
      await postgres.createDatabase(DATABASE)
      await migrate(postgres, DATABASE)
      const bearer = await token(issuer, key, await seedTenant(postgres, DATABASE, 'acme', new Date()))
      const database = databaseConfig(postgres, DATABASE, password)
      const environment = {
        PATH: process.env['PATH'] ?? '',
        LISTEN_ADDRESS: '127.0.0.1',
        LOG_LEVEL: 'warn',
        DATABASE_HOST: database.host,
        DATABASE_PORT: String(database.port),
        DATABASE_NAME: database.name,
        DATABASE_USER: database.user,
        DATABASE_PASSWORD: database.password,
        DATABASE_TLS: database.tls,
        OIDC_ISSUER: issuer.url,
        OIDC_JWKS_URL: issuer.jwksUrl,
        OIDC_CLIENTS: 'omniweb',
        API_KEY_PEPPER: pepper.toString('base64'),
        // Counted as ever, and never reached.
        RATE_LIMIT_PRINCIPAL: '999999999',
        RATE_LIMIT_ADDRESS: '999999999',
        MAX_LATENESS_MS: '60000',
      }
      return await work({
        ...options,
        postgres,
        folder,
        start: async ({ name, command, args, env, ready }) => {
          const [port, metricsPort] = [await freePort(), await freePort()]
          const began = performance.now()
          let started = 0
          const daemon = await startDaemon({
            name,
            command: 'taskset',
            args: ['-c', MEASURED, command, ...args],
            env: { ...environment, PORT: String(port), METRICS_PORT: String(metricsPort), ...env },
            logFile: join(folder, 'log'),
            deadline: 30_000,
            ready: async () => {
              for (;;) {
                const answer = await (ready === undefined
                  ? fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' })
                  : fetch(`http://127.0.0.1:${port}${ready}`)
                ).catch(() => undefined)
                started = performance.now() - began
                if (answer !== undefined && (ready === undefined || answer.status === 200)) return true
                if (started > 20_000) return false
                await sleep(5)
              }
            },
          })
          living.add(daemon)
          const stop = async () => {
            living.delete(daemon)
            await daemon.stop()
          }
          return { pid: daemon.pid, port, metricsPort, started, stop }
        },
        drive: async ({ port }, { connections, seconds, rate }) => {
          options.signal.throwIfAborted()
          const headers = { authorization: `Bearer ${bearer}` }
          const load: Load = {
            port,
            path: '/v1/workflows',
            headers,
            body,
            connections,
            seconds,
            ...(rate === undefined ? {} : { rate }),
          }
          const { stdout } = await promisify(execFile)('taskset', [
            '-c',
            OTHER,
            process.execPath,
            join(import.meta.dirname, process.env['LOADER'] ?? 'load.ts'),
            JSON.stringify(load),
          ])
          return JSON.parse(stdout)
        },
      })
    } finally {
      for (const daemon of living) await daemon.stop()
      await postgres.stop()
    }
  } finally {
    await issuer.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const root = join(import.meta.dirname, '../..')
const dockerfile = readFileSync(join(root, 'onex-api/Dockerfile'), 'utf8')

/** @throws Error when the Dockerfile does not say it in one line any more */
function fromImage(line: RegExp): string {
  const found = line.exec(dockerfile)?.[1]
  if (found === undefined) throw new Error(`onex-api/Dockerfile has no ${line}`)
  return found
}

/** As the image sets it. */
export const nodeOptions = fromImage(/^ENV NODE_OPTIONS="(.*)"$/m)
export const nodeArguments: readonly string[] = JSON.parse(
  `[${fromImage(/^ENTRYPOINT \["node", (.+), "onex-api\/build\/main\.js"\]$/m)}]`,
)

export const onexApi: Server = {
  name: 'onex-api',
  command: process.execPath,
  args: [...nodeArguments, (await bundledPrograms()).api],
  env: { NODE_OPTIONS: nodeOptions },
  ready: '/health/ready',
}
