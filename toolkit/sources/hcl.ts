/**
 * The one reader of HCL, the language of Terraform and OpenTofu: blocks, their attributes, and the line of each.
 * Expressions are not evaluated; what is written out as text is read, and everything else is told as its own text.
 * Source: the HCL native syntax specification.
 */
import { Failure } from '../model/failure.ts'
import { type Position, positions } from './places.ts'

export interface HclAttribute {
  /** From 1. */
  readonly line: number
  /** The expression as it is written. */
  readonly expression: string
  /** What it says when it is a plain text, number or boolean; undefined when it has to be evaluated. */
  readonly literal: string | undefined
}

export interface HclBody {
  readonly attributes: ReadonlyMap<string, HclAttribute>
  readonly blocks: readonly HclBlock[]
}

export interface HclBlock extends HclBody {
  /** `resource`, `module`, `backend`, … */
  readonly type: string
  readonly labels: readonly string[]
  /** From 1. */
  readonly line: number
}

/** Nesting beyond it would exhaust the stack. */
const MAX_DEPTH = 100

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
const BLANK = /[ \t\r]+/y
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

class Reader {
  readonly text: string
  readonly file: string
  readonly position: (offset: number) => Position
  at = 0

  constructor(text: string, file: string) {
    this.text = text
    this.file = file
    this.position = positions(text)
  }

  refuse(what: string, at = this.at): never {
    throw new Failure({
      code: 'HCL_SYNTAX',
      what: `This is not Terraform code that can be read: ${what}.`,
      fix: 'Correct the text at this place; `terraform fmt` shows more.',
      source: { file: this.file, ...this.position(at) },
    })
  }

  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  line(at = this.at): number {
    return this.position(at).line
  }

  /** A comment at this place is passed over. */
  #comment(): boolean {
    const { text, at } = this
    if (text[at] === '#' || text.startsWith('//', at)) {
      const end = text.indexOf('\n', at)
      this.at = end === -1 ? text.length : end
      return true
    }
    if (!text.startsWith('/*', at)) return false
    const end = text.indexOf('*/', at + 2)
    if (end === -1) this.refuse('the comment has no end')
    this.at = end + 2
    return true
  }

  /** Blanks and comments on this line. */
  blanks(): void {
    while (this.match(BLANK) !== undefined || this.#comment());
  }

  /** Blanks, comments and ends of lines. */
  space(): void {
    do this.blanks()
    while (this.text[this.at] === '\n' && ++this.at > 0)
  }

  /** Past a quoted template; what is interpolated in it may hold others. */
  quoted(depth: number): void {
    const start = this.at++
    for (;;) {
      const character = this.text[this.at]
      if (character === undefined || character === '\n') this.refuse('the text has no closing quote', start)
      this.at++
      if (character === '"') return
      if (character === '\\') this.at++
      else this.#template(character, depth)
    }
  }

  /** Past `${ … }` or `%{ … }`, whose first character was just read. */
  #template(character: string, depth: number): void {
    if ((character !== '$' && character !== '%') || this.text[this.at] !== '{') return
    // Doubled, it stands for itself.
    if (this.text[this.at - 2] === character) return
    this.brackets(depth)
  }

  #heredoc(depth: number): boolean {
    HEREDOC.lastIndex = this.at
    const [opening = '', mark = ''] = HEREDOC.exec(this.text) ?? []
    if (opening === '') return false
    const start = this.at
    this.at += opening.length
    for (;;) {
      const end = this.text.indexOf('\n', this.at)
      const line = this.text.slice(this.at, end === -1 ? undefined : end)
      if (line.trim() === mark) {
        this.at += line.replace(/\r$/, '').length
        return true
      }
      if (end === -1) this.refuse(`the text that begins with <<${mark} has no end`, start)
      // What is interpolated may go over several lines.
      while (this.at < end) {
        const character = this.text[this.at++] ?? ''
        this.#template(character, depth)
      }
      this.at = Math.max(this.at, end + 1)
    }
  }

  /** Past one element of an expression. */
  #element(depth: number): void {
    const character = this.text[this.at]
    if (character === undefined) this.refuse('the expression has no end')
    if (character === '"') this.quoted(depth)
    else if (character in closing) this.brackets(depth)
    else if (this.#comment() || this.#heredoc(depth)) return
    else this.at++
  }

  /** Past what stands between brackets, over any number of lines. */
  brackets(depth: number): void {
    if (depth > MAX_DEPTH) this.refuse('it is nested too deeply')
    const start = this.at
    const end = closing[this.text[this.at++] ?? '']
    while (this.text[this.at] !== end) {
      if (this.text[this.at] === undefined) this.refuse(`there is no ${end} for it`, start)
      this.#element(depth + 1)
    }
    this.at++
  }

  /** @param ends where an expression ends when it is within no bracket */
  expression(ends: RegExp): HclAttribute {
    const start = this.at
    while (this.at < this.text.length && !ends.test(this.text[this.at] ?? '')) {
      const before = this.at
      this.#element(0)
      // A comment at the end is not part of it.
      if (this.text.startsWith('#', before) || this.text.startsWith('//', before)) break
    }
    const expression = withoutComment(this.text.slice(start, this.at))
    if (expression === '') this.refuse('a value is missing', start)
    return { line: this.line(start), expression, literal: literalOf(expression) }
  }
}

