import { existsSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '../../postgres.ts'

const progress = () => undefined
const started: Postgres[] = []
afterAll(() => Promise.all(started.map((each) => each.stop())))

async function start(binaries: 'machine' | 'embedded'): Promise<Postgres> {
  const postgres = await startPostgres({ binaries, progress })
  started.push(postgres)
  return postgres
}

describe.each(['machine', 'embedded'] as const)('PostgreSQL from the %s binaries', (binaries) => {
  test('serves new databases, survives a crash, and asks for its password', async () => {
    const postgres = await start(binaries)
    await postgres.createDatabase('release')
    await postgres.query('release', 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)')
    await postgres.crash()
    expect((await postgres.query('release', 'SELECT id FROM kept')).rows).toEqual([{ id: 7 }])
    expect((await postgres.query('release', 'SHOW listen_addresses')).rows).toEqual([
      { listen_addresses: '127.0.0.1' },
    ])
    expect((await postgres.query('release', 'SHOW fsync')).rows).toEqual([{ fsync: 'on' }])
    const { default: pg } = await import('pg')
    const intruder = new pg.Client({
      connectionString: postgres.url('release').replace(/:[^:@]+@/, ':wrong@'),
    })
    await expect(intruder.connect()).rejects.toMatchObject({ code: '28P01' })
  }, 120_000)
})

test('leaves no process and no folder behind', async () => {
  const postgres = await startPostgres({ progress })
  const { rows } = await postgres.query('postgres', 'SHOW data_directory')
  const { pid } = postgres
  await postgres.stop()
  expect(existsSync(rows[0].data_directory)).toBe(false)
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
}, 60_000)
