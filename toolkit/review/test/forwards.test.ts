import { describe, expect, test } from '@jest/globals'
import type { Standing } from '../../github/compare.ts'
import { Failure } from '../../model/failure.ts'
import { makePlan, type Remembered } from '../../model/plan.ts'
import { type Review, reviewOf } from '../../model/review.ts'
import { forwardsOf } from '../forwards.ts'

const sha = (letter: string) => letter.repeat(40)
const [OLD, NOW, NEXT, ASIDE] = [sha('a'), sha('b'), sha('c'), sha('d')] as const

/** OLD → NOW → NEXT, with ASIDE beside them; anything else GitHub has never heard of. */
async function standing(from: string, to: string): Promise<Standing | undefined> {
  const line: readonly string[] = [OLD, NOW, NEXT]
  const [a, b] = [line.indexOf(from), line.indexOf(to)]
  if (a !== -1 && b !== -1) return a === b ? 'identical' : a < b ? 'ahead' : 'behind'
  return [from, to].every((each) => each === ASIDE || line.includes(each)) ? 'diverged' : undefined
}

const at = (commit: string, run = '10'): Remembered => ({ commit, run })

async function reviewThatReplaces(replaces: Readonly<Record<string, Remembered>>): Promise<Review> {
  const plan = makePlan({
    step: 'deploy',
    target: 't',
    createdAt: new Date(0),
    changes: [],
    where: {},
    with: {},
    from: {},
    released: replaces,
  })
  return reviewOf(plan, { repositoryId: '1', commit: NEXT, run: '1', salt: '0'.repeat(32) })
}

interface Case {
  readonly next?: Remembered
  readonly remembered?: Remembered
  /** Undefined: there is no review. */
  readonly replaces?: Remembered | 'nothing'
  readonly once?: true
  readonly part?: string
}

async function allow({ next = at(NEXT, '20'), remembered, replaces, once, part = '' }: Case) {
  const told: Failure[] = []
  const review =
    replaces === undefined
      ? undefined
      : await reviewThatReplaces(replaces === 'nothing' ? {} : { [part]: replaces })
  const forwards = forwardsOf({
    next,
    review,
    once: once ?? false,
    standing,
    refuse: (failure) => void told.push(failure),
  })
  expect(forwards.next).toEqual(next)
  await forwards.allow(part, remembered)
  return told.map(({ code }) => code)
}

describe('a release is allowed', () => {
  test.each<[string, Case]>([
    ['onto a target that was never released', { replaces: 'nothing' }],
    ['onto a target that was never released, without a review', {}],
    ['onto a target that was released by hand, of no commit', { remembered: at(''), replaces: 'nothing' }],
    ['after the commit that its review replaces', { remembered: at(NOW), replaces: at(NOW) }],
    ['of a later commit than was replaced when it was shown', { remembered: at(NOW), replaces: at(OLD) }],
    ['of a later commit without a review', { remembered: at(NOW) }],
    ['of the same commit again, by another run', { remembered: at(NEXT, '19'), replaces: at(NOW) }],
    [
      'by the same run again, as the rest of one that was cut off',
      { remembered: at(NEXT, '20'), replaces: at(NOW) },
    ],
    ['backwards, where that was shown', { next: at(OLD, '20'), remembered: at(NOW), replaces: at(NOW) }],
    [
      'onto another line, where that was shown',
      { next: at(ASIDE, '20'), remembered: at(NOW), replaces: at(NOW) },
    ],
    [
      'from a commit that nobody knows, where that was shown',
      { remembered: at(sha('f')), replaces: at(sha('f')) },
    ],
    [
      'after a rollback, where that was shown',
      { remembered: at(NOW, 'rollback 15'), replaces: at(NOW, 'rollback 15') },
    ],
    ['of a part, by what that part remembers', { part: 'network', remembered: at(NOW), replaces: at(NOW) }],
    [
      'once, as it was approved',
      { once: true, next: at(NEXT, 'rollback 20'), remembered: at(NOW), replaces: at(NOW) },
    ],
    [
      'once, onto a target that was never released',
      { once: true, next: at(NEXT, 'rollback 20'), replaces: 'nothing' },
    ],
    [
      'once more, as the rest of a rollback that was cut off',
      { once: true, next: at(NEXT, 'rollback 20'), remembered: at(NEXT, 'rollback 20'), replaces: at(NOW) },
    ],
  ])('%s', async (_what, given) => {
    expect(await allow(given)).toEqual([])
  })
})

