/** GitHub's own OpenAPI description, as far as the stand-in answers: what a request and an answer must be. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

const FILE = '@octokit/openapi/generated/api.github.com.json'

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly nullable?: boolean
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Schema
}

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, unknown>>
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

export interface Contract {
  /** What is wrong with a request, in words; none when nothing is. */
  request(query: Readonly<Record<string, string>>, body: unknown): string[]
  /** What is wrong with a successful answer. */
  answer(body: unknown): string[]
}

const pointer = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** OpenAPI lets `nullable` stand without a type, beside `allOf` and the like; JSON Schema has no such word. */
function spellOutNull(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.values(value)) spellOutNull(inner)
  if (!('nullable' in value) || value.nullable !== true || 'type' in value) return
  const { nullable: _nullable, ...rest } = value
  for (const name of Object.keys(value)) delete (value as Record<string, unknown>)[name]
  Object.assign(value, { anyOf: [{ enum: [null] }, rest] })
}

/** All the contracts, from one reading of the description. */
export class Contracts {
  readonly #description: Description
  readonly #ajv: Ajv
  readonly #made = new Map<string, Contract>()

  constructor() {
    const file = createRequire(import.meta.url).resolve(FILE)
    this.#description = JSON.parse(readFileSync(file, 'utf8'))
    spellOutNull(this.#description)
    // The description is OpenAPI, not pure JSON Schema: examples and the like are no errors.
    this.#ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateSchema: false })
    formats.default(this.#ajv)
    this.#ajv.addFormat('repo.nwo', true)
    this.#ajv.addSchema(this.#description, 'github')
  }

  #resolve<T extends { readonly $ref?: string }>(value: T): T {
    let resolved: unknown = value
    while (
      typeof resolved === 'object' &&
      resolved !== null &&
      '$ref' in resolved &&
      typeof resolved.$ref === 'string'
    ) {
      const keys = resolved.$ref.slice(2).split('/')
      resolved = keys.reduce<unknown>(
        (at, key) => (at as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')],
        this.#description,
      )
    }
    return resolved as T // what a reference points to is of the same kind
  }

  /** Compiled when it is first asked for: few of the contracts are, and it takes its time. */
  #compile(path: string): () => ValidateFunction {
    let compiled: ValidateFunction | undefined
    return () => {
      compiled ??= this.#ajv.compile({ $ref: `github#${path}` })
      return compiled
    }
  }

  #words(validate: ValidateFunction, value: unknown): string[] {
    return validate(value)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`)
  }

  #answers(path: string): (content: unknown) => string[] {
    const validate = this.#compile(path)
    return (content) => this.#words(validate(), content)
  }

  /** @param status of the successful answer */
  for(method: string, path: string, status: number): Contract {
    const key = `${method} ${path} ${status}`
    const made = this.#made.get(key) ?? this.#make(method, path, status)
    this.#made.set(key, made)
    return made
  }

  #make(method: string, path: string, status: number): Contract {
    const operation = this.#description.paths[path]?.[method]
    if (operation === undefined) throw new Error(`GitHub has no ${method} ${path}`)
    const base = `/paths/${pointer(path)}/${method}`
    const query = (operation.parameters ?? [])
      .map((each) => this.#resolve(each))
      .filter((each) => each.in === 'query')
    const body =
      operation.requestBody === undefined
        ? undefined
        : this.#compile(`${base}/requestBody/content/application~1json/schema`)
    const answer =
      status === 204
        ? (content: unknown) => (content === undefined ? [] : ['there must be no content'])
        : this.#answers(`${base}/responses/${status}/content/application~1json/schema`)
    return {
      request: (given, content) => {
        const unknown = Object.keys(given).filter((name) => !query.some((each) => each.name === name))
        const numbers = query.filter(
          (each) => this.#resolve(each.schema).type === 'integer' && given[each.name] !== undefined,
        )
        return [
          ...unknown.map((name) => `there is no query parameter ${name}`),
          ...numbers
            .filter((each) => !/^\d+$/.test(given[each.name] ?? ''))
            .map((each) => `${each.name} is no integer`),
          ...(body === undefined ? [] : this.#words(body(), content)),
        ]
      },
      answer,
    }
  }

  /** The least that a component's schema accepts: for the many fields that nobody here looks at. */
  sample(component: string): Record<string, unknown> {
    const schema = this.#resolve<Schema>({ $ref: `#/components/schemas/${component}` })
    return this.#least({ ...schema, nullable: false }) as Record<string, unknown> // components asked for are objects
  }

  #least(reference: Schema): unknown {
    const schema = this.#resolve(reference)
    if (schema.nullable === true) return null
    const [alternative] = schema.oneOf ?? schema.anyOf ?? []
    if (alternative !== undefined) return this.#least(alternative)
    if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((each) => this.#least(each)))
    if (schema.enum !== undefined) return schema.enum[0]
    switch (schema.type) {
      case 'array':
        return []
      case 'boolean':
        return false
      case 'integer':
      case 'number':
        return 1
      case 'string':
        if (schema.format === 'date-time') return '2026-01-01T00:00:00Z'
        return schema.format === 'uri' ? 'https://example.com/' : 'x'
      default:
        return Object.fromEntries(
          (schema.required ?? []).map((name) => [
            name,
            this.#least(schema.properties?.[name] ?? { type: 'string' }),
          ]),
        )
    }
  }
}

let read: Contracts | undefined

/** GitHub's description is twelve megabytes: one reading serves every stand-in of a process. */
export function readContracts(): Contracts {
  read ??= new Contracts()
  return read
}
