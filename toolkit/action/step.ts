import type * as z from 'zod'
import type { Failure } from '../model/failure.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Place, Plan, Remembered } from '../model/plan.ts'
import type { Review } from '../model/review.ts'
import type { StepName } from '../model/step.ts'
import type { Masked } from '../redact/masked.ts'
import type { TextOptions } from '../report/log.ts'
import type { World } from '../world/world.ts'
import type { CommonInputs } from './inputs.ts'
import type { Progress } from './progress.ts'

/** An output's name and its description in action.yml. */
export type OutputDescriptions = Readonly<Record<string, string>>

/** What a command comes to: a plan, a plan that is applied, or what was seen, which is neither. */
export type CommandKind = 'plan' | 'apply' | 'look'

export interface Command {
  readonly name: string
  /** Whether it only tells what it sees. */
  readonly looks: boolean
  /** Whether it is meant to act on the target. */
  readonly acts: boolean
  /** Whether it does so in this run: a dry run does not. */
  readonly applies: boolean
  /** Whether what it does must have been shown on a pull request. */
  readonly reviewed: boolean
}

/** What the caller of an action passed. */
export interface Given<Schema extends z.ZodObject> {
  readonly command: Command
  /** The inputs that are valid; all of them when there are no problems. */
  readonly valid: Partial<z.output<Schema> & CommonInputs>
  readonly problems: readonly Failure[]
}

/**
 * What all four actions are. `Inputs` is the one source of action.yml's inputs and of the README's table.
 *
 * `runAction` gives every step the common inputs and outputs; a step declares its own.
 */
export interface Step<Schema extends z.ZodObject, P extends Plan = Plan, O extends Outcome = Outcome> {
  readonly name: StepName
  readonly description: string
  /** The first one is the default. */
  readonly commands: Readonly<Record<string, CommandKind>>
  /** Commands that no pull request shows: the step itself makes sure that somebody has approved them. */
  readonly approvedElsewhere?: readonly string[]
  readonly inputs: Schema
  readonly outputs: OutputDescriptions
  /**
   * What of the inputs, as the caller wrote them, names the place: known before anything is opened, whatever is wrong
   * with it. Nothing of it is secret. By it the end of a run is told that could not find out its target.
   */
  asked(texts: Readonly<Record<string, string>>): readonly string[]
  /** Whether an apply only looks, as a proof does. */
  readonly onlyLooks?: true
  /**
   * Reads what the run is about, and keeps it. Nothing is touched yet.
   * @throws Failures of everything that is wrong, all at once: inputs, missing tools and permissions, sources that
   * cannot be read (`Opening` collects them).
   */
  open(given: Given<Schema>, world: World): Promise<Run<P, O>>
  /** The values of the step's own outputs; of a run that ended early, of as much as there is. */
  report(plan: P | undefined, outcome: (Outcome & Partial<O>) | undefined): Readonly<Record<string, string>>
}

/** What an apply asks, and leaves behind, so that a target only goes forwards. */
export interface Forwards {
  /** What the target will be released from. */
  readonly next: Remembered
  /**
   * Asked under the target's lock, before the first change; `next` is written there at once when it is allowed.
   * @param part of the target, as in `Plan.released`
   * @param remembered what the target says that it was last released from
   * @throws Failure RELEASE_OLDER, RELEASE_ASIDE, RELEASE_UNKNOWN or REVIEW_USED
   */
  allow(part: string, remembered: Remembered | undefined): Promise<void>
}

/**
 * What a command has seen that is no plan: it has no digest, and is compared, reviewed and commented nowhere. It is
 * masked first, and put into words after that.
 */
export interface Look<Value extends object = object> {
  /** As programs read it: plain JSON. An output that is called as the command names the file with it. */
  readonly value: Value
  text(value: Masked<Value>, options: TextOptions): string
  markdown(value: Masked<Value>): string
  /** The step's own outputs; `changed` and the common ones are not among them. */
  outputs(value: Masked<Value>): Readonly<Record<string, string>>
  /** What the output `summary` counts. */
  readonly counts: Readonly<Record<string, number>>
}

/** One run of a step, from its plan to its end. */
export interface Run<P extends Plan = Plan, O extends Outcome = Outcome> {
  /**
   * Where the run would have its effect, as its plan will say; reads what tells that, and nothing else.
   * @throws Failure when it cannot be told: what has no place has no review
   */
  place(): Promise<Place>
  /**
   * Reads only.
   * @param reviewed what was shown of this place, when it is to be applied
   */
  plan(reviewed?: Review): Promise<P>
  /** Keeps what the apply after the merge will need, and tells what has a place of its own to be told. Not for a dry run. */
  publish?(plan: P): Promise<void>
  /**
   * The only place that changes anything. Acts on what `plan` holds, and reads no source again. Never called for a
   * plan without changes.
   * @param progress told of each change as soon as it is known what became of it: that stands whatever ends the apply
   * @throws Failure or Failures of what was not done
   */
  apply(plan: P, forwards: Forwards, progress: Progress<O>): Promise<void>
  /**
   * Looks at a target of which an apply has nothing to change, and waits for what may still get well: "nothing to do" is
   * said of a target that is well. Reads only. Not for a step whose plan is that look.
   * @throws Failures of all that is not well, and of what cannot be told
   */
  prove?(plan: P): Promise<void>
  /**
   * Notes that parts of the target, of which nothing is to be changed, are what this commit wants: else what was shown
   * before could still be applied afterwards. Writes nothing but the note. Not for a step whose note is what it did.
   * @throws Failure of `forwards.allow`: then nothing is noted
   */
  remember?(parts: readonly string[], forwards: Forwards): Promise<void>
  /**
   * What a command sees that only looks: nothing is written for it, and nothing held. Not for a step without one.
   * @throws Failure when it cannot be told
   */
  look?(): Promise<Look>
  /** Ends connections, locks and temporary files. Called once, however the run ends. */
  close(): Promise<void>
}
