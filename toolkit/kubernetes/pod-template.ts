/** Where the kinds of Kubernetes have the pod that they make. */
import { type GroupKind, kinds } from './kinds.ts'

type Path = readonly string[]

const inSpec: Path = ['spec', 'template']

const paths: ReadonlyMap<GroupKind, Path> = new Map([
  [kinds.cronJob, ['spec', 'jobTemplate', 'spec', 'template']],
  [kinds.daemonSet, inSpec],
  [kinds.deployment, inSpec],
  [kinds.job, inSpec],
  [kinds.pod, []],
  [kinds.podTemplate, ['template']],
  [kinds.replicaSet, inSpec],
  [kinds.replicationController, inSpec],
  [kinds.statefulSet, inSpec],
])

/** The path of the pod's metadata and spec; undefined for a kind that makes no pods, or is none of Kubernetes' own. */
export function podTemplatePath(groupKind: GroupKind): Path | undefined {
  return paths.get(groupKind)
}
