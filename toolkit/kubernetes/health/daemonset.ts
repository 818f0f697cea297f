import { type HealthRule, heldBack, isObserved, podsHealth, specOf, statusOf, unobserved } from '../health.ts'
import { knownKinds } from '../kinds.ts'

interface Status {
  readonly desiredNumberScheduled: number
  readonly updatedNumberScheduled: number
  readonly numberAvailable: number
}

export const rule: HealthRule = {
  id: 'daemonset',
  kinds: [knownKinds.daemonSet],
  awaited: true,
  ends: false,
  judge: (object) => {
    if (!isObserved(object)) return unobserved
    const { updateStrategy } = specOf<{ updateStrategy: { readonly type?: string } }>(object)
    const { desiredNumberScheduled, updatedNumberScheduled, numberAvailable } = statusOf<Status>(object)
    const wanted = desiredNumberScheduled ?? 0
    const updated = updatedNumberScheduled ?? 0
    const onDelete = updateStrategy?.type === 'OnDelete'
    const pods = podsHealth({
      wanted,
      updatable: onDelete ? 0 : wanted,
      updated,
      available: numberAvailable ?? 0,
      existing: wanted, // those on nodes that are not meant to have one are nobody's business
    })
    if (pods.state !== 'ready' || updated >= wanted) return pods
    const why = 'with OnDelete they are replaced only when somebody deletes them'
    return heldBack(wanted - updated, wanted, why)
  },
}
