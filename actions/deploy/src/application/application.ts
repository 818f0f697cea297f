import type { Reference } from '#toolkit/kubernetes/object.ts'

/** What belongs together in a cluster. */
export interface Application {
  readonly name: string
  /** Where the cluster remembers it: its inventory is there; its objects may be anywhere. */
  readonly namespace: string
  /** The id of the repository that releases it. */
  readonly repository: string
}

/** Every cluster has it. */
export const USUAL_NAMESPACE = 'default'

/** What remembers an application: the parent of its ApplySet. */
export function parentOf({ name, namespace }: Application): Reference {
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `omninode-${name}` }
}

/** What says which run releases it. */
export function leaseOf(application: Application): Reference {
  return { ...parentOf(application), apiVersion: 'coordination.k8s.io/v1', kind: 'Lease' }
}

/** The API server takes no longer one. */
const LONGEST_MANAGER = 128

/** Who applies, as the API server's managed fields name it: each application is one of its own. */
export function fieldManagerOf({ name, namespace, repository }: Application): string {
  return `omninode/${name}/${repository}/${namespace}`.slice(0, LONGEST_MANAGER)
}
