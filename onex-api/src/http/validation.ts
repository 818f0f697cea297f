/** How what is sent is held against the schemas of its route: nothing is left out, filled in or converted in a body. */
import { Ajv, type Options } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance, FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify'

function compilerWith(options: Options): Ajv {
  const ajv = new Ajv({ allErrors: false, removeAdditional: false, useDefaults: true, ...options })
  // The module is CommonJS: its default is within the default.
  addFormats.default(ajv)
  return ajv
}

export function validate(app: FastifyInstance): void {
  const exact = compilerWith({ coerceTypes: false })
  // A URL has only texts.
  const converting = compilerWith({ coerceTypes: true })
  app.setValidatorCompiler<object>(({ schema, httpPart }) =>
    (httpPart === 'querystring' || httpPart === 'params' ? converting : exact).compile(schema),
  )
}

interface Union {
  readonly anyOf: readonly { readonly properties: { readonly type: { readonly const: string } } }[]
}

/**
 * For a body that is one of several, told apart by its `type`: it is held against that one alone, so that what is wrong
 * is told of the fields that it has.
 */
export function byType(compile: FastifySchemaCompiler<object> | undefined): FastifySchemaCompiler<object> {
  return (route) => {
    if (compile === undefined) throw new Error('the application validates nothing')
    if (route.httpPart !== 'body') return compile(route)
    const { anyOf } = route.schema as Union // the route's own
    const known = new Map(
      anyOf.map((schema) => [schema.properties.type.const, compile({ ...route, schema })] as const),
    )
    return (body: unknown) => {
      if (typeof body !== 'object' || body === null || Array.isArray(body))
        return { error: [wrong('', 'must be object')] }
      const validate = 'type' in body && typeof body.type === 'string' ? known.get(body.type) : undefined
      if (validate === undefined)
        return { error: [wrong('/type', `must be one of ${[...known.keys()].join(', ')}`)] }
      return validate(body) === true ? true : { error: validate.errors ?? [] }
    }
  }
}

function wrong(instancePath: string, message: string): FastifySchemaValidationError {
  return { keyword: 'type', instancePath, schemaPath: '', params: {}, message }
}
