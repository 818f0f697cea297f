/** One run over the stacks of a directory: what it needs is opened by its plan, serves its apply, and is closed at its end. */
import type { Progress } from '#toolkit/action/progress.ts'
import type { Forwards, Run } from '#toolkit/action/step.ts'
import type { ConnectGitHub } from '#toolkit/github/token.ts'
import { failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import type { Place } from '#toolkit/model/plan.ts'
import type { Review } from '#toolkit/model/review.ts'
import type { World } from '#toolkit/world/world.ts'
import type { ProvisionOutcome } from './apply.ts'
import { stateObject } from './inputs/backend-config.ts'
import { placeOf } from './place.ts'
import type { ProvisionPlan } from './plan.ts'
import type { Provisioning } from './provisioning.ts'
import type { PlanStore, SealedPlan } from './store/plan-store.ts'
import type { Workbench } from './workbench.ts'

/** Keeps every bundle that can be kept. @throws Failures of `PlanStore.save` */
async function save(bundles: readonly SealedPlan[], store: PlanStore): Promise<void> {
  const failed = await Promise.allSettled(bundles.map((bundle) => store.save(bundle)))
  const errors = failed.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  const bug = errors.find((error) => failuresIn(error).length === 0)
  if (bug !== undefined) throw bug
  throwIfAny(errors.flatMap(failuresIn))
}

export class ProvisionRun implements Run<ProvisionPlan, ProvisionOutcome> {
  readonly #asked: Provisioning
  readonly #github: ConnectGitHub
  readonly #world: World
  #workbench: Promise<Workbench> | undefined
  /** What the plan has to leave behind. */
  #bundles: readonly SealedPlan[] = []

  constructor(asked: Provisioning, github: ConnectGitHub, world: World) {
    this.#asked = asked
    this.#github = github
    this.#world = world
  }

  async place(): Promise<Place> {
    await this.#maskVariables()
    const workbench = await this.#open()
    return placeOf(this.#asked, await workbench.account(), this.#world)
  }

  async plan(reviewed?: Review): Promise<ProvisionPlan> {
    const [{ select }, { planStacks }] = await Promise.all([import('./selection.ts'), import('./plan.ts')])
    await this.#maskVariables()
    const selection = await select(this.#asked, reviewed, this.#github, this.#world)
    const workbench = await this.#open()
    await workbench.begin()
    const { plan, bundles } = await planStacks(
      selection,
      await this.place(),
      workbench,
      this.#world,
      reviewed,
    )
    this.#bundles = bundles
    return plan
  }

  /** Saves the plans for the apply after the merge, and tells of drift in issues. */
  async publish(plan: ProvisionPlan): Promise<void> {
    const { command, planStore } = this.#asked
    if (planStore !== undefined && this.#bundles.length > 0) {
      const workbench = await this.#open()
      await save(this.#bundles, await workbench.store(planStore))
    }
    if (command === 'drift') {
      const { reportDrifts } = await import('./drift.ts')
      await reportDrifts(plan, this.#asked, await this.#github(command), this.#world)
    }
  }

  async apply(plan: ProvisionPlan, forwards: Forwards, progress: Progress<ProvisionOutcome>): Promise<void> {
    const { applyStacks } = await import('./apply.ts')
    await applyStacks(plan, this.#asked, { forwards, progress }, await this.#open(), this.#world)
  }

  async remember(parts: readonly string[], forwards: Forwards): Promise<void> {
    const [workbench, { remember }] = await Promise.all([this.#open(), import('./store/released.ts')])
    const bucket = await workbench.bucket()
    for (const stack of this.#asked.stacks)
      if (parts.includes(stack.name))
        await remember(bucket, stateObject(this.#asked, stack), stack.name, forwards)
  }

  async close(): Promise<void> {
    const workbench = await this.#workbench?.catch(() => undefined) // it failed, and the plan has told
    await workbench?.close()
  }

  /** Before anything that could quote them is asked for. */
  async #maskVariables(): Promise<void> {
    const { code, graph, varFiles } = this.#asked
    const { maskVariables } = await import('./state/sensitive.ts')
    maskVariables({ code, stacks: graph.stacks, varFiles: varFiles.map(({ file }) => file) }, this.#world)
  }

  #open(): Promise<Workbench> {
    this.#workbench ??= import('./workbench.ts').then(({ Workbench }) =>
      Workbench.open(this.#asked, this.#world),
    )
    return this.#workbench
  }
}
