import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {
  changesOfPublished,
  eventSchemas,
  schemasFolder,
  writeEventSchemas,
} from '../../scripts/event-schemas.ts'
import { createEvent } from '../src/events/event.ts'
import { changesOf } from '../src/events/frozen.ts'
import { eventDefinitions } from '../src/events/index.ts'
import { workflowStart } from '../src/events/workflow-start.ts'

const [topic] = eventSchemas().keys()
const published = JSON.parse(readFileSync(join(schemasFolder, `${topic}.json`), 'utf8'))
const ajv = new Ajv2020({ strict: true })
addFormats.default(ajv)

const event = createEvent(workflowStart, {
  id: '019ab000-0000-7000-8000-000000000001',
  subject: '019ab000-0000-7000-8000-000000000002',
  time: new Date('2026-11-24T12:00:00Z'),
  data: {
    workflow_id: '019ab000-0000-7000-8000-000000000002',
    tenant_id: '019ab000-0000-7000-8000-000000000003',
    workflow_type: 'redeploy',
    payload: { lane: 'dev' },
    requested_by: 'key:019ab000-0000-7000-8000-000000000004',
  },
})

describe('events', () => {
  test('are published, each as the source has it, and none is withdrawn', () => {
    expect(changesOfPublished(schemasFolder, eventSchemas())).toEqual([])
    expect(readdirSync(schemasFolder).sort()).toEqual(
      [...eventSchemas().keys()].map((name) => `${name}.json`).sort(),
    )
    for (const [name, schema] of eventSchemas())
      expect(JSON.parse(readFileSync(join(schemasFolder, `${name}.json`), 'utf8'))).toEqual(schema)
  })

  test.each(eventDefinitions.map(({ topic: name }) => name))('%s is a topic of the platform', (name) => {
    expect(name).toMatch(/^onex\.(?:cmd|evt)\.[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\.v[1-9]\d*$/)
  })

  test('are CloudEvents 1.0 at the time that is given, and what their schema says', () => {
    expect(event).toMatchObject({ specversion: '1.0', type: topic, time: '2026-11-24T12:00:00.000Z' })
    const validate = ajv.compile(published)
    expect([validate(event), validate.errors]).toEqual([true, null])
  })

  test.each<[string, (wrong: Record<string, unknown> & { data: Record<string, unknown> }) => void]>([
    ['another version of the specification', (wrong) => Object.assign(wrong, { specversion: '0.3' })],
    ['another type', (wrong) => Object.assign(wrong, { type: 'onex.cmd.onex-api.workflow-start.v2' })],
    ['no id', (wrong) => delete wrong['id']],
    ['a time that is none', (wrong) => Object.assign(wrong, { time: 'yesterday' })],
    ['a member that it does not name', (wrong) => Object.assign(wrong.data, { extra: true })],
    ['a payload that is no object', (wrong) => Object.assign(wrong.data, { payload: [] })],
    ['no tenant', (wrong) => delete wrong.data['tenant_id']],
  ])('do not have %s', (_what, spoil) => {
    const wrong = structuredClone(event) as unknown as Parameters<typeof spoil>[0] // to be spoiled
    spoil(wrong)
    const validate = ajv.getSchema(published.$id) ?? ajv.compile(published)
    expect(validate(wrong)).toBe(false)
  })
})

describe('a published schema', () => {
  type Schema = Record<string, unknown> & { properties: Record<string, Record<string, unknown>> }
  const data = (schema: Schema) => schema.properties['data'] as unknown as Schema // it is one

  test.each<[string, (schema: Schema) => void, string[]]>([
    ['nothing', () => undefined, []],
    ['a description', (schema) => Object.assign(schema, { description: 'x' }), []],
    [
      'a title of a member',
      (schema) => Object.assign(data(schema).properties['payload'] ?? {}, { title: 'x' }),
      [],
    ],
    ['the order of what is required', (schema) => (data(schema)['required'] as string[]).reverse(), []],
    [
      'a member that is not needed',
      (schema) => Object.assign(data(schema).properties, { attempt: { type: 'integer' } }),
      ['properties.data.properties.attempt was added'],
    ],
    [
      'a member that is called title',
      (schema) => Object.assign(data(schema).properties, { title: { type: 'string' } }),
      ['properties.data.properties.title was added'],
    ],
    [
      'a member that is gone',
      (schema) => delete data(schema).properties['payload'],
      ['properties.data.properties.payload was removed'],
    ],
    [
      'a member that need not be there any more',
      (schema) => (data(schema)['required'] as string[]).pop(),
      ['properties.data.required was changed'],
    ],
    [
      'a wider pattern',
      (schema) => Object.assign(data(schema).properties['workflow_type'] ?? {}, { pattern: '.*' }),
      ['properties.data.properties.workflow_type.pattern was changed'],
    ],
    [
      'another type',
      (schema) => Object.assign(data(schema).properties['workflow_id'] ?? {}, { type: 'integer' }),
      ['properties.data.properties.workflow_id.type was changed'],
    ],
    [
      'room for anything',
      (schema) => Object.assign(data(schema), { additionalProperties: true }),
      ['properties.data.additionalProperties was changed'],
    ],
    [
      'a format that is gone',
      (schema) => delete schema.properties['time']?.['format'],
      ['properties.time.format was removed'],
    ],
  ])('that changes in %s is told', (_what, change, told) => {
    const proposed = structuredClone(published)
    change(proposed)
    expect(changesOf(published, proposed)).toEqual(told)
  })

  test('is not written over by another shape, and not withdrawn', () => {
    const wider = { ...published, additionalProperties: true }
    expect(() => writeEventSchemas(schemasFolder, new Map([[topic ?? '', wider]]))).toThrow(
      `${topic}: additionalProperties was changed`,
    )
    expect(() => writeEventSchemas(schemasFolder, new Map())).toThrow(`${topic}: it is not made any more`)
  })
})
