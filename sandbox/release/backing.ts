/** What onex-api stands on beside the database: Keycloak and Kafka, both real. They start while the release goes on. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CacheOptions } from '../cache/cache.ts'
import { type Kafka, startKafka } from '../kafka/kafka.ts'
import { createTopic } from '../kafka/topic.ts'
import { PLATFORM_URL } from '../keycloak/certificate.ts'
import { trustJobs } from '../keycloak/jobs.ts'
import { type Keycloak, startKeycloak } from '../keycloak/keycloak.ts'
import { ISSUER } from '../oidc/issuer.ts'
import { type RunningProxy, startProxy } from '../proxy/proxy.ts'
import type { Sandbox } from '../sandbox.ts'

const root = join(import.meta.dirname, '../..')

export interface Backing {
  readonly keycloak: Keycloak
  readonly kafka: Kafka
  /** Leads Keycloak's name to it, and GitHub's name for its issuer. */
  readonly proxy: RunningProxy
}

/** A topic for each event that onex-api publishes. */
const topics = readdirSync(join(root, 'onex-api/schemas')).map((file) => basename(file, '.json'))

async function keycloak(sandbox: Sandbox, options: CacheOptions): Promise<Keycloak> {
  const { certificates, caFile, issuer } = sandbox
  const tls = { certFile: certificates.file('keycloak.crt'), keyFile: certificates.file('keycloak.key') }
  const started = await startKeycloak({ ...options, hostname: PLATFORM_URL, caFile, tls })
  await trustJobs(started, `${issuer.url}/.well-known/jwks`)
  return started
}

async function kafka(options: CacheOptions): Promise<Kafka> {
  const started = await startKafka(options)
  for (const topic of topics) await createTopic(started.bootstrap, topic)
  return started
}

/** Stopped with the sandbox. */
export async function startBacking(sandbox: Sandbox, options: CacheOptions): Promise<Backing> {
  const own = async <T extends { stop(): Promise<void> }>(starting: Promise<T>) => sandbox.own(await starting)
  const parallel = [own(keycloak(sandbox, options)), own(kafka(options))] as const
  await Promise.allSettled(parallel)
  const [keycloakStarted, kafkaStarted] = [await parallel[0], await parallel[1]]
  const names = {
    [new URL(ISSUER).hostname]: Number(new URL(sandbox.issuer.url).port),
    [new URL(PLATFORM_URL).hostname]: keycloakStarted.tlsPort,
  }
  const proxy = sandbox.own(await startProxy({ names, elsewhere: 'reached' }))
  return { keycloak: keycloakStarted, kafka: kafkaStarted, proxy }
}
