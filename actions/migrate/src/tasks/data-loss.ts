/** Which statements lose data that no migration can bring back. */
import type { Node } from '@pgsql/types'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { changing, rowChangesOf } from '../lint/context/row-changes.ts'
import { unknownFunctions } from '../sql/functions.ts'
import type { Task } from './task.ts'

const dropped: Readonly<Record<string, string>> = {
  OBJECT_TABLE: 'drops a table with its rows',
  OBJECT_FOREIGN_TABLE: 'drops a foreign table',
  OBJECT_SCHEMA: 'drops a schema with what is in it',
  OBJECT_SEQUENCE: 'drops a sequence with its position',
}

interface Loss {
  readonly what: string
  /** Set when it cannot be seen. */
  readonly unknown?: true
}

/** Of rows, also by what stands in a WITH, and by what a statement calls. */
function lossOfRows(node: Node): Loss | undefined {
  // It is kept, and does nothing until EXECUTE.
  if ('PrepareStmt' in node) return undefined
  for (const change of rowChangesOf(node)) {
    if ('DeleteStmt' in change) return { what: 'deletes rows' }
    if ('UpdateStmt' in change) return { what: 'overwrites values' }
    if ('InsertStmt' in change && change.InsertStmt.onConflictClause?.action === 'ONCONFLICT_UPDATE')
      return { what: 'overwrites values' }
    if (!('MergeStmt' in change)) continue
    const commands = (change.MergeStmt.mergeWhenClauses ?? []).map((each) =>
      'MergeWhenClause' in each ? each.MergeWhenClause.commandType : undefined,
    )
    if (commands.includes('CMD_DELETE')) return { what: 'deletes rows' }
    if (commands.includes('CMD_UPDATE')) return { what: 'overwrites values' }
  }
  const called = changing.some((kind) => kind in node) ? unknownFunctions(node) : []
  return called.length === 0
    ? undefined
    : { what: `calls ${called.join(', ')}, which cannot be seen into`, unknown: true }
}

/** What a statement loses. */
export function lossOf(node: Node): Loss | undefined {
  if ('DropStmt' in node) {
    const what = dropped[node.DropStmt.removeType ?? '']
    if (what !== undefined) return { what }
    return node.DropStmt.behavior === 'DROP_CASCADE'
      ? { what: 'drops what depends on it, which may be columns', unknown: true }
      : undefined
  }
  if ('AlterTableStmt' in node) {
    const commands = (node.AlterTableStmt.cmds ?? []).flatMap((each) =>
      'AlterTableCmd' in each ? [each.AlterTableCmd] : [],
    )
    if (commands.some(({ subtype }) => subtype === 'AT_DropColumn'))
      return { what: 'drops a column with its values' }
    if (commands.some(({ subtype }) => subtype === 'AT_AlterColumnType'))
      return { what: 'changes a type, which may cut values', unknown: true }
    return undefined
  }
  if ('TruncateStmt' in node) return { what: 'empties a table' }
  if ('DropdbStmt' in node) return { what: 'drops a database' }
  if ('DropOwnedStmt' in node) return { what: 'drops all that a role owns' }
  if ('DoStmt' in node || 'CallStmt' in node || 'ExecuteStmt' in node)
    return { what: 'runs code that cannot be seen into', unknown: true }
  return lossOfRows(node)
}

/** Without `allow-data-loss` every loss, and every statement that may be one, keeps a rollback from running. */
export function dataLossFindings(tasks: readonly Task[], allowed: boolean): Finding[] {
  return tasks.flatMap(({ script }) =>
    script.statements.flatMap((statement, index) => {
      const loss = lossOf(statement.node)
      if (loss === undefined) return []
      const { file } = script
      return [
        finding(
          {
            rule: 'data-loss',
            severity: allowed ? 'warning' : 'error',
            // What cannot be told is treated as a loss: it is data.
            verdict: 'fail',
            message: `This ${loss.what}.`,
            why:
              loss.unknown === true ? 'Whether data is lost cannot be told.' : 'No migration brings it back.',
            fix: allowed
              ? 'It was allowed with `allow-data-loss: true`.'
              : 'Make sure that there is a backup, then set `allow-data-loss: true` for this run.',
            source: { file, line: statement.line, column: statement.column },
          },
          `${index}`,
        ),
      ]
    }),
  )
}
