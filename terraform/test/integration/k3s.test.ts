import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { type JobIdentity, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { ISSUER, issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { type Certificates, createCertificates } from '#sandbox/pki/certificates.ts'
import { root } from '#sandbox/terraform/copy.ts'

const run = promisify(execFile)
const progress = () => undefined
const PROGRAM = 'the program of k3s'
const AUDIENCE = 'omninode-dev'

interface Rendered {
  readonly authentication: string
  readonly admission: string
  readonly event_limits: string
  readonly audit: string
  readonly server: string
  readonly agent: string
}

type Outputs = Readonly<Record<keyof Rendered, { readonly value: string }>>

let folder: string
let certificates: Certificates
let issuer: OidcIssuer
let download: ReturnType<typeof createServer>
let rendered: Rendered

/** The parts of the module that need no AWS, as a root of their own. */
async function render(): Promise<Rendered> {
  const module = join(root, 'terraform/modules/k3s')
  const here = join(folder, 'render')
  mkdirSync(here)
  for (const name of ['variables.tf', 'api-access.tf', 'templates'])
    cpSync(join(module, name), join(here, name), { recursive: true })
  const { port } = download.address() as AddressInfo // a TCP server has such an address
  const script = (role: string, tokens: string) => `templatefile("\${path.module}/templates/node.sh.tftpl", {
    role = "${role}", name = var.name, region = "us-east-1", api = "api.example", bucket = "bucket", marker = "cluster.json", key = "arn:key"
    k3s_url    = "https://127.0.0.1:${port}/k3s-arm64"
    k3s_sha256 = var.k3s_sha256
    tokens     = ${tokens}
    files      = { "/etc/rancher/k3s/authentication.yaml" = yamlencode(local.authentication), "/etc/sysctl.d/90-k3s.conf" = "vm.overcommit_memory = 1" }
  })`
  writeFileSync(
    join(here, 'outputs.tf'),
    [
      ...['authentication', 'admission', 'event_limits', 'audit'].map(
        (name) => `output "${name}" { value = yamlencode(local.${name}) }`,
      ),
      `output "server" { value = ${script('server', '{ "server-token" = "/dev/server", "agent-token" = "/dev/agent" }')} }`,
      `output "agent" { value = ${script('agent', '{ "agent-token" = "/dev/agent" }')} }`,
    ].join('\n'),
  )
  writeFileSync(
    join(here, 'terraform.tfvars.json'),
    JSON.stringify({
      name: 'omninode-dev',
      vpc_id: 'vpc-1',
      vpc_cidr_block: '10.20.0.0/16',
      server_subnet_ids: { a: 'subnet-a', b: 'subnet-b', c: 'subnet-c' },
      agent_subnet_ids: { a: 'subnet-a' },
      ami_id: 'ami-0123456789abcdef0',
      k3s_version: 'v1.35.0+k3s1',
      k3s_sha256: createHash('sha256').update(PROGRAM).digest('hex'),
      agents: { min: 1, max: 3 },
      github: {
        repository_ids: ['123456'],
        audience: AUDIENCE,
        environment_groups: { dev: ['gha:deploy'], 'dev-verify': ['gha:verify'] },
        preview_groups: ['gha:preview'],
        issuer_url: ISSUER,
        discovery_url: `${issuer.url}/.well-known/openid-configuration`,
        issuer_ca: certificates.caPem,
      },
    }),
  )
  const options = { cwd: here, env: { PATH: process.env['PATH'], HOME: folder } }
  await run('terraform', ['init', '-input=false', '-no-color'], options)
  await run('terraform', ['apply', '-input=false', '-no-color', '-auto-approve'], options)
  const { stdout } = await run('terraform', ['output', '-json'], options)
  const { authentication, admission, event_limits, audit, server, agent }: Outputs = JSON.parse(stdout)
  return {
    authentication: authentication.value,
    admission: admission.value,
    event_limits: event_limits.value,
    audit: audit.value,
    server: server.value,
    agent: agent.value,
  }
}

let served = PROGRAM

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-k3s-'))
  certificates = await createCertificates(join(folder, 'pki'), [...certificateRequests, issuerCertificate], {
    progress,
  })
  const tls = { cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') }
  issuer = await startOidcIssuer(tls)
  download = createServer(tls, (_request, response) => response.end(served))
  await new Promise<void>((resolve) => download.listen(0, '127.0.0.1', resolve))
  rendered = await render()
}, 60_000)
afterAll(async () => {
  await issuer.stop()
  download.closeAllConnections()
  await new Promise((resolve) => download.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

describe('what a machine runs when it starts', () => {
  test.each(['server', 'agent'] as const)('is a script that a shell understands: %s', async (role) => {
    const file = join(folder, `${role}.sh`)
    writeFileSync(file, rendered[role])
    await run('bash', ['-n', file])
  })

  test('writes its files as they are, whatever characters they hold', async () => {
    const [, written = ''] =
      /cat > '\/etc\/rancher\/k3s\/authentication\.yaml' <<'OMNINODE_FILE'\n([\s\S]*?)\nOMNINODE_FILE\n/.exec(
        rendered.server,
      ) ?? []
    expect(written).toBe(rendered.authentication.trim())
  })

  /** The function of the script alone, in a shell of its own. */
  const fetchK3s = (target: string) => {
    const [body = ''] = /^fetch_k3s\(\) \{[\s\S]*?^\}/m.exec(rendered.server) ?? []
    const script = `set -euo pipefail\nsay() { echo "$*"; }\n${body}\nfetch_k3s "$1"`
    return run('bash', ['-c', script, 'bash', target], {
      env: { PATH: process.env['PATH'], CURL_CA_BUNDLE: certificates.caFile },
    })
  }

  test('takes the program when it is the pinned one', async () => {
    const target = join(folder, 'k3s')
    await fetchK3s(target)
    expect(readFileSync(target, 'utf8')).toBe(PROGRAM)
    expect(statSync(target).mode & 0o777).toBe(0o755)
  })

  test.each([
    ['another one', 'something else'],
    ['cut off', PROGRAM.slice(0, -1)],
    ['empty', ''],
  ])('refuses a program that is %s, and leaves nothing of it', async (_what, body) => {
    served = body
    const target = join(folder, 'refused')
    await expect(fetchK3s(target)).rejects.toMatchObject({
      stdout: expect.stringContaining('not the one that was pinned'),
    })
    expect([existsSync(target), existsSync(`${target}.part`)]).toEqual([false, false])
    served = PROGRAM
  })
})

describe('the API server of the cluster', () => {
  let plane: Kubernetes

  beforeAll(async () => {
    const file = (name: string, content: string) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    }
    const limits = file('event-limits.yaml', rendered.event_limits)
    plane = await startKubernetes({
      folder: join(folder, 'plane'),
      certificates,
      issuer: { url: issuer.url, caPem: certificates.caPem },
      repositoryId: REPOSITORY.repositoryId,
      authentication: rendered.authentication,
      flags: [
        // k3s gives it itself.
        '--anonymous-auth=false',
        `--admission-control-config-file=${file('admission.yaml', rendered.admission.replace('/etc/rancher/k3s/event-limits.yaml', limits))}`,
        '--enable-admission-plugins=NodeRestriction,EventRateLimit',
        `--audit-policy-file=${file('audit.yaml', rendered.audit)}`,
        `--audit-log-path=${join(folder, 'audit.log')}`,
        '--service-account-extend-token-expiration=false',
      ],
      progress,
    })
  }, 600_000)
  afterAll(() => plane.stop())

  const sha = '0'.repeat(40)
  const job = pushJob(REPOSITORY, { sha, environment: 'dev' })
  const outside = pushJob(REPOSITORY, { sha })

  /** The groups that the API server sees, or its status. */
  async function groupsOf(
    identity: JobIdentity,
    { audience = AUDIENCE, ...forged }: Record<string, unknown> & { audience?: string } = {},
  ) {
    const token = await issuer.mint({ ...issuer.claims(identity, audience), ...forged })
    const { request } = await import('node:https')
    return new Promise<string[] | number>((resolve, reject) => {
      const call = request(
        `${plane.url}/apis/authentication.k8s.io/v1/selfsubjectreviews`,
        {
          method: 'POST',
          ca: certificates.caPem,
          agent: false,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            if (response.statusCode !== 201) return resolve(response.statusCode ?? 0)
            const { status } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
            return resolve(status.userInfo.groups)
          })
        },
      )
      call.once('error', reject)
      call.end(JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' }))
    })
  }

  const everybody = 'system:authenticated'

  test.each<[who: string, identity: JobIdentity, groups: string[] | number]>([
    ['a job of the environment', job, ['gha:deploy', everybody]],
    ['a job that verifies', { ...job, environment: 'dev-verify' }, ['gha:verify', everybody]],
    ['a pull request', { ...outside, event: 'pull_request' }, ['gha:preview', everybody]],
    [
      'a pull request that names the environment',
      { ...job, event: 'pull_request' },
      ['gha:preview', everybody],
    ],
    ['a job of another environment', { ...job, environment: 'prod' }, [everybody]],
    ['a job of none', outside, [everybody]],
    ['a job of the environment on another branch', { ...job, ref: 'refs/heads/feature' }, 401],
    [
      'the merge queue',
      { ...outside, event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-1' },
      ['gha:preview', everybody],
    ],
    ['a schedule', { ...outside, event: 'schedule' }, ['gha:preview', everybody]],
    ['pull_request_target', { ...job, event: 'pull_request_target' }, ['gha:preview', everybody]],
    ['the same name with another number', { ...job, repositoryId: '777' }, 401],
  ])('knows %s as what it is', async (_who, identity, groups) => {
    expect(await groupsOf(identity)).toEqual(groups)
  })

  test.each<[what: string, forged: Record<string, unknown> & { audience?: string }]>([
    ['another audience', { audience: 'sts.amazonaws.com' }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['no repository_id', { repository_id: undefined }],
    ['a life of a day', { exp: Math.floor(Date.now() / 1_000) + 86_400 }],
    ['a time that is over', { exp: 1_700_000_000 }],
  ])('refuses a token with %s', async (_what, forged) => {
    expect(await groupsOf(job, forged)).toBe(401)
  })

  test('refuses a pod that is not restricted, except in kube-system', async () => {
    const admin = plane.admin()
    const pod = (namespace: string) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { generateName: 'root-', namespace },
      spec: { containers: [{ name: 'root', image: 'example.com/root' }] },
    })
    const make = (namespace: string) =>
      admin.raw('POST', `/api/v1/namespaces/${namespace}/pods?dryRun=All`, pod(namespace)).then(
        () => 'made',
        (error: Error) => error.message,
      )
    let said = await make('default')
    // The service account of a new namespace comes a moment later.
    for (let tries = 0; said.includes('serviceaccount') && tries < 100; tries++) {
      await sleep(100)
      said = await make('default')
    }
    expect(said).toMatch(/violates PodSecurity "restricted/)
    expect(await make('kube-system')).not.toMatch(/violates PodSecurity/)
    admin.close()
  })

  test('writes down what the jobs of every environment have sent and got, of whatever name their groups are', () => {
    const { rules } = load(rendered.audit) as { rules: { level: string; userGroups?: string[] }[] } // as the module writes it
    const whole = rules.filter(({ level }) => level === 'RequestResponse')
    expect(whole.map(({ userGroups }) => userGroups)).toEqual([['gha:deploy', 'gha:verify']])
  })

  test('writes down who did what, and never the content of a secret', async () => {
    const admin = plane.admin()
    await admin.raw('POST', '/api/v1/namespaces/default/secrets', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'audited' },
      stringData: { password: 'must-not-be-written-down' },
    })
    admin.close()
    const log = readFileSync(join(folder, 'audit.log'), 'utf8')
    expect(log).toContain('"name":"audited"')
    expect(log).not.toContain('must-not-be-written-down')
    expect(log).not.toContain(Buffer.from('must-not-be-written-down').toString('base64'))
  })
})
