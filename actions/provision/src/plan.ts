/** Plans stacks: reads only. */
import type { Change } from '#toolkit/model/change.ts'
import { type Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Part } from '#toolkit/model/part.ts'
import { makePlan, type Plan } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import type { BoundBundle } from './bundle.ts'
import { driftOf, plannedChanges, plannedOutputs, sensitiveValues, taintedOf } from './changes/changes.ts'
import { guard } from './changes/protect.ts'
import { stateKey } from './inputs/backend-config.ts'
import type { AskedStack, Provisioning, Selection } from './provisioning.ts'
import type { StackNode } from './stack/graph.ts'
import { inDependencyOrder, type Settled } from './stack/schedule.ts'
import { blockLocator, type StackSources, sourcesOf } from './stack/sources.ts'
import { tellable } from './state/sensitive.ts'
import { withHolder } from './store/lock-note.ts'
import type { SavedPlanId } from './store/plan-store.ts'
import type { PlanJson } from './terraform/plan-json.ts'
import { terraformPlanOf } from './terraform-plan.ts'
import type { Workbench } from './workbench.ts'

/** What is known of the outputs, by stack. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The plan of a run: of all its stacks, as it is shown, reviewed and applied. */
export interface ProvisionPlan extends Plan {
  readonly outputs: Outputs
  /** Of stacks that could not be planned, when others can still be applied. */
  readonly failures: readonly Failure[]
  /** The plans that the preview saved, by stack. */
  readonly saved: Readonly<Record<string, SavedPlanId>>
}

/** What is planned for one stack. */
interface PlannedStack {
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
  readonly outputs: Readonly<Record<string, unknown>>
  /** The stack whose apply must come before this one can be planned at all. */
  readonly waitsFor?: string
  readonly saved?: SavedPlanId
  readonly bundle?: BoundBundle
}

/** The plan of a run, and what of it the apply after the merge will need. */
interface Planned {
  readonly plan: ProvisionPlan
  readonly bundles: readonly BoundBundle[]
}

/** Reads what was planned. Everything that is secret is masked before anything of it is shown. */
export function readPlanJson(
  planned: PlanJson,
  stack: StackNode,
  run: Pick<Provisioning, 'code' | 'protect' | 'command'>,
  world: World,
): PlannedStack {
  for (const secret of sensitiveValues(planned)) world.redactor.addSensitive(secret)
  const locate = blockLocator(run.code, stack)
  const changes = plannedChanges(planned, stack.name, locate)
  const drift = driftOf(planned, stack.name, locate)
  const guarded = { stack: stack.name, changes, tainted: taintedOf(planned), settings: stack.settings }
  return {
    changes,
    // To destroy a stack is what somebody typed its name for; what is protected stays so.
    findings: [...guard({ ...guarded, protect: run.protect }), ...drift.map(driftFinding)],
    outputs: plannedOutputs(planned),
  }
}

/** Told beside what is planned, because the plan puts it right, or the code should say it. */
function driftFinding(change: Change): Finding {
  const attributes = Object.keys((change.after ?? change.before ?? {}) as Record<string, unknown>)
  const what = change.action === 'delete' ? 'is gone' : `is different (${attributes.slice(0, 5).join(', ')})`
  return finding(
    {
      rule: 'drift',
      severity: 'notice',
      verdict: 'fail',
      message: `${change.address} ${what}, although nobody has applied that.`,
      why: 'It was changed outside of this code since it was last applied.',
      fix: 'Look whether the plan puts it back, and whether the code should say it instead.',
      ...(change.source === undefined ? {} : { source: change.source }),
    },
    change.address,
  )
}

/** A stack below that has changes, or waits itself: its outputs may not be there yet. */
function waitsFor(stack: StackNode, done: ReadonlyMap<string, PlannedStack>): string | undefined {
  return stack.dependsOn
    .map(({ to }) => to)
    .find((name) => {
      const below = done.get(name)
      return below !== undefined && (below.changes.length > 0 || below.waitsFor !== undefined)
    })
}

/** What fails only because something below is not applied: its outputs, or a plan that could not be made to be saved. */
const NOT_YET: ReadonlySet<string> = new Set(['REMOTE_STATE', 'PLAN_MISSING'])

async function planStack(
  workbench: Workbench,
  { stack, sources }: StackSources<AskedStack>,
  run: Selection,
  world: World,
  done: ReadonlyMap<string, PlannedStack>,
): Promise<PlannedStack> {
  try {
    const { json, ...kept } = await terraformPlanOf(workbench, { stack, sources }, run, world)
    const read = readPlanJson(json, stack, run, world)
    world.log.info(
      `planned ${stack.folder}: ${read.changes.length === 0 ? 'nothing to do' : `${read.changes.length} to change`}`,
    )
    return { ...read, ...kept }
  } catch (thrown) {
    const error = await tellable(thrown, () => workbench.terraform(stack), 'plan', world)
    const below = waitsFor(stack, done)
    const failures = failuresIn(error)
    const notYet = failures.length > 0 && failures.every(({ code }) => NOT_YET.has(code))
    if (below === undefined || !notYet) throw await withHolder(error, workbench.bucket, stateKey(run, stack))
    world.log.info(`${stack.folder} cannot be planned before ${below} is applied`)
    return { changes: [], findings: [waiting(stack, below)], outputs: {}, waitsFor: below }
  }
}

