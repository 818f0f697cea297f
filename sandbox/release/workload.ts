/**
 * onex-api as the cluster would run it. Simulated nodes run no containers, so the sandbox starts the process itself:
 * with the environment that the live Deployment describes, and the sandbox's addresses for the cluster's names.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import * as z from 'zod'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { freePort, startDaemon } from '#toolkit/process/daemon.ts'
import type { Sandbox } from '../sandbox.ts'
import { DATABASE } from './platform.ts'

const root = join(import.meta.dirname, '../..')
const NAMESPACE = 'onex-dev'
const SECRET = 'onex-api-database'
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
}

/** What an operator does: a password for the service's role, in a Secret, and a look at where the migrations stand. */
async function grantAccess({ postgres }: Sandbox, admin: KubernetesClient): Promise<void> {
  const username = 'onex_api'
  const password = randomBytes(18).toString('base64url')
  for (const statement of [
    `ALTER ROLE ${username} PASSWORD ${pg.escapeLiteral(password)}`,
    `GRANT USAGE ON SCHEMA migrate TO ${username}`,
    `GRANT SELECT ON tenant_api_keys, migrate.history_current TO ${username}`,
  ])
    await postgres.query(DATABASE, statement)
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: SECRET, namespace: NAMESPACE },
    stringData: { username, password },
  }
  await admin.apply(secret, { fieldManager: 'sandbox', force: false, dryRun: false })
}

async function issueApiKey({ postgres }: Sandbox): Promise<string> {
  const prefix = randomBytes(6).toString('hex')
  const apiKey = `onxk_${prefix}_${randomBytes(24).toString('base64url')}`
  const tenant = randomUUID()
  const now = new Date()
  const insert = (table: string, values: readonly unknown[]) =>
    postgres.query(
      DATABASE,
      `INSERT INTO ${table} VALUES (${values.map((_value, index) => `$${index + 1}`).join(', ')})`,
      values,
    )
  await insert('tenants', [tenant, `sandbox-${prefix}`, 'Sandbox', now])
  const hash = createHash('sha256').update(apiKey).digest()
  await insert('tenant_api_keys', [randomUUID(), tenant, 'sandbox', prefix, hash, now])
  return apiKey
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
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  try {
    await grantAccess(sandbox, admin)
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
        DATABASE_HOST: '127.0.0.1',
        DATABASE_PORT: String(sandbox.postgres.port),
        DATABASE_TLS: 'disable',
      },
      logFile: join(sandbox.folder, 'onex-api.log'),
      ready: async () => (await fetch(`${url}/health/live`)).ok,
      deadline: READY_MS,
    })
    sandbox.own(daemon)
  } finally {
    admin.close()
  }
  return { url, apiKey: await issueApiKey(sandbox) }
}
