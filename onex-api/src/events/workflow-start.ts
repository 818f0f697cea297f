import { type Static, Type } from 'typebox'
import type { EventDefinition } from './event.ts'

const data = Type.Object(
  {
    workflow_id: Type.String({ format: 'uuid' }),
    tenant_id: Type.String({ format: 'uuid' }),
    workflow_type: Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' }),
    payload: Type.Record(Type.String(), Type.Unknown(), {
      description: 'What the workflow is started with, as it was asked for.',
    }),
    requested_by: Type.String({
      description: '`user:` and the subject of a token, or `key:` and the id of an API key.',
    }),
  },
  { additionalProperties: false },
)

export type WorkflowStart = Static<typeof data>

export const workflowStart = {
  topic: 'onex.cmd.onex-api.workflow-start.v1',
  source: '/onex-api',
  description: 'A workflow was accepted and is to be started. The subject is its id, the key its tenant.',
  data,
} satisfies EventDefinition<typeof data>
