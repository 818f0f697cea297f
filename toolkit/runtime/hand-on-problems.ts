/** Which plans are handed on, and why one cannot be. Without the compressor that handing on brings. */
import type * as z from 'zod'
import type { Given } from '../action/step.ts'
import { Failure } from '../model/failure.ts'
import type { Host } from './host.ts'

type Asking = Pick<Given<z.ZodObject>, 'command' | 'valid'>

/** What a pull request or a merge queue would release. */
export function isHandedOn({ command, valid }: Asking, { run }: Pick<Host, 'run'>): boolean {
  const planned = run.pullRequest !== undefined || run.event === 'merge_group'
  return valid.publish === 'hand-on' && !command.acts && !command.looks && planned
}

/** What is told before anything is planned. */
export function handOnProblems(asked: Asking, host: Host): readonly Failure[] {
  const { command, valid } = asked
  if (host.problems.length > 0 || valid.publish !== 'hand-on') return []
  if (command.acts && !command.applies && !command.reviewed)
    return [
      new Failure({
        code: 'HAND_ON_APPROVAL',
        what: `A dry run of \`${command.name}\` cannot be handed on.`,
        why: 'What the reviewers of an environment approve is shown by the run that applies it, and is on no pull request.',
        fix: 'Leave `publish` at `here` for it.',
      }),
    ]
  if (!isHandedOn(asked, host) || host.artifacts !== undefined) return []
  return [
    new Failure({
      code: 'HAND_ON_NOWHERE',
      what: 'This runner keeps no artifacts: the plan cannot be handed on.',
      why: 'It lacks ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN, by which artifacts are kept.',
      fix: 'Set `publish: here`, or use a runner that keeps artifacts in their version 4.',
    }),
  ]
}
