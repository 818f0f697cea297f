import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { type CommonInputs, choice, commonInputs, parseInputs } from '../action/inputs.ts'
import { Opening } from '../action/opening.ts'
import { Progress } from '../action/progress.ts'
import type { Command, Given, Run, Step } from '../action/step.ts'
import { idTokenPermission } from '../identity/permission.ts'
import { type Ending, endingOf } from '../model/ending.ts'
import { Failure, Failures, failuresIn, throwIfAny } from '../model/failure.ts'
import { blockingFailures } from '../model/finding.ts'
import type { Outcome } from '../model/outcome.ts'
import { effectiveChanges, type Plan, type Remembered } from '../model/plan.ts'
import type { World } from '../world/world.ts'
import { createWorld, redactorOf } from './create-world.ts'
import { untrustedEvent } from './event.ts'
import type { ReleaseEvents } from './events.ts'
import { handOnProblems } from './hand-on-problems.ts'
import type { Host } from './host.ts'
import { createLogger } from './logger.ts'
import { RunPublisher } from './publish.ts'
import type { Permit } from './review.ts'
import { reviewToken } from './review-token.ts'
import { failuresToTell, tell, tellCause } from './tell.ts'

/** Milliseconds that an opening may take whose `timeout` cannot be read; it is refused in the end. */
const LONGEST_OPENING_MS = 600_000

/** Milliseconds that an opening, which changes nothing, may take to put things away when it is cancelled. */
const GIVING_UP_MS = 5_000

/** Milliseconds in which the place of a run must be told whose plan failed. */
const PLACE_MS = 5_000

/** Milliseconds that a run may take to be closed when nothing of it can be relied on any more. */
const CLOSING_MS = 30_000

/** The step's whole input schema: its commands, the common inputs and its own. */
export function inputsOf<S extends z.ZodObject>(step: Step<S>): z.ZodObject {
  const commands = Object.keys(step.commands) as [string, ...string[]]
  const [first] = commands
  const applying = commands.filter((name) => step.commands[name] === 'apply').map((name) => `\`${name}\``)
  const command = choice(
    `What to do; only ${applying.join(' and ')} act${applying.length === 1 ? 's' : ''} on the target.`,
    commands,
    first,
  )
  return z.object({ command, ...step.inputs.shape, ...commonInputs.shape })
}

function tooLate(timeout: number, name: string): Failure {
  return new Failure({
    code: 'TIMEOUT',
    what: `${name} did not finish within ${timeout / 1_000} s.`,
    fix: 'Raise `timeout:`, or find out from the log what it waited for.',
  })
}

function cancelled(name: string, signal: string): Failure {
  return new Failure({
    code: 'CANCELLED',
    what: `${name} was cancelled (${signal}).`,
    fix: 'Run the job again: what is done stays done, and the rest is done then.',
  })
}

/** What an opening gives; it is not waited for when it does not heed a cancel, or its deadline. */
async function opened<R>(opening: Promise<R>, signal: AbortSignal): Promise<R> {
  const over = new AbortController()
  const givenUp = new Promise<never>((_resolve, reject) => {
    const giveUp = () => setTimeout(() => reject(signal.reason), GIVING_UP_MS).unref()
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { signal: over.signal })
  })
  try {
    return await Promise.race([opening, givenUp])
  } finally {
    over.abort()
  }
}

/** What a plan is about, by all its names: of its place, and of each thing that it changes, and the parts of those. */
function* identifiersOf({ step, target, name = '', where, changes }: Plan): Generator<string> {
  yield* [step, target, name]
  for (const value of Object.values(where)) if (typeof value === 'string') yield value
  for (const { address, kind } of changes) yield* [address, kind, ...address.split('/'), ...kind.split(' ')]
}

async function permitOf<S extends z.ZodObject>(
  step: Step<S>,
  run: Run,
  command: Command,
  inputs: CommonInputs,
  world: World,
): Promise<Permit> {
  const { permitFor } = await import('./review.ts')
  return permitFor(run, { step: step.name, command, inputs, world })
}

/** The parts that nothing is to be done to, and that say that they were released from another commit. */
function unchangedParts(plan: Plan, { commit }: Remembered): string[] {
  const changed = effectiveChanges(plan).map(({ address }) => address)
  return Object.entries(plan.released).flatMap(([part, remembered]) => {
    const touched = part === '' ? changed.length > 0 : changed.some((each) => each.startsWith(`${part}/`))
    return touched || remembered.commit === commit ? [] : [part]
  })
}

