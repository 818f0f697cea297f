/** Which stacks differ from their code without anybody having changed it. */
import type { GitHub } from '#toolkit/github/client.ts'
import { reportDrift } from '#toolkit/github/drift.ts'
import { effectiveChanges } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import type { ProvisionPlan } from './plan.ts'
import type { Provisioning } from './provisioning.ts'

/** Tells of each stack that was planned. */
export async function reportDrifts(
  plan: ProvisionPlan,
  { stacks }: Pick<Provisioning, 'stacks'>,
  github: GitHub,
  world: World,
): Promise<void> {
  for (const { name, folder } of stacks) {
    if (plan.outputs[name] === undefined) continue
    const changes = effectiveChanges(plan).filter(({ address }) => address.startsWith(`${name}/`))
    await reportDrift({ step: 'provision', subject: folder, name: folder, changes }, github, world)
  }
}
