/** Ways to be somebody in the database: a Secret of a real cluster, tokens that AWS signs, and servers that must prove themselves. */
import { chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Aws, REGION, startAws } from '#sandbox/aws/aws.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import type { JobIdentity } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { type Certificates, createCertificates } from '#sandbox/pki/certificates.ts'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { clusterOf } from '#toolkit/kubernetes/connect.ts'
import { parseSecretName, targetFromSecret, withIam } from '#toolkit/postgres/credential.ts'
import { connect } from '#toolkit/postgres/session.ts'
import { parseDatabaseUrl } from '#toolkit/postgres/database-url.ts'
import { type DatabaseTarget, readAuthority, trusting } from '#toolkit/postgres/target.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { step } from '../../src/step.ts'

const progress = () => undefined
const release: JobIdentity = {
  repository: 'omninode-ai/omninode_infra',
  repositoryId: '123456',
  ownerId: '99',
  event: 'push',
  environment: 'dev',
  ref: 'refs/heads/main',
  sha: '0'.repeat(40),
  actor: 'octocat',
  actorId: '583231',
  runId: '1',
  runAttempt: '1',
  subject: 'name',
}

let folder: string
let certificates: Certificates
let issuer: OidcIssuer
let kubernetes: Kubernetes
let postgres: Postgres
let aws: Aws

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-credential-'))
  certificates = await createCertificates(
    join(folder, 'pki'),
    [
      ...certificateRequests,
      issuerCertificate,
      { name: 'database', hosts: ['127.0.0.1'] },
      { name: 'elsewhere', hosts: ['db.example.com'] },
    ],
    { progress },
  )
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  const trusted = { url: issuer.url, caPem: certificates.caPem }
  ;[kubernetes, postgres, aws] = await Promise.all([
    startKubernetes({
      folder: join(folder, 'kube'),
      certificates,
      issuer: trusted,
      repositoryId: '123456',
      progress,
    }),
    startPostgres({ progress }),
    startAws({ folder: join(folder, 'aws'), issuer: trusted, progress }),
  ])
}, 600_000)
afterAll(async () => {
  await Promise.all([kubernetes.stop(), postgres.stop(), aws.stop()])
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})

function worldOf(env: Record<string, string> = {}) {
  return createTestWorld({
    workspace: folder,
    env,
    idToken: (audience) => issuer.mint(issuer.claims(release, audience)),
  })
}

function targetOf(url: string, ca?: string): DatabaseTarget {
  return trusting(parseDatabaseUrl(url, worldOf().world), ca)
}

