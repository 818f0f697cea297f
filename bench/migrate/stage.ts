/** Where runs take place: a server, a new database for each of them, and processes that are timed as a whole. */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { watchPeak } from '../report/machine.ts'
import { CONTENT_SQL, contentOf } from './migrations.ts'

/** How one program is started; it finds its database in DATABASE_URL unless its arguments name it. */
export interface Launch {
  readonly command: string
  readonly args: readonly string[] | ((url: string) => readonly string[])
  readonly cwd: string
}

export interface Stage {
  readonly postgres: Postgres
  /** Emptied and removed at the end. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly progress: (message: string) => void
}

export interface Database {
  readonly name: string
  /** @param port of a proxy, when not the server's own */
  url(port?: number): string
}

const TAIL = 2_000

export function findPsql(): string {
  const installed = '/usr/lib/postgresql'
  const versions = existsSync(installed) ? readdirSync(installed) : []
  const folders = [
    ...(process.env['PATH'] ?? '').split(':'),
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(installed, version, 'bin')),
  ]
  const found = folders.map((folder) => join(folder, 'psql')).find((path) => existsSync(path))
  if (found === undefined)
    throw new Error('there is no psql, neither in PATH nor in /usr/lib/postgresql/*/bin')
  return found
}

export async function onStage<T>(
  signal: AbortSignal,
  progress: (message: string) => void,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-bench-'))
  // The user of a scratch server passes it, too.
  chmodSync(folder, 0o711)
  try {
    const postgres = await startPostgres({ progress, signal })
    try {
      return await work({ postgres, folder, signal, progress })
    } finally {
      await postgres.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the numbers depend on. */
export async function facts({ postgres }: Stage): Promise<string[]> {
  const { rows } = await postgres.query(
    'postgres',
    `SELECT name, current_setting(name) AS value FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit',
       'wal_sync_method', 'full_page_writes', 'shared_buffers', 'max_wal_size', 'autovacuum') ORDER BY name`,
  )
  return [
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}-${process.arch}`,
    `PostgreSQL ${postgres.version}, psql ${findPsql()}, node ${process.versions.node}`,
    rows.map(({ name, value }) => `${name}=${value}`).join(' '),
  ]
}

let made = 0

/** A new database that is gone afterwards. */
export async function withDatabase<T>(
  { postgres, signal }: Stage,
  template: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const name = `run_${++made}`
  await postgres.query('postgres', `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = (port = postgres.port) => {
    const parts = new URL(postgres.url(name))
    parts.port = String(port)
    // Some ask for TLS first, which is a round trip that says nothing about how they migrate.
    parts.searchParams.set('sslmode', 'disable')
    return parts.href
  }
  try {
    return await work({ name, url })
  } finally {
    await postgres.query('postgres', `DROP DATABASE ${name} WITH (FORCE)`)
  }
}

/** Keeps a database for others to be made from. */
export async function makeTemplate(
  { postgres }: Stage,
  name: string,
  prepare: (database: Database) => Promise<void>,
): Promise<string> {
  await postgres.query('postgres', `CREATE DATABASE ${name} TEMPLATE template0`)
  await prepare({ name, url: () => `${postgres.url(name)}?sslmode=disable` })
  return name
}

/** Also the first look into a new database, whose caches no run shall have to fill. */
export async function expectContent({ postgres }: Stage, { name }: Database, count: number): Promise<void> {
  const { rows } = await postgres.query(name, CONTENT_SQL)
  const [found, wanted] = [rows[0], contentOf(count)]
  if (found?.tables !== wanted.tables || found?.columns !== wanted.columns) {
    throw new Error(`the database holds ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
  }
}

/** What a program took: milliseconds from its start, and bytes of memory at most. */
export interface Taken {
  readonly milliseconds: number
  readonly bytes: number
}

/**
 * Runs a program to its end.
 * @param wanted what it must say
 */
export async function run(
  { folder, signal }: Stage,
  name: string,
  launch: Launch,
  url: string,
  wanted?: RegExp,
): Promise<Taken> {
  const log = join(folder, 'log')
  const output = openSync(log, 'w')
  try {
    const started = performance.now()
    const child = spawn(launch.command, typeof launch.args === 'function' ? launch.args(url) : launch.args, {
      cwd: launch.cwd,
      // The whole environment: neither a runner's nor a developer's settings may matter.
      env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LC_ALL: 'C.UTF-8', DATABASE_URL: url },
      stdio: ['ignore', output, output],
      signal,
    })
    const watching = watchPeak(child.pid ?? 0)
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', resolve)
    })
    const milliseconds = performance.now() - started
    const bytes = watching.stop()
    const fails = code !== 0 || wanted?.test(readFileSync(log, 'utf8')) === false
    if (fails) throw new Error(`${name}: exit code ${code}:\n${readFileSync(log, 'utf8').slice(-TAIL)}`)
    return { milliseconds, bytes }
  } finally {
    closeSync(output)
  }
}

/** @returns milliseconds from its start */
export async function time(stage: Stage, name: string, launch: Launch, url: string): Promise<number> {
  return (await run(stage, name, launch, url)).milliseconds
}
