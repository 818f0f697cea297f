/** What onex-api stands on beside the database: Keycloak and Kafka, both real. They start while the release goes on. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { load } from 'js-yaml'
import * as z from 'zod'
import type { CacheOptions } from '../cache/cache.ts'
import { type Kafka, startKafka } from '../kafka/kafka.ts'
import { createTopic } from '../kafka/topic.ts'
import { type Keycloak, startKeycloak } from '../keycloak/keycloak.ts'
import type { Sandbox } from '../sandbox.ts'

const root = join(import.meta.dirname, '../..')
const Settings = z.object({ data: z.object({ KC_HOSTNAME: z.url() }) })

export interface Backing {
  readonly keycloak: Keycloak
  readonly kafka: Kafka
}

/** A topic for each event that onex-api publishes. */
const topics = readdirSync(join(root, 'onex-api/schemas')).map((file) => basename(file, '.json'))

async function keycloak(options: CacheOptions): Promise<Keycloak> {
  const file = join(root, 'k8s/base/auth/keycloak/configmap.yaml')
  const { data } = Settings.parse(load(readFileSync(file, 'utf8')))
  return startKeycloak({ ...options, hostname: data.KC_HOSTNAME })
}

async function kafka(options: CacheOptions): Promise<Kafka> {
  const started = await startKafka(options)
  for (const topic of topics) await createTopic(started.bootstrap, topic)
  return started
}

/** Stopped with the sandbox. */
export async function startBacking(sandbox: Sandbox, options: CacheOptions): Promise<Backing> {
  const own = async <T extends { stop(): Promise<void> }>(starting: Promise<T>) => sandbox.own(await starting)
  const parallel = [own(keycloak(options)), own(kafka(options))] as const
  await Promise.allSettled(parallel)
  return { keycloak: await parallel[0], kafka: await parallel[1] }
}
