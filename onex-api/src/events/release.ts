/** What a step of a release reports of itself. onex-api passes it on as it was reported. */
import { type Static, Type } from 'typebox'
import { type EventDefinition, eventSchema } from './event.ts'

/** No NUL and no line break: what stands in one line. */
const line = (maxLength: number, description: string, minLength = 1) =>
  Type.String({ minLength, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$', description })
const orNull = <Schema extends ReturnType<typeof line>>(schema: Schema) => Type.Union([schema, Type.Null()])
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 })

const about = {
  repository: Type.String({ pattern: '^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,99}$' }),
  run_id: Type.String({ pattern: '^[0-9]{1,20}$', description: 'Of the workflow run that releases.' }),
  run_attempt: Type.Integer({ minimum: 1, maximum: 10_000 }),
  commit: Type.String({ pattern: '^(?:[0-9a-f]{40}|[0-9a-f]{64})$' }),
  step: Type.Enum(['provision', 'migrate', 'deploy', 'verify']),
  command: Type.String({ pattern: '^[a-z][a-z-]{0,30}$' }),
  part: Type.String({
    pattern: '^[0-9a-f]{12}$',
    description: 'Tells the steps of a run apart that do the same to different targets.',
  }),
  name: orNull(line(200, 'What people call the target.')),
  target: orNull(line(500, 'Where it has its effect; null as long as that is not known.')),
}
const digest = Type.String({ pattern: '^sha256:[0-9a-f]{64}$', description: 'Of the plan.' })
const changes = Type.Object(
  {
    create: Count,
    update: Count,
    replace: Count,
    delete: Count,
    run: Count,
    import: Count,
    move: Count,
    forget: Count,
  },
  { additionalProperties: false, description: 'How many changes of each kind.' },
)
const results = Type.Object(
  { done: Count, failed: Count, skipped: Count, unknown: Count },
  { additionalProperties: false, description: 'What became of how many.' },
)
const failures = Type.Array(
  Type.Object(
    { code: Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,60}$' }), what: line(500, 'For people; masked.', 0) },
    { additionalProperties: false },
  ),
  { maxItems: 20 },
)
const closed = { additionalProperties: false } as const

const source = Type.String({
  pattern: '^https?://[^\\u0000-\\u0020\\u007f]{1,500}$',
  description: 'The workflow run.',
})

const started = Type.Object(about, closed)
const planned = Type.Object({ ...about, digest, changes }, closed)
const applied = Type.Object({ ...about, digest, changed: Type.Boolean(), results }, closed)
const failed = Type.Object({ ...about, changed: Type.Boolean(), results, failures }, closed)
const verified = Type.Object({ ...about, digest, results }, closed)

/** What is reported → its event. */
export const releaseEvents = {
  started: {
    topic: 'onex.evt.omninode-infra.release-started.v1',
    source,
    description: 'A step of a release began. The subject is its part, the key the tenant that reported it.',
    data: started,
  },
  planned: {
    topic: 'onex.evt.omninode-infra.release-planned.v1',
    source,
    description: 'A step of a release knows what it will change.',
    data: planned,
  },
  applied: {
    topic: 'onex.evt.omninode-infra.release-applied.v1',
    source,
    description: 'A step of a release has done what it was to do, also when that was nothing.',
    data: applied,
  },
  verified: {
    topic: 'onex.evt.omninode-infra.release-verified.v1',
    source,
    description: 'A release was looked at from outside, and is well.',
    data: verified,
  },
  failed: {
    topic: 'onex.evt.omninode-infra.release-failed.v1',
    source,
    description: 'A step of a release did not do all that it was to do; it may have done some of it.',
    data: failed,
  },
} as const satisfies Readonly<Record<string, EventDefinition>>

export type Report = keyof typeof releaseEvents
export const reports = Object.keys(releaseEvents) as readonly Report[] // its own keys

/** As it comes in, and goes out. */
export const ReleaseEvent = Type.Union([
  eventSchema(releaseEvents.started),
  eventSchema(releaseEvents.planned),
  eventSchema(releaseEvents.applied),
  eventSchema(releaseEvents.verified),
  eventSchema(releaseEvents.failed),
])
export type ReleaseEvent = Static<typeof ReleaseEvent>

/** What an event reports, by its type. */
export function reportOf(type: string): Report | undefined {
  return reports.find((report) => releaseEvents[report].topic === type)
}
