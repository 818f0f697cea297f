import type { Remark, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'workflow-permissions',
  title: 'Workflows grant nothing, and each job what it needs',
  why: 'What is granted at the top goes to every step of every job, those of other people included.',
  fix: 'Write `permissions: {}` at the top, and under each job the scopes that it needs.',
  severity: 'error',
  *check({ workflows }): Generator<Remark> {
    for (const { file, permissions, node, jobs } of workflows) {
      if (permissions === undefined) {
        const message = 'This workflow has the permissions that the repository gives by default.'
        yield { verdict: 'fail', subject: `${file} permissions`, message, source: node.get('on').source }
      } else {
        if (permissions.all !== undefined) {
          const message = `Every job is granted ${permissions.all}.`
          yield { verdict: 'fail', subject: `${file} permissions`, message, source: permissions.source }
        }
        for (const [scope, { text, source }] of permissions.scopes) {
          if (text === 'none') continue
          const message = `Every job is granted ${scope}: ${text}.`
          yield { verdict: 'fail', subject: `${file} permissions ${scope}`, message, source }
        }
      }
      for (const { id, permissions: own } of jobs) {
        if (own?.all !== 'write-all') continue
        const message = `The job ${id} is granted everything.`
        yield { verdict: 'fail', subject: `${file} job ${id} permissions`, message, source: own.source }
      }
    }
  },
}
