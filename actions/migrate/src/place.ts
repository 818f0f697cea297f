/** Where a run has its effect. */
import { DEFAULT_HISTORY, type HistoryTable, historyName } from '#toolkit/migrations/history-table.ts'
import type { Place } from '#toolkit/model/plan.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'

/** As it stands in a URL. */
function written(host: string): string {
  if (host.startsWith('/')) return encodeURIComponent(host)
  return host.includes(':') ? `[${host}]` : host
}

/**
 * Server, database and history: two histories in one database are two places. Names of hosts have no case, and whatever
 * stands in the name of a database, the place is on one line.
 */
export function databasePlace(
  { database, others = [], ...first }: Pick<DatabaseTarget, 'host' | 'port' | 'others' | 'database'>,
  history: HistoryTable,
): Place {
  const kept = historyName(history)
  const servers = [first, ...others].map(({ host, port }) => ({ host: host.toLowerCase(), port }))
  const authority = servers.map(({ host, port }) => `${written(host)}:${port}`).join(',')
  const [{ host, port } = first, ...rest] = servers
  return {
    target: `postgres://${authority}/${encodeURIComponent(database)}${kept === DEFAULT_HISTORY ? '' : ` ${kept}`}`,
    where: { host, port, ...(rest.length === 0 ? {} : { others: rest }), database, history: kept },
  }
}
