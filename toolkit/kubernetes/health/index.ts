import type { Health, HealthRule } from '../health.ts'
import { type GroupKind, groupKindOf, groupOfKind, isOwnGroup } from '../kinds.ts'
import type { KubernetesObject } from '../object.ts'
import { rule as apiService } from './apiservice.ts'
import { rule as cronJob } from './cronjob.ts'
import { rule as customResourceDefinition } from './customresourcedefinition.ts'
import { rule as daemonSet } from './daemonset.ts'
import { rule as deployment } from './deployment.ts'
import { rule as generic } from './generic.ts'
import { rule as horizontalPodAutoscaler } from './horizontalpodautoscaler.ts'
import { rule as job } from './job.ts'
import { rule as persistentVolume } from './persistentvolume.ts'
import { rule as persistentVolumeClaim } from './persistentvolumeclaim.ts'
import { rule as pod } from './pod.ts'
import { rule as podDisruptionBudget } from './poddisruptionbudget.ts'
import { rule as replicaSet } from './replicaset.ts'
import { rule as replicationController } from './replicationcontroller.ts'
import { rule as service } from './service.ts'
import { rule as statefulSet } from './statefulset.ts'

/** Every rule, by its id. A new one is a file here, a line here, and a folder of examples. */
export const rules: readonly HealthRule[] = [
  apiService,
  cronJob,
  customResourceDefinition,
  daemonSet,
  deployment,
  generic,
  horizontalPodAutoscaler,
  job,
  persistentVolume,
  persistentVolumeClaim,
  pod,
  podDisruptionBudget,
  replicaSet,
  replicationController,
  service,
  statefulSet,
]

const byKind = new Map(rules.flatMap((rule) => rule.kinds.map((groupKind) => [groupKind, rule])))

export function healthOf(object: KubernetesObject): Health {
  const rule = byKind.get(groupKindOf(object)) ?? generic
  const health = rule.judge(object)
  const ended = rule.ends && (health.state === 'ready' || health.state === 'failed')
  if (ended || typeof object.metadata['deletionTimestamp'] !== 'string') return health
  return { state: 'deleting', reason: 'it is being deleted' }
}

/** Whether a release waits until objects of this kind are ready: those that definitions define, too. */
export function isAwaited(groupKind: GroupKind): boolean {
  return byKind.get(groupKind)?.awaited ?? !isOwnGroup(groupOfKind(groupKind))
}
