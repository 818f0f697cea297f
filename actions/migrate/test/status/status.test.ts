import { describe, expect, test } from '@jest/globals'
import type { Migration } from '#toolkit/migrations/migration.ts'
import { masked } from '#toolkit/redact/test/masked.ts'
import { withoutCommands } from '#toolkit/runtime/workflow-commands.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { runningOf, runningText } from '../../src/status/holder.ts'
import { statusMarkdown } from '../../src/status/markdown.ts'
import type { DatabaseState, HistoryRow } from '../../src/status/read.ts'
import { makeStatus } from '../../src/status/status.ts'
import { statusText } from '../../src/status/text.ts'

const { world } = createTestWorld({ workspace: '/', clock: () => new Date('2026-11-27T12:00:00Z') })

const migration = (version: string, name = 'a', checksum = 'sha256:0'): Migration => ({
  version,
  name,
  checksum,
  up: { file: `db/migrations/${version}_${name}.up.sql`, sql: '' },
  down: undefined,
  irreversible: undefined,
})

const row = (version: string, more: Partial<HistoryRow> = {}): HistoryRow => ({
  id: Number(version),
  version,
  name: 'a',
  checksum: 'sha256:0',
  direction: 'up',
  state: 'applied',
  started_at: new Date('2026-11-01T00:00:00Z'),
  finished_at: new Date('2026-11-01T00:00:01Z'),
  actor: 'octocat',
  sha: 'f'.repeat(40),
  run_url: 'https://github.com/octo/app/actions/runs/1',
  statement: null,
  begun: false,
  ...more,
})

const nothing: DatabaseState = {
  server: 'PostgreSQL 18.4',
  standby: false,
  history: 'there',
  note: undefined,
  applied: [],
  unfinished: [],
  holder: undefined,
  unseen: undefined,
}

const statusOf = (migrations: readonly Migration[], seen: Partial<DatabaseState> = {}) =>
  makeStatus(
    {
      target: 'postgres://db/app',
      name: undefined,
      history: { schema: 'migrate', table: 'history' },
      migrations,
    },
    { ...nothing, ...seen },
    world,
  )

const ten = (count: number) => String(count).padStart(5, '0')

describe('the state of a migration', () => {
  const tried = { state: 'failed', started_at: new Date('2026-11-02T00:00:00Z') } as const
  test.each<[string, Partial<DatabaseState>, object]>([
    ['pending without a row', {}, { state: 'pending' }],
    [
      'pending, with what was tried',
      { unfinished: [row('1', tried)] },
      { state: 'pending', note: 'failed on 2026-11-02T00:00:00.000Z by octocat, without effect' },
    ],
    [
      'failed where a part of it may be in effect',
      { unfinished: [row('1', { ...tried, begun: true, statement: 3 })] },
      { state: 'failed', note: 'it was refused by the server at statement 3' },
    ],
    [
      'interrupted when it was cancelled',
      { unfinished: [row('1', { state: 'cancelled', begun: true })] },
      { state: 'interrupted' },
    ],
    [
      'interrupted in its rollback',
      { applied: [row('1')], unfinished: [row('1', { state: 'running', begun: true, direction: 'down' })] },
      { state: 'interrupted', note: 'its rollback was cut off at statement 1' },
    ],
    [
      'applied',
      { applied: [row('1')] },
      { state: 'applied', how: 'applied', by: 'octocat', commit: 'f'.repeat(40) },
    ],
    [
      'applied before us',
      { applied: [row('1', { state: 'baselined' })] },
      { state: 'applied', how: 'baselined' },
    ],
    ['changed', { applied: [row('1', { checksum: 'sha256:1' })] }, { state: 'changed' }],
  ])('is %s', (_what, seen, told) => {
    expect(statusOf([migration('1')], seen).migrations).toMatchObject([told])
  })

  test('is gone without a file, and what has neither file nor effect is not told', () => {
    const seen = { applied: [row('1')], unfinished: [row('2', { state: 'failed' })] }
    expect(statusOf([], seen).migrations).toMatchObject([{ version: '1', state: 'gone' }])
  })
})

test('on a standby who is at work cannot be told', () => {
  const status = statusOf([], {
    standby: true,
    unseen: 'this is a standby, and the lock is held on its primary',
  })
  expect(status.running).toMatchObject({ who: 'unknown' })
  expect(statusText(masked(status), {})).toContain('Running now: cannot tell, because this is a standby')
})

