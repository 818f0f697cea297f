import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type CommonInputs, choice, commonInputs, parseInputs } from '../action/inputs.ts'
import type { Step } from '../action/step.ts'
import { idTokenPermission } from '../identity/permission.ts'
import { Failure, Failures, failuresIn } from '../model/failure.ts'
import { isBlocking } from '../model/finding.ts'
import { makeOutcome, type Outcome } from '../model/outcome.ts'
import { effectiveChanges, type Plan } from '../model/plan.ts'
import { createRedactor } from '../redact/redactor.ts'
import type { World } from '../world/world.ts'
import type { Host } from './host.ts'
import { createLogger } from './logger.ts'

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
export function inputsOf<Schema extends z.ZodObject>(step: Step<Schema>): z.ZodObject {
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

function createWorld<S extends z.ZodObject>(step: Step<S>, host: Host, signal: AbortSignal): World {
  const redactor = createRedactor((secret) => host.mask(secret))
  const root = join(host.temp, 'omninode')
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const temp = mkdtempSync(join(root, `${step.name}-`))
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

/** A file for later steps of the job; holds masked values only, so it may outlive this step. */
function publishFile(host: Host, step: string, kind: 'plan' | 'outcome', value: unknown): string {
  const folder = mkdtempSync(join(host.temp, 'omninode', `${step}-${kind}-`))
  const file = join(folder, `${kind}.json`)
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`)
  return file
}

interface Command {
  readonly name: string
  /** Whether it is meant to act on the target. */
  readonly acts: boolean
  /** Whether it does so in this run. */
  readonly applies: boolean
  /** Whether what it does must have been shown on a pull request. */
  readonly reviewed: boolean
}

async function release<S extends z.ZodObject>(
  step: Step<S>,
  command: Command,
  inputs: z.output<S> & CommonInputs,
  world: World,
  host: Host,
): Promise<void> {
  const plan = await step.plan(inputs, command.name, world)
  const report = await import('./publish.ts')
  host.setOutput('digest', plan.digest)
  host.setOutput('plan', publishFile(host, step.name, 'plan', plan))
  host.setOutput('summary', JSON.stringify(counts(plan)))
  await report.publishPlan({ plan, command, inputs, world, host })

  const changes = effectiveChanges(plan)
  const blocking = blockingFindings(plan)
  let outcome: Outcome | undefined
  try {
    if (blocking.length > 0) throw new Failures(blocking)
    if (command.applies && changes.length > 0) {
      if (command.reviewed) await report.requireReview({ plan, inputs, world, host })
      outcome = await step.apply(plan, inputs, command.name, world)
    } else if (command.applies) {
      const now = world.clock()
      outcome = makeOutcome({
        step: step.name,
        target: plan.target,
        digest: plan.digest,
        startedAt: now,
        finishedAt: now,
        status: 'succeeded',
        changed: false,
        results: [],
      })
    }
  } finally {
    const changed = command.applies ? (outcome?.changed ?? false) : changes.length > 0
    host.setOutput('changed', String(changed))
    for (const [name, value] of Object.entries(step.report(plan, outcome))) {
      host.setOutput(name, world.redactor.mask(value))
    }
  }
  if (outcome === undefined) return
  host.setOutput('outcome', publishFile(host, step.name, 'outcome', outcome))
  report.publishOutcome({ plan, outcome, world, host })
  if (outcome.status !== 'succeeded') {
    throw new Failure({
      code: outcome.status === 'cancelled' ? 'CANCELLED' : 'NOT_APPLIED',
      what: `${step.name} ${outcome.status === 'cancelled' ? 'was cancelled' : 'failed'}: ${outcome.results.filter((result) => result.status === 'done').length} of ${changes.length} done.`,
      fix: 'The log and the step summary say which, and why.',
    })
  }
}

/**
 * Runs one step as an action: inputs → preflight → plan → publish → compare with the review → apply → publish →
 * outputs. Exits with 1 on any failure; expected ones as one annotation each, bugs with their stack trace.
 */
export async function runAction<S extends z.ZodObject>(step: Step<S>, host: Host): Promise<void> {
  const { values, problems } = parseInputs(inputsOf(step), host.inputs)
  const abort = new AbortController()
  let world: World | undefined
  let timer: NodeJS.Timeout | undefined
  try {
    if (host.problems.length > 0) throw new Failures([...host.problems, ...problems])
    world = createWorld(step, host, abort.signal)
    // A cancelled runner sends SIGINT, then SIGTERM; both mean the same, and the second changes nothing.
    host.onInterrupt((signal) => abort.abort(cancelled(step.name, signal)))

    const inputs = values as z.output<S> & CommonInputs // complete: the problems are thrown before they are used
    if (typeof inputs['github-token'] === 'string') world.redactor.add(inputs['github-token'])
    const name = typeof values['command'] === 'string' ? values['command'] : ''
    const acts = step.commands[name] === 'apply'
    const command: Command = {
      name,
      acts,
      applies: acts && inputs['dry-run'] !== true,
      reviewed: step.approvedElsewhere?.includes(name) !== true,
    }
    const preflight = await step.preflight(inputs, name, world)
    const tokenless = reviewToken(inputs, command)
    const all = [...problems, ...preflight, ...tokenless]
    if (all.length > 0) throw new Failures(all)

    timer = setTimeout(() => abort.abort(tooLate(inputs.timeout, step.name)), inputs.timeout)
    await release(step, command, inputs, world, host)
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
    host.exit(1)
  }
}

function reviewToken(inputs: Partial<CommonInputs>, command: Command): Failure[] {
  if (
    !command.applies ||
    !command.reviewed ||
    inputs.reviewed === 'off' ||
    inputs['github-token'] !== undefined
  )
    return []
  return [
    new Failure({
      code: 'REVIEW_TOKEN',
      what: '`reviewed` needs `github-token` to find what the pull request showed.',
      fix: 'Pass `github-token: ${{ github.token }}` with `permissions: pull-requests: read, checks: read`, or set `reviewed: off`.',
    }),
  ]
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
  const redactor = createRedactor((secret) => host.mask(secret))
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
