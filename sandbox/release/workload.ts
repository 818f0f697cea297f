/**
 * onex-api and its relay as the cluster would run them. Simulated nodes run no containers, so the sandbox starts the
 * processes itself: with the environment that the live Deployments describe, and the sandbox's addresses for the
 * cluster's names.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import * as z from 'zod'
import { requestAccessToken } from '#toolkit/identity/federated.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { type Daemon, freePort, startDaemon } from '#toolkit/process/daemon.ts'
import { keepConnections } from '#toolkit/transport/exchange.ts'
import { giveTenant } from '../keycloak/jobs.ts'
import { createPerson, logIn } from '../keycloak/login.ts'
import { pushJob } from '../oidc/identity.ts'
import { bundledPrograms } from '../onex-api/bundle.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Backing } from './backing.ts'
import { DATABASE } from './platform.ts'

const service = join(import.meta.dirname, '../../onex-api')
const NAMESPACE = 'onex-dev'
const DATABASE_SECRET = 'onex-api-database'
const PEPPER_SECRET = 'onex-api-pepper'
const READY_MS = 20_000
const DATA_PLANE = { DATABASE_HOST: 'omninode-postgres.data-plane.svc.cluster.local' }
const BROKER = 'omninode-redpanda.data-plane.svc.cluster.local:9092'

const Deployment = z.object({
  spec: z.object({
    template: z.object({
      spec: z.object({
        containers: z.tuple([
          z.object({
            envFrom: z.array(z.object({ configMapRef: z.object({ name: z.string() }) })),
            env: z.array(
              z.object({
                name: z.string(),
                valueFrom: z.object({ secretKeyRef: z.object({ name: z.string(), key: z.string() }) }),
              }),
            ),
          }),
        ]),
      }),
    }),
  }),
})
const Data = z.object({ data: z.record(z.string(), z.string()) })

export interface Workload {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** A key of a tenant that was made for this run. */
  readonly apiKey: string
  /** `Bearer …`: a token of a user of the same tenant, who has just logged in to Keycloak. */
  readonly authorization: string
}

/** What an operator does: a password for the service's role, in a Secret, and a look at where the migrations stand. */
async function grantAccess({ postgres }: Sandbox, admin: KubernetesClient): Promise<void> {
  const username = 'onex_api'
  const password = randomBytes(18).toString('base64url')
  for (const statement of [
    `ALTER ROLE ${username} PASSWORD ${pg.escapeLiteral(password)}`,
    `GRANT USAGE ON SCHEMA migrate TO ${username}`,
    `GRANT SELECT ON migrate.history_current TO ${username}`,
  ])
    await postgres.query(DATABASE, statement)
  await createSecret(admin, DATABASE_SECRET, { username, password })
}

async function createSecret(
  admin: KubernetesClient,
  name: string,
  stringData: Readonly<Record<string, string>>,
): Promise<void> {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: NAMESPACE },
    stringData,
  }
  await admin.apply(secret, { fieldManager: 'sandbox', force: false, dryRun: false })
}

/** @param tenant is made with it */
async function issueApiKey({ postgres }: Sandbox, tenant: string, pepper: Buffer): Promise<string> {
  const prefix = randomBytes(6).toString('hex')
  const apiKey = `onxk_${prefix}_${randomBytes(32).toString('base64url')}`
  const now = new Date()
  await postgres.query(DATABASE, 'INSERT INTO tenants VALUES ($1, $2, $3, $4)', [
    tenant,
    `sandbox-${prefix}`,
    'Sandbox',
    now,
  ])
  const hmac = createHmac('sha256', pepper).update(apiKey).digest()
  await postgres.query(
    DATABASE,
    `INSERT INTO api_keys (id, tenant_id, name, prefix, hmac, scopes, created_by, created_at)
     VALUES ($1, $2, 'sandbox', $3, $4, '{workflows:read,workflows:write}', 'sandbox', $5)`,
    [randomUUID(), tenant, prefix, hmac, now],
  )
  return apiKey
}

/** Somebody of the tenant logs in. */
async function logInTo({ keycloak }: Backing, tenant: string): Promise<string> {
  const person = {
    username: `sandbox-${tenant.slice(0, 8)}`,
    password: randomBytes(18).toString('base64url'),
    tenant,
    roles: ['releases:read', 'workflows:read', 'workflows:write'],
  }
  await createPerson(keycloak, person)
  return (await logIn(keycloak, person.username, person.password)).access_token
}