describe('a Kubernetes Secret', () => {
  const cluster = () => ({ 'api-server': kubernetes.url, 'certificate-authority': kubernetes.caPem })

  async function secret(name: string, stringData: Record<string, string>): Promise<void> {
    const admin = kubernetes.admin()
    try {
      await admin.apply(
        { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'default' }, stringData },
        { fieldManager: 'test', force: true, dryRun: false },
      )
    } finally {
      admin.close()
    }
  }

  async function read(name: string) {
    const { world, lines } = worldOf()
    return {
      world,
      lines,
      target: await targetFromSecret(
        { namespace: 'default', name },
        clusterOf(cluster(), world),
        undefined,
        world,
      ),
    }
  }

  test('with a URL is read with the OIDC identity, is masked, and opens the database', async () => {
    await secret('by-url', { url: postgres.url('postgres') })
    const { target, world, lines } = await read('by-url')
    const session = await connect(target, world)
    expect(await session.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    await session.close()
    const password = new URL(postgres.url('postgres')).password
    world.log.info(`it is ${password} of ${postgres.url('postgres')}`)
    expect(lines.join('\n')).not.toContain(password)
  })

  test('with its parts under the names that operators give them', async () => {
    const { password } = new URL(postgres.url('postgres'))
    const port = String(postgres.port)
    await secret('by-parts', { host: '127.0.0.1', port, username: 'sandbox', password, dbname: 'postgres' })
    const { target, world } = await read('by-parts')
    const session = await connect(target, world)
    await session.close()
    expect(target).toMatchObject({
      host: '127.0.0.1',
      port: postgres.port,
      user: 'sandbox',
      database: 'postgres',
    })
  })

  test('is read once: the place that was looked up is the place of the plan, whatever the Secret says by then', async () => {
    mkdirSync(join(folder, 'one'))
    writeFileSync(join(folder, 'one/0001_a.up.sql'), 'CREATE TABLE a (id int);\n')
    writeFileSync(join(folder, 'one/0001_a.down.sql'), 'DROP TABLE a;\n')
    await secret('moving', { url: await postgres.createDatabase('shown') })
    const { world } = worldOf()
    const inputs = { 'database-secret': 'default/moving', directory: 'one', scratch: 'off', ...cluster() }
    const run = await openStep(step, 'plan', inputs, world)
    const place = await run.place()
    expect(place.target).toBe(`postgres://127.0.0.1:${postgres.port}/shown`)
    await secret('moving', { url: await postgres.createDatabase('another') })
    expect(await run.plan()).toMatchObject(place)
    await run.close()
  })

  test('that is not there, or describes no database, says so without its values', async () => {
    await expect(read('nothing')).rejects.toMatchObject({
      code: 'DATABASE_SECRET',
      what: 'There is no Secret default/nothing.',
    })
    await secret('other', { token: 'swordfish-and-more' })
    const failure = await read('other').catch((error) => error)
    expect(failure).toMatchObject({ code: 'DATABASE_SECRET', why: 'It has the keys token.' })
    expect(failure.message).not.toContain('swordfish')
  })

  test('is named as namespace/name', () => {
    expect(parseSecretName('data-plane/omninode-postgres-credentials')).toEqual({
      namespace: 'data-plane',
      name: 'omninode-postgres-credentials',
    })
    expect(() => parseSecretName('only-a-name')).toThrow('it must be namespace/name')
  })
})

describe('IAM authentication', () => {
  const role = 'arn:aws:iam::123456789012:role/omninode-migrate'

  beforeAll(async () => {
    const trust = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: {
            Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
          },
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': 'repo:omninode-ai/omninode_infra:environment:dev',
            },
          },
        },
      ],
    }
    const iam = async (parameters: Record<string, string>) => {
      const response = await fetch(aws.url, {
        method: 'POST',
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${REGION}/iam/aws4_request, SignedHeaders=host, Signature=test`,
        },
        body: new URLSearchParams({ Version: '2010-05-08', ...parameters }),
      })
      expect(response.status).toBe(200)
    }
    await iam({
      Action: 'CreateOpenIDConnectProvider',
      Url: 'https://token.actions.githubusercontent.com',
      'ClientIDList.member.1': 'sts.amazonaws.com',
      'ThumbprintList.member.1': '0'.repeat(40),
    })
    await iam({
      Action: 'CreateRole',
      RoleName: 'omninode-migrate',
      AssumeRolePolicyDocument: JSON.stringify(trust),
    })
  })

  test('gives each connection a token of its own for its user and host, signed by the role, for 15 minutes, masked', async () => {
    const { world, lines } = worldOf({ ...aws.env })
    const base = targetOf('postgres://migrator@db.example.com:5432/app')
    const target = withIam(base, { role, region: REGION }, world)
    const first = (await target.password()) ?? ''
    await new Promise((resolve) => setTimeout(resolve, 1_100)) // tokens carry their second
    const second = (await target.password()) ?? ''
    expect(first).not.toBe(second)
    const url = new URL(`https://${first}`)
    expect(url.host).toBe('db.example.com:5432')
    const parameters = Object.fromEntries(url.searchParams)
    expect(parameters).toMatchObject({ Action: 'connect', DBUser: 'migrator', 'X-Amz-Expires': '900' })
    expect(parameters['X-Amz-Credential']).toMatch(new RegExp(`/${REGION}/rds-db/aws4_request$`))
    expect(parameters['X-Amz-Security-Token']).toBeDefined()
    world.log.info(`${first} ${second}`)
    expect(lines.join('')).toBe('*** ***')
    // The role is assumed once for both.
    expect(aws.stsCalls.get('AssumeRoleWithWebIdentity')).toBe(1)
  })

  test('is sent to the server as the password', async () => {
    await postgres.query('postgres', 'CREATE ROLE migrator LOGIN')
    const { world } = worldOf({ ...aws.env })
    const base = targetOf(`postgres://migrator@127.0.0.1:${postgres.port}/postgres`)
    const target = withIam(base, { role, region: REGION }, world)
    await expect(connect(target, world)).rejects.toMatchObject({ code: 'DATABASE_REFUSED' })
    const token = 'a token of minutes'
    await postgres.query('postgres', `ALTER ROLE migrator PASSWORD '${token}'`)
    const session = await connect({ ...base, password: async () => token }, world)
    await session.close()
  })
})

