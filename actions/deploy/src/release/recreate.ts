/** What cannot be changed in place is deleted and made again, where its manifest says that it may be. */
import { type GroupKind, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, valueAt } from '#toolkit/kubernetes/object.ts'
import { isKept } from '../orphans/kept.ts'

export const RECREATE = 'omninode.io/recreate'
export const WHEN_IMMUTABLE = 'when-immutable'

export function mayBeRecreated({ metadata }: KubernetesObject): boolean {
  return metadata.annotations?.[RECREATE] === WHEN_IMMUTABLE
}

const never: ReadonlyMap<GroupKind, string> = new Map([
  [knownKinds.definition, 'every object of its kind would go with it'],
  [knownKinds.namespace, 'everything in it would go with it'],
  [knownKinds.volume, 'its data may go with it'],
  [knownKinds.volumeClaim, 'its data would go with it'],
])

/** Why an object is never deleted to be made again, whatever its manifest says; undefined when it may be. */
export function neverRecreated(groupKind: GroupKind, live: KubernetesObject): string | undefined {
  const retention = valueAt(live, ['spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted'])
  if (groupKind === knownKinds.statefulSet && retention === 'Delete')
    return 'its claims would go with it, as its persistentVolumeClaimRetentionPolicy says'
  if (isKept(live)) return 'an annotation says that it is to be kept'
  return never.get(groupKind)
}
