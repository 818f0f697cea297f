/** The block of one large file: 40 MB of rows, as people and pg_dump write them, in one transaction. */

import { busyNote, median, type Report, timesHeader, timesRow } from '../report/report.ts'
import { ours, psql, type Runner } from './peers.ts'
import { run, type Stage, type Taken, withDatabase } from './stage.ts'

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

const forms = [
  ['1,000 rows a statement', 1_000],
  ['one row a statement', 1],
] as const

export async function large(stage: Stage, rounds = 3): Promise<Report> {
  const candidates = forms.flatMap(([form, together]) => {
    const { sql, count } = makeRows(together)
    const migrations = [{ number: 1, name: 'rows', up: sql, down: 'DROP TABLE large;\n' }]
    const runners: readonly (readonly [string, Runner])[] = [
      ['psql -1', psql(stage, ['-1'])],
      ['ours', ours(stage, 'apply')],
    ]
    return runners.map(([name, runner]) => ({
      name,
      form,
      count,
      launch: runner(migrations),
      taken: [] as Taken[],
    }))
  })
  for (let round = 0; round <= rounds; round++) {
    for (const { name, form, count, launch, taken } of candidates) {
      const result = await withDatabase(stage, 'template0', async (database) => {
        const found = await run(stage, name, launch, database.url())
        const { rows } = await stage.postgres.query(database.name, 'SELECT count(*)::int AS rows FROM large')
        if (rows[0]?.rows !== count) throw new Error(`${name} has left ${JSON.stringify(rows[0])}`)
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
