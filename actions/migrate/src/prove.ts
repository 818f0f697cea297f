/** Whether a database that nothing is to be run on is as history says: nothing is half done. */
import { throwIfAny } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { presentUnderLock } from './execute/acquire.ts'
import type { PlannedMigrations } from './plan.ts'
import { decides, type MigrateRequest } from './request.ts'
import { acquireLock } from './session/lock.ts'
import { explained } from './sql/sql-failure.ts'
import { unfinishedBeside, unfinishedFailure } from './tasks/unfinished.ts'

/**
 * That nothing is pending, the plan has read from history itself. What is unfinished there may be under way: then it is
 * waited for, under the lock.
 * @throws Failures MIGRATION_UNFINISHED, MIGRATE_LOCKED
 */
export async function proveMigrations(
  { database, attempt }: PlannedMigrations,
  request: MigrateRequest,
  world: World,
): Promise<void> {
  if (decides(request) || unfinishedBeside(database.present, []).length === 0) return
  const { session } = database
  const { history, lockWait, migrations } = request
  const present = await explained(async () => {
    const { present: locked } = await attempt()
    if (locked !== undefined) return locked
    await acquireLock(session, await database.observer(), history, lockWait, world)
    return presentUnderLock(database, history)
  })
  throwIfAny(unfinishedBeside(present, []).map((each) => unfinishedFailure(each, migrations)))
}
