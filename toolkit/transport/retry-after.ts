/** How long a server asks to be left alone. Source: RFC 9110, section 10.2.3. */
import type { IncomingHttpHeaders } from 'node:http'

/**
 * Milliseconds; undefined when it does not say. A date counts by the server's own clock, so that ours need not be
 * right; without one it cannot be told.
 */
export function retryAfter(headers: Pick<IncomingHttpHeaders, 'retry-after' | 'date'>): number | undefined {
  const { 'retry-after': asked = '', date = '' } = headers
  if (/^\s*\d+\s*$/.test(asked)) return Number(asked) * 1_000
  // Without a month it is no date, although it may be parsed as one.
  const until = (/[a-z]/i.test(asked) ? Date.parse(asked) : Number.NaN) - Date.parse(date)
  return Number.isNaN(until) ? undefined : Math.max(0, until)
}
