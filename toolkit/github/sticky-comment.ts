import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { Failure, failuresIn } from '../model/failure.ts'
import type { SectionOwner } from '../report/verdict.ts'
import type { Logger } from '../world/world.ts'
import type { GitHub } from './client.ts'
import {
  isOutrun,
  MARKER,
  makeSection,
  parseSections,
  renderComment,
  type Section,
  type SectionBody,
  withSections,
} from './sections.ts'

export type { SectionBody, SectionKey } from './sections.ts'

/** Whose comments the workflow's own token writes. */
const AUTHOR = 'github-actions[bot]'

/** How often the comment is looked at, and put right but for the last time. */
const LOOKS = 8

/**
 * Milliseconds between a write and the look that confirms it, at the least. Longer than another job takes from its look
 * to its write: a write that was based on an older text has happened by then, and is seen.
 */
const SETTLE = 1_000

/** Where this job takes long from its look to its write, others do as well, and some of them longer. */
const SLOWER = 3

const NEEDS = 'pull-requests: write'

const Comment = z.object({
  id: z.number(),
  body: z.string().default(''),
  user: z.object({ login: z.string() }).nullable(),
})
type Comment = z.infer<typeof Comment>

async function ownComments(github: GitHub, pullRequest: number, author: string): Promise<Comment[]> {
  const comments = await github.all(
    {
      route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      parameters: { issue_number: pullRequest },
      needs: NEEDS,
      answer: z.array(Comment),
    },
    (page) => page,
  )
  // Anyone may write our marker into a comment of theirs: that one is left alone.
  return comments
    .filter(({ user, body }) => user?.login === author && body.startsWith(MARKER))
    .sort((a, b) => a.id - b.id)
}

/** Full SHA of the commit that it is at now: something may have been pushed since the run began. */
async function headOf(github: GitHub, pullRequest: number): Promise<string> {
  const { head } = await github.call({
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    parameters: { pull_number: pullRequest },
    needs: NEEDS,
    answer: z.object({ head: z.object({ sha: z.string() }) }),
  })
  return head.sha
}

function create(github: GitHub, pullRequest: number, body: string): Promise<Comment> {
  return github.call({
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: pullRequest, body },
    needs: NEEDS,
    answer: Comment,
    once: true,
  })
}

async function update(github: GitHub, comment: Comment, body: string): Promise<void> {
  await github.call({
    route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    parameters: { comment_id: comment.id, body },
    needs: NEEDS,
    answer: z.unknown(),
    once: true,
  })
}

async function remove(github: GitHub, comment: Comment): Promise<void> {
  await github.call({
    route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    parameters: { comment_id: comment.id },
    needs: NEEDS,
    answer: z.unknown(),
    once: true,
  })
}

/** Another job removed the comment, or it is not known whether it was written: the next look tells. */
function isWorthALook(error: unknown): boolean {
  const codes: readonly string[] = ['GITHUB_NOT_FOUND', 'GITHUB_RATE_LIMIT', 'GITHUB_UNAVAILABLE']
  return failuresIn(error).some(({ code }) => codes.includes(code))
}

export interface Publication {
  readonly pullRequest: number
  readonly sections: readonly SectionBody[]
  /** Whose earlier sections are not right any more, beside those that are written anew. */
  readonly without?: SectionOwner
  readonly log: Pick<Logger, 'notice'>
  readonly signal: AbortSignal
  readonly random: () => number
  readonly clock: () => Date
  /** Whether it is written once, and not looked at again: when only moments are left. */
  readonly once?: boolean
}

/**
 * Puts sections, all in one edit, into the pull request's preview comment, which is made when it is not there.
 *
 * Several jobs may do so at the same time, and GitHub has no conditional update. So each looks again after its
 * write, and puts right what the others' writes lost: a section that was there before, or a second comment.
 * With a token other than the workflow's own, the author is known only from a comment that was just made.
 *
 * What a run of an earlier commit has to say, which ends late, takes no place of what is there of a later one; that is told.
 * @throws Failure COMMENT_CONTENDED after the last look, COMMENT_FULL, or one of `GitHub.call`.
 */
export async function publishSections(github: GitHub, publication: Publication): Promise<void> {
  const { pullRequest, log, signal, random, clock, without, once = false } = publication
  const given = publication.sections.map(makeSection)
  const right = (sections: ReadonlyMap<string, Section>, head: string) =>
    new Map(
      [...sections].filter(
        ([name, section]) =>
          without === undefined ||
          !name.startsWith(`${without} `) ||
          given.some((each) => isOutrun(each, section, head)),
      ),
    )
  const tellOutrun = (outrun: readonly Section[]) => {
    const [first] = outrun
    if (first?.verdict === undefined) return
    log.notice(
      `What this run says of ${first.verdict.commit.slice(0, 7)} is not in the comment of pull request #${pullRequest}: it shows a later commit already.`,
    )
  }
  let known: ReadonlyMap<string, Section> = new Map()
  let author = AUTHOR
  for (let look = 1; look <= LOOKS; look++) {
    const looked = clock().getTime()
    const [[comment, ...others], head] = await Promise.all([
      ownComments(github, pullRequest, author),
      headOf(github, pullRequest),
    ])
    const present = parseSections(comment?.body ?? '')
    const elsewhere = others.flatMap(({ body }) => [...parseSections(body)])
    const lost = [...known.keys()].filter((name) => !present.has(name))
    const there = right(new Map([...known, ...present, ...elsewhere]), head)
    const { own, all, outrun } = withSections(there, given, head)
    const stands = own.every(({ name, stamp }) => present.get(name)?.stamp === stamp)
    const gone = [...present.keys()].every((name) => all.has(name))
    if (stands && gone && others.length === 0 && lost.length === 0) return tellOutrun(outrun)
    if (look === LOOKS) break

    known = all
    const body = renderComment(known.values(), head)
    try {
      if (comment === undefined) author = (await create(github, pullRequest, body)).user?.login ?? author
      else await update(github, comment, body)
      for (const other of others) await remove(github, other)
    } catch (error) {
      if (!isWorthALook(error)) throw error
    }
    if (once) return tellOutrun(outrun)
    const settle = Math.max(SETTLE, SLOWER * (clock().getTime() - looked))
    // Most often nobody else writes; those who do fall apart more with each look.
    await sleep(settle * (1 + random() * (look - 0.75)), undefined, { signal })
  }
  throw new Failure({
    code: 'COMMENT_CONTENDED',
    what: `The preview comment of pull request #${pullRequest} did not keep ${given.map(({ name }) => `the section ${name}`).join(', ')}.`,
    why: `Other jobs wrote over it ${LOOKS} times.`,
    fix: 'Run the job again.',
  })
}
