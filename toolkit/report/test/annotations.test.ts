import { describe, expect, test } from '@jest/globals'
import { type Finding, finding } from '../../model/finding.ts'
import { masked } from '../../redact/test/masked.ts'
import { annotationsOf } from '../annotations.ts'
import { verifyPlan } from './plans.ts'

function findings(severity: Finding['severity'], count: number): Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding(
      { rule: 'r', severity, verdict: 'fail', message: `m${index + 1}`, why: 'w', fix: 'f' },
      `s${index}`,
    ),
  )
}

const planWith = (all: readonly Finding[]) => masked({ ...verifyPlan, findings: [...all] })

describe('annotations', () => {
  test('stand on the lines of their findings, errors first', () => {
    expect(annotationsOf(masked(verifyPlan))).toEqual([
      {
        level: 'error',
        title: 'run-as-non-root',
        message:
          'Container `api` of Deployment onex-api may run as root.\nsecurityContext.runAsNonRoot is not true, and the namespace enforces the restricted profile.\nSet `runAsNonRoot: true` in the pod’s securityContext.',
        source: { file: 'k8s/base/onex-dev/onex-api.yaml', line: 31, column: 11 },
      },
      expect.objectContaining({
        level: 'warning',
        title: 'image-by-digest',
        message: expect.stringMatching(/^cannot tell: It cannot be told/),
      }),
    ])
  })

  test.each([
    [0, 0, undefined],
    [10, 10, undefined],
    [11, 10, '(1 more error in the step summary)'],
    [1_250, 10, '(1,240 more errors in the step summary)'],
  ])('of %d errors are %d, and the last one tells of the rest', (count, shown, rest) => {
    const annotations = annotationsOf(planWith(findings('error', count)))
    expect(annotations).toHaveLength(shown)
    const told = annotations.filter(({ message }) => message.includes('step summary'))
    expect(told).toHaveLength(rest === undefined ? 0 : 1)
    if (rest !== undefined) expect(annotations.at(-1)?.message).toBe(`m10\nw\nf\n${rest}`)
  })

  test('are limited for each severity by itself', () => {
    const all = annotationsOf(
      planWith([...findings('notice', 12), ...findings('error', 3), ...findings('warning', 12)]),
    )
    expect(all.map(({ level }) => level)).toEqual([
      ...Array<string>(3).fill('error'),
      ...Array<string>(10).fill('warning'),
      ...Array<string>(10).fill('notice'),
    ])
  })

  test('show what would not be seen, and are bounded', () => {
    const [shown] = annotationsOf(
      planWith([
        finding(
          {
            rule: 'r\n',
            severity: 'error',
            verdict: 'fail',
            message: 'a\u202eb',
            why: 'x'.repeat(9_000),
            fix: 'f',
          },
          's',
        ),
      ]),
    )
    expect(shown?.title).toBe('r')
    expect(shown?.message).toMatch(/^a\\u\{202e\}b\nx{1000}… \(8,000 more characters\)\nf$/)
  })
})
