/** What is judged and proven, on one line: two runs of one repository are told apart by it, also two that prove at two places. */
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { Place } from '#toolkit/model/plan.ts'

/** Of the targets; the others are told by a hash. */
const LONGEST = 120

/** Where the policy looks, in words. */
export function scopeOf(paths: readonly string[]): string {
  return paths.length === 0 ? 'repository' : paths.join(', ')
}

function provenAt(addresses: readonly string[]): string {
  const whole = addresses.join(', ')
  if (whole === '') return ''
  if (whole.length <= LONGEST) return `, proven by ${whole}`
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 12)
  return `, proven by ${addresses.length} probes (${hash})`
}

/**
 * Where `policy` and `live` have their effect: the same for both, so that `live` finds what the pull request showed.
 * @param addresses of the probes
 */
export function placeOfVerification(
  repositoryId: string,
  paths: readonly string[],
  addresses: readonly string[],
): Place {
  const scope = [...new Set(paths.map((path) => posix.normalize(path).replace(/(?<=.)\/$/, '')))].sort()
  const targets = [...addresses].sort()
  const judged = scope.length === 0 ? '' : `${scopeOf(scope)} of `
  return {
    target: `${judged}repository ${repositoryId}${provenAt(targets)}`,
    where: { repository: repositoryId, paths: scope, targets },
  }
}
