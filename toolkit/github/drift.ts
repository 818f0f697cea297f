/** What differs from the code without anybody having changed the code: one issue for each target, closed when it is over. */
import type { Change } from '../model/change.ts'
import { makePlan } from '../model/plan.ts'
import type { StepName } from '../model/step.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import { planSection } from '../report/comment.ts'
import { code } from '../report/markdown.ts'
import type { World } from '../world/world.ts'
import type { GitHub } from './client.ts'
import { closeIssue, publishIssue } from './issue.ts'

const LABEL = 'drift'

/** A target that was looked at. */
export interface Looked {
  readonly step: StepName
  /** What the issue is about: no other target has it. */
  readonly subject: string
  /** As people call it. */
  readonly name: string
  /** What applying the code would do; none when nothing differs. */
  readonly changes: readonly Change[]
}

function bodyOf({ step, name, changes }: Looked, world: World): Masked<string> {
  const made = makePlan({
    step,
    target: name,
    where: {},
    with: {},
    from: {},
    createdAt: world.clock(),
    changes,
  })
  const plan = world.redactor.masked(made)
  const revision = { repositoryUrl: world.run.repositoryUrl, commit: world.run.sha }
  const { summary, details } = planSection(plan, revision)
  const parts = [
    `${code(name)} is not what its code says. Applying the code would do this:`,
    summary,
    details,
    `Either change the code so that it says what is there, or apply it. This issue is closed when nothing differs any more.\n\n<sub><a href="${encodeURI(world.run.url)}">Seen by this run</a></sub>`,
  ].filter((part) => part !== '')
  return rendered(plan, parts.join('\n\n'))
}

/** Tells of a target that was looked at. One that could not be is left as it is: that is no sign that it is clean. */
export async function reportDrift(looked: Looked, github: GitHub, world: World): Promise<void> {
  const { subject, name, changes } = looked
  const key = { label: LABEL, subject }
  if (changes.length === 0) {
    const over = world.redactor.mask(`Nothing differs any more: ${world.run.url}`)
    const closed = await closeIssue(github, key, over)
    if (closed !== undefined) world.log.info(`${name}: no drift any more; closed ${closed}`)
    return
  }
  const { url, did } = await publishIssue(github, key, {
    title: world.redactor.mask(`Drift in ${name}`),
    body: bodyOf(looked, world),
  })
  world.log.warning(`${name} has drifted (${changes.length} to change): ${did} ${url}`)
}
