import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { Failure } from '../../../model/failure.ts'
import { effectiveChanges, makePlan } from '../../../model/plan.ts'
import { compareWithReview, type Review, reviewOf } from '../../../model/review.ts'
import { createdAt, deployPlan, plans } from '../../../report/test/plans.ts'
import { findReview, publishReview } from '../../check-run.ts'
import { type ScriptedGitHub, scriptGitHub } from './script.ts'

let server: ScriptedGitHub | undefined
afterEach(() => server?.close())

const headSha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678'
const review = reviewOf(deployPlan)

const Published = z.object({
  name: z.string(),
  head_sha: z.string(),
  status: z.literal('completed'),
  conclusion: z.string(),
  output: z.object({ title: z.string(), summary: z.string(), text: z.string() }),
})

async function published(
  parts: Partial<Parameters<typeof publishReview>[1]>,
): Promise<z.infer<typeof Published>> {
  server = await scriptGitHub([{ status: 201, body: { id: 1 } }])
  await publishReview(server.github, {
    headSha,
    review,
    title: 'Deploy: 1 to create',
    summary: '### s',
    ...parts,
  })
  expect(server.asked).toHaveLength(1)
  expect(server.asked[0]).toMatchObject({
    method: 'POST',
    url: '/repos/omninode-ai/omninode_infra/check-runs',
  })
  await server.close()
  return Published.parse(server.asked[0]?.body)
}

interface Run {
  readonly id: number
  readonly name: string
  readonly head_sha: string
  readonly status: string
  readonly completed_at: string | null
  readonly app: { readonly slug: string } | null
  readonly output: { readonly text: string | null }
}

function run(text: string | null, parts: Partial<Run> = {}): Run {
  return {
    id: 1,
    name: 'omninode deploy: onex-dev',
    head_sha: headSha,
    status: 'completed',
    completed_at: '2026-11-24T10:00:00Z',
    app: { slug: 'github-actions' },
    output: { text },
    ...parts,
  }
}

async function found(runs: readonly Run[], mergedAt?: string): Promise<Review | undefined> {
  server = await scriptGitHub([{ body: { total_count: runs.length, check_runs: runs } }])
  const key = { headSha, step: review.step, target: review.target }
  try {
    return await findReview(server.github, mergedAt === undefined ? key : { ...key, mergedAt })
  } finally {
    await server.close()
  }
}

function large(count: number): Review {
  const changes = Array.from({ length: count }, (_, index) => ({
    action: 'create' as const,
    address: `module.network.aws_subnet.private["eu-central-${index}"]`,
    kind: 'aws_subnet',
    after: { cidr_block: `10.${index >> 8}.${index & 255}.0/24` },
  }))
  return reviewOf(
    makePlan({ step: 'deploy', target: 'onex-dev', createdAt, changes, where: {}, with: {}, from: {} }),
  )
}

describe('a published review', () => {
  test('is a completed check run of the step and target on the head commit', async () => {
    const run = await published({ conclusion: 'failure' })
    expect(run).toMatchObject({
      name: 'omninode deploy: onex-dev',
      head_sha: headSha,
      conclusion: 'failure',
      output: { title: 'Deploy: 1 to create', summary: '### s' },
    })
    expect(run.output.text).toMatch(/^What `apply` compares with, made by this run:\n\n```json\n\{.*\}\n```$/)
  })

  test('passes for nothing when nobody says what it comes to', async () => {
    expect((await published({})).conclusion).toBe('neutral')
  })

  test('shows another text where the summary is too long, counted in bytes', async () => {
    expect((await published({ summary: 'ü'.repeat(32_767) })).output.summary).toHaveLength(32_767)
    expect((await published({ summary: 'ü'.repeat(32_768) })).output.summary).toMatch(/^The plan is too long/)
  })

  test.each([
    [1, 'json', 1],
    [300, 'json', 300],
    [1_000, 'gzip', 1_000],
    [2_000, 'json', 0],
  ])('of %d changes is found again (%s, with %d of them)', async (count, form, kept) => {
    const whole = large(count)
    const { output } = await published({ review: whole })
    expect(Buffer.byteLength(output.text)).toBeLessThanOrEqual(65_535)
    expect(output.text).toContain(`\`\`\`${form}\n`)
    expect(await found([run(output.text)])).toEqual({ ...whole, changes: whole.changes.slice(0, kept) })
    expect(output.text.includes('The 2,000 changes do not fit here one by one')).toBe(kept === 0)
  })

  test('without its changes allows the plan as a whole and nothing else', async () => {
    const count = 2_000
    const changes = large(count).changes.map(({ action, address }) => ({ action, address, kind: 'k' }))
    const plan = makePlan({
      step: 'deploy',
      target: 'onex-dev',
      createdAt,
      changes,
      where: {},
      with: {},
      from: {},
    })
    const { output } = await published({ review: reviewOf(plan) })
    const seen = await found([run(output.text)])
    if (seen === undefined) throw new Error('the review was not found')
    expect(compareWithReview(plan, seen).verdict).toBe('equal')
    const rest = makePlan({
      step: 'deploy',
      target: 'onex-dev',
      createdAt,
      changes: effectiveChanges(plan).slice(1),
      where: {},
      with: {},
      from: {},
    })
    expect(compareWithReview(rest, seen).verdict).toBe('different')
  })

  test.each(plans.map((plan) => [plan.step, plan] as const))('of %s survives as it is', async (_, plan) => {
    const whole = reviewOf(plan)
    const { output, name } = await published({ review: whole })
    server = await scriptGitHub([{ body: { total_count: 1, check_runs: [run(output.text, { name })] } }])
    expect(await findReview(server.github, { headSha, step: plan.step, target: plan.target })).toEqual(whole)
  })

  test('of addresses in any writing is plain ASCII', async () => {
    const changes = ['ü 中文 😀', '```\n', '\u2028', '\u0000', '</details>'].map((address) => ({
      action: 'run' as const,
      address,
      kind: 'k',
    }))
    const odd = reviewOf(
      makePlan({ step: 'deploy', target: 'onex-dev', createdAt, changes, where: {}, with: {}, from: {} }),
    )
    const { output } = await published({ review: odd })
    expect(output.text).toMatch(/^[\n\x20-\x7e]+$/)
    expect(await found([run(output.text)])).toEqual(odd)
  })

  test('of a long target has a name that GitHub takes, and its own', async () => {
    const named = async (target: string) => (await published({ review: { ...review, target } })).name
    const [one, other] = [await named(`${'x'.repeat(400)}1`), await named(`${'x'.repeat(400)}2`)]
    expect(one).toHaveLength(200)
    expect(one).not.toBe(other)
  })
})

