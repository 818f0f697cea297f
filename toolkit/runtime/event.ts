/** What a run is for, as the runner's event file says. */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { Failure } from '../model/failure.ts'
import { codeOf } from '../retry/network.ts'
import type { WorkflowRun } from '../world/world.ts'

const Commit = z.object({ sha: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/) })

/** Source: GitHub's payload of `pull_request`. */
const PullRequestEvent = z.object({
  pull_request: z.object({ number: z.int().positive(), head: Commit, base: Commit }),
})

function unreadable(why: string): Failure {
  return new Failure({
    code: 'EVENT_INVALID',
    what: 'The event that this run is for cannot be read.',
    why,
    fix: 'Leave GITHUB_EVENT_PATH and its file to the runner; start the job again if an earlier step has changed them.',
  })
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw unreadable(`Its file ${file} cannot be read (${codeOf(error) ?? String(error)}).`)
  }
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(`Its file ${file} holds no JSON.`)
  }
}

/**
 * @returns undefined for an event that is of no pull request
 * @throws Failure EVENT_INVALID
 */
export function pullRequestOf(
  env: Readonly<Record<string, string | undefined>>,
): WorkflowRun['pullRequest'] | undefined {
  if (env['GITHUB_EVENT_NAME'] !== 'pull_request') return undefined
  const file = env['GITHUB_EVENT_PATH']
  if (!file) throw unreadable('GITHUB_EVENT_PATH is not set.')
  const event = PullRequestEvent.safeParse(jsonIn(textOf(file), file))
  if (!event.success)
    throw unreadable(`Its file ${file} describes no pull request with a number, a head and a base.`)
  const { number, head, base } = event.data.pull_request
  return { number, headSha: head.sha, baseSha: base.sha }
}

/** Why no run may be started so. */
export function untrustedEvent(): Failure {
  return new Failure({
    code: 'EVENT_UNTRUSTED',
    what: 'This run was started by `pull_request_target`.',
    why: 'Such a run has the rights of the base, and the code and the files that it works on are those of the pull request.',
    fix: 'Use `on: pull_request`; what a fork’s pull request may not do is told there, and left out.',
  })
}
