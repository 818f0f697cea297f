import type { KubernetesObject } from '../object.ts'
import { condition, failed, type Health, isObserved, progressing, ready } from './health.ts'

export function deploymentHealth(object: KubernetesObject): Health {
  if (!isObserved(object)) return progressing('the controller has not seen it yet')
  const { replicas: wanted = 1 } = (object['spec'] ?? {}) as { replicas?: number } // apps/v1 DeploymentSpec
  const {
    replicas = 0,
    updatedReplicas = 0,
    availableReplicas = 0,
  } = (object['status'] ?? {}) as Record<string, number> // apps/v1 DeploymentStatus
  const creation = condition(object, 'ReplicaFailure')
  if (creation?.status === 'True') return failed(`no pod can be made: ${creation.message ?? creation.reason}`)
  const progress = condition(object, 'Progressing')
  if (progress?.reason === 'ProgressDeadlineExceeded')
    return failed(progress.message ?? 'its progress deadline is over')
  if (updatedReplicas < wanted)
    return progressing(`${updatedReplicas} of ${wanted} pods are of the new version`)
  if (replicas > updatedReplicas) return progressing(`${replicas - updatedReplicas} old pods are ending`)
  if (availableReplicas < wanted) return progressing(`${availableReplicas} of ${wanted} pods are available`)
  return ready
}
