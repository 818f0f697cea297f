/** Lines by which other tools tell the parts of a file: whoever sends such a file as it is runs both of its ways. */
import { Failure } from '../model/failure.ts'

export type OtherTool =
  | 'dbmate'
  | 'goose'
  | 'sql-migrate'
  | 'node-pg-migrate'
  | 'micrate'
  | 'Liquibase'
  | 'Flyway'

interface Marker {
  readonly tool: OtherTool
  readonly pattern: RegExp
  /** The layout that reads its files as they are. */
  readonly layout?: string
}

const markers: readonly Marker[] = [
  { tool: 'dbmate', pattern: /^[ \t]*--[ \t]*migrate:(?:up|down)\b.*$/im, layout: 'dbmate' },
  { tool: 'goose', pattern: /^[ \t]*--[ \t]*\+goose\b.*$/im, layout: 'goose' },
  { tool: 'sql-migrate', pattern: /^[ \t]*--[ \t]*\+migrate\b.*$/im },
  { tool: 'micrate', pattern: /^[ \t]*--[ \t]*\+micrate\b.*$/im },
  { tool: 'node-pg-migrate', pattern: /^[ \t]*--[ \t]*(?:up|down)[ \t]+migration\b.*$/im },
  { tool: 'Liquibase', pattern: /^[ \t]*--[ \t]*(?:liquibase formatted sql|changeset[ \t]+\S+:\S+).*$/im },
  { tool: 'Flyway', pattern: /\$\{flyway:[^}{$\n]*\}/i },
]

function lineOf(sql: string, offset: number): number {
  let line = 1
  for (let at = sql.indexOf('\n'); at !== -1 && at < offset; at = sql.indexOf('\n', at + 1)) line++
  return line
}

/**
 * What a file says to another tool, on its lines: the first of each.
 * @param own whose marks the layout has read already
 */
export function foreignMarkers(file: string, sql: string, own: OtherTool | undefined): Failure[] {
  // What none of them can stand without.
  if (!sql.includes('--') && !sql.includes('${')) return []
  return markers.flatMap(({ tool, pattern, layout }) => {
    const found = tool === own ? null : pattern.exec(sql)
    if (found === null) return []
    return [
      new Failure({
        code: 'MIGRATION_FOREIGN',
        what: `\`${found[0].trim().slice(0, 80)}\` is a mark of ${tool}, and says nothing here.`,
        why: 'The file would be sent as it is, with all that stands in it.',
        fix:
          layout === undefined
            ? 'Put what leads back into a file of its own, and remove the mark.'
            : `Read the folder as it is with \`layout: ${layout}\`; or put what leads back into a file of its own, and remove the mark.`,
        source: { file, line: lineOf(sql, found.index) },
      }),
    ]
  })
}
