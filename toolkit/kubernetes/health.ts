/** How well an object is, by its own status. The rules are kstatus's (kubernetes-sigs/cli-utils): one in each file of `health/`. */
import type { GroupKind } from './kinds.ts'
import type { KubernetesObject } from './object.ts'

/** Without a full stop, so that it can stand in a sentence: `2 of 3 pods are available`. */
interface Told {
  readonly reason: string
}

export type Health =
  | ({ readonly state: 'ready' } & Told)
  | ({ readonly state: 'progressing' } & Told)
  /** It does not get better by itself. */
  | ({ readonly state: 'failed' } & Told)
  /** What was applied goes with it. */
  | ({ readonly state: 'deleting' } & Told)
  /** Somebody asked for a stop, in the field at `by`. */
  | ({ readonly state: 'suspended'; readonly by: readonly string[] } & Told)
  /** It is as its spec asks, and yet nothing shows whether its newest version works. */
  | ({ readonly state: 'unknown' } & Told)

export interface HealthRule {
  /** The name of its file, and of its examples. */
  readonly id: string
  readonly kinds: readonly GroupKind[]
  /** Whether a release waits until these are ready. */
  readonly awaited: boolean
  /** Whether they come to an end, which their deletion does not undo: a Job may remove itself. */
  readonly ends: boolean
  judge(object: KubernetesObject): Health
}

export const ready = (reason: string): Health => ({ state: 'ready', reason })
export const progressing = (reason: string): Health => ({ state: 'progressing', reason })
export const failed = (reason: string): Health => ({ state: 'failed', reason })
export const unknown = (reason: string): Health => ({ state: 'unknown', reason })
export const suspended = (reason: string, by: readonly string[]): Health => ({
  state: 'suspended',
  reason,
  by,
})

/** A controller fills its status in bit by bit: everything in it may be missing, or null. */
export function statusOf<Status extends object>(
  object: KubernetesObject,
): { [K in keyof Status]?: Status[K] | null } {
  return object['status'] ?? {}
}

/** A part of the spec as the API server keeps it: valid, with its defaults. */
export function specOf<Spec extends object>(object: KubernetesObject): Partial<Spec> {
  return object['spec'] ?? {}
}

export interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly message?: string
}

export function condition(object: KubernetesObject, type: string): Condition | undefined {
  const { conditions } = statusOf<{ conditions: readonly Condition[] }>(object)
  return conditions?.find((each) => each.type === type)
}

/** What a condition says, in its own words. */
export function wordsOf({ reason, message }: Pick<Condition, 'reason' | 'message'>): string {
  return [reason, message].filter((part) => part !== undefined && part !== '').join(': ') || 'no reason given'
}

/** Whether the controller has seen the newest spec; until then the status is about an older one. */
export function isObserved(object: KubernetesObject): boolean {
  const { observedGeneration } = statusOf<{ observedGeneration: number }>(object)
  return (observedGeneration ?? 0) >= (object.metadata.generation ?? 0)
}

export const unobserved = progressing('its controller has not seen it yet')

export interface PodCounts {
  readonly wanted: number
  /** How many may be of the new version: fewer than are wanted when a partition holds the others. */
  readonly updatable?: number
  readonly updated: number
  readonly available: number
  /** Old and new ones. */
  readonly existing: number
}

export function podsHealth({ wanted, updatable = wanted, updated, available, existing }: PodCounts): Health {
  if (updated < updatable) return progressing(`${updated} of ${updatable} pods are of the new version`)
  const surplus = existing - wanted
  if (surplus > 0)
    return progressing(surplus === 1 ? '1 pod is still to end' : `${surplus} pods are still to end`)
  if (available < wanted) return progressing(`${available} of ${wanted} pods are available`)
  if (wanted === 0) return unknown('no pod is wanted, so nothing is proven')
  return ready(`${wanted} of ${wanted} pods of this version are available`)
}

/** Pods that stay old until somebody deletes them, or lets them be updated. */
export function heldBack(pods: number, wanted: number, why: string): Health {
  return unknown(`${pods} of ${wanted} pods are of an older version: ${why}`)
}
