import { failed, type HealthRule, progressing, ready, statusOf, wordsOf } from '../health.ts'
import { knownKinds } from '../kinds.ts'

/** Nobody waits for one: it may be there for a claim that comes later. */
export const rule: HealthRule = {
  id: 'persistentvolume',
  kinds: [knownKinds.volume],
  awaited: false,
  ends: false,
  judge: (object) => {
    const { phase, reason, message } = statusOf<{ phase: string; reason: string; message: string }>(object)
    if (phase === 'Failed')
      return failed(`it could not be freed: ${wordsOf({ reason: reason ?? '', message: message ?? '' })}`)
    if (phase === 'Bound') return ready('it is bound to a claim')
    if (phase === 'Available') return ready('it waits for a claim')
    return progressing(
      phase === 'Released' ? 'its claim is gone, and it is not freed' : 'it is not there yet',
    )
  },
}
