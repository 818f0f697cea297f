import {
  condition,
  failed,
  type HealthRule,
  progressing,
  ready,
  statusOf,
  unobserved,
  wordsOf,
} from '../health.ts'

/** For what has no rule of its own: the conventions that most controllers keep. */
export const rule: HealthRule = {
  id: 'generic',
  kinds: [],
  awaited: false,
  ends: false,
  judge: (object) => {
    const { observedGeneration } = statusOf<{ observedGeneration: number }>(object)
    if (typeof observedGeneration === 'number' && observedGeneration < (object.metadata.generation ?? 0))
      return unobserved
    const stalled = condition(object, 'Stalled')
    if (stalled?.status === 'True') return failed(`it is stalled: ${wordsOf(stalled)}`)
    const reconciling = condition(object, 'Reconciling')
    if (reconciling?.status === 'True') return progressing(`it is being reconciled: ${wordsOf(reconciling)}`)
    const told = condition(object, 'Ready')
    if (told === undefined) return ready('it exists')
    return told.status === 'True' ? ready('it is ready') : progressing(`it is not ready: ${wordsOf(told)}`)
  },
}
