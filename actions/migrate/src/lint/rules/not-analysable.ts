import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'not-analysable',
  group: 'safety',
  severity: 'warning',
  why: 'What the code does, and which locks it takes, shows only when it runs.',
  on: ['CallStmt', 'DoStmt', 'ExecuteStmt'],
  *check(statement, context) {
    const { node } = statement
    const what =
      'DoStmt' in node
        ? 'DO block'
        : 'CallStmt' in node
          ? 'CALL'
          : 'ExecuteStmt' in node
            ? 'EXECUTE'
            : undefined
    if (what === undefined) return
    yield {
      subject: `${what} ${context.index}`,
      verdict: 'unknown',
      message: `The ${what} cannot be seen into.`,
      fix: 'Write its statements out. Where that is not possible, the round trip on a scratch database shows what it did there.',
    }
  },
}
