/** What only GitHub knows of a run: the pull request that it is for, and which stacks that touches. */
import { changedFiles, type MergedPullRequest, mergedPullRequest } from '#toolkit/github/pull-request.ts'
import type { ConnectGitHub } from '#toolkit/github/token.ts'
import type { Review } from '#toolkit/model/review.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Provisioning, Selection } from './provisioning.ts'
import { touchedBy } from './stack/changed.ts'

/** The pull request whose merge this run is for; undefined when the run belongs to none. Asked for once. */
type Merged = () => Promise<MergedPullRequest | undefined>

/** The same stacks on the pull request and after its merge: the files are those of the pull request both times. */
async function touchedStacks(
  asked: Provisioning,
  merged: Merged,
  github: ConnectGitHub,
  world: World,
): Promise<Provisioning['stacks']> {
  const { code, graph, stacks, varFiles } = asked
  const number = world.run.pullRequest?.number ?? (await merged())?.number
  if (number === undefined) {
    world.log.info('changed-only: this run belongs to no pull request, so every stack is planned')
    return stacks
  }
  const files = await changedFiles(await github('changed-only'), number)
  if (files.length === 0) {
    world.log.info('changed-only: the pull request changes no file, so every stack is planned')
    return stacks
  }
  const touched = touchedBy(
    graph,
    files,
    varFiles.map(({ file }) => file),
    code,
  )
  const chosen = stacks.filter(({ name }) => touched.has(name))
  for (const { name } of chosen) world.log.info(`changed-only: ${name}, because of ${touched.get(name)}`)
  const rest = stacks.length - chosen.length
  if (rest > 0) world.log.info(`changed-only: ${rest} of ${stacks.length} stacks are not touched`)
  return chosen
}

/** @param reviewed what was shown of it, when it is to be applied: plans are taken from nowhere else */
export async function select(
  asked: Provisioning,
  reviewed: Review | undefined,
  github: ConnectGitHub,
  world: World,
): Promise<Selection> {
  let asking: ReturnType<Merged> | undefined
  const merged = () => {
    asking ??= github('changed-only').then((client) => mergedPullRequest(client, world.run))
    return asking
  }
  const { planStore, ...rest } = asked
  const commit = planStore?.commit ?? reviewed?.commit
  return {
    ...rest,
    ...(planStore === undefined || commit === undefined ? {} : { planStore: { ...planStore, commit } }),
    stacks: asked.changedOnly ? await touchedStacks(asked, merged, github, world) : asked.stacks,
  }
}
