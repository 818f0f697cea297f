import { expect, test } from '@jest/globals'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { describePeer, type Peer } from '../../src/session/observer.ts'

const { world } = createTestWorld({ workspace: '/' })

const peer: Peer = {
  ...{
    pid: 7,
    application_name: 'psql',
    user: 'app',
    state: 'active',
    connected_ms: 65_000,
    transaction_ms: null,
  },
  ...{ query_start: null, query: "SELECT 'x'", phase: null, done: null },
}

test.each<[string, Partial<Peer>, string]>([
  ['since when it is connected', {}, 'pid 7 (psql), connected for 1 min 5 s, running: SELECT …'],
  [
    'that more than its name cannot be told, where the rights do not suffice',
    { state: '', connected_ms: null, query: '<insufficient privilege>' },
    'pid 7 (psql), since when cannot be told without pg_read_all_stats',
  ],
])('of another session is told %s', (_what, more, told) => {
  expect(describePeer({ ...peer, ...more }, world.run)).toBe(told)
})
