/** What a run is for, as the runner's event file says. */
import { readFileSync } from 'node:fs'
import { Failure } from '../model/failure.ts'
import { codeOf } from '../retry/network.ts'
import type { WorkflowRun } from '../world/world.ts'

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/** Without a schema: `post` reads this as well, and loads none. */
function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function commitOf(value: unknown): string | undefined {
  const sha = member(value, 'sha')
  return typeof sha === 'string' && SHA.test(sha) ? sha : undefined
}

/** Source: GitHub's payload of `pull_request`. */
function pullRequestIn(event: unknown): WorkflowRun['pullRequest'] | undefined {
  const pullRequest = member(event, 'pull_request')
  const number = member(pullRequest, 'number')
  const [headSha, baseSha] = [commitOf(member(pullRequest, 'head')), commitOf(member(pullRequest, 'base'))]
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number <= 0) return undefined
  return headSha === undefined || baseSha === undefined ? undefined : { number, headSha, baseSha }
}

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
  const pullRequest = pullRequestIn(jsonIn(textOf(file), file))
  if (pullRequest === undefined)
    throw unreadable(`Its file ${file} describes no pull request with a number, a head and a base.`)
  return pullRequest
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
