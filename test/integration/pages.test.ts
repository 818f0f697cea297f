/**
 * What people are shown, looked at in a browser: wide and narrow, light and dark. Its pictures are in
 * `sandbox/out/pages`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type Chromium, startChromium } from '#sandbox/chromium/chromium.ts'
import { faultsOf } from '#sandbox/chromium/faults.ts'
import { pageOf } from '#sandbox/github/page.ts'
import { endingOf } from '#toolkit/model/ending.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { makePlan } from '#toolkit/model/plan.ts'
import { masked } from '#toolkit/redact/test/masked.ts'
import { commentOf, samples as endings, type Sample, summaryOf } from '#toolkit/report/test/endings.ts'
import { createdAt, deployPlan } from '#toolkit/report/test/plans.ts'

const root = join(import.meta.dirname, '../..')
const pictures = join(root, 'sandbox/out/pages')

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

const about = { step: 'provision', plan: longest, cancelled: false, outcome: undefined } as const
const long = masked(endingOf({ ...about, command: 'plan', applies: false, failures: [] }))
const failed = masked(endingOf({ ...about, command: 'apply', applies: true, failures }))

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
  ...endings,
  { name: 'comment of a release', place: 'comment', markdown: recorded('comment') },
  ...checkRuns,
  {
    name: 'comment with long words',
    place: 'comment',
    markdown: commentOf([{ ending: long }, { ending: failed }]),
  },
  { name: 'summary with long words', place: 'summary', markdown: summaryOf(long) },
  { name: 'summary of failures with long words', place: 'summary', markdown: summaryOf(failed) },
]

/** All of them are looked at for faults. A picture takes as long as all else: of each width, and of each scheme, there is one. */
const views = [1280, 420].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({
    width,
    scheme,
    pictured: (width === 1280) === (scheme === 'light'),
  })),
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

async function look(
  { name, place, markdown }: Sample,
  page: Page,
  picture?: string,
): Promise<readonly string[]> {
  await page.setContent(pageOf(place, markdown, name))
  if (picture !== undefined) await page.screenshot({ path: picture, fullPage: true })
  const headings = page.locator('h1, h2, h3, h4, h5, h6')
  expect(await headings.count()).toBe(headingsIn(markdown).length)
  // A comment has its verdict beneath its heading, the others in it.
  const told = place === 'comment' ? page.locator('h2 + p').first() : headings.first()
  const verdict = await told.boundingBox()
  const onFirstScreen = verdict !== null && verdict.y + verdict.height < HEIGHT
  const closed = await faultsOf(page)
  await openAll(page)
  const faults = new Set([...closed, ...(await faultsOf(page))])
  return [...(onFirstScreen ? [] : ['the verdict is not on the first screen']), ...faults]
}

test.each(samples.map((sample) => [sample.place, sample.name, sample] as const))(
  'the %s “%s” can be read, wide and narrow, light and dark',
  async (place, name, sample) => {
    const looks = views.map(async ({ width, scheme, pictured }, index) => {
      const page = pages[index]
      if (page === undefined) throw new Error('there is one for each view')
      const view = `${width} ${scheme}`
      const file = `${place} ${name} ${view}`.replace(/[^a-z0-9]+/gi, '-')
      return [view, await look(sample, page, pictured ? join(pictures, `${file}.jpeg`) : undefined)] as const
    })
    const found = Object.fromEntries(await Promise.all(looks))
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((view) => [view, []])))
  },
)