test('a session that ended between two looks is told by its process alone', () => {
  const gone = {
    pid: 7,
    user: null,
    application: null,
    state: null,
    backend_start: null,
    xact_start: null,
    query_start: null,
    query: null,
    phase: null,
    done: null,
    blockers: [],
  }
  expect(runningText(runningOf(gone, undefined, world.run))).toMatch(
    /^Running now: pid 7; since when, and which statement: cannot tell/,
  )
})

describe('ten thousand migrations', () => {
  const all = Array.from({ length: 10_000 }, (_, index) => migration(ten(index)))
  const status = statusOf(all, {
    applied: all
      .slice(0, 9_800)
      .map(({ version }, index) => row(version, index === 4_000 ? { checksum: 'sha256:1' } : {})),
  })

  test('are held against history within moments, and told in few lines: what is to be looked at, and the newest', () => {
    const began = performance.now()
    const lines = statusText(masked(status), {}).split('\n')
    expect(lines.length).toBeLessThan(150)
    expect(lines[0]).toBe('Migrate status: 1 changed, 200 pending, 9,799 applied')
    expect(lines.filter((line) => line.includes('… '))).toEqual([
      expect.stringMatching(/^ {2}applied {2}… 9,779 more$/),
      expect.stringMatching(/^ {2}pending {2}… 100 more$/),
    ])
    expect(lines.some((line) => line.startsWith('  changed  04000_a'))).toBe(true)
    expect(lines.some((line) => line.startsWith('  applied  09799_a'))).toBe(true)
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('fit into a step summary, what is to be looked at first', () => {
    const markdown = statusMarkdown(masked(status))
    expect(Buffer.byteLength(markdown)).toBeLessThan(300_000)
    expect(markdown.indexOf('04000_a')).toBeLessThan(markdown.indexOf('09800_a'))
    expect(markdown).toMatch(/more/)
  })

  test('are all there for a program', () => {
    expect(Object.keys(status)).toEqual(
      'step command target server at history running head counts migrations'.split(' '),
    )
    expect(status.migrations).toHaveLength(10_000)
    expect(status.head).toBe('09799')
  })
})

describe('in a terminal', () => {
  const name = 'a_name_that_is_rather_long_for_what_it_does'
  const migrations = [migration('0001', name), migration('0002', name)]
  const status = statusOf(migrations, { applied: [row('0001', { name })] })
  const rows = (width: number) => statusText(masked(status), { width }).split('\n').slice(-3, -1)

  test.each([200, 100, 80, 60, 40, 20])(
    'of %d columns no line of the table is longer, and state and version are there',
    (width) => {
      for (const line of rows(width)) {
        expect(line.length).toBeLessThanOrEqual(Math.max(width, 25))
        expect(line).toMatch(/^ {2}(applied|pending) {2}000[12]_a/)
      }
    },
  )

  test('that is narrow, commit, person and time give way in this order, and the name last', () => {
    expect(rows(200)[0]).toContain('octocat  fffffff')
    expect(rows(88)[0]).toMatch(/Z {2}octocat$/)
    expect(rows(76)[0]).toMatch(/Z$/)
    expect(rows(40)[0]).toMatch(/…$/)
  })

  test('with colours each state has its own, and without there is no escape sequence', () => {
    expect(statusText(masked(status), { colour: true })).toContain('\u001b[32m  applied')
    expect(statusText(masked(status), {})).not.toContain('\u001b')
  })
})

test('hostile names, actors and statements command nobody, in the log and in the step summary', () => {
  const evil = '\u001b[2J\n::error::x | <img> @octocat\u202e'
  const status = statusOf([migration('1', evil)], {
    applied: [row('1', { name: evil, actor: evil, sha: evil, run_url: 'javascript:alert(1)' })],
    holder: {
      pid: 1,
      user: evil,
      application: evil,
      state: 'active',
      backend_start: new Date(0),
      xact_start: null,
      query_start: new Date(0),
      query: `SELECT '${evil}'; ::error::y`,
      phase: null,
      done: null,
      blockers: [],
    },
  })
  const text = withoutCommands(statusText(masked(status), {}))
  for (const each of ['\u001b[2J', '\u202e']) expect(text).not.toContain(each)
  expect(text).not.toMatch(/^\s*::error/m)
  const markdown = statusMarkdown(masked(status))
  expect(markdown).not.toMatch(/<img>|javascript:|\u202e|@octocat/)
  expect(markdown.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(3)
})
