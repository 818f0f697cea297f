import { describe, expect, test } from '@jest/globals'
import type { Applied } from '#toolkit/migrations/history.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { tasksLeft } from '../../src/tasks/left.ts'
import { recordedOf, type Task } from '../../src/tasks/task.ts'

function migration(version: string, checksum = `sha256:${version}`): Migration {
  const file = (direction: string) => ({ file: `m/${version}_x.${direction}.sql`, sql: 'SELECT 1' })
  return { version, name: 'x', up: file('up'), down: file('down'), irreversible: undefined, checksum }
}

const folder = ['1', '2', '3'].map((version) => migration(version))

function applied(...versions: readonly (string | Migration)[]): Applied[] {
  return versions.map((each, id) => ({
    ...recordedOf(typeof each === 'string' ? migration(each) : each),
    id,
    finishedAt: new Date(0),
  }))
}

function tasks(direction: 'up' | 'down', ...versions: readonly string[]): Task[] {
  const script = { file: 'f', sql: '', statements: [], directives: noDirectives, transactional: true }
  return versions.map((version) => ({
    address: `m/${version}`,
    migration: recordedOf(migration(version)),
    direction,
    script,
  }))
}

const noDirectives = {
  lockTimeout: undefined,
  statementTimeout: undefined,
  retries: undefined,
  allow: [],
  noTransaction: false,
  irreversible: undefined,
}

const left = (planned: readonly Task[], now: readonly Applied[]) =>
  tasksLeft(planned, { applied: now }, folder, 'm').map(({ migration: { version } }) => version)

function refusal(planned: readonly Task[], now: readonly Applied[]): string {
  try {
    return `left: ${left(planned, now).join(', ')}`
  } catch (error) {
    return failuresIn(error)
      .map(({ code, what }) => `${code}: ${what}`)
      .join('\n')
  }
}

describe('of a plan there is left', () => {
  test.each([
    ['everything, when nothing has happened', tasks('up', '1', '2', '3'), applied(), ['1', '2', '3']],
    ['what another run has not applied', tasks('up', '1', '2', '3'), applied('1', '2'), ['3']],
    ['nothing, when another run has applied it all', tasks('up', '2', '3'), applied('1', '2', '3'), []],
    ['what another run has not undone', tasks('down', '3', '2'), applied('1', '2'), ['2']],
    ['nothing, when another run has undone it', tasks('down', '3'), applied('1', '2'), []],
    [
      'everything to undo, when nothing has happened',
      tasks('down', '3', '2'),
      applied('1', '2', '3'),
      ['3', '2'],
    ],
  ])('%s', (_what, planned, now, expected) => {
    expect(left(planned, now)).toEqual(expected)
  })
})

describe('a plan is refused', () => {
  test.each([
    [
      'when what came before it was undone',
      tasks('up', '3'),
      applied('1'),
      'PLAN_OUTDATED: 2 would have to be applied before m/3.',
    ],
    [
      'when something took effect after what it undoes',
      tasks('down', '2'),
      applied('1', '2', '3'),
      'PLAN_OUTDATED: 3 would have to be undone before m/2.',
    ],
    [
      'when what it undoes was applied again with another content',
      tasks('down', '3'),
      applied('1', '2', migration('3', 'sha256:other')),
      'PLAN_OUTDATED: Another content is in effect than m/3 undoes.',
    ],
    [
      'when another run applied another content',
      tasks('up', '2', '3'),
      applied('1', migration('2', 'sha256:otherwise')),
      'MIGRATION_EDITED: m/2_x.up.sql was applied with another content.',
    ],
    [
      'when another run applied what the folder has not',
      tasks('up', '2', '3'),
      applied('1', '9'),
      'MIGRATION_GONE: 9 (x) is applied, but not in m.',
    ],
  ])('%s', (_what, planned, now, expected) => {
    expect(refusal(planned, now)).toBe(expected)
  })
})
