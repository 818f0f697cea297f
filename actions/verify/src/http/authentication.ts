/** Whether a route takes this credential and no other: what is almost one is tried, and only a refusal is a refusal. */
import { codeOf } from '#toolkit/retry/network.ts'
import { disproven, type Patience, type ProbeResult, proven, TooLate, undecided } from '../probes/probe.ts'
import { askReady, type HttpAnswer, type HttpProbe, NotReady, told } from './ask.ts'
import { nearMissesOf } from './credential.ts'

/** Milliseconds: the route was there a moment ago. */
const LONGEST = 30_000

const refusals: readonly number[] = [401, 403]

/** Completes "a wrong one …". */
function endOf(error: unknown): string | undefined {
  const last = error instanceof TooLate ? error.last : error
  if (last instanceof NotReady) return `is answered ${told(last.answer)}`
  if (last === undefined) return 'is not answered'
  const code = codeOf(last)
  return code === undefined ? undefined : `is not answered (${code})`
}

/** @param answer to the credential itself, as expected */
export async function proveAuthentication(
  probe: HttpProbe,
  answer: HttpAnswer,
  { signal, deadline, waitFor }: Patience,
): Promise<ProbeResult> {
  const patience: Patience = { signal, waitFor, deadline: Math.min(deadline, LONGEST) }
  const names = [...probe.headers.keys()].join(' and ')
  const seen = `${told(answer)} as expected`
  const refused = new Set<number>()
  let doubt: string | undefined
  const misses = await nearMissesOf(probe.headers)
  for (const { what, headers } of misses) {
    try {
      const miss = await askReady(probe, headers, patience)
      if (refusals.includes(miss.status)) refused.add(miss.status)
      else if (miss.complaint !== undefined)
        doubt ??= `${what} is answered ${told(miss)}, and ${miss.complaint.what}`
      else if (miss.status < 300 || probe.expect.includes(miss.status))
        return disproven(`${seen}, but ${what} is answered ${told(miss)} as well.`)
      else doubt ??= `${what} is answered ${told(miss)}`
    } catch (error) {
      signal.throwIfAborted()
      const end = endOf(error)
      if (end === undefined) throw error
      // Whatever is wrong now will be wrong with the next as well.
      doubt ??= `${what} ${end}`
      break
    }
  }
  if (doubt !== undefined)
    return undecided(`${seen}, but ${doubt}: only 401 and 403 show that it was looked at.`)
  // A route that refuses everybody by now has shown nothing.
  const again = await askReady(probe, probe.headers, patience).catch((error: unknown) => {
    signal.throwIfAborted()
    return endOf(error) ?? Promise.reject(error)
  })
  if (typeof again === 'string' || !probe.expect.includes(again.status)) {
    const end = typeof again === 'string' ? again : `is answered ${told(again)}`
    return undecided(`${seen}, but after what was almost ${names} the right one ${end} as well.`)
  }
  const statuses = [...refused].sort((one, another) => one - another).join(' and ')
  return proven(`${seen}; ${misses.length} near misses of ${names} are answered ${statuses}.`)
}
