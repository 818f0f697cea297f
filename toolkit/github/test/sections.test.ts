import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { codePoint } from '#test/code-points.ts'
import { runs, seed } from '#test/repetitions.ts'
import { Failure } from '../../model/failure.ts'
import { type StepName, stepNames } from '../../model/step.ts'
import { masked } from '../../redact/test/masked.ts'
import { planSection } from '../../report/comment.ts'
import { anyPlan } from '../../report/test/arbitraries.ts'
import { unclosed } from '../../report/test/wellformed.ts'
import { makeVerdict, verdictWords } from '../../report/verdict.ts'
import {
  LONGEST,
  MARKER,
  makeSection,
  parseSections,
  renderComment,
  type Section,
  type SectionBody,
  withSections,
} from '../sections.ts'

const runUrl = 'https://github.com/omninode-ai/omninode_infra/actions/runs/1'

const HEAD = 'a'.repeat(40)

function verdict(step: SectionBody['key']['step'], of: string, more: Partial<SectionBody['verdict']> = {}) {
  const said = {
    verdict: 'changes',
    why: '1 to create',
    commit: HEAD,
    run: runUrl,
    known: true,
    worst: [],
  } as const
  return masked(makeVerdict({ ...said, step, of, asked: '0'.repeat(12), ...more }))
}

