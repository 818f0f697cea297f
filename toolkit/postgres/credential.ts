/** The ways to be somebody in the database: a password that a Secret holds, or a token that AWS signs for minutes. */

import * as z from 'zod'
import { signedBy } from '../aws/client.ts'
import { assumeRole } from '../aws/role.ts'
import type { Cluster } from '../kubernetes/cluster.ts'
import { connectCluster } from '../kubernetes/connect.ts'
import { Failure } from '../model/failure.ts'
import type { World } from '../world/world.ts'
import { parseDatabaseUrl } from './database-url.ts'
import { type DatabaseTarget, trusting } from './target.ts'

/** `namespace/name` of a Kubernetes Secret. */
export interface SecretName {
  readonly namespace: string
  readonly name: string
}

/** @throws Failure INPUT_INVALID when it is not `namespace/name` */
export function parseSecretName(text: string): SecretName {
  const [, namespace, name] = /^([a-z0-9-]{1,63})\/([a-z0-9.-]{1,253})$/.exec(text) ?? []
  if (namespace !== undefined && name !== undefined) return { namespace, name }
  throw new Failure({
    code: 'INPUT_INVALID',
    what: `The input \`database-secret\` is \`${text}\`: it must be namespace/name.`,
    fix: 'Correct `database-secret:` under `with:`.',
  })
}

/** The keys that are read, by the names that operators and charts give them. */
const keys = {
  url: ['url', 'uri', 'database-url', 'DATABASE_URL'],
  host: ['host', 'hostname', 'POSTGRES_HOST'],
  port: ['port', 'POSTGRES_PORT'],
  user: ['username', 'user', 'POSTGRES_USER'],
  password: ['password', 'POSTGRES_PASSWORD'],
  database: ['dbname', 'database', 'POSTGRES_DB'],
} as const

/** Of core/v1: base64 by key. */
const SecretData = z
  .record(z.string(), z.string())
  .nullish()
  .transform((data) => data ?? {})

/** @throws Failure DATABASE_SECRET */
function urlOf(data: z.output<typeof SecretData>, address: string): string {
  const read = (part: keyof typeof keys) => {
    const key = keys[part].find((each) => data[each] !== undefined)
    return key === undefined
      ? undefined
      : Buffer.from(data[key] ?? '', 'base64')
          .toString('utf8')
          .trim()
  }
  const url = read('url')
  if (url !== undefined) return url
  const [host, user, password, database] = [read('host'), read('user'), read('password'), read('database')]
  if (host === undefined || user === undefined || password === undefined || database === undefined) {
    throw new Failure({
      code: 'DATABASE_SECRET',
      what: `The Secret ${address} describes no database.`,
      why: `It has the keys ${Object.keys(data).sort().join(', ') || 'none'}.`,
      fix: 'Give it a key `url`, or the keys `host`, `username`, `password` and `dbname`.',
    })
  }
  const encoded = [user, password, database].map(encodeURIComponent)
  return `postgres://${encoded[0]}:${encoded[1]}@${host}:${read('port') ?? '5432'}/${encoded[2]}`
}

/**
 * The database that a Kubernetes Secret describes, read with the job's OIDC identity.
 * @throws Failure DATABASE_SECRET, DATABASE_URL
 */
export async function targetFromSecret(
  { namespace, name }: SecretName,
  cluster: Cluster,
  ca: string | undefined,
  world: World,
): Promise<DatabaseTarget> {
  const client = connectCluster(cluster, { concurrency: 1 }, world)
  const address = `${namespace}/${name}`
  try {
    const secret = await client.get({ apiVersion: 'v1', kind: 'Secret', namespace, name })
    if (secret === undefined) {
      throw new Failure({
        code: 'DATABASE_SECRET',
        what: `There is no Secret ${address}.`,
        fix: 'Create it, or correct `database-secret`.',
      })
    }
    const { data: given = {} } = secret as { data?: unknown }
    const data = SecretData.safeParse(given)
    if (!data.success) {
      throw new Failure({
        code: 'DATABASE_SECRET',
        what: `The Secret ${address} holds what no Secret can.`, // which is not shown
        why: 'Something else answers in place of the API server, or changes its answers.',
        fix: 'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
      })
    }
    return trusting(parseDatabaseUrl(urlOf(data.data, address), world, `The Secret ${address}`), ca)
  } finally {
    client.close()
  }
}

/** A role's credentials are used for this many milliseconds of the hour that they live. */
const ROLE_MS = 50 * 60_000

export interface IamOptions {
  readonly role: string
  readonly region: string
}

/**
 * The same database, entered with tokens that AWS signs for its user: a new one for each connection, because one
 * lives for 15 minutes. The role is assumed with the OIDC token.
 */
export function withIam(target: DatabaseTarget, { role, region }: IamOptions, world: World): DatabaseTarget {
  let assumed: { readonly credentials: ReturnType<typeof assumeRole>; readonly since: number } | undefined
  const sessionName = `omninode-${world.run.id}-${world.run.attempt}`
  return {
    ...target,
    password: async () => {
      const now = world.clock().getTime()
      if (assumed === undefined || now - assumed.since > ROLE_MS)
        assumed = { credentials: assumeRole({ role, region, sessionName }, world), since: now }
      const credentials = await assumed.credentials
      const { Signer } = await import('@aws-sdk/rds-signer')
      const signer = new Signer({
        hostname: target.host,
        port: target.port,
        username: target.user,
        ...signedBy(credentials, { region }),
      })
      const token = await signer.getAuthToken()
      world.redactor.add(token)
      return token
    },
  }
}
