/** In which order objects are applied: what others stand on first. Deletions go the other way. */
import type { KubernetesObject } from './object.ts'

export const stages = ['namespaces', 'definitions', 'configuration', 'workloads', 'webhooks'] as const
export type Stage = (typeof stages)[number]

const workloads = new Set(['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'StatefulSet'])

export function stageOf({ kind }: Pick<KubernetesObject, 'kind'>): Stage {
  if (kind === 'Namespace') return 'namespaces'
  if (kind === 'CustomResourceDefinition') return 'definitions'
  if (kind.endsWith('WebhookConfiguration')) return 'webhooks'
  return workloads.has(kind) ? 'workloads' : 'configuration'
}

/** Grouped by stage, in their order; empty stages are left out. */
export function inStages<T>(
  items: readonly T[],
  objectOf: (item: T) => Pick<KubernetesObject, 'kind'>,
): { stage: Stage; items: T[] }[] {
  return stages
    .map((stage) => ({ stage, items: items.filter((item) => stageOf(objectOf(item)) === stage) }))
    .filter(({ items: members }) => members.length > 0)
}
