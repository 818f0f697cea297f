import type { Ending } from '../model/ending.ts'
import type { Masked } from '../redact/masked.ts'
import type { World } from '../world/world.ts'

/** The parts of an end that hold texts, masked; how it ended, and where, is in words of our own. */
export function maskedEnding(ending: Ending, { redactor }: Pick<World, 'redactor'>): Masked<Ending> {
  const { plan, outcome, failures, difference, target } = ending
  return {
    ...ending,
    plan: plan && redactor.masked(plan),
    outcome: outcome && redactor.masked(outcome),
    failures: redactor.masked(failures),
    ...(difference === undefined ? {} : { difference: redactor.masked(difference) }),
    ...(target === undefined ? {} : { target: redactor.mask(target) }),
  } as Ending as Masked<Ending> // every text in it went through the redactor
}
