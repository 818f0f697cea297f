/** The JSON schemas of onex-api's events, a file each: published once, and never changed. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedSchema } from '../onex-api/src/events/event.ts'
import { changesOf } from '../onex-api/src/events/frozen.ts'
import { eventDefinitions } from '../onex-api/src/events/index.ts'

export const schemasFolder = join(import.meta.dirname, '../onex-api/schemas')

/** Topic → the schema as the source has it. */
export function eventSchemas(): ReadonlyMap<string, object> {
  return new Map(eventDefinitions.map((definition) => [definition.topic, publishedSchema(definition)]))
}

/** What the source would change of what is published, a line each. */
export function changesOfPublished(folder: string, schemas: ReadonlyMap<string, object>): string[] {
  return readdirSync(folder).flatMap((file) => {
    const topic = file.replace(/\.json$/, '')
    const proposed = schemas.get(topic)
    if (proposed === undefined) return [`${topic}: it is not made any more`]
    return changesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')), proposed).map(
      (change) => `${topic}: ${change}`,
    )
  })
}

/** @throws Error when a published schema would change */
export function writeEventSchemas(folder: string, schemas: ReadonlyMap<string, object>): void {
  const changes = existsSync(folder) ? changesOfPublished(folder, schemas) : []
  if (changes.length > 0)
    throw new Error(
      `A published event is frozen; publish the new shape as its next version, beside it:\n${changes.join('\n')}`,
    )
  for (const [topic, schema] of schemas)
    writeFileSync(join(folder, `${topic}.json`), `${JSON.stringify(schema, undefined, 2)}\n`)
}
