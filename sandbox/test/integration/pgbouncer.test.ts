import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { startPgBouncer } from '../../pgbouncer.ts'
import { type Postgres, startPostgres } from '../../postgres.ts'

const progress = () => undefined
let postgres: Postgres

beforeAll(async () => {
  postgres = await startPostgres({ progress })
}, 120_000)
afterAll(() => postgres.stop())

test.each(['transaction', 'session'] as const)(
  'answers in %s mode, pools as it says, and leaves nothing behind',
  async (mode) => {
    const pooler = await startPgBouncer(postgres, mode, { progress })
    const clients = [1, 2].map(() => new pg.Client({ connectionString: pooler.url('postgres') }))
    const pids: number[] = []
    for (const client of clients) {
      await client.connect()
      pids.push((await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid)
    }
    expect(new Set(pids).size).toBe(mode === 'session' ? 2 : 1)
    for (const client of clients) await client.end()
    await pooler.stop()
    expect(existsSync(`/proc/${pooler.pid}`)).toBe(false)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('omninode-pgbouncer-'))).toEqual([])
  },
)
