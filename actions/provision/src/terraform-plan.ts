/** How Terraform's plan of a stack comes about: made here, or taken from where a preview has kept it. */
import { readFileSync } from 'node:fs'
import type { Review } from '#toolkit/model/review.ts'
import type { World } from '#toolkit/world/world.ts'
import { plannedChanges } from './changes/changes.ts'
import { bundleName } from './ingredients.ts'
import { backendConfig, backendWanted } from './inputs/backend-config.ts'
import type { AskedStack, Selection } from './provisioning.ts'
import type { StackSources } from './stack/sources.ts'
import { snapshotOf } from './store/generated.ts'
import type { SavedPlanId, SealedPlan } from './store/plan-store.ts'
import type { PlanJson } from './terraform/plan-json.ts'
import type { Workbench } from './workbench.ts'

/** Terraform's plan of one stack; its plan file lies where the tool applies it from. */
export interface TerraformPlan {
  readonly json: PlanJson
  /** Set when the apply after the merge is to go on with it. */
  readonly sealed?: SealedPlan
  /** sha256 of the bundle that a preview has saved, and that this is the plan of. */
  readonly bundle?: string
  /** Set when nobody has used that: it is claimed before it is applied. */
  readonly saved?: SavedPlanId
}

/** The bundle of a stack that was shown: nobody vouches for another one. */
function reviewedBundle(reviewed: Review | undefined, { name }: AskedStack): string | undefined {
  const id = reviewed?.from[bundleName(name)]
  return id !== undefined && /^[0-9a-f]{64}$/.test(id) ? id : undefined
}

export async function terraformPlanOf(
  workbench: Workbench,
  sourced: StackSources<AskedStack>,
  run: Selection,
  world: World,
  reviewed: Review | undefined,
): Promise<TerraformPlan> {
  const { stack } = sourced
  const tool = await workbench.terraform(stack)
  const init = () => tool.init(backendConfig(run, stack))
  const plan = () =>
    tool.plan({ varFiles: run.varFiles.map(({ file }) => file), destroy: run.command === 'destroy' })
  const named = run.command === 'apply' ? reviewedBundle(reviewed, stack) : undefined
  if (run.planStore === undefined || (run.command === 'apply' && named === undefined)) {
    await init()
    return { json: await plan() }
  }
  const { expectedOf, loadBundle, sealPlan } = await import('./bundle.ts')
  const { commit } = run.planStore
  const installed = await workbench.tool(stack)
  const expected = expectedOf(run, commit, sourced, installed, world)
  const store = await workbench.store(run.planStore)
  if (named === undefined) {
    await init()
    const earlier = snapshotOf([stack], world)
    const json = await plan()
    const sealed = await sealPlan(store, tool, stack, { expected, earlier }, world)
    return { json, sealed, bundle: sealed.id }
  }
  const { id, binding } = await loadBundle(store, named, tool, expected, backendWanted(run, stack), world)
  await init()
  const { checkConfiguration } = await import('./store/configuration.ts')
  checkConfiguration(readFileSync(tool.planFile), { stack, tool: installed.name, world })
  const changes = (json: PlanJson) => plannedChanges(json, stack.name, () => undefined).changes.length > 0
  const by = await store.usedBy({ id, binding })
  const kept = by === undefined ? await tool.show() : undefined
  if (kept !== undefined && changes(kept)) return { json: kept, bundle: id, saved: { id, binding } }
  // Of what nothing is to be done to, a saved plan knows how it was then: it is looked at again. So is what a run that is
  // repeated has done.
  const json = await plan()
  if (!changes(json)) return { json, bundle: id }
  // Not what was shown: the comparison with the review tells how.
  if (by === undefined) return { json }
  const { planUsed } = await import('./store/plan-store.ts')
  throw planUsed(stack.folder, by)
}
