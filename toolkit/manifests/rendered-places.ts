/** Where what kustomize rendered is written: in the file of the object, in a patch, or in the kustomization. */

import { posix } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { failuresIn } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import { isMapping, type Node, rootOf } from '../sources/node.ts'
import type { Path } from '../sources/places.ts'
import { readYaml, type YamlDocument } from '../sources/yaml.ts'
import { isKustomization } from './kustomization.ts'
import { objectsIn } from './manifest.ts'
import type { PatchText, References } from './references.ts'

const ORIGIN = 'config.kubernetes.io/origin'

/** Keys by which items of a list are known. */
const keys = ['name', 'containerPort', 'mountPath', 'port', 'key', 'ip', 'host'] as const

interface Reached {
  readonly node: Node
  /** Whether the whole path is there. */
  readonly whole: boolean
}

function itemLike(list: Node, rendered: unknown): Node | undefined {
  const items = list.items()
  if (!isMapping(rendered)) return items.find(({ value }) => isDeepStrictEqual(value, rendered))
  const key = keys.find((each) => rendered[each] !== undefined)
  return items.find(({ value }) =>
    key === undefined
      ? isDeepStrictEqual(value, rendered)
      : isMapping(value) && isDeepStrictEqual(value[key], rendered[key]),
  )
}

/** How far a path of the rendered object leads in what is written. */
function follow(written: Node, rendered: Node, path: Path): Reached {
  let node = written
  let shown = rendered
  for (const part of path) {
    shown = shown.get(part)
    const next = typeof part === 'number' ? itemLike(node, shown.value) : node.get(part)
    if (next === undefined || next.value === undefined) return { node, whole: false }
    node = next
  }
  return { node, whole: true }
}

/** What an operation of a JSON patch puts at a path; undefined when it is about another one. */
function operated(operation: Node, path: Path): Node | undefined {
  const pointer = operation.get('path').text
  if (pointer === undefined) return undefined
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const is = parts.every((part, index) =>
    part === '-' ? typeof path[index] === 'number' : part === String(path[index]),
  )
  if (!is || parts.length > path.length) return undefined
  return operation.get('value', ...path.slice(parts.length))
}

function idOf(object: Node): string {
  const part = (...path: readonly string[]) => object.get(...path).text ?? ''
  return [part('apiVersion'), part('kind'), part('metadata', 'namespace'), part('metadata', 'name')].join(' ')
}

/** The entry of a generator, of those in a kustomization. */
function generatorOf(kustomization: Node, name: string): Node {
  const entries = ['configMapGenerator', 'secretGenerator'].flatMap((key) => kustomization.get(key).items())
  const found = entries.filter((entry) => name.includes(entry.get('name').text ?? '\n'))
  return (
    found.sort((a, b) => (b.get('name').text ?? '').length - (a.get('name').text ?? '').length)[0] ??
    kustomization
  )
}

/** Where a value of what is generated stands, which is one entry of it. */
function generatedPlace(generator: Node, path: Path): Source {
  const key = path[1]
  const lists = ['literals', 'files', 'envs'].flatMap((each) => generator.get(each).items())
  const entry = lists.find(({ text = '' }) => text.startsWith(`${key}=`) || posix.basename(text) === key)
  return (entry ?? generator).source
}

/** The object that became the rendered one, of those in a file. */
function originalOf(rendered: Node, candidates: readonly Node[]): Node | undefined {
  const name = rendered.get('metadata', 'name').text ?? ''
  const alike = candidates.filter((each) => each.get('kind').text === rendered.get('kind').text)
  const named = alike.filter((each) => name.includes(each.get('metadata', 'name').text ?? '\n'))
  const length = (each: Node) => (each.get('metadata', 'name').text ?? '').length
  return named.sort((a, b) => length(b) - length(a))[0] ?? alike[0]
}

/** A rendered document whose places are those of what it was made of. */
function placedDocument(
  rendered: YamlDocument,
  original: Node,
  patches: readonly PatchText[],
  generated: boolean,
): YamlDocument {
  const root = rootOf(rendered)
  const locate = (path: Path): Source => {
    if (generated && path.length > 1) return generatedPlace(original, path)
    const value = root.get(...path).value
    const own = follow(original, root, path)
    if (path.length === 0 || generated || (own.whole && isDeepStrictEqual(own.node.value, value)))
      return own.node.source
    for (const { node } of patches.toReversed()) {
      const operations = node.items()
      const reached =
        operations.length > 0
          ? operations.map((each) => operated(each, path)).filter((each) => each !== undefined)
          : [follow(node, root, path)].filter(({ whole }) => whole).map((each) => each.node)
      const found = reached.find((each) => isDeepStrictEqual(each.value, value))
      if (found !== undefined) return found.source
    }
    return own.node.source
  }
  return { ...rendered, file: original.source.file, locate }
}

/** None of what only kustomize can read: it has rendered it. */
function objectsWritten(text: string, file: string): readonly Node[] {
  try {
    return readYaml(text, file).flatMap(objectsIn)
  } catch (error) {
    if (failuresIn(error).length === 0) throw error
    return []
  }
}

/**
 * @param output of kustomize, as it is deployed
 * @param withOrigins the same with `originAnnotations`
 * @param strip makes a path of kustomize's one of the workspace
 */
export function withPlaces(
  output: readonly YamlDocument[],
  withOrigins: readonly YamlDocument[],
  { files, kustomizations, patches }: References,
  strip: (path: string) => string,
): YamlDocument[] {
  const origins = new Map(
    withOrigins
      .map(rootOf)
      .map((node) => [idOf(node), node.get('metadata', 'annotations', ORIGIN).text ?? '']),
  )
  const objects = new Map<string, readonly Node[]>()
  const objectsOf = (file: string) => {
    const known = objects.get(file) ?? objectsWritten(files.get(file)?.toString('utf8') ?? '', file)
    objects.set(file, known)
    return known
  }
  /** Those of all files that hold any; resources come before what patches them. */
  const writtenObjects = () =>
    [...files.keys()]
      .filter((file) => /\.(?:ya?ml|json)$/.test(file) && !isKustomization(file))
      .flatMap(objectsOf)
  const [top] = kustomizations
  return output.map((document) => {
    const rendered = rootOf(document)
    const [origin] = readYaml(origins.get(idOf(rendered)) ?? '', 'origin').map(rootOf)
    const path = origin?.get('path').text
    const configured = origin?.get('configuredIn').text
    // A patch that replaces all annotations takes the origin away, and is named in its place: it made no object.
    const isMade = origin?.get('configuredBy', 'kind').text?.endsWith('Generator') ?? true
    const candidates = path !== undefined ? objectsOf(strip(path)) : isMade ? [] : writtenObjects()
    const original = originalOf(rendered, candidates)
    if (original !== undefined) return placedDocument(document, original, patches, false)
    const by = kustomizations.find(({ source }) => source.file === (configured && strip(configured))) ?? top
    if (by === undefined) return document
    const generator = generatorOf(by, rendered.get('metadata', 'name').text ?? '')
    return placedDocument(document, generator, patches, true)
  })
}
