import { hash } from 'node:crypto'

/** What history knows a file's content by: line ends alone do not count. */
export function checksumOf(sql: string): string {
  return `sha256:${hash('sha256', sql.replaceAll('\r\n', '\n'))}`
}
