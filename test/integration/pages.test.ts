/**
 * What people are shown, looked at in a browser: wide and narrow, light and dark. Its pictures are in
 * `sandbox/out/pages`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type Chromium, startChromium } from '#sandbox/chromium/chromium.ts'
import { faultsOf } from '#sandbox/chromium/faults.ts'
import { type Place, pageOf } from '#sandbox/github/page.ts'
import { makeSection, renderComment } from '#toolkit/github/sections.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { effectiveChanges, makePlan, type Plan } from '#toolkit/model/plan.ts'
import { compareWithReview, reviewOf } from '#toolkit/model/review.ts'
import { masked } from '#toolkit/redact/test/masked.ts'
import { planSection } from '#toolkit/report/comment.ts'
import { failureSummary, outcomeSummary, planSummary, refusalSummary } from '#toolkit/report/summary.ts'
import { createdAt, deployOutcome, deployPlan, plans, showing } from '#toolkit/report/test/plans.ts'

interface Sample {
  readonly name: string
  readonly place: Place
  readonly markdown: string
}

const root = join(import.meta.dirname, '../..')
const pictures = join(root, 'sandbox/out/pages')

const revision = { repositoryUrl: 'https://github.com/omninode-ai/omninode_infra', commit: showing.commit }
const runUrl = `${revision.repositoryUrl}/actions/runs/${showing.run}`

function commentOf(shown: readonly Plan[]): string {
  return renderComment(
    shown.map((plan) => {
      const { summary, details } = planSection(masked(plan), revision)
      const artifact = { name: `${plan.step}-plan-4c9e11d0a2b7-1`, url: `${runUrl}/artifacts/1` }
      return makeSection({
        key: { step: plan.step, target: masked(plan.target) },
        summary,
        details,
        runUrl,
        artifact,
      })
    }),
  )
}

const idle = (['provision', 'migrate', 'deploy', 'verify'] as const).map((step) =>
  makePlan({ step, target: 'dev', createdAt, where: {}, with: {}, from: {}, changes: [] }),
)

/** Long words without a place to break, and more than one of everything. */
const unbreakable = 'arn:aws:iam::123456789012:policy/'.padEnd(200, 'omninode-development-boundary/')
const longest = makePlan({
  step: 'provision',
  target: unbreakable,
  createdAt,
  where: {},
  with: {},
  from: {},
  changes: [
    {
      action: 'delete',
      address: unbreakable,
      kind: 'aws_iam_policy',
      note: `because of ${unbreakable}`,
      source: { file: `terraform/${unbreakable}/main.tf`, line: 4 },
      before: { policy: unbreakable },
    },
  ],
  findings: deployPlan.findings,
})

const failures = [
  new Failure({
    code: 'X',
    what: `The role \`${unbreakable}\` may not be assumed.`,
    why: `STS refused: Not authorized to perform sts:AssumeRoleWithWebIdentity on ${unbreakable}`,
    fix: 'Let its trust policy name this repository’s id: `token.actions.githubusercontent.com:repository_id`.',
    source: { file: '.github/workflows/release.yml', line: 31 },
  }),
  new Failure({ code: 'Y', what: 'It failed.', fix: 'Set `a: b`.' }),
]

const otherwise = makePlan({
  step: 'deploy',
  target: deployPlan.target,
  createdAt,
  where: {},
  with: {},
  from: { 'kustomization.yaml': 'v4' },
  changes: effectiveChanges(deployPlan).slice(2),
})
const refusal = await compareWithReview(otherwise, await reviewOf(deployPlan, showing))

const recorded = (name: string) =>
  readFileSync(join(root, 'test/recordings/release', `${name}.txt`), 'utf8')
    .replaceAll('<digest>', '4c9e11d0a2b7')
    .replaceAll('<head>', 'a1b2c3d')
    .replaceAll('<port>', '5432')
    .replaceAll('<uuid>', 'b2f1c7de-77aa-4d0e-9c53-0f5f6f1f2a11')

/** GitHub sets the title over summary and text. */
const checkRuns = recorded('check-runs')
  .split(/^=== /m)
  .slice(1)
  .map((run): Sample => {
    const [title = '', ...texts] = run.slice(run.indexOf('\n') + 1).split('\n---\n')
    const step = /^omninode (\w+)/.exec(run)?.[1]
    return {
      name: `check run of ${step}`,
      place: 'check run',
      markdown: [`## ${title}`, ...texts].join('\n\n'),
    }
  })

const samples: readonly Sample[] = [
  { name: 'comment of a release', place: 'comment', markdown: recorded('comment') },
  { name: 'comment of a change', place: 'comment', markdown: commentOf(plans) },
  { name: 'comment with nothing to do', place: 'comment', markdown: commentOf(idle) },
  { name: 'comment with long words', place: 'comment', markdown: commentOf([longest]) },
  ...checkRuns,
  ...[...plans, longest].map((plan): Sample => {
    const name = plan === longest ? 'summary with long words' : `summary of a ${plan.step} plan`
    return { name, place: 'summary', markdown: planSummary(masked(plan), revision) }
  }),
  {
    name: 'summary of a failed release',
    place: 'summary',
    markdown: outcomeSummary(masked(deployPlan), masked(deployOutcome)),
  },
  {
    name: 'summary of a refusal',
    place: 'summary',
    markdown: refusalSummary(masked(refusal), 'pull request #7'),
  },
  {
    name: 'summary of failures',
    place: 'summary',
    markdown: failureSummary('provision', masked(failures)),
  },
]

const views = [1280, 420].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
)
const HEIGHT = 800

let chromium: Chromium
const pages: Page[] = []

beforeAll(async () => {
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  chromium = await startChromium({ progress: () => undefined })
  for (const { width, scheme } of views)
    pages.push(
      await chromium.browser.newPage({
        viewport: { width, height: HEIGHT },
        colorScheme: scheme,
        offline: true,
      }),
    )
}, 60_000)
afterAll(() => chromium.stop())

const openAll = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '')
  })

/** The headings that somebody wrote, as the Markdown's own rules know them; none is in a fenced block. */
function headingsIn(markdown: string): string[] {
  const outside = markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
  return outside.split('\n').filter((line) => /^#{1,6} /.test(line))
}

describe.each(samples)('$name', ({ name, place, markdown }) => {
  test.each(views.map((view, index) => ({ ...view, index })))(
    'can be read at $width pixels, $scheme',
    async ({ width, scheme, index }) => {
      const page = pages[index]
      if (page === undefined) throw new Error('there is one for each view')
      await page.setContent(pageOf(place, markdown, name))
      const file = `${name.replaceAll(' ', '-')}-${width}-${scheme}`
      await page.screenshot({ path: join(pictures, `${file}.png`), fullPage: true })

      const headings = page.locator('h1, h2, h3, h4, h5, h6')
      const texts = await headings.allInnerTexts()
      expect(texts).toHaveLength(headingsIn(markdown).length)
      const verdict = headings.nth(texts[0] === 'Release preview' ? 1 : 0)
      const box = await verdict.boundingBox()
      expect(box).not.toBeNull()
      expect((box?.y ?? HEIGHT) + (box?.height ?? HEIGHT)).toBeLessThan(HEIGHT)

      expect(await faultsOf(page)).toEqual([])
      await openAll(page)
      expect(await faultsOf(page)).toEqual([])
    },
  )
})
