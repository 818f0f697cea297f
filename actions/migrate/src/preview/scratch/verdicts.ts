/** What a round trip finds, in words. */
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Script } from '../../sql/statements.ts'
import type { ObjectDifference } from './catalogue.ts'
import type { Refusal } from './run-script.ts'

/** How many objects a message lists, and how much of each. */
const LISTED = 5
const SHOWN = 160

/** Whole objects: the further lines of a long definition are not told. */
function listed(lines: readonly string[]): string {
  const objects = lines.filter((line) => !/^[+-] {3}/.test(line))
  const rest = objects.length > LISTED ? ` … and ${objects.length - LISTED} more` : ''
  const cut = (line: string) => (line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line)
  return `${objects
    .slice(0, LISTED)
    .map((line) => `\`${cut(line)}\``)
    .join(', ')}${rest}`
}

function first(script: Script): { file: string; line: number } {
  return { file: script.file, line: script.statements[0]?.line ?? 1 }
}

/** PostgreSQL's message, without the lines that show the place, and without a full stop. */
function said({ failure }: Refusal): string {
  return (failure.what.split('\n')[0] ?? '').replace(/\.$/, '')
}

function refusalFinding(rule: string, refusal: Refusal, message: string, why: string, fix?: string): Finding {
  const { failure, source } = refusal
  const details = failure.why === 'The server refused the statement.' ? [] : [failure.why]
  return finding(
    {
      rule,
      severity: 'error',
      verdict: 'fail',
      message: `${message}: ${said(refusal)}.`,
      why: [why, ...details].join(' '),
      fix: (fix ?? failure.fix ?? 'Correct the statement.').trim(),
      source,
    },
    rule,
  )
}

export function upFails(refusal: Refusal): Finding {
  const why = 'It would fail on the real database too.'
  return refusalFinding('up-fails', refusal, 'On a scratch database this fails', why)
}

export function downFails(refusal: Refusal): Finding {
  const why = 'A way back that fails is none when it is needed most.'
  return refusalFinding('down-fails', refusal, 'On a scratch database, after its up file, this fails', why)
}

/** duplicate_object, of a value that an enum has kept. */
function isKeptValue({ cause, script, source }: Refusal): boolean {
  const duplicate = (cause as { code?: unknown }).code === '42710' // what the server said
  return (
    duplicate && script.statements.some(({ line, node }) => line === source.line && 'AlterEnumStmt' in node)
  )
}

export function upFailsAgain(refusal: Refusal): Finding {
  const keeps = isKeptValue(refusal)
  return refusalFinding(
    'up-not-repeatable',
    refusal,
    'After its down file it cannot be applied again',
    keeps
      ? 'No way down takes a value out of an enum, so it is there already.'
      : 'The schema is as it was before, so it is data, or something outside this database, that was not undone.',
    keeps ? 'Let it take what is there: ADD VALUE IF NOT EXISTS.' : 'Undo that in the down file too.',
  )
}

const lasting = {
  order: {
    message: 'After it the columns stand in another order than before',
    why: 'PostgreSQL adds columns at the end only; `SELECT *` and an INSERT without column names see the order.',
    fix: 'Nothing can be done about the order; name the columns wherever they are used.',
  },
  values: {
    message: 'After it types keep the values that its up file has added',
    why: 'PostgreSQL takes no value out of an enum; the next time that the up file runs, it is there already.',
    fix: 'Nothing has to be done where nobody uses the value; add it with IF NOT EXISTS.',
  },
} as const

/** @param differences what is left over (`+`) and what is lost (`-`) */
export function downIncomplete(down: Script, differences: readonly ObjectDifference[]): Finding[] {
  const rule = 'down-incomplete'
  const linesOf = (kind: ObjectDifference['lasting']) =>
    differences.filter((each) => each.lasting === kind).flatMap(({ lines }) => lines)
  const undone = linesOf(undefined)
  if (undone.length > 0)
    return [
      finding(
        {
          rule,
          severity: 'error',
          verdict: 'fail',
          message: `It does not undo all that its up file does: ${listed(undone)}.`,
          why: 'After up and down the schema must be what it was before; `+` is left over, `-` is lost.',
          fix: 'Undo these too.',
          source: first(down),
        },
        rule,
      ),
    ]
  return (['order', 'values'] as const).flatMap((kind) => {
    const lines = linesOf(kind)
    if (lines.length === 0) return []
    const { message, ...advice } = lasting[kind]
    return [
      finding(
        {
          rule,
          severity: 'notice',
          verdict: 'fail',
          message: `${message}: ${listed(lines)}.`,
          ...advice,
          source: first(down),
        },
        kind === 'order' ? rule : `${rule}/${kind}`,
      ),
    ]
  })
}

export function upDiffers(up: Script, lines: readonly string[]): Finding {
  return finding(
    {
      rule: 'up-not-repeatable',
      severity: 'error',
      verdict: 'fail',
      message: `Applied again after its down file, it makes another schema: ${listed(lines)}.`,
      why: 'The same files must make the same schema, or no two databases are alike.',
      fix: 'Find the statement whose work depends on more than the schema before it: a random name, the data, the time.',
      source: first(up),
    },
    'schema',
  )
}
