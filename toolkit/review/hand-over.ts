/**
 * What a job hands on of its plan to the job that publishes it. The publisher holds none of the files that it was made
 * from, and takes the word of whoever wrote it for nothing but what it shows: the review that it signs is made of that.
 */
import * as z from 'zod'
import { onlyEntry } from '../github/zip-entry.ts'
import { canonicalJson } from '../model/canonical.ts'
import { Change, ShortHash } from '../model/change.ts'
import { Evidence } from '../model/evidence.ts'
import { Failure } from '../model/failure.ts'
import { Finding } from '../model/finding.ts'
import type { DeepReadonly } from '../model/freeze.ts'
import { mismatch } from '../model/mismatch.ts'
import { Part } from '../model/part.ts'
import { effectiveChanges, Ingredients, makePlan, type Plan, Remembered } from '../model/plan.ts'
import { isIngredient, Sensitive } from '../model/sensitive.ts'
import { Source } from '../model/source.ts'
import { StepName } from '../model/step.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import { printable } from '../report/markdown.ts'
import type { WorkflowRun } from '../world/world.ts'

/** How the names of the artifacts begin in which plans are handed on. */
export const HAND_OVER = 'omninode-hand-over-'

/** The only file in one. */
export const HAND_OVER_FILE = 'hand-over.json'

const VERSION = 2

/** Bytes of it, packed or unpacked. */
export const LARGEST_HAND_OVER = 8 * 2 ** 20

/** Brackets within brackets: nothing that is shown goes deeper. */
const DEEPEST = 100

/** Milliseconds: how long a run may live at GitHub, and how much clocks differ. */
const [OLDEST, SKEW] = [35 * 24 * 3_600_000, 5 * 60_000]

/** UTF-16 units. */
const LONGEST = { target: 10_000, name: 200, words: 2_000, text: 20_000 } as const

/** A text on one line in which everything can be seen: what is written is what is read. */
function plain(longest: number) {
  return z
    .string()
    .max(longest)
    .refine(
      (text) => printable(text) === text && text.trim() === text && !/[\t\n]/.test(text),
      'must be one line without characters that cannot be seen',
    )
}

const HandedFailure = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{1,63}$/),
  what: z.string().min(1).max(LONGEST.text),
  why: z.string().max(LONGEST.text).optional(),
  fix: z.string().max(LONGEST.text).optional(),
  source: Source.optional(),
})

const HandedPlan = z.strictObject({
  target: plain(LONGEST.target).min(1),
  name: plain(LONGEST.name).min(1).optional(),
  where: Ingredients,
  with: Ingredients,
  from: z.record(z.string(), z.string()),
  sources: z.record(z.string(), z.string()),
  released: z.record(z.string(), Remembered),
  grounds: ShortHash.optional(),
  createdAt: z.iso.datetime(),
  changes: z.array(Change),
  findings: z.array(Finding),
  evidence: z.array(Evidence),
  parts: z.array(Part),
  /** Of the hashes of sensitive values, in hexadecimal. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** Address of a change, or name of an ingredient → the hash of what is sensitive there. */
  sensitive: z.record(z.string(), z.string().regex(/^scrypt:[0-9a-f]{64}$/)),
})

/** The form of the file, frozen: whatever changes it makes another version. */
const HandOver = z.strictObject({
  version: z.literal(VERSION),
  step: StepName,
  /** By whose job: it must be one of the run that publishes. */
  repositoryId: z.string(),
  run: z.string(),
  attempt: z.int().positive(),
  pullRequest: z.int().positive().optional(),
  /** The head of the pull request, or what a merge queue would merge. */
  commit: z.string(),
  /** What of the inputs names the place. */
  asked: z.strictObject({
    words: z.string().max(LONGEST.words),
    hash: z.string().regex(/^[0-9a-f]{12}$/),
  }),
  plan: HandedPlan.optional(),
  /** Of a plan that failed: where it was of, as far as that is known, why, and whether it was cancelled. */
  target: plain(LONGEST.target).min(1).optional(),
  failures: z.array(HandedFailure).max(100),
  cancelled: z.boolean(),
})
type Written = z.infer<typeof HandOver>

