import { expect, test } from '@jest/globals'
import { progressText } from '../../src/execute/watch.ts'
import type { BuildProgress, Peer } from '../../src/session/observer.ts'

const peer: Peer = {
  pid: 4711,
  application_name: 'psql',
  user: 'app',
  state: 'active',
  connected_ms: 1_000,
  transaction_ms: 500,
  query_start: new Date('2026-11-27T12:00:00Z'),
  query: 'SELECT 1',
  phase: null,
  done: null,
}

test.each<[string, readonly Peer[], BuildProgress | undefined, string]>([
  ['how long it takes', [], undefined, 'a.sql:4: 12.0 s'],
  [
    'whom it waits for, and since when that one is at it',
    [peer],
    undefined,
    'a.sql:4: 12.0 s; waits for pid 4711 (psql), whose statement began 2026-11-27T12:00:00.000Z',
  ],
  [
    'that the rights do not suffice to tell since when',
    [{ ...peer, query_start: null }],
    undefined,
    'a.sql:4: 12.0 s; waits for pid 4711 (psql); since when it is at it, cannot be told',
  ],
  [
    'of an index build how far it is, in percent',
    [],
    { phase: 'building index: scanning table', done: 86.9, locker: null },
    'a.sql:4: 12.0 s; index build: building index: scanning table, 86 %',
  ],
  [
    'whom an index build waits for',
    [],
    { phase: 'waiting for writers before build', done: null, locker: 7 },
    'a.sql:4: 12.0 s; index build: waiting for writers before build, waits for pid 7',
  ],
])('a statement that takes long is told with %s', (_what, blockers, build, told) => {
  expect(progressText('a.sql:4', 12_345, blockers, build)).toBe(told)
})
