import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { type ScriptedGitHub, scriptGitHub } from '../../../github/test/integration/script.ts'
import { Failure } from '../../../model/failure.ts'
import { makePlan } from '../../../model/plan.ts'
import { type Review, reviewOf } from '../../../model/review.ts'
import { masked } from '../../../redact/test/masked.ts'
import { createdAt, deployPlan, plans, showing } from '../../../report/test/plans.ts'
import { checkNameOf, type KeptReview, keepReview, keptReviews, type Presentation } from '../../keep.ts'

let server: ScriptedGitHub | undefined
afterEach(() => server?.close())

const headSha = showing.commit
const review = await reviewOf(deployPlan, showing)
const token = 'header.payload.signature'
const shown: Presentation = {
  title: masked('Deploy: 1 to create'),
  summary: masked('### s'),
  conclusion: 'success',
}

const Published = z.object({
  name: z.string(),
  head_sha: z.string(),
  status: z.literal('completed'),
  conclusion: z.string(),
  output: z.object({ title: z.string(), summary: z.string(), text: z.string() }),
})
type Published = z.infer<typeof Published>

/** The check runs that a review is kept in, in the order in which they were made; their ids count from 1. */
async function kept(of: Review, parts: Partial<Presentation> = {}, signed: string | undefined = token) {
  server = await scriptGitHub(
    Array.from({ length: 120 }, (_, index) => ({ status: 201, body: { id: index + 1 } })),
  )
  await keepReview(server.github, { review: of, token: signed }, { ...shown, ...parts })
  for (const asked of server.asked)
    expect(asked).toMatchObject({ method: 'POST', url: '/repos/omninode-ai/omninode_infra/check-runs' })
  await server.close()
  return server.asked.map(({ body }) => Published.parse(body))
}

async function published(of: Review, parts: Partial<Presentation> = {}): Promise<Published> {
  const [only, ...others] = await kept(of, parts)
  expect(others).toEqual([])
  return only as Published // at least one was made
}

interface Run {
  readonly id: number
  readonly name: string
  readonly head_sha: string
  readonly status: string
  readonly completed_at: string | null
  readonly output: { readonly text: string | null }
}

function run(text: string | null, parts: Partial<Run> = {}): Run {
  return {
    id: 1,
    name: 'omninode deploy: onex-dev',
    head_sha: headSha,
    status: 'completed',
    completed_at: '2026-11-24T10:00:00Z',
    output: { text },
    ...parts,
  }
}

/** Every review that is found, the newest first. @param parts the further check runs, as they are asked for */
async function all(runs: readonly Run[], parts: readonly Run[] = [], key = review): Promise<KeptReview[]> {
  server = await scriptGitHub([
    { body: { total_count: runs.length, check_runs: runs } },
    ...parts.map((body) => ({ body })),
  ])
  try {
    const found = await keptReviews(server.github, { headSha, step: key.step, target: key.target })
    const read: KeptReview[] = []
    for (const each of found) read.push(await each())
    return read
  } finally {
    await server.close()
  }
}

async function found(runs: readonly Run[], parts: readonly Run[] = []): Promise<Review | undefined> {
  return (await all(runs, parts))[0]?.review
}

function large(count: number): Promise<Review> {
  const changes = Array.from({ length: count }, (_, index) => ({
    action: 'create' as const,
    address: `module.network.aws_subnet.private["eu-central-${index}"]`,
    kind: 'aws_subnet',
    after: { cidr_block: `10.${index >> 8}.${index & 255}.0/24` },
  }))
  const plan = makePlan({
    step: 'deploy',
    target: 'onex-dev',
    createdAt,
    changes,
    where: {},
    with: {},
    from: {},
  })
  return reviewOf(plan, showing)
}

/** What was made, as GitHub gives it back. */
const runsOf = (made: readonly Published[]) =>
  made.map(({ output, name }, index) => run(output.text, { id: index + 1, name }))

