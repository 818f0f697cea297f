/** What a file says of itself: `-- migrate: …` lines in the comments at its head. */
import { parseDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'

export interface Allowance {
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
  readonly allow: readonly Allowance[]
  /** Why it cannot be undone; only up files say it. */
  readonly irreversible: string | undefined
}

const FORMS =
  'lock-timeout <duration>, statement-timeout <duration>, retries <number>, allow <rule>: <reason>, irreversible: <reason>'

/** The comment lines before the first statement, with their numbers from 1. */
function* headOf(sql: string): Generator<[number, string]> {
  for (const [index, line] of sql.split('\n', 200).entries()) {
    const text = line.trim()
    if (text !== '' && !text.startsWith('--')) return
    yield [index + 1, text]
  }
}

/** @throws Failure DIRECTIVE_UNKNOWN on the line of the first that cannot be read */
export function readDirectives(file: string, sql: string): Directives {
  const found: { -readonly [Key in keyof Directives]: Directives[Key] } = {
    lockTimeout: undefined,
    statementTimeout: undefined,
    retries: undefined,
    allow: [],
    irreversible: undefined,
  }
  // Most files say nothing of themselves.
  if (!sql.includes('migrate:')) return found
  for (const [line, text] of headOf(sql)) {
    const said = /^--\s*migrate:\s*(.*)$/.exec(text)?.[1]?.trim()
    if (said === undefined) continue
    const problem = (what: string, fix: string) =>
      new Failure({ code: 'DIRECTIVE_UNKNOWN', what, fix, source: { file, line } })
    const [, name = '', value = ''] = /^([a-z-]+):?\s*(.*)$/.exec(said) ?? []
    if (name === 'lock-timeout' || name === 'statement-timeout') {
      const milliseconds = parseDuration(value)
      if (milliseconds === undefined)
        throw problem(`\`${value}\` is not a duration.`, `Write it as \`-- migrate: ${name} 5s\`.`)
      found[name === 'lock-timeout' ? 'lockTimeout' : 'statementTimeout'] = milliseconds
    } else if (name === 'retries') {
      if (!/^\d{1,3}$/.test(value))
        throw problem(`\`${value}\` is not a number of retries.`, 'Write it as `-- migrate: retries 3`.')
      found.retries = Number(value)
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
