import { createHash } from 'node:crypto'

/** What history knows a file's content by: line ends alone do not count. */
export function checksumOf(sql: string): string {
  return `sha256:${createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')}`
}
