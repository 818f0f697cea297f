/** Files that hold both ways, each behind its mark: what a tool runs of them, line by line where it stood. */
import type { MigrationFile } from '../migration.ts'
import type { Folder } from './folder.ts'

export interface Marks {
  /** Where the way up, and the way down, begins. @returns undefined when the line is no mark of a way */
  wayOf(line: string): 'up' | 'down' | undefined
  /** A line that is meant for the tool: what stands in its place; undefined when it is none. Null when nobody can do it. */
  lineFor(line: string): string | null | undefined
  /** `-- migrate:up` */
  readonly first: string
}

export interface Halves {
  readonly up: MigrationFile
  /** Undefined when there is nothing in it. */
  readonly down: MigrationFile | undefined
}

/** Comments and nothing else. */
function isEmpty(sql: string): boolean {
  return /^(?:\s|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*$/.test(sql)
}

/** Each way alone, on the lines on which it stands; what is wrong is told to the folder. */
export function readHalves(folder: Folder, file: string, marks: Marks): Halves | undefined {
  const whole = folder.text(file)
  if (whole === undefined) return undefined
  const ways: Record<'up' | 'down', string[]> = { up: [], down: [] }
  let way: 'up' | 'down' | undefined
  let refused = false
  const seen = new Set<string>()
  for (const [index, text] of whole.sql.split('\n').entries()) {
    const line = text.replace(/\r$/, '')
    const begins = marks.wayOf(line)
    const instead = marks.lineFor(line)
    if (begins !== undefined) {
      if (seen.has(begins) || (begins === 'up' && way === 'down')) {
        folder.problem(
          'MIGRATION_HALVES',
          file,
          index + 1,
          `${file} has \`${line.trim()}\` at a place where it cannot stand.`,
          'Keep one way up, and one way down behind it.',
        )
        refused = true
      }
      seen.add(begins)
      way = begins
    }
    if (instead === null) {
      folder.problem(
        'MIGRATION_FOREIGN',
        file,
        index + 1,
        `\`${line.trim()}\` cannot be done here.`,
        'Write out what it stands for, and remove the line.',
      )
      refused = true
    }
    // Said before the first way, it is about both.
    const kept = begins === undefined && instead === undefined ? text : (instead ?? '')
    for (const each of ['up', 'down'] as const) {
      const counts = way === each || (way === undefined && kept.trim() !== '')
      ways[each].push(counts ? kept : '')
    }
    if (way === undefined && !isEmpty(kept) && !refused) {
      folder.problem(
        'MIGRATION_HALVES',
        file,
        index + 1,
        `${file} has a statement before \`${marks.first}\`.`,
        `Put \`${marks.first}\` in front of it.`,
      )
      refused = true
    }
  }
  if (!seen.has('up') && !refused) {
    folder.problem(
      'MIGRATION_HALVES',
      file,
      1,
      `${file} has no \`${marks.first}\`.`,
      `Put \`${marks.first}\` in front of what leads up.`,
    )
    return undefined
  }
  if (refused) return undefined
  const up = ways.up.join('\n').trimEnd()
  const down = ways.down.join('\n').trimEnd()
  return {
    up: { file: whole.file, sql: `${up}\n` },
    down: seen.has('down') && !isEmpty(down) ? { file: whole.file, sql: `${down}\n` } : undefined,
  }
}
