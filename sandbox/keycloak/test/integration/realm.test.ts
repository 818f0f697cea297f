import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { decodeJwt } from 'jose'
import { load } from 'js-yaml'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '../../../kube/kubernetes.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '../../../oidc/issuer.ts'
import { createCertificates } from '../../../pki/certificates.ts'
import { type Keycloak, realmEnvironment, realmFile, startKeycloak } from '../../keycloak.ts'
import { askForToken, createPerson, logIn, type Tokens, tokensOf } from '../../login.ts'

const run = promisify(execFile)
const progress = () => undefined
const PASSWORD = 'a long enough password'
const realmFolder = dirname(realmFile)
/** What the Job runs, as its ConfigMap has it. */
let script: string
let folder: string
let issuer: OidcIssuer
let kubernetes: Kubernetes
let admin: KubernetesClient
let keycloak: Keycloak
let session: Tokens
/** What no file named: a client that somebody made by hand. */
const byHand = { clientId: 'by-hand', publicClient: true }

interface Item {
  readonly id: string
  readonly [name: string]: unknown
}
const list = async (path: string) => (await keycloak.admin('GET', `/omninode${path}`)) as Item[]
async function client(clientId: string): Promise<Item | undefined> {
  return (await list(`/clients?clientId=${clientId}`))[0]
}

/** What the kubelet does for the Job's pod. */
async function serviceAccountToken(name: string, audience: string): Promise<string> {
  const { status } = await admin.raw<{ status: { token: string } }>(
    'POST',
    `/api/v1/namespaces/auth/serviceaccounts/${name}/token`,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { audiences: [audience], expirationSeconds: 600 },
    },
  )
  return status.token
}

interface Told {
  readonly code: number
  readonly lines: readonly string[]
}

/** Runs the Job's program on the realm's file, with these words replaced. */
async function apply(
  changes: readonly (readonly [string | RegExp, string])[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Told> {
  let text = readFileSync(realmFile, 'utf8')
  for (const [from, to] of changes) {
    expect(text).toMatch(from)
    text = text.replace(from, to)
  }
  const file = join(folder, 'omninode.json')
  writeFileSync(file, text)
  const { KC_BOOTSTRAP_ADMIN_PASSWORD: _, ...secrets } = keycloak.secrets
  const job = run(process.execPath, [script], {
    env: {
      ...realmEnvironment,
      ...secrets,
      KUBERNETES_ISSUER: kubernetes.url,
      KEYCLOAK_URL: keycloak.url,
      KEYCLOAK_TOKEN_FILE: join(folder, 'token'),
      REALM_FILE: file,
      ...env,
    },
  })
  const { code, stdout, stderr } = await job.then(
    (said) => ({ code: 0, ...said }),
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  )
  expect(Object.values(secrets).filter((secret) => `${stdout}${stderr}`.includes(secret))).toEqual([])
  return { code, lines: `${stdout}${stderr}`.trim().split('\n') }
}

async function refreshed(): Promise<number> {
  const { status, body } = await askForToken(keycloak, {
    grant_type: 'refresh_token',
    client_id: 'omniweb',
    refresh_token: session.refresh_token,
  })
  if (status === 200) session = tokensOf(body)
  return status
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-realm-'))
  const manifest = load(readFileSync(join(realmFolder, 'files.yaml'), 'utf8'))
  const { data } = manifest as { data: Record<string, string> } // test/generated.test.ts holds it to its files
  script = join(folder, 'apply.mts')
  writeFileSync(script, data['apply.mts'] ?? '')
  const requests = [...certificateRequests, issuerCertificate]
  const certificates = await createCertificates(join(folder, 'pki'), requests, { progress })
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  ;[kubernetes, keycloak] = await Promise.all([
    startKubernetes({
      folder: join(folder, 'kube'),
      certificates,
      issuer: { url: issuer.url, caPem: certificates.caPem },
      repositoryId: '123456',
      // Keycloak runs in no pod here: it asks for the cluster's keys without a token of its own.
      flags: ['--anonymous-auth=true'],
      progress,
    }),
    startKeycloak({ progress, caFile: certificates.caFile }),
  ])
  admin = kubernetes.admin()
  const applied = { fieldManager: 'test', force: false, dryRun: false }
  const namespace = 'auth'
  await admin.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }, applied)
  for (const name of ['keycloak-realm', 'somebody-else'])
    await admin.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } }, applied)
  await admin.apply(
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'keys-for-all' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'system:service-account-issuer-discovery',
      },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:unauthenticated' }],
    },
    applied,
  )
  writeFileSync(join(folder, 'token'), await serviceAccountToken('keycloak-realm', keycloak.issuer))
  // The seed's cluster is another one.
  const path = '/omninode/identity-provider/instances/kubernetes'
  const provider = (await keycloak.admin('GET', path)) as { config: object }
  const config = { ...provider.config, issuer: kubernetes.url }
  await keycloak.admin('PUT', path, { ...provider, config })

  await createPerson(keycloak, { username: 'ada', password: PASSWORD, roles: ['workflows:read'] })
  await keycloak.admin('POST', '/omninode/clients', byHand)
  session = await logIn(keycloak, 'ada', PASSWORD)
}, 300_000)
afterAll(async () => {
  admin.close()
  await keycloak.stop()
  await kubernetes.stop()
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a realm that was imported from the file is as the file says, and what nobody wrote there is told', async () => {
  expect(await apply()).toEqual({
    code: 0,
    lines: ['client by-hand: left alone, because no file ever named it', 'nothing to change'],
  })
  expect((await apply()).lines.at(-1)).toBe('nothing to change')
}, 60_000)

