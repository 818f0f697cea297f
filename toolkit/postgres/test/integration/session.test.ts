import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { createTestWorld } from '../../../world/test/world.ts'
import { parseDatabaseUrl } from '../../database-url.ts'
import { connect } from '../../session.ts'

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

describe('what the URL says of a session counts:', () => {
  async function ask<Row extends object>(parameters: string, sql: string, url = postgres.url('postgres')) {
    const { world, lines } = createTestWorld({ workspace: '/' })
    const session = await connect(
      parseDatabaseUrl(`${url}${url.includes('?') ? '&' : '?'}${parameters}`, world),
      world,
    )
    try {
      return { row: (await session.query<Row>(sql))[0], lines }
    } finally {
      await session.close()
    }
  }

  test.each([
    ['search_path=app%2Cpublic', 'search_path', 'app,public'],
    ['search_path=%22my%20app%22', 'search_path', '"my app"'],
    ['options=-c%20statement_timeout%3D1234', 'statement_timeout', '1234ms'],
    ['options=-c%20geqo%3Doff%20-c%20jit%3Doff', 'jit', 'off'],
  ])('%s, also behind RESET ALL', async (parameters, name, value) => {
    for (const before of ['', 'RESET ALL;'])
      expect(await ask(parameters, `${before}SELECT current_setting('${name}') AS value`)).toMatchObject({
        row: { value },
      })
  })

  test('a list of hosts is tried in its order', async () => {
    const { pathname, username, password } = new URL(postgres.url('postgres'))
    const url = `postgres://${username}:${password}@127.0.0.1:1,127.0.0.1:${postgres.port}${pathname}`
    const { row, lines } = await ask('sslmode=disable', 'SELECT 1 AS x', url)
    expect(row).toEqual({ x: 1 })
    expect(lines.join('\n')).toContain('There is no connection to the database postgres at 127.0.0.1')
  })

  test.each(['any', 'primary', 'read-write'])(
    'target_session_attrs=%s is asked of the server',
    async (wanted) => {
      expect(await ask(`target_session_attrs=${wanted}`, 'SELECT 1 AS x')).toMatchObject({ row: { x: 1 } })
    },
  )

  test.each(['standby', 'read-only'])('a server that is not %s is refused', async (wanted) => {
    await expect(ask(`target_session_attrs=${wanted}`, 'SELECT 1')).rejects.toMatchObject({
      code: 'DATABASE_STANDBY',
      what: expect.stringContaining(`is not ${wanted}`),
    })
  })

  test('connect_timeout is how long a server may be silent', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo // it listens on TCP
    const began = performance.now()
    await expect(
      ask('connect_timeout=1&sslmode=disable', 'SELECT 1', `postgres://u:p@127.0.0.1:${port}/x`),
    ).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
    expect(performance.now() - began).toBeLessThan(10_000)
    silent.close()
  })
})
