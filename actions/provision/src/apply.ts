/** Applies exactly the plan files of this run, and tells what was done of them. */
import type { Progress } from '#toolkit/action/progress.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import type { Action, Change } from '#toolkit/model/change.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { type Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import type { Outcome, Result } from '#toolkit/model/outcome.ts'
import type { World } from '#toolkit/world/world.ts'
import { stateObject } from './inputs/backend-config.ts'
import type { Outputs, ProvisionPlan } from './plan.ts'
import type { AskedStack, Provisioning } from './provisioning.ts'
import type { StackNode } from './stack/graph.ts'
import { inDependencyOrder } from './stack/schedule.ts'
import { settle } from './state/rescue.ts'
import { tellable } from './state/sensitive.ts'
import { withHolder, withNote } from './store/lock-note.ts'
import type { SavedPlanId } from './store/plan-store.ts'
import { remember } from './store/released.ts'
import type { TerraformMessage } from './terraform/message.ts'
import type { Workbench } from './workbench.ts'

export interface ProvisionOutcome extends Outcome {
  readonly outputs: Outputs
}

/** Follows the apply of one stack: a result for every change, in the order in which Terraform finishes them. */
class Follower {
  readonly #stack: StackNode
  readonly #changes: ReadonlyMap<string, Change>
  readonly #world: World
  readonly #results = new Map<string, Result>()

  constructor(stack: StackNode, changes: readonly Change[], world: World) {
    this.#stack = stack
    this.#changes = new Map(changes.map((change) => [change.address, change]))
    this.#world = world
  }

  onMessage = (message: TerraformMessage): void => {
    if (message.type === 'apply_complete') this.#finish('done', message)
    if (message.type === 'apply_errored') this.#finish('failed', message)
  }

  #finish(status: Result['status'], { hook }: TerraformMessage): void {
    const address = `${this.#stack.name}/${hook?.resource.addr ?? ''}`
    const change = this.#changes.get(address)
    if (change === undefined) return
    // A replacement is a deletion and a creation: what came last counts.
    this.#results.delete(address)
    const durationMs = (hook?.elapsed_seconds ?? 0) * 1_000
    this.#results.set(address, { address, action: change.action, status, durationMs })
    this.#world.log.info(`${status} ${change.action} ${address} (${formatDuration(durationMs)})`)
  }

  /** What was finished, and what Terraform did not come to, or does not report one by one, such as outputs. */
  results(applied: boolean): Result[] {
    const rest = [...this.#changes.values()].filter(({ address }) => !this.#results.has(address))
    const status = (kind: string, action: Action): Result['status'] => {
      if (!applied) return 'skipped'
      const silent = kind === 'output' || !['create', 'update', 'replace', 'delete'].includes(action)
      return silent ? 'done' : 'unknown'
    }
    return [
      ...this.#results.values(),
      ...rest.map(({ address, action, kind }) => ({
        address,
        action,
        status: status(kind, action),
        durationMs: 0,
      })),
    ]
  }
}

/** What an apply goes by, and tells. */
export interface Applying {
  readonly forwards: Forwards
  readonly progress: Pick<Progress<ProvisionOutcome>, 'record' | 'add'>
}

/** What a plan holds of one stack. */
interface StackPart {
  readonly changes: readonly Change[]
  readonly outputs: Readonly<Record<string, unknown>>
  readonly saved: SavedPlanId | undefined
}

