import {
  condition,
  type HealthRule,
  isObserved,
  progressing,
  ready,
  statusOf,
  unobserved,
  wordsOf,
} from '../health.ts'
import { knownKinds } from '../kinds.ts'

/** Nobody waits for one: it needs the metrics of pods that run for a while. */
export const rule: HealthRule = {
  id: 'horizontalpodautoscaler',
  kinds: [knownKinds.autoscaler],
  awaited: false,
  ends: false,
  judge: (object) => {
    const { observedGeneration } = statusOf<{ observedGeneration: number }>(object)
    // Not every controller of them says it.
    if (typeof observedGeneration === 'number' && !isObserved(object)) return unobserved
    for (const type of ['AbleToScale', 'ScalingActive']) {
      const told = condition(object, type)
      // With no pod wanted there is nothing to measure.
      if (told?.status === 'False' && told.reason !== 'ScalingDisabled')
        return progressing(`it cannot scale: ${wordsOf(told)}`)
    }
    return ready('it can scale')
  },
}
