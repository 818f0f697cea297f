/** Which releases of PostgreSQL are known here. */
import { Failure } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'

export const OLDEST = 14
/** Of the grammar that files are read by, and of the catalogue. */
export const NEWEST = 18

/** @param version `server_version_num` */
export function releaseOf(version: number): number {
  return Math.floor(version / 10_000)
}

/**
 * @param server `PostgreSQL 13.23`
 * @param version its `server_version_num`
 * @throws Failure DATABASE_OLD
 */
export function refuseOld(server: string, version: number, { database, host }: DatabaseTarget): void {
  if (releaseOf(version) >= OLDEST) return
  throw new Failure({
    code: 'DATABASE_OLD',
    what: `The database ${database} at ${host} is ${server}, and migrate works with PostgreSQL ${OLDEST} to ${NEWEST}.`,
    why: 'An older one lacks what is relied on: that it ends the statement of a run whose connection is gone, columns of its catalogue. Nothing was touched.',
    fix: `Upgrade the server to PostgreSQL ${OLDEST} or newer; until then migrate it with another tool.`,
  })
}

/** Of a server that came later than all that is known here. */
export function newerFindings(server: string, version: number): readonly Finding[] {
  if (releaseOf(version) <= NEWEST) return []
  return [
    finding(
      {
        rule: 'server-newer',
        severity: 'warning',
        verdict: 'unknown',
        message: `The server is ${server}, and migrate knows PostgreSQL ${OLDEST} to ${NEWEST}.`,
        why: `Files are read by the grammar of PostgreSQL ${NEWEST}: what came later is refused as an error of syntax, and which locks it takes cannot be told.`,
        fix: 'Use a newer release of the action, if there is one that knows this server.',
      },
      server,
    ),
  ]
}
