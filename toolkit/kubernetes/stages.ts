/** In which order objects are applied: what others stand on first. Deletions go the other way. */
import { type GroupKind, groupKindOf, knownKinds } from './kinds.ts'

export const stages = ['namespaces', 'definitions', 'configuration', 'workloads', 'webhooks'] as const
export type Stage = (typeof stages)[number]

type Typed = { readonly apiVersion: string; readonly kind: string }

const stageByKind: ReadonlyMap<GroupKind, Stage> = new Map([
  [knownKinds.namespace, 'namespaces'],
  [knownKinds.definition, 'definitions'],
  [knownKinds.cronJob, 'workloads'],
  [knownKinds.daemonSet, 'workloads'],
  [knownKinds.deployment, 'workloads'],
  [knownKinds.job, 'workloads'],
  [knownKinds.pod, 'workloads'],
  [knownKinds.replicaSet, 'workloads'],
  [knownKinds.statefulSet, 'workloads'],
  [knownKinds.mutatingWebhook, 'webhooks'],
  [knownKinds.validatingWebhook, 'webhooks'],
])

export function stageOf(object: Typed): Stage {
  return stageByKind.get(groupKindOf(object)) ?? 'configuration'
}

/** Grouped by stage, in their order; empty stages are left out. */
export function inStages<T>(
  items: readonly T[],
  objectOf: (item: T) => Typed,
): { stage: Stage; items: T[] }[] {
  return stages
    .map((stage) => ({ stage, items: items.filter((item) => stageOf(objectOf(item)) === stage) }))
    .filter(({ items: members }) => members.length > 0)
}

/** What stands on others first. */
export function backwards<T>(items: readonly T[], objectOf: (item: T) => Typed): T[] {
  const place = (item: T) => stages.indexOf(stageOf(objectOf(item)))
  return [...items].sort((a, b) => place(b) - place(a))
}
