import { condition, failed, type HealthRule, isObserved, ready, unobserved, wordsOf } from '../health.ts'
import { knownKinds } from '../kinds.ts'

export const rule: HealthRule = {
  id: 'poddisruptionbudget',
  kinds: [knownKinds.disruptionBudget],
  awaited: false,
  ends: false,
  judge: (object) => {
    const allowed = condition(object, 'DisruptionAllowed')
    if (allowed?.reason === 'SyncFailed') return failed(`it cannot be computed: ${wordsOf(allowed)}`)
    return isObserved(object) ? ready('its allowed disruptions are computed') : unobserved
  },
}
