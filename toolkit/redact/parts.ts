/** What of a secret is a secret by itself: its lines, the members of JSON, what stands behind a name, passwords of URLs. */
import { namesSecret } from './names.ts'
import { isOrdinary, isSingleWord } from './ordinary.ts'

/**
 * `always`: a token, a password, a key. `named`: its name says that it is one. `marked`: it stands among secrets, as in
 * a Kubernetes Secret or a sensitive variable, where there are ordinary words as well.
 */
export type Certainty = 'always' | 'named' | 'marked'

/** Shorter values would mask ordinary words. */
const SHORTEST = 4
const DEEPEST = 8

export interface SecretPart {
  readonly text: string
  readonly certainty: Certainty
}

/** Whether a text is to be masked wherever it stands. */
export function isTelling({ text, certainty }: SecretPart): boolean {
  if (text.trim().length < SHORTEST) return false
  if (certainty === 'always') return true
  return certainty === 'named' ? !isSingleWord(text.trim()) : !isOrdinary(text)
}

const PEM_EDGE = /-----(BEGIN|END) ([A-Z0-9 ]{1,60})-----/g
const PUBLIC_LABEL = /^(?:CERTIFICATE|PUBLIC KEY|TRUSTED CERTIFICATE|X509 CRL)$/
const PRIVATE_LABEL = /PRIVATE KEY(?: BLOCK)?$/
const CREDENTIALS = /(?<=[a-z0-9+.-]):\/\/[^\s:/@]*:([^\s/]+)@/gi
const MEMBER = /^(?:export\s+)?["']?([\w.-]+)["']?\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|(.*?))[,;]?$/

/** A block of PEM: from where to where it is, and what is between its edges. */
interface Block {
  readonly label: string
  readonly start: number
  readonly end: number
  readonly body: string
}

/** In one pass: a block ends at the next edge that is an end, and a beginning before that begins another one. */
function* blocksIn(text: string): Generator<Block> {
  let begun: { readonly label: string; readonly start: number; readonly from: number } | undefined
  for (const { 0: edge, 1: kind, 2: label = '', index } of text.matchAll(PEM_EDGE)) {
    if (kind === 'BEGIN') begun = { label, start: index, from: index + edge.length }
    else if (begun !== undefined) {
      yield {
        label: begun.label,
        start: begun.start,
        end: index + edge.length,
        body: text.slice(begun.from, index),
      }
      begun = undefined
    }
  }
}

/** What is left when the blocks are taken out that everybody may see. */
function withoutPublic(text: string): string {
  const parts: string[] = []
  let at = 0
  for (const { label, start, end } of blocksIn(text)) {
    if (!PUBLIC_LABEL.test(label)) continue
    parts.push(text.slice(at, start))
    at = end
  }
  return [...parts, text.slice(at)].join('')
}

/** Whether an address with a password is in a text: `scheme://user:password@`. */
export function holdsPassword(text: string): boolean {
  const before = text.split('@').slice(0, -1)
  return before.some((part) => /:\/\/[^/]*:./.test(part.split(/\s/).at(-1) ?? ''))
}

function decodedUrl(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function* members(value: unknown, name: string, certainty: Certainty, depth: number): Generator<SecretPart> {
  if (typeof value === 'string') yield* partsOf({ text: value, certainty: named(name, certainty) }, depth + 1)
  else if (typeof value === 'number') yield { text: String(value), certainty: 'marked' }
  else if (typeof value === 'object' && value !== null && depth < DEEPEST)
    for (const [key, member] of Object.entries(value))
      yield* members(member, Array.isArray(value) ? name : key, certainty, depth + 1)
}

function named(name: string, certainty: Certainty): Certainty {
  if (namesSecret(name)) return 'named'
  return certainty === 'always' ? 'marked' : certainty
}

function* jsonParts(text: string, certainty: Certainty, depth: number): Generator<SecretPart> {
  if (!/^\s*[[{]/.test(text)) return
  try {
    yield* members(JSON.parse(text), '', certainty, depth)
  } catch {
    // It only begins like JSON.
  }
}

/** What a header says in front of it is no part of a token. */
const SCHEME = /^(?:Bearer|Basic|Token|ApiKey)\s+(\S+)$/i

/** `user:password`, as in the `auth` of a registry. */
function* basicParts(text: string, depth: number): Generator<SecretPart> {
  if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(text) || text.length % 4 !== 0) return
  const [, password] =
    /^[\x21-\x39\x3b-\x7e]+:([\x20-\x7e]{4,})$/.exec(Buffer.from(text, 'base64').toString()) ?? []
  if (password !== undefined) yield* partsOf({ text: password, certainty: 'named' }, depth + 1)
}

/** A secret, and everything in it that must not be seen either. Each is told apart: `isTelling`. */
export function* partsOf({ text, certainty }: SecretPart, depth = 0): Generator<SecretPart> {
  if (depth > DEEPEST) return
  const own = withoutPublic(text)
  if (own.trim() === '') return
  yield { text: own, certainty }
  if (own.trim() !== own) yield { text: own.trim(), certainty }
  for (const [, password = ''] of own.matchAll(CREDENTIALS)) {
    yield { text: password, certainty: 'always' }
    yield { text: decodedUrl(password), certainty: 'always' }
  }
  yield* jsonParts(own, certainty, depth)
  const [, token] = SCHEME.exec(own.trim()) ?? []
  if (token !== undefined) yield* partsOf({ text: token, certainty: 'always' }, depth + 1)
  yield* basicParts(own.trim(), depth)
  for (const { label, body } of blocksIn(own))
    if (PRIVATE_LABEL.test(label))
      for (const line of body.split(/\r?\n/)) yield { text: line.trim(), certainty: 'always' }
  const lines = own
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  for (const line of lines) {
    // One line of a secret of several may be a word, a bracket or a comment, however secret the whole is.
    if (lines.length > 1) yield { text: line, certainty: 'marked' }
    const [, name = '', ...values] = MEMBER.exec(line) ?? []
    const value = values.find((each) => each !== undefined && each !== '')
    if (lines.length > 1 && value !== undefined && !/^\s*[[{]/.test(own))
      yield* partsOf({ text: value, certainty: named(name, 'marked') }, depth + 1)
  }
}
