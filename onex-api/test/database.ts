/** A database as a release leaves it: the role, the migrations, and their history. */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Postgres } from '../../sandbox/postgres/postgres.ts'
import { createSql } from '../../toolkit/migrations/history.ts'

const db = join(import.meta.dirname, '../../db')
const folder = join(db, 'migrations')

/** The sessions of the role end with the server; its password is new for each. */
export async function createRole(postgres: Postgres): Promise<string> {
  const password = randomBytes(18).toString('base64url')
  await postgres.query('postgres', readFileSync(join(db, 'roles/onex_api.sql'), 'utf8'))
  await postgres.query('postgres', `ALTER ROLE onex_api PASSWORD ${pg.escapeLiteral(password)}`)
  return password
}

/** Version → SQL, in the order in which they run. */
export function migrations(direction: 'up' | 'down'): readonly (readonly [version: string, sql: string])[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${direction}.sql`))
  const inOrder = direction === 'up' ? files.sort() : files.sort().reverse()
  return inOrder.map((name) => [name.slice(0, 4), readFileSync(join(folder, name), 'utf8')])
}

/** @param to the newest version that is applied; all of them unless given */
export async function migrate(postgres: Postgres, database: string, to = '9999'): Promise<void> {
  await postgres.query(database, createSql({ schema: 'migrate', table: 'history' }))
  for (const [version, sql] of migrations('up').filter(([each]) => each <= to)) {
    await postgres.query(database, sql)
    await postgres.query(
      database,
      `INSERT INTO migrate.history (version, name, checksum, direction, state, started_at, finished_at, lock_wait_ms,
         attempts, actor, repository, sha, run_url, run, tool_version, irreversible)
       VALUES ($1, $1, '', 'up', 'applied', $2, $2, 0, 1, '', '', '', '', '', '', '')`,
      [version, '2026-11-24T12:00:00Z'],
    )
  }
  await postgres.query(
    database,
    'GRANT USAGE ON SCHEMA migrate TO onex_api; GRANT SELECT ON migrate.history_current TO onex_api',
  )
}
