import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { createTestWorld } from '../../../world/test/world.ts'
import { connect } from '../../session.ts'
import { parseDatabaseUrl } from '../../target.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
}, 120_000)
afterAll(() => postgres?.stop())

const own = { ...process.env }
afterEach(() => {
  process.env = { ...own }
})

async function settings(): Promise<unknown> {
  const { world } = createTestWorld({ workspace: '/' })
  const session = await connect(parseDatabaseUrl(postgres.url('postgres'), world), world)
  try {
    const [row] = await session.query<object>(
      `SELECT current_setting('search_path') AS path, current_setting('statement_timeout') AS timeout,
              current_setting('session_replication_role') AS role, current_setting('client_encoding') AS encoding,
              current_setting('application_name') AS name, current_user AS user, current_database() AS database`,
    )
    return row
  } finally {
    await session.close()
  }
}

test.each([
  ['PGOPTIONS', '-c search_path=elsewhere -c statement_timeout=1s -c session_replication_role=replica'],
  ['PGCLIENT_ENCODING', 'LATIN1'],
  ['PGREPLICATION', 'database'],
  ['PGSSLNEGOTIATION', 'direct'],
  ['PGSSLMODE', 'no-verify'],
  ['PGAPPNAME', 'somebody'],
  ['PGUSER', 'somebody'],
  ['PGDATABASE', 'template1'],
  ['PGHOST', '192.0.2.1'],
  ['PGPORT', '1'],
])('what a session does is what was reviewed, and not what %s says', async (name, value) => {
  const before = await settings()
  process.env[name] = value
  expect(await settings()).toEqual(before)
})
