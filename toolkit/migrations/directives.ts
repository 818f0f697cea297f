/** What a file says of itself: `-- migrate: …` lines in the comments at its head. */
import { parseDuration } from '../model/duration.ts'
import { Failure } from '../model/failure.ts'

export interface LintAllowance {
  readonly rule: string
  readonly reason: string
  /** From 1. */
  readonly line: number
}

export interface Directives {
  /** Milliseconds. */
  readonly lockTimeout: number | undefined
  /** Milliseconds. */
  readonly statementTimeout: number | undefined
  /** How often a file that could not get a lock is tried again. */
  readonly retries: number | undefined
  /** Lint rules that do not count for this file. */
  readonly allow: readonly LintAllowance[]
  /** Each statement stands alone: the file holds what commits by itself. */
  readonly noTransaction: boolean
  /** Why it cannot be undone; only up files say it. */
  readonly irreversible: string | undefined
}

/** A head is no longer. */
const HEAD_LINES = 200

const FORMS =
  'lock-timeout <duration>, statement-timeout <duration>, retries <number>, no-transaction, allow <rule>: <reason>, irreversible: <reason>'

const mentions = /migrate:/i

/** The comment lines before the first statement, with their numbers from 1. */
function* headOf(sql: string): Generator<[number, string]> {
  let said = 0
  for (let [line, from] = [1, 0]; from <= sql.length && said < HEAD_LINES; line++) {
    const end = sql.indexOf('\n', from)
    const text = sql.slice(from, end === -1 ? sql.length : end).trim()
    if (text !== '' && !text.startsWith('--')) return
    yield [line, text]
    if (end === -1) return
    // Blank lines in front are those of another way, which stood there.
    if (text !== '' || said > 0) said++
    from = end + 1
  }
}

/** @throws Failure DIRECTIVE_UNKNOWN on the line of the first that cannot be read */
export function readDirectives(file: string, sql: string): Directives {
  const found: { -readonly [Key in keyof Directives]: Directives[Key] } = {
    lockTimeout: undefined,
    statementTimeout: undefined,
    retries: undefined,
    allow: [],
    noTransaction: false,
    irreversible: undefined,
  }
  // Most files say nothing of themselves.
  if (!mentions.test(sql)) return found
  const once = new Map<string, number>()
  for (const [line, text] of headOf(sql)) {
    const said = /^--\s*migrate:\s*(.*)$/i.exec(text)?.[1]?.trim()
    if (said === undefined) continue
    const problem = (what: string, fix: string) =>
      new Failure({ code: 'DIRECTIVE_UNKNOWN', what, fix, source: { file, line } })
    const [, name = '', value = ''] = /^([a-z-]+):?\s*(.*)$/.exec(said) ?? []
    const before = once.get(name)
    if (before !== undefined && name !== 'allow')
      throw problem(`\`${name}\` is said on line ${before} already.`, 'Remove one of the two.')
    once.set(name, line)
    if (name === 'lock-timeout' || name === 'statement-timeout') {
      const milliseconds = parseDuration(value)
      if (milliseconds === undefined)
        throw problem(`\`${value}\` is not a duration.`, `Write it as \`-- migrate: ${name} 5s\`.`)
      found[name === 'lock-timeout' ? 'lockTimeout' : 'statementTimeout'] = milliseconds
    } else if (name === 'retries') {
      if (!/^\d{1,3}$/.test(value))
        throw problem(`\`${value}\` is not a number of retries.`, 'Write it as `-- migrate: retries 3`.')
      found.retries = Number(value)
    } else if (name === 'no-transaction') {
      if (value !== '')
        throw problem('`no-transaction` stands alone.', 'Write it as `-- migrate: no-transaction`.')
      found.noTransaction = true
    } else if (name === 'allow') {
      const [, rule, reason] = /^([a-z][a-z0-9-]*):\s*(\S.*)$/.exec(value) ?? []
      if (rule === undefined || reason === undefined)
        throw problem(
          'An allowance needs a rule and a reason.',
          'Write it as `-- migrate: allow drop-column: nothing has read it since release 41`.',
        )
      found.allow = [...found.allow, { rule, reason, line }]
    } else if (name === 'irreversible') {
      const reason = value.replace(/^reason\s*[:=]\s*/, '').replace(/^"(.*)"$/, '$1')
      if (reason === '')
        throw problem(
          'A file that cannot be undone must say why.',
          'Write it as `-- migrate: irreversible: the rows are gone`.',
        )
      found.irreversible = reason
    } else {
      throw problem(
        `There is no directive \`${name === '' ? said : name}\`.`,
        `The directives are: ${FORMS}.`,
      )
    }
  }
  return found
}

/**
 * Directives that count for nothing, because they do not stand at the head.
 * @param isInside whether an offset is within a statement, where such a line is its own business; asked in their order
 * @throws Failure DIRECTIVE_MISPLACED on the line of the first
 */
export function refuseMisplaced(file: string, sql: string, isInside: (offset: number) => boolean): void {
  if (!mentions.test(sql)) return
  const head = [...headOf(sql)].at(-1)?.[0] ?? 0
  let [line, counted] = [1, 0]
  for (const { index } of sql.matchAll(/^[ \t]*--[ \t]*migrate:/gim)) {
    for (; counted < index; counted++) if (sql[counted] === '\n') line++
    if (line <= head || isInside(index)) continue
    throw new Failure({
      code: 'DIRECTIVE_MISPLACED',
      what: 'This directive would count for nothing.',
      why: `Directives stand in the \`--\` lines at the head of a file, before its first statement and any \`/* … */\`, in the first ${HEAD_LINES} lines.`,
      fix: 'Move it to the first line of the file.',
      source: { file, line },
    })
  }
}
