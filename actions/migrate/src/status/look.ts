/** Looks where a database stands, in one connection that reads. */
import type { Look } from '#toolkit/action/step.ts'
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import { type Migration, migrationAddress } from '#toolkit/migrations/migration.ts'
import { connect } from '#toolkit/postgres/session.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { World } from '#toolkit/world/world.ts'
import { explained } from '../sql/sql-failure.ts'
import { statusMarkdown } from './markdown.ts'
import { readState } from './read.ts'
import { type MigrationStatus, makeStatus, type Status } from './status.ts'
import { statusText } from './text.ts'

export interface StatusRequest {
  readonly target: DatabaseTarget
  /** As plans name it. */
  readonly place: string
  readonly name: string | undefined
  readonly history: HistoryTable
  readonly migrations: readonly Migration[]
}

/** As plans name it. */
function addressOf({ file = '' }: MigrationStatus): string {
  return migrationAddress({ up: { file, sql: '' } })
}

/** @throws Failure HISTORY_UNREADABLE, HISTORY_FOREIGN and those of `connect` */
export async function lookAtStatus(
  { target, place, name, history, migrations }: StatusRequest,
  world: World,
): Promise<Look<Status>> {
  const session = await connect(target, world, { signal: world.signal })
  try {
    const seen = await explained(() => readState(session, history))
    const status = makeStatus({ target: place, name, history, migrations }, seen, world)
    world.redactor.addIdentifiers([
      status.target,
      ...status.migrations.flatMap((each) => [each.version, each.name]),
    ])
    return {
      value: status,
      text: statusText,
      markdown: statusMarkdown,
      counts: status.counts,
      outputs: ({ head, migrations }) => ({
        applied: '[]',
        head,
        pending: JSON.stringify(
          migrations.flatMap((each) => (each.state === 'pending' ? [addressOf(each)] : [])),
        ),
      }),
    }
  } finally {
    await session.close()
  }
}
