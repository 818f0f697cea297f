/** A status for the step summary. */
import type { Masked } from '#toolkit/redact/masked.ts'
import { boundedTable } from '#toolkit/report/blocks.ts'
import { alert, code, link, prose } from '#toolkit/report/markdown.ts'
import { runningText } from './holder.ts'
import { type MigrationStatus, named, type Status, states } from './status.ts'
import { timeOf, titleOf } from './text.ts'

/** Bytes of the table. */
const SPACE = 250_000

function rowOf(migration: MigrationStatus): readonly string[] {
  const { state, at, by, how, commit, run, note } = migration
  const who = [by, how === 'applied' ? undefined : how].filter((part) => part !== undefined)
  const source = commit === undefined ? '' : code(commit.slice(0, 7))
  return [
    state === 'applied' || state === 'pending' ? state : `**${state}**`,
    code(named(migration)) + (note === undefined ? '' : `<br>${prose(note)}`),
    at === undefined ? '' : timeOf(at),
    prose(who.join(', ')),
    run !== undefined && /^https?:\/\//.test(run) ? link(source === '' ? 'run' : source, run) : source,
  ]
}

/** What is to be looked at comes first; of what is applied, the newest. */
function inOrder({ migrations }: Status): readonly MigrationStatus[] {
  return states.flatMap((state) => {
    const of = migrations.filter((each) => each.state === state)
    return state === 'applied' ? of.toReversed() : of
  })
}

export function statusMarkdown(status: Masked<Status>): string {
  const { target, name, server, at, history, running } = status
  const called = name === undefined ? '' : `${prose(name)}, `
  const blocks = [
    `### ${titleOf(status)}`,
    `${called}${code(target)}, ${prose(server)}, history ${code(history.table)} (${history.state}), at ${at}`,
    prose(runningText(running)),
    ...(history.note === undefined ? [] : [alert('WARNING', [prose(history.note)])]),
    boundedTable(['', 'migration', 'when', 'by', 'commit'], inOrder(status).map(rowOf), SPACE),
  ]
  return blocks.join('\n\n')
}
