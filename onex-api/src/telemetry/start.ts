/** Traces where the environment asks for them; else nothing of their software is loaded. */
import type { TracesConfig } from '../configuration/config.ts'
import type { Outage } from '../relay/outage.ts'
import type { Tracing } from './tracing.ts'

/** Milliseconds that the end of the process waits for what is still in memory. */
const FAREWELL = 3_000

/**
 * @param outage is told when the receiver does not take what it is sent
 * @returns undefined where no traces are asked for
 */
export async function startTracing(
  traces: TracesConfig | undefined,
  outage: Outage,
): Promise<Tracing | undefined> {
  if (traces === undefined) return undefined
  const [{ OTLPTraceExporter }, { resourceFromAttributes }, sdk, { Tracing: Spans }] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-proto'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
    import('./tracing.ts'),
  ])
  // The rest of OTEL_EXPORTER_OTLP_* it reads itself: headers, time-out, compression, certificates.
  const exporter = new OTLPTraceExporter({ url: traces.url })
  const send = exporter.export.bind(exporter)
  exporter.export = (spans, done) =>
    send(spans, (result) => {
      if (result.error === undefined) outage.over()
      else outage.failed(result.error)
      done(result)
    })
  const { sampler: name, ratio } = traces
  const root = name.endsWith('always_on')
    ? new sdk.AlwaysOnSampler()
    : name.endsWith('always_off')
      ? new sdk.AlwaysOffSampler()
      : new sdk.TraceIdRatioBasedSampler(ratio)
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': traces.service, ...traces.resource }),
    sampler: name.startsWith('parentbased_') ? new sdk.ParentBasedSampler({ root }) : root,
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: traces.delay })],
  })
  const shutdown = async () => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, FAREWELL)
    })
    await Promise.race([provider.shutdown().catch(() => undefined), late])
    clearTimeout(timer)
  }
  return new Spans(provider.getTracer('onex-api'), shutdown)
}