describe('TLS', () => {
  async function serve(name: string): Promise<void> {
    const { rows } = await postgres.query('postgres', 'SHOW data_directory')
    const data: string = rows[0].data_directory
    const { uid, gid } = statSync(data)
    for (const suffix of ['crt', 'key']) {
      const file = join(data, `server.${suffix}`)
      copyFileSync(certificates.file(`${name}.${suffix}`), file)
      chownSync(file, uid, gid)
    }
    await postgres.query('postgres', 'ALTER SYSTEM SET ssl = on')
    await postgres.query('postgres', 'SELECT pg_reload_conf()')
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const secure = () => `${postgres.url('postgres')}?sslmode=verify-full`

  test('is verify-full off loopback, and only `sslmode=disable` turns it off', () => {
    expect(targetOf('postgres://u:p4ss@db.example.com/app').tls).toEqual({ ca: undefined })
    expect(targetOf('postgres://u:p4ss@db.example.com/app?sslmode=require').tls).toEqual({ ca: undefined })
    expect(targetOf('postgres://u:p4ss@db.example.com/app?sslmode=disable').tls).toBeUndefined()
    expect(targetOf('postgres://u:p4ss@127.0.0.1/app').tls).toBeUndefined()
    expect(() => targetOf('postgres://u:p4ss@db.example.com/app?sslmode=prefer')).toThrow('sslmode=prefer')
  })

  test('trusts the given authority, refuses without it, and refuses a certificate of another host', async () => {
    await serve('database')
    const { world } = worldOf()
    const session = await connect(targetOf(secure(), certificates.caPem), world)
    expect(await session.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')).toEqual([
      { ssl: true },
    ])
    await session.close()
    await expect(connect(targetOf(secure()), world)).rejects.toMatchObject({ code: 'DATABASE_TLS' })
    await serve('elsewhere')
    await expect(connect(targetOf(secure(), certificates.caPem), world)).rejects.toMatchObject({
      code: 'DATABASE_TLS',
      fix: expect.stringContaining('database-ca'),
    })
  })

  test('takes its authority as text or as a file, and says what is wrong with either', () => {
    const { world } = worldOf()
    expect(readAuthority(certificates.caPem, world)).toBe(certificates.caPem)
    expect(readAuthority(certificates.caFile, world)).toBe(certificates.caPem)
    expect(() => readAuthority('nowhere.pem', world)).toThrow('nowhere.pem, which cannot be read')
  })
})

describe('a database URL', () => {
  test.each([
    ['nonsense', 'is not a URL'],
    ['mysql://u:p4ss@h/d', 'is not a postgres:// URL'],
    ['postgres://h/d', 'names no user'],
    ['postgres://u:p4ss@h/', 'names no database'],
    ['postgres://u:p%zz@h/d', 'not percent-encoded'],
  ])('%s: %s', (url, what) => {
    expect(() => targetOf(url)).toThrow(what)
  })

  test('masks its password in every form', () => {
    const { world, lines } = worldOf()
    parseDatabaseUrl('postgres://u:s%2Fecret%20word@h.example.com/d', world)
    world.log.info('s/ecret word, s%2Fecret%20word')
    expect(lines).toEqual(['***, ***'])
  })
})
