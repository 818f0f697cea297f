import type * as z from 'zod'
import type { Failure } from '../model/failure.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import type { StepName } from '../model/step.ts'
import type { World } from '../world/world.ts'
import type { CommonInputs } from './inputs.ts'

/** An output's name and its description in action.yml. */
export type OutputDescriptions = Readonly<Record<string, string>>

/**
 * What all four actions are. `Inputs` is the one source of action.yml's inputs and of the README's table.
 *
 * `runAction` gives every step the common inputs and outputs; a step declares its own.
 */
export interface Step<Schema extends z.ZodObject, P extends Plan = Plan, O extends Outcome = Outcome> {
  readonly name: StepName
  readonly description: string
  /** Command → whether it only plans or also applies. The first one is the default. */
  readonly commands: Readonly<Record<string, 'plan' | 'apply'>>
  /** Commands that no pull request shows: the step itself makes sure that somebody has approved them. */
  readonly approvedElsewhere?: readonly string[]
  readonly inputs: Schema
  readonly outputs: OutputDescriptions
  /**
   * Everything that is wrong before anything is touched: missing tools and permissions, sources that cannot be
   * read. Gets the inputs that are valid, so that all problems of a run are told at once.
   */
  preflight(
    inputs: Partial<z.output<Schema> & CommonInputs>,
    command: string,
    world: World,
  ): Promise<readonly Failure[]>
  /** Reads only. */
  plan(inputs: z.output<Schema> & Partial<CommonInputs>, command: string, world: World): Promise<P>
  /** The only place that changes anything. Never called for a plan without changes. */
  apply(plan: P, inputs: z.output<Schema> & Partial<CommonInputs>, command: string, world: World): Promise<O>
  /** The values of the step's own outputs. */
  report(plan: P, outcome: O | undefined): Readonly<Record<string, string>>
  /** Runs even after a cancel: waits for or rescues what was under way. */
  post?(state: Readonly<Record<string, string>>, world: World): Promise<void>
}
