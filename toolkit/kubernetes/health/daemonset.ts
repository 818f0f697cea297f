import type { KubernetesObject } from '../object.ts'
import { type Health, isObserved, progressing, ready } from './health.ts'

export function daemonSetHealth(object: KubernetesObject): Health {
  if (!isObserved(object)) return progressing('the controller has not seen it yet')
  const {
    desiredNumberScheduled = 0,
    updatedNumberScheduled = 0,
    numberAvailable = 0,
  } = (object['status'] ?? {}) as Record<string, number> // apps/v1
  if (updatedNumberScheduled < desiredNumberScheduled) {
    return progressing(`${updatedNumberScheduled} of ${desiredNumberScheduled} nodes have the new version`)
  }
  return numberAvailable < desiredNumberScheduled
    ? progressing(`it is available on ${numberAvailable} of ${desiredNumberScheduled} nodes`)
    : ready
}
