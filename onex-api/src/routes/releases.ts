import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { refusalOf } from '../database/refusal.ts'
import { ReleaseEvent, reports } from '../events/release.ts'
import { readCursor, writeCursor } from '../http/cursor.ts'
import { Problem, problemAnswers } from '../http/problem.ts'
import { byType } from '../http/validation.ts'
import { stateOf, statuses } from '../releases/state.ts'
import type { Kept, ReleaseStore } from '../releases/store.ts'
import type { ReleaseStream } from '../releases/stream.ts'
import { tenantOf } from './tenant.ts'

const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const TextOrNull = Type.Union([Type.String(), Type.Null()])

const Release = Type.Object({
  id: Id,
  repository: Type.String(),
  run_id: Type.String(),
  run_url: Type.String(),
  commit: Type.String(),
  status: Type.Enum([...statuses], {
    description:
      '`applied`: each step that began is done, and others may still begin; `verified`: it was looked at from outside as well.',
  }),
  parts: Type.Array(
    Type.Object({
      part: Type.String(),
      step: Type.String(),
      command: Type.String(),
      name: TextOrNull,
      target: TextOrNull,
      attempt: Type.Integer(),
      status: Type.Enum([...reports]),
      failures: Type.Array(Type.Object({ code: Type.String(), what: Type.String() })),
      since: Time,
    }),
    { description: 'Its steps, one for each target.' },
  ),
  created_at: Time,
  updated_at: Time,
})

function shown({ id, repository, run_id, created_at, updated_at, events }: Kept) {
  const { status, commit, parts } = stateOf(events)
  return {
    id,
    repository,
    run_id,
    run_url: events.at(-1)?.source ?? '',
    commit,
    status,
    parts: parts.map((part) => ({ ...part, failures: [...part.failures] })),
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  }
}

export interface ReleasesOptions {
  readonly store: ReleaseStore
  readonly stream: ReleaseStream
  /** Whether whoever asked could ask the same now. */
  readonly mayStill: (request: FastifyRequest) => Promise<boolean>
}

export const releases: FastifyPluginAsyncTypebox<ReleasesOptions> = async (app, options) => {
  const { store, stream, mayStill } = options
  const reads = { permission: 'releases:read', tenant: true } as const
  const tags = ['releases']
  app.addContentTypeParser(
    'application/cloudevents+json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  )
  app.addHook('preClose', () => stream.close())

  app.post(
    '/releases/events',
    {
      config: { permission: 'releases:write', tenant: true },
      validatorCompiler: byType(app.validatorCompiler),
      schema: {
        summary: 'Takes what a step of a release reports of itself',
        description:
          'A CloudEvent in structured JSON. Answers once it is kept; no broker is waited for. The same `source` and `id` count once.',
        tags,
        consumes: ['application/cloudevents+json', 'application/json'],
        body: ReleaseEvent,
        response: { 202: Type.Object({ release_id: Id }), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const tenantId = tenantOf(request)
      try {
        const { releaseId, isNew } = await store.record(tenantId, request.body)
        if (isNew) stream.wake(tenantId)
        return reply.code(202).header('location', `/v1/releases/${releaseId}`).send({ release_id: releaseId })
      } catch (error) {
        throw refusalOf(error, '')
      }
    },
  )

  app.get(
    '/releases',
    {
      config: reads,
      schema: {
        summary: "The tenant's releases, the newest first",
        tags,
        querystring: Type.Object({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(Release),
            next_cursor: Type.Union([Type.String(), Type.Null()], { description: 'null on the last page.' }),
          }),
          ...problemAnswers,
        },
      },
    },
    async (request) => {
      const { limit = 20, cursor } = request.query
      const before = cursor === undefined ? undefined : readCursor(cursor)
      const found = await store.list(tenantOf(request), limit + 1, before)
      const page = found.slice(0, limit)
      const last = page.at(-1)
      return {
        items: page.map(shown),
        next_cursor:
          found.length > limit && last !== undefined
            ? writeCursor({ time: last.created_at, id: last.id })
            : null,
      }
    },
  )

  app.get(
    '/releases/stream',
    {
      config: reads,
      exposeHeadRoute: false,
      schema: {
        summary: 'What is reported of releases, as it comes in',
        description:
          'Server-sent events. With `Last-Event-ID` all that came after it, and `0` for everything; without it what comes from now on. It ends when one may not read any more, and with the process: come again with the last `id`.',
        tags,
        headers: Type.Object({
          'last-event-id': Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
        }),
        response: {
          200: {
            description: 'Events, until one of both ends it',
            content: {
              'text/event-stream': {
                // Who reads it as a text and who reads it event by event are both right.
                schema: Type.Any({
                  description: 'Events with `id`, `event`, and `data`: JSON with `release_id` and `event`.',
                }),
              },
            },
          },
          ...problemAnswers,
        },
      },
    },
    async (request, reply) => {
      const tenantId = tenantOf(request)
      const given = request.headers['last-event-id']
      const newest = await store.newest(tenantId)
      // What is ahead of all would wait for what it calls seen.
      const position = given === undefined || BigInt(given) > BigInt(newest) ? newest : given
      stream.admit(tenantId)
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // nginx would gather it.
        'x-accel-buffering': 'no',
      })
      void stream.serve({ tenantId, position, response: reply.raw, mayStill: () => mayStill(request) })
    },
  )

  app.get(
    '/releases/:id',
    {
      config: reads,
      schema: {
        summary: 'A release, and how far its steps are',
        tags,
        params: Type.Object({ id: Id }),
        response: { 200: Release, ...problemAnswers },
      },
    },
    async (request) => {
      const found = await store.find(tenantOf(request), request.params.id)
      if (found === undefined) throw new Problem(404, 'There is no such release.')
      return shown(found)
    },
  )
}
