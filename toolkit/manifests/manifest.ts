/** Kubernetes objects as files describe them, each with its place. */
import type * as z from 'zod'
import { addressOf, keyOf } from '../kubernetes/address.ts'
import { groupOf } from '../kubernetes/kinds.ts'
import { KubernetesObject } from '../kubernetes/object.ts'
import { placed, type ScopeOf } from '../kubernetes/scope.ts'
import { Failure, throwIfAny } from '../model/failure.ts'
import { mismatch } from '../model/mismatch.ts'
import type { Source } from '../model/source.ts'
import { isMapping, type Node, rootOf } from '../sources/node.ts'
import type { Path, YamlDocument } from '../sources/yaml.ts'
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
      if (isList(item))
        throw new Failure({
          code: 'MANIFEST_INVALID',
          what: 'This is a list in a list, and kubectl reads none.',
          fix: 'Write its items into the outer list.',
          source: item.source,
        })
      const nameless = item.get('apiVersion').value === undefined && item.get('kind').value === undefined
      const inherits = kind !== '' && nameless && isMapping(item.value)
      return inherits ? item.replace([], { apiVersion, kind, ...item.value }) : item
    })
}

/** What has items is a list for kubectl, whatever its kind; the items of one by its name may be nothing. */
function isList(node: Node): boolean {
  const { text: kind } = node.get('kind')
  const { value } = node.get('items')
  return kind !== undefined && (Array.isArray(value) || (value === null && kind.endsWith('List')))
}

/**
 * What a document holds: one thing, or those of a list one by one.
 * @throws Failure MANIFEST_INVALID for a list in a list
 */
export function objectsIn(document: YamlDocument): readonly Node[] {
  const root = rootOf(document)
  return isList(root) ? itemsOf(root) : [root]
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

/** A key of the metadata without anything behind it says nothing, as for the API server; nor does an empty namespace. */
function withoutEmpty(node: Node): Node {
  const { value } = node.get('metadata')
  if (!isMapping(value)) return node
  const entries = Object.entries(value)
  const said = entries.filter(([key, each]) => each !== null && !(key === 'namespace' && each === ''))
  return said.length === entries.length ? node : node.replace(['metadata'], Object.fromEntries(said))
}

/** Where the first thing is that is wrong. */
function pathIn({ issues: [first] }: Pick<z.core.$ZodError, 'issues'>): Path {
  return (first?.path ?? []).filter((key) => typeof key !== 'symbol')
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
      source: node.get(...pathIn(parsed.error)).source,
    })
  }
  const items = node.get('items')
  if (items.value !== undefined)
    throw new Failure({
      code: 'MANIFEST_INVALID',
      what: 'This has `items` that are no list, and is no object for kubectl.',
      fix: 'Write the items as a list.',
      source: items.source,
    })
  const { apiVersion, kind } = parsed.data
  const manifest = described(node, apiVersion, kind, false)
  throwIfAny(secretProblems(manifest, node))
  return { ...manifest, object: parsed.data }
}
