/** Behind a proxy that alone knows the names of the servers: every client of ours, and Terraform. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { REGION } from '#sandbox/aws/aws.ts'
import { startTrustingAws, type TrustingAws } from '#sandbox/aws/trusting.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { nameFor, type RunningProxy, startProxy } from '#sandbox/proxy/proxy.ts'
import { terraformEnv } from '#sandbox/terraform/terraform.ts'
import { callerRole } from '#toolkit/aws/role.ts'
import { openBucket } from '#toolkit/aws/s3.ts'
import { createGitHub } from '#toolkit/github/client.ts'
import { requestIdToken } from '#toolkit/identity/id-token.ts'
import { connectCluster } from '#toolkit/kubernetes/connect.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { releasedVersions, tools } from '../../actions/provision/src/tool/release.ts'
import { probeHttp } from '../../actions/verify/src/probes/http.ts'

const run = promisify(execFile)
const trusted = getCACertificates()
const credentials = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' }
const server = nameFor('server')
const aws = nameFor('aws')
const sts = nameFor('sts')

let folder: string
let secure: Server
let trusting: TrustingAws
let proxy: RunningProxy
let env: Record<string, string>

const token = `e30.${Buffer.from('{"sub":"x"}').toString('base64url')}.c2ln`
const discovery = (items: unknown[]) => ({ kind: 'APIGroupDiscoveryList', items })
const answers: Readonly<Record<string, unknown>> = {
  '/repos/o/r/pulls/7': { number: 7 },
  '/token': { value: token },
  '/index.json': { versions: { '1.2.3': {} } },
  '/api': discovery([
    {
      metadata: {},
      versions: [
        {
          version: 'v1',
          resources: [{ resource: 'pods', responseKind: { kind: 'Pod' }, scope: 'Namespaced' }],
        },
      ],
    },
  ]),
  '/apis': discovery([]),
  '/api/v1/pods': { kind: 'PodList', items: [] },
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-behind-'))
  const progress = () => undefined
  const certificates = await createCertificates(join(folder, 'pki'), [{ name: 'server', hosts: [server] }], {
    progress,
  })
  setDefaultCACertificates([...trusted, certificates.caPem])
  secure = createServer(
    { cert: certificates.pem('server.crt'), key: certificates.pem('server.key') },
    (request, response) => {
      const answer = answers[new URL(request.url ?? '', 'https://x').pathname]
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer ?? {}))
    },
  )
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', () => resolve()))
  trusting = await startTrustingAws({ folder: join(folder, 'trusting'), progress })
  await trusting.aws.createBucket('state')
}, 180_000)
afterAll(async () => {
  setDefaultCACertificates(trusted)
  secure.closeAllConnections()
  secure.close()
  await proxy?.stop()
  await trusting.stop()
  rmSync(folder, { recursive: true })
}, 60_000)

beforeEach(async () => {
  await proxy?.stop()
  const portOf = (url: string) => Number(new URL(url).port)
  proxy = await startProxy({
    names: {
      [server]: (secure.address() as AddressInfo).port, // it listens on TCP
      [aws]: portOf(trusting.aws.url),
      // By which S3 is asked for a bucket.
      [`state.${aws}`]: portOf(trusting.aws.url),
      [sts]: portOf(trusting.aws.stsUrl),
    },
    credentials: { user: 'me', password: 'p@ss' },
  })
  env = {
    HTTPS_PROXY: proxy.url,
    HTTP_PROXY: proxy.url,
    NO_PROXY: 'elsewhere.example',
    AWS_ENDPOINT_URL: `http://${aws}`,
    AWS_ENDPOINT_URL_STS: `http://${sts}`,
  }
})

const world = () => ({ ...createTestWorld({ workspace: folder, env }).world, random: () => -1 })

/** Each client of ours, and what it gives when it has reached its server. */
const clients: readonly (readonly [string, () => Promise<unknown>, unknown])[] = [
  [
    'GitHub',
    () =>
      createGitHub({ ...world(), apiUrl: `https://${server}`, token: 't', repository: 'o/r' }).call({
        route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { pull_number: 7 },
        needs: 'pull-requests: read',
        answer: z.object({ number: z.number() }),
      }),
    { number: 7 },
  ],
  [
    'the cluster',
    async () => {
      const bearer = { token: async () => 'x', discard: () => undefined }
      const cluster = {
        server: `https://${server}`,
        certificateAuthority: undefined,
        serverName: undefined,
        proxy: undefined,
        impersonation: {},
        credentials: { kind: 'bearer', bearer },
        secrets: [],
      } as const
      const client = connectCluster(cluster, { concurrency: 2 }, world())
      try {
        return await client.list({ apiVersion: 'v1', kind: 'Pod' })
      } finally {
        client.close()
      }
    },
    [],
  ],
  [
    'who gives ID tokens',
    () => requestIdToken({ url: `https://${server}/token?a=b`, token: 't' }, 'audience', world()),
    token,
  ],
  [
    'releases of Terraform',
    () => {
      const { terraform } = tools
      const publisher = { ...terraform.publisher, index: `https://${server}/index.json` }
      return releasedVersions({ ...terraform, publisher }, world()).then((versions) => versions.length)
    },
    1,
  ],
  [
    'a probe’s target',
    () =>
      probeHttp(
        {
          url: new URL(`https://${server}/index.json`),
          headers: new Map(),
          expect: [200],
          paired: false,
          inhabited: false,
          random: Math.random,
          env,
        },
        { deadline: 5_000, signal: new AbortController().signal, waitFor: () => undefined },
      ).then(({ status }) => status),
    'done',
  ],
  [
    'S3',
    async () => {
      const bucket = openBucket({ bucket: 'state', region: REGION, credentials, env })
      try {
        await bucket.put('a/b c', 'kept', { once: true })
        expect(await bucket.put('a/b c', 'again', { once: true })).toBe(false)
        const kept = await bucket.get('a/b c')
        await bucket.delete('a/b c')
        expect(await bucket.get('a/b c')).toBeUndefined()
        return Buffer.from(kept ?? '').toString('utf8')
      } finally {
        bucket.close()
      }
    },
    'kept',
  ],
  ['STS', () => callerRole(credentials, REGION, world()).then(({ account }) => typeof account), 'string'],
]