/** Only forwards: what is older than what the target was released from, and changes nothing, does no harm. */
async function rememberUnchanged(run: Run, plan: Plan, { noting }: Permit, { log }: World): Promise<void> {
  const parts = noting === undefined ? [] : unchangedParts(plan, noting.next)
  if (noting === undefined || parts.length === 0) return
  try {
    await run.remember?.(parts, noting)
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0) throw error
    for (const { message } of failures) log.debug(`not noted: ${message}`)
  }
}

/** How far a run has come. */
interface Way<P extends Plan, O extends Outcome> {
  run?: Run<P, O>
  permit?: Permit
  plan?: P
  progress?: Progress<O>
}

interface Release<S extends z.ZodObject, P extends Plan, O extends Outcome> {
  readonly step: Step<S, P, O>
  readonly given: Given<S>
  readonly way: Way<P, O>
  readonly publisher: RunPublisher<S, P, O>
  /** None where nobody is told. */
  readonly events: ReleaseEvents<S> | undefined
  readonly world: World
}

/** What a run comes to when nothing goes wrong, or the way on which it does. */
async function release<S extends z.ZodObject, P extends Plan, O extends Outcome>(
  { step, given, way, publisher, events, world }: Release<S, P, O>,
  run: Run<P, O>,
  inputs: CommonInputs,
): Promise<void> {
  const { command } = given
  if (command.looks) {
    if (run.look === undefined) throw new Error(`${step.name} ${command.name} has nothing that it looks with`)
    publisher.looked(await run.look())
    return
  }
  events?.started()
  if (command.applies) way.permit = await permitOf(step, run, command, inputs, world)
  const { permit } = way
  const plan = await run.plan(permit?.review)
  way.plan = plan
  world.redactor.addIdentifiers(identifiersOf(plan))
  publisher.planned(plan)
  if (!inputs['dry-run']) await run.publish?.(plan)
  publisher.show(plan)
  events?.planned(plan)
  const blocking = blockingFailures(plan.findings)
  if (permit === undefined) {
    const shown = endingOf({ ...aboutOf(step, command), failures: blocking, cancelled: false, plan })
    await publisher.record(shown, plan, world)
  }
  throwIfAny(blocking)
  if (permit === undefined) return
  const idle = effectiveChanges(plan).length === 0
  if (!idle) await permit.check(plan)
  way.progress = new Progress<O>(plan, world.clock, step.onlyLooks)
  if (idle) await run.prove?.(plan)
  else await run.apply(plan, permit.forwards, way.progress)
  await rememberUnchanged(run, plan, permit, world)
}

function aboutOf({ name }: Pick<Step<z.ZodObject>, 'name'>, command: Command) {
  const { name: called, applies, looks } = command
  return { step: name, command: called, applies, outcome: undefined, ...(looks ? { looks } : {}) }
}

/** What the caller passed, as far as it is valid, and everything that is wrong with it. */
export function givenTo<S extends z.ZodObject>(
  step: Step<S>,
  texts: Readonly<Record<string, string>>,
): Given<S> {
  const { values, problems } = parseInputs(inputsOf(step), texts)
  const valid = values as Given<S>['valid'] // parsed with the step's own schema
  const name = typeof values['command'] === 'string' ? values['command'] : ''
  const acts = step.commands[name] === 'apply'
  const command: Command = {
    name,
    looks: step.commands[name] === 'look',
    acts,
    applies: acts && values['dry-run'] !== true,
    reviewed: step.approvedElsewhere?.includes(name) !== true,
  }
  const looksUp = command.applies && values['reviewed'] !== 'off'
  const tokenless = looksUp && values['github-token'] === undefined ? [reviewToken()] : []
  return { command, valid, problems: [...problems, ...tokenless] }
}

/** What keeps a run from going on, whatever the step is. */
function problemsOf<S extends z.ZodObject>({ command, valid }: Given<S>, host: Host): readonly Failure[] {
  const untrusted = host.run.event === 'pull_request_target'
  const handsOn = handOnProblems({ command, valid }, host)
  const needsIdToken = command.applies && valid.reviewed === 'required' && !host.mayRequestIdToken
  return [
    ...(untrusted ? [untrustedEvent()] : []),
    ...(needsIdToken ? [idTokenPermission()] : []),
    ...handsOn,
  ]
}

/** Where a run whose plan failed would have had its effect, if that can be told in time. */
async function placeIn(run: Run | undefined): Promise<string | undefined> {
  if (run === undefined) return undefined
  const asked = run.place().then(
    ({ target }) => target,
    () => undefined, // what it failed of is told already, or keeps nobody from telling the rest
  )
  return Promise.race([asked, sleep(PLACE_MS, undefined, { ref: false })])
}

