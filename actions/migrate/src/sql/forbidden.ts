/** Statements that have no place in a migration file, whatever the server says of them. */
import type { Node } from '@pgsql/types'
import { functionsIn } from './ast.ts'

export interface Forbidden {
  readonly what: string
  readonly why?: string
  readonly fix: string
}

export function forbiddenIn(node: Node): Forbidden | undefined {
  if ('TransactionStmt' in node) {
    return {
      what: 'A migration may not begin or end a transaction.',
      why: 'The file and its history row are one transaction; a COMMIT in the middle would part them.',
      fix: 'Remove the statement: every file is one transaction already. A folder of golang-migrate is read as it is with `layout: golang-migrate`.',
    }
  }
  if ('CopyStmt' in node && node.CopyStmt.filename === undefined) {
    return node.CopyStmt.is_from === true
      ? { what: 'COPY FROM stdin has no data here.', fix: 'Write the rows as INSERT … VALUES.' }
      : { what: 'COPY TO stdout has nobody to read it here.', fix: 'Remove it.' }
  }
  if ('IndexStmt' in node && node.IndexStmt.concurrent === true && node.IndexStmt.idxname === undefined) {
    return {
      what: 'This concurrent index has no name.',
      why: 'Only by its name can an unfinished build be found and repaired.',
      fix: 'Name it.',
    }
  }
  if ('DiscardStmt' in node) {
    return {
      what: 'DISCARD gives the migration lock and the settings of the session away.',
      fix: 'Remove it: every file begins with fresh settings.',
    }
  }
  if ('DeallocateStmt' in node && node.DeallocateStmt.isall === true) {
    return {
      what: 'DEALLOCATE ALL takes prepared statements away that the run itself needs.',
      fix: 'Remove it, or name the statement.',
    }
  }
  if (functionsIn(node).some((name) => name.startsWith('pg_advisory_unlock'))) {
    return {
      what: 'pg_advisory_unlock gives the migration lock away, or may.',
      why: 'Another run could begin in the middle of this one.',
      fix: 'Remove it; for a lock of your own use pg_advisory_xact_lock, which ends with the file.',
    }
  }
  return undefined
}