test('a lifetime, a redirect address, a role, a mapper and who is given what arrive; users and their sessions stay', async () => {
  const changed = await apply([
    ['"accessTokenLifespan": 300', '"accessTokenLifespan": 240'],
    [
      '"redirectUris": ["${OMNIWEB_URL}/callback"]',
      '"redirectUris": ["${OMNIWEB_URL}/callback", "${OMNIWEB_URL}/popup"]',
    ],
    [
      /"post\.logout\.redirect\.uris": "\$\{OMNIWEB_URL\}\/"/,
      '"backchannel.logout.session.required": "false"',
    ],
    ['"name": "viewer"', '"name": "auditor"'],
    ['"description": "Look at workflows of the tenant."', '"description": "Look."'],
    ['"claim.name": "tenant_id"', '"claim.name": "tenant"'],
    ['"roles": ["admin", "editor", "viewer"]', '"roles": ["admin", "auditor", "editor"]'],
    ['"onex-api": ["workflows:read", "workflows:write"]', '"onex-api": ["workflows:read"]'],
    ['"displayName": "GitHub Actions"', '"displayName": "GitHub"'],
  ])
  expect(changed).toEqual({
    code: 0,
    lines: [
      'realm omninode: changed (accessTokenLifespan)',
      'identity provider github-actions: changed (displayName)',
      'client omniweb: changed (redirectUris, attributes.post.logout.redirect.uris, attributes.backchannel.logout.session.required)',
      'client by-hand: left alone, because no file ever named it',
      'mapper of omniweb: tenant_id: changed (config.claim.name)',
      'role of onex-api: workflows:read: changed (description)',
      'role of grafana: auditor: made',
      'role of grafana: viewer: removed, because the file names it no longer',
      'scope of grafana: role of grafana: auditor: made',
      'service account of onex-service: role of onex-api: workflows:write: removed, because the file names it no longer',
      '9 changed',
    ],
  })
  const { accessTokenLifespan } = (await keycloak.admin('GET', '/omninode')) as Item
  expect(accessTokenLifespan).toBe(240)
  const web = await client('omniweb')
  expect([web?.['redirectUris']].flat().sort()).toEqual(
    ['callback', 'popup'].map((path) => `${realmEnvironment.OMNIWEB_URL}/${path}`),
  )
  expect(Object.keys(web?.['attributes'] as object)).not.toContain('post.logout.redirect.uris')
  const grafana = await client('grafana')
  expect((await list(`/clients/${grafana?.id}/roles`)).map(({ name }) => name).sort()).toEqual([
    'admin',
    'auditor',
    'editor',
  ])
  const service = await client('onex-service')
  const user = (await keycloak.admin('GET', `/omninode/clients/${service?.id}/service-account-user`)) as Item
  const api = await client('onex-api')
  expect((await list(`/users/${user.id}/role-mappings/clients/${api?.id}`)).map(({ name }) => name)).toEqual([
    'workflows:read',
  ])
  // She stays logged in, with the roles that she was given.
  expect(await refreshed()).toBe(200)
  expect(decodeJwt(session.access_token)).toMatchObject({
    resource_access: { 'onex-api': { roles: ['workflows:read'] } },
  })
  expect((await apply()).lines.at(-1)).toBe('9 changed')
  expect((await apply()).lines.at(-1)).toBe('nothing to change')
}, 60_000)

