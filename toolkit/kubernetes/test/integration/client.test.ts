import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { nameFor, startProxy } from '#sandbox/proxy/proxy.ts'
import { createTestWorld } from '../../../world/test/world.ts'
import { KubernetesClient } from '../../client.ts'
import type { Cluster } from '../../cluster.ts'
import type { ConnectionOptions } from '../../connection.ts'

interface Refusal {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What is refused, by the path; several times, in order. */
const refusals = new Map<string, Refusal[]>()
let asked: IncomingMessage[]

/** Milliseconds that every answer takes. */
let way = 0
/** Requests that are not answered yet, and the most that there were. */
let inFlight = { now: 0, most: 0 }

/** What an answer is, by the path that was asked for without its query; everything else is discovery. */
const answers = new Map<string, string>()
let folder = ''
let caPem = ''
let server: Server

const discovered = (items: unknown) =>
  JSON.stringify({ kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2', items })
const pod = { resource: 'pods', responseKind: { kind: 'Pod' }, scope: 'Namespaced' }
const discovery = new Map([
  ['/api', discovered([{ metadata: {}, versions: [{ version: 'v1', resources: [pod] }] }])],
  ['/apis', discovered([])],
])

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-client-'))
  const requests = [{ name: 'server', hosts: ['127.0.0.1'] }]
  const certificates = await createCertificates(join(folder, 'pki'), requests, { progress: () => undefined })
  caPem = certificates.caPem
  const files = { cert: certificates.pem('server.crt'), key: certificates.pem('server.key') }
  server = createServer(files, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    asked.push(request)
    if (path.endsWith('/unanswered')) return
    const refusal = refusals.get(path)?.shift()
    if (refusal !== undefined) {
      response.writeHead(refusal.status, refusal.headers).end(refusal.body)
      return
    }
    const answer = answers.get(path) ?? discovery.get(path) ?? '{}'
    inFlight.now++
    inFlight.most = Math.max(inFlight.most, inFlight.now)
    response.once('close', () => inFlight.now--)
    if (way === 0) response.end(answer)
    else setTimeout(() => response.end(answer), way)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  answers.clear()
  refusals.clear()
  asked = []
  way = 0
  inFlight = { now: 0, most: 0 }
})

async function asking<T>(
  ask: (client: KubernetesClient) => Promise<T>,
  more: Partial<Cluster> = {},
  env: Readonly<Record<string, string>> = {},
  {
    concurrency = 1,
    clock = () => new Date(),
  }: Partial<Pick<ConnectionOptions, 'concurrency' | 'clock'>> = {},
): Promise<T> {
  const { world } = createTestWorld({ workspace: folder, env, clock })
  const bearer = { token: async () => 'not-a-real-token', discard: () => undefined }
  const client = new KubernetesClient({
    cluster: {
      server: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, // an address: it listens on TCP
      certificateAuthority: caPem,
      serverName: undefined,
      proxy: undefined,
      impersonation: {},
      credentials: { kind: 'bearer', bearer },
      secrets: [],
      ...more,
    },
    concurrency,
    known: false,
    clock: world.clock,
    signal: world.signal,
    random: world.random,
    log: world.log,
    env: world.env,
  })
  try {
    return await ask(client)
  } finally {
    client.close()
  }
}

const type = { apiVersion: 'v1', kind: 'Pod' }
const pods = (client: KubernetesClient) => client.list(type, { namespace: 'dev' })
const onePod = (client: KubernetesClient) => client.get({ ...type, namespace: 'dev', name: 'it' })

describe('an answer', () => {
  test.each([
    ['/apis', '<html>Please log in</html>', pods],
    ['/apis', '', pods],
    ['/api', 'null', pods],
    ['/api/v1/namespaces/dev/pods', '"pods"', pods],
    ['/api/v1/namespaces/dev/pods/it', '<html>Please log in</html>', onePod],
    ['/api/v1/namespaces/dev/pods/it', 'null', onePod],
  ])('to GET %s that is %j is a failure that names what was asked', async (path, text, ask) => {
    answers.set(path, text)
    await expect(asking<unknown>(ask)).rejects.toMatchObject({
      code: 'CLUSTER_ANSWER',
      what: expect.stringMatching(
        new RegExp(`answered GET ${path}(\\?\\S+)? with something that is no object`),
      ),
    })
  })

  test('that tells of no kinds is a failure that names what was asked', async () => {
    answers.set('/apis', JSON.stringify({ kind: 'APIGroupList', apiVersion: 'v1', groups: [] }))
    await expect(asking(pods)).rejects.toMatchObject({
      code: 'DISCOVERY',
      what: expect.stringContaining('it was asked for /apis, and answered with APIGroupList of v1'),
    })
  })

  test('that should be a list and is none is not taken for an empty one', async () => {
    answers.set('/api/v1/namespaces/dev/pods', JSON.stringify({ kind: 'Status', status: 'Success' }))
    await expect(asking(pods)).rejects.toMatchObject({
      code: 'CLUSTER_ANSWER',
      what: expect.stringContaining('answered GET /api/v1/namespaces/dev/pods?limit=500 with something'),
    })
  })

  test.each([{ items: null }, { items: [], metadata: null }, { items: [], metadata: { continue: null } }])(
    'that is an empty list is one: %j',
    async (list) => {
      answers.set('/api/v1/namespaces/dev/pods', JSON.stringify({ kind: 'PodList', ...list }))
      expect(await asking(pods)).toEqual([])
    },
  )
})

test('a request that nobody answers ends with its client', async () => {
  const started = performance.now()
  const given = await asking(async (client) => {
    const answer = client
      .get({ ...type, namespace: 'dev', name: 'unanswered' })
      .catch((error: unknown) => error)
    setTimeout(() => client.close(), 100)
    return answer
  })
  expect(given).toMatchObject({ name: 'AbortError' })
  expect(performance.now() - started).toBeLessThan(5_000)
})

const forbidden = (message: string): Refusal => ({
  status: 403,
  body: JSON.stringify({ kind: 'Status', apiVersion: 'v1', reason: 'Forbidden', message }),
})

test.each([
  [404, '<html>Not found</html>'],
  [401, '<html>Please log in</html>'],
])(
  '%d of somebody else is neither an object that is not there nor an identity that is refused',
  async (status, body) => {
    refusals.set('/api/v1/namespaces/dev/pods/it', [
      { status, body },
      { status, body },
    ])
    await expect(asking(onePod)).rejects.toMatchObject({ code: 'CLUSTER_ANSWER' })
  },
)

test('an object that is not there is none', async () => {
  const body = JSON.stringify({ kind: 'Status', reason: 'NotFound', message: 'pods "it" not found' })
  refusals.set('/api/v1/namespaces/dev/pods/it', [{ status: 404, body }])
  expect(await asking(onePod)).toBeUndefined()
})

describe('a refusal', () => {
  test.each([
    ['list', '/api/v1/namespaces/dev/pods', 'pods', pods],
    ['get', '/api/v1/namespaces/dev/pods/it', 'pods "it"', onePod],
    ['discover', '/apis', '', pods],
  ])('to %s is a failure that says who may not what, and what to grant', async (verb, path, what, ask) => {
    const wanted =
      verb === 'discover'
        ? 'get path "/apis"'
        : `${verb} resource "pods" in API group "" in the namespace "dev"`
    refusals.set(path, [forbidden(`${what} is forbidden: User "gha:2" cannot ${wanted}`)])
    await expect(asking<unknown>(ask)).rejects.toMatchObject({
      code: 'CLUSTER_FORBIDDEN',
      what: expect.stringContaining('gha:2'),
      fix: expect.stringMatching(/^Grant it with /),
    })
  })

  const unread = forbidden('pods "it" is forbidden: User "gha:2" cannot get resource "pods" in API group ""')
  const unready = forbidden('pods "it" is forbidden: not yet ready to handle request')
  const quota = forbidden('pods "it" is forbidden: exceeded quota: small')
  const unkeyed = {
    status: 401,
    body: JSON.stringify({ kind: 'Status', reason: 'Unauthorized', message: 'Unauthorized' }),
  }
  const away = { status: 503 }
  const path = '/api/v1/namespaces/dev/pods/it'
  const it = JSON.stringify({ ...type, metadata: { name: 'it' } })

  test.each([
    ['it was allowed before', [unread, unread, unread], true],
    ['it was allowed before, when a plugin is not ready', [unready, unready], true],
    ['it was away', [away, unread, unread, unread, unread, unread], false],
    ['it was away, when it has no keys yet', [away, unkeyed, unkeyed, unkeyed], false],
  ])(
    'of a server that has been started again is none yet: %s',
    async (_which, refused, before) => {
      answers.set(path, it)
      const got = await asking(async (client) => {
        if (before) await onePod(client)
        refusals.set(path, [...refused])
        return onePod(client)
      })
      expect([got?.metadata.name, refusals.get(path)]).toEqual(['it', []])
    },
    20_000,
  )

  test.each([
    ['of what was never allowed is told at once', [unread], false],
    ['that is no matter of rights is told at once', [quota], true],
    ['that lasts is told after a moment', [unread, unread, unread, unread], true],
  ])('%s', async (_which, refused, before) => {
    answers.set(path, it)
    const got = asking(async (client) => {
      if (before) await onePod(client)
      refusals.set(path, [...refused])
      return onePod(client)
    })
    await expect(got).rejects.toMatchObject({ code: 'CLUSTER_FORBIDDEN' })
    expect(refusals.get(path)).toEqual([])
  })

  test('that is a redirect is not followed with the token, and named', async () => {
    refusals.set('/apis', [{ status: 302, headers: { location: 'https://login.example.com/' } }])
    await expect(asking(pods)).rejects.toMatchObject({
      code: 'CLUSTER_ANSWER',
      what: expect.stringContaining('with a redirect to https://login.example.com/'),
    })
  })

  test('with Retry-After is asked again after that', async () => {
    refusals.set('/apis', [{ status: 429, headers: { 'retry-after': '1' } }])
    answers.set('/api/v1/namespaces/dev/pods', JSON.stringify({ kind: 'PodList', items: [] }))
    const started = performance.now()
    expect(await asking(pods)).toEqual([])
    expect(performance.now() - started).toBeGreaterThanOrEqual(990)
  })

  test('with a longer pause than anybody waits for is told at once', async () => {
    refusals.set('/apis', [
      { status: 503, headers: { 'retry-after': '3600' }, body: '<html>maintenance</html>' },
    ])
    await expect(asking(pods)).rejects.toMatchObject({ code: 'CLUSTER_UNAVAILABLE' })
  })
})

test('who acts as somebody else says so in every request', async () => {
  answers.set('/api/v1/namespaces/dev/pods', JSON.stringify({ kind: 'PodList', items: [] }))
  await asking(pods, { impersonation: { 'impersonate-user': 'deployer', 'impersonate-group': ['a', 'b'] } })
  expect(asked).toHaveLength(3)
  for (const { rawHeaders } of asked) {
    const pairs = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []))
    expect(pairs).toEqual(
      expect.arrayContaining(['impersonate-user: deployer', 'impersonate-group: a', 'impersonate-group: b']),
    )
  }
})

