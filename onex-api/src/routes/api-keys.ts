import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Selectable } from 'kysely'
import { Type } from 'typebox'
import { issueKey } from '../authentication/api-keys.ts'
import { type Permission, type Principal, permissions, permissionsIn } from '../authentication/principal.ts'
import type { Database, Tables } from '../database/database.ts'
import { uuidAt } from '../database/uuid.ts'
import { readCursor, writeCursor } from '../http/cursor.ts'
import { invalid, Problem, problemAnswers } from '../http/problem.ts'
import { principalOf, tenantOf } from './tenant.ts'

const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const TimeOrNull = Type.Union([Time, Type.Null()])
const Scope = Type.Enum([...permissions])
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000-\\u001f]*$' })
const WEEK = 7 * 24 * 3_600

const ApiKey = Type.Object({
  id: Id,
  name: Name,
  prefix: Type.String(),
  scopes: Type.Array(Scope),
  created_by: Type.String(),
  created_at: Time,
  expires_at: TimeOrNull,
  revoked_at: TimeOrNull,
  rotated_to: Type.Union([Id, Type.Null()]),
  last_used_at: TimeOrNull,
})
const NewApiKey = Type.Intersect([
  ApiKey,
  Type.Object({ key: Type.String({ description: 'The key itself: told this once, and never again.' }) }),
])
const Params = Type.Object({ id: Id })

type Row = Selectable<Tables['api_keys']>

function shown(row: Row) {
  const time = (value: Date | null) => value?.toISOString() ?? null
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: [...permissionsIn(row.scopes)],
    created_by: row.created_by,
    created_at: row.created_at.toISOString(),
    expires_at: time(row.expires_at),
    revoked_at: time(row.revoked_at),
    rotated_to: row.rotated_to,
    last_used_at: time(row.last_used_at),
  }
}

/** @throws Problem 403: whoever makes a key can give it no more than is their own */
function requireOwn(principal: Principal, scopes: Iterable<Permission>): void {
  for (const scope of scopes)
    if (!principal.permissions.has(scope))
      throw new Problem(403, `A key with ${scope} is made by whoever has that permission.`)
}

/** @throws Problem 422 when it has passed */
function endOf(text: string | null | undefined, now: Date): Date | null {
  if (text === undefined || text === null) return null
  const end = new Date(text)
  if (!(end > now)) throw invalid('body', '/expires_at', 'must be in the future')
  return end
}

export interface ApiKeyRoutesOptions {
  readonly database: Database
  readonly pepper: Buffer
  readonly clock: () => Date
}

