/** What the API server does with an object of a schema of its own, and does not do with a default value in it. */
import { isMapping } from '#toolkit/sources/node.ts'
import type { Schema } from './definition.ts'

function schemaAt(schema: Schema, keyword: string): Schema | undefined {
  const inner = schema[keyword]
  return isMapping(inner) ? inner : undefined
}

/** The schema of a member. */
function memberSchema(schema: Schema, name: string): Schema | undefined {
  const { properties = {} } = schema
  return Object.hasOwn(properties, name) ? properties[name] : schemaAt(schema, 'additionalProperties')
}

/** The value with what the schema fills in where nothing is said. */
export function withDefaults(value: unknown, schema: Schema | undefined): unknown {
  if (schema === undefined) return value
  if (Array.isArray(value)) return value.map((item) => withDefaults(item, schemaAt(schema, 'items')))
  if (!isMapping(value)) return value
  const missing = Object.entries(schema.properties ?? {}).flatMap(([name, { default: filled }]) =>
    filled === undefined || Object.hasOwn(value, name) ? [] : [[name, filled] as const],
  )
  return Object.fromEntries(
    [...Object.entries(value), ...missing].map(([name, member]) => [
      name,
      withDefaults(member, memberSchema(schema, name)),
    ]),
  )
}

/** The schema with numbers or texts written out as such: of a default value the server does not look at the short form. */
export function writtenOut(schema: Schema): Schema {
  const { properties } = schema
  const either = schema['x-kubernetes-int-or-string'] === true && schema['allOf'] === undefined
  const [items, additional] = ['items', 'additionalProperties'].map((keyword) => schemaAt(schema, keyword))
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, inner]) => [name, writtenOut(inner)]),
          ),
        }),
    ...(items === undefined ? {} : { items: writtenOut(items) }),
    ...(additional === undefined ? {} : { additionalProperties: writtenOut(additional) }),
    ...(either ? { anyOf: [{ type: 'integer' }, { type: 'string' }] } : {}),
  }
}

function keyOf(item: unknown, schema: Schema): string {
  const keys = schema['x-kubernetes-list-map-keys']
  const listed: readonly unknown[] = Array.isArray(keys) ? keys : []
  const isMap = schema['x-kubernetes-list-type'] === 'map' && isMapping(item)
  return JSON.stringify(isMap ? listed.map((key) => item[String(key)]) : item)
}

/** Fields of lists that hold a thing twice that they may hold once: `parts[1]`. */
export function duplicatesIn(value: unknown, schema: Schema | undefined, at = ''): string[] {
  if (schema === undefined) return []
  if (Array.isArray(value)) {
    const type = schema['x-kubernetes-list-type']
    const keys = value.map((item) => keyOf(item, schema))
    const seen = new Set<string>()
    const twice = keys.flatMap((key, index) => {
      const known = seen.has(key)
      seen.add(key)
      return known && (type === 'map' || type === 'set') ? [`${at}[${index}]`] : []
    })
    const items = schemaAt(schema, 'items')
    return [...twice, ...value.flatMap((item, index) => duplicatesIn(item, items, `${at}[${index}]`))]
  }
  if (!isMapping(value)) return []
  return Object.entries(value).flatMap(([name, member]) =>
    duplicatesIn(member, memberSchema(schema, name), at === '' ? name : `${at}.${name}`),
  )
}
