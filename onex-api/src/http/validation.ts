/** How what is sent is held against the schemas of its route: nothing is left out, filled in or converted in a body. */
import { Ajv, type Options } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'

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