describe('behind a proxy', () => {
  test.each(clients)(
    '%s is reached through it',
    async (_what, ask, expected) => {
      expect(await ask()).toEqual(expected)
      expect(proxy.asked.length).toBeGreaterThan(0)
    },
    30_000,
  )

  test.each(clients)(
    '%s is not reached without it, and that is told',
    async (what, ask) => {
      const { HTTPS_PROXY: _, HTTP_PROXY: __, ...without } = env
      env = without
      if (what.startsWith('a probe')) {
        expect(await ask()).toBe('failed')
        return
      }
      await expect(ask()).rejects.toMatchObject({ name: 'Failure', fix: expect.any(String) })
      expect(proxy.asked).toEqual([])
    },
    60_000,
  )

  test('Terraform keeps its state through it', async () => {
    const stack = join(folder, 'stack')
    mkdirSync(stack, { recursive: true })
    writeFileSync(
      join(stack, 'main.tf'),
      `terraform {\n  backend "s3" {\n    bucket = "state"\n    key = "it"\n    region = "${REGION}"\n    use_path_style = false\n  }\n}\nresource "terraform_data" "it" {}\n`,
    )
    const given = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      ...terraformEnv(folder, process.env),
      ...env,
      ...credentials,
      AWS_EC2_METADATA_DISABLED: 'true',
    }
    const terraform = (...args: string[]) => run('terraform', args, { cwd: stack, env: given })
    await terraform('init', '-input=false')
    await terraform('apply', '-input=false', '-auto-approve')
    expect(await trusting.aws.listObjects('state')).toEqual(['it'])
    expect(proxy.asked.some((line) => line.startsWith(`PUT http://state.${aws}/it`))).toBe(true)
  }, 120_000)
})
