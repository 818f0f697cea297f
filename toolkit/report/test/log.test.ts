import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { makePlan } from '../../model/plan.ts'
import { masked } from '../../redact/test/masked.ts'
import { outcomeText, planText } from '../log.ts'
import { anyPlanAndOutcome } from './arbitraries.ts'
import { createdAt, deployOutcome, deployPlan, migratePlan, verifyPlan } from './plans.ts'

describe('the log', () => {
  test('shows a plan in columns, with what becomes of what is there', () => {
    const lines = planText(masked(deployPlan)).split('\n')
    expect(lines.slice(0, 7)).toEqual([
      `Deploy: 3 to create, 3 to update, 1 to delete (onex-dev, plan ${deployPlan.digest.slice(7, 19)})`,
      '  -    onex-dev/CronJob/nightly-report            batch/v1 CronJob                        k8s/base/onex-dev/nightly-report.yaml:1',
      '  ~    onex-dev/ConfigMap/onex-api                v1 ConfigMap                            k8s/base/onex-dev/onex-api.yaml:1',
      '          data["onex.yaml"]',
      '              ⋮',
      '              kafka:',
      '                topic: releases',
    ])
    expect(lines.slice(7, 9)).toEqual(['        -       acks: 1', '        +       acks: all'])
  })

  test('shows how a migration runs', () => {
    expect(planText(masked(migratePlan))).toContain(
      '\n      outside a transaction: CREATE INDEX CONCURRENTLY\n',
    )
  })

  test('shows findings with their place, reason and fix', () => {
    expect(planText(masked(verifyPlan)).split('\n').slice(1, 4)).toEqual([
      '  error k8s/base/onex-dev/onex-api.yaml:31:11 Container `api` of Deployment onex-api may run as root. [run-as-non-root]',
      '      securityContext.runAsNonRoot is not true, and the namespace enforces the restricted profile.',
      '      Set `runAsNonRoot: true` in the pod’s securityContext.',
    ])
  })

  test('shows what came of it, and whether anything changed', () => {
    const text = outcomeText(masked(deployPlan), masked(deployOutcome))
    expect(text).toMatch(/^Deploy: failed in 1 min 32 s \(onex-dev, changed=true\)\n/)
    expect(text).toContain(
      '  failed   update  onex-dev/Deployment/onex-api               1 min 30 s\n      container api of pod',
    )
  })

  test('is coloured only when asked', () => {
    const csi = '\u001b['
    expect(planText(masked(deployPlan))).not.toContain(csi)
    expect(outcomeText(masked(deployPlan), masked(deployOutcome))).not.toContain(csi)
    expect(planText(masked(deployPlan), { colour: true })).toContain(`${csi}31m  -    onex-dev/CronJob`)
    expect(outcomeText(masked(deployPlan), masked(deployOutcome), { colour: true })).toContain(
      `${csi}32m  done`,
    )
  })

  test('gives no line of its own to the text of others', () => {
    const hostile = {
      action: 'create' as const,
      kind: 'k',
      note: '::error::b',
      address: 'a\n::error::a\rx\u001b[2J',
    }
    const plan = makePlan({
      step: 'deploy',
      target: 't\n::error::t',
      createdAt,
      changes: [hostile],
      where: {},
      with: {},
      from: {},
    })
    const text = planText(masked(plan))
    expect(text).not.toMatch(/^\s*::error::a/m)
    expect(text).not.toMatch(/^::/m)
    expect(text).toContain('a ::error::a\\u{d}x\\u{1b}[2J')
    fc.assert(
      fc.property(anyPlanAndOutcome, ([anything, outcome]) => {
        const shown = `${planText(masked(anything))}\n${outcomeText(masked(anything), masked(outcome))}`
        expect(shown).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect(shown).not.toMatch(/^(?:::|##\[)/m)
      }),
      { seed, numRuns: runs(60) },
    )
  })
})
