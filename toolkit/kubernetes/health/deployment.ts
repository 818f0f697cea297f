import {
  condition,
  failed,
  type HealthRule,
  isObserved,
  podsHealth,
  progressing,
  specOf,
  statusOf,
  suspended,
  unobserved,
  wordsOf,
} from '../health.ts'
import { knownKinds } from '../kinds.ts'

interface Spec {
  readonly replicas: number
  readonly paused: boolean
}

interface Status {
  readonly replicas: number
  readonly updatedReplicas: number
  readonly availableReplicas: number
}

export const rule: HealthRule = {
  id: 'deployment',
  kinds: [knownKinds.deployment],
  awaited: true,
  ends: false,
  judge: (object) => {
    if (!isObserved(object)) return unobserved
    const creation = condition(object, 'ReplicaFailure')
    if (creation?.status === 'True') return failed(`no pod can be made: ${wordsOf(creation)}`)
    if (condition(object, 'Progressing')?.reason === 'ProgressDeadlineExceeded')
      return failed('it makes no progress (ProgressDeadlineExceeded)')
    const { replicas: wanted = 1, paused } = specOf<Spec>(object)
    if (paused === true) return suspended('its rollout is paused', ['spec', 'paused'])
    const { replicas, updatedReplicas, availableReplicas } = statusOf<Status>(object)
    const pods = podsHealth({
      wanted,
      updated: updatedReplicas ?? 0,
      available: availableReplicas ?? 0,
      existing: replicas ?? 0,
    })
    const available = condition(object, 'Available')
    if (pods.state !== 'ready' || available?.status === 'True') return pods
    return progressing(
      `it is not available: ${available === undefined ? 'not told yet' : wordsOf(available)}`,
    )
  },
}
