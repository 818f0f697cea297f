/** Where the keys and items of YAML documents stand in their text. */
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml'

/** Keys and indices from the root of a document. */
export type Path = readonly (string | number)[]

/** Line and column, from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Text offset → line and column. */
export function positions(text: string): (offset: number) => Position {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

interface Container {
  readonly path: Path
  readonly kind: 'mapping' | 'sequence' | 'document'
  /** The key whose value comes next; undefined when a key comes next. */
  key: string | undefined
  count: number
}

/** Where a node begins; undefined for an empty one, which stands nowhere. */
function offsetOf(event: Event): number | undefined {
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      if (event.valueStart < 0) return undefined
      const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
      return quoted ? event.valueStart - 1 : event.valueStart
    }
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start
    default:
      return undefined
  }
}

/** What a path is looked up by. */
export function pathKey(path: Path): string {
  return JSON.stringify(path)
}

/** For each document: path → offset of its key or item. Keys are named as they are written. */
export function placesOf(text: string, events: readonly Event[]): ReadonlyMap<string, number>[] {
  const documents: Map<string, number>[] = []
  const stack: Container[] = []
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      stack.pop()
      continue
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      documents.push(new Map())
      stack.push({ path: [], kind: 'document', key: undefined, count: 0 })
      continue
    }
    const parent = stack.at(-1)
    const places = documents.at(-1)
    if (parent === undefined || places === undefined) continue
    const offset = offsetOf(event)
    const record = (path: Path) => {
      if (offset !== undefined) places.set(pathKey(path), offset)
    }
    const opens = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE
    let { path } = parent
    if (parent.kind === 'mapping' && parent.key === undefined) {
      // Only a scalar can be a key in what we read; anything else is refused when the values are built.
      parent.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : ''
      record([...parent.path, parent.key])
      if (opens) stack.push({ path: parent.path, kind: 'document', key: undefined, count: 0 })
      continue
    }
    if (parent.kind === 'mapping') {
      path = [...parent.path, parent.key ?? '']
      parent.key = undefined
    } else if (parent.kind === 'sequence') {
      path = [...parent.path, parent.count++]
      record(path)
    } else record([])
    if (opens) {
      const kind = event.type === EVENT_ID.MAPPING ? 'mapping' : 'sequence'
      stack.push({ path, kind, key: undefined, count: 0 })
    }
  }
  return documents
}
