import type { Node } from '#toolkit/sources/node.ts'
import type { Repository } from '../repository/repository.ts'
import type { Remark, Rule } from './rule.ts'

function usesIn({ workflows, actions }: Repository): Node[] {
  const steps = [
    ...workflows.flatMap(({ jobs }) => jobs.flatMap((job) => job.steps)),
    ...actions.flatMap((action) => action.steps),
  ]
  const reusable = workflows.flatMap(({ jobs }) => jobs.flatMap((job) => job.uses ?? []))
  return [...steps.flatMap((step) => step.uses ?? []), ...reusable]
}

/** What is wrong with a reference, completing "USES is …"; undefined when it always means the same code. */
function loose(uses: string): string | undefined {
  // A path of this repository has the commit of the caller.
  if (/^(?:\.|\$)\//.test(uses)) return undefined
  if (uses.startsWith('docker://'))
    return uses.includes('@sha256:') ? undefined : 'an image without its digest'
  const at = uses.lastIndexOf('@')
  if (at === -1) return 'without a commit'
  return /^[0-9a-f]{40}$/.test(uses.slice(at + 1)) ? undefined : 'at a tag or branch, which can be moved'
}

export const rule: Rule = {
  id: 'pinned-actions',
  title: 'Actions are pinned to a full commit',
  why: "Whoever can move a tag can run code with this workflow's permissions and secrets, as happened to scanners in 2026.",
  fix: 'Write the 40 digits of the commit after `@`, and the version in a comment beside it.',
  severity: 'error',
  *check(repository): Generator<Remark> {
    for (const { text, source, path } of usesIn(repository)) {
      const wrong = text === undefined ? 'not a text' : loose(text)
      if (wrong === undefined) continue
      yield { verdict: 'fail', subject: `${path.join('.')} ${text}`, message: `${text} is ${wrong}.`, source }
    }
  },
}
