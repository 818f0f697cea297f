/** In which order objects are applied: what others stand on first. Deletions go the other way. */
import { type GroupKind, groupKindOf, groupOf, isOwnGroup, knownKinds } from './kinds.ts'
import type { KubernetesObject } from './object.ts'
import { webhooksAmong } from './webhooks.ts'

/** `guarded` is what webhooks and API services of the same release are asked about. */
export const stages = [
  'namespaces',
  'definitions',
  'configuration',
  'workloads',
  'webhooks',
  'guarded',
] as const
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
  [knownKinds.replicationController, 'workloads'],
  [knownKinds.statefulSet, 'workloads'],
  [knownKinds.apiService, 'webhooks'],
  [knownKinds.mutatingWebhook, 'webhooks'],
  [knownKinds.validatingWebhook, 'webhooks'],
])

export function stageOf(object: Typed): Stage {
  return stageByKind.get(groupKindOf(object)) ?? 'configuration'
}

/**
 * The stages of what is released together. Kubernetes' own configuration is never held back, because the pods that serve
 * a webhook may stand on it; an Ingress is nobody's ground.
 */
export function stagesAmong(objects: readonly KubernetesObject[]): (object: Typed) => Stage {
  const groups = new Set(webhooksAmong(objects).flatMap((webhook) => webhook.groups))
  return (object) => {
    const stage = stageOf(object)
    const group = groupOf(object.apiVersion)
    const mayWait = !isOwnGroup(group) || groupKindOf(object) === knownKinds.ingress
    return stage === 'configuration' && mayWait && groups.has(group) ? 'guarded' : stage
  }
}

/** Grouped by stage, in their order; empty stages are left out. */
export function inStages<T>(
  items: readonly T[],
  objectOf: (item: T) => Typed,
  stageOfObject: (object: Typed) => Stage = stageOf,
): { stage: Stage; items: T[] }[] {
  return stages
    .map((stage) => ({ stage, items: items.filter((item) => stageOfObject(objectOf(item)) === stage) }))
    .filter(({ items: members }) => members.length > 0)
}

/**
 * Grouped in the order in which they are deleted: what stands on others first. Objects of kinds that definitions define go
 * before everything: who takes their finalizers off may go with them.
 */
export function inStagesBackwards<T>(items: readonly T[], objectOf: (item: T) => Typed): T[][] {
  const stageOfDeletion = (object: Typed): Stage =>
    isOwnGroup(groupOf(object.apiVersion)) ? stageOf(object) : 'guarded'
  return inStages(items, objectOf, stageOfDeletion)
    .map((stage) => stage.items)
    .reverse()
}