describe('the review of a commit', () => {
  const text = (of: Review) => `\`\`\`json\n${JSON.stringify(of)}\n\`\`\``
  const other = { ...review, digest: `sha256:${'0'.repeat(64)}` }

  test('is asked for by its name, among all completed runs', async () => {
    await found([])
    const url = new URL(server?.asked[0]?.url ?? '', 'http://x')
    expect(url.pathname).toBe(`/repos/omninode-ai/omninode_infra/commits/${headSha}/check-runs`)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      check_name: 'omninode deploy: onex-dev',
      status: 'completed',
      filter: 'all',
      per_page: '100',
      page: '1',
    })
  })

  test('is the newest one', async () => {
    expect(
      await found([run(text(other), { id: 7 }), run(text(review), { id: 9 }), run(text(other), { id: 8 })]),
    ).toEqual(review)
  })

  const forged: readonly (readonly [string, Partial<Run>])[] = [
    ['of another app', { app: { slug: 'github-actions-two' } }],
    ['of no app', { app: null }],
    ['of another name', { name: 'omninode deploy: onex-prod' }],
    ['of another commit', { head_sha: 'b'.repeat(40) }],
    ['that is still running', { status: 'in_progress', completed_at: null }],
  ]
  test.each(forged)('is none %s', async (_, parts) => {
    expect(await found([run(text(review), { id: 9, ...parts })])).toBeUndefined()
    expect(await found([run(text(review), { id: 9, ...parts }), run(text(other), { id: 1 })])).toEqual(other)
  })

  test('is none that was made after the merge', async () => {
    const runs = [
      run(text(other), { id: 9, completed_at: '2026-11-24T11:00:01Z' }),
      run(text(review), { id: 1, completed_at: '2026-11-24T11:00:00Z' }),
    ]
    expect(await found(runs, '2026-11-24T11:00:00Z')).toEqual(review)
    expect(await found(runs.slice(0, 1), '2026-11-24T11:00:00Z')).toBeUndefined()
    expect(await found(runs)).toEqual(other)
  })

  const packed = (value: string | Buffer) => `\`\`\`gzip\n${gzipSync(value).toString('base64')}\n\`\`\``
  test.each([
    ['nothing', null],
    ['no block', 'All is well.'],
    ['a block that is cut off', text(review).slice(0, -20)],
    ['JSON that is cut off', text(review).replace('}]}', '')],
    ['a packed block that is cut off', packed(JSON.stringify(review)).replace(/.{12}\n```$/, '\n```')],
    ['what is not JSON', packed('all is well')],
    ['more than a review', text({ ...review, note: 'x' } as Review)],
    ['another version', text(review).replace('"version":1', '"version":2')],
    ['the review of another target', text({ ...review, target: 'onex-prod' })],
    ['the review of another step', text({ ...review, step: 'migrate' })],
    ['what would fill the memory', packed(Buffer.alloc(64 * 1024 * 1024, ' '))],
  ])('is damaged when its text holds %s', async (_, damaged) => {
    const failure = await found([run(damaged)]).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({
      code: 'REVIEW_DAMAGED',
      what: 'The check run "omninode deploy: onex-dev" of commit a1b2c3d4e5f6 holds no readable review.',
    })
  })
})