describe('a published review', () => {
  test('is a completed check run of the step and target on the head commit', async () => {
    const made = await published(review, { conclusion: 'failure' })
    expect(made).toMatchObject({
      name: 'omninode deploy: onex-dev',
      head_sha: headSha,
      conclusion: 'failure',
      output: { title: 'Deploy: 1 to create', summary: '### s' },
    })
    expect(made.output.text).toMatch(
      /^What `apply` compares with, made by this run:\n\n```json\n\{.*\}\n```\n\nSigned by GitHub:\n\n```jwt\n.*\n```$/,
    )
  })

  test('says so when it is not signed, and is found without a signature', async () => {
    server = await scriptGitHub([{ status: 201, body: { id: 1 } }])
    await keepReview(server.github, { review, token: undefined }, shown)
    const { output } = Published.parse(server.asked[0]?.body)
    await server.close()
    expect(output.text).toMatch(/It is not signed\.$/)
    expect(await all([run(output.text)])).toEqual([
      { review, token: undefined, completedAt: '2026-11-24T10:00:00Z' },
    ])
  })

  test('shows another text where the summary is too long, counted in bytes', async () => {
    expect((await published(review, { summary: masked('ü'.repeat(32_767)) })).output.summary).toHaveLength(
      32_767,
    )
    expect((await published(review, { summary: masked('ü'.repeat(32_768)) })).output.summary).toMatch(
      /^The plan is too long/,
    )
  })

  test.each([
    [1, 1],
    [300, 1],
    [1_000, 3],
    [5_000, 6],
  ])('of %d changes is found again, whole, in %d check runs', async (count, most) => {
    const whole = await large(count)
    const made = await kept(whole)
    expect(made.length).toBeLessThanOrEqual(most)
    expect(made.length > 1).toBe(count > 300)
    for (const { output } of made) expect(Buffer.byteLength(output.text)).toBeLessThanOrEqual(65_535)
    const runs = runsOf(made)
    const main = runs.at(-1)
    expect(main?.output.text).toContain(token)
    expect(await all(main === undefined ? [] : [main], runs.slice(0, -1))).toEqual([
      { review: whole, token, completedAt: '2026-11-24T10:00:00Z' },
    ])
  })

  test('that is long is signed only when all of it is there, under names of which none is its own', async () => {
    const made = await kept(await large(2_000))
    expect(made.map(({ output }) => output.text.includes(token))).toEqual(
      made.map((_, index) => index === made.length - 1),
    )
    expect(made.slice(0, -1).map(({ name, conclusion }) => `${conclusion} ${name}`)).toEqual(
      made
        .slice(0, -1)
        .map((_, index) => `neutral omninode deploy: onex-dev (${index + 1} of ${made.length - 1})`),
    )
    expect(made.at(-1)?.name).toBe('omninode deploy: onex-dev')
  })

  test('that could not be read back is refused before anything is written', async () => {
    const odd = { ...review, from: { file: 'x'.repeat(32 * 1024 * 1024) } }
    server = await scriptGitHub([{ status: 201, body: { id: 1 } }])
    await expect(keepReview(server.github, { review: odd, token }, shown)).rejects.toMatchObject({
      code: 'REVIEW_TOO_LONG',
    })
    expect(server.asked).toEqual([])
  })

  test.each(plans.map((plan) => [plan.step, plan] as const))('of %s survives as it is', async (_, plan) => {
    const whole = await reviewOf(plan, showing)
    const { output, name } = await published(whole)
    expect(await all([run(output.text, { name })], [], whole)).toMatchObject([{ review: whole }])
  })

  test('of addresses in any writing is plain ASCII', async () => {
    const changes = ['ü 中文 😀', '```\n', '\u2028', '\u0000', '</details>'].map((address) => ({
      action: 'run' as const,
      address,
      kind: 'k',
    }))
    const odd = await reviewOf(
      makePlan({ step: 'deploy', target: 'onex-dev', createdAt, changes, where: {}, with: {}, from: {} }),
      showing,
    )
    const { output } = await published(odd)
    expect(output.text).toMatch(/^[\n\x20-\x7e]+$/)
    expect(await found([run(output.text)])).toEqual(odd)
  })

  test('of a long target has a name that GitHub takes, and its own', async () => {
    const named = async (target: string) => (await published({ ...review, target })).name
    const [one, other] = [await named(`${'x'.repeat(400)}1`), await named(`${'x'.repeat(400)}2`)]
    expect(one).toHaveLength(200)
    expect(one).not.toBe(other)
  })

  test.each([
    ['two blanks', 'a  b'],
    ['a tab', 'a\tb'],
    ['a line break', 'a\nb'],
    ['a blank at its end', 'a b '],
    ['a blank at its beginning', ' a b'],
    ['another case', 'A b'],
    ['an unbreakable blank', 'a\u00a0b'],
  ])('of a target that differs in %s only has another name', (_what, target) => {
    expect(checkNameOf('deploy', target)).not.toBe(checkNameOf('deploy', 'a b'))
    expect(checkNameOf('deploy', target)).toMatch(/^omninode deploy: \S+( \S+)*$/)
  })
})

