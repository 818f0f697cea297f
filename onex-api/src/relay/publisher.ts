/** How events reach the broker: all of a batch, in its order for each key, or an error. */
import { ProduceAcks, Producer, stringSerializers } from '@platformatic/kafka'
import type { KafkaConfig } from '../configuration/config.ts'
import type { TraceContext } from '../telemetry/trace-context.ts'

export interface Message {
  readonly topic: string
  readonly key: string
  /** JSON of the CloudEvent. */
  readonly event: string
  /** The trace that it is part of. */
  readonly trace?: TraceContext
}

export interface Publisher {
  /** Resolves when the broker has all of them. After an error some may be there. */
  publish(messages: readonly Message[]): Promise<void>
  close(): Promise<void>
}

const CONNECT = 5_000
const ANSWER = 10_000
/** The broker's own trouble is waited for here; the relay tries again with all of the batch. */
const RETRIES = 3

type KafkaProducer = Producer<string, string, string, string>

export class KafkaPublisher implements Publisher {
  readonly #config: KafkaConfig
  #producer: KafkaProducer | undefined

  constructor(config: KafkaConfig) {
    this.#config = config
  }

  async publish(messages: readonly Message[]): Promise<void> {
    const { tls, sasl } = this.#config
    this.#producer ??= new Producer({
      clientId: 'onex-relay',
      bootstrapBrokers: [...this.#config.bootstrapServers],
      serializers: stringSerializers,
      idempotent: true,
      acks: ProduceAcks.ALL,
      retries: RETRIES,
      connectTimeout: CONNECT,
      requestTimeout: ANSWER,
      autocreateTopics: false,
      ...(tls === undefined
        ? {}
        : { tls: { rejectUnauthorized: true, ...(tls.ca === undefined ? {} : { ca: tls.ca }) } }),
      ...(sasl === undefined ? {} : { sasl: { ...sasl } }),
    })
    try {
      await this.#producer.send({
        messages: messages.map(({ topic, key, event, trace }) => ({
          topic,
          key,
          value: event,
          headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8', ...trace },
        })),
      })
    } catch (error) {
      // What became of its sequence numbers is not known: the next attempt begins with new ones.
      await this.close()
      throw error
    }
  }

  async close(): Promise<void> {
    const producer = this.#producer
    this.#producer = undefined
    await producer?.close(true).catch(() => undefined)
  }
}
