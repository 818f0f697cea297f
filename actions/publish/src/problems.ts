/** What keeps this job from publishing. */
import type { ParsedInputs } from '#toolkit/action/inputs.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { untrustedEvent } from '#toolkit/runtime/event.ts'
import type { Host } from '#toolkit/runtime/host.ts'
import type { publishInputs } from './inputs.ts'

/** All of it, told at once. */
export function problemsOf(host: Host, given: ParsedInputs<typeof publishInputs>): readonly Failure[] {
  const { event, pullRequest } = host.run
  if (host.problems.length > 0) return [...host.problems, ...given.problems]
  const problems = [...given.problems]
  if (event === 'pull_request_target') problems.push(untrustedEvent())
  else if (pullRequest === undefined && event !== 'merge_group')
    problems.push(
      new Failure({
        code: 'PUBLISH_EVENT',
        what: `This run was started by \`${event}\`, and shows nothing to anybody.`,
        why: 'What is published is what a pull request, or a merge queue, would release.',
        fix: 'Use it in a workflow with `on: pull_request`; what the reviewers of an environment approve is published by the job that plans it.',
      }),
    )
  if (host.artifacts === undefined)
    problems.push(
      new Failure({
        code: 'HAND_ON_NOWHERE',
        what: 'This runner keeps no artifacts: nothing can have been handed on.',
        why: 'It lacks ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN, by which artifacts are kept.',
        fix: 'Let each job publish what it plans (`publish: here`), or use a runner that keeps artifacts in their version 4.',
      }),
    )
  if (pullRequest !== undefined && given.values['github-token'] === undefined)
    problems.push(
      new Failure({
        code: 'INPUT_MISSING',
        what: 'The input `github-token` is required.',
        fix: 'Pass `github-token: ${{ github.token }}` with `permissions: checks: write, pull-requests: write`.',
      }),
    )
  return problems
}