function withoutComment(expression: string): string {
  const trimmed = expression.trim()
  const from = Math.max(trimmed.lastIndexOf('"'), trimmed.lastIndexOf('\n')) + 1
  const comment = trimmed.slice(from).search(/#|\/\//)
  return comment === -1 ? trimmed : trimmed.slice(0, from + comment).trim()
}

/** A text without interpolation, a number or a boolean. */
function literalOf(expression: string): string | undefined {
  if (/^(?:true|false|-?\d+(?:\.\d+)?)$/.test(expression)) return expression
  const [, inner] = /^"((?:[^"\\]|\\.)*)"$/s.exec(expression) ?? []
  if (inner === undefined || /(?<!\$)\$\{|(?<!%)%\{/.test(inner)) return undefined
  return inner
    .replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs, (whole, short, long, one) => {
      if (one !== undefined) return escapes[one] ?? whole
      const point = Number.parseInt(short ?? long, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    })
    .replaceAll('$${', '${')
    .replaceAll('%%{', '%{')
}

function readLabels(reader: Reader): string[] {
  const labels: string[] = []
  for (;;) {
    reader.blanks()
    const start = reader.at
    if (reader.text[start] === '"') {
      reader.quoted(0)
      labels.push(
        literalOf(reader.text.slice(start, reader.at)) ?? reader.refuse('a label must be plain', start),
      )
    } else {
      const name = reader.match(NAME)
      if (name === undefined) return labels
      labels.push(name)
    }
  }
}

function readBody(reader: Reader, depth: number): HclBody {
  if (depth > MAX_DEPTH) reader.refuse('it is nested too deeply')
  const attributes = new Map<string, HclAttribute>()
  const blocks: HclBlock[] = []
  for (;;) {
    reader.space()
    if (reader.at >= reader.text.length || reader.text[reader.at] === '}') return { attributes, blocks }
    const start = reader.at
    const name = reader.match(NAME)
    if (name === undefined) reader.refuse(`an unexpected ${JSON.stringify(reader.text[start])}`)
    reader.blanks()
    if (reader.text[reader.at] === '=' && reader.text[reader.at + 1] !== '=') {
      reader.at++
      reader.blanks()
      if (attributes.has(name)) reader.refuse(`${name} is set twice`, start)
      attributes.set(name, reader.expression(/[\n}]/))
      continue
    }
    const labels = readLabels(reader)
    if (reader.text[reader.at] !== '{') reader.refuse(`${name} is followed by neither = nor {`)
    reader.at++
    const body = readBody(reader, depth + 1)
    if (reader.text[reader.at] !== '}') reader.refuse(`the block ${name} has no end`, start)
    reader.at++
    blocks.push({ type: name, labels, line: reader.line(start), ...body })
  }
}

/**
 * @param file how the text is named in places and failures
 * @throws Failure HCL_SYNTAX with file:line:column
 */
export function readHcl(text: string, file: string): HclBody {
  const reader = new Reader(text.replace(/^\uFEFF/, ''), file)
  const body = readBody(reader, 0)
  if (reader.at < reader.text.length) reader.refuse('an unexpected }')
  return body
}

/**
 * The members of an object that is written out, such as `{ bucket = var.bucket, key = "a" }`.
 * @returns undefined when the expression is no such object
 */
export function objectMembers({ expression }: HclAttribute): ReadonlyMap<string, HclAttribute> | undefined {
  if (!expression.startsWith('{') || !expression.endsWith('}')) return undefined
  const reader = new Reader(expression.slice(1, -1), '')
  const members = new Map<string, HclAttribute>()
  try {
    for (;;) {
      reader.space()
      if (reader.text[reader.at] === ',') {
        reader.at++
        continue
      }
      if (reader.at >= reader.text.length) return members
      const start = reader.at
      const plain = reader.match(NAME)
      if (plain === undefined) reader.quoted(0)
      const name = plain ?? literalOf(reader.text.slice(start, reader.at))
      reader.blanks()
      if (name === undefined || !/[=:]/.test(reader.text[reader.at] ?? '')) return undefined
      reader.at++
      reader.blanks()
      members.set(name, reader.expression(/[\n,}]/))
    }
  } catch (error) {
    if (error instanceof Failure) return undefined // `{ for … }`, or a key that has to be evaluated
    throw error
  }
}
