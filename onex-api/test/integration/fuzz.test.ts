/** Requests made from the service's own description, and spoiled: it answers each as it says, and none with 5xx. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { runs, seed } from '../../../test/repetitions.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, startIssuer } from '../issuer.ts'
import { Clock, databaseConfig, type Service, seedKey, seedTenant, startService } from '../service.ts'

/** What the description uses of JSON Schema. */
interface Schema {
  readonly type?: string
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

const clock = new Clock()
const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
let postgres: Postgres
let issuer: Issuer
let service: Service
let key: string
let operations: readonly { method: 'GET' | 'POST' | 'DELETE'; path: string; operation: Operation }[]

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  issuer = await startIssuer(clock.read)
  issuer.publish(await createKey('first'))
  service = await startService({ database: databaseConfig(postgres, 'onex', password), clock, oidc: issuer })
  const now = clock.read()
  key = (await seedKey(postgres, 'onex', await seedTenant(postgres, 'onex', 'acme', now), now)).key
  const { paths }: { paths: Record<string, Record<string, Operation>> } = (
    await service.ask('GET', '/openapi.json')
  ).json()
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as 'GET', // or another of them
      path,
      operation,
    })),
  )
}, 60_000)
afterAll(async () => {
  await service.close()
  await issuer.stop()
  await postgres.stop()
})

function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  const { type, anyOf, format, pattern, minLength = 0, maxLength = 300 } = schema
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(valuesOf))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (type === 'string') {
    if (format === 'uuid') return fc.uuid()
    if (format === 'date-time')
      return fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
        .map((date) => date.toISOString())
    return pattern === undefined
      ? fc.string({ minLength, maxLength })
      : fc.stringMatching(new RegExp(pattern))
  }
  if (type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 })
  if (type === 'null') return fc.constant(null)
  if (type === 'array')
    return fc.array(valuesOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 4 })
  if (type === 'object' && schema.properties !== undefined) {
    const members = Object.entries(schema.properties).map(
      ([name, member]) => [name, valuesOf(member)] as const,
    )
    return fc.record(Object.fromEntries(members), { requiredKeys: [...(schema.required ?? [])] })
  }
  if (type === 'object') return fc.dictionary(fc.string(), fc.jsonValue())
  return fc.jsonValue()
}

/** As it should be, with one member that is anything, or anything at all. */
function spoiled(schema: Schema): fc.Arbitrary<unknown> {
  const good = valuesOf(schema)
  const one = fc.tuple(good, fc.nat(), fc.jsonValue()).map(([value, index, other]) => {
    if (typeof value !== 'object' || value === null) return other
    const names = [...Object.keys(value), 'another']
    return { ...value, [names[index % names.length] ?? '']: other }
  })
  return fc.oneof(
    { weight: 3, arbitrary: good },
    { weight: 2, arbitrary: one },
    { weight: 1, arbitrary: fc.jsonValue() },
  )
}

/** Of a URL or a header: a text that may hold anything that can stand there. */
function textsOf(schema: Schema): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: valuesOf(schema).map(String) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  )
}

test('whatever is asked is answered as its description says, and never with 5xx', async () => {
  const requests = fc.nat().chain((index) => {
    const chosen = operations[index % operations.length] ?? operations[0]
    if (chosen === undefined) throw new Error('nothing is described')
    const { parameters = [], requestBody } = chosen.operation
    const [body] = Object.values(requestBody?.content ?? {})
    return fc.record({
      chosen: fc.constant(chosen),
      parameters: fc.record(
        Object.fromEntries(
          parameters.map((each) => [
            `${each.in} ${each.name}`,
            fc.option(textsOf(each.schema), { nil: undefined }),
          ]),
        ),
      ),
      body: body === undefined ? fc.constant(undefined) : spoiled(body.schema),
      known: fc.boolean(),
    })
  })
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(requests, async ({ chosen: { method, path, operation }, parameters, body, known }) => {
      let url = path
      const query: string[] = []
      const headers: Record<string, string> = {}
      for (const { name, in: place } of operation.parameters ?? []) {
        const value = (parameters as Record<string, string | undefined>)[`${place} ${name}`]
        // Half a character has no place in a URL.
        const encoded = encodeURIComponent((value ?? 'x').toWellFormed())
        if (place === 'path')
          url = url.replace(`{${name}}`, encoded === '' || /^\.+$/.test(encoded) ? 'x' : encoded)
        else if (value !== undefined && place === 'query') query.push(`${name}=${encoded}`)
        else if (value !== undefined)
          headers[name] = Buffer.from(value)
            .toString('latin1')
            .replace(/[^\x20-\x7e]/g, '')
      }
      const follows = operation.responses['200']?.content?.['text/event-stream'] !== undefined
      const response = await (follows ? service.follow : service.ask)(
        method,
        query.length > 0 ? `${url}?${query.join('&')}` : url,
        {
          ...(known ? { key } : {}),
          headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
      )
      const status = response.statusCode
      expect(status).toBeLessThan(500)
      seen.add(`${method} ${path} ${status}`)
      const described = operation.responses[status] ?? operation.responses[`${String(status)[0]}XX`]
      expect([method, path, status, described === undefined]).toEqual([method, path, status, false])
      if (response.body === '') return
      const type = String(response.headers['content-type']).split(';')[0] ?? ''
      const schema = described?.content?.[type]?.schema
      expect([method, path, status, type, schema === undefined]).toEqual([method, path, status, type, false])
      const validate = ajv.compile(schema ?? false)
      expect([validate(response.json()), validate.errors]).toEqual([true, null])
    }),
    { seed, numRuns: runs(5_000) },
  )
  // It got somewhere: to what is accepted, and to what is refused in each way.
  for (const status of ['200', '201', '202', '401', '404', '422'])
    expect([...seen].filter((each) => each.endsWith(` ${status}`))).not.toEqual([])
}, 300_000)
