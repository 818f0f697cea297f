/** What a round trip finds, in words. */
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Script } from '../../sql/statements.ts'
import { isOrder } from './catalogue.ts'
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

export function upFailsAgain(refusal: Refusal): Finding {
  return refusalFinding(
    'up-not-repeatable',
    refusal,
    'After its down file it cannot be applied again',
    'The schema is as it was before, so it is data, or something outside this database, that was not undone.',
    'Undo that in the down file too.',
  )
}

/** @param lines what is left over (`+`) and what is lost (`-`) */
export function downIncomplete(down: Script, lines: readonly string[]): Finding {
  const rule = 'down-incomplete'
  if (lines.every(isOrder)) {
    return finding(
      {
        rule,
        severity: 'notice',
        verdict: 'fail',
        message: `After it the columns stand in another order than before: ${listed(lines)}.`,
        why: 'PostgreSQL adds columns at the end only; `SELECT *` and an INSERT without column names see the order.',
        fix: 'Nothing can be done about the order; name the columns wherever they are used.',
        source: first(down),
      },
      rule,
    )
  }
  return finding(
    {
      rule,
      severity: 'error',
      verdict: 'fail',
      message: `It does not undo all that its up file does: ${listed(lines.filter((line) => !isOrder(line)))}.`,
      why: 'After up and down the schema must be what it was before; `+` is left over, `-` is lost.',
      fix: 'Undo these too.',
      source: first(down),
    },
    rule,
  )
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
