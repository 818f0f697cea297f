/** Which of what was handed on is shown: what is there twice, or looks like something else, is not. */
import { Failure } from '#toolkit/model/failure.ts'
import type { Collected, Collection } from './collect.ts'

/** Letters of other alphabets that look like Latin ones, in lower case. */
const ALIKE = new Map(
  [
    ...[
      'аa',
      'еe',
      'оo',
      'рp',
      'сc',
      'уy',
      'хx',
      'іi',
      'јj',
      'ѕs',
      'ԁd',
      'һh',
      'ӏl',
      'кk',
      'мm',
      'тt',
      'вb',
      'нh',
    ],
    ...[
      'αa',
      'εe',
      'οo',
      'ρp',
      'υu',
      'χx',
      'ιi',
      'κk',
      'νv',
      'τt',
      'ωw',
      'γy',
      'ıi',
      'ɑa',
      'ɡg',
      '0o',
      '1l',
      '|l',
    ],
  ].map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
)

/** What a reader takes a text for: equal where two texts look alike. */
export function skeleton(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Default_Ignorable_Code_Point}\p{M}\s]/gu, '')
  return [...plain].map((letter) => ALIKE.get(letter) ?? letter).join('')
}

/** Whether a later attempt of the run has said something else of the same. */
function isSuperseded(one: Collected, all: readonly Collected[]): boolean {
  return all.some((other) => {
    if (other.step !== one.step || other.attempt <= one.attempt) return false
    if (one.target !== undefined && other.target !== undefined) return one.target === other.target
    return one.asked.hash === other.asked.hash
  })
}

function wordsOf({ step, target, asked }: Collected): string {
  return `${step} for ${(target ?? asked.words).slice(0, 200)}`
}

function twice(one: Collected): Failure {
  return new Failure({
    code: 'HAND_OVER_TWICE',
    what: `The plan of ${wordsOf(one)} was handed on more than once, and differently.`,
    why: 'Which of them is to be shown cannot be told, so none of them is.',
    fix: 'Let one job plan each target; if it is one job, look at what else runs in the jobs of this run.',
  })
}

function imitates(one: Collected, what: string): Failure {
  return new Failure({
    code: 'HAND_OVER_IMITATES',
    what: `The plan of ${wordsOf(one)} is not shown: ${what}.`,
    why: 'Whoever reads the comment could take one for the other.',
    fix: 'Give targets names that differ, and each step targets of its own.',
  })
}

/** Why there is no plan. */
function reasonsOf(one: Collected): readonly Failure[] {
  if (one.plan !== undefined || one.failures.length > 0) return one.failures
  return [new Failure({ code: 'CANCELLED', what: `The plan of ${wordsOf(one)} was cancelled.` })]
}

/** Those of which there are several that `same` gives one key. */
function repeated(all: readonly Collected[], same: (one: Collected) => string | undefined): Set<Collected> {
  const groups = Map.groupBy(
    all.filter((one) => same(one) !== undefined),
    (one) => same(one),
  )
  return new Set([...groups.values()].filter(({ length }) => length > 1).flat())
}

function place({ step, target }: Collected): string {
  return JSON.stringify([step, target])
}

/** What looks like the target or the name of something else that is shown. */
function imitationOf(one: Collected, all: readonly Collected[]): string | undefined {
  const others = all.filter((other) => other !== one && other.target !== undefined)
  const own = one.target === undefined ? undefined : skeleton(one.target)
  const name = one.plan?.name === undefined ? undefined : skeleton(one.plan.name)
  for (const other of others) {
    const theirs = skeleton(other.target ?? '')
    if (own === theirs) return `its target looks like that of ${wordsOf(other)}`
    if (name === theirs) return `its name looks like the target of ${wordsOf(other)}`
    const named = other.plan?.name
    if (name !== undefined && other.step === one.step && named !== undefined && skeleton(named) === name)
      return `its name looks like that of ${wordsOf(other)}`
  }
  return undefined
}

/** @returns what is to be shown, and everything that counts for nothing */
export function judgeHandedOn({ read, bad }: Collection): Collection {
  // Sent twice because an answer was lost: it is one.
  const single = read.filter((one, index) => read.findIndex(({ sha256 }) => sha256 === one.sha256) === index)
  const latest = single.filter((one) => !isSuperseded(one, single))
  const doubled = new Set([
    ...repeated(latest, (one) => (one.target === undefined ? undefined : place(one))),
    ...repeated(latest, ({ target, step, asked }) =>
      target === undefined ? JSON.stringify([step, asked.hash]) : undefined,
    ),
  ])
  const failures = [...doubled].flatMap((one) => [twice(one), ...reasonsOf(one)])
  const once = latest.filter((one) => !doubled.has(one))
  const shown: Collected[] = []
  for (const one of once) {
    const imitation = imitationOf(one, once)
    if (imitation !== undefined) failures.push(imitates(one, imitation))
    // In the comment it would take the place of what the same inputs have led to in another job.
    else if (
      one.target === undefined &&
      once.some(
        ({ step, target, asked }) =>
          target !== undefined && step === one.step && asked.hash === one.asked.hash,
      )
    )
      failures.push(...reasonsOf(one))
    else shown.push(one)
  }
  return { read: shown, bad: [...bad, ...new Map(failures.map((each) => [each.message, each])).values()] }
}
