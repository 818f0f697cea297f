/** Kubernetes objects as files describe them, each with its place. */
import { addressOf, keyOf } from '../kubernetes/address.ts'
import { groupOf } from '../kubernetes/kinds.ts'
import { KubernetesObject } from '../kubernetes/object.ts'
import { placed, type ScopeOf } from '../kubernetes/scope.ts'
import { Failure, throwIfAny } from '../model/failure.ts'
import { mismatch } from '../model/mismatch.ts'
import type { Source } from '../model/source.ts'
import { isMapping, type Node, rootOf } from '../sources/node.ts'
import type { YamlDocument } from '../sources/yaml.ts'
import { secretProblems } from './secret.ts'

/** What is written about one object: all of it, a draft without a name, or a patch. */
export interface Manifest {
  readonly apiVersion: string
  /** Empty for the core group. */
  readonly group: string
  readonly kind: string
  readonly namespace: string | undefined
  /** `(unnamed)` when nothing is written, `prefix-*` when the server makes it. */
  readonly name: string
  /** `onex-dev/Deployment/onex-api`, or `Namespace/onex-dev`. */
  readonly address: string
  readonly node: Node
  /** Where the object begins. */
  readonly source: Source
  /** A kustomize patch: what it leaves out is said elsewhere, so only what it says can be judged. */
  readonly patch: boolean
}

/** A manifest of an object that the API server could take. */
export interface CompleteManifest extends Manifest {
  readonly object: KubernetesObject
}

/** An item of a typed list such as `PodList` is of the list's kind when it names none, as kubectl takes it. */
function itemsOf(list: Node): readonly Node[] {
  const apiVersion = list.get('apiVersion').text
  const kind = list.get('kind').text?.replace(/List$/, '')
  return list
    .get('items')
    .items()
    .map((item) => {
      const nameless = item.get('apiVersion').value === undefined && item.get('kind').value === undefined
      const inherits = kind !== '' && nameless && isMapping(item.value)
      return inherits ? item.replace([], { apiVersion, kind, ...item.value }) : item
    })
}

function flat(node: Node): readonly Node[] {
  const isList = node.get('kind').text !== undefined && Array.isArray(node.get('items').value)
  return isList ? itemsOf(node).flatMap(flat) : [node]
}

/** What a document holds: one thing, or those of a list one by one. */
export function objectsIn(document: YamlDocument): readonly Node[] {
  return flat(rootOf(document))
}

function described(node: Node, apiVersion: string, kind: string, patch: boolean): Manifest {
  const namespace = node.get('metadata', 'namespace').text
  const generated = node.get('metadata', 'generateName').text
  const name = node.get('metadata', 'name').text ?? (generated === undefined ? '(unnamed)' : `${generated}*`)
  const address = addressOf({ apiVersion, kind, namespace, name })
  const group = groupOf(apiVersion)
  return { apiVersion, group, kind, namespace, name, address, node, source: node.source, patch }
}

/** Undefined when what stands there is about no object. */
export function manifestOf(node: Node, patch: boolean): Manifest | undefined {
  const { text: apiVersion } = node.get('apiVersion')
  const { text: kind } = node.get('kind')
  return apiVersion === undefined || kind === undefined ? undefined : described(node, apiVersion, kind, patch)
}

/** The manifest without a namespace that its object is not in. */
export function placedManifest(manifest: CompleteManifest, scopeOf: ScopeOf): CompleteManifest {
  if (placed(manifest, scopeOf) === manifest) return manifest
  const { namespace: _needless, ...metadata } = manifest.object.metadata
  return completeManifest(manifest.node.replace(['metadata'], metadata))
}

/** A failure for each manifest of an object that another one describes. */
export function duplicatesAmong(manifests: readonly Manifest[]): Failure[] {
  const seen = new Map<string, Manifest>()
  return manifests.flatMap((manifest) => {
    const key = keyOf(manifest)
    const other = seen.get(key)
    if (other === undefined) {
      seen.set(key, manifest)
      return []
    }
    return new Failure({
      code: 'MANIFEST_DUPLICATE',
      what: `${manifest.address} is also in ${other.source.file}:${other.source.line}.`,
      fix: 'Keep one of them.',
      source: manifest.source,
    })
  })
}

/** A key of the metadata without anything behind it says nothing, as for the API server. */
function withoutEmpty(node: Node): Node {
  const { value } = node.get('metadata')
  if (!isMapping(value) || !Object.values(value).includes(null)) return node
  const said = Object.entries(value).filter(([, member]) => member !== null)
  return node.replace(['metadata'], Object.fromEntries(said))
}

/** @throws Failure MANIFEST_INVALID */
export function completeManifest(written: Node): CompleteManifest {
  const node = withoutEmpty(written)
  const parsed = KubernetesObject.safeParse(node.value)
  if (!parsed.success) {
    throw new Failure({
      code: 'MANIFEST_INVALID',
      what: `This is no Kubernetes object: ${mismatch(parsed.error, node.value)}.`,
      fix: 'Give it apiVersion, kind and metadata.name, or move the file out of the manifests.',
      source: node.source,
    })
  }
  const { apiVersion, kind } = parsed.data
  const manifest = described(node, apiVersion, kind, false)
  throwIfAny(secretProblems(manifest, node))
  return { ...manifest, object: parsed.data }
}