function waiting(stack: StackNode, below: string): Finding {
  const edge = stack.dependsOn.find(({ to }) => to === below)
  return finding(
    {
      rule: 'stack-waits',
      severity: 'warning',
      verdict: 'unknown',
      message: `${stack.name} cannot be planned before ${below} is applied.`,
      why: `It reads outputs that ${below} does not have yet. Nothing is applied that was not shown.`,
      fix: `Merge this, and let the preview run again: then ${stack.name} is planned.`,
      ...(edge === undefined ? {} : { source: edge.source }),
    },
    stack.name,
  )
}

/** What a failed stack is on a pull request, where the others are shown nevertheless. */
function failedFinding(stack: StackNode, { what, why = '', fix = '', source }: Failure): Finding {
  return finding(
    {
      rule: 'plan-failed',
      severity: 'error',
      verdict: 'fail',
      message: `${stack.name}: ${what}`,
      why,
      fix,
      ...(source === undefined ? {} : { source }),
    },
    `${stack.name}/${what}`,
  )
}

function partsOf(stacks: readonly StackNode[], settled: ReadonlyMap<string, Settled<PlannedStack>>): Part[] {
  return stacks.map(({ name }): Part => {
    const result = settled.get(name)
    if (result?.status === 'skipped') return { name, status: 'skipped', note: `builds on ${result.because}` }
    if (result?.status !== 'done') return { name, status: 'failed' }
    const { waitsFor: below } = result.value
    return below === undefined
      ? { name, status: 'planned' }
      : { name, status: 'waiting', note: `until ${below} is applied` }
  })
}

interface Failed {
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
}

function failedIn(stacks: readonly StackNode[], settled: ReadonlyMap<string, Settled<PlannedStack>>): Failed {
  const found = stacks.flatMap((stack) => {
    const result = settled.get(stack.name)
    if (result?.status !== 'failed') return []
    const failures = failuresIn(result.error)
    if (failures.length === 0) throw result.error // a bug, or a cancelled run
    return failures.map((failure) => ({ failure, finding: failedFinding(stack, failure) }))
  })
  return { findings: found.map((each) => each.finding), failures: found.map((each) => each.failure) }
}

/**
 * @throws Failures when no stack can be planned. Else what could not be planned is a finding of a plan, and a failure
 * that an apply ends with after it has applied the rest.
 */
export async function planStacks(run: Selection, workbench: Workbench, world: World): Promise<Planned> {
  const folders = run.graph.stacks.map(({ folder }) => folder)
  // Before anything is planned: planning may make files, also where another stack's module is.
  const sources = new Map(run.stacks.map((stack) => [stack.name, sourcesOf(run.code, stack, folders)]))
  const settled = await inDependencyOrder<AskedStack, PlannedStack>(
    run.stacks,
    run.parallelism,
    (stack, done) =>
      planStack(workbench, { stack, sources: sources.get(stack.name) ?? {} }, run, world, done),
  )
  world.signal.throwIfAborted()
  const { findings, failures } = failedIn(run.stacks, settled)
  const planned = run.stacks.flatMap(({ name }) => {
    const result = settled.get(name)
    return result?.status === 'done' ? [{ name, ...result.value }] : []
  })
  const applies = run.command === 'apply' || run.command === 'destroy'
  const changes = planned.flatMap((each) => each.changes)
  // Whoever applies nothing has nothing to go on with.
  if (planned.length === 0 || (applies && changes.length === 0)) throwIfAny(failures)
  const plan = makePlan({
    step: 'provision',
    target: run.directory,
    createdAt: world.clock(),
    changes,
    findings: [...(applies ? [] : findings), ...planned.flatMap((each) => each.findings)],
    parts: partsOf(run.stacks, settled),
    inputs: {
      stacks: run.stacks.map((stack) => stack.name),
      ...(run.command === 'destroy' ? { destroy: true } : {}),
    },
    sources: Object.assign({}, ...sources.values()),
  })
  // What waits was not even initialised.
  const outputs = Object.fromEntries(
    planned.flatMap(({ name, waitsFor: below, ...each }) =>
      below === undefined ? [[name, each.outputs]] : [],
    ),
  )
  const saved = Object.fromEntries(
    planned.flatMap((each) => (each.saved === undefined ? [] : [[each.name, each.saved]])),
  )
  return {
    plan: { ...plan, outputs, saved, failures: applies ? failures : [] },
    bundles: planned.flatMap(({ bundle }) => (bundle === undefined ? [] : [bundle])),
  }
}
