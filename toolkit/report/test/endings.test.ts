import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import { MARKER } from '../../github/sections.ts'
import { makePlan } from '../../model/plan.ts'
import { errorsPageOf } from '../failures.ts'
import { countText, doneText } from '../wording.ts'
import { samples } from './endings.ts'
import { createdAt } from './plans.ts'
import { unclosed } from './wellformed.ts'

const errorsPage = readFileSync(join(import.meta.dirname, '../../../docs/errors.md'), 'utf8')

/** The text of a page, without what is code. */
function textOf(markdown: string): string {
  const html = marked.parse(markdown, { gfm: true, async: false })
  return html.replace(/<pre>[\s\S]*?<\/pre>/g, '')
}

describe('whatever is told of an end', () => {
  test('is told in three places', () => {
    expect(samples.filter(({ place }) => place === 'summary')).toHaveLength(32)
    expect(samples.filter(({ place }) => place === 'check run')).toHaveLength(32)
    expect(samples.filter(({ place }) => place === 'comment').length).toBeGreaterThan(32)
  })

  test.each(samples.map((sample) => [sample.place, sample.name, sample.markdown] as const))(
    'in a %s renders as what it is: %s',
    (place, _name, markdown) => {
      expect(unclosed(markdown)).toEqual([])
      const headings = markdown.replace(/^```[\s\S]*?^```/gm, '').match(/^#{2,3} /gm) ?? []
      const text = textOf(markdown)
      expect(headings.length).toBeGreaterThan(0)
      expect(text.match(/<h[23]>/g)).toHaveLength(headings.length)
      expect(text).not.toMatch(/\*\*|\| ---/)
      if (place === 'summary') expect(markdown).not.toContain('the step summary')
      if (place === 'comment') expect(markdown.startsWith(MARKER)).toBe(true)
      for (const [, anchor = ''] of markdown.matchAll(/docs\/errors\.md#(\w+)/g))
        expect(errorsPage).toContain(`\n## ${anchor.toUpperCase()}\n`)
    },
  )
})

test.each([
  [{}, 'https://github.com/omninode-ai/omninode_infra/blob/main/docs/errors.md'],
  [{ actionRef: 'v1' }, 'https://github.com/acme/actions/blob/v1/docs/errors.md'],
  [{ actionRef: 'feature/a b' }, 'https://github.com/acme/actions/blob/feature/a%20b/docs/errors.md'],
  [
    { actionRef: 'v1', repositoryUrl: 'https://ghe.acme.com/o/r' },
    'https://ghe.acme.com/acme/actions/blob/v1/docs/errors.md',
  ],
  [
    { actionRef: 'v1', repositoryUrl: '' },
    'https://github.com/omninode-ai/omninode_infra/blob/main/docs/errors.md',
  ],
])('the page of a failure is that of the version that runs: %j', (run, page) => {
  const known = { repositoryUrl: 'https://github.com/o/r', actionRepository: 'acme/actions' }
  expect(errorsPageOf({ ...known, ...run })).toBe(page)
})

describe('outputs of Terraform', () => {
  const output = (name: string) =>
    ({ action: 'create', address: `a/output.${name}`, kind: 'output' }) as const
  const bucket = { action: 'create', address: 'a/aws_s3_bucket.b', kind: 'aws_s3_bucket' } as const
  const planOf = (changes: readonly (typeof bucket | ReturnType<typeof output>)[]) =>
    makePlan({ step: 'provision', target: 'x', createdAt, changes, where: {}, with: {}, from: {} })

  test.each([
    [[bucket, output('x'), output('y')], '1 to create, 0 to delete, 2 outputs'],
    [[output('x')], '1 output to change'],
    [[bucket], '1 to create, 0 to delete'],
  ])('are no resources', (changes, words) => {
    expect(countText(planOf(changes))).toBe(words)
  })

  test('are not counted among what was done', () => {
    const plan = planOf([bucket, output('x')])
    const results = plan.changes.map(({ address, action }) => ({
      address,
      action,
      status: 'done' as const,
      durationMs: 1,
    }))
    const at = createdAt.toISOString()
    const { step, target, digest } = plan
    const outcome = {
      step,
      target,
      digest,
      startedAt: at,
      finishedAt: at,
      status: 'succeeded',
      changed: true,
    } as const
    expect(doneText(plan, { ...outcome, results })).toBe('1 of 1 change done')
  })
})
