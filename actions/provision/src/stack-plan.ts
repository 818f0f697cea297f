/** How the plan of a stack comes about: made here, made and saved for the apply, or taken from where it was saved. */
import type { World } from '#toolkit/world/world.ts'
import { changesOf } from './changes/changes.ts'
import { backendConfig, type Provisioning } from './provisioning.ts'
import type { StackSources } from './stack/sources.ts'
import type { SavedPlanId } from './store/plan-store.ts'
import type { PlanJson } from './terraform/plan-json.ts'
import type { Workbench } from './workbench.ts'

export interface Planned {
  readonly json: PlanJson
  /** Set when it was saved by the preview: it is claimed before it is applied. */
  readonly saved?: SavedPlanId
}

export async function planOf(
  workbench: Workbench,
  { stack, sources }: StackSources,
  run: Provisioning,
  world: World,
): Promise<Planned> {
  const tool = await workbench.terraform(stack)
  const init = () => tool.init(backendConfig(run, stack))
  const plan = () => tool.plan({ varFiles: run.varFiles, destroy: run.command === 'destroy' })
  const store = await workbench.store()
  if (store === undefined) {
    await init()
    return { json: await plan() }
  }
  const { backendWanted, before, expectedOf, loadPlan, savePlan } = await import('./saved-plan.ts')
  const expected = expectedOf(run, { stack, sources }, await workbench.tool(stack), world)
  if (run.command === 'plan') {
    await init()
    const earlier = before(stack, world)
    const json = await plan()
    await savePlan(store, tool, stack, expected, earlier, world)
    return { json }
  }
  const saved = await loadPlan(store, tool, expected, backendWanted(run, stack), world)
  await init()
  const by = await store.usedBy(saved)
  if (by === undefined) return { json: await tool.show(), saved: { id: saved.id, binding: saved.binding } }
  // A run that is repeated finds nothing left to do; anything else was not reviewed.
  const json = await plan()
  if (changesOf(json, stack.name, () => undefined).length === 0) return { json }
  const { planUsed } = await import('./store/plan-store.ts')
  throw planUsed(stack.folder, by)
}
