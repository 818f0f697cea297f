import type { KubernetesObject } from '../object.ts'
import { type Health, isObserved, progressing, ready } from './health.ts'

export function statefulSetHealth(object: KubernetesObject): Health {
  if (!isObserved(object)) return progressing('the controller has not seen it yet')
  const { replicas: wanted = 1, updateStrategy } = (object['spec'] ?? {}) as {
    replicas?: number
    updateStrategy?: { type?: string }
  } // apps/v1
  const { readyReplicas = 0, updatedReplicas = 0 } = (object['status'] ?? {}) as Record<string, number> // apps/v1
  // With OnDelete pods become new only when somebody deletes them.
  if (updateStrategy?.type !== 'OnDelete' && updatedReplicas < wanted) {
    return progressing(`${updatedReplicas} of ${wanted} pods are of the new version`)
  }
  return readyReplicas < wanted ? progressing(`${readyReplicas} of ${wanted} pods are ready`) : ready
}
