/** What a consumer of the platform reads of a release: from Kafka, and from onex-api, to which the release's steps report. */
import * as z from 'zod'
import { ReleaseEvent, type Report } from '#toolkit/model/release-event.ts'
import { readTopic } from '../kafka/topic.ts'
import type { Backing } from './backing.ts'
import type { Workload } from './workload.ts'

const Accepted = z.object({ workflow_id: z.string() })
const Receipt = z.object({ event_id: z.string(), event_topic: z.string() })
const Event = z.object({ id: z.string(), subject: z.string(), type: z.string() })
const Release = z.object({ id: z.string(), run_id: z.string(), status: z.string() })
const Releases = z.object({ items: z.array(Release) })

export interface Published {
  readonly topic: string
  readonly subject: string
}

/** Asks as the user who logged in. @throws Error with what was answered, unless that is 2xx */
async function ask(
  { url, authorization }: Workload,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${url}/v1${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`onex-api answered ${response.status}: ${await response.text()}`)
  return response.json()
}

/** Asks for a workflow, and waits for its event. @throws Error when there is none */
export async function publishedOf({ kafka }: Backing, workload: Workload): Promise<Published> {
  const asked = { workflow_type: 'redeploy', payload: { lane: 'dev' } }
  const { workflow_id: id } = Accepted.parse(await ask(workload, 'POST', '/workflows', asked))
  const receipt = Receipt.parse(await ask(workload, 'GET', `/workflows/${id}/receipt`))
  const { event_id, event_topic: topic } = receipt
  const isIt = ({ value }: { readonly value: string }) => Event.parse(JSON.parse(value)).id === event_id
  const seen = (await readTopic(kafka.bootstrap, topic, (all) => all.some(isIt))).find(isIt)
  if (seen === undefined) throw new Error(`Kafka has no event ${event_id} on ${topic}`)
  return { topic, subject: Event.parse(JSON.parse(seen.value)).subject }
}

/** What the steps of a job report, once onex-api is there: to it, as the client of their environment. */
export function reportingTo(
  { keycloak, proxy }: Backing,
  { url }: Workload,
): { readonly inputs: Readonly<Record<string, string>>; readonly env: Readonly<Record<string, string>> } {
  return {
    inputs: { 'events-url': `${url}/v1/releases/events`, 'events-issuer': keycloak.issuer },
    env: { HTTPS_PROXY: proxy.url },
  }
}

export interface ReportedRelease {
  /** As onex-api says it. */
  readonly status: string
  /** How many events of each there are on Kafka. */
  readonly reports: Readonly<Partial<Record<Report, number>>>
}

/**
 * Reads the release of a workflow run from onex-api, and its events from Kafka.
 * @param expected how many there must be of each
 * @throws Error when onex-api does not know it, or Kafka has not as many
 */
export async function reportedOf(
  { kafka }: Backing,
  workload: Workload,
  runId: string | undefined,
  expected: ReportedRelease['reports'],
): Promise<ReportedRelease> {
  const { items } = Releases.parse(await ask(workload, 'GET', '/releases'))
  const listed = items.find(({ run_id }) => run_id === runId)
  if (listed === undefined) throw new Error(`onex-api does not know of the run ${runId}`)
  const { status } = Release.parse(await ask(workload, 'GET', `/releases/${listed.id}`))
  const isOfRun = ({ value }: { readonly value: string }) =>
    ReleaseEvent.parse(JSON.parse(value)).data.run_id === runId
  const read = Object.entries(expected).map(async ([report, wanted]) => {
    const topic = `onex.evt.omninode-infra.release-${report}.v1`
    const seen = await readTopic(kafka.bootstrap, topic, (all) => all.filter(isOfRun).length >= wanted)
    const count = seen.filter(isOfRun).length
    if (count !== wanted)
      throw new Error(`Kafka has ${count} events of the run ${runId} on ${topic}, not ${wanted}`)
    return [report, count] as const
  })
  return { status, reports: Object.fromEntries(await Promise.all(read)) }
}
