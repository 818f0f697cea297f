import {
  condition,
  failed,
  type HealthRule,
  isObserved,
  podsHealth,
  specOf,
  statusOf,
  unobserved,
  wordsOf,
} from '../health.ts'
import { knownKinds } from '../kinds.ts'

interface Status {
  readonly replicas: number
  readonly fullyLabeledReplicas: number
  readonly availableReplicas: number
}

export const rule: HealthRule = {
  id: 'replicationcontroller',
  kinds: [knownKinds.replicationController],
  awaited: false,
  ends: false,
  judge: (object) => {
    if (!isObserved(object)) return unobserved
    const creation = condition(object, 'ReplicaFailure')
    if (creation?.status === 'True') return failed(`no pod can be made: ${wordsOf(creation)}`)
    const { replicas: wanted = 1 } = specOf<{ replicas: number }>(object)
    const { replicas, fullyLabeledReplicas, availableReplicas } = statusOf<Status>(object)
    return podsHealth({
      wanted,
      updated: fullyLabeledReplicas ?? 0,
      available: availableReplicas ?? 0,
      existing: replicas ?? 0,
    })
  },
}
