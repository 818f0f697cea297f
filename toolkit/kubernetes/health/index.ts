/** The kinds whose rollout is waited for, each with its rule. */
import type { KubernetesObject } from '../object.ts'
import { daemonSetHealth } from './daemonset.ts'
import { deploymentHealth } from './deployment.ts'
import type { Health } from './health.ts'
import { jobHealth } from './job.ts'
import { statefulSetHealth } from './statefulset.ts'

const rules: Readonly<Record<string, (object: KubernetesObject) => Health>> = {
  DaemonSet: daemonSetHealth,
  Deployment: deploymentHealth,
  Job: jobHealth,
  StatefulSet: statefulSetHealth,
}

/** The rule for a kind; undefined when there is nothing to wait for. */
export function healthRule(kind: string): ((object: KubernetesObject) => Health) | undefined {
  return rules[kind]
}