/** Loaded where somebody is told of the release: it speaks to the network. */
async function eventsOf<S extends z.ZodObject>(
  step: Step<S>,
  given: Given<S>,
  host: Host,
  edge: Pick<World, 'clock' | 'log' | 'redactor'>,
): Promise<ReleaseEvents<S> | undefined> {
  if (typeof given.valid['events-url'] !== 'string') return undefined
  const { ReleaseEvents } = await import('./events.ts')
  return new ReleaseEvents(step, given, host, edge)
}

/**
 * Runs one step as an action: inputs → open → look, or plan → publish → compare with the review → apply, or prove that nothing is
 * to be done → tell how it ended → close. Exits with 1 on any failure; expected ones as one annotation each, bugs with their stack trace.
 */
export async function runAction<S extends z.ZodObject, P extends Plan, O extends Outcome>(
  step: Step<S, P, O>,
  host: Host,
): Promise<void> {
  let given = givenTo(step, host.inputs)
  given = { ...given, problems: [...given.problems, ...problemsOf(given, host)] }
  const abort = new AbortController()
  const way: Way<P, O> = {}
  let timer: NodeJS.Timeout | undefined
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= way.run?.close() ?? Promise.resolve()
    return closed
  }
  const world = host.problems.length > 0 ? undefined : createWorld(step, host, abort.signal)
  const redactor = world?.redactor ?? redactorOf(host)
  const edge = world ?? { clock: host.clock, redactor, log: createLogger(host, redactor) }
  const publisher = new RunPublisher(step, given, host, edge)
  let events: ReleaseEvents<S> | undefined

  /** How it ended, as it is told in this job; once, whatever comes later. */
  let ended: Ending | undefined
  const end = (thrown: unknown, target?: string): Ending => {
    if (ended !== undefined) return ended
    const cancelled = thrown !== undefined && abort.signal.aborted
    const error = cancelled && failuresIn(thrown).length === 0 ? abort.signal.reason : thrown
    const failures = error === undefined ? [] : failuresToTell(error, step.name)
    const known = error === undefined ? 'succeeded' : cancelled ? 'cancelled' : 'failed'
    const outcome = way.progress?.outcome(known)
    const difference = way.permit?.difference()
    ended = endingOf({
      ...aboutOf(step, given.command),
      failures,
      cancelled,
      plan: way.plan,
      outcome,
      ...(target === undefined ? {} : { target }),
      ...(difference === undefined ? {} : { difference }),
    })
    // What was refused before its first change has no outcome of its own.
    publisher.tell(ended, way.plan, ended.outcome && outcome)
    tellCause(error, edge.log)
    events?.ended(ended)
    return ended
  }
  host.onCrash((error) => {
    if (ended === undefined) end(error)
    else tell(error, step.name, edge.log)
    clearTimeout(timer)
    const exit = () => host.exit(1)
    setTimeout(exit, CLOSING_MS).unref()
    Promise.allSettled([close(), events?.settle()]).then(exit, exit)
  })
  try {
    if (world === undefined) throw new Failures([...host.problems, ...given.problems])
    const { 'github-token': token, timeout = LONGEST_OPENING_MS } = given.valid
    // A cancelled runner sends SIGINT, then SIGTERM; both mean the same, and the second changes nothing.
    host.onInterrupt((signal) => abort.abort(cancelled(step.name, signal)))

    if (typeof token === 'string') redactor.add(token)
    events = await eventsOf(step, given, host, edge)
    timer = setTimeout(() => abort.abort(tooLate(timeout, step.name)), timeout)
    way.run = await opened(step.open(given, world), abort.signal)
    const inputs: CommonInputs = new Opening(given).inputs()
    await release({ step, given, way, publisher, events, world }, way.run, inputs)
    clearTimeout(timer)
    // What was seen is told already, and is no end of a release.
    const ending = given.command.looks ? undefined : end(undefined)
    const told =
      ending !== undefined && given.command.applies ? publisher.report(ending, way.permit, world) : undefined
    const [closing] = await Promise.allSettled([close(), told])
    if (closing.status === 'rejected') throw closing.reason
    await events?.settle()
    host.exit(0)
  } catch (thrown) {
    clearTimeout(timer)
    if (ended !== undefined) tell(thrown, step.name, edge.log)
    else {
      const unplanned = way.plan === undefined && !abort.signal.aborted
      const ending = end(thrown, unplanned && publisher.reports ? await placeIn(way.run) : undefined)
      // Neither must wait for the other: after a cancel only moments are left.
      const told =
        world === undefined || ending.end === 'planned'
          ? undefined
          : publisher.report(ending, way.permit, world)
      await Promise.all([close().catch((also) => edge.log.debug(`closing: ${String(also)}`)), told])
    }
    // What ended the run is told already; that it could not be closed as well must not hide it.
    await close().catch(() => undefined)
    await events?.settle()
    host.exit(1)
  }
}
