/** Records what is shown: a signed review of each plan, and a check run of each that failed. */
import type { GitHub } from '#toolkit/github/client.ts'
import { type Failure, failuresIn } from '#toolkit/model/failure.ts'
import { reviewWith } from '#toolkit/model/review.ts'
import { conclusionOn, type Links } from '#toolkit/report/ending.ts'
import { endName, settleUnplanned, tellEnd } from '#toolkit/review/no-review.ts'
import { showingBy, signAndKeep } from '#toolkit/runtime/review.ts'
import type { World } from '#toolkit/world/world.ts'
import { type Told, tellHandedOn } from './tell.ts'

export type PublishWorld = Omit<World, 'temp'>

function presentation({ ending, section }: Told) {
  return { title: section.title, summary: section.summary, conclusion: conclusionOn(ending) }
}

/** Of what is shown: the digests are made here, and no digest of whoever handed it on counts. */
async function recordPlan(github: GitHub, told: Told, headSha: string, world: PublishWorld): Promise<void> {
  const { plan, sensitive, step, asked } = told.from
  if (plan === undefined || sensitive === undefined) return
  const review = reviewWith(plan, sensitive.hashes, showingBy(world, sensitive.salt))
  await signAndKeep(github, review, presentation(told), world)
  await settleUnplanned(github, { step, words: asked.words, headSha }, world.redactor)
}

async function recordFailure(
  github: GitHub,
  told: Told,
  headSha: string,
  world: PublishWorld,
): Promise<void> {
  const name = endName(told.masked, told.asked.words)
  await tellEnd(github, { name, headSha, run: world.run.id }, presentation(told))
}

function isRefusal({ code }: Failure): boolean {
  return code === 'GITHUB_PERMISSION'
}

/**
 * Plans first: one that cannot be recorded is told as one that failed. A token that may not write, such as that of a fork's
 * pull request or of Dependabot, is told, and nothing fails of it.
 * @returns what is told, as it was recorded
 */
export async function recordAll(
  github: GitHub,
  all: readonly Told[],
  headSha: string,
  links: Links,
  world: PublishWorld,
): Promise<readonly Told[]> {
  let refused = false
  const attempt = async (told: Told, record: typeof recordPlan): Promise<readonly Failure[]> => {
    if (refused) return []
    try {
      await record(github, told, headSha, world)
      return []
    } catch (error) {
      world.signal.throwIfAborted()
      const failures = failuresIn(error)
      if (failures.length === 0) throw error
      if (!failures.every(isRefusal)) return failures
      refused = true
      for (const { message } of failures)
        world.log.warning(`The check runs with the reviews could not be published. ${message}`)
      return []
    }
  }
  const recorded: Told[] = []
  for (const told of all) {
    const planned = told.ending.end === 'planned' || told.ending.end === 'nothing to do'
    const failures = planned ? await attempt(told, recordPlan) : []
    recorded.push(failures.length === 0 ? told : tellHandedOn(told.from, failures, links, world))
  }
  const untold: Failure[] = []
  for (const told of recorded)
    if (told.ending.end === 'plan failed' || told.ending.end === 'cancelled')
      untold.push(...(await attempt(told, recordFailure)))
  for (const { message } of untold) world.log.notice(`A check run could not be published. ${message}`)
  return recorded
}
