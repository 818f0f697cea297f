import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { endingOf, type Known } from '../../model/ending.ts'
import { Failure } from '../../model/failure.ts'
import { makeOutcome } from '../../model/outcome.ts'
import { effectiveChanges, makePlan, type Plan } from '../../model/plan.ts'
import { type Comparison, compareWithReview, reviewOf } from '../../model/review.ts'
import { masked } from '../../redact/test/masked.ts'
import { endingSummary } from '../ending.ts'
import { planSummary } from '../summary.ts'
import { anyPlan, anyPlanAndOutcome } from './arbitraries.ts'
import { reference } from './endings.ts'
import { createdAt, deployOutcome, deployPlan, provisionPlan, showing } from './plans.ts'
import { hostileTexts, unclosed } from './wellformed.ts'

const MEBIBYTE = 1024 * 1024

/** What is appended when an apply has ended. */
function ended(plan: Plan, more: Partial<Known>): string {
  const about = { step: plan.step, command: 'apply', applies: true, cancelled: false, failures: [] }
  const ending = endingOf({ ...about, plan, outcome: undefined, ...more })
  return endingSummary(masked(ending), reference) ?? ''
}

const failureSummary = (failures: readonly Failure[]) => ended(deployPlan, { plan: undefined, failures })
const refusalSummary = (comparison: Comparison, shownBy: string) =>
  ended(deployPlan, {
    failures: [new Failure({ code: 'REVIEW_DIFFERS', what: 'It differs.' })],
    difference: { comparison, shownBy },
  })

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
    const summary = ended(deployPlan, {
      outcome: deployOutcome,
      failures: [new Failure({ code: 'ROLLOUT_FAILED', what: 'It does not start.' })],
    })
    expect(summary).toContain('### Deploy failed in 1 min 32 s: 5 of 7 changes done')
    const rows = summary.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    expect(rows[1]).toContain('**It does not start.**')
    rows.splice(0, 2)
    expect(rows[1]).toBe(
      '| **failed** | update <code>onex-dev/Deployment/onex-api</code><br>container api of pod onex-api-7d9f does not start: ImagePullBackOff, manifest unknown | 1 min 30 s |',
    )
    expect(rows[2]).toMatch(/^\| not done \|/)
  })

  test('of an apply that found nothing to do says so', () => {
    const idle = makePlan({
      step: 'deploy',
      target: 'x',
      createdAt,
      changes: [],
      where: {},
      with: {},
      from: {},
    })
    expect(ended(idle, {})).toMatch(/^### Deploy: there was nothing to do\n/)
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
    const comparison = await compareWithReview(now, await reviewOf(deployPlan, showing))
    const summary = refusalSummary(comparison, 'pull request #42')
    expect(summary).toContain('This is not what pull request #42 showed')
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
    const { errorsPage, revision } = reference
    expect(failureSummary([failure]).split('\n')).toEqual([
      '### Deploy could not be planned',
      '',
      expect.stringContaining('Nothing was applied: a1b2c3d'),
      '',
      '| what | what to do |',
      '| --- | --- |',
      `| **It failed.**<br>It had to.<br><a href="${errorsPage}#x"><samp>X</samp></a> · <a href="${revision.repositoryUrl}/blob/${revision.commit}/db/migrations/0003.up.sql#L3"><samp>db/migrations/0003.up.sql<span>:</span>3</samp></a> | Set <code>a: b</code>. |`,
    ])
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
    const comparison = await compareWithReview(larger, {
      ...(await reviewOf(larger, showing)),
      digest: '',
      changes: [],
    })
    const difference = { comparison, shownBy: 'pull request #1' }
    const all = [planSummary(masked(larger)), ended(larger, { outcome, failures, difference })]
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
        expect(unclosed(ended(plan, { outcome }))).toEqual([])
        const comparison = await compareWithReview(plan, await reviewOf(other, showing))
        expect(unclosed(refusalSummary(comparison, 'run 4711'))).toEqual([])
      }),
      { seed, numRuns: runs(60) },
    )
    for (const text of hostileTexts) {
      const failure = new Failure({ code: 'X', what: text, why: text, fix: text, source: { file: text } })
      expect(unclosed(failureSummary([failure]))).toEqual([])
    }
  })
})
