import { failed, type HealthRule, progressing, ready, statusOf } from '../health.ts'
import { knownKinds } from '../kinds.ts'

/** Nobody waits for one: it may be bound only when a pod uses it. */
export const rule: HealthRule = {
  id: 'persistentvolumeclaim',
  kinds: [knownKinds.volumeClaim],
  awaited: false,
  ends: false,
  judge: (object) => {
    const { phase } = statusOf<{ phase: string }>(object)
    if (phase === 'Bound') return ready('it is bound to a volume')
    return phase === 'Lost' ? failed('its volume is lost') : progressing('it is bound to no volume yet')
  },
}
