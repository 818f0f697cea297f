import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type CommonInputs, choice, commonInputs, parseInputs } from '../action/inputs.ts'
import { Opening } from '../action/opening.ts'
import type { Command, Given, Run, Step } from '../action/step.ts'
import { idTokenPermission } from '../identity/permission.ts'
import { Failure, Failures, failuresIn, throwIfAny } from '../model/failure.ts'
import { isBlocking } from '../model/finding.ts'
import { makeOutcome, type Outcome } from '../model/outcome.ts'
import { effectiveChanges, type Plan } from '../model/plan.ts'
import type { Masked } from '../redact/masked.ts'
import { namesSecret } from '../redact/names.ts'
import { createRedactor, type Redactor } from '../redact/redactor.ts'
import type { World } from '../world/world.ts'
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

const VERSION = '0.1.0'

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

const URL_WITH_PASSWORD = /:\/\/[^\s/@]*:[^\s@]+@/

/** What a job has in its environment and inputs, as far as their names, or passwords in URLs, say that it is secret. */
function redactorOf(host: Host): Redactor {
  const redactor = createRedactor((secret) => host.mask(secret))
  for (const [name, value] of Object.entries(host.childEnvironment)) {
    const isToken = name.startsWith('TF_TOKEN_')
    if (isToken || namesSecret(name) || URL_WITH_PASSWORD.test(value))
      redactor.addSensitive(value, isToken ? 'token' : name)
  }
  for (const [name, value] of Object.entries(host.inputs))
    if (URL_WITH_PASSWORD.test(value) || name === 'github-token') redactor.addSensitive(value, name)
  if (host.artifacts !== undefined) redactor.add(host.artifacts.token)
  return redactor
}

function createWorld({ name }: { readonly name: string }, host: Host, signal: AbortSignal): World {
  const redactor = redactorOf(host)
  const root = join(host.temp, 'omninode')
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const temp = mkdtempSync(join(root, `${name}-`))
  host.saveState('temp', temp)
  return {
    clock: host.clock,
    log: createLogger(host, redactor),
    signal,
    random: host.random,
    env: host.childEnvironment,
    workspace: host.workspace,
    temp,
    redactor,
    run: host.run,
    machine: host.machine,
    toolVersion: VERSION,
    mayRequestIdToken: host.mayRequestIdToken,
    idToken: async (audience) => {
      if (!host.mayRequestIdToken) throw idTokenPermission()
      const token = await host.idToken(audience)
      redactor.add(token)
      return token
    },
    saveState: host.saveState,
  }
}

function tooLate(timeout: number, name: string): Failure {
  return new Failure({
    code: 'TIMEOUT',
    what: `${name} did not finish within ${timeout / 1_000} s.`,
    fix: 'Raise `timeout:`, or find out from the log what it waited for.',
  })
}

function cancelled(name: string, signal: string): Failure {
  return new Failure({ code: 'CANCELLED', what: `${name} was cancelled (${signal}).` })
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
  const folder = mkdtempSync(join(host.temp, 'omninode', `${step}-${kind}-`))
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
    }
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

/**
 * Runs one step as an action: inputs → open → plan → publish → compare with the review → apply → publish → outputs →
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
  try {
    if (host.problems.length > 0) throw new Failures([...host.problems, ...given.problems])
    const { 'github-token': token, reviewed = 'off' } = given.valid
    if (given.command.applies && reviewed !== 'off' && !host.mayRequestIdToken)
      given = { ...given, problems: [...given.problems, idTokenPermission()] }
    world = createWorld(step, host, abort.signal)
    // A cancelled runner sends SIGINT, then SIGTERM; both mean the same, and the second changes nothing.
    host.onInterrupt((signal) => abort.abort(cancelled(step.name, signal)))

    if (typeof token === 'string') world.redactor.add(token)
    run = await step.open(given, world)
    const inputs: CommonInputs = new Opening(given).inputs()

    timer = setTimeout(() => abort.abort(tooLate(inputs.timeout, step.name)), inputs.timeout)
    await release(step, run, given.command, inputs, world, host)
    await close()
    clearTimeout(timer)
    host.exit(0)
  } catch (thrown) {
    clearTimeout(timer)
    const error = abort.signal.aborted && failuresIn(thrown).length === 0 ? abort.signal.reason : thrown
    const log = world?.log ?? createLogger(host, createRedactor())
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

function tell(error: unknown, name: string, log: World['log']): void {
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

/** The `post` phase: runs even after a cancel, and removes what the step kept for itself. */
export async function runPost<S extends z.ZodObject>(step: Step<S>, host: Host): Promise<void> {
  const kept = host.state['temp']
  if (kept === undefined || host.problems.length > 0) return
  const abort = new AbortController()
  const redactor = redactorOf(host)
  const log = createLogger(host, redactor)
  try {
    await step.post?.(host.state, {
      clock: host.clock,
      log,
      signal: abort.signal,
      random: host.random,
      env: host.childEnvironment,
      workspace: host.workspace,
      temp: kept,
      redactor,
      run: host.run,
      machine: host.machine,
      toolVersion: VERSION,
      mayRequestIdToken: host.mayRequestIdToken,
      idToken: host.idToken,
      saveState: host.saveState,
    })
  } catch (error) {
    tell(error, `${step.name} (post)`, log)
    host.exit(1)
  } finally {
    rmSync(kept, { recursive: true, force: true })
  }
}
