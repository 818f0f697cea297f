/** The one YAML reader: values with the place of every key and item in their file. */
import {
  boolYaml11Tag,
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  FAILSAFE_SCHEMA,
  floatYaml11Tag,
  getScalarValue,
  intYaml11Tag,
  mergeTag,
  nullYaml11Tag,
  parseEvents,
  Schema,
  YAMLException,
} from 'js-yaml'
import { Failure } from '../model/failure.ts'
import { deepFreeze } from '../model/freeze.ts'
import type { Source } from '../model/source.ts'

export type Path = readonly (string | number)[]

export interface YamlDocument {
  readonly file: string
  /** Position in the file, from 0. */
  readonly index: number
  /** Deeply frozen. */
  readonly value: unknown
  /** Where the key or item at a path stands; the nearest enclosing one that does when it is not in the text. */
  locate(path: Path): Source
}

/**
 * `kubernetes`: YAML 1.1 as kubectl reads it (`yes` is true, `0o17`…), except that timestamps stay texts, as they
 * do in JSON. `workflow`: YAML 1.2, in which `on` is a word.
 */
export type Dialect = 'kubernetes' | 'workflow'

const schemas: Readonly<Record<Dialect, Schema>> = {
  kubernetes: new Schema([
    ...FAILSAFE_SCHEMA.tags,
    nullYaml11Tag,
    boolYaml11Tag,
    intYaml11Tag,
    floatYaml11Tag,
    mergeTag,
  ]),
  workflow: CORE_SCHEMA,
}

/** Bounds against hostile files: a few aliases can expand to billions of nodes. */
const MAX_ALIASES = 100
const MAX_DEPTH = 100

/** Text offset → line and column, from 1. */
function lineIndex(text: string): (offset: number) => { line: number; column: number } {
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

function offsetOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start
  return 0
}

/** Path (as JSON) → offset of its key or item, for each document. */
function offsets(text: string, events: readonly Event[]): Map<string, number>[] {
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
    const opens = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE
    let path: Path = parent.path
    if (parent.kind === 'mapping' && parent.key === undefined) {
      // A key that is not a scalar has no path of its own; what is beneath it is located at its parent.
      parent.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : ''
      places.set(JSON.stringify([...parent.path, parent.key]), offsetOf(event))
      if (opens) stack.push({ path: parent.path, kind: 'document', key: undefined, count: 0 })
      continue
    }
    if (parent.kind === 'mapping') {
      path = [...parent.path, parent.key ?? '']
      parent.key = undefined
    } else if (parent.kind === 'sequence') {
      path = [...parent.path, parent.count++]
      places.set(JSON.stringify(path), offsetOf(event))
    } else places.set('[]', offsetOf(event))
    if (opens) {
      const kind = event.type === EVENT_ID.MAPPING ? 'mapping' : 'sequence'
      stack.push({ path, kind, key: undefined, count: 0 })
    }
  }
  return documents
}

/**
 * The documents of a YAML text; empty ones are left out.
 * @throws Failure YAML_SYNTAX with file:line:column, also for duplicate keys, too many aliases and too deep nesting.
 */
export function readYaml(
  text: string,
  file: string,
  dialect: Dialect = 'kubernetes',
): readonly YamlDocument[] {
  let events: Event[]
  let values: unknown[]
  try {
    events = parseEvents(text, { maxDepth: MAX_DEPTH })
    values = constructFromEvents(events, { source: text, schema: schemas[dialect], maxAliases: MAX_ALIASES })
  } catch (error) {
    throw syntaxFailure(error, file)
  }
  const position = lineIndex(text)
  const places = offsets(text, events)
  return values.flatMap((value, index) => {
    if (value === null || value === undefined) return []
    const known = places[index] ?? new Map<string, number>()
    const locate = (path: Path): Source => {
      for (let length = path.length; length >= 0; length--) {
        const offset = known.get(JSON.stringify(path.slice(0, length)))
        if (offset !== undefined) return { file, ...position(offset) }
      }
      return { file, line: 1, column: 1 }
    }
    return [{ file, index, value: deepFreeze(value), locate }]
  })
}

function syntaxFailure(error: unknown, file: string): unknown {
  if (!(error instanceof YAMLException)) return error
  const { reason, mark } = error
  return new Failure({
    code: 'YAML_SYNTAX',
    what: `This is not valid YAML: ${reason}.`,
    fix: 'Correct the text at this place.',
    source: mark === undefined ? { file } : { file, line: mark.line + 1, column: mark.column + 1 },
    cause: error,
  })
}
