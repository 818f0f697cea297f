/** Problem details (RFC 9457): the one form of everything that goes wrong. Nothing of the request's values is in them. */
import { STATUS_CODES } from 'node:http'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

const ProblemDetails = Type.Object(
  {
    type: Type.Literal('about:blank'),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    title: Type.String({ description: 'What is wrong, for people.' }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          in: Type.Enum(['body', 'querystring', 'params', 'headers']),
          at: Type.String({ description: 'JSON pointer within it.' }),
          message: Type.String(),
        }),
        { description: 'With 422: each field that is wrong.' },
      ),
    ),
  },
  { title: 'Problem' },
)

const answer = {
  description: 'What is wrong',
  content: { 'application/problem+json': { schema: ProblemDetails } },
}

/** What every route may answer besides its own. */
export const problemAnswers = { '4xx': answer, '5xx': answer }

export interface FieldError {
  readonly in: 'body' | 'querystring' | 'params' | 'headers'
  readonly at: string
  readonly message: string
}

export interface ProblemOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[]
}

/** Thrown wherever a request cannot be done; the error handler sends it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[] | undefined

  constructor(status: number, title: string, { headers = {}, errors }: ProblemOptions = {}) {
    super(title)
    this.status = status
    this.headers = headers
    this.errors = errors
  }
}

/** Errors of the framework, by what they mean to whoever asked. */
const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  413: 'The body is too long.',
  415: 'The body must be application/json.',
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

interface ValidationError {
  readonly instancePath: string
  readonly message?: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

function fieldErrors(context: FieldError['in'], found: readonly ValidationError[]): FieldError[] {
  return found.map(({ instancePath, message = 'is not valid', keyword, params }) => {
    const missing = keyword === 'required' ? `/${params['missingProperty']}` : ''
    return { in: context, at: `${instancePath}${missing}`, message: missing === '' ? message : 'is missing' }
  })
}

const unprocessable = 'Some fields are not valid.'

export function invalid(where: FieldError['in'], at: string, message: string): Problem {
  return new Problem(422, unprocessable, { errors: [{ in: where, at, message }] })
}

/** @returns what is told of an error; `undefined` when it is one of ours, and not the request's */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (!isObject(error)) return undefined
  if (Array.isArray(error['validation'])) {
    const context = error['validationContext'] as FieldError['in'] // Fastify's own
    return new Problem(422, unprocessable, { errors: fieldErrors(context, error['validation']) })
  }
  const status = Number(error['statusCode'])
  if (!(status >= 400 && status < 500)) return undefined
  return new Problem(status, titles[status] ?? `${STATUS_CODES[status] ?? 'The request is not valid'}.`)
}

export function sendProblem(
  reply: FastifyReply,
  { status, message, headers, errors }: Problem,
): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .type('application/problem+json')
    .send({ type: 'about:blank', status, title: message, ...(errors === undefined ? {} : { errors }) })
}