describe('a cluster whose name only a proxy knows', () => {
  const name = nameFor('cluster')
  const server443 = { server: `https://${name}`, serverName: '127.0.0.1' }

  test.each(['the environment', 'the kubeconfig'])('is asked through the one of %s', async (whose) => {
    const port = (server.address() as AddressInfo).port // it listens on TCP
    const proxy = await startProxy({ names: { [name]: port } })
    answers.set('/api/v1/namespaces/dev/pods', JSON.stringify({ kind: 'PodList', items: [] }))
    const [own, env] =
      whose === 'the kubeconfig'
        ? [{ proxy: new URL(proxy.url) }, { HTTPS_PROXY: 'http://127.0.0.1:1' }]
        : [{}, { HTTPS_PROXY: proxy.url }]
    try {
      expect(await asking(pods, { ...server443, ...own }, env)).toEqual([])
      expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${name}:443`]))
    } finally {
      await proxy.stop()
    }
  })

  test('is told to be behind one that wants to know who asks', async () => {
    const proxy = await startProxy({ names: {}, credentials: { user: 'a', password: 'b' } })
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }
    try {
      await expect(asking(pods, server443, env)).rejects.toMatchObject({
        code: 'CLUSTER_UNREACHABLE',
        why: expect.stringContaining('wants to know who asks'),
      })
    } finally {
      await proxy.stop()
    }
  })
})

describe('requests at once', () => {
  /** The most that are in flight, after those that tell how long the way is. */
  const most = (concurrency: number, clock = () => new Date()) =>
    asking(
      async (client) => {
        const get = (name: number) =>
          client.get({ apiVersion: 'v1', kind: 'Pod', namespace: 'dev', name: String(name) })
        for (let each = 0; each < 8; each++) await get(each)
        await Promise.all(Array.from({ length: 100 }, (_, each) => get(each)))
        return inFlight.most
      },
      {},
      {},
      { concurrency, clock },
    )

  test('are as many as were asked for where the way is long', async () => {
    way = 40
    expect(await most(32)).toBe(32)
  })

  test('are 16 at most where it is short', async () => {
    const still = new Date() // also on a machine that has much else to do
    expect(await most(32, () => still)).toBeLessThanOrEqual(16)
  })

  test.each([0, 40])('are never more than were asked for, with %i ms', async (milliseconds) => {
    way = milliseconds
    expect(await most(3)).toBeLessThanOrEqual(3)
  })
})
