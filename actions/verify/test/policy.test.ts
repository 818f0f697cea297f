import { describe, expect, test } from '@jest/globals'
import { judge } from '../src/policy.ts'
import { readRepository } from '../src/repository/repository.ts'
import { rules } from '../src/rules/index.ts'
import type { Remark, Rule } from '../src/rules/rule.ts'
import { createCheckout } from './checkout.ts'

const { repository: empty } = readRepository(createCheckout({}), [])

function rule(remarks: readonly Remark[], id = 'example'): Rule {
  return { id, title: 'Example', why: 'Why.', fix: 'Fix.', severity: 'error', check: () => remarks }
}

const seen = (line: number, more: Partial<Remark> = {}): Remark => ({
  verdict: 'fail',
  subject: `line ${line}`,
  message: 'It is so.',
  source: { file: 'k8s/a.yaml', line, column: 1 },
  ...more,
})

describe('judging', () => {
  test('lists findings in the order of files and lines', () => {
    const other = seen(1, { source: { file: 'a.yaml', line: 1 } })
    const findings = judge(empty, [rule([seen(10), seen(9), other])])
    expect(findings.map(({ source }) => [source?.file, source?.line])).toEqual([
      ['a.yaml', 1],
      ['k8s/a.yaml', 9],
      ['k8s/a.yaml', 10],
    ])
  })

  test('makes a warning of what cannot be told, whatever the rule', () => {
    const [finding] = judge(empty, [rule([seen(1, { verdict: 'unknown' })])])
    expect(finding).toMatchObject({ severity: 'warning', verdict: 'unknown' })
  })

  test('takes the severity and the fix of the rule, unless an observation has its own', () => {
    const [first, second] = judge(empty, [rule([seen(1), seen(2, { severity: 'notice', fix: 'Do that.' })])])
    expect(first).toMatchObject({ severity: 'error', fix: 'Fix.', why: 'Why.' })
    expect(second).toMatchObject({ severity: 'notice', fix: 'Do that.' })
  })

  test('says the same thing once, and knows it again when its line has moved', () => {
    const [first, ...more] = judge(empty, [rule([seen(1), seen(1)])])
    expect(more).toEqual([])
    const [moved] = judge(empty, [rule([{ ...seen(1), source: { file: 'k8s/a.yaml', line: 7 } }])])
    expect(moved?.fingerprint).toBe(first?.fingerprint)
    const [other] = judge(empty, [rule([seen(1)], 'another')])
    expect(other?.fingerprint).not.toBe(first?.fingerprint)
  })

  test('never shows a secret that it found, in any part of a finding', () => {
    const secret = 'not-a-real-password-0451'
    const { repository } = readRepository(
      createCheckout({
        'k8s/a.yaml': `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: a:1
      args: ["postgres://u:${secret}@db.example.com/x"]
      env:
        - {name: PASSWORD, value: ${secret}}
        - {name: DB_URL, value: "postgres://u:${secret}@localhost/x"}
        - {name: DB_HOST, value: "u:${secret}@db"}
---
apiVersion: v1
kind: Secret
metadata: {name: s}
stringData: {password: ${secret}}
`,
        'k8s/kustomization.yaml': `secretGenerator: [{name: g, literals: [password=${secret}]}]`,
        '.github/workflows/ci.yml': `on: push\nenv: {AWS_SECRET_ACCESS_KEY: ${secret}}\njobs: {a: {steps: [{run: "curl https://u:${secret}@example.com"}]}}`,
      }),
      [],
    )
    const findings = judge(repository, rules)
    expect(findings.filter((finding) => finding.rule === 'no-hardcoded-secret').length).toBeGreaterThan(5)
    expect(JSON.stringify(findings)).not.toContain(secret)
  })
})
