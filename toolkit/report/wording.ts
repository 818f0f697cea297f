/** How actions, findings and results are worded in every form of report. */
import type { Action } from '../model/change.ts'
import { effectiveChanges, type Plan } from '../model/plan.ts'
import { formatSource, type Source } from '../model/source.ts'

/** The order in which changes are shown: what destroys first. */
const order: readonly Action[] = ['delete', 'replace', 'update', 'create', 'run']

export const destructive: ReadonlySet<Action> = new Set(['delete', 'replace'])

export const sign: Readonly<Record<Action, string>> = {
  create: '+',
  update: '~',
  replace: '±',
  delete: '-',
  run: '▸',
  none: ' ',
}

/** `1 to replace, 14 to create`, or `nothing to do`. */
export function countText(plan: Plan): string {
  const changes = effectiveChanges(plan)
  const parts = order.flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length
    return count === 0 ? [] : [`${count} to ${action}`]
  })
  return parts.length === 0 ? 'nothing to do' : parts.join(', ')
}

export function findingText(plan: Plan): string | undefined {
  const parts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const count = plan.findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** Destructive changes first, otherwise in the plan's order. */
export function inOrder(plan: Plan) {
  return [...effectiveChanges(plan)].sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action))
}

/** The first 12 digits of a digest, enough to compare by eye. */
export function shortDigest(digest: string): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + 12)
}

export function place(source: Source | undefined): string {
  return source === undefined ? '' : formatSource(source)
}
