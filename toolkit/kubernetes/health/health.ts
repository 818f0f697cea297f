/** How far a workload's rollout is, by its own status. */
import type { KubernetesObject } from '../object.ts'

export type Health =
  | { readonly state: 'ready' }
  | { readonly state: 'progressing'; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string }

export interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly message?: string
}

export function conditionsOf(object: KubernetesObject): readonly Condition[] {
  const { conditions = [] } = (object['status'] ?? {}) as { conditions?: readonly Condition[] } // every status that has conditions has them so
  return conditions
}

export function condition(object: KubernetesObject, type: string): Condition | undefined {
  return conditionsOf(object).find((each) => each.type === type)
}

/** Whether the controller has seen the newest spec; until then the status is about an older one. */
export function isObserved(object: KubernetesObject): boolean {
  const { observedGeneration = 0 } = (object['status'] ?? {}) as { observedGeneration?: number }
  return observedGeneration >= (object.metadata.generation ?? 0)
}

export const progressing = (reason: string): Health => ({ state: 'progressing', reason })
export const failed = (reason: string): Health => ({ state: 'failed', reason })
export const ready: Health = { state: 'ready' }
