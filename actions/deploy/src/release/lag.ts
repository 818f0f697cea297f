/** What takes effect a moment after it is written: kinds and schemas that are defined, and webhooks that are to answer. */
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { groupVersionKindOf } from '#toolkit/kubernetes/kinds.ts'
import { silentWebhook } from '#toolkit/kubernetes/webhooks.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure } from '#toolkit/model/failure.ts'

/** Milliseconds. An API server takes a new schema up within a second; a refusal that stands is no lag. */
const SCHEMA_LAG = 10_000

/** What this run has written. */
export interface Lagging {
  /** The kinds whose definitions were written, with their versions. */
  readonly kinds: ReadonlySet<string>
  /** The names of the release's own webhooks. */
  readonly webhooks: ReadonlySet<string>
}

function refusalIn(error: unknown): KubernetesError | undefined {
  if (error instanceof KubernetesError) return error
  return error instanceof Failure && error.cause instanceof KubernetesError ? error.cause : undefined
}

/** The webhook of the release that did not answer, by its name. */
export function silentOwn(error: unknown, { webhooks }: Pick<Lagging, 'webhooks'>): string | undefined {
  const silent = silentWebhook(refusalIn(error)?.said ?? '')
  if (silent === undefined) return undefined
  // A conversion is named by what it converts.
  return webhooks.has(silent) || [...webhooks].some((name) => silent.startsWith(`${name}/`))
    ? silent
    : undefined
}

/**
 * How long what was refused may be tried again; 0 when the refusal stands.
 * @param timeout milliseconds that everything may take
 */
export function lagOf(
  error: unknown,
  { object }: Pick<CompleteManifest, 'object'>,
  lagging: Lagging,
  timeout: number,
): number {
  if (silentOwn(error, lagging) !== undefined) return timeout
  if (!lagging.kinds.has(groupVersionKindOf(object))) return 0
  if (error instanceof Failure && error.code === 'KIND_UNKNOWN') return timeout
  const refusal = refusalIn(error)
  if (refusal === undefined) return 0
  if (refusal.status === 404 && !refusal.said.startsWith('namespaces ')) return timeout
  const isAboutSchema = refusal.isAboutObject || refusal.status === 400 || refusal.status === 422
  return isAboutSchema ? Math.min(SCHEMA_LAG, timeout) : 0
}