/** A plan that failed, or that was shown, as the publisher tells it. */
export interface HandedOn {
  readonly step: Written['step']
  readonly attempt: number
  readonly asked: Written['asked']
  /** Undefined when not even that is known. */
  readonly target: string | undefined
  readonly plan: Plan | undefined
  /** With the salt that the hashes are made with. */
  readonly sensitive: { readonly salt: string; readonly hashes: ReadonlyMap<string, string> } | undefined
  readonly failures: readonly Failure[]
  readonly cancelled: boolean
}

/** What the run that publishes knows for itself. */
export type OwnRun = Pick<WorkflowRun, 'repositoryId' | 'id' | 'attempt' | 'pullRequest' | 'sha'>

/** What was shown by this run is of this commit. */
export function shownCommit({ pullRequest, sha }: Pick<OwnRun, 'pullRequest' | 'sha'>): string {
  return pullRequest?.headSha ?? sha
}

export interface ToHandOn {
  readonly step: Written['step']
  readonly asked: { readonly words: Masked<string>; readonly hash: string }
  readonly run: OwnRun
  readonly target: Masked<string> | undefined
  readonly failures: Masked<readonly Failure[]>
  readonly cancelled: boolean
  readonly plan: Masked<Plan> | undefined
  /** Of the plan. */
  readonly salt: string
  readonly hashes: ReadonlyMap<string, string>
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`
}

/** The text of the file. */
export function handOverText(given: ToHandOn): Masked<string> {
  const { step, asked, run, target, failures, cancelled, plan, salt, hashes } = given
  const written: DeepReadonly<Written> = {
    version: VERSION,
    step,
    repositoryId: run.repositoryId,
    run: run.id,
    attempt: Number(run.attempt),
    ...(run.pullRequest === undefined ? {} : { pullRequest: run.pullRequest.number }),
    commit: shownCommit(run),
    asked: { words: cut(asked.words, LONGEST.words), hash: asked.hash },
    ...(plan === undefined ? {} : { plan: planToHandOn(plan, salt, hashes) }),
    ...(target === undefined || plan !== undefined ? {} : { target }),
    failures: failures.slice(0, 100).map(({ code, what, why, fix, source }) => ({
      code,
      what: cut(what, LONGEST.text),
      ...(why === undefined ? {} : { why: cut(why, LONGEST.text) }),
      ...(fix === undefined ? {} : { fix: cut(fix, LONGEST.text) }),
      ...(source === undefined ? {} : { source }),
    })),
    cancelled,
  }
  return rendered([asked.words, failures, ...(plan === undefined ? [] : [plan])], JSON.stringify(written))
}

function planToHandOn(plan: Plan, salt: string, hashes: ReadonlyMap<string, string>) {
  const { target, name, where, from, sources, released, grounds, createdAt } = plan
  const { changes, findings, evidence, parts } = plan
  const counted = new Set(effectiveChanges(plan).map(({ address }) => address))
  return {
    target,
    ...(name === undefined ? {} : { name }),
    where,
    with: plan.with,
    from,
    sources,
    released,
    ...(grounds === undefined ? {} : { grounds }),
    createdAt,
    changes,
    findings,
    evidence,
    parts,
    salt,
    sensitive: Object.fromEntries([...hashes].filter(([named]) => counted.has(named) || isIngredient(named))),
  }
}

function invalid(why: string): Failure {
  return new Failure({
    code: 'HAND_OVER_INVALID',
    what: 'A plan that a job has handed on cannot be read.',
    why: `${why}.`,
    fix: 'Run the workflow again; look at the job that has handed it on, and at what else runs in it, when it stays so.',
  })
}

function elsewhere(what: string, said: unknown, own: unknown): Failure {
  return new Failure({
    code: 'HAND_OVER_ELSEWHERE',
    what: `A plan that a job has handed on says that its ${what} is ${JSON.stringify(said)?.slice(0, 100) ?? 'none'}.`,
    why: `This run's is ${String(own ?? 'none')}: what is published is of the run itself.`,
    fix: 'Look at the job that has handed it on, and at what else runs in it: our own steps hand on what this run is for.',
  })
}

