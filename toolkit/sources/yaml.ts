/** The one YAML reader: values with the place of every key and item in their file. */
import { constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml'
import { Failure } from '../model/failure.ts'
import { deepFreeze } from '../model/freeze.ts'
import type { Source } from '../model/source.ts'
import { refusedAlias } from './aliases.ts'
import { type Dialect, schemas } from './dialect.ts'
import { type Path, type Position, pathKey, placesOf, positions } from './places.ts'
import { unlikeKubectl } from './unlike-kubectl.ts'

export type { Dialect, Path }

/** Nesting beyond it would exhaust the stack of whoever walks the values. */
const MAX_DEPTH = 100

export interface YamlDocument {
  readonly file: string
  /** Position in the file, from 0. */
  readonly index: number
  /** Deeply frozen. */
  readonly value: unknown
  /** Where the key or item at a path stands; the nearest enclosing one that does when it is not in the text. */
  locate(path: Path): Source
}

/** What to do about the mistakes that are made most; the parser's words, and ours. */
const fixes: readonly (readonly [RegExp, string])[] = [
  [/^duplicated mapping key/, 'Keep one of them.'],
  [/^tab characters/, 'Indent with spaces.'],
  [/^unidentified alias/, 'Define it with &name before it is used.'],
  [/within a (single|double) quoted scalar/, 'Close the quotes.'],
  [/within a flow collection|missed comma/, 'Close the bracket, or separate the entries with commas.'],
  [
    /^unknown (scalar|sequence|mapping) tag/,
    'Leave the tag out: only strings, numbers, booleans, null, lists and maps are read.',
  ],
  [/^the alias|^the aliases/, 'Write out what is meant.'],
  [/complex keys/, 'Use a text as the key.'],
  [/^a key is|is no number that JSON has$/, 'Put it in quotes.'],
  [/^a key goes over/, 'Write it on one line.'],
  [/^a merge stands behind/, 'Write the merge first: kubectl lets it win over what stands before it.'],
  [/^something stands behind the mark/, 'Write --- on a line of its own.'],
  [/^a document begins without/, 'Write --- before it: kubectl reads nothing behind the end of a document.'],
  [/^a directive/, 'Leave it out: kubectl reads none.'],
  [/^a character that ends lines/, 'Leave it out, or write it as an escape such as "\\u2028".'],
  [/^an escape of JSON/, 'Write the character itself.'],
  [
    /^bad indentation|^deficient indentation/,
    'Align it with its siblings. Where a bracket or a quote was opened before it, close that.',
  ],
]

function syntaxFailure(
  reason: string,
  file: string,
  position: Position | undefined,
  cause?: unknown,
): Failure {
  const fix = fixes.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Correct the text at this place.'
  return new Failure({
    code: 'YAML_SYNTAX',
    what: `This is not YAML that can be read: ${reason}.`,
    fix,
    source: { file, ...position },
    cause,
  })
}

/** What is to become YAML: `{{ .Values.x }}` is a map in a map there, and seldom a valid one. */
function templateFailure(file: string, position: Position, cause?: unknown): Failure {
  return new Failure({
    code: 'YAML_SYNTAX',
    what: 'This is a template, and not YAML that can be read.',
    why: 'What stands in {{ }} is filled in by a tool such as Helm.',
    fix: 'Render it first (`helm template`), and pass the folder of what came out; `{{` within a text is put in quotes.',
    source: { file, ...position },
    cause,
  })
}

/** Lines that are indented further at most: each is found by reading the text once more. */
const MOST_INDENTED = 100

/** Code units that are read again at most. */
const MOST_READ = 50_000_000

interface Parsed {
  /** As it was read: what was given, with some lines indented further. */
  readonly text: string
  readonly events: Event[]
}

/** Of any line. */
function mostIndented(text: string): number {
  return text.split('\n').reduce((most, line) => Math.max(most, line.search(/[^ ]|$/)), 0)
}

/**
 * Within brackets and quotes, kubectl takes a line wherever it begins, such as a `]` below the key that it belongs to;
 * the parser wants it behind that. Spaces at the start of such a line mean nothing.
 * @param indented line, from 1 → by how many columns it was indented further; also when it throws
 * @throws YAMLException
 */
function parse(given: string, indented: Map<number, number>): Parsed {
  for (let text = given; ; ) {
    try {
      return { text, events: parseEvents(text, { maxDepth: MAX_DEPTH }) }
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      const { reason, mark } = error
      const line = (mark?.line ?? 0) + 1
      if (
        mark === undefined ||
        reason !== 'deficient indentation' ||
        indented.has(line) ||
        indented.size === MOST_INDENTED ||
        text.length * indented.size > MOST_READ ||
        // There the document ends, whatever is open.
        (mark.column === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(mark.position, mark.position + 4)))
      )
        throw error
      // Further than anything before it.
      const more = mostIndented(text.slice(0, mark.position)) + 1
      indented.set(line, more)
      text = `${text.slice(0, mark.position)}${' '.repeat(more)}${text.slice(mark.position)}`
    }
  }
}

/**
 * The documents of a YAML text; empty ones are left out.
 * @param file how the text is named in places and failures.
 * @throws Failure YAML_SYNTAX with file:line:column, also for duplicate keys, runaway aliases, too deep nesting, and
 * what kubectl reads otherwise.
 */
export function readYaml(
  source: string,
  file: string,
  dialect: Dialect = 'kubernetes',
): readonly YamlDocument[] {
  const indented = new Map<number, number>()
  /** Where a place of what was read stands in what was given. */
  const given = ({ line, column }: Position): Position => ({
    line,
    column: Math.max(1, column - (indented.get(line) ?? 0)),
  })
  let text = source
  let position = positions(source)
  let events: Event[]
  let values: unknown[]
  try {
    const parsed = parse(source, indented)
    events = parsed.events
    if (indented.size > 0) {
      text = parsed.text
      const at = positions(text)
      position = (offset) => given(at(offset))
    }
    const refused =
      refusedAlias(text, events) ?? (dialect === 'kubernetes' ? unlikeKubectl(text, events) : undefined)
    if (refused !== undefined) {
      const { reason, offset } = refused
      // Also of a template: to YAML it is a map that is the key of another.
      const template = reason.startsWith('complex keys') ? text.indexOf('{{') : -1
      if (template >= 0) throw templateFailure(file, position(template))
      throw syntaxFailure(reason, file, position(offset))
    }
    values = constructFromEvents(events, { source: text, schema: schemas[dialect] })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const { reason, mark } = error
    const template = text.indexOf('{{')
    if (template >= 0) throw templateFailure(file, position(template), error)
    const place = mark === undefined ? undefined : given({ line: mark.line + 1, column: mark.column + 1 })
    throw syntaxFailure(reason, file, place, error)
  }
  const places = placesOf(text, events)
  return values.flatMap((value, index) => {
    if (value === null || value === undefined) return []
    const known = places[index]
    const locate = (path: Path): Source => {
      for (let length = path.length; length >= 0; length--) {
        const offset = known?.get(pathKey(path.slice(0, length)))
        if (offset !== undefined) return { file, ...position(offset) }
      }
      return { file, line: 1, column: 1 }
    }
    return [{ file, index, value: deepFreeze(value), locate }]
  })
}
