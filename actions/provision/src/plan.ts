/** Plans stacks: reads only. */
import type { Change } from '#toolkit/model/change.ts'
import { type Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import type { Finding } from '#toolkit/model/finding.ts'
import type { Part } from '#toolkit/model/part.ts'
import { makePlan, type Place, type Plan, type Remembered } from '#toolkit/model/plan.ts'
import type { Review } from '#toolkit/model/review.ts'
import { Sensitive } from '#toolkit/model/sensitive.ts'
import type { World } from '#toolkit/world/world.ts'
import { driftOf, plannedChanges, plannedOutputs, sensitiveValues, taintedOf } from './changes/changes.ts'
import { guard } from './changes/protect.ts'
import { drifted, unplanned, untouched, waiting } from './findings.ts'
import { ingredientsOf, type StackIngredients } from './ingredients.ts'
import { stateObject } from './inputs/backend-config.ts'
import { refuseMissingState } from './missing-state.ts'
import type { AskedStack, Provisioning, Selection } from './provisioning.ts'
import type { StackNode } from './stack/graph.ts'
import { inDependencyOrder, type Settled } from './stack/schedule.ts'
import { automaticVariables, blockLocator, type StackSources, sha256, sourcesOf } from './stack/sources.ts'
import { tellable } from './state/sensitive.ts'
import { generatedSince, snapshotOf } from './store/generated.ts'
import { withHolder } from './store/lock-note.ts'
import type { SavedPlanId, SealedPlan } from './store/plan-store.ts'
import { releasedFrom } from './store/released.ts'
import { lockedProviders } from './terraform/lock-file.ts'
import { fetchedModules } from './terraform/modules.ts'
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
  /** Address of a change → what of it is shown to nobody. */
  readonly sensitive: readonly (readonly [string, unknown])[]
  /** Texts that look like secrets. */
  readonly guesses: readonly string[]
  readonly findings: readonly Finding[]
  readonly outputs: Readonly<Record<string, unknown>>
  /** The stack whose apply must come before this one can be planned at all. */
  readonly waitsFor?: string
  readonly saved?: SavedPlanId
  readonly sealed?: SealedPlan
  readonly bundle?: string
}

/** The plan of a run, and what of it the apply after the merge will need. */
interface Planned {
  readonly plan: ProvisionPlan
  readonly bundles: readonly SealedPlan[]
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
  const { changes, sensitive, guesses } = plannedChanges(planned, stack.name, locate)
  const drift = driftOf(planned, stack.name, locate)
  const guarded = { stack: stack.name, changes, tainted: taintedOf(planned), settings: stack.settings }
  return {
    changes,
    sensitive,
    guesses,
    // To destroy a stack is what somebody typed its name for; what is protected stays so.
    findings: [...guard({ ...guarded, protect: run.protect }), ...drift.map(drifted)],
    outputs: plannedOutputs(planned),
  }
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

/** What fails only because something below is not applied. */
const NOT_YET: ReadonlySet<string> = new Set(['REMOTE_STATE'])

/** What is asked for, and what was shown of it when it is to be applied. */
interface Planning {
  readonly run: Selection
  readonly reviewed: Review | undefined
  /** What each stack was last released from. */
  readonly released: Readonly<Record<string, Remembered>>
  readonly world: World
}

async function planStack(
  workbench: Workbench,
  sourced: StackSources<AskedStack>,
  { run, reviewed, released, world }: Planning,
  done: ReadonlyMap<string, PlannedStack>,
): Promise<PlannedStack> {
  const { stack } = sourced
  try {
    const { json, ...kept } = await terraformPlanOf(workbench, sourced, run, world, reviewed)
    const read = readPlanJson(json, stack, run, world)
    if (read.changes.length === 0)
      await refuseMissingState(run, stack, released[stack.name] !== undefined, await workbench.bucket())
    world.log.info(
      `planned ${stack.folder}: ${read.changes.length === 0 ? 'nothing to do' : `${read.changes.length} to change`}`,
    )
    return { ...read, ...kept }
  } catch (thrown) {
    const error = await tellable(thrown, () => workbench.terraform(stack), 'plan', world)
    const below = waitsFor(stack, done)
    const failures = failuresIn(error)
    const notYet = failures.length > 0 && failures.every(({ code }) => NOT_YET.has(code))
    if (below === undefined || !notYet)
      throw await withHolder(error, workbench.bucket, stateObject(run, stack))
    world.log.info(`${stack.folder} cannot be planned before ${below} is applied`)
    return {
      changes: [],
      sensitive: [],
      guesses: [],
      findings: [waiting(stack, below)],
      outputs: {},
      waitsFor: below,
    }
  }
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
    return failures.map((failure) => ({ failure, finding: unplanned(stack, failure) }))
  })
  return { findings: found.map((each) => each.finding), failures: found.map((each) => each.failure) }
}

