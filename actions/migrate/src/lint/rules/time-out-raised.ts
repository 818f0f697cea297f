import type { Node } from '@pgsql/types'
import { textsOf, walk } from '../../sql/ast.ts'
import { isSessionSetting, waitsInNobodysWay } from '../../sql/non-transactional.ts'
import type { Statement } from '../../sql/statements.ts'
import type { LintContext, LintRule } from '../context/rule.ts'

const milliseconds: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** Undefined when it is no duration that PostgreSQL reads. */
function durationOf(text: string): number | undefined {
  const [, number, unit = 'ms'] = /^\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*$/.exec(text) ?? []
  const factor = milliseconds[unit]
  return number === undefined || factor === undefined ? undefined : Number(number) * factor
}

/** As text, whatever it was written as. */
function constantIn(node: Node | undefined): string | undefined {
  if (node === undefined || !('A_Const' in node)) return undefined
  const { ival, fval, sval } = node.A_Const
  if (ival !== undefined) return String(ival.ival ?? 0)
  return fval?.fval ?? sval?.sval
}

interface Setting {
  readonly name: string
  /** Undefined for what it is without this run's own: usually no limit. */
  readonly value: string | undefined
}

const limits = ['lock_timeout', 'statement_timeout'] as const

/** What a statement sets, by SET, RESET or set_config. */
function* settingsIn(node: Node): Generator<Setting> {
  if ('VariableSetStmt' in node) {
    const { kind, name = '', args } = node.VariableSetStmt
    if (kind === 'VAR_RESET_ALL') yield* limits.map((each) => ({ name: each, value: undefined }))
    if (kind === 'VAR_RESET' || kind === 'VAR_SET_DEFAULT') yield { name, value: undefined }
    if (kind === 'VAR_SET_VALUE') yield { name, value: constantIn(args?.[0]) ?? '' }
    return
  }
  for (const { kind, node: call } of walk(node)) {
    if (kind !== 'FuncCall') continue
    const { funcname, args } = call as { readonly funcname?: Node[]; readonly args?: Node[] } // FuncCall
    if (textsOf(funcname).at(-1) !== 'set_config') continue
    yield { name: constantIn(args?.[0]) ?? '', value: constantIn(args?.[1]) ?? '' }
  }
}

/** What blocks nobody while it waits has no limit anyway. */
function isUnlimited(statement: Statement): boolean {
  return waitsInNobodysWay(statement) || isSessionSetting(statement.node)
}

function longer(value: string | undefined, limit: number): string | undefined {
  if (value === undefined) return 'is put back to what it is without this run, which may be no limit'
  const duration = durationOf(value)
  if (duration === undefined) return undefined
  if (duration === 0) return 'is switched off'
  return duration > limit ? `is raised to ${value}` : undefined
}

export const rule: LintRule = {
  name: 'time-out-raised',
  group: 'safety',
  severity: 'error',
  why: 'A statement that waits for its lock without an end keeps everybody waiting who comes behind it; one that runs without an end keeps its locks.',
  *check({ node }, { script, index, settings }: LintContext) {
    if (!script.transactional && script.statements.every(isUnlimited)) return
    if (index === 0 && script.directives.lockTimeout === 0)
      yield {
        subject: 'lock-timeout',
        message: '`-- migrate: lock-timeout` is switched off.',
        fix: 'Give it a duration, such as `-- migrate: lock-timeout 5s`; `retries` says how often it is tried again.',
      }
    for (const { name, value } of settingsIn(node)) {
      const limit = name === 'lock_timeout' ? settings.lockTimeout : settings.statementTimeout
      // Where the run has none, nothing is raised.
      if (!limits.some((each) => each === name) || limit === 0) continue
      const what = longer(value, limit)
      if (what === undefined) continue
      yield {
        subject: name,
        message: `${name} ${what}.`,
        fix: `Leave it away. A file that needs more says so at its head, where it is seen: \`-- migrate: ${name.replace('_', '-')} 10s\`.`,
      }
    }
  },
}