/** @throws Failure for brackets so deep that reading them would take the stack */
function checkDepth(text: string): void {
  let [depth, quoted] = [0, false]
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (quoted) {
      if (character === '\\') index++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      if (++depth > DEEPEST) throw invalid(`It is nested more than ${DEEPEST} deep`)
    } else if (character === '}' || character === ']') depth--
  }
}

function jsonIn(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    checkDepth(text)
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new Error('it names a member __proto__')
      return value
    })
  } catch (error) {
    if (error instanceof Failure) throw error
    throw invalid(`It is no JSON: ${(error as Error).message.slice(0, 200)}`)
  }
}

function written(value: unknown): Written {
  const version = z.looseObject({ version: z.unknown() }).safeParse(value).data?.version
  if (version !== VERSION)
    throw new Failure({
      code: 'HAND_OVER_VERSION',
      what: `A job has handed on a plan in version ${JSON.stringify(version)?.slice(0, 50) ?? 'none'} of its form.`,
      why: `This is read: version ${VERSION}.`,
      fix: 'Use the steps and the publisher at the same version.',
    })
  const parsed = HandOver.safeParse(value)
  if (!parsed.success) throw invalid(mismatch(parsed.error, value).slice(0, 500))
  // What a form leaves out is neither shown nor compared, and so must not be there.
  if (canonicalJson(parsed.data) !== canonicalJson(value))
    throw invalid('It holds more than its form has a place for')
  return parsed.data
}

function checkRun(said: Written, own: OwnRun): void {
  const attempt = Number(own.attempt)
  const pairs = [
    ['repository', said.repositoryId, own.repositoryId],
    ['run', said.run, own.id],
    ['pull request', said.pullRequest, own.pullRequest?.number],
    ['commit', said.commit, shownCommit(own)],
    ['attempt', said.attempt, Math.min(said.attempt, attempt)],
  ] as const
  for (const [what, one, other] of pairs) if (one !== other) throw elsewhere(what, one, other)
}

/** @throws Failure for what would be more, or less, than what is shown */
function planIn(given: z.infer<typeof HandedPlan>, step: Written['step'], now: Date): Plan {
  const { salt: _salt, sensitive, createdAt, ...parts } = given
  const made = new Date(createdAt)
  const age = now.getTime() - made.getTime()
  if (!(age > -SKEW && age < OLDEST)) throw invalid(`It says that it was made at ${createdAt}`)
  const addresses = effectiveChanges(parts).map(({ address }) => address)
  if (new Set(addresses).size !== addresses.length) throw invalid('Two of its changes have the same address')
  const known = new Set(addresses)
  for (const name of Object.keys(sensitive))
    if (!known.has(name) && !isIngredient(name))
      throw invalid(`It holds a hash of ${name.slice(0, 100)}, which is none of its changes`)
  return makePlan({ ...parts, step, createdAt: made, sensitive: Sensitive.none })
}

/** @throws Failure HAND_OVER_INVALID, HAND_OVER_VERSION or HAND_OVER_ELSEWHERE */
export function readHandOver(zip: Buffer, own: OwnRun, now: Date): HandedOn {
  let bytes: Buffer
  try {
    bytes = onlyEntry(zip, HAND_OVER_FILE, LARGEST_HAND_OVER)
  } catch (error) {
    throw invalid(`In its archive, ${(error as Error).message}`)
  }
  const said = written(jsonIn(bytes))
  checkRun(said, own)
  const { step, attempt, asked, cancelled, plan } = said
  if (plan === undefined ? said.failures.length === 0 && !cancelled : said.failures.length > 0 || cancelled)
    throw invalid('It is neither a plan nor the reasons why there is none')
  if (plan !== undefined && said.target !== undefined) throw invalid('It names two targets')
  return {
    step,
    attempt,
    asked,
    target: plan?.target ?? said.target,
    plan: plan === undefined ? undefined : planIn(plan, step, now),
    sensitive:
      plan === undefined ? undefined : { salt: plan.salt, hashes: new Map(Object.entries(plan.sensitive)) },
    failures: said.failures.map(
      ({ source, why, fix, ...failure }) =>
        new Failure({
          ...failure,
          ...(why === undefined ? {} : { why }),
          ...(fix === undefined ? {} : { fix }),
          ...(source === undefined ? {} : { source }),
        }),
    ),
    cancelled,
  }
}