async function applyStack(
  workbench: Workbench,
  stack: AskedStack,
  { changes, outputs, saved }: StackPart,
  run: Provisioning,
  { forwards, record }: Pick<Applying, 'forwards'> & Pick<Progress, 'record'>,
  world: World,
): Promise<Readonly<Record<string, unknown>>> {
  world.signal.throwIfAborted()
  const key = stateObject(run, stack)
  const { planStore } = run
  const store = async () => (planStore === undefined ? undefined : workbench.store(planStore))
  if (changes.length === 0) return outputs
  const tool = await workbench.terraform(stack)
  await remember(await workbench.bucket(), key, stack.name, forwards)
  if (saved !== undefined) await (await store())?.claim(saved)
  world.log.info(`applying ${stack.folder}`)
  const follower = new Follower(stack, changes, world)
  try {
    const applied = await withNote(await workbench.bucket(), key, world, () =>
      tool.apply(follower.onMessage, run.code.ephemeralVariables(stack.folder)),
    )
    record(...follower.results(true))
    return applied
  } catch (thrown) {
    const error = await tellable(thrown, async () => tool, 'apply', world)
    const still = failuresIn(error).find(({ code }) => code === 'STILL_RUNNING')
    const results = follower.results(false)
    record(...results)
    for (const { address, status } of results)
      if (status === 'skipped') world.log.info(`not applied: ${address}`)
    if (still === undefined) await settle(tool, world, { store })
    else world.log.warning(still.message)
    throw await withHolder(error, workbench.bucket, key)
  }
}

function skipped(changes: readonly Change[], because: string): Result[] {
  return changes.map(({ address, action }) => ({
    address,
    action,
    status: 'skipped',
    durationMs: 0,
    message: `${because} was not applied, and this stack builds on it`,
  }))
}

/** Told by name, because what was applied may have changed what they read; they are planned by the next run. */
function tellReaders(stacks: readonly StackNode[], changed: ReadonlySet<string>, world: World): void {
  for (const { name, dependsOn } of stacks) {
    const below = dependsOn.map(({ to }) => to).filter((to) => changed.has(to))
    if (below.length > 0 && !changed.has(name))
      world.log.notice(`${name} reads outputs of ${below.join(', ')}, which changed: plan it again.`)
  }
}

/**
 * Applies the plan files that `planStacks` has left on the workbench.
 * @throws Failures of all stacks
 */
export async function applyStacks(
  plan: ProvisionPlan,
  run: Provisioning,
  applying: Applying,
  workbench: Workbench,
  world: World,
): Promise<void> {
  const { forwards, progress } = applying
  const changesOf = ({ name }: StackNode) =>
    plan.changes.filter((change) => change.address.startsWith(`${name}/`)) as Change[]
  const planned = run.stacks.filter(({ name }) => plan.outputs[name] !== undefined)
  // What is built upon is destroyed last.
  const order = run.command === 'destroy' ? reversed(planned) : planned
  const outputs: Record<string, Readonly<Record<string, unknown>>> = {}
  const results = new Map<string, readonly Result[]>()
  const settled = await inDependencyOrder(order, run.parallelism, async (stack) => {
    const changes = changesOf(stack)
    const part = { changes, outputs: plan.outputs[stack.name] ?? {}, saved: plan.saved[stack.name] }
    const record = (...made: readonly Result[]) => {
      results.set(stack.name, made)
      progress.record(...made)
    }
    outputs[stack.name] = await applyStack(workbench, stack, part, run, { forwards, record }, world)
    progress.add({ outputs: { ...outputs } })
  })
  progress.add({ outputs: { ...outputs } })
  // Stacks side by side end in any order.
  for (const { name } of order) progress.record(...(results.get(name) ?? []))
  world.signal.throwIfAborted()
  const failures: Failure[] = [...plan.failures]
  for (const stack of order) {
    const outcome = settled.get(stack.name)
    if (outcome?.status === 'done') continue
    if (outcome?.status === 'skipped') progress.record(...skipped(changesOf(stack), outcome.because))
    else failures.push(...known(outcome?.error))
  }
  const changed = [...results].filter(([, made]) => made.some(({ status }) => status === 'done'))
  tellReaders(run.graph.stacks, new Set(changed.map(([name]) => name)), world)
  throwIfAny(failures)
}

/** @throws what is no expected failure */
function known(error: unknown): readonly Failure[] {
  const failures = failuresIn(error)
  if (failures.length === 0) throw error
  return failures
}

/** The same stacks with every edge turned around. */
function reversed<S extends StackNode>(stacks: readonly S[]): S[] {
  return stacks.toReversed().map((stack) => ({
    ...stack,
    dependsOn: stacks.flatMap(({ name, dependsOn }) => {
      const edge = dependsOn.find(({ to }) => to === stack.name)
      return edge === undefined ? [] : [{ to: name, source: edge.source }]
    }),
  }))
}
