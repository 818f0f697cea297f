/** `migration-head` reaches every database that migrate reaches: by a Secret, with IAM tokens, proven by an authority. */
import { chownSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Aws, REGION, startAws } from '#sandbox/aws/aws.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import type { JobIdentity } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { type Certificates, createCertificates } from '#sandbox/pki/certificates.ts'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { Result } from '#toolkit/model/outcome.ts'
import { openStep, problemsOf } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { step as migrate } from '../../../migrate/src/step.ts'
import { step as verify } from '../../src/step.ts'
import { createCheckout } from '../checkout.ts'

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
const workspace = createCheckout({
  'k8s/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {COLOR: blue}\n',
  'db/001_a.sql': 'CREATE TABLE a (id bigint PRIMARY KEY);\n',
  'db/rollback/001_a_rollback.sql': 'DROP TABLE a;\n',
})

let folder: string
let certificates: Certificates
let issuer: OidcIssuer
let kubernetes: Kubernetes
let postgres: Postgres
let aws: Aws

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-database-'))
  certificates = await createCertificates(
    join(folder, 'pki'),
    [...certificateRequests, issuerCertificate, { name: 'database', hosts: ['127.0.0.1'] }],
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
  await serveTls()
  const run = await openStep(
    migrate,
    'apply',
    { directory: 'db', 'database-url': postgres.url('postgres') },
    worldOf().world,
  )
  await ended(run, await run.plan(), forwards())
  await run.close()
}, 600_000)
afterAll(async () => {
  await Promise.all([kubernetes.stop(), postgres.stop(), aws.stop()])
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})

function worldOf(env: Record<string, string> = {}) {
  return createTestWorld({
    workspace,
    env,
    idToken: (audience) => issuer.mint(issuer.claims(release, audience)),
  })
}

async function dataDirectory(): Promise<string> {
  const { rows } = await postgres.query('postgres', 'SHOW data_directory')
  return rows[0].data_directory
}

async function reload(): Promise<void> {
  await postgres.query('postgres', 'SELECT pg_reload_conf()')
  await new Promise((resolve) => setTimeout(resolve, 300))
}

async function serveTls(): Promise<void> {
  const data = await dataDirectory()
  const { uid, gid } = statSync(data)
  for (const suffix of ['crt', 'key']) {
    const file = join(data, `server.${suffix}`)
    copyFileSync(certificates.file(`database.${suffix}`), file)
    chownSync(file, uid, gid)
  }
  await postgres.query('postgres', 'ALTER SYSTEM SET ssl = on')
  await reload()
}

async function live(
  inputs: Readonly<Record<string, string>>,
  env: Record<string, string> = {},
): Promise<{ result: Result | undefined; lines: readonly string[] }> {
  const { world, lines } = worldOf(env)
  const given = { targets: 'migration-head db', 'rollout-timeout': '20s', ...inputs }
  const run = await openStep(verify, 'live', given, world)
  try {
    const { results } = await ended(run, await run.plan(), forwards())
    return { result: results[0], lines }
  } finally {
    await run.close()
  }
}

const proven = { status: 'done', message: '001_a is in effect.' }
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

describe('the migration head of a database that a Secret describes', () => {
  test('is proven, and the password is not told', async () => {
    await secret('database', { url: postgres.url('postgres') })
    const { result, lines } = await live({ 'database-secret': 'default/database', ...cluster() })
    expect(result).toMatchObject(proven)
    expect(lines.join('\n')).not.toContain(new URL(postgres.url('postgres')).password)
  })

  test('cannot be told when there is no such Secret', async () => {
    const { result } = await live({ 'database-secret': 'default/nothing', ...cluster() })
    expect(result).toMatchObject({
      status: 'unknown',
      message: 'The database could not be asked: There is no Secret default/nothing.',
    })
  })

  test('says which input gives a user that the server refuses', async () => {
    const url = new URL(postgres.url('postgres'))
    url.password = 'not-a-real-password'
    await secret('refused', { url: String(url) })
    const { result } = await live({ 'database-secret': 'default/refused', ...cluster() })
    expect(result).toMatchObject({
      status: 'failed',
      message: 'The server refuses the user of `database-secret`.',
    })
  })

  test('needs a cluster, and a name that is one', async () => {
    const given = { targets: 'migration-head db', 'database-secret': 'only-a-name' }
    expect(await problemsOf(openStep(verify, 'live', given, worldOf().world))).toMatchObject([
      { what: expect.stringContaining('it must be namespace/name') },
      { what: 'Neither `api-server` nor `kubeconfig` is given.' },
    ])
  })
})

describe('the migration head of a database with TLS', () => {
  const secure = () => `${postgres.url('postgres')}?sslmode=verify-full`

  test('is proven when the given authority vouches for the server', async () => {
    const { result } = await live({ 'database-url': secure(), 'database-ca': certificates.caFile })
    expect(result).toMatchObject(proven)
  })

  test('is not asked of a server that nobody vouches for', async () => {
    const { result } = await live({ 'database-url': secure() })
    expect(result).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(
        /^There is no trusted connection to the database postgres at 127\.0\.0\.1/,
      ),
    })
  })

  test('is not asked without encryption by an sslmode that would not prove the server', async () => {
    const given = {
      targets: 'migration-head db',
      'database-url': 'postgres://u:p4ss@db.example.com/x?sslmode=prefer',
    }
    expect(await problemsOf(openStep(verify, 'live', given, worldOf().world))).toMatchObject([
      { code: 'DATABASE_URL', what: expect.stringContaining('sslmode=prefer') },
    ])
  })
})

describe('the migration head with IAM authentication', () => {
  const role = 'arn:aws:iam::123456789012:role/omninode-verify'

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
      RoleName: 'omninode-verify',
      AssumeRolePolicyDocument: JSON.stringify(trust),
    })
    await postgres.query(
      'postgres',
      'CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA migrate TO reader; GRANT SELECT ON migrate.history_current TO reader',
    )
  })

  const iamInputs = () => ({
    'database-url': `postgres://reader@127.0.0.1:${postgres.port}/postgres`,
    'database-auth': 'aws-iam',
    'aws-role': role,
    'aws-region': REGION,
  })

  test('sends a token of the role, which a server that knows nothing of AWS refuses', async () => {
    const { result } = await live(iamInputs(), { ...aws.env })
    expect(result).toMatchObject({
      status: 'failed',
      message: 'The server refuses the user of `database-url`.',
    })
    expect(aws.stsCalls.get('AssumeRoleWithWebIdentity')).toBe(1)
  })

  test('is proven where the server takes it', async () => {
    const file = join(await dataDirectory(), 'pg_hba.conf')
    writeFileSync(file, `host all reader 127.0.0.1/32 trust\n${readFileSync(file, 'utf8')}`)
    await reload()
    const { result } = await live(iamInputs(), { ...aws.env })
    expect(result).toMatchObject(proven)
  })

  test('says everything that it lacks', async () => {
    const given = {
      targets: 'migration-head db',
      'database-url': 'postgres://reader@db.example.com/x',
      'database-auth': 'aws-iam',
    }
    const { world } = createTestWorld({ workspace })
    expect(await problemsOf(openStep(verify, 'live', given, world))).toMatchObject([
      { what: '`database-auth: aws-iam` needs `aws-role`.' },
      { what: '`database-auth: aws-iam` needs `aws-region`.' },
      { code: 'ID_TOKEN_PERMISSION' },
    ])
  })
})
