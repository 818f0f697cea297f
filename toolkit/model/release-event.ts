/**
 * What a step of a release reports of itself: a CloudEvent 1.0 in JSON. onex-api publishes its schemas, one for each type
 * (`onex-api/schemas`); a published one is frozen.
 */
import * as z from 'zod'
import { type Action, actions } from './change.ts'
import { type DeepReadonly, deepFreeze } from './freeze.ts'
import { Result } from './outcome.ts'
import { Digest } from './plan.ts'
import { StepName } from './step.ts'

export const reports = ['started', 'planned', 'applied', 'verified', 'failed'] as const
export type Report = (typeof reports)[number]

const LONGEST_NAME = 200
const LONGEST_TEXT = 500
const MOST_FAILURES = 20

/** What stands in one line, and is cut where it is too long. */
const line = (longest: number) =>
  z.string().transform((text) =>
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is not to stand in it
      .replace(/[\u0000-\u001f\u007f]+/g, ' ')
      .toWellFormed()
      .slice(0, longest)
      .toWellFormed(),
  )
const Count = z.int().nonnegative()

const effective = actions.filter((action): action is Exclude<Action, 'none'> => action !== 'none')
/** How many changes there are of each kind. */
const Changes = z.strictObject(
  Object.fromEntries(effective.map((action) => [action, Count])) as Record<
    Exclude<Action, 'none'>,
    typeof Count
  >,
)
/** What became of how many. */
const Results = z.strictObject(
  Object.fromEntries(Result.unwrap().shape.status.options.map((status) => [status, Count])) as Record<
    Result['status'],
    typeof Count
  >,
)

const about = {
  repository: z.string().min(1),
  run_id: z.string().regex(/^\d+$/),
  run_attempt: z.int().positive(),
  commit: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  step: StepName,
  command: z.string(),
  /** Tells the steps of a run apart that do the same to different targets. */
  part: z.string().regex(/^[0-9a-f]{12}$/),
  /** What people call the target. */
  name: line(LONGEST_NAME).nullable(),
  /** Where it has its effect; null as long as that is not known. */
  target: line(LONGEST_TEXT).nullable(),
}
const failures = z
  .array(z.strictObject({ code: z.string(), what: line(LONGEST_TEXT) }))
  .transform((all) => all.slice(0, MOST_FAILURES))

const data = {
  started: z.strictObject(about),
  planned: z.strictObject({ ...about, digest: Digest, changes: Changes }),
  applied: z.strictObject({ ...about, digest: Digest, changed: z.boolean(), results: Results }),
  verified: z.strictObject({ ...about, digest: Digest, results: Results }),
  failed: z.strictObject({ ...about, changed: z.boolean(), results: Results, failures }),
} as const satisfies Record<Report, z.ZodType>

function typeOf<R extends Report>(report: R) {
  return `onex.evt.omninode-infra.release-${report}.v1` as const
}

function eventOf<R extends Report, D extends z.ZodType>(report: R, of: D) {
  const type = typeOf(report)
  return z.strictObject({
    specversion: z.literal('1.0'),
    id: z.uuid(),
    /** The workflow run. */
    source: z.url({ protocol: /^https?$/ }),
    type: z.literal(type),
    subject: z.string().min(1),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataschema: z.literal(`urn:omninode:event:${type}`),
    data: of,
  })
}

export const ReleaseEvent = z.discriminatedUnion('type', [
  eventOf('started', data.started),
  eventOf('planned', data.planned),
  eventOf('applied', data.applied),
  eventOf('verified', data.verified),
  eventOf('failed', data.failed),
])
export type ReleaseEvent = DeepReadonly<z.infer<typeof ReleaseEvent>>

export type ReleaseData<R extends Report = Report> = z.input<(typeof data)[R]>

export interface ReleaseEventParts<R extends Report> {
  readonly id: string
  readonly source: string
  readonly time: Date
  readonly data: ReleaseData<R>
}

export function makeReleaseEvent<R extends Report>(
  report: R,
  { id, source, time, data: given }: ReleaseEventParts<R>,
): ReleaseEvent {
  const type = typeOf(report)
  const { step, part } = given
  return deepFreeze(
    ReleaseEvent.parse({
      specversion: '1.0',
      id,
      source,
      type,
      subject: `${step}/${part}`,
      time: time.toISOString(),
      datacontenttype: 'application/json',
      dataschema: `urn:omninode:event:${type}`,
      data: given,
    }),
  )
}

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

export function countsOfChanges(changes: readonly { readonly action: Action }[]) {
  const counts = zeros(effective)
  for (const { action } of changes) if (action !== 'none') counts[action] += 1
  return counts
}

export function countsOfResults(results: readonly Pick<Result, 'status'>[]) {
  const counts = zeros(Result.unwrap().shape.status.options)
  for (const { status } of results) counts[status] += 1
  return counts
}
