/** What a consumer of the platform sees. */
import { randomUUID } from 'node:crypto'
import { Admin, Consumer, MessagesStreamModes, stringDeserializers } from '@platformatic/kafka'

export interface Seen {
  readonly key: string
  readonly value: string
  readonly contentType: string | undefined
}

/** As an operator does: no topic is made by whoever writes to it. */
export async function createTopic(bootstrap: string, name: string): Promise<void> {
  const admin = new Admin({ clientId: 'operator', bootstrapBrokers: [bootstrap], retries: 10 })
  await admin.createTopics({ topics: [name], partitions: 3, replicas: 1 })
  await admin.close()
}

/**
 * Reads a topic from its beginning.
 * @param enough is asked after each message
 * @param deadline milliseconds
 * @returns in the order of each partition, and so of each key
 */
export async function readTopic(
  bootstrap: string,
  topic: string,
  enough: (seen: readonly Seen[]) => boolean,
  deadline = 30_000,
): Promise<readonly Seen[]> {
  const consumer = new Consumer({
    groupId: randomUUID(),
    clientId: 'consumer',
    bootstrapBrokers: [bootstrap],
    deserializers: stringDeserializers,
    retries: 20,
  })
  const seen: Seen[] = []
  const stream = await consumer.consume({
    topics: [topic],
    mode: MessagesStreamModes.EARLIEST,
    autocommit: false,
    maxWaitTime: 200,
  })
  const timer = setTimeout(() => void stream.close(), deadline)
  try {
    for await (const { key, value, headers } of stream) {
      seen.push({ key, value, contentType: headers.get('content-type') })
      if (enough(seen)) break
    }
  } finally {
    clearTimeout(timer)
    await consumer.close(true)
  }
  return seen
}
