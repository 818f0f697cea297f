/** Every event that onex-api publishes. */
import type { EventDefinition } from './event.ts'
import { releaseEvents } from './release.ts'
import { workflowStart } from './workflow-start.ts'

export const eventDefinitions: readonly EventDefinition[] = [workflowStart, ...Object.values(releaseEvents)]