function body(
  step: SectionBody['key']['step'],
  parts: { target?: string; summary?: string; details?: string } & Partial<
    Pick<SectionBody, 'artifact' | 'runUrl' | 'verdict'>
  > = {},
): SectionBody {
  const { target = 'dev', summary = `### ${step}`, details = '', ...rest } = parts
  return {
    key: { step, target: masked(target) },
    verdict: verdict(step, target, { asked: createHash('sha256').update(target).digest('hex').slice(0, 12) }),
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
    const text = renderComment(bodies.map(makeSection), HEAD)
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
    const text = renderComment(sections, HEAD)
    for (const read of [parseSections(text), parseSections(text.replaceAll('\n', '\r\n'))]) {
      expect([...read.values()].map(({ name }) => name).sort()).toEqual(
        sections.map(({ name }) => name).sort(),
      )
      expect(renderComment(read.values(), HEAD)).toBe(text)
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
    const read = parseSections(renderComment(sections, HEAD))
    expect([...read.keys()]).toEqual(['deploy dev', 'verify dev'])
    expect(read.get('verify dev')?.summary).toBe('real')
    expect(renderComment(sections, HEAD).split(MARKER)).toHaveLength(2)
  })

  test('leaves out the longest details first, says so, and links to them', () => {
    const text = renderComment(
      [
        makeSection(body('provision', { details: folded(40_000) })),
        makeSection(body('deploy', { details: folded(30_000) })),
      ],
      HEAD,
    )
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
        HEAD,
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
    expect(parseSections(renderComment([whole], HEAD)).get(whole.name)?.stamp).toBe(whole.stamp)
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
        target: fc.string({ unit: codePoint, maxLength: 300 }).map(masked),
      }),
      summary: text.map(masked),
      details: text.map(masked),
      verdict: fc
        .tuple(
          fc.constantFrom(...verdictWords),
          fc.string({ unit: codePoint }),
          fc.string({ unit: codePoint }),
        )
        .map(([word, of, why]) => verdict('deploy', of, { verdict: word, why })),
      runUrl: fc.constant(runUrl),
    })
    const key = ({ key: { step, target } }: SectionBody) => `${step} ${target}`
    fc.assert(
      fc.property(fc.uniqueArray(any, { maxLength: 20, selector: key }), (bodies) => {
        const sections = bodies.map(makeSection)
        const comment = renderComment(sections, HEAD)
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
            verdict: verdict(plan.step, String(index)),
            summary,
            details,
            runUrl,
          })
        })
        const comment = renderComment(sections, HEAD)
        expect(comment.length).toBeLessThanOrEqual(LONGEST)
        expect(unclosed(comment)).toEqual([])
      }),
      { seed, numRuns: runs(60) },
    )
  })

  test('begins with the verdict of all of it, worst first, which stays however long the sections are', () => {
    const long = `### long\n\n${'y'.repeat(30_000)}`
    const text = renderComment(
      [
        body('provision', { summary: long, verdict: verdict('provision', 'dev') }),
        body('migrate', { summary: long, verdict: verdict('migrate', 'db', { verdict: 'nothing to do' }) }),
        body('deploy', { summary: long, verdict: verdict('deploy', 'app', { verdict: 'destroys' }) }),
        body('verify', {
          summary: long,
          verdict: verdict('verify', '', { verdict: 'plan failed', why: 'No.' }),
        }),
      ].map(makeSection),
      HEAD,
    )
    expect(text.length).toBeLessThanOrEqual(LONGEST)
    const lines = text.split('\n')
    expect(lines[3]).toBe(
      '❌ **Plan failed** · 1 plan failed · 1 destroying · 1 with changes · 1 nothing to do',
    )
    const rows = lines.slice(7, 11).map((line) => line.split(' · ')[0])
    expect(rows).toEqual([
      '| ❌ **plan failed** | Verify <code></code><br>No.',
      '| 💥 **destroys** | Deploy <code>app</code><br>1 to create',
      '| 📝 **changes** | Provision <code>dev</code><br>1 to create',
      '| ✅ **nothing to do** | Migrate <code>db</code><br>1 to create',
    ])
  })

  test('names what is bad in each section beneath its row, and leaves that away before a row', () => {
    const bad = (index: number) =>
      makeSection(
        body('deploy', {
          target: `${index}`,
          verdict: verdict('deploy', `${index}`, {
            verdict: 'blocked',
            why: '3 errors',
            worst: Array.from({ length: 9 }, (_, line) => `what is bad ${line} `.padEnd(240, '|')),
          }),
        }),
      )
    const few = renderComment([bad(0)], HEAD)
    expect(few).toMatch(
      /^\| 🛑 \*\*blocked\*\* \| Deploy <code>0<\/code><br><b>what is bad 0 .*<br>3 errors · /m,
    )
    const many = renderComment(
      Array.from({ length: 40 }, (_, index) => bad(100 + index)),
      HEAD,
    )
    expect(many.match(/^\| 🛑 \*\*blocked\*\*/gm)).toHaveLength(40)
    expect(many).toMatch(/^\| 🛑 .*<code>100<.*<b>what is bad 0 /m)
    expect(many).toMatch(/^\| 🛑 .*<code>139<\/code><br>3 errors · /m)
  })

  test('tells of a section that its commit is an earlier one', () => {
    const old = makeSection(body('deploy', { verdict: verdict('deploy', 'dev', { commit: 'b'.repeat(40) }) }))
    const text = renderComment([old, makeSection(body('verify'))], HEAD)
    expect(text).toContain('of bbbbbbb, an earlier commit')
    expect(text).toContain('1 of an earlier commit')
    expect(renderComment([makeSection(body('verify'))], HEAD)).not.toContain('earlier')
  })

  test.each([
    ['no JSON', '{'],
    ['no verdict', '{}'],
    ['a word that is none', JSON.stringify({ ...verdict('deploy', 'dev'), verdict: 'fine' })],
    ['something besides', JSON.stringify({ ...verdict('deploy', 'dev'), more: 1 })],
    ['an address of elsewhere', JSON.stringify({ ...verdict('deploy', 'dev'), run: 'javascript:alert(1)' })],
    ['a text without end', JSON.stringify({ ...verdict('deploy', 'dev'), why: 'y'.repeat(9_000) })],
  ])('cannot tell the verdict of a section whose marker holds %s, and keeps the section', (_what, json) => {
    const text = renderComment([makeSection(body('deploy')), makeSection(body('verify'))], HEAD)
    const edited = text.replace(
      /<!-- omninode:verdict \{.*"step":"deploy".*/,
      () => `<!-- omninode:verdict ${json} -->`,
    )
    expect(edited).not.toBe(text)
    const read = parseSections(edited)
    expect([...read.keys()]).toEqual(['deploy dev', 'verify dev'])
    const again = renderComment(read.values(), HEAD)
    expect(again).toContain(
      '| ❔ **cannot tell** | Deploy <code>dev</code><br>Its marker in this comment was changed',
    )
    expect(again).not.toContain('javascript:')
  })

  test('shows what an edited verdict says as nothing but words', () => {
    const of = '</code><img src=x> | @octocat'
    const hostile = { ...verdict('deploy', of, { why: '--> <b>x</b> | [a](b) <!-- omninode:end -->' }) }
    const section = makeSection(body('deploy', { verdict: masked(hostile) }))
    const text = renderComment([section, makeSection(body('verify'))], HEAD)
    expect([...parseSections(text).keys()]).toEqual(['deploy dev', 'verify dev'])
    expect(parseSections(text).get('deploy dev')?.verdict).toEqual(hostile)
    expect(unclosed(text)).toEqual([])
    expect(text.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(4)
  })

  describe('a section without a target', () => {
    const asked = (digit: string) => digit.repeat(12)
    const failed = (step: StepName, by: string) =>
      makeSection({
        ...body(step),
        key: { step, target: undefined },
        verdict: verdict(step, '', { verdict: 'plan failed', asked: asked(by), known: false }),
      })
    const planned = (step: StepName, target: string, by: string) =>
      makeSection(body(step, { target, verdict: verdict(step, target, { asked: asked(by) }) }))
    const standing = (...sections: readonly Section[]) => {
      const { all } = withSections(new Map(), sections, HEAD)
      return [...all.values()].map(({ name, verdict: of }) => `${name}: ${of?.verdict}`)
    }

    test('takes the place of what the same inputs led to, and gives it back', () => {
      const before = [planned('deploy', 'a', '1'), planned('deploy', 'b', '2'), planned('verify', 'a', '1')]
      expect(standing(...before, failed('deploy', '1'))).toEqual([
        'deploy a: plan failed',
        'deploy b: changes',
        'verify a: changes',
      ])
      expect(standing(...before, failed('deploy', '1'), failed('deploy', '1'))).toHaveLength(3)
      expect(standing(...before, failed('deploy', '1'), planned('deploy', 'a', '1'))).toContain(
        'deploy a: changes',
      )
      expect(standing(...before, failed('deploy', '1'), planned('deploy', 'c', '1'))).toEqual([
        'deploy b: changes',
        'verify a: changes',
        'deploy c: changes',
      ])
    })

    test('stands by itself where nothing or several things stand for its inputs, until the target is known', () => {
      const alone = `deploy ?${asked('1')}: plan failed`
      expect(standing(failed('deploy', '1'))).toEqual([alone])
      expect(standing(failed('deploy', '1'), planned('deploy', 'a', '1'))).toEqual(['deploy a: changes'])
      expect(
        standing(planned('deploy', 'a', '1'), planned('deploy', 'b', '1'), failed('deploy', '1')),
      ).toContain(alone)
    })
  })

  describe('a section of a run that ends late', () => {
    const [older, newer] = ['b'.repeat(40), 'c'.repeat(40)]
    const run = (id: number) => `https://github.com/omninode-ai/omninode_infra/actions/runs/${id}`
    const of = (commit: string, id: number, more: Partial<SectionBody['verdict']> = {}) =>
      makeSection({
        ...body('deploy'),
        ...(more.known === false ? { key: { step: 'deploy', target: undefined } } : {}),
        verdict: verdict('deploy', 'dev', { commit, run: run(id), asked: '1'.repeat(12), ...more }),
      })
    const failed = { known: false, verdict: 'plan failed' } as const

    test.each([
      ['of the head takes the place of an earlier commit', of(older, 9), of(HEAD, 8), true],
      ['of the head takes the place of what another run says of it', of(HEAD, 9), of(HEAD, 8), true],
      ['of an earlier commit takes the place of a still earlier one', of(older, 7), of(newer, 8), true],
      ['of an earlier commit takes the place of its own', of(older, 9), of(older, 8), true],
      ['of an earlier commit takes no place of the head', of(HEAD, 9), of(older, 8), false],
      ['takes no place of the head, whose run began earlier', of(HEAD, 8), of(older, 9), false],
      ['takes no place of a later commit that is not the head either', of(newer, 9), of(older, 8), false],
      ['takes no place of a later run by its number, not by its digits', of(newer, 10), of(older, 9), false],
      ['takes no place by failing', of(HEAD, 9), of(older, 8, failed), false],
      ['takes no place of what failed', of(HEAD, 9, failed), of(older, 8), false],
      ['may fail in the place of an earlier commit', of(older, 7), of(newer, 8, failed), true],
    ])('%s', (_what, standing, given, takes) => {
      const { own, all, outrun } = withSections(new Map([[standing.name, standing]]), [given], HEAD)
      expect([own.length, outrun.length]).toEqual(takes ? [1, 0] : [0, 1])
      expect([...all.values()].map(({ stamp }) => stamp)).toEqual([takes ? given.stamp : standing.stamp])
    })

    test('keeps no other section of the same run from being written', () => {
      const standing = of(HEAD, 9)
      const other = makeSection({ ...body('verify'), verdict: verdict('verify', 'dev', { commit: older }) })
      const { all } = withSections(new Map([[standing.name, standing]]), [of(older, 8), other], HEAD)
      expect([...all.values()]).toEqual([standing, other])
    })
  })

  test('is refused where not even the headings fit', () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      makeSection(body('deploy', { target: `${index}` })),
    )
    expect(() => renderComment(many, HEAD)).toThrow(Failure)
    expect(() => renderComment(many, HEAD)).toThrow(/The 400 sections of the preview do not fit/)
  })
})