describe('a release is refused', () => {
  test.each<[string, string, Case]>([
    [
      'of an older commit',
      'RELEASE_OLDER',
      { next: at(OLD, '20'), remembered: at(NOW), replaces: 'nothing' },
    ],
    [
      'that runs again after a revert',
      'RELEASE_OLDER',
      { next: at(NOW, '20'), remembered: at(NEXT), replaces: at(OLD) },
    ],
    ['of an older commit without a review', 'RELEASE_OLDER', { next: at(OLD, '20'), remembered: at(NOW) }],
    ['of another line', 'RELEASE_ASIDE', { next: at(ASIDE, '20'), remembered: at(NOW), replaces: at(OLD) }],
    ['onto another line', 'RELEASE_ASIDE', { remembered: at(ASIDE), replaces: at(NOW) }],
    ['onto a commit that nobody knows', 'RELEASE_UNKNOWN', { remembered: at(sha('f')), replaces: at(NOW) }],
    ['onto what is no commit', 'RELEASE_UNKNOWN', { remembered: at('main'), replaces: at(NOW) }],
    ['onto a target that has forgotten what it was released from', 'RELEASE_UNKNOWN', { replaces: at(NOW) }],
    [
      'onto a target that has forgotten its commit',
      'RELEASE_UNKNOWN',
      { remembered: at(''), replaces: at(NOW) },
    ],
    [
      'after a rollback that it did not know of',
      'RELEASE_SET_BACK',
      { remembered: at(NOW, 'rollback 15'), replaces: at(NOW) },
    ],
    [
      'of the same commit after a rollback',
      'RELEASE_SET_BACK',
      { remembered: at(NEXT, 'rollback 21'), replaces: at(NOW) },
    ],
    [
      'after another rollback than it knew of',
      'RELEASE_SET_BACK',
      { remembered: at(NOW, 'rollback 16'), replaces: at(NOW, 'rollback 15') },
    ],
    [
      'of a part, by what another part was shown to replace',
      'RELEASE_OLDER',
      { part: 'network', next: at(OLD, '20'), remembered: at(NOW), replaces: 'nothing' },
    ],
    [
      'whose approval was for another release',
      'REVIEW_USED',
      { once: true, next: at(NEXT, 'rollback 20'), remembered: at(NEXT), replaces: at(NOW) },
    ],
    [
      'whose approval was for another run of the same commit',
      'REVIEW_USED',
      { once: true, next: at(NEXT, 'rollback 20'), remembered: at(NOW, '11'), replaces: at(NOW, '10') },
    ],
    [
      'whose approval was for a target that had never been released',
      'REVIEW_USED',
      { once: true, next: at(NEXT, 'rollback 20'), remembered: at(OLD), replaces: 'nothing' },
    ],
    [
      'whose approval was used, and the target was released since',
      'REVIEW_USED',
      { once: true, next: at(NEXT, 'rollback 20'), remembered: at(NEXT, '21'), replaces: at(NOW) },
    ],
    [
      'whose approval was for a target that has forgotten it since',
      'RELEASE_UNKNOWN',
      { once: true, next: at(NEXT, 'rollback 20'), replaces: at(NOW) },
    ],
    [
      'that nobody has approved',
      'REVIEW_USED',
      { once: true, next: at(NEXT, 'rollback 20'), remembered: at(NOW) },
    ],
  ])('%s', async (_what, code, given) => {
    expect(await allow(given)).toEqual([code])
  })

  test('in words that name the part, both commits, and the way on', async () => {
    const forwards = forwardsOf({
      next: at(OLD, '20'),
      review: undefined,
      once: false,
      standing,
      refuse: (failure) => {
        throw failure
      },
    })
    const failure = await forwards.allow('network', at(NOW)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({
      what: 'The target of network was released from bbbbbbbbbbbb, and aaaaaaaaaaaa is older.',
      fix: expect.stringContaining('open a pull request'),
    })
  })
})
