/**
 * The block of one large file: 40 MB of rows, as people and pg_dump write them, in one transaction; applied, and tried as
 * a pull request does, up, down, up again and watched: what that takes has no bound.
 */

import { busyNote, median, type Report, timesHeader, timesRow } from '../report/report.ts'
import { ours, psql, type Runner } from './peers.ts'
import { type Database, run, type Stage, type Taken, withDatabase } from './stage.ts'

/** Bytes. */
const SIZE = 40_000_000
const MOST_TIMES = 2
const MOST_MEGABYTES = 400

interface Rows {
  readonly sql: string
  readonly count: number
}

/** @param together how many rows a statement has */
function makeRows(together: number): Rows {
  const statements = [
    'CREATE TABLE large (id bigint PRIMARY KEY, name text, mail text, amount numeric, at timestamptz);\n',
  ]
  let [size, count] = [0, 0]
  while (size < SIZE) {
    const rows = Array.from({ length: together }, () => {
      const id = ++count
      const amount = ((id * 7_919) % 1_000_000) / 100
      return `(${id}, 'Customer number ${id}', 'customer.${id}@example.com', ${amount}, '2026-11-${10 + (id % 20)} 12:00:00+00')`
    })
    const statement = `INSERT INTO large VALUES\n${rows.join(',\n')};\n`
    statements.push(statement)
    size += statement.length
  }
  return { sql: statements.join(''), count }
}

/** Undefined when there is no table of them. */
async function rowsIn({ postgres }: Stage, { name }: Database): Promise<number | undefined> {
  const { rows } = await postgres.query(name, "SELECT to_regclass('large') IS NOT NULL AS there")
  if (rows[0]?.there !== true) return undefined
  return (await postgres.query(name, 'SELECT count(*)::int AS rows FROM large')).rows[0]?.rows
}

const forms = [
  ['1,000 rows a statement', 1_000],
  ['one row a statement', 1],
] as const

export async function large(stage: Stage, rounds = 3): Promise<Report> {
  const candidates = forms.flatMap(([form, together]) => {
    const { sql, count } = makeRows(together)
    const migrations = [{ number: 1, name: 'rows', up: sql, down: 'DROP TABLE large;\n' }]
    const runners: readonly (readonly [string, Runner, wanted?: RegExp])[] = [
      ['psql -1', psql(stage, ['-1'])],
      ['ours', ours(stage, 'apply')],
      ['ours, plan with the round trip', ours(stage, 'plan'), /^ {2}Round trip: held\./m],
    ]
    return runners.map(([name, runner, wanted]) => ({
      name,
      form,
      // A plan leaves nothing.
      count: wanted === undefined ? count : undefined,
      wanted,
      launch: runner(migrations),
      taken: [] as Taken[],
    }))
  })
  for (let round = 0; round <= rounds; round++) {
    for (const { name, form, count, wanted, launch, taken } of candidates) {
      const result = await withDatabase(stage, 'template0', async (database) => {
        const found = await run(stage, name, launch, database.url(), wanted)
        const left = await rowsIn(stage, database)
        if (left !== count) throw new Error(`${name} has left ${left} rows instead of ${count}`)
        return found
      })
      stage.progress(
        `large, round ${round} of ${rounds}: ${form}, ${name} ${result.milliseconds.toFixed(0)} ms`,
      )
      if (round > 0) taken.push(result)
    }
  }
  const find = (name: string, form: string) =>
    candidates.find((each) => each.name === name && each.form === form)?.taken ?? []
  const times = (taken: readonly Taken[]) => taken.map(({ milliseconds }) => milliseconds)
  const peak = (taken: readonly Taken[]) => Math.max(...taken.map(({ bytes }) => bytes)) / 1e6
  return {
    title: `large: one file of ${SIZE / 1e6} MB, ${rounds} rounds; base: psql in one transaction`,
    header: [...timesHeader, 'memory'],
    rows: candidates.map(({ name, form, taken }) => [
      ...timesRow(`${name}, ${form}`, times(taken), median(times(find('psql -1', form)))),
      `${peak(taken).toFixed(0)} MB`,
    ]),
    notes: busyNote(times(find('psql -1', forms[0][0]))),
    bounds: forms.flatMap(([form]) => {
      const [own, base] = [find('ours', form), find('psql -1', form)]
      return [
        {
          what: `ours, ${form}`,
          value: median(times(own)) / median(times(base)),
          most: MOST_TIMES,
          unit: '× psql -1',
        },
        { what: `ours, ${form}, memory`, value: peak(own), most: MOST_MEGABYTES, unit: 'MB' },
      ]
    }),
  }
}
