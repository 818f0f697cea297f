/**
 * onex-api as the cluster would run it. Simulated nodes run no containers, so the sandbox starts the process itself:
 * with the environment that the live Deployment describes, and the sandbox's addresses for the cluster's names.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import * as z from 'zod'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { freePort, startDaemon } from '#toolkit/process/daemon.ts'
import { REALM_ISSUER } from '../oidc/issuer.ts'
import type { Sandbox } from '../sandbox.ts'
import { DATABASE } from './platform.ts'

const root = join(import.meta.dirname, '../..')
const NAMESPACE = 'onex-dev'
const DATABASE_SECRET = 'onex-api-database'
const PEPPER_SECRET = 'onex-api-pepper'
const DATABASE_HOST = 'omninode-postgres.data-plane.svc.cluster.local'
const READY_MS = 20_000

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
  /** `Bearer …`: a token of a user of the same tenant. */
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

/** As Keycloak writes an access token; it lives for as long as somebody may look at the sandbox. */
function issueToken({ realm }: Sandbox, tenant: string): Promise<string> {
  const now = Math.floor(Date.now() / 1_000)
  return realm.mint({
    iss: REALM_ISSUER,
    aud: 'onex-api',
    sub: randomUUID(),
    azp: 'omniweb',
    typ: 'Bearer',
    tenant_id: tenant,
    resource_access: { 'onex-api': { roles: ['workflows:read', 'workflows:write'] } },
    iat: now,
    exp: now + 12 * 3_600,
  })
}

/** The container's environment, read from the cluster as a kubelet reads it. */
async function environmentOf(admin: KubernetesClient): Promise<Record<string, string>> {
  const read = async <T>(apiVersion: string, kind: string, name: string, schema: z.ZodType<T>) =>
    schema.parse(await admin.get({ apiVersion, kind, namespace: NAMESPACE, name }))
  const { spec } = await read('apps/v1', 'Deployment', 'onex-api', Deployment)
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

/** Stopped with the sandbox. @throws Error when the Deployment points at another database than the platform's. */
export async function startWorkload(sandbox: Sandbox): Promise<Workload> {
  const admin = sandbox.kubernetes.admin()
  const pepper = randomBytes(32)
  const [port, metricsPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  try {
    await grantAccess(sandbox, admin)
    await createSecret(admin, PEPPER_SECRET, { pepper: pepper.toString('base64') })
    const env = await environmentOf(admin)
    if (env['DATABASE_HOST'] !== DATABASE_HOST)
      throw new Error(`the Deployment names the database host ${env['DATABASE_HOST']}, not ${DATABASE_HOST}`)
    const folder = join(root, 'onex-api')
    const daemon = await startDaemon({
      name: 'onex-api',
      command: process.execPath,
      args: [join(folder, 'src/main.ts')],
      cwd: folder,
      env: {
        ...env,
        LISTEN_ADDRESS: '127.0.0.1',
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
        DATABASE_HOST: '127.0.0.1',
        DATABASE_PORT: String(sandbox.postgres.port),
        DATABASE_TLS: 'disable',
        OIDC_JWKS_URL: `${sandbox.realm.url}/.well-known/jwks`,
        NODE_EXTRA_CA_CERTS: sandbox.caFile,
      },
      logFile: join(sandbox.folder, 'onex-api.log'),
      ready: async () => (await fetch(`${url}/health/live`)).ok,
      deadline: READY_MS,
    })
    sandbox.own(daemon)
  } finally {
    admin.close()
  }
  const tenant = randomUUID()
  const apiKey = await issueApiKey(sandbox, tenant, pepper)
  return { url, apiKey, authorization: `Bearer ${await issueToken(sandbox, tenant)}` }
}
