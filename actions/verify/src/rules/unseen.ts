import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'unseen',
  title: 'Everything that is deployed can be judged',
  why: 'The other rules say nothing about what is not in the files, and their silence is not a pass.',
  fix: 'Put what is rendered into the repository, or judge it after it is rendered.',
  severity: 'warning',
  *check({ unseen }) {
    for (const { what, node } of unseen) {
      const { source, path } = node
      const subject = `${path.join('.')} ${what}`
      yield { verdict: 'unknown', subject, message: `This ${what}.`, source }
    }
  },
}
