/** A database's whole schema as text: what PostgreSQL's catalogue says of every object that a user has made. */
import pg from 'pg'
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import { grantQuery, holdersQuery, objectQueries } from './catalogue-objects.ts'
import { relationQueries } from './catalogue-relations.ts'

/** `table public.tenants`, `column public.tenants.slug`, `index public.x` → what it is. Sorted by address. */
export type Catalogue = ReadonlyMap<string, string>

/** What every query may read from: what is neither PostgreSQL's, nor an extension's, nor our own history. */
function sources({ schema, table }: HistoryTable): string {
  const [name, relation] = [pg.escapeLiteral(schema), pg.escapeLiteral(table)]
  // A history table in a schema of the user's is left out by itself.
  const apart = schema === 'public' ? 'false' : `n.nspname = ${name}`
  return `
  ext AS MATERIALIZED (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
  ns AS MATERIALIZED (
    SELECT n.oid, quote_ident(n.nspname) AS name, n.nspowner, n.nspacl,
           CASE WHEN n.nspowner NOT IN (10, (SELECT oid FROM pg_roles WHERE rolname = current_user)) AND n.nspname <> 'public'
             THEN 'OWNER ' || n.nspowner::regrole END AS owner
      FROM pg_namespace n
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT (${apart})
       AND NOT EXISTS (SELECT FROM ext WHERE ext.classid = 'pg_namespace'::regclass AND ext.objid = n.oid)),
  rel AS MATERIALIZED (
    SELECT c.*, ns.name || '.' || quote_ident(c.relname) AS name,
           CASE WHEN c.relowner NOT IN (10, (SELECT oid FROM pg_roles WHERE rolname = current_user)) THEN 'OWNER ' || c.relowner::regrole END AS owner
      FROM pg_class c JOIN ns ON ns.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c', 'S', 'i', 'I')
       AND NOT EXISTS (SELECT FROM ext WHERE ext.classid = 'pg_class'::regclass AND ext.objid = c.oid)
       AND NOT (ns.name = quote_ident(${name}) AND (c.relname = ${relation} OR c.relname LIKE ${relation} || '\\_%'))),
  typ AS MATERIALIZED (
    SELECT t.*, ns.name || '.' || quote_ident(t.typname) AS name
      FROM pg_type t JOIN ns ON ns.oid = t.typnamespace
     WHERE t.typtype IN ('b', 'd', 'e', 'r') AND t.typcategory <> 'A'
       AND NOT EXISTS (SELECT FROM ext WHERE ext.classid = 'pg_type'::regclass AND ext.objid = t.oid)),
  holders (object, owner, acl, usual) AS (${holdersQuery})`
}

/** Names are written with their schema, whatever the search path of the session is. */
function catalogueSql(version: number, history: HistoryTable): string {
  const union = [...objectQueries(version), ...relationQueries, grantQuery]
    .map((query) => `SELECT address, definition FROM (${query}) AS q (address, definition)`)
    .join('\nUNION ALL\n')
  return `BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = pg_catalog; SET LOCAL jit = off;
WITH ${sources(history)}
SELECT address, coalesce(definition, '') AS definition FROM (\n${union}\n) AS everything
 ORDER BY address COLLATE "C", definition COLLATE "C";
COMMIT`
}

const versions = new WeakMap<pg.Client, number>()

/** A server keeps its version as long as the connection lasts. */
async function versionOf(client: pg.Client): Promise<number> {
  const known = versions.get(client)
  if (known !== undefined) return known
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  )
  const version = rows[0]?.version ?? 0
  versions.set(client, version)
  return version
}

/** Reads everything but our own history. Neither data nor the values of sequences are part of it. */
export async function readCatalogue(client: pg.Client, history: HistoryTable): Promise<Catalogue> {
  const sql = catalogueSql(await versionOf(client), history)
  let results: unknown
  try {
    results = await client.query(sql)
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined) // the connection may be gone
    throw error
  }
  // One result for each of the five statements.
  const { rows } = (results as pg.QueryResult<{ address: string; definition: string }>[])[3] ?? { rows: [] }
  const catalogue = new Map<string, string>()
  for (const { address, definition } of rows) {
    // Two operators of an operator family may share an address; neither may hide the other.
    const before = catalogue.get(address)
    catalogue.set(address, before === undefined ? definition : `${before}\n${definition}`)
  }
  return catalogue
}

const ORDER = 'order of columns '

interface Orders {
  readonly was: readonly string[]
  readonly is: readonly string[]
}

/** The columns that both have, in the order of each; undefined when that is the same. */
function reordered(was: string, is: string): Orders | undefined {
  const [left, right] = [was.split(', '), is.split(', ')]
  const kept = left.filter((name) => right.includes(name))
  const now = right.filter((name) => left.includes(name))
  return kept.join() === now.join() ? undefined : { was: kept, is: now }
}

/** The fewest columns without which the others stand in the same order. */
function movedIn({ was, is }: Orders): string[] {
  const places = is.map((name) => was.indexOf(name))
  // The longest that ascends: for each place, how long it is there, and what comes before.
  const best = places.map(() => ({ length: 1, before: -1 }))
  for (const [index, place] of places.entries())
    for (let earlier = 0; earlier < index; earlier++) {
      const length = (best[earlier]?.length ?? 0) + 1
      if ((places[earlier] ?? 0) < place && length > (best[index]?.length ?? 0))
        best[index] = { length, before: earlier }
    }
  const longest = Math.max(0, ...best.map(({ length }) => length))
  const kept = new Set<number>()
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.before ?? -1)
    kept.add(at)
  return is.filter((_name, index) => !kept.has(index))
}

