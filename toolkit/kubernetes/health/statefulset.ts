import { type HealthRule, heldBack, isObserved, podsHealth, specOf, statusOf, unobserved } from '../health.ts'
import { knownKinds } from '../kinds.ts'

interface Spec {
  readonly replicas: number
  readonly updateStrategy: {
    readonly type?: string
    readonly rollingUpdate?: { readonly partition?: number }
  }
}

interface Status {
  readonly replicas: number
  readonly updatedReplicas: number
  readonly availableReplicas: number
}

export const rule: HealthRule = {
  id: 'statefulset',
  kinds: [knownKinds.statefulSet],
  awaited: true,
  ends: false,
  judge: (object) => {
    if (!isObserved(object)) return unobserved
    const { replicas: wanted = 1, updateStrategy } = specOf<Spec>(object)
    const { replicas, updatedReplicas, availableReplicas } = statusOf<Status>(object)
    const onDelete = updateStrategy?.type === 'OnDelete'
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0
    const updated = updatedReplicas ?? 0
    const pods = podsHealth({
      wanted,
      updatable: onDelete ? 0 : Math.max(0, wanted - partition),
      updated,
      // Counts only those that were ready for minReadySeconds.
      available: availableReplicas ?? 0,
      existing: replicas ?? 0,
    })
    if (pods.state !== 'ready' || updated >= wanted) return pods
    const why = onDelete
      ? 'with OnDelete they are replaced only when somebody deletes them'
      : `the partition ${partition} holds them back`
    return heldBack(wanted - updated, wanted, why)
  },
}
