import { condition, type HealthRule, progressing, ready, specOf, wordsOf } from '../health.ts'
import { knownKinds } from '../kinds.ts'

/** Nobody waits for one: that what serves it answers comes after it is registered, and may take a while. */
export const rule: HealthRule = {
  id: 'apiservice',
  kinds: [knownKinds.apiService],
  awaited: false,
  ends: false,
  judge: (object) => {
    const available = condition(object, 'Available')
    if (available?.status === 'True') return ready('what serves it answers')
    if (specOf<{ service: object | null }>(object).service == null)
      return ready('the API server itself serves it')
    return progressing(
      `what serves it does not answer: ${available === undefined ? 'not told yet' : wordsOf(available)}`,
    )
  },
}
