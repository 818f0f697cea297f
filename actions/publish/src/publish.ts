/** Reads what was handed on, shows it, and records what was shown. */
import type { ArtifactService } from '#toolkit/github/artifact-service.ts'
import { artifactsOfRun } from '#toolkit/github/artifacts.ts'
import { connectGitHub } from '#toolkit/github/connect.ts'
import type { SectionBody } from '#toolkit/github/sections.ts'
import { ownClaims } from '#toolkit/identity/claims.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { Links } from '#toolkit/report/ending.ts'
import { errorsPageOf } from '#toolkit/report/failures.ts'
import { shownCommit } from '#toolkit/review/hand-over.ts'
import type { Host } from '#toolkit/runtime/host.ts'
import { collectHandedOn } from './collect.ts'
import { bodiesOf, sectionOfBad } from './comment.ts'
import { judgeHandedOn } from './judge.ts'
import { type PublishWorld, recordAll } from './reviews.ts'
import { show, summarize } from './show.ts'
import { previewFailure, tellSafely } from './tell.ts'

export interface Publishing {
  /** Undefined where there is no pull request to write to. */
  readonly token: string | undefined
  readonly comments: boolean
  readonly artifacts: ArtifactService
}

function refuse(code: string, what: string, why: string, fix: string): never {
  throw new Failure({ code, what, why, fix })
}

/** The event is a file, and the token is GitHub's word: they must agree. */
async function checkEvent({ run, idToken, mayRequestIdToken }: PublishWorld): Promise<void> {
  const { pullRequest, id, repositoryId } = run
  if (pullRequest === undefined || !mayRequestIdToken) return
  const claims = await ownClaims(idToken)
  const pairs = [
    ['ref', `refs/pull/${pullRequest.number}/merge`],
    ['repository_id', repositoryId],
    ['run_id', id],
  ] as const
  for (const [claim, known] of pairs)
    if (claims[claim] !== known)
      refuse(
        'EVENT_INVALID',
        'The event of this run is not the one that its token is for.',
        `By the event, \`${claim}\` is ${known}, and GitHub says ${String(claims[claim])}.`,
        'Leave GITHUB_EVENT_PATH and its file to the runner; let this be the only step of its job.',
      )
}

async function comment(bodies: readonly SectionBody[], token: string, world: PublishWorld): Promise<void> {
  const { pullRequest } = world.run
  if (pullRequest === undefined) return
  const { publishSections } = await import('#toolkit/github/sticky-comment.ts')
  try {
    await publishSections(await connectGitHub(token, world), {
      pullRequest: pullRequest.number,
      sections: bodies,
      without: 'publish',
      log: world.log,
      signal: world.signal,
      random: world.random,
      clock: world.clock,
    })
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0 || failures.some(({ code }) => code !== 'GITHUB_PERMISSION')) throw error
    for (const { message } of failures) world.log.warning(`The comment could not be published. ${message}`)
  }
}

/** @returns what is wrong with the whole; none when all of it is green */
export async function publishHandedOn(
  host: Host,
  { token, comments, artifacts }: Publishing,
  world: PublishWorld,
): Promise<readonly Failure[]> {
  await checkEvent(world)
  const { env, signal, random, run } = world
  const service = artifactsOfRun(artifacts, { env, signal, random })
  const found = await collectHandedOn(service, run, { now: world.clock(), signal }).finally(() =>
    service.close(),
  )
  if (found.read.length === 0 && found.bad.length === 0)
    refuse(
      'HAND_OVER_NONE',
      'No job of this run has handed on a plan.',
      'Nothing was looked at, so nothing can be said of it.',
      'Give the steps that plan `publish: hand-on`, and let this job run after theirs (`needs:`, `if: always()`).',
    )
  const { read, bad } = judgeHandedOn(found)
  const commit = shownCommit(run)
  const links: Links = {
    revision: { repositoryUrl: run.repositoryUrl, commit },
    runUrl: run.url,
    errorsPage: errorsPageOf(run),
  }
  const told = read.map((each) => tellSafely(each, links, world))
  show(told, host, world)
  const github = token === undefined ? undefined : await connectGitHub(token, world)
  const shows = github !== undefined && run.pullRequest !== undefined
  if (!shows) world.log.info('No pull request shows this: no review of it is made.')
  const recorded = shows ? await recordAll(github, told, commit, links, world) : told
  const masked = world.redactor.masked(bad)
  const bodies = [
    ...(await bodiesOf(recorded, commit, links, shows ? artifacts : undefined, world)),
    ...(bad.length === 0 ? [] : [sectionOfBad(masked, commit, links)]),
  ]
  summarize(bodies, recorded, links, host)
  if (shows && token !== undefined && comments) await comment(bodies, token, world)
  return [...bad, ...recorded.flatMap((each) => previewFailure(each) ?? [])]
}
