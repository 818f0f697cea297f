import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { Failure } from '../../model/failure.ts'
import { makeOutcome } from '../../model/outcome.ts'
import { effectiveChanges, makePlan } from '../../model/plan.ts'
import { compareWithReview, reviewOf } from '../../model/review.ts'
import { masked } from '../../redact/test/masked.ts'
import { failureSummary, outcomeSummary, planSummary, refusalSummary } from '../summary.ts'
import { anyPlan, anyPlanAndOutcome } from './arbitraries.ts'
import { createdAt, deployOutcome, deployPlan, provisionPlan, showing } from './plans.ts'
import { hostileTexts, unclosed } from './wellformed.ts'

const MEBIBYTE = 1024 * 1024

const larger = makePlan({
  step: 'provision',
  target: 'big',
  createdAt,
  where: {},
  with: {},
  from: {},
  changes: Array.from({ length: 5_000 }, (_, index) => ({
    action: index % 2 === 0 ? ('create' as const) : ('delete' as const),
    address: `module.everything.aws_ssm_parameter.this["/${'é'.repeat(60)}/${index}"]`,
    kind: 'aws_ssm_parameter',
    note: 'n'.repeat(200),
    before: index % 2 === 0 ? undefined : { value: 'x'.repeat(300) },
    after: index % 2 === 0 ? { value: 'x'.repeat(300) } : undefined,
  })),
})

describe('the step summary', () => {
  test('of a plan holds every change and every attribute', () => {
    const summary = planSummary(masked(provisionPlan))
    expect(summary).toContain('### Provision: 14 to create, 1 to replace, 0 to delete')
    expect(summary.match(/^\| create \|/gm)).toHaveLength(14)
    expect(summary.indexOf('**replace**')).toBeLessThan(summary.indexOf('| create |'))
    expect(summary).toContain('+ tags.Name             "omninode-dev"')
  })

  test('of an outcome begins with what did not go well', () => {
    const summary = outcomeSummary(masked(deployPlan), masked(deployOutcome))
    expect(summary).toContain('### Deploy failed in 1 min 32 s: 5 of 7 changes done')
    const rows = summary.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    expect(rows[1]).toBe(
      '| **failed** | update <code>onex-dev/Deployment/onex-api</code> | 1 min 30 s | container api of pod onex-api-7d9f does not start: ImagePullBackOff, manifest unknown |',
    )
    expect(rows[2]).toMatch(/^\| not done \|/)
  })

  test('of an apply that found nothing to do says so', () => {
    const at = { startedAt: createdAt, finishedAt: createdAt }
    const { step, target, digest } = deployPlan
    const outcome = makeOutcome({
      step,
      target,
      digest,
      ...at,
      status: 'succeeded',
      changed: false,
      results: [],
    })
    expect(outcomeSummary(masked(deployPlan), masked(outcome))).toMatch(
      /^### Deploy: there was nothing to do\n/,
    )
  })

  test('of a refusal shows what was reviewed beside what is planned now', async () => {
    const now = makePlan({
      step: 'deploy',
      target: 'onex-dev',
      createdAt,
      where: {},
      with: { prune: true },
      from: { 'kustomization.yaml': 'v4' },
      changes: [
        ...effectiveChanges(deployPlan).filter(
          ({ kind }) => kind !== 'v1 ServiceAccount' && kind !== 'v1 ConfigMap',
        ),
        {
          action: 'replace',
          address: 'onex-dev/ConfigMap/onex-api',
          kind: 'v1 ConfigMap',
          before: { a: 1 },
          after: { a: 2 },
        },
        { action: 'create', address: 'onex-dev/Role/admin', kind: 'Role', after: { verbs: ['*'] } },
      ],
    })
    const summary = refusalSummary(
      masked(await compareWithReview(now, await reviewOf(deployPlan, showing))),
      'pull request #42',
    )
    expect(summary).toContain('### This is not what pull request #42 showed')
    expect(summary).toContain(
      '| <code>onex-dev/ConfigMap/onex-api</code> | update | replace | differs from the review |',
    )
    expect(summary).toContain('| <code>onex-dev/Role/admin</code> | — | create | not reviewed |')
    expect(summary).toContain(
      '| <code>onex-dev/ServiceAccount/onex-api</code> | create | — | reviewed, but no longer planned |',
    )
    expect(summary).toContain('@@ replace onex-dev/ConfigMap/onex-api @@\n- a  1\n+ a  2')
    expect(summary).not.toContain('onex-dev/Deployment')
  })

  test('of failures tells what to do and where', () => {
    const source = { file: 'db/migrations/0003.up.sql', line: 3 }
    const failure = new Failure({
      code: 'X',
      what: 'It failed.',
      why: 'It had to.',
      fix: 'Set `a: b`.',
      source,
    })
    expect(failureSummary('migrate', masked([failure]))).toBe(
      [
        '### Migrate failed',
        '',
        '| what | what to do | where |',
        '| --- | --- | --- |',
        '| **It failed.**<br>It had to. | Set <code>a: b</code>. | <code>db/migrations/0003.up.sql:3</code> |',
      ].join('\n'),
    )
  })

  test('of one step stays within 1 MiB, however much there is', async () => {
    const results = larger.changes.map(({ address, action }) => {
      return { address, action, status: 'done' as const, durationMs: 1, message: 'm'.repeat(900) }
    })
    const { step, target, digest } = larger
    const at = { startedAt: createdAt, finishedAt: createdAt }
    const outcome = makeOutcome({ step, target, digest, ...at, status: 'succeeded', changed: true, results })
    const failures = results.map(
      ({ message }) => new Failure({ code: 'X', what: message, why: message, fix: message }),
    )
    const refusal = refusalSummary(
      masked(
        await compareWithReview(larger, { ...(await reviewOf(larger, showing)), digest: '', changes: [] }),
      ),
      'pull request #1',
    )
    const all = [
      planSummary(masked(larger)),
      outcomeSummary(masked(larger), masked(outcome)),
      refusal,
      failureSummary(step, masked(failures)),
    ]
    expect(Buffer.byteLength(all.join('\n'))).toBeLessThan(MEBIBYTE)
    for (const text of all) {
      expect(unclosed(text)).toEqual([])
      expect(text).toMatch(/… and [\d,]+ more\.|… [\d,]+ more lines in the plan file/)
    }
  })

  test('closes all that it opens, whatever the plan, the outcome and the failures hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlanAndOutcome, anyPlan, async ([plan, outcome], other) => {
        expect(unclosed(planSummary(masked(plan)))).toEqual([])
        expect(unclosed(outcomeSummary(masked(plan), masked(outcome)))).toEqual([])
        const comparison = await compareWithReview(plan, await reviewOf(other, showing))
        expect(unclosed(refusalSummary(masked(comparison), 'run 4711'))).toEqual([])
      }),
      { seed, numRuns: runs(60) },
    )
    for (const text of hostileTexts) {
      const failure = new Failure({ code: 'X', what: text, why: text, fix: text, source: { file: text } })
      expect(unclosed(failureSummary('deploy', masked([failure])))).toEqual([])
    }
  })
})
