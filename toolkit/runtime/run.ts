import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type CommonInputs, choice, commonInputs, parseInputs } from '../action/inputs.ts'
import { Opening } from '../action/opening.ts'
import type { Command, Given, Run, Step } from '../action/step.ts'
import { idTokenPermission } from '../identity/permission.ts'
import { Failure, Failures, failuresIn, throwIfAny } from '../model/failure.ts'
import { isBlocking } from '../model/finding.ts'
import { makeOutcome, type Outcome } from '../model/outcome.ts'
import { effectiveChanges, type Plan, type Remembered } from '../model/plan.ts'
import type { Masked } from '../redact/masked.ts'
import type { World } from '../world/world.ts'
import { createWorld, ROOT, redactorOf } from './create-world.ts'
import type { Host } from './host.ts'
import { createLogger } from './logger.ts'
import type { Permit } from './review.ts'
import { reviewToken } from './review-token.ts'

/** What every action puts out beside its own outputs. */
export const commonOutputs = {
  changed: '`true` when a plan would change something, or an apply did.',
  digest: 'Digest of the plan: what would change, and the inputs that decide it.',
  plan: 'Path of the plan as JSON, without sensitive values.',
  outcome: 'Path of the outcome as JSON; empty when nothing was applied.',
  summary: 'JSON object of counts: changes by action, findings by severity.',
} as const

/** Milliseconds that an opening may take whose `timeout` cannot be read; it is refused in the end. */
const LONGEST_OPENING_MS = 600_000

/** Milliseconds that an opening, which changes nothing, may take to put things away when it is cancelled. */
const GIVING_UP_MS = 5_000

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

function untrustedEvent(): Failure {
  return new Failure({
    code: 'EVENT_UNTRUSTED',
    what: 'This run was started by `pull_request_target`.',
    why: 'Such a run has the rights of the base, and the code and the files that it works on are those of the pull request.',
    fix: 'Use `on: pull_request`; what a fork’s pull request may not do is told there, and left out.',
  })
}

