/** How results are shown: an aligned table, and a line for each bound. */

/** What ours must not exceed, or must reach. */
export type Bound = {
  readonly what: string
  readonly value: number
  readonly unit: string
} & ({ readonly most: number } | { readonly least: number })

export interface Report {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
  readonly bounds: readonly Bound[]
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}

export const milliseconds = (value: number) => `${value.toFixed(0)} ms`

/** The row of one runner: its times beside the base's median. */
export function timesRow(name: string, times: readonly number[], base: number): string[] {
  return [
    name,
    milliseconds(median(times)),
    milliseconds(Math.min(...times)),
    milliseconds(Math.max(...times)),
    `${(median(times) / base).toFixed(2)} ×`,
  ]
}

export const timesHeader = ['runner', 'median', 'least', 'most', 'to base']

/** How far apart the times of the base may be before the ratios to it say little. */
const QUIET = 1.5

export function busyNote(base: readonly number[]): string[] {
  const spread = Math.max(...base) / Math.min(...base)
  return spread <= QUIET
    ? []
    : [
        `caution   the base's own times are ${spread.toFixed(1)} × apart: the machine was busy with something else`,
      ]
}

export function isHeld(bound: Bound): boolean {
  return 'most' in bound ? bound.value <= bound.most : bound.value >= bound.least
}

export function format({ title, header, rows, notes, bounds }: Report): string {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  const verdicts = bounds.map((bound) => {
    const limit = 'most' in bound ? `≤ ${bound.most}` : `≥ ${bound.least}`
    const value = `${Number(bound.value.toFixed(2))} ${limit} ${bound.unit}`
    return `${isHeld(bound) ? 'held    ' : 'NOT HELD'}  ${bound.what}: ${value}`
  })
  return [
    title,
    ...[header, ...rows].map((row) => `  ${line(row).trimEnd()}`),
    ...notes,
    ...verdicts,
    '',
  ].join('\n')
}
