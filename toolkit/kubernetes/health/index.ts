/** The kinds whose rollout is waited for, each with its rule. */
import { type GroupKind, kinds } from '../kinds.ts'
import type { KubernetesObject } from '../object.ts'
import { daemonSetHealth } from './daemonset.ts'
import { deploymentHealth } from './deployment.ts'
import type { Health } from './health.ts'
import { jobHealth } from './job.ts'
import { statefulSetHealth } from './statefulset.ts'

const rules: ReadonlyMap<GroupKind, (object: KubernetesObject) => Health> = new Map([
  [kinds.daemonSet, daemonSetHealth],
  [kinds.deployment, deploymentHealth],
  [kinds.job, jobHealth],
  [kinds.statefulSet, statefulSetHealth],
])

/** The rule for a kind; undefined when there is nothing to wait for. */
export function healthRule(groupKind: GroupKind): ((object: KubernetesObject) => Health) | undefined {
  return rules.get(groupKind)
}
