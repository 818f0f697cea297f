/**
 * What kubectl reads otherwise than YAML's own rules say, or not at all. It is refused, so that a manifest means one
 * thing, whoever reads it. Its decoder is go-yaml's, and it parts a file into documents before that.
 */
import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml'
import type { Unread } from './aliases.ts'
import { isFraction, isNoNumber, isNothing } from './dialect.ts'

/** What kubectl parts documents at is a line of its own, but for a comment. */
const BEHIND_MARK = /^---[ \t]*[^\s#]/m
/** They end a line for go-yaml, in the middle of a text or a comment too. */
const LINE_ENDS = /[\u0085\u2028\u2029]/
/** Escapes that JSON has, and YAML 1.1 has not. */
const JSON_ESCAPE = /^(?:[^\\]|\\[^/u]|\\u(?![dD][89a-fA-F]))*(?:\\\/|\\u[dD][89a-fA-F])/
/** Of characters. A key that is longer is none for go-yaml. */
const LONGEST_KEY = 1_000
/** A fraction that is one key however it is rounded and written. */
const PLAIN_FRACTION = /^-?(?:0|[1-9]\d*)\.\d*[1-9]$/
const MOST_DIGITS = 5

type Keys = ReadonlySet<string>
const NO_KEYS: Keys = new Set()

interface Open {
  readonly kind: 'document' | 'mapping' | 'sequence'
  readonly anchor: string
  /** Of a mapping, merged ones included; of a list, those of all its items. */
  readonly keys: Set<string>
  /** Whether a key comes next. */
  isAtKey: boolean
  /** Where the merge stands whose value comes next. */
  merge: number | undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Of the text as a whole, whatever it holds. */
function unreadText(text: string): Unread | undefined {
  const mark = BEHIND_MARK.exec(text)
  if (mark !== null) return { reason: 'something stands behind the mark of a document', offset: mark.index }
  const end = LINE_ENDS.exec(text)
  return end === null
    ? undefined
    : { reason: 'a character that ends lines for some and not for others stands here', offset: end.index }
}

type Scalar = Extract<Event, { readonly type: typeof EVENT_ID.SCALAR }>

function unreadKey(written: string, isPlain: boolean): string | undefined {
  if (written.includes('\n')) return 'a key goes over several lines'
  if (written.length > LONGEST_KEY) return `a key is longer than ${LONGEST_KEY} characters`
  if (!isPlain) return undefined
  if (isNothing(written)) return 'a key is nothing'
  const isSure = PLAIN_FRACTION.test(written) && written.replace(/\D/g, '').length <= MOST_DIGITS
  return isFraction(written) && !isSure ? 'a key is a number that can be written in several ways' : undefined
}

/** The first thing that kubectl does not read as it is read here. */
export function unlikeKubectl(text: string, events: readonly Event[]): Unread | undefined {
  const unread = unreadText(text)
  if (unread !== undefined) return unread
  const stack: Open[] = []
  const anchors = new Map<string, Keys>()
  let documents = 0
  let json: boolean | undefined
  const isInJson = () => {
    json ??= isJson(text)
    return json
  }
  /** Whether the next node is of a document that begins without a mark. */
  let isUnmarked = false
  const nameOf = ({ anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number }) =>
    anchorStart < 0 ? '' : text.slice(anchorStart, anchorEnd)

  /** A node has ended, with these keys in it. */
  const end = (keys: Keys): Unread | undefined => {
    const parent = stack.at(-1)
    if (parent === undefined || parent.kind === 'document') return undefined
    if (parent.kind === 'sequence') for (const key of keys) parent.keys.add(key)
    else if (parent.isAtKey) parent.isAtKey = false
    else {
      const { merge } = parent
      parent.isAtKey = true
      parent.merge = undefined
      if (merge === undefined) return undefined
      for (const key of keys) {
        if (parent.keys.has(key))
          return { reason: `a merge stands behind ${key}, which is also in what it merges`, offset: merge }
      }
      for (const key of keys) parent.keys.add(key)
    }
    return undefined
  }

  const scalar = (event: Scalar): Unread | undefined => {
    const { valueStart, valueEnd, style } = event
    const parent = stack.at(-1)
    const isKey = parent?.kind === 'mapping' && parent.isAtKey
    const written = valueStart < 0 ? '' : text.slice(valueStart, valueEnd)
    const isPlain = style === SCALAR_STYLE.PLAIN && event.tagStart < 0
    const offset = Math.max(valueStart, 0)
    if (isPlain && isNoNumber(written)) return { reason: `${written} is no number that JSON has`, offset }
    if (style === SCALAR_STYLE.DOUBLE_QUOTED && JSON_ESCAPE.test(written) && !isInJson())
      return { reason: 'an escape of JSON stands in YAML', offset }
    if (isKey) {
      const reason = unreadKey(written, isPlain)
      // A key that is left out stands nowhere; the mapping is where it is.
      if (reason !== undefined) return { reason, offset: valueStart < 0 ? lastOffset : offset }
      if (isPlain && written === '<<') parent.merge = offset
      else parent.keys.add(written)
    }
    if (event.anchorStart >= 0) anchors.set(nameOf(event), NO_KEYS)
    return end(NO_KEYS)
  }

  let lastOffset = 0
  for (const event of events) {
    const parent = stack.at(-1)
    let found: Unread | undefined
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        anchors.clear()
        if (event.directives.length > 0)
          return { reason: 'a directive stands here', offset: Math.max(text.search(/^%/m), 0) }
        isUnmarked = documents++ > 0 && !event.explicitStart
        stack.push({ kind: 'document', anchor: '', keys: new Set(), isAtKey: false, merge: undefined })
        break
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        const isMapping = event.type === EVENT_ID.MAPPING
        lastOffset = event.start
        if (parent?.kind === 'mapping' && parent.isAtKey)
          return { reason: 'complex keys, which are lists or maps, are not read', offset: event.start }
        if (isUnmarked) return { reason: 'a document begins without its mark', offset: event.start }
        stack.push({
          kind: isMapping ? 'mapping' : 'sequence',
          anchor: nameOf(event),
          keys: new Set(),
          isAtKey: isMapping,
          merge: undefined,
        })
        break
      }
      case EVENT_ID.SCALAR:
        if (event.valueStart >= 0) {
          lastOffset = event.valueStart
          if (isUnmarked) return { reason: 'a document begins without its mark', offset: event.valueStart }
        }
        found = scalar(event)
        break
      case EVENT_ID.ALIAS:
        lastOffset = event.anchorStart
        found = end(anchors.get(nameOf(event)) ?? NO_KEYS)
        break
      default: {
        const closed = stack.pop()
        if (closed === undefined || closed.kind === 'document') break
        if (closed.anchor !== '') anchors.set(closed.anchor, closed.keys)
        found = end(closed.keys)
      }
    }
    if (found !== undefined) return found
  }
  return undefined
}
