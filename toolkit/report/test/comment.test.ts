import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { makePlan } from '../../model/plan.ts'
import { masked } from '../../redact/test/masked.ts'
import { planSection } from '../comment.ts'
import { anyPlan } from './arbitraries.ts'
import { createdAt, deployPlan, migratePlan, plans, provisionPlan, verifyPlan } from './plans.ts'
import { unclosed } from './wellformed.ts'

const revision = {
  repositoryUrl: 'https://github.com/omninode-ai/omninode_infra',
  commit: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
}

function idle(step: 'verify' | 'deploy') {
  return makePlan({ step, target: 'x', createdAt, changes: [], where: {}, with: {}, from: {} })
}

describe('a section of the preview', () => {
  test.each([
    [provisionPlan, 'Provision: 14 to create, 1 to replace, 0 to delete'],
    [migratePlan, 'Migrate: 3 to run'],
    [deployPlan, 'Deploy: 3 to create, 3 to update, 1 to delete'],
    [verifyPlan, 'Verify: blocked, 1 error, 1 warning'],
    [idle('deploy'), 'Deploy: nothing to do'],
    [idle('verify'), 'Verify: nothing found'],
  ])('says in its heading what it comes to', (plan, title) => {
    const section = planSection(masked(plan))
    expect(section.title).toBe(title)
    expect(section.summary.split('\n', 1)).toEqual([`### ${title}`])
  })

  test('never calls a success what cannot be told', () => {
    const findings = verifyPlan.findings.filter(({ verdict }) => verdict === 'unknown')
    const plan = makePlan({
      step: 'verify',
      target: 'x',
      createdAt,
      changes: [],
      findings,
      where: {},
      with: {},
      from: {},
    })
    expect(planSection(masked(plan)).title).toBe('Verify: cannot tell, 1 warning')
  })

  test('names the plan, its target and the commit', () => {
    expect(planSection(masked(provisionPlan), revision).summary).toContain(
      `<code>terraform/stacks/dev/network</code> at a1b2c3d · plan <code>${provisionPlan.digest.slice(7, 19)}</code>`,
    )
  })

  test('shows what is destroyed in the open and folds what is created', () => {
    const { summary, details } = planSection(masked(provisionPlan))
    expect(summary).toContain('> [!CAUTION]')
    expect(summary).toContain(
      '- <code>aws_eip.nat</code> is replaced: network_border_group forces replacement',
    )
    expect(summary).toContain(
      [
        '```diff',
        '@@ replace aws_eip.nat @@ terraform/stacks/dev/network/main.tf:41',
        '! network_border_group forces replacement',
        '- allocation_id         "eipalloc-0a4be7c1d2f3a4b5c"',
        '+ allocation_id         (known after apply)',
        '- network_border_group  "eu-central-1"',
        '+ network_border_group  "eu-central-1-ber-1"',
      ].join('\n'),
    )
    expect(summary).not.toContain('aws_vpc')
    expect(details).toMatch(
      /^<details>\n<summary><b>14 to create:<\/b> 6 <code>aws_subnet<\/code>, 2 <code>aws_route_table<\/code>/,
    )
    expect(details).toContain('@@ create module.network.aws_subnet.private["eu-central-1c"] @@')
  })

  test('shows what runs in its order, linked to its file', () => {
    const { summary, details } = planSection(masked(migratePlan), revision)
    expect(summary).toContain(
      `| 2 | <a href="${revision.repositoryUrl}/blob/${revision.commit}/db/migrations/0005_index_events.up.sql#L1"><samp>db/migrations/0005_index_events</samp></a> | outside a transaction: CREATE INDEX CONCURRENTLY |`,
    )
    expect(details).toContain('+     create table release_event (')
  })

  test('shows findings with their places, errors first', () => {
    const { summary } = planSection(masked(verifyPlan))
    const rows = summary.split('\n').filter((line) => line.startsWith('| **'))
    expect(rows.map((row) => row.split('|')[1])).toEqual([' **error** ', ' **cannot tell** '])
    expect(rows[0]).toContain('<code>k8s/base/onex-dev/onex-api.yaml:31:11</code>')
  })

  test('shows of a sensitive value only that it changes', () => {
    const { details } = planSection(masked(deployPlan))
    expect(details).toContain('- data.database-url  "(sensitive) 9f31c2 (84 bytes)"')
    expect(details).not.toContain('api-key')
  })

  test('stays within its space and closes all that it opens, whatever the plan holds', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { title, summary, details } = planSection(masked(plan), revision)
        expect(unclosed(summary)).toEqual([])
        expect(unclosed(details)).toEqual([])
        expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(16_000)
        expect(Buffer.byteLength(details)).toBeLessThanOrEqual(40_000)
        expect(title.length).toBeLessThanOrEqual(200)
        expect(summary.isWellFormed() && details.isWellFormed()).toBe(true)
      }),
      { seed, numRuns: runs(150) },
    )
  })

  test('stays within its space for two thousand destructive changes', () => {
    const changes = Array.from({ length: 2_000 }, (_, index) => ({
      action: 'delete' as const,
      address: `aws_subnet.this[${index}]`,
      kind: 'aws_subnet',
      before: { cidr_block: `10.0.${index}.0/24` },
    }))
    const plan = makePlan({
      step: 'provision',
      target: 'big',
      createdAt,
      changes,
      where: {},
      with: {},
      from: {},
    })
    const { summary, details } = planSection(masked(plan))
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(16_000)
    expect(details).toBe('')
    expect(summary).toMatch(/- … and [\d,]+ more\n/)
    expect(summary).toMatch(/… [\d,]+ more lines in the step summary/)
  })

  test('of all four steps together fits into one comment with its details', () => {
    const length = plans
      .map((plan) => planSection(masked(plan), revision))
      .map(({ summary, details }) => summary.length + details.length)
    expect(length.reduce((sum, each) => sum + each, 0)).toBeLessThan(20_000)
  })
})
