/** How Terraform's plan of a stack comes about: made here, or taken from where a preview has kept it. */
import type { World } from '#toolkit/world/world.ts'
import type { BoundBundle } from './bundle.ts'
import { plannedChanges } from './changes/changes.ts'
import { backendConfig } from './inputs/backend-config.ts'
import type { AskedStack, Selection } from './provisioning.ts'
import type { StackSources } from './stack/sources.ts'
import type { SavedPlanId } from './store/plan-store.ts'
import type { PlanJson } from './terraform/plan-json.ts'
import type { Workbench } from './workbench.ts'

/** Terraform's plan of one stack; its plan file lies where the tool applies it from. */
export interface TerraformPlan {
  readonly json: PlanJson
  /** Set when the apply after the merge is to go on with it. */
  readonly bundle?: BoundBundle
  /** Set when a preview has saved it: it is claimed before it is applied. */
  readonly saved?: SavedPlanId
}

export async function terraformPlanOf(
  workbench: Workbench,
  { stack, sources }: StackSources<AskedStack>,
  run: Selection,
  world: World,
): Promise<TerraformPlan> {
  const tool = await workbench.terraform(stack)
  const init = () => tool.init(backendConfig(run, stack))
  const plan = () =>
    tool.plan({ varFiles: run.varFiles.map(({ file }) => file), destroy: run.command === 'destroy' })
  if (run.planStore === undefined) {
    await init()
    return { json: await plan() }
  }
  const { backendWanted, bundleOf, expectedOf, filesBefore, loadBundle } = await import('./bundle.ts')
  const { commit } = run.planStore
  const expected = expectedOf(run, commit, { stack, sources }, await workbench.tool(stack), world)
  if (run.command === 'plan') {
    await init()
    const earlier = filesBefore(stack, world)
    const json = await plan()
    return { json, bundle: bundleOf(tool, stack, expected, earlier, world) }
  }
  const store = await workbench.store(run.planStore)
  const { id, binding } = await loadBundle(store, tool, expected, backendWanted(run, stack), world)
  await init()
  const by = await store.usedBy({ id, binding })
  if (by === undefined) return { json: await tool.show(), saved: { id, binding } }
  // A run that is repeated finds nothing left to do; anything else was not reviewed.
  const json = await plan()
  if (plannedChanges(json, stack.name, () => undefined).length === 0) return { json }
  const { planUsed } = await import('./store/plan-store.ts')
  throw planUsed(stack.folder, by)
}
