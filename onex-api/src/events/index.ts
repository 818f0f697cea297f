/** Every event that onex-api publishes. */
import type { EventDefinition } from './event.ts'
import { workflowStart } from './workflow-start.ts'

export const eventDefinitions: readonly EventDefinition[] = [workflowStart]
