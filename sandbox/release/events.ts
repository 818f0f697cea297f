/** What a consumer of the platform reads from Kafka of what onex-api accepts. */
import * as z from 'zod'
import { readTopic } from '../kafka/topic.ts'
import type { Backing } from './backing.ts'
import type { Workload } from './workload.ts'

const Accepted = z.object({ workflow_id: z.string() })
const Receipt = z.object({ event_id: z.string(), event_topic: z.string() })
const Event = z.object({ id: z.string(), subject: z.string(), type: z.string() })

export interface Published {
  readonly topic: string
  readonly subject: string
}

/** Asks for a workflow as the user who logged in, and waits for its event. @throws Error when there is none */
export async function publishedOf({ kafka }: Backing, { url, authorization }: Workload): Promise<Published> {
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/v1/workflows${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`onex-api answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const accepted = await ask('POST', '', { workflow_type: 'redeploy', payload: { lane: 'dev' } })
  const { workflow_id: id } = Accepted.parse(accepted)
  const { event_id, event_topic: topic } = Receipt.parse(await ask('GET', `/${id}/receipt`))
  const isIt = ({ value }: { readonly value: string }) => Event.parse(JSON.parse(value)).id === event_id
  const seen = (await readTopic(kafka.bootstrap, topic, (all) => all.some(isIt))).find(isIt)
  if (seen === undefined) throw new Error(`Kafka has no event ${event_id} on ${topic}`)
  return { topic, subject: Event.parse(JSON.parse(seen.value)).subject }
}
