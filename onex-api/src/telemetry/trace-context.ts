/** A trace as W3C writes it; CloudEvents calls it its extension for distributed tracing. */
export interface TraceContext {
  readonly traceparent: string
  readonly tracestate?: string
}