test('a client that is added can be used, and goes when the file names it no longer; one made by hand stays', async () => {
  const added = await apply([
    [
      '"clients": [',
      `"clients": [{ "clientId": "nightly", "publicClient": false, "serviceAccountsEnabled": true, "standardFlowEnabled": false, "fullScopeAllowed": false, "secret": "\${GRAFANA_CLIENT_SECRET}", "protocolMappers": [{ "name": "onex-api audience", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper", "config": { "included.client.audience": "onex-api", "access.token.claim": "true" } }] },`,
    ],
    [
      '"users": [',
      '"users": [{ "username": "service-account-nightly", "enabled": true, "serviceAccountClientId": "nightly", "clientRoles": { "onex-api": ["workflows:read"] } },',
    ],
    [
      '"onex-api": [\n      {\n        "client": "omniweb"',
      '"onex-api": [{ "client": "nightly", "roles": ["workflows:read"] },\n      {\n        "client": "omniweb"',
    ],
  ])
  expect(added).toEqual({
    code: 0,
    lines: [
      'client nightly: made',
      'client by-hand: left alone, because no file ever named it',
      'mapper of nightly: onex-api audience: made',
      'scope of nightly: role of onex-api: workflows:read: made',
      'service account of nightly: role of onex-api: workflows:read: made',
      '4 changed',
    ],
  })
  const { status, body } = await askForToken(keycloak, {
    grant_type: 'client_credentials',
    client_id: 'nightly',
    client_secret: keycloak.secrets.GRAFANA_CLIENT_SECRET,
  })
  expect(status).toBe(200)
  expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({
    aud: 'onex-api',
    resource_access: { 'onex-api': { roles: ['workflows:read'] } },
  })
  expect(await apply()).toEqual({
    code: 0,
    lines: [
      'client nightly: removed, because the file names it no longer',
      'client by-hand: left alone, because no file ever named it',
      '1 changed',
    ],
  })
  expect([await client('nightly'), (await client('by-hand'))?.['clientId']]).toEqual([undefined, 'by-hand'])
  expect(await refreshed()).toBe(200)
}, 60_000)

test('what somebody changed by hand in what the file names is set back, and a new secret arrives', async () => {
  const web = await client('omniweb')
  await keycloak.admin('PUT', `/omninode/clients/${web?.id}`, {
    ...web,
    redirectUris: ['*'],
    implicitFlowEnabled: true,
  })
  const rotated = { ONEX_SERVICE_CLIENT_SECRET: 'another secret of the service' }
  expect((await apply([], rotated)).lines).toEqual([
    'client omniweb: changed (redirectUris, implicitFlowEnabled)',
    'client onex-service: changed (secret)',
    'client by-hand: left alone, because no file ever named it',
    '2 changed',
  ])
  const answers = [rotated.ONEX_SERVICE_CLIENT_SECRET, keycloak.secrets.ONEX_SERVICE_CLIENT_SECRET].map(
    (secret) =>
      askForToken(keycloak, {
        grant_type: 'client_credentials',
        client_id: 'onex-service',
        client_secret: secret,
      }),
  )
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 401])
}, 60_000)

test('a setting that the file no longer has stays, and is told', async () => {
  const told = await apply([['  "rememberMe": false,\n', '']])
  expect(told.code).toBe(0)
  expect(told.lines).toContain('realm omninode: rememberMe is no longer in the file, and stays as it is')
}, 60_000)

test('a run that fails half-way is gone on with by the next, and what went in between is still removed', async () => {
  const role = (name: string): [string, string] => [
    '"name": "editor"',
    `"name": "editor"\n        },\n        {\n          "name": "${name}"`,
  ]
  expect((await apply([role('passing')])).lines).toContain('role of grafana: passing: made')
  const broken = await apply([['"providerId": "declarative-user-profile"', '"providerId": "no-such-thing"']])
  expect(broken.code).toBe(1)
  expect(broken.lines.at(-1)).toMatch(
    /^The realm is not as its file says: POST omninode\/components was answered 400: /,
  )
  // It was removed before it failed; the file that was applied last is still the one before.
  const { code, lines } = await apply()
  expect([code, lines.filter((line) => !line.startsWith('client by-hand'))]).toEqual([
    0,
    ['nothing to change'],
  ])
}, 60_000)

test('what the environment lacks is told at once, before anything is touched', async () => {
  const { code, lines } = await apply([], { OMNIWEB_URL: '', GRAFANA_URL: '' })
  expect([code, lines]).toEqual([
    1,
    [
      'The realm is not as its file says: these are not set: GRAFANA_URL, OMNIWEB_URL. The file asks for them.',
    ],
  ])
}, 60_000)

test.each<[string, string, () => string]>([
  ['another service account', 'somebody-else', () => keycloak.issuer],
  ['the Job, for somebody else', 'keycloak-realm', () => 'https://kubernetes.default.svc'],
])(
  'a token of %s lets nobody in',
  async (_what, name, audience) => {
    const file = join(folder, 'another')
    writeFileSync(file, await serviceAccountToken(name, audience()))
    const { code, lines } = await apply([], { KEYCLOAK_TOKEN_FILE: file })
    expect(code).toBe(1)
    expect(lines.join('\n')).toMatch(
      /lets this service account in to no realm omninode: it answered 40[01]: /,
    )
  },
  60_000,
)
