import { isExactInteger } from '../model/exact-integer.ts'
import type { Source } from '../model/source.ts'
import type { Path } from './places.ts'
import type { YamlDocument } from './yaml.ts'

/**
 * A place in a document and what stands there, which may be nothing: a walk that leaves the document ends in absent
 * nodes, located at the nearest place that exists.
 */
export interface Node {
  /** Undefined when nothing stands here. */
  readonly value: unknown
  readonly path: Path
  readonly source: Source
  /** The value when it is a text, else undefined. */
  readonly text: string | undefined
  get(...path: Path): Node
  /** The items of a list; none when it is not one. */
  items(): readonly Node[]
  /** The members of a mapping by their keys; none when it is not one. */
  members(): ReadonlyMap<string, Node>
  /** The same place, with something else standing at a path beneath it: what is written there keeps its source. */
  replace(path: Path, value: unknown): Node
}

type Mapping = Readonly<Record<string, unknown>>

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactInteger(value)
}

function step(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** A copy with another value at a path; mappings on the way are made, lists are not made longer. */
function replaced(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other
  if (typeof key === 'string')
    return { ...(isMapping(value) ? value : {}), [key]: replaced(step(value, key), rest, other) }
  return Array.isArray(value)
    ? value.map((item, index) => (index === key ? replaced(item, rest, other) : item))
    : value
}

function nodeAt(document: YamlDocument, path: Path, value: unknown): Node {
  const child = (key: string | number) => nodeAt(document, [...path, key], step(value, key))
  return {
    value,
    path,
    get source() {
      return document.locate(path)
    },
    text: typeof value === 'string' ? value : undefined,
    get: (...rest) =>
      nodeAt(
        document,
        [...path, ...rest],
        rest.reduce((inner: unknown, key) => step(inner, key), value),
      ),
    items: () => (Array.isArray(value) ? value.map((_, index) => child(index)) : []),
    members: () => new Map(isMapping(value) ? Object.keys(value).map((key) => [key, child(key)]) : []),
    replace: (beneath, other) => nodeAt(document, path, replaced(value, beneath, other)),
  }
}

/** The root of a document. */
export function rootOf(document: YamlDocument): Node {
  return nodeAt(document, [], document.value)
}

/** Every text beneath a node, keys not included. */
export function textsIn(node: Node): Node[] {
  if (node.text !== undefined) return [node]
  return [...node.items(), ...node.members().values()].flatMap(textsIn)
}
