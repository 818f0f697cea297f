/** A database and a folder of migrations of a test's own, and the runs that it makes with them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Postgres } from '#sandbox/postgres/postgres.ts'
import { Progress } from '#toolkit/action/progress.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { LayoutName } from '#toolkit/migrations/layout/choose.ts'
import { readMigrations } from '#toolkit/migrations/layout/read.ts'
import type { Outcome } from '#toolkit/model/outcome.ts'
import { parseDatabaseUrl } from '#toolkit/postgres/database-url.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { applyMigrations } from '../src/apply.ts'
import { type MigratePlan, planMigrations } from '../src/plan.ts'
import type { MigrateCommand, MigrateRequest } from '../src/request.ts'

const root = join(import.meta.dirname, '../../..')
let counter = 0

export interface Runner {
  readonly child: ChildProcess
  output(): string
  /** What of it is on stdout. */
  stdout(): string
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
}

export interface Setting {
  readonly workspace: string
  readonly database: string
  readonly url: string
  /** Writes `db/migrations/<name>.up.sql` with its `.down.sql`; no down file when it is undefined. */
  write(name: string, up: string, down?: string): void
  file(path: string, text: string): void
  remove(path: string): void
  /** What the log said, masked. */
  readonly lines: string[]
  run(command: MigrateCommand, more?: Partial<MigrateRequest>, signal?: AbortSignal): MigrateRequest
  plan(command?: MigrateCommand, more?: Partial<MigrateRequest>): Promise<MigratePlan>
  /** Plans for a folder in another layout. */
  layout(command: MigrateCommand, layout: LayoutName): Promise<MigratePlan>
  /** Plans and applies. */
  does(
    command: MigrateCommand,
    more?: Partial<MigrateRequest>,
    signal?: AbortSignal,
    allowing?: Forwards,
  ): Promise<Outcome>
  apply(more?: Partial<MigrateRequest>, signal?: AbortSignal): Promise<Outcome>
  /** The command line, in a process of its own, as a second runner would be. */
  runner(command: MigrateCommand, ...args: readonly string[]): Runner
  rows(sql: string): Promise<unknown[]>
  /** Waits until a session of the database runs a statement with this text. */
  untilRunning(text: string): Promise<void>
  close(): void
}

/** A server that is given up on after this many milliseconds of waiting for a statement to appear. */
const PATIENCE_MS = 15_000

export async function setUp(postgres: Postgres, url?: (database: string) => string): Promise<Setting> {
  const workspace = mkdtempSync(join(tmpdir(), 'omninode-migrate-'))
  const database = `release_${process.pid}_${++counter}`
  const own = await postgres.createDatabase(database)
  const address = url === undefined ? own : url(database)
  const lines: string[] = []

  const worldOf = (signal?: AbortSignal) => {
    const { world, lines: said } = createTestWorld({ workspace, ...(signal === undefined ? {} : { signal }) })
    const { log } = world
    const also = (text: string) => lines.push(world.redactor.mask(text))
    return {
      said,
      world: {
        ...world,
        log: {
          ...log,
          info: also,
          warning: (text: string) => also(`warning: ${text}`),
          progress: (text: string | undefined) => {
            if (text !== undefined) also(`progress: ${text}`)
          },
        },
      },
    }
  }
  const file = (path: string, text: string) => {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), text)
  }
  mkdirSync(join(workspace, 'db/migrations'), { recursive: true })

  const setting: Setting = {
    workspace,
    database,
    url: address,
    file,
    write: (name, up, down = 'SELECT 1') => {
      file(`db/migrations/${name}.up.sql`, up)
      file(`db/migrations/${name}.down.sql`, down)
    },
    remove: (path) => rmSync(join(workspace, path)),
    lines,
    run: (command, more = {}, signal) => {
      const { world } = worldOf(signal)
      const target = parseDatabaseUrl(address, world)
      return {
        command,
        applies: command !== 'plan',
        target: async () => target,
        settings: { lockTimeout: 2_000, statementTimeout: 0 },
        history: { schema: 'migrate', table: 'history' },
        folder: 'db/migrations',
        ...readMigrations(workspace, 'db/migrations'),
        name: undefined,
        to: undefined,
        steps: 1,
        allowDataLoss: false,
        lockWait: 60_000,
        retries: 10,
        preview: undefined,
        configuration: undefined,
        ...more,
      }
    },
    plan: async (command = 'plan', more = {}) => {
      const planned = await planMigrations(setting.run(command, { applies: false, ...more }), worldOf().world)
      await planned.database.close()
      return planned.plan
    },
    layout: (command, layout) => setting.plan(command, readMigrations(workspace, 'db/migrations', layout)),
    does: async (command, more = {}, signal, allowing = forwards()) => {
      const { world } = worldOf(signal)
      const run = setting.run(command, more, signal)
      const planned = await planMigrations(run, world)
      try {
        const progress = new Progress(planned.plan, world.clock)
        await applyMigrations(planned, run, allowing, progress, world)
        return progress.outcome('succeeded')
      } finally {
        await planned.database.close()
      }
    },
    apply: (more, signal) => setting.does('apply', more, signal),
    runner: (command, ...args) => {
      const child = spawn(
        process.execPath,
        [
          '--conditions=source',
          join(root, 'actions/migrate/src/cli.ts'),
          command,
          '--workspace',
          workspace,
          ...args,
        ],
        {
          env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: address },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      )
      let output = ''
      let stdout = ''
      child.stdout.on('data', (data) => {
        stdout += data
      })
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data) => {
          output += data
        })
      return {
        child,
        output: () => output,
        stdout: () => stdout,
        ended: new Promise((resolve) => child.once('close', resolve)),
      }
    },
    rows: async (sql) => (await postgres.query(database, sql)).rows,
    untilRunning: async (text) => {
      const patience = performance.now() + PATIENCE_MS
      while (performance.now() < patience) {
        const { rowCount } = await postgres.query(
          'postgres',
          "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND state = 'active' AND query LIKE $2 AND pid <> pg_backend_pid()",
          [database, `%${text}%`],
        )
        if (rowCount !== 0) return
        await sleep(25)
      }
      throw new Error(`no session runs ${text}`)
    },
    close: () => rmSync(workspace, { recursive: true, force: true }),
  }
  return setting
}
