/** What belongs together in a cluster. */
import type { Reference } from '#toolkit/kubernetes/object.ts'

export interface Application {
  readonly name: string
  /** Where the cluster remembers it: its inventory is there; its objects may be anywhere. */
  readonly namespace: string
}

/** Every cluster has it. */
export const USUAL_NAMESPACE = 'default'

/** What remembers an application: the parent of its ApplySet. */
export function parentOf({ name, namespace }: Application): Reference {
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `omninode-${name}` }
}
