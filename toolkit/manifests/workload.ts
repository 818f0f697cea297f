/** The pods that objects make, and their containers. */
import { type GroupKind, groupKindOf, knownKinds } from '../kubernetes/kinds.ts'
import type { Node } from '../sources/node.ts'
import type { Path } from '../sources/yaml.ts'
import type { Manifest } from './manifest.ts'

export interface Container {
  readonly name: string
  /** `container api`, `init container copy`. */
  readonly label: string
  readonly node: Node
}

/** An object that makes pods. */
export interface Workload {
  readonly manifest: Manifest
  /** The pod's spec. */
  readonly pod: Node
  /** The pod's own metadata. */
  readonly metadata: Node
  readonly containers: readonly Container[]
}

const USUAL: Path = ['spec', 'template']

/** Where Kubernetes' own kinds keep the template of their pods. */
const places: ReadonlyMap<GroupKind, Path> = new Map([
  [knownKinds.cronJob, ['spec', 'jobTemplate', ...USUAL]],
  [knownKinds.daemonSet, USUAL],
  [knownKinds.deployment, USUAL],
  [knownKinds.job, USUAL],
  [knownKinds.pod, []],
  [knownKinds.podTemplate, ['template']],
  [knownKinds.replicaSet, USUAL],
  [knownKinds.replicationController, USUAL],
  [knownKinds.statefulSet, USUAL],
])

const lists = [
  ['initContainers', 'init container'],
  ['containers', 'container'],
  ['ephemeralContainers', 'ephemeral container'],
] as const

/** Where a pod's spec has its containers. */
export const containerLists = lists.map(([list]) => list)

/** The workload that a manifest describes; undefined for other objects. */
export function workloadOf(manifest: Manifest): Workload | undefined {
  const place = places.get(groupKindOf(manifest))
  const template = manifest.node.get(...(place ?? USUAL))
  const pod = template.get('spec')
  const containers = lists.flatMap(([list, role]) =>
    pod
      .get(list)
      .items()
      .map((node, index) => {
        const name = node.get('name').text ?? String(index)
        return { name, label: `${role} ${name}`, node }
      }),
  )
  // A patch may touch the pod and name no container; a foreign kind is a workload only if it has containers.
  if (pod.value === undefined || (place === undefined && containers.length === 0)) return undefined
  return { manifest, pod, metadata: template.get('metadata'), containers }
}