function cancelled(name: string, signal: string): Failure {
  return new Failure({ code: 'CANCELLED', what: `${name} was cancelled (${signal}).` })
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

function counts(plan: Plan): Record<string, number> {
  const result: Record<string, number> = {}
  for (const { action } of effectiveChanges(plan)) result[action] = (result[action] ?? 0) + 1
  for (const { severity } of plan.findings) result[severity] = (result[severity] ?? 0) + 1
  return result
}

/** What a plan is about, by all its names: of its place, and of each thing that it changes, and the parts of those. */
function* identifiersOf({ step, target, name = '', where, changes }: Plan): Generator<string> {
  yield* [step, target, name]
  for (const value of Object.values(where)) if (typeof value === 'string') yield value
  for (const { address, kind } of changes) yield* [address, kind, ...address.split('/'), ...kind.split(' ')]
}

function blockingFindings(plan: Plan): Failure[] {
  const blocking = plan.findings.filter(isBlocking)
  if (blocking.length === 0) return []
  return [
    new Failure({
      code: 'FINDINGS',
      what: `${blocking.length} finding${blocking.length === 1 ? '' : 's'} of severity error.`,
      fix: 'Each is annotated on its line and listed in the step summary with its fix.',
    }),
  ]
}

/** A file for later steps of the job. */
function publishFile(
  host: Host,
  step: string,
  kind: 'plan' | 'outcome',
  value: Masked<Plan> | Masked<Outcome>,
): string {
  const folder = mkdtempSync(join(host.temp, ROOT, `${step}-${kind}-`))
  const file = join(folder, `${kind}.json`)
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`)
  return file
}

function nothingDone(plan: Plan, now: Date): Outcome {
  return makeOutcome({
    step: plan.step,
    target: plan.target,
    digest: plan.digest,
    startedAt: now,
    finishedAt: now,
    status: 'succeeded',
    changed: false,
    results: [],
  })
}

function throwUnlessSucceeded({ step, status, results }: Outcome, wanted: number): void {
  if (status === 'succeeded') return
  const done = results.filter((result) => result.status === 'done').length
  throw new Failure({
    code: status === 'cancelled' ? 'CANCELLED' : 'NOT_APPLIED',
    what: `${step} ${status === 'cancelled' ? 'was cancelled' : 'failed'}: ${done} of ${wanted} done.`,
    fix: 'The log and the step summary say which, and why.',
  })
}

async function permitOf<S extends z.ZodObject>(
  step: Step<S>,
  run: Run,
  command: Command,
  inputs: CommonInputs,
  world: World,
  host: Host,
): Promise<Permit> {
  const { permitFor } = await import('./review.ts')
  return permitFor(run, { step: step.name, command, inputs, world, host })
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

async function release<S extends z.ZodObject, P extends Plan, O extends Outcome>(
  step: Step<S, P, O>,
  run: Run<P, O>,
  command: Command,
  inputs: CommonInputs,
  world: World,
  host: Host,
): Promise<void> {
  const permit = command.applies ? await permitOf(step, run, command, inputs, world, host) : undefined
  const plan = await run.plan(permit?.review)
  const report = await import('./publish.ts')
  const { redactor } = world
  redactor.addIdentifiers(identifiersOf(plan))
  const output = (name: string, value: string) => host.setOutput(name, redactor.maskJson(value))
  output('digest', plan.digest)
  output('plan', publishFile(host, step.name, 'plan', redactor.masked(plan)))
  output('summary', JSON.stringify(counts(plan)))
  if (!inputs['dry-run']) await run.publish?.(plan)
  await report.publishPlan({ plan, command, inputs, world, host })

  const changes = effectiveChanges(plan)
  let applied: O | undefined
  try {
    throwIfAny(blockingFindings(plan))
    if (permit !== undefined && changes.length > 0) {
      await permit.check(plan)
      applied = await run.apply(plan, permit.forwards)
    } else if (permit !== undefined) await run.prove?.(plan)
    if (permit !== undefined && (applied === undefined || applied.status === 'succeeded'))
      await rememberUnchanged(run, plan, permit, world)
  } finally {
    const changed = command.applies ? (applied?.changed ?? false) : changes.length > 0
    output('changed', String(changed))
    for (const [name, value] of Object.entries(step.report(plan, applied))) output(name, value)
  }
  if (!command.applies) return
  const outcome = applied ?? nothingDone(plan, world.clock())
  output('outcome', publishFile(host, step.name, 'outcome', redactor.masked(outcome)))
  report.publishOutcome({ plan, outcome, world, host })
  throwUnlessSucceeded(outcome, changes.length)
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
  const needsIdToken = command.applies && valid.reviewed === 'required' && !host.mayRequestIdToken
  return [...(untrusted ? [untrustedEvent()] : []), ...(needsIdToken ? [idTokenPermission()] : [])]
}

/**
 * Runs one step as an action: inputs → open → plan → publish → compare with the review → apply (or prove) → publish → outputs →
 * close. Exits with 1 on any failure; expected ones as one annotation each, bugs with their stack trace.
 */
export async function runAction<S extends z.ZodObject, P extends Plan, O extends Outcome>(
  step: Step<S, P, O>,
  host: Host,
): Promise<void> {
  let given = givenTo(step, host.inputs)
  const abort = new AbortController()
  let world: World | undefined
  let run: Run<P, O> | undefined
  let timer: NodeJS.Timeout | undefined
  const close = async () => {
    const opened = run
    run = undefined
    await opened?.close()
  }
  host.onCrash((error) => {
    tell(error, step.name, world?.log ?? createLogger(host, redactorOf(host)))
    clearTimeout(timer)
    const end = () => host.exit(1)
    setTimeout(end, CLOSING_MS).unref()
    close().then(end, end)
  })
  try {
    if (host.problems.length > 0) throw new Failures([...host.problems, ...given.problems])
    given = { ...given, problems: [...given.problems, ...problemsOf(given, host)] }
    const { 'github-token': token } = given.valid
    world = createWorld(step, host, abort.signal)
    // A cancelled runner sends SIGINT, then SIGTERM; both mean the same, and the second changes nothing.
    host.onInterrupt((signal) => abort.abort(cancelled(step.name, signal)))

    if (typeof token === 'string') world.redactor.add(token)
    const { timeout = LONGEST_OPENING_MS } = given.valid
    timer = setTimeout(() => abort.abort(tooLate(timeout, step.name)), timeout)
    run = await opened(step.open(given, world), abort.signal)
    const inputs: CommonInputs = new Opening(given).inputs()
    await release(step, run, given.command, inputs, world, host)
    await close()
    clearTimeout(timer)
    host.exit(0)
  } catch (thrown) {
    clearTimeout(timer)
    const error = abort.signal.aborted && failuresIn(thrown).length === 0 ? abort.signal.reason : thrown
    const log = world?.log ?? createLogger(host, redactorOf(host))
    tell(error, step.name, log)
    if (world !== undefined) {
      const { publishFailures } = await import('./publish.ts')
      publishFailures(step.name, failuresIn(error), world, host)
    }
    // What ended the run is told already; that it could not be closed as well must not hide it.
    await close().catch((also: unknown) => log.debug(`closing: ${String(also)}`))
    host.exit(1)
  }
}

/** Expected failures as one annotation each, bugs with their stack trace. */
export function tell(error: unknown, name: string, log: World['log']): void {
  const failures = failuresIn(error)
  for (const failure of failures) {
    log.failure(failure)
    if (failure.cause instanceof Error) log.debug(failure.cause.stack ?? failure.cause.message)
  }
  if (failures.length > 0) return
  log.failure(
    new Failure({
      code: 'BUG',
      what: `${name} failed in a way that it should not: ${error instanceof Error ? error.message : String(error)}.`,
      fix: 'Please open an issue at https://github.com/omninode-ai/omninode_infra/issues with the lines below.',
    }),
  )
  if (error instanceof Error) log.info(error.stack ?? error.message)
}
