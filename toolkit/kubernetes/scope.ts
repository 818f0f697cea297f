/** Whether objects are in namespaces. What names an object depends on it, whatever is written in its file. */
import { clusterScoped } from './cluster-scoped.ts'
import { type GroupKind, groupKindOf, knownKinds } from './kinds.ts'
import { type KubernetesObject, type Reference, valueAt } from './object.ts'

export type Scope = 'Namespaced' | 'Cluster'

const ownScopes: ReadonlyMap<GroupKind, Scope> = new Map(
  [...clusterScoped].map((groupKind) => [groupKind, 'Cluster']),
)

/** Undefined for a kind that nothing is known of. */
export type ScopeOf = (groupKind: GroupKind) => Scope | undefined

/** The scopes of the kinds that the objects themselves define. */
export function definedScopes(objects: readonly KubernetesObject[]): ReadonlyMap<GroupKind, Scope> {
  const definitions = objects.filter((object) => groupKindOf(object) === knownKinds.definition)
  return new Map(
    definitions.flatMap((definition) => {
      const [group, kind, scope] = [['group'], ['names', 'kind'], ['scope']].map((path) =>
        valueAt(definition, ['spec', ...path]),
      ) // apiextensions.k8s.io/v1
      return scope === 'Cluster' || scope === 'Namespaced' ? [[`${kind}.${group}`, scope] as const] : []
    }),
  )
}

/**
 * @param objects everything that is released together: it may define kinds
 * @param served what a cluster says; without one, Kubernetes' own kinds are known
 */
export function scopesAmong(
  objects: readonly KubernetesObject[],
  served: ReadonlyMap<GroupKind, Scope> = ownScopes,
): ScopeOf {
  const defined = definedScopes(objects)
  return (groupKind) => served.get(groupKind) ?? defined.get(groupKind)
}

/** The reference as the API server takes it: no namespace for what is outside of them. */
export function placed<R extends Pick<Reference, 'apiVersion' | 'kind' | 'namespace'>>(
  reference: R,
  scopeOf: ScopeOf,
): R {
  const needless = reference.namespace !== undefined && scopeOf(groupKindOf(reference)) === 'Cluster'
  return needless ? { ...reference, namespace: undefined } : reference
}
