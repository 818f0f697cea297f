/** What goes wrong, in the log: an expected failure as what it is, and a bug with where it was. */
import { Failure, failuresIn } from '../model/failure.ts'
import type { World } from '../world/world.ts'

/** Expected failures as they are; a bug as one. */
export function failuresToTell(error: unknown, name: string): readonly Failure[] {
  const failures = failuresIn(error)
  if (failures.length > 0) return failures
  return [
    new Failure({
      code: 'BUG',
      what: `${name} failed in a way that it should not: ${error instanceof Error ? error.message : String(error)}.`,
      fix: 'Please open an issue at https://github.com/omninode-ai/omninode_infra/issues with the lines of the log.',
    }),
  ]
}

/** Where a bug was, and what was behind an expected failure. */
export function tellCause(error: unknown, log: World['log']): void {
  const failures = failuresIn(error)
  for (const { cause } of failures) if (cause instanceof Error) log.debug(cause.stack ?? cause.message)
  if (failures.length === 0 && error instanceof Error) log.info(error.stack ?? error.message)
}

/** What goes wrong beside the run itself. */
export function tell(error: unknown, name: string, log: World['log']): void {
  for (const failure of failuresToTell(error, name)) log.failure(failure)
  tellCause(error, log)
}
