/** One run over the stacks of a directory: what it needs is opened by its plan, serves its apply, and is closed at its end. */
import type { Run } from '#toolkit/action/step.ts'
import { failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { ProvisionOutcome } from './apply.ts'
import type { BoundBundle } from './bundle.ts'
import type { ConnectGitHub } from './inputs/github-token.ts'
import type { ProvisionPlan } from './plan.ts'
import type { Provisioning } from './provisioning.ts'
import type { PlanStore } from './store/plan-store.ts'
import type { Workbench } from './workbench.ts'

/** Keeps every bundle that can be kept. @throws Failures of `PlanStore.save` */
async function save(bundles: readonly BoundBundle[], store: PlanStore): Promise<void> {
  const failed = await Promise.allSettled(bundles.map(({ bundle, binding }) => store.save(bundle, binding)))
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
  #bundles: readonly BoundBundle[] = []

  constructor(asked: Provisioning, github: ConnectGitHub, world: World) {
    this.#asked = asked
    this.#github = github
    this.#world = world
  }

  async plan(): Promise<ProvisionPlan> {
    const [{ select }, { planStacks }] = await Promise.all([import('./selection.ts'), import('./plan.ts')])
    if (this.#asked.approval) {
      const { requireApproval } = await import('./destroy.ts')
      await requireApproval(await this.#github(this.#asked.command), this.#world)
    }
    const { code, graph, varFiles } = this.#asked
    const { maskVariables } = await import('./state/sensitive.ts')
    maskVariables({ code, stacks: graph.stacks, varFiles: varFiles.map(({ file }) => file) }, this.#world)
    const selection = await select(this.#asked, this.#github, this.#world)
    const { plan, bundles } = await planStacks(selection, await this.#open(selection), this.#world)
    this.#bundles = bundles
    return plan
  }

  /** Saves the plans for the apply after the merge, and tells of drift in issues. */
  async publish(plan: ProvisionPlan): Promise<void> {
    const { command, planStore } = this.#asked
    if (planStore !== undefined && this.#bundles.length > 0) {
      const workbench = await this.#open(this.#asked)
      await save(this.#bundles, await workbench.store(planStore))
    }
    if (command === 'drift') {
      const { reportDrift } = await import('./drift.ts')
      await reportDrift(plan, this.#asked, await this.#github(command), this.#world)
    }
  }

  async apply(plan: ProvisionPlan): Promise<ProvisionOutcome> {
    const { applyStacks } = await import('./apply.ts')
    return applyStacks(plan, this.#asked, await this.#open(this.#asked), this.#world)
  }

  async close(): Promise<void> {
    const workbench = await this.#workbench?.catch(() => undefined) // it failed, and the plan has told
    await workbench?.close()
  }

  #open(run: Provisioning): Promise<Workbench> {
    this.#workbench ??= import('./workbench.ts').then(({ Workbench }) => Workbench.open(run, this.#world))
    return this.#workbench
  }
}