function lines(sign: string, address: string, definition: string): string[] {
  const [first = '', ...rest] = definition.trimEnd().split('\n')
  return [`${sign} ${address}${first === '' ? '' : `: ${first}`}`, ...rest.map((line) => `${sign}   ${line}`)]
}

/** What differs of two long texts, without the lines that both begin and end with. */
function changed(address: string, was: string, is: string): string[] {
  const [before, after] = [was.trimEnd().split('\n'), is.trimEnd().split('\n')]
  if (before.length === 1 && after.length === 1)
    return [...lines('-', address, was), ...lines('+', address, is)]
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const part = (all: readonly string[]) => all.slice(head, all.length - tail).join('\n')
  const place = head === 0 ? address : `${address} (from line ${head + 1})`
  return [...lines('-', place, part(before)), ...lines('+', place, part(after))]
}

/** A view as PostgreSQL writes it: what comes before its columns, each of them, and what comes behind. */
const VIEW = /^([\s\S]*?AS\n SELECT )([\s\S]*?)(\n {3}FROM [\s\S]*)$/

/** As the view's own columns are called: `t.a`, and `f(t.b) AS c`, are `a` and `c`. */
function nameIn(column: string): string {
  return / AS (\S+)$/.exec(column)?.[1] ?? column.slice(column.lastIndexOf('.') + 1)
}

/**
 * The columns of a view that is otherwise the same, in the order of each. `SELECT *` has them as the table had them when
 * the view was made.
 */
function reorderedView(was: string, is: string): Orders | undefined {
  const [[, head, before = '', rest] = [], [, headNow, after = '', restNow] = []] = [was, is].map(
    (definition) => VIEW.exec(definition.trimEnd()) ?? [],
  )
  if (head === undefined || head !== headNow || rest !== restNow) return undefined
  const [left = [], right = []] = [before, after].map((columns) =>
    columns.split(/,\n/).map((each) => each.trim()),
  )
  if (left.toSorted().join() !== right.toSorted().join()) return undefined
  return { was: left.map(nameIn), is: right.map(nameIn) }
}

/** What is different about one object. */
export interface ObjectDifference {
  /** Of a diff. */
  readonly lines: readonly string[]
  /** Each of it by itself: the same of two differences is the same thing, seen twice. */
  readonly about: readonly string[]
  /** What no statement undoes: the order of columns, and values that an enum has got. */
  readonly lasting?: 'order' | 'values'
}

function ofOrder(address: string, orders: Orders): ObjectDifference {
  return {
    lines: [...lines('-', address, orders.was.join(', ')), ...lines('+', address, orders.is.join(', '))],
    about: movedIn(orders).map((column) => `${address}: ${column}`),
    lasting: 'order',
  }
}

const ENUM = /^ENUM \((.*)\)(.*)$/s

/** The values that an enum has got, where it has kept all others in their order, and is the same otherwise. */
function addedValues(was: string, is: string): readonly string[] | undefined {
  const [[, before, rest] = [], [, after, restNow] = []] = [was, is].map((each) => ENUM.exec(each) ?? [])
  if (before === undefined || after === undefined || rest !== restNow) return undefined
  const [left, right] = [before, after].map((values) => values.split(/(?<='), (?=E?')/))
  const added = right?.filter((value) => left?.includes(value) !== true) ?? []
  const kept = right?.filter((value) => left?.includes(value) === true) ?? []
  return kept.join() === left?.join() ? added : undefined
}

function whole(all: readonly string[]): ObjectDifference {
  return { lines: all, about: [all.join('\n')] }
}

function differenceAt(
  address: string,
  was: string | undefined,
  is: string | undefined,
): ObjectDifference | undefined {
  if (was === is) return undefined
  if (address.startsWith(ORDER)) {
    const orders = was === undefined || is === undefined ? undefined : reordered(was, is)
    return orders === undefined ? undefined : ofOrder(address, orders)
  }
  if (was === undefined) return whole(lines('+', address, is ?? ''))
  if (is === undefined) return whole(lines('-', address, was))
  const orders = reorderedView(was, is)
  if (orders !== undefined) return ofOrder(address.replace(/^(?:materialized )?view /, ORDER), orders)
  const all = changed(address, was, is)
  const values = addedValues(was, is)
  if (values === undefined) return whole(all)
  return { lines: all, about: values.map((value) => `${address}: ${value}`), lasting: 'values' }
}

/**
 * What is gone, what is new, and both for what has changed, by address. Empty when the two are equal. The order of
 * columns counts only where columns that both have are in another one.
 */
export function catalogueDifferences(before: Catalogue, after: Catalogue): readonly ObjectDifference[] {
  const addresses = [...new Set([...before.keys(), ...after.keys()])].sort()
  return addresses.flatMap((address) => differenceAt(address, before.get(address), after.get(address)) ?? [])
}

/** The same as lines of one diff. */
export function catalogueDifference(before: Catalogue, after: Catalogue): readonly string[] {
  return catalogueDifferences(before, after).flatMap((each) => each.lines)
}