describe('the review of a commit', () => {
  const text = (of: Review) => `\`\`\`json\n${JSON.stringify(of)}\n\`\`\``
  const { pullRequest: _, ...unshown } = review
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
    ['of another name', { name: 'omninode deploy: onex-prod' }],
    ['of another commit', { head_sha: 'b'.repeat(40) }],
    ['that is still running', { status: 'in_progress', completed_at: null }],
  ]
  test.each(forged)('is none %s', async (_, parts) => {
    expect(await found([run(text(review), { id: 9, ...parts })])).toBeUndefined()
    expect(await found([run(text(review), { id: 9, ...parts }), run(text(other), { id: 1 })])).toEqual(other)
  })

  test.each([
    ['nothing', null],
    ['no block', 'All is well.'],
    ['a block that is cut off', text(review).slice(0, -20)],
    ['JSON that is cut off', text(review).replace('}]}', '')],
    ['more than a review', text({ ...review, note: 'x' } as Review)],
    ['another version', text(review).replace('"version":3', '"version":1')],
    ['the review of another target', text({ ...review, target: 'onex-prod' })],
    ['the review of another step', text({ ...review, step: 'migrate' })],
    [
      'a review without its pull request’s number for a text',
      text({ ...unshown, pullRequest: '7' } as unknown as Review), // malformed on purpose
    ],
  ])('is damaged when its text holds %s', async (_, damaged) => {
    const failure = await found([run(damaged)]).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({
      code: 'REVIEW_DAMAGED',
      what: 'The check run "omninode deploy: onex-dev" of commit a1b2c3d4e5f6 holds no readable review.',
    })
  })

  describe('that is long', () => {
    const whole = large(2_000)
    /** What was made of it, with its main check run last. */
    async function made(): Promise<readonly [readonly Run[], Run]> {
      const runs = runsOf(await kept(await whole))
      return [runs.slice(0, -1), runs.at(-1) as Run] // there are several
    }
    const blockOf = (chunk: string) => `\`\`\`gzip\n${chunk}\n\`\`\``

    test.each<[string, (parts: readonly Run[]) => readonly Run[]]>([
      ['two parts were swapped', ([first, second, ...rest]) => [second as Run, first as Run, ...rest]],
      [
        'a part was replaced by another',
        ([first, ...rest]) => [{ ...(first as Run), output: rest[0]?.output ?? { text: null } }, ...rest],
      ],
      [
        'a part was edited',
        ([first, ...rest]) => [run(first?.output.text?.replace('A', 'B') ?? null), ...rest],
      ],
      ['a part was emptied', ([, ...rest]) => [run(null), ...rest]],
      [
        'a part holds something else',
        ([, ...rest]) => [run(blockOf(gzipSync('{}').toString('base64'))), ...rest],
      ],
    ])('is damaged when %s', async (_what, change) => {
      const [parts, main] = await made()
      await expect(all([main], change(parts))).rejects.toMatchObject({ code: 'REVIEW_DAMAGED' })
    })

    test('is damaged when a part was deleted, and not when GitHub refuses to give it', async () => {
      const [, main] = await made()
      for (const [status, code] of [
        [404, 'REVIEW_DAMAGED'],
        [403, 'GITHUB_PERMISSION'],
      ] as const) {
        server = await scriptGitHub([
          { body: { total_count: 1, check_runs: [main] } },
          { status, body: { message: 'No' } },
        ])
        const [read] = await keptReviews(server.github, { headSha, step: 'deploy', target: 'onex-dev' })
        await expect(read?.()).rejects.toMatchObject({ code })
        await server.close()
      }
    })

    const listing = (chunk: string, more: readonly object[] = []) => {
      const sha256 = createHash('sha256').update(chunk).digest('hex')
      return run(`\`\`\`parts\n${JSON.stringify([{ id: 2, sha256 }, ...more])}\n\`\`\``)
    }

    test.each([
      ['what is not packed', 'AAAA'],
      ['what is not JSON', gzipSync('all is well').toString('base64')],
      ['what is cut off', gzipSync(JSON.stringify(review)).toString('base64').slice(0, -12)],
      ['what would fill the memory', gzipSync(Buffer.alloc(64 * 1024 * 1024, ' ')).toString('base64')],
    ])('is damaged when its parts hold %s', async (_what, chunk) => {
      await expect(all([listing(chunk)], [run(blockOf(chunk))])).rejects.toMatchObject({
        code: 'REVIEW_DAMAGED',
      })
    })

    test('is damaged when it names more parts than one may have, and none is asked for', async () => {
      const more = Array.from({ length: 100 }, () => ({ id: 3, sha256: '0'.repeat(64) }))
      await expect(all([listing('AAAA', more)])).rejects.toMatchObject({ code: 'REVIEW_DAMAGED' })
      expect(server?.asked).toHaveLength(1)
    })
  })

  test('is looked for in fifty check runs, however many others made', async () => {
    const runs = Array.from({ length: 60 }, (_, index) => run(text(review), { id: index + 1 }))
    expect(await all(runs)).toHaveLength(50)
  })
})
