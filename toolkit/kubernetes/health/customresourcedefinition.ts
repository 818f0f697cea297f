import { condition, failed, type HealthRule, progressing, ready, wordsOf } from '../health.ts'
import { knownKinds } from '../kinds.ts'

/** A release waits for it as soon as it is applied, because its objects come next. */
export const rule: HealthRule = {
  id: 'customresourcedefinition',
  kinds: [knownKinds.definition],
  awaited: false,
  ends: false,
  judge: (object) => {
    const names = condition(object, 'NamesAccepted')
    if (names?.status === 'False') return failed(`its names are taken: ${wordsOf(names)}`)
    const established = condition(object, 'Established')
    if (established?.status === 'True') return ready('it is established')
    if (established?.status === 'False' && established.reason !== 'Installing' && names?.status === 'True')
      return failed(`it cannot be established: ${wordsOf(established)}`)
    return progressing('it is not established yet')
  },
}
