/** How often somebody may ask: so many times in a minute, which begins with the first of them. */
import { isIP } from 'node:net'
import { Problem } from './problem.ts'

const MINUTE = 60_000
/** More than this many are not remembered at once: whoever began first is forgotten. */
const MOST_REMEMBERED = 10_000

interface Window {
  readonly began: number
  count: number
}

export class RateLimit {
  readonly #most: number
  readonly #clock: () => Date
  readonly #windows = new Map<string, Window>()

  /** @param most requests in a minute */
  constructor(most: number, clock: () => Date) {
    this.#most = most
    this.#clock = clock
  }

  /** @throws Problem 429 when it was asked too often */
  count(name: string): void {
    const now = this.#clock().getTime()
    const window = this.#windows.get(name)
    if (window === undefined || now - window.began >= MINUTE) {
      this.#begin(name, now)
      return
    }
    window.count += 1
    if (window.count <= this.#most) return
    const seconds = Math.ceil((window.began + MINUTE - now) / 1_000)
    throw new Problem(429, 'Too many requests.', { headers: { 'retry-after': String(seconds) } })
  }

  #begin(name: string, now: number): void {
    // The map keeps the order in which they began.
    this.#windows.delete(name)
    const [oldest] = this.#windows.keys()
    if (this.#windows.size >= MOST_REMEMBERED && oldest !== undefined) this.#windows.delete(oldest)
    this.#windows.set(name, { began: now, count: 1 })
  }
}

/** Whose address it is: one of IPv4 itself, also written as IPv6; of IPv6 the /64, of which one customer has all. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const last = tail === '' ? [] : tail.split(':')
    while (groups.length + last.length < 8) groups.push('0')
    groups.push(...last)
  }
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::`
}
