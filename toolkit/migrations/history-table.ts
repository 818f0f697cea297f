/** Where history is kept. */

/** A schema-qualified table; the view of the present state is beside it as `<table>_current`. */
export interface HistoryTable {
  readonly schema: string
  readonly table: string
}

/** `migrate.history`; undefined when it is not `schema.table`, in lower case. */
export function parseHistoryTable(text: string): HistoryTable | undefined {
  const [, schema, table] = /^([a-z_][a-z0-9_]{0,62})\.([a-z_][a-z0-9_]{0,54})$/.exec(text) ?? []
  return schema === undefined || table === undefined ? undefined : { schema, table }
}

/** Where history is unless somebody says otherwise. */
export const DEFAULT_HISTORY = 'migrate.history'

/** `migrate.history` */
export function historyName({ schema, table }: HistoryTable): string {
  return `${schema}.${table}`
}
