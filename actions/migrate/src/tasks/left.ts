/** What of a plan is still to be done under the lock. */
import { compareWithHistory } from '#toolkit/migrations/compare.ts'
import type { Present } from '#toolkit/migrations/history.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import { contradictions } from './contradictions.ts'
import type { Task } from './task.ts'

/**
 * Of planned tasks those that another run has not done meanwhile.
 * @throws Failures of everything that contradicts history now; Failure PLAN_OUTDATED when what is left would not come
 * next
 */
export function tasksLeft(
  tasks: readonly Task[],
  { applied }: Pick<Present, 'applied'>,
  migrations: readonly Migration[],
  folder: string,
): readonly Task[] {
  const inEffect = new Set(applied.map(({ version }) => version))
  const left = tasks.filter(
    ({ direction, migration }) => inEffect.has(migration.version) === (direction === 'down'),
  )
  const [first] = left
  if (first === undefined) return []
  const up = first.direction === 'up'
  if (up) throwIfAny(contradictions(migrations, applied, folder))
  const next = up ? compareWithHistory(migrations, applied).pending : applied.toReversed()
  const wrong = left.findIndex(({ migration: { version, checksum } }, index) => {
    const due = next[index]
    return due?.version !== version || due.checksum !== checksum
  })
  if (wrong === -1) return left
  const [due, planned] = [next[wrong], left[wrong]]
  throw new Failure({
    code: 'PLAN_OUTDATED',
    what:
      due?.version === planned?.migration.version
        ? `Another content is in effect than ${planned?.address} undoes.`
        : `${due?.version} would have to be ${up ? 'applied' : 'undone'} before ${planned?.address}.`,
    why: 'Another run has changed the database since the plan was made. Nothing of this run was done.',
    fix: 'Plan again.',
  })
}
