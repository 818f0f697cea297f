/** Where a run has its effect. */
import { DEFAULT_HISTORY, type HistoryTable, historyName } from '#toolkit/migrations/history-table.ts'
import type { Place } from '#toolkit/model/plan.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'

/**
 * Server, database and history: two histories in one database are two places. Names of hosts have no case, and whatever
 * stands in the name of a database, the place is on one line.
 */
export function databasePlace(
  { host, port, database }: Pick<DatabaseTarget, 'host' | 'port' | 'database'>,
  history: HistoryTable,
): Place {
  const server = host.toLowerCase()
  const kept = historyName(history)
  const authority = `${server.includes(':') ? `[${server}]` : server}:${port}`
  return {
    target: `postgres://${authority}/${encodeURIComponent(database)}${kept === DEFAULT_HISTORY ? '' : ` ${kept}`}`,
    where: { host: server, port, database, history: kept },
  }
}
