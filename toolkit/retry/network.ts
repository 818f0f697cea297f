/** Which errors say that nobody answered, as opposed to answering something. */

/** The codes that Node gives to what keeps a connection from being made, or breaks it. */
const unreachable: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
])

/** The code of a system's, a library's or a server's error; undefined when it has none. */
export function codeOf(error: unknown): string | undefined {
  const coded = typeof error === 'object' && error !== null && 'code' in error
  return coded && typeof error.code === 'string' ? error.code : undefined
}

/** Whether another try may find somebody who answers. A name that nobody knows (ENOTFOUND) is no such error. */
export function isUnreachable(error: unknown): boolean {
  return unreachable.has(codeOf(error) ?? '')
}
