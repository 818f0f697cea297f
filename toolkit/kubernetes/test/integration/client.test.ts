import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { createTestWorld } from '../../../world/test/world.ts'
import { KubernetesClient } from '../../client.ts'

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
    if (path.endsWith('/unanswered')) return
    response.end(answers.get(path) ?? discovery.get(path) ?? '{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => answers.clear())

async function asking<T>(ask: (client: KubernetesClient) => Promise<T>): Promise<T> {
  const { world } = createTestWorld({ workspace: folder })
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
    },
    concurrency: 1,
    known: false,
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
  const asked = await asking(async (client) => {
    const answer = client
      .get({ ...type, namespace: 'dev', name: 'unanswered' })
      .catch((error: unknown) => error)
    setTimeout(() => client.close(), 100)
    return answer
  })
  expect(asked).toMatchObject({ name: 'AbortError' })
  expect(performance.now() - started).toBeLessThan(5_000)
})
