/** A status for a terminal and a log: a line a migration, in as many columns as there is room for. */
import type { Masked } from '#toolkit/redact/masked.ts'
import { type Colour, painter, type TextOptions } from '#toolkit/report/log.ts'
import { oneLine, shortened } from '#toolkit/report/markdown.ts'
import { grouped } from '#toolkit/report/wording.ts'
import { wrapped } from '#toolkit/report/wrap.ts'
import { runningText } from './holder.ts'
import { type MigrationState, type MigrationStatus, named, type Status, states } from './status.ts'

const colourOf: Readonly<Record<MigrationState, Colour>> = {
  running: 'cyan',
  interrupted: 'red',
  failed: 'red',
  changed: 'red',
  gone: 'red',
  pending: 'yellow',
  applied: 'green',
}

/** How many of each state are told one by one; of what is applied, and stands as it should, the newest. */
const MOST = { applied: 20, other: 100 } as const

/** Folders of fewer migrations are told whole. */
const WHOLE = 200

/** Columns of a name: those for which others give way, and those that are left whatever the terminal's width. */
const NAME = 40
const SHORTEST = 12

/** `2 pending, 1 changed, 17 applied`; what is to be looked at comes first. */
export function countsText({ counts }: Pick<Status, 'counts'>): string {
  const told = states.flatMap((state) => (counts[state] === 0 ? [] : [`${grouped(counts[state])} ${state}`]))
  return told.length === 0 ? 'no migrations' : told.join(', ')
}

/** One line: `Migrate status: 2 pending, 17 applied`. */
export function titleOf(status: Pick<Status, 'counts'>): string {
  return `Migrate status: ${countsText(status)}`
}

/** A migration, or how many are left out in its place. */
type Line =
  | { readonly migration: MigrationStatus }
  | { readonly state: MigrationState; readonly left: number }

/** Which migrations are told one by one, in their order, and where how many of a state are left out. */
export function linesOf(migrations: readonly MigrationStatus[]): readonly Line[] {
  if (migrations.length <= WHOLE) return migrations.map((migration) => ({ migration }))
  const left = new Map<MigrationState, number>()
  const seen = new Map<MigrationState, number>()
  const total = Map.groupBy(migrations, ({ state }) => state)
  const isTold = ({ state, note }: MigrationStatus) => {
    const index = seen.get(state) ?? 0
    seen.set(state, index + 1)
    const count = total.get(state)?.length ?? 0
    return state === 'applied' && note === undefined ? index >= count - MOST.applied : index < MOST.other
  }
  const kept = migrations.map((migration) => {
    const told = isTold(migration)
    if (!told) left.set(migration.state, (left.get(migration.state) ?? 0) + 1)
    return told
  })
  const lines: Line[] = []
  const said = new Set<MigrationState>()
  for (const [index, migration] of migrations.entries()) {
    const { state } = migration
    if (kept[index] === true) lines.push({ migration })
    else if (!said.has(state)) {
      said.add(state)
      lines.push({ state, left: left.get(state) ?? 0 })
    }
  }
  return lines
}

/** `2026-11-27 12:00:00Z` */
export function timeOf(at: string): string {
  return at.replace('T', ' ').replace(/\.\d+Z$/, 'Z')
}

/** State, name, and the rest: what has no room is left out from the right. */
function cellsOf(line: Line): readonly string[] {
  if ('left' in line) return [line.state, `… ${grouped(line.left)} more`, '', '', '']
  const { migration } = line
  const { state, at, by, commit, how } = migration
  return [
    state,
    shortened(oneLine(named(migration)), 200),
    at === undefined ? '' : timeOf(at),
    shortened(oneLine([by, how === 'applied' ? undefined : how].filter(Boolean).join(', ')), 40),
    commit === undefined ? '' : oneLine(commit.slice(0, 7)),
  ]
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).toWellFormed()}…`
}

/** As many columns as fit beside a name that can be read. */
function rowsWithin(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const widths = [0, 1, 2, 3, 4].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  )
  const [state = 0, name = 0, ...rest] = widths
  let room = width - state - 4 - Math.min(name, NAME)
  let shown = 0
  for (const each of rest) {
    if (each + 2 > room) break
    room -= each + 2
    shown++
  }
  const beside = rest.slice(0, shown).reduce((sum, each) => sum + each + 2, 0)
  const longest = Math.min(name, Math.max(SHORTEST, width - state - 4 - beside))
  return rows.map((row) => {
    const cells = row
      .slice(0, 2 + shown)
      .map((text, column) =>
        column === 1 ? cut(text, longest).padEnd(longest) : text.padEnd(widths[column] ?? 0),
      )
    return `  ${cells.join('  ').trimEnd()}`
  })
}

export function statusText(status: Masked<Status>, options: TextOptions): string {
  const paint = painter(options)
  const width = options.width ?? Number.POSITIVE_INFINITY
  const { target, name, server, at, history, running, migrations } = status
  const called = name === undefined ? '' : `${oneLine(name)}, `
  const lines = linesOf(migrations)
  const rows = rowsWithin(lines.map(cellsOf), width)
  const body = lines.flatMap((line, index) => {
    const state = 'left' in line ? line.state : line.migration.state
    const note = 'left' in line ? undefined : line.migration.note
    return [
      paint(colourOf[state], rows[index] ?? ''),
      ...(note === undefined ? [] : wrapped(shortened(oneLine(note), 500), width, '      ')),
    ]
  })
  const note = history.note === undefined ? [] : wrapped(shortened(oneLine(history.note), 1_000), width)
  return [
    titleOf(status),
    ...wrapped(
      `${called}${oneLine(target)}, ${oneLine(server)}, history ${history.table} (${history.state}), at ${at}`,
      width,
    ),
    ...note.map((line) => paint('yellow', line)),
    ...body,
    ...wrapped(shortened(oneLine(runningText(running)), 1_000), width),
  ].join('\n')
}
