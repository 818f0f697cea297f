/** A few rows in every empty table: locks show without them, but what is read whole shows only with rows. */
import pg from 'pg'
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import { isServerError } from '../../sql/sql-failure.ts'
import { sampleOf } from './sample.ts'
import {
  allowedBy,
  boundValues,
  type Ground,
  lineOf,
  readGround,
  type SeedColumn,
  type SeedTable,
} from './seed-tables.ts'

const ROWS = 10

export interface Seeded {
  /** Tables that stayed empty: what is read there cannot be told. As a reader knows them, without `public`. */
  readonly notSeeded: readonly string[]
  /** Tables that have made-up rows now. */
  readonly seeded: readonly string[]
  /** Takes the rows out again. */
  undo(): Promise<void>
}

/** Where the rows that a foreign key refers to come from. */
interface Source {
  readonly join: string
  readonly values: ReadonlyMap<string, string>
}

const quote = (name: string) => pg.escapeIdentifier(name)

/** Each row takes another row of the parent, as long as there are enough. */
function sourceOf(
  index: number,
  parent: SeedTable,
  columns: readonly string[],
  targets: readonly string[],
): Source {
  const from = `FROM ${parent.name} ORDER BY tableoid, ctid`
  const picked = targets.map((target, place) => `${quote(target)} AS k${place}`).join(', ')
  return {
    join: ` CROSS JOIN LATERAL (SELECT ${picked} ${from} OFFSET (i - 1) % (SELECT count(*) FROM (SELECT ${from} LIMIT ${ROWS}) few) LIMIT 1) f${index}`,
    values: new Map(columns.map((column, place) => [column, `f${index}.k${place}`])),
  }
}

function sample(column: SeedColumn): string | undefined {
  return sampleOf({ ...column, allowed: allowedBy(column.checks) })
}

/**
 * An INSERT for a table whose rows refer to those of the `filled`; undefined when a value is needed that cannot be made
 * up. A reference to a table without rows is left NULL; where it may not be, it is guessed as that table's rows will
 * be: the same sample, or the same number.
 */
function insertOf(table: SeedTable, ground: Ground, filled: ReadonlySet<number>): string | undefined {
  const columns = ground.columnsOf(table)
  const fixed = boundValues(table, ground)
  const given = new Map<string, string>()
  const without = new Set<string>()
  let joins = ''
  for (const [index, { columns: own, target, targetColumns }] of ground.foreignKeysOf(table).entries()) {
    const parent = ground.tableOf(target)
    if (own.some((name) => given.has(name) || fixed.has(name))) continue
    if (parent !== undefined && parent.oid !== table.oid && filled.has(parent.oid)) {
      const source = sourceOf(index, parent, own, targetColumns)
      joins += source.join
      for (const [name, value] of source.values) given.set(name, value)
    } else for (const name of own) without.add(name)
  }
  const named: string[] = []
  const values: string[] = []
  for (const column of columns) {
    const { column: name, type, required, bare, generated } = column
    if (generated) continue
    const bound = fixed.get(name)
    // A key that is random by default could not be guessed by those who refer to it.
    const guessable = bare || without.has(name) || (column.name === 'uuid' && ground.isReferred(table, name))
    const made = without.has(name) && !required ? 'NULL' : guessable ? sample(column) : undefined
    const value = bound === undefined ? (given.get(name) ?? made) : `${bound}::${type}`
    if (value === undefined) {
      if (bare && required) return undefined
      continue
    }
    named.push(quote(name))
    values.push(value)
  }
  const only = table.partitioned ? '' : 'ONLY '
  if (named.length === 0) return `INSERT INTO ${table.name} DEFAULT VALUES`
  return `INSERT INTO ${table.name} (${named.join(', ')}) OVERRIDING SYSTEM VALUE SELECT ${values.join(', ')} FROM generate_series(1, $1::int) AS i${joins} WHERE NOT EXISTS (SELECT FROM ${only}${table.name})`
}

/** Whether rows come to a table itself: a partitioned one gets them through its partitions, unless they are hashed. */
function isTarget(table: SeedTable, ground: Ground): boolean {
  if (table.partitioned) return table.strategy === 'hash' && table.parent === null
  return ground.tableOf(table.parent)?.strategy !== 'hash'
}

/** Parents first; of tables that refer to each other in a circle, the one that can do without first. */
function nextOf(left: readonly SeedTable[], ground: Ground): SeedTable | undefined {
  const pending = new Set(left.flatMap((table) => [...lineOf(table, ground)].map(({ oid }) => oid)))
  const open = (table: SeedTable) =>
    ground.foreignKeysOf(table).filter(({ target }) => target !== table.oid && pending.has(target))
  const needed = (table: SeedTable) =>
    open(table).some(({ columns }) =>
      ground.columnsOf(table).some(({ column, required }) => required && columns.includes(column)),
    )
  return left.find((table) => open(table).length === 0) ?? left.find((table) => !needed(table)) ?? left[0]
}

async function hasRows(client: pg.Client, { name }: SeedTable): Promise<boolean> {
  return (await client.query(`SELECT FROM ${name} LIMIT 1`)).rowCount !== 0
}

/** @returns whether the table has rows now, and whether they are ours */
async function fill(
  client: pg.Client,
  table: SeedTable,
  insert: string | undefined,
): Promise<'ours' | 'theirs' | 'none'> {
  if (await hasRows(client, table)) return 'theirs'
  if (insert === undefined) return 'none'
  // Where ten rows are too many, as under a unique key that is always the same, one may do.
  for (const rows of [ROWS, 1]) {
    try {
      const { rowCount } = await client.query(insert, insert.includes('$1') ? [rows] : [])
      if (rowCount !== 0) return 'ours'
    } catch (error) {
      if (!isServerError(error) || error.code.startsWith('57')) throw error // cancelled, or the server is gone
    }
  }
  return 'none'
}

/** Puts rows into what is empty. Where that is allowed, no trigger and no foreign key looks at them. */
export async function seed(client: pg.Client, history: HistoryTable): Promise<Seeded> {
  const ground = await readGround(client, history)
  const unwatched = await client.query("SET session_replication_role = 'replica'").then(
    () => true,
    () => false,
  )
  const filled = new Set<number>()
  const ours: SeedTable[] = []
  let left = ground.tables.filter((table) => isTarget(table, ground))
  for (let table = nextOf(left, ground); table !== undefined; table = nextOf(left, ground)) {
    const { oid } = table
    left = left.filter((each) => each.oid !== oid)
    const result = await fill(client, table, insertOf(table, ground, filled))
    if (result === 'none') continue
    for (const each of lineOf(table, ground)) filled.add(each.oid)
    if (result === 'ours') ours.push(table)
  }
  // A hashed table's rows lie wherever their hash put them.
  const empty: SeedTable[] = []
  for (const table of ground.tables)
    if (!filled.has(table.oid) && !(await hasRows(client, table))) empty.push(table)
  if (unwatched) await client.query('RESET session_replication_role')
  return {
    notSeeded: empty.map(({ title }) => title),
    seeded: ours.map(({ title }) => title),
    undo: async () => {
      if (unwatched) await client.query("SET session_replication_role = 'replica'")
      for (const { name } of ours.toReversed())
        await client.query(`DELETE FROM ${name}`).catch(() => undefined) // what is left only lies in the way of a scan
      if (unwatched) await client.query('RESET session_replication_role')
    },
  }
}
