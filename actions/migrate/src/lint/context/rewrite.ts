/** The safe rewrites of statements: what people wrote is what they recognise. */
import type { Statement } from '../../sql/statements.ts'

/** On one line, unless a comment in it needs its line. */
export function sourceOf({ text }: Statement): string {
  return text.includes('--') ? text : text.replace(/\s+/g, ' ').trim()
}

/** The statement with a name for its constraint and NOT VALID, or `otherwise` when it does more than one thing. */
export function notValid(statement: Statement, name: string, otherwise: string): string {
  const { node } = statement
  const single = 'AlterTableStmt' in node && node.AlterTableStmt.cmds?.length === 1
  const text = sourceOf(statement).replace(/\bADD\s+(?=CHECK\b|FOREIGN\b)/i, `ADD CONSTRAINT ${name} `)
  return `${single ? text : otherwise} NOT VALID;`
}
