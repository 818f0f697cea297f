/** What tells objects apart, for machines and for people. */
import { groupKindOf, groupOf } from './kinds.ts'
import type { Reference } from './object.ts'

/** Equal for two references to one object, whatever version of its group they are written in. */
export function keyOf({ apiVersion, kind, namespace = '', name }: Reference): string {
  return [groupOf(apiVersion), kind, namespace, name].join('/')
}

function addressWith(kind: string, { namespace, name }: Reference): string {
  return namespace === undefined ? `${kind}/${name}` : `${namespace}/${kind}/${name}`
}

/** `onex-dev/Deployment/onex-api`, or `Namespace/onex-dev` outside of namespaces. */
export function addressOf(reference: Reference): string {
  return addressWith(reference.kind, reference)
}

/**
 * Addresses that tell the given objects apart: those that share kind, namespace and name with another group's show
 * their own, `onex-dev/Gateway.networking.istio.io/web`.
 */
export function addressesAmong(references: readonly Reference[]): (reference: Reference) => string {
  const groups = new Map<string, Set<string>>()
  for (const reference of references) {
    const address = addressOf(reference)
    groups.set(address, (groups.get(address) ?? new Set()).add(groupOf(reference.apiVersion)))
  }
  return (reference) => {
    const address = addressOf(reference)
    const shared = (groups.get(address)?.size ?? 0) > 1
    return shared ? addressWith(groupKindOf(reference), reference) : address
  }
}
