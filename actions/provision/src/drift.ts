/** What differs from the code without anybody having changed the code: one issue for each stack, closed when it is over. */
import type { GitHub } from '#toolkit/github/client.ts'
import { closeIssue, publishIssue } from '#toolkit/github/issue.ts'
import type { Change } from '#toolkit/model/change.ts'
import { makePlan } from '#toolkit/model/plan.ts'
import { type Masked, rendered } from '#toolkit/redact/masked.ts'
import { planSection } from '#toolkit/report/comment.ts'
import { code } from '#toolkit/report/markdown.ts'
import type { World } from '#toolkit/world/world.ts'
import type { ProvisionPlan } from './plan.ts'
import type { Provisioning } from './provisioning.ts'

const LABEL = 'drift'

function bodyOf(folder: string, changes: readonly Change[], world: World): Masked<string> {
  const made = makePlan({
    step: 'provision',
    target: folder,
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
    `${code(folder)} is not what its code says. Applying the code would do this:`,
    summary,
    details,
    `Either change the code so that it says what is there, or apply it. This issue is closed when nothing differs any more.\n\n<sub><a href="${encodeURI(world.run.url)}">Seen by this run</a></sub>`,
  ].filter((part) => part !== '')
  return rendered(plan, parts.join('\n\n'))
}

/** Tells of each stack that was planned; one that could not be is left as it is: that is no sign that it is clean. */
export async function reportDrift(
  plan: ProvisionPlan,
  { stacks }: Pick<Provisioning, 'stacks'>,
  github: GitHub,
  world: World,
): Promise<void> {
  for (const { name, folder } of stacks) {
    if (plan.outputs[name] === undefined) continue
    const key = { label: LABEL, subject: folder }
    const changes = plan.changes.filter(({ address }) => address.startsWith(`${name}/`)) as Change[]
    if (changes.length === 0) {
      const closed = await closeIssue(
        github,
        key,
        world.redactor.mask(`Nothing differs any more: ${world.run.url}`),
      )
      if (closed !== undefined) world.log.info(`${folder}: no drift any more; closed ${closed}`)
      continue
    }
    const { url, did } = await publishIssue(github, key, {
      title: world.redactor.mask(`Drift in ${folder}`),
      body: bodyOf(folder, changes, world),
    })
    world.log.warning(`${folder} has drifted (${changes.length} to change): ${did} ${url}`)
  }
}