/**
 * What comes later may quote a secret that was only guessed. One that the plan shows elsewhere is none: a guess must not
 * hide what reviewers look for.
 */
function hideGuesses(guesses: readonly string[], changes: readonly Change[], { redactor }: World): void {
  const shown = JSON.stringify(changes)
  for (const guess of guesses)
    if (!shown.includes(JSON.stringify(guess).slice(1, -1))) redactor.addSensitive(guess)
}

/** What is remembered beside the state of each stack. */
async function releasedOf(run: Selection, workbench: Workbench): Promise<Record<string, Remembered>> {
  const bucket = await workbench.bucket()
  const found = await Promise.all(
    run.stacks.map(
      async (stack) => [stack.name, await releasedFrom(bucket, stateObject(run, stack))] as const,
    ),
  )
  return Object.fromEntries(found.flatMap(([name, each]) => (each === undefined ? [] : [[name, each]])))
}

/** What of a stack decides; its providers and modules as `init` has found them. */
async function stackIngredients(
  { stack, sources, variables }: StackSources<AskedStack>,
  planned: PlannedStack | undefined,
  workbench: Workbench,
  world: World,
): Promise<StackIngredients> {
  return {
    name: stack.name,
    tool: await workbench.tool(stack),
    providers: lockedProviders(stack, world),
    modules: fetchedModules(stack, world),
    sources,
    variables,
    bundle: planned?.bundle,
  }
}

/**
 * @param reviewed what was shown of the place, when it is to be applied
 * @throws Failures when no stack can be planned. Else what could not be planned is a finding of a plan, and a failure
 * that an apply ends with after it has applied the rest.
 */
export async function planStacks(
  run: Selection,
  place: Place,
  workbench: Workbench,
  world: World,
  reviewed?: Review,
): Promise<Planned> {
  const folders = run.graph.stacks.map(({ folder }) => folder)
  const released = await releasedOf(run, workbench)
  // Before anything is planned: planning may make files, also where another stack's module is.
  const sourced = new Map(
    run.stacks.map((stack) => [
      stack.name,
      {
        stack,
        sources: sourcesOf(run.code, stack, folders),
        variables: automaticVariables(run.code, stack),
      },
    ]),
  )
  const earlier = snapshotOf(run.stacks, world)
  const planning = { run, reviewed, released, world }
  const settled = await inDependencyOrder<AskedStack, PlannedStack>(
    run.stacks,
    run.parallelism,
    (stack, done) =>
      planStack(
        workbench,
        sourced.get(stack.name) ?? { stack, sources: {}, variables: {} }, // made of the same stacks
        planning,
        done,
      ),
  )
  world.signal.throwIfAborted()
  const { findings, failures } = failedIn(run.stacks, settled)
  const planned = run.stacks.flatMap(({ name }) => {
    const result = settled.get(name)
    return result?.status === 'done' ? [{ name, ...result.value }] : []
  })
  const { applies } = run
  const changes = planned.flatMap((each) => each.changes)
  hideGuesses(
    planned.flatMap((each) => each.guesses),
    changes,
    world,
  )
  // Whoever applies nothing has nothing to go on with.
  if (planned.length === 0 || (applies && changes.length === 0)) throwIfAny(failures)
  const made = generatedSince(earlier, snapshotOf(run.stacks, world), world.workspace)
  const { sensitive, ...ingredients } = ingredientsOf(
    run,
    await Promise.all(
      [...sourced.values()].map((each) =>
        stackIngredients(
          each,
          planned.find(({ name }) => name === each.stack.name),
          workbench,
          world,
        ),
      ),
    ),
    Object.fromEntries(made.map(({ name, content }) => [name, sha256(content)])),
    world.env,
  )
  const plan = makePlan({
    step: 'provision',
    ...place,
    name: run.name,
    createdAt: world.clock(),
    changes,
    findings: [
      ...(run.stacks.length === 0 ? [untouched(run)] : []),
      ...(applies ? [] : findings),
      ...planned.flatMap((each) => each.findings),
    ],
    parts: partsOf(run.stacks, settled),
    ...ingredients,
    released,
    sensitive: new Sensitive([...sensitive, ...planned.flatMap((each) => [...each.sensitive])]),
  })
  // What waits has no outputs.
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
    bundles: planned.flatMap(({ sealed }) => (sealed === undefined ? [] : [sealed])),
  }
}
