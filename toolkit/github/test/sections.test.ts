import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { Failure } from '../../model/failure.ts'
import { stepNames } from '../../model/step.ts'
import { masked } from '../../redact/test/masked.ts'
import { planSection } from '../../report/comment.ts'
import { anyPlan } from '../../report/test/arbitraries.ts'
import { unclosed } from '../../report/test/wellformed.ts'
import { LONGEST, MARKER, makeSection, parseSections, renderComment, type SectionBody } from '../sections.ts'

const runUrl = 'https://github.com/omninode-ai/omninode_infra/actions/runs/1'

function body(
  step: SectionBody['key']['step'],
  parts: { target?: string; summary?: string; details?: string } & Partial<
    Pick<SectionBody, 'artifact' | 'runUrl'>
  > = {},
): SectionBody {
  const { target = 'dev', summary = `### ${step}`, details = '', ...rest } = parts
  return {
    key: { step, target: masked(target) },
    summary: masked(summary),
    details: masked(details),
    runUrl,
    ...rest,
  }
}

const folded = (length: number) => `<details>\n<summary>more</summary>\n\n${'x'.repeat(length)}\n\n</details>`

describe('the preview comment', () => {
  test('shows the steps in the order of a release, each with its link', () => {
    const bodies = [
      body('verify'),
      body('provision', { target: 'b' }),
      body('deploy'),
      body('provision', { target: 'a' }),
    ]
    const text = renderComment(bodies.map(makeSection))
    expect(text.startsWith(`${MARKER}\n## Release preview\n`)).toBe(true)
    expect([...text.matchAll(/omninode:section (\S+ \S+)/g)].map(([, name]) => name)).toEqual([
      'provision a',
      'provision b',
      'deploy dev',
      'verify dev',
    ])
    expect(text.match(/Log and full plan/g)).toHaveLength(4)
  })

  test('is read as it was written, also after a person saved it with other line ends', () => {
    const bodies = [
      body('migrate', { target: 'postgres omninode_cloud', details: folded(10) }),
      body('provision', { target: 'terraform/stacks/dev' }),
      body('deploy', { target: 'ü --> <!-- " \ud800' }),
      body('verify', { target: '' }),
    ]
    const sections = bodies.map(makeSection)
    const text = renderComment(sections)
    for (const read of [parseSections(text), parseSections(text.replaceAll('\n', '\r\n'))]) {
      expect([...read.values()].map(({ name }) => name).sort()).toEqual(
        sections.map(({ name }) => name).sort(),
      )
      expect(renderComment(read.values())).toBe(text)
    }
    expect(text).toContain('<!-- omninode:section migrate postgres%20omninode_cloud ')
    expect(text).toContain('<!-- omninode:section provision terraform/stacks/dev ')
  })

  test('tells two long targets apart', () => {
    const long = (end: string) => makeSection(body('deploy', { target: `${'x'.repeat(5_000)}${end}` })).name
    expect(long('a')).not.toBe(long('b'))
    expect(long('a').length).toBeLessThan(230)
  })

  test('is stamped by what it was made from', () => {
    const stamp = (parts: Parameters<typeof body>[1]) => makeSection(body('deploy', parts)).stamp
    expect(stamp({ details: 'a' })).toBe(stamp({ details: 'a' }))
    expect(stamp({ details: 'a' })).not.toBe(stamp({ details: 'b' }))
    expect(stamp({ summary: 'a', details: 'b' })).not.toBe(stamp({ summary: 'ab' }))
    expect(stamp({})).not.toBe(stamp({ runUrl: `${runUrl}0` }))
  })

  test.each([
    '<!-- omninode:end -->',
    '<!--   omninode:end -->',
    'x\n<!-- omninode:end -->\n\n<!-- omninode:section verify dev 0123456789abcdef -->\nall is well\n\n<!-- omninode:details -->\n\n<!-- omninode:footer -->\nx\n<!-- omninode:end -->',
    '<!-- omninode:preview -->',
    '<!-- omninode:details -->\n<!-- omninode:footer -->',
    '<!-- omninode:end -->\r\n<!-- omninode:section deploy dev 0123456789abcdef -->',
  ])('does not take %j in a section for its own marker', (hostile) => {
    const sections = [
      body('deploy', { summary: hostile, details: hostile }),
      body('verify', { summary: 'real' }),
    ].map(makeSection)
    const read = parseSections(renderComment(sections))
    expect([...read.keys()]).toEqual(['deploy dev', 'verify dev'])
    expect(read.get('verify dev')?.summary).toBe('real')
    expect(renderComment(sections).split(MARKER)).toHaveLength(2)
  })

  test('leaves out the longest details first, says so, and links to them', () => {
    const text = renderComment([
      makeSection(body('provision', { details: folded(40_000) })),
      makeSection(body('deploy', { details: folded(30_000) })),
    ])
    expect(text.length).toBeLessThanOrEqual(LONGEST)
    const read = parseSections(text)
    expect(read.get('provision dev')?.details).toMatch(/^_More than fits into this comment: .*_$/)
    expect(read.get('deploy dev')?.details).toBe(folded(30_000))
  })

  test('keeps each heading where not even the summaries fit', () => {
    const long = `\n\n${'y'.repeat(30_000)}`
    const read = parseSections(
      renderComment(
        stepNames.map((step) =>
          makeSection(body(step, { summary: `### ${step}${long}`, details: folded(9) })),
        ),
      ),
    )
    const summaries = [...read.values()].map(({ summary }) => summary)
    expect(summaries.filter((summary) => summary.includes('y'))).toHaveLength(2)
    expect(summaries.map((summary) => summary.split('\n', 1)[0])).toEqual(
      stepNames.map((step) => `### ${step}`),
    )
  })

  test('keeps the stamp of what it shows less of', () => {
    const whole = makeSection(body('deploy', { details: folded(LONGEST) }))
    expect(parseSections(renderComment([whole])).get(whole.name)?.stamp).toBe(whole.stamp)
  })

  test('fits and is read back whole, whatever the sections hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.nat(70_000).map((length) => '😀'.repeat(length / 2)),
      fc.constantFrom('<!-- omninode:end -->', '<!-- omninode:section', '```', '\n'),
    )
    const any = fc.record({
      key: fc.record({
        step: fc.constantFrom(...stepNames),
        target: fc.string({ unit: 'binary', maxLength: 300 }).map(masked),
      }),
      summary: text.map(masked),
      details: text.map(masked),
      runUrl: fc.constant(runUrl),
    })
    const key = ({ key: { step, target } }: SectionBody) => `${step} ${target}`
    fc.assert(
      fc.property(fc.uniqueArray(any, { maxLength: 20, selector: key }), (bodies) => {
        const sections = bodies.map(makeSection)
        const comment = renderComment(sections)
        expect(comment.length).toBeLessThanOrEqual(LONGEST)
        expect(comment.isWellFormed()).toBe(true)
        const read = parseSections(comment)
        for (const { name, stamp } of sections) expect(read.get(name)?.stamp).toBe(stamp)
        expect(read.size).toBe(new Set(sections.map(({ name }) => name)).size)
      }),
      { seed, numRuns: runs(200) },
    )
  })

  test('closes all that it opens, whatever the plans hold', () => {
    fc.assert(
      fc.property(fc.array(anyPlan, { maxLength: 6 }), (plans) => {
        const sections = plans.map((plan, index) => {
          const { summary, details } = planSection(masked(plan))
          return makeSection({
            key: { step: plan.step, target: masked(String(index)) },
            summary,
            details,
            runUrl,
          })
        })
        const comment = renderComment(sections)
        expect(comment.length).toBeLessThanOrEqual(LONGEST)
        expect(unclosed(comment)).toEqual([])
      }),
      { seed, numRuns: runs(60) },
    )
  })

  test('is refused where not even the headings fit', () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      makeSection(body('deploy', { target: `${index}` })),
    )
    expect(() => renderComment(many)).toThrow(Failure)
    expect(() => renderComment(many)).toThrow(/The 400 sections of the preview do not fit/)
  })
})
