/** What Kubernetes tells of an object, which it keeps for an hour. */
import { type Reader, readable } from './reader.ts'

/** Of core/v1. */
export interface Event {
  readonly type?: string
  readonly reason?: string
  readonly message?: string
  readonly lastTimestamp?: string | null
  readonly eventTime?: string | null
  readonly series?: { readonly lastObservedTime?: string | null } | null
  /** `fieldPath`: of the container that it is about, as `spec.containers{main}`. */
  readonly involvedObject?: { readonly fieldPath?: string }
}

function timeOf({ lastTimestamp, eventTime, series }: Event): string {
  return series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? ''
}

/**
 * The newest one last; none where this identity may not look.
 * @param object by its uid, or by its kind and name
 */
export async function eventsAbout(
  client: Pick<Reader, 'list'>,
  namespace: string | undefined,
  object: { readonly uid: string } | { readonly kind: string; readonly name: string },
): Promise<Event[]> {
  const fields = Object.entries(object).map(([key, value]) => `involvedObject.${key}=${value}`)
  const events = await readable(
    client,
    { apiVersion: 'v1', kind: 'Event' },
    { namespace, fields: fields.join(',') },
  )
  return (events as unknown as Event[]).toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1)) // core/v1 Event
}

export function warningsAmong(events: readonly Event[]): Event[] {
  return events.filter(({ type }) => type === 'Warning')
}

/** Whether an event of a pod is about one of its containers. */
export function isAboutContainer({ involvedObject }: Event, container: string): boolean {
  return involvedObject?.fieldPath?.endsWith(`{${container}}`) === true
}

/** `readinessProbe`, as a container has it, of an event that says that it failed. */
export function probeOf({ reason, message = '' }: Event): string | undefined {
  const [, name] = /^(Readiness|Liveness|Startup) probe /.exec(message) ?? []
  return reason === 'Unhealthy' && name !== undefined ? `${name.toLowerCase()}Probe` : undefined
}
