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

/** A proxy that does not connect to a server says with a status why; one that broke off has none. */
function mayConnect(error: unknown): boolean {
  const has = typeof error === 'object' && error !== null && 'statusCode' in error
  const status = has && typeof error.statusCode === 'number' ? error.statusCode : 500
  return status >= 500 || status === 429 || status === 408
}

/** Whether another try may find somebody who answers. A name that nobody knows (ENOTFOUND) is no such error. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  return unreachable.has(code) || (code === 'ERR_PROXY_TUNNEL' && mayConnect(error))
}
