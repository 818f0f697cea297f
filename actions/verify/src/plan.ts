/** What is judged, and what `live` would prove: the same plan for both. */
import { makePlan, type Place, type Plan } from '#toolkit/model/plan.ts'
import type { Review } from '#toolkit/model/review.ts'
import { Sensitive } from '#toolkit/model/sensitive.ts'
import type { World } from '#toolkit/world/world.ts'
import { judge } from './policy.ts'
import type { AskedLine, LiveInputs } from './probes/probe.ts'
import type { Repository } from './repository/repository.ts'
import { rules } from './rules/index.ts'

export interface Verification {
  readonly place: Place
  readonly name: string | undefined
  readonly repository: Repository
  readonly asked: readonly AskedLine[]
  readonly inputs: LiveInputs
}

/**
 * A pull request's job often lacks what only `live` needs: what was not known there was not shown, and is not compared.
 */
async function sensitiveOf(
  { asked, inputs }: Verification,
  reviewed: Review | undefined,
  world: World,
): Promise<Sensitive> {
  const known = new Set(reviewed?.changes.flatMap(({ address, sensitive }) => (sensitive ? [address] : [])))
  const counted = asked.filter(({ change }) => reviewed === undefined || known.has(change.address))
  const values = await Promise.all(
    counted.map(async ({ change, given }) => [change.address, await given({ inputs, world })] as const),
  )
  return new Sensitive(values.filter(([, value]) => value !== undefined))
}

/** @param reviewed what was shown of this place */
export async function planVerification(
  verification: Verification,
  reviewed: Review | undefined,
  world: World,
): Promise<Plan> {
  const { place, name, repository, asked } = verification
  const compared = await Promise.all(asked.map(({ reads }) => reads(world.workspace)))
  const count = Object.keys(repository.files).length
  world.log.info(`judging ${count} file${count === 1 ? '' : 's'} by ${rules.length} rules`)
  return makePlan({
    step: 'verify',
    ...place,
    name,
    createdAt: world.clock(),
    changes: asked.map(({ change }) => change),
    findings: judge(repository, rules),
    with: Object.fromEntries([
      ...rules.map(({ id, severity }) => [`rule ${id}`, severity]),
      ...asked.map(({ change, text }) => [`probe ${change.address}`, text]),
    ]),
    from: Object.assign({}, ...compared, repository.files),
    sensitive: await sensitiveOf(verification, reviewed, world),
  })
}