/** The container's environment, read from the cluster as a kubelet reads it. */
async function environmentOf(admin: KubernetesClient, deployment: string): Promise<Record<string, string>> {
  const read = async <T>(apiVersion: string, kind: string, name: string, schema: z.ZodType<T>) =>
    schema.parse(await admin.get({ apiVersion, kind, namespace: NAMESPACE, name }))
  const { spec } = await read('apps/v1', 'Deployment', deployment, Deployment)
  const [{ envFrom, env }] = spec.template.spec.containers
  const result: Record<string, string> = {}
  for (const { configMapRef } of envFrom)
    Object.assign(result, (await read('v1', 'ConfigMap', configMapRef.name, Data)).data)
  for (const { name, valueFrom } of env) {
    const { data } = await read('v1', 'Secret', valueFrom.secretKeyRef.name, Data)
    result[name] = Buffer.from(data[valueFrom.secretKeyRef.key] ?? '', 'base64').toString('utf8')
  }
  return result
}

/** What a Deployment names, by the cluster's names. @throws Error when it is not what the platform has */
function mustName(
  deployment: string,
  env: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>>,
) {
  for (const [name, value] of Object.entries(names))
    if (env[name] !== value)
      throw new Error(`the Deployment ${deployment} has ${env[name]} for ${name}, not ${value}`)
}

async function startRelay(
  sandbox: Sandbox,
  admin: KubernetesClient,
  { kafka }: Backing,
  here: Readonly<Record<string, string>>,
): Promise<Daemon> {
  const metricsPort = await freePort()
  const env = await environmentOf(admin, 'onex-relay')
  mustName('onex-relay', env, { ...DATA_PLANE, KAFKA_BOOTSTRAP_SERVERS: BROKER })
  return startDaemon({
    name: 'onex-relay',
    command: process.execPath,
    args: [(await bundledPrograms()).relay],
    cwd: service,
    env: { ...env, ...here, METRICS_PORT: String(metricsPort), KAFKA_BOOTSTRAP_SERVERS: kafka.bootstrap },
    logFile: join(sandbox.folder, 'onex-relay.log'),
    ready: async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).ok,
    deadline: READY_MS,
  })
}

/** A realm that was started a moment ago answers its first job more slowly than a job waits to report. */
async function letInOnce(sandbox: Sandbox, { keycloak, proxy }: Backing): Promise<void> {
  const { issuer, repository, certificates } = sandbox
  const identity = pushJob(repository, { sha: '0'.repeat(40), environment: 'dev' })
  const connections = keepConnections({
    most: 1,
    proxies: { HTTPS_PROXY: proxy.url },
    certificateAuthority: certificates.caPem,
  })
  try {
    await requestAccessToken({
      issuer: keycloak.issuer,
      idToken: (audience) => issuer.mint(issuer.claims(identity, audience)),
      connections,
      signal: AbortSignal.timeout(READY_MS),
      deadline: READY_MS,
    })
  } finally {
    connections.close()
  }
}

/** Stopped with the sandbox. @throws Error when a Deployment points at something else than the platform's own */
export async function startWorkload(sandbox: Sandbox, backing: Backing): Promise<Workload> {
  const admin = sandbox.kubernetes.admin()
  const pepper = randomBytes(32)
  const [port, metricsPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const here = {
    LISTEN_ADDRESS: '127.0.0.1',
    DATABASE_HOST: '127.0.0.1',
    DATABASE_PORT: String(sandbox.postgres.port),
    DATABASE_TLS: 'disable',
  }
  try {
    await grantAccess(sandbox, admin)
    await createSecret(admin, PEPPER_SECRET, { pepper: pepper.toString('base64') })
    const env = await environmentOf(admin, 'onex-api')
    mustName('onex-api', env, { ...DATA_PLANE, OIDC_ISSUER: backing.keycloak.issuer })
    const programs = await bundledPrograms()
    const starting = await Promise.allSettled([
      startDaemon({
        name: 'onex-api',
        command: process.execPath,
        args: [programs.api],
        cwd: service,
        env: {
          ...env,
          ...here,
          PORT: String(port),
          METRICS_PORT: String(metricsPort),
          OIDC_JWKS_URL: backing.keycloak.jwksUrl,
        },
        logFile: join(sandbox.folder, 'onex-api.log'),
        ready: async () => (await fetch(`${url}/health/live`)).ok,
        deadline: READY_MS,
      }),
      startRelay(sandbox, admin, backing, here),
    ])
    // One that does not start must not leave the other one behind.
    for (const each of starting) if (each.status === 'fulfilled') sandbox.own(each.value)
    for (const each of starting) if (each.status === 'rejected') throw each.reason
  } finally {
    admin.close()
  }
  const tenant = randomUUID()
  const apiKey = await issueApiKey(sandbox, tenant, pepper)
  await giveTenant(backing.keycloak, 'onex-ci-dev', tenant)
  await letInOnce(sandbox, backing)
  return { url, apiKey, authorization: `Bearer ${await logInTo(backing, tenant)}` }
}
