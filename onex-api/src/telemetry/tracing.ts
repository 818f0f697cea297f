/**
 * Spans of requests, of the statements that they wait for, and of what goes to the broker. Is loaded only where traces
 * are asked for. What is measured is by the SDK's own clock; nothing of a request's values is in a span, and no SQL
 * beyond its first word.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Message, Publisher } from '../relay/publisher.ts'
import type { TraceContext } from './trace-context.ts'

declare module 'fastify' {
  interface FastifyRequest {
    span: Span | undefined
  }
}

const propagator = new W3CTraceContextPropagator()

export class Tracing {
  readonly #tracer: Tracer
  readonly #current = new AsyncLocalStorage<Span>()
  readonly shutdown: () => Promise<void>

  /** @param shutdown sends what is still in memory */
  constructor(tracer: Tracer, shutdown: () => Promise<void>) {
    this.#tracer = tracer
    this.shutdown = shutdown
  }

  /** Comes before every other hook. A span for each request but those for its health. */
  requests(app: FastifyInstance): void {
    app.decorateRequest('span', undefined)
    app.addHook('onRequest', (request, _reply, done) => {
      const route = request.is404 ? undefined : request.routeOptions.url
      if (route?.startsWith('/health/') === true) return done()
      const attributes = {
        'http.request.method': request.method,
        ...(route === undefined ? {} : { 'http.route': route }),
      }
      const parent = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter)
      const name = route === undefined ? request.method : `${request.method} ${route}`
      const span = this.#tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent)
      request.span = span
      this.#current.run(span, done)
    })
    app.addHook('onResponse', (request, reply, done) => {
      const { span } = request
      span?.setAttribute('http.response.status_code', reply.statusCode)
      if (reply.statusCode >= 500) fail(span, String(reply.statusCode))
      span?.end()
      done()
    })
    app.addHook('onRequestAbort', (request, done) => {
      fail(request.span, 'aborted')
      request.span?.end()
      done()
    })
  }

  /** A span for each query by the pool itself that a request waits for. */
  queries(pool: pg.Pool): void {
    const query = pool.query.bind(pool) as (...values: readonly unknown[]) => Promise<unknown> // one of its overloads
    Object.assign(pool, {
      query: (statement: string | { readonly text: string }, ...values: readonly unknown[]) => {
        const span = this.#statement(typeof statement === 'string' ? statement : statement.text)
        const ask = () => query(statement, ...values)
        return span === undefined ? ask() : during([span], ask)
      },
    })
  }

  /** For queries that took their own connection: told when they are over. */
  queried(text: string, milliseconds: number, error?: unknown): void {
    const span = this.#statement(text, Date.now() - milliseconds)
    if (error !== undefined) fail(span, codeOf(error))
    span?.end()
  }

  #statement(text: string, startTime?: number): Span | undefined {
    const parent = this.#current.getStore()
    return parent === undefined ? undefined : this.#statementOf(parent, text, startTime)
  }

  #statementOf(parent: Span, text: string, startTime?: number, batch?: number): Span {
    const operation = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'query'
    const attributes = {
      'db.system.name': 'postgresql',
      'db.operation.name': operation,
      ...(batch === undefined ? {} : { 'db.operation.batch.size': batch }),
    }
    const options = { kind: SpanKind.CLIENT, attributes, ...(startTime === undefined ? {} : { startTime }) }
    return this.#tracer.startSpan(operation, options, trace.setSpan(ROOT_CONTEXT, parent))
  }

  /** A statement that several wait for: a span for each of them. */
  shared<T>(parents: readonly (Span | undefined)[], text: string, statement: () => Promise<T>): Promise<T> {
    const spans = parents.flatMap((parent) =>
      parent === undefined ? [] : [this.#statementOf(parent, text, undefined, parents.length)],
    )
    return during(spans, statement)
  }

  /** What others go on with; undefined for a span that is none. */
  contextOf(span: Span): TraceContext | undefined {
    return contextOf(span)
  }

  /** Runs what belongs to no single request. */
  apart<T>(work: () => T): T {
    return this.#current.exit(work)
  }

  /** A span for each message that is part of a trace, which goes on with the message. */
  publishing(publisher: Publisher): Publisher {
    return {
      publish: async (messages) => {
        const spans: Span[] = []
        const traced = messages.map((message): Message => {
          if (message.trace === undefined) return message
          const parent = propagator.extract(ROOT_CONTEXT, message.trace, defaultTextMapGetter)
          const attributes = {
            'messaging.system': 'kafka',
            'messaging.operation.type': 'send',
            'messaging.destination.name': message.topic,
          }
          const options = { kind: SpanKind.PRODUCER, attributes }
          const span = this.#tracer.startSpan(`send ${message.topic}`, options, parent)
          spans.push(span)
          return { ...message, trace: contextOf(span) ?? message.trace }
        })
        await during(spans, () => publisher.publish(traced))
      },
      close: () => publisher.close(),
    }
  }
}

/** Ends the spans with the work. */
async function during<T>(spans: readonly Span[], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    for (const span of spans) fail(span, codeOf(error))
    throw error
  } finally {
    for (const span of spans) span.end()
  }
}

function contextOf(span: Span): TraceContext | undefined {
  const carrier: { traceparent?: string; tracestate?: string } = {}
  propagator.inject(trace.setSpan(ROOT_CONTEXT, span), carrier, defaultTextMapSetter)
  const { traceparent, tracestate } = carrier
  if (traceparent === undefined) return undefined
  return { traceparent, ...(tracestate === undefined ? {} : { tracestate }) }
}

function fail(span: Span | undefined, type: string): void {
  span?.setAttribute('error.type', type)
  span?.setStatus({ code: SpanStatusCode.ERROR })
}

/** Of an error no more than what kind it is: its message may quote values. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error'
  return 'code' in error ? String(error.code) : error.name
}
