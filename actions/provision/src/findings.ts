/** What is told of a plan beside its changes. */
import type { Change } from '#toolkit/model/change.ts'
import type { Failure } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Selection } from './provisioning.ts'
import type { StackNode } from './stack/graph.ts'

/** Told beside what is planned, because the plan puts it right, or the code should say it. */
export function drifted(change: Change): Finding {
  const attributes = Object.keys((change.after ?? change.before ?? {}) as Record<string, unknown>)
  const what = change.action === 'delete' ? 'is gone' : `is different (${attributes.slice(0, 5).join(', ')})`
  return finding(
    {
      rule: 'drift',
      severity: 'notice',
      verdict: 'fail',
      message: `${change.address} ${what}, although nobody has applied that.`,
      why: 'It was changed outside of this code since it was last applied.',
      fix: 'Look whether the plan puts it back, and whether the code should say it instead.',
      ...(change.source === undefined ? {} : { source: change.source }),
    },
    change.address,
  )
}

/** Nothing of it is shown, and so nothing applied. */
export function waiting(stack: StackNode, below: string): Finding {
  const edge = stack.dependsOn.find(({ to }) => to === below)
  return finding(
    {
      rule: 'stack-waits',
      severity: 'warning',
      verdict: 'unknown',
      message: `${stack.name} cannot be planned before ${below} is applied.`,
      why: `It reads outputs that ${below} does not have yet. Nothing is applied that was not shown.`,
      fix: `Merge this, and let the preview run again: then ${stack.name} is planned.`,
      ...(edge === undefined ? {} : { source: edge.source }),
    },
    stack.name,
  )
}

/** Nothing was looked at, so that nothing can be said of it. */
export function untouched({ directory, graph }: Selection): Finding {
  const count = graph.stacks.length
  return finding(
    {
      rule: 'stacks-untouched',
      severity: 'notice',
      verdict: 'fail',
      message: `No stack of ${directory} was looked at: ${count === 1 ? 'the only one is' : `all ${count} are`} untouched by the pull request.`,
      why: '`changed-only` leaves out what the files of the pull request do not concern.',
      fix: 'Nothing, if that is so. `command: drift` looks at every stack.',
    },
    directory,
  )
}

/** What a failed stack is on a pull request, where the others are shown nevertheless. */
export function unplanned(stack: StackNode, { what, why = '', fix = '', source }: Failure): Finding {
  return finding(
    {
      rule: 'plan-failed',
      severity: 'error',
      verdict: 'fail',
      message: `${stack.name}: ${what}`,
      why,
      fix,
      ...(source === undefined ? {} : { source }),
    },
    `${stack.name}/${what}`,
  )
}
