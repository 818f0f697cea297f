/** Events as CloudEvents 1.0, in JSON. A topic names one type of event in one version, and that never changes. */
import { type Static, type TObject, type TString, Type } from 'typebox'

/** `onex.{cmd|evt}.{producer}.{name}.v{n}` */
export type Topic = `onex.${'cmd' | 'evt'}.${string}.${string}.v${number}`

export interface EventDefinition<Data extends TObject = TObject> {
  readonly topic: Topic
  /** Who tells it; the form of its name where others do. */
  readonly source: string | TString
  readonly description: string
  /** Closed: what is not in it, an event does not have. */
  readonly data: Data
}

export interface CloudEvent<Data = unknown> {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly subject: string
  /** ISO 8601, UTC. */
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly dataschema: string
  readonly data: Data
}

export interface EventOf<Data> {
  readonly id: string
  /** What it is about. */
  readonly subject: string
  /** When it happened: given, never read from a clock here. */
  readonly time: Date
  readonly data: Data
}

/** The JSON schema's `$id`, which events name as their `dataschema`. */
function schemaId(topic: Topic): string {
  return `urn:omninode:event:${topic}`
}

export function createEvent<Data extends TObject>(
  { topic, source }: EventDefinition<Data> & { readonly source: string },
  { id, subject, time, data }: EventOf<Static<Data>>,
): CloudEvent<Static<Data>> {
  return {
    specversion: '1.0',
    id,
    source,
    type: topic,
    subject,
    time: time.toISOString(),
    datacontenttype: 'application/json',
    dataschema: schemaId(topic),
    data,
  }
}

/** The schema of the whole event. */
export function eventSchema<Data extends TObject>({ topic, source, data }: EventDefinition<Data>) {
  return Type.Object(
    {
      specversion: Type.Literal('1.0'),
      id: Type.String({ format: 'uuid' }),
      source: typeof source === 'string' ? Type.Literal(source) : source,
      type: Type.Literal(topic),
      subject: Type.String({ minLength: 1 }),
      time: Type.String({ format: 'date-time' }),
      datacontenttype: Type.Literal('application/json'),
      dataschema: Type.Literal(schemaId(topic)),
      data,
    },
    { additionalProperties: false },
  )
}

/** The same as it is published. */
export function publishedSchema(definition: EventDefinition): object {
  const { topic, description } = definition
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaId(topic),
    title: topic,
    description,
    // As JSON, without what TypeBox keeps for itself.
    ...JSON.parse(JSON.stringify(eventSchema(definition))),
  }
}
