import { expect, test } from '@jest/globals'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import { newerFindings, refuseOld } from '../../src/session/releases.ts'

const target: DatabaseTarget = {
  host: 'db.example',
  port: 5432,
  database: 'orders',
  user: 'migrator',
  password: async () => undefined,
  tls: undefined,
}

test.each([
  ['PostgreSQL 13.23', 130_023],
  ['PostgreSQL 9.6.24', 90_624],
])('%s is too old, and what to do is told', (server, version) => {
  expect(() => refuseOld(server, version, target)).toThrow(
    expect.objectContaining({
      code: 'DATABASE_OLD',
      what: `The database orders at db.example is ${server}, and migrate works with PostgreSQL 14 to 18.`,
      why: expect.stringContaining('Nothing was touched.'),
      fix: expect.stringContaining('Upgrade'),
    }),
  )
})

test.each([
  ['PostgreSQL 14.0', 140_000],
  ['PostgreSQL 18.4', 180_004],
])('%s is known', (server, version) => {
  refuseOld(server, version, target)
  expect(newerFindings(server, version)).toEqual([])
})

test('a server that came later is told as one of which not all is known, and not refused', () => {
  refuseOld('PostgreSQL 19beta1', 190_000, target)
  expect(newerFindings('PostgreSQL 19beta1', 190_000)).toMatchObject([
    {
      rule: 'server-newer',
      severity: 'warning',
      verdict: 'unknown',
      message: 'The server is PostgreSQL 19beta1, and migrate knows PostgreSQL 14 to 18.',
      why: expect.stringContaining('grammar of PostgreSQL 18'),
    },
  ])
})
