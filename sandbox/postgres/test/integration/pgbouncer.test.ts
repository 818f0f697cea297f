import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // the pooler is stopped under it
  await client.connect()
  return client
}

const pidOf = async (client: pg.Client): Promise<number> =>
  (await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid

test.each(['transaction', 'session'] as const)(
  'answers in %s mode, pools as it says, and leaves nothing behind, even with clients connected',
  async (mode) => {
    const pooler = await startPgBouncer(postgres, mode, { progress })
    const folder = readlinkSync(`/proc/${pooler.pid}/cwd`)
    const [first, second] = await Promise.all([1, 2].map(() => connect(pooler.url('postgres'))))
    if (first === undefined || second === undefined) throw new Error('two were made')
    const idle = await pidOf(first)
    await second.query('BEGIN')
    expect((await pidOf(second)) === idle).toBe(mode === 'transaction')
    await pooler.stop()
    expect(existsSync(`/proc/${pooler.pid}`)).toBe(false)
    expect(existsSync(folder)).toBe(false)
    await Promise.allSettled([first.end(), second.end()])
  },
  30_000,
)

test('does not run as root, and keeps the password to itself', async () => {
  const pooler = await startPgBouncer(postgres, 'session', { progress })
  try {
    expect(readFileSync(`/proc/${pooler.pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0\b/m)
    const { password } = new URL(pooler.url('postgres'))
    expect(readFileSync(`/proc/${pooler.pid}/cmdline`, 'utf8')).not.toContain(password)
    const users = join(readlinkSync(`/proc/${pooler.pid}/cwd`), 'users.txt')
    expect(execFileSync('stat', ['--format=%a', users], { encoding: 'utf8' }).trim()).toBe('600')
  } finally {
    await pooler.stop()
  }
})

/** The folders of poolers in a mode that is none; others belong to tests beside this one. */
function leftBehind(): string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith('omninode-pgbouncer-'))
    .filter((name) => {
      try {
        return readFileSync(join(tmpdir(), name, 'pgbouncer.ini'), 'utf8').includes('pool_mode = none')
      } catch {
        return false // gone in the meantime
      }
    })
}

test('what cannot start says why, and leaves no folder behind', async () => {
  const mode = 'none' as 'session' // PgBouncer knows no such mode
  await expect(startPgBouncer(postgres, mode, { progress })).rejects.toThrow(
    /pgbouncer exited with code 1\. The end of its log:\n.*pool_mode/s,
  )
  expect(leftBehind()).toEqual([])
})
