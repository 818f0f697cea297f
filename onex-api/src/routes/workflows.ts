import { hash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type pg from 'pg'
import { Type } from 'typebox'
import { refusalOf } from '../database/refusal.ts'
import { uuidAt } from '../database/uuid.ts'
import { createEvent } from '../events/event.ts'
import { workflowStart } from '../events/workflow-start.ts'
import { invalid, Problem, problemAnswers } from '../http/problem.ts'
import type { Accepted, Intake } from '../outbox/intake.ts'
import { principalOf, tenantOf } from './tenant.ts'

const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })

const Request = Type.Object(
  {
    workflow_type: Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$', examples: ['redeploy'] }),
    payload: Type.Record(Type.String(), Type.Unknown(), { examples: [{ lane: 'dev' }] }),
  },
  { additionalProperties: false },
)

const AcceptedWorkflow = Type.Object({ workflow_id: Id, status: Type.Literal('accepted'), accepted_at: Time })

const Status = Type.Object({
  workflow_id: Id,
  status: Type.Enum(['accepted', 'published'], {
    description: '`published` once the broker has its event.',
  }),
  accepted_at: Time,
})

const Receipt = Type.Object({
  workflow_id: Id,
  workflow_type: Type.String(),
  tenant_id: Id,
  requested_by: Type.String(),
  accepted_at: Time,
  request_sha256: Type.String({
    description: 'Of `[workflow_type,payload]` as JSON, in hexadecimal digits.',
  }),
  event_id: Id,
  event_topic: Type.String(),
})

const Params = Type.Object({ id: Id })

interface Row {
  readonly type: string
  readonly requested_by: string
  readonly accepted_at: Date
  readonly request_sha256: Buffer
  readonly event_id: string
  readonly waiting: boolean
}

export interface WorkflowsOptions {
  readonly intake: Intake
  readonly pool: pg.Pool
  readonly clock: () => Date
}

/** What reads an event may do so by recursion. */
const MOST_LEVELS = 100

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  for (const each of Object.values(value)) if (!isWithin(each, levels - 1)) return false
  return true
}

export const workflows: FastifyPluginAsyncTypebox<WorkflowsOptions> = async (app, options) => {
  const { intake, pool, clock } = options

  app.post(
    '/workflows',
    {
      config: { permission: 'workflows:write', tenant: true },
      schema: {
        summary: 'Accepts a workflow',
        description:
          'Answers once it is kept, with its event; no broker is waited for. The same `Idempotency-Key` with the same body gives the same workflow.',
        tags: ['workflows'],
        headers: Type.Object({
          'idempotency-key': Type.Optional(Type.String({ pattern: '^[\\x21-\\x7e]{1,255}$' })),
        }),
        body: Request,
        response: { 202: AcceptedWorkflow, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { workflow_type: type, payload } = request.body
      if (!isWithin(payload, MOST_LEVELS))
        throw invalid('body', '/payload', `has more than ${MOST_LEVELS} levels`)
      const tenantId = tenantOf(request)
      const acceptedAt = clock()
      const id = uuidAt(acceptedAt)
      const requestSha256 = hash('sha256', JSON.stringify([type, payload]))
      const event = createEvent(workflowStart, {
        id: uuidAt(acceptedAt),
        subject: id,
        time: acceptedAt,
        data: {
          workflow_id: id,
          tenant_id: tenantId,
          workflow_type: type,
          payload,
          requested_by: principalOf(request).name,
        },
      })
      let accepted: Accepted
      try {
        accepted = await intake.accept({
          event,
          requestSha256,
          idempotencyKey: request.headers['idempotency-key'],
          span: request.span,
        })
      } catch (error) {
        throw refusalOf(error, '/payload')
      }
      if (accepted.requestSha256 !== requestSha256)
        throw invalid('headers', '/idempotency-key', 'was used for another request')
      return reply.code(202).header('location', `/v1/workflows/${accepted.id}/status`).send({
        workflow_id: accepted.id,
        status: 'accepted',
        accepted_at: accepted.acceptedAt,
      })
    },
  )

  async function find(id: string, tenantId: string): Promise<Row> {
    const { rows } = await pool.query<Row>({
      name: 'workflow',
      text: `SELECT type, requested_by, accepted_at, request_sha256, event_id,
                    EXISTS (SELECT FROM outbox WHERE outbox.event_id = workflows.event_id) AS waiting
               FROM workflows WHERE id = $1 AND tenant_id = $2`,
      values: [id, tenantId],
    })
    const [row] = rows
    // Another tenant's is none.
    if (row === undefined) throw new Problem(404, 'There is no such workflow.')
    return row
  }

  app.get(
    '/workflows/:id/status',
    {
      config: { permission: 'workflows:read', tenant: true },
      schema: {
        summary: 'How far a workflow is',
        tags: ['workflows'],
        params: Params,
        response: { 200: Status, ...problemAnswers },
      },
    },
    async (request) => {
      const { accepted_at: acceptedAt, waiting } = await find(request.params.id, tenantOf(request))
      return {
        workflow_id: request.params.id.toLowerCase(),
        status: waiting ? ('accepted' as const) : ('published' as const),
        accepted_at: acceptedAt.toISOString(),
      }
    },
  )

  app.get(
    '/workflows/:id/receipt',
    {
      config: { permission: 'workflows:read', tenant: true },
      schema: {
        summary: 'What was accepted, from whom and when',
        tags: ['workflows'],
        params: Params,
        response: { 200: Receipt, ...problemAnswers },
      },
    },
    async (request) => {
      const tenantId = tenantOf(request)
      const row = await find(request.params.id, tenantId)
      return {
        workflow_id: request.params.id.toLowerCase(),
        workflow_type: row.type,
        tenant_id: tenantId,
        requested_by: row.requested_by,
        accepted_at: row.accepted_at.toISOString(),
        request_sha256: row.request_sha256.toString('hex'),
        event_id: row.event_id,
        event_topic: workflowStart.topic,
      }
    },
  )
}