export const apiKeyRoutes: FastifyPluginAsyncTypebox<ApiKeyRoutesOptions> = async (app, options) => {
  const { database, pepper, clock } = options
  const config = { permission: 'keys:admin', tenant: true } as const
  const tags = ['api keys']

  function rowFor(of: Pick<Row, 'tenant_id' | 'name' | 'scopes' | 'created_by' | 'expires_at'>, now: Date) {
    const { key, prefix, hmac } = issueKey(pepper)
    const row: Row = {
      ...of,
      id: uuidAt(now),
      prefix,
      hmac,
      created_at: now,
      revoked_at: null,
      rotated_to: null,
      last_used_at: null,
    }
    return { key, row }
  }

  app.get(
    '/api-keys',
    {
      config,
      schema: {
        summary: "The tenant's keys, the oldest first",
        tags,
        querystring: Type.Object({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(ApiKey),
            next_cursor: Type.Union([Type.String(), Type.Null()], { description: 'null on the last page.' }),
          }),
          ...problemAnswers,
        },
      },
    },
    async (request) => {
      const { limit = 20, cursor } = request.query
      const after = cursor === undefined ? undefined : readCursor(cursor)
      const rows = await database
        .selectFrom('api_keys')
        .selectAll()
        .where('tenant_id', '=', tenantOf(request))
        .$if(after !== undefined, (query) =>
          query.where((of) =>
            of(of.refTuple('created_at', 'id'), '>', of.tuple(after?.time ?? new Date(0), after?.id ?? '')),
          ),
        )
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit + 1)
        .execute()
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        items: page.map(shown),
        next_cursor:
          rows.length > limit && last !== undefined
            ? writeCursor({ time: last.created_at, id: last.id })
            : null,
      }
    },
  )

  app.post(
    '/api-keys',
    {
      config,
      schema: {
        summary: 'Makes a key',
        tags,
        body: Type.Object(
          {
            name: Name,
            scopes: Type.Array(Scope, { minItems: 1, uniqueItems: true }),
            expires_at: Type.Optional(TimeOrNull),
          },
          { additionalProperties: false },
        ),
        response: { 201: NewApiKey, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { name, scopes, expires_at: end } = request.body
      const principal = principalOf(request)
      requireOwn(principal, scopes)
      const now = clock()
      const { key, row } = rowFor(
        {
          tenant_id: tenantOf(request),
          name,
          scopes,
          created_by: principal.name,
          expires_at: endOf(end, now),
        },
        now,
      )
      await database.insertInto('api_keys').values(row).execute()
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...shown(row), key })
    },
  )

  app.post(
    '/api-keys/:id/rotate',
    {
      config,
      schema: {
        summary: 'Puts a new key in the place of another, which lives on for the overlap',
        tags,
        params: Params,
        body: Type.Object(
          {
            overlap_seconds: Type.Integer({ minimum: 0, maximum: WEEK }),
            expires_at: Type.Optional(TimeOrNull),
          },
          { additionalProperties: false },
        ),
        response: { 201: NewApiKey, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const { overlap_seconds: overlap, expires_at: expires } = request.body
      const now = clock()
      const end = endOf(expires, now)
      const made = await database.transaction().execute(async (transaction) => {
        const old = await transaction
          .selectFrom('api_keys')
          .selectAll()
          .where('id', '=', request.params.id)
          .where('tenant_id', '=', tenantOf(request))
          .forUpdate()
          .executeTakeFirst()
        if (old === undefined) throw new Problem(404, 'There is no such key.')
        const over = old.revoked_at !== null || (old.expires_at !== null && old.expires_at <= now)
        if (over || old.rotated_to !== null)
          throw new Problem(409, over ? 'This key is no longer good.' : 'This key was rotated already.')
        requireOwn(principal, permissionsIn(old.scopes))
        const { key, row } = rowFor(
          {
            tenant_id: old.tenant_id,
            name: old.name,
            scopes: old.scopes,
            created_by: principal.name,
            expires_at: end,
          },
          now,
        )
        await transaction.insertInto('api_keys').values(row).execute()
        const ends = new Date(now.getTime() + overlap * 1_000)
        await transaction
          .updateTable('api_keys')
          .set({
            rotated_to: row.id,
            // Without an overlap it ends now; a check wants it to have lived.
            ...(overlap === 0 ? { revoked_at: now } : {}),
            ...(overlap > 0 && (old.expires_at === null || old.expires_at > ends)
              ? { expires_at: ends }
              : {}),
          })
          .where('id', '=', old.id)
          .execute()
        return { ...shown(row), key }
      })
      return reply.code(201).header('cache-control', 'no-store').send(made)
    },
  )

  app.delete(
    '/api-keys/:id',
    {
      config,
      schema: {
        summary: 'Revokes a key, everywhere within seconds',
        tags,
        params: Params,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const tenantId = tenantOf(request)
      const found = await database
        .updateTable('api_keys')
        .set((of) => ({ revoked_at: of.fn.coalesce('revoked_at', of.val(clock())) }))
        .where('id', '=', request.params.id)
        .where('tenant_id', '=', tenantId)
        .returning('id')
        .executeTakeFirst()
      if (found === undefined) throw new Problem(404, 'There is no such key.')
      return reply.code(204).send(null)
    },
  )
}
