/**
 * What a release comes to, by the events that were reported of it: in whatever order they came, and however often. It
 * never looks at when they arrived.
 */
import { type ReleaseEvent, type Report, reportOf, reports } from '../events/release.ts'

/** A step of the release, on one target. */
export interface Part {
  readonly part: string
  readonly step: ReleaseEvent['data']['step']
  readonly command: string
  readonly name: string | null
  readonly target: string | null
  readonly attempt: number
  readonly status: Report
  readonly failures: readonly { readonly code: string; readonly what: string }[]
  /** When it began to be so, by the clock of the job that reports. */
  readonly since: string
}

/**
 * `failed`: one step has; `running`: one is under way; `verified`: it was looked at from outside as well; `applied`: each
 * step that began is done, and others may still begin.
 */
export const statuses = ['running', 'applied', 'verified', 'failed'] as const
export type Status = (typeof statuses)[number]

export interface ReleaseState {
  readonly status: Status
  /** Of its latest attempt. */
  readonly commit: string
  readonly parts: readonly Part[]
}

/** How far a step is, among events of the same moment. */
const rank = ({ type }: ReleaseEvent) => reports.indexOf(reportOf(type) ?? 'started')

/**
 * A later attempt counts before an earlier one, and then what is later by the clock of the job. At the same moment what
 * is further; the id decides among equals, so that all who look see the same.
 */
function compare(one: ReleaseEvent, other: ReleaseEvent): number {
  return (
    one.data.run_attempt - other.data.run_attempt ||
    Date.parse(one.time) - Date.parse(other.time) ||
    rank(one) - rank(other) ||
    (one.id < other.id ? -1 : 1)
  )
}

function partOf(events: readonly ReleaseEvent[], last: ReleaseEvent): Part {
  const { part, step, command, name, run_attempt: attempt } = last.data
  const known = events.filter(({ data }) => data.run_attempt === attempt && data.target !== null)
  return {
    part,
    step,
    command,
    name,
    attempt,
    // A run that ended before it was known does not tell it.
    target: last.data.target ?? known.at(-1)?.data.target ?? null,
    status: reportOf(last.type) ?? 'started',
    failures: 'failures' in last.data ? last.data.failures : [],
    since: last.time,
  }
}

function statusOf(parts: readonly Part[]): Status {
  const has = (...these: readonly Report[]) => parts.some(({ status }) => these.includes(status))
  if (has('failed')) return 'failed'
  if (has('started', 'planned')) return 'running'
  return has('verified') ? 'verified' : 'applied'
}

const order: readonly Part['step'][] = ['provision', 'migrate', 'deploy', 'verify']

/** @param events of one workflow run; one at least */
export function stateOf(events: readonly ReleaseEvent[]): ReleaseState {
  const inOrder = [...events].sort(compare)
  const byPart = new Map<string, ReleaseEvent[]>()
  for (const event of inOrder) {
    const key = `${event.data.step} ${event.data.part}`
    const known = byPart.get(key)
    if (known === undefined) byPart.set(key, [event])
    else known.push(event)
  }
  const parts = [...byPart.values()]
    .flatMap((of) => {
      const last = of.at(-1)
      return last === undefined ? [] : [partOf(of, last)]
    })
    .sort(
      (one, other) => order.indexOf(one.step) - order.indexOf(other.step) || (one.part < other.part ? -1 : 1),
    )
  return { status: statusOf(parts), commit: inOrder.at(-1)?.data.commit ?? '', parts }
}
