/** Kubernetes objects as they are written, complete ones and patches, and the pods that they describe. */

import { groupKindOf } from '../kubernetes/kinds.ts'
import { podTemplatePath } from '../kubernetes/pod-template.ts'
import { type Node, rootOf } from '../sources/node.ts'
import type { YamlDocument } from '../sources/yaml.ts'

export interface Manifest {
  readonly file: string
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace: string | undefined
  /** `onex-dev/Deployment/onex-api`, or `Namespace/onex-dev`. */
  readonly address: string
  readonly node: Node
  /** A kustomize patch: what it leaves out is said elsewhere, so only what it says can be judged. */
  readonly patch: boolean
}

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

function manifestOf(node: Node, file: string, patch: boolean): Manifest[] {
  const apiVersion = node.get('apiVersion').text
  const kind = node.get('kind').text
  if (apiVersion === undefined || kind === undefined) return []
  const items = node.get('items')
  if (kind.endsWith('List') && Array.isArray(items.value))
    return items.items().flatMap((item) => manifestOf(item, file, patch))
  const namespace = node.get('metadata', 'namespace').text
  const generated = node.get('metadata', 'generateName').text
  const name = node.get('metadata', 'name').text ?? (generated === undefined ? '(unnamed)' : `${generated}*`)
  const address = namespace === undefined ? `${kind}/${name}` : `${namespace}/${kind}/${name}`
  return [{ file, apiVersion, kind, name, namespace, address, node, patch }]
}

/** The objects of a document, those in a List one by one; none when it is not a manifest. */
export function manifestsOf(document: YamlDocument, patch: boolean): Manifest[] {
  return manifestOf(rootOf(document), document.file, patch)
}

const lists = [
  ['initContainers', 'init container'],
  ['containers', 'container'],
  ['ephemeralContainers', 'ephemeral container'],
] as const

/** The workload that a manifest is; undefined for other objects. */
export function workloadOf(manifest: Manifest): Workload | undefined {
  const path = podTemplatePath(groupKindOf(manifest))
  // Other kinds that make pods are mostly made like Kubernetes' own.
  const template = manifest.node.get(...(path ?? ['spec', 'template']))
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
  if (pod.value === undefined || (path === undefined && containers.length === 0)) return undefined
  return { manifest, pod, metadata: template.get('metadata'), containers }
}
