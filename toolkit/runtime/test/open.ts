import type * as z from 'zod'
import type { Run, Step } from '../../action/step.ts'
import { type Failure, failuresIn } from '../../model/failure.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Plan } from '../../model/plan.ts'
import type { World } from '../../world/world.ts'
import { givenTo } from '../run.ts'

/** Opens a step as `runAction` does, with inputs as texts. @throws Failures of everything that is wrong */
export async function openStep<S extends z.ZodObject, P extends Plan, O extends Outcome>(
  step: Step<S, P, O>,
  command: string,
  inputs: Readonly<Record<string, string>>,
  world: World,
): Promise<Run<P, O>> {
  return step.open(givenTo(step, { command, reviewed: 'off', ...inputs }), world)
}

/** What is wrong with a run, all of it; none when it can be opened. */
export async function problemsOf(opening: Promise<Run>): Promise<readonly Failure[]> {
  try {
    await (await opening).close()
    return []
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0) throw error
    return failures
  }
}
