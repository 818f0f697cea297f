/** What a run tells of its release, to an address that takes it, and to those that do not. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { decodeJwt } from 'jose'
import { pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { ReleaseEvent } from '../../../model/release-event.ts'
import { openStage, type Stage } from '../../../review/test/stage.ts'
import { type JobRun, playJob } from './job.ts'
import { stepTo, Target } from './target.ts'

let stage: Stage
let temp: string
beforeAll(async () => {
  stage = await openStage()
  temp = mkdtempSync(join(tmpdir(), 'omninode-events-'))
})
afterAll(async () => {
  await stage.stop()
  rmSync(temp, { recursive: true, force: true })
})

interface Received {
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
}
let received: Received[]
const servers: (Server | TcpServer)[] = []
beforeEach(() => {
  received = []
})
afterEach(() => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
})

async function listen(server: Server | TcpServer): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}` // it listens
}

/** @param answer what comes of a request whose body was read and kept */
async function serve(answer: RequestListener, into = received): Promise<string> {
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      into.push({ url: request.url ?? '', headers: request.headers, text })
      answer(request, response)
    })
  })
  return `http://${await listen(server)}`
}

const takes: RequestListener = (_request, response) => void response.writeHead(202).end()
const events = () => received.map(({ text }) => ReleaseEvent.parse(JSON.parse(text)))
const bearers = () => received.map(({ headers }) => headers.authorization?.replace(/^Bearer /, '') ?? '')

let counter = 0
const play = (inputs: Record<string, string>, target = new Target(), more: Partial<JobRun> = {}) => {
  const identity = pushJob(REPOSITORY, {
    sha: (++counter).toString(16).padStart(40, 'e'),
    runId: String(90_000 + counter),
  })
  return playJob(stage, temp, stepTo(target, { a: 1, b: 2 }), {
    identity,
    command: 'apply',
    permissions: {},
    ...more,
    inputs: { reviewed: 'off', ...inputs },
  })
}

describe('a release that is told of', () => {
  test('is told as it goes, in its order, of what was done, with a token that is for the address alone', async () => {
    const url = await serve(takes)
    const told = await play({ 'events-url': `${url}/v1/releases/events`, name: 'production' })
    expect([told.code, told.warnings]).toEqual([0, []])
    const told3 = events()
    expect(told3.map(({ type }) => type.split(/[-.]/).at(-2))).toEqual(['started', 'planned', 'applied'])
    expect(told3[1]?.data).toMatchObject({ target: 'numbers here', changes: { create: 2, update: 0 } })
    expect(told3[2]?.data).toMatchObject({
      step: 'deploy',
      command: 'apply',
      name: 'production',
      changed: true,
      digest: told.outputs['digest'],
      results: { done: 2, failed: 0, skipped: 0, unknown: 0 },
    })
    expect(new Set(told3.map(({ data }) => data.part)).size).toBe(1)
    expect(new Set(told3.map(({ id }) => id)).size).toBe(3)
    for (const { url: path, headers } of received)
      expect([path, headers['content-type']]).toEqual(['/v1/releases/events', 'application/cloudevents+json'])
    for (const token of bearers()) expect(decodeJwt(token).aud).toBe(url)
  })

  test('that has nothing to do is told as done, with nothing changed', async () => {
    const target = new Target()
    target.live = { a: 1, b: 2 }
    await play({ 'events-url': await serve(takes) }, target)
    expect(events().at(-1)).toMatchObject({
      type: 'onex.evt.omninode-infra.release-applied.v1',
      data: { changed: false, results: { done: 0 } },
    })
  })

  test('that fails half way is told with why, and with what it did', async () => {
    const target = new Target()
    target.patience = 1
    const told = await play({ 'events-url': await serve(takes) }, target)
    expect(told.code).toBe(1)
    expect(events().at(-1)).toMatchObject({
      type: 'onex.evt.omninode-infra.release-failed.v1',
      data: {
        changed: true,
        results: { done: 1, skipped: 1 },
        failures: [{ code: 'CUT_OFF', what: 'The run was cut off.' }],
      },
    })
  })

  test('that is wrong before it begins is told as failed', async () => {
    await play({ 'events-url': await serve(takes), timeout: 'soon' })
    expect(events()).toMatchObject([{ data: { target: null, failures: [{ code: 'INPUT_INVALID' }] } }])
  })

  test('says nothing of a secret', async () => {
    const target = new Target()
    const secret = 'hunter2-hunter2-hunter2'
    target.unplannable = `The server says: ${secret} is wrong.`
    await play({ 'events-url': await serve(takes), 'github-token': secret }, target)
    expect(events().at(-1)).toMatchObject({
      data: { failures: [{ code: 'UNPLANNABLE', what: 'The server says: *** is wrong.' }] },
    })
    expect(received.map(({ text }) => text).join()).not.toContain('hunter2')
  })

  test.each<[string, Record<string, string>, string]>([
    ['a plan', {}, 'plan'],
    ['a dry run', { 'dry-run': 'true' }, 'apply'],
  ])('is none for %s', async (_what, inputs, command) => {
    const told = await play({ 'events-url': await serve(takes), ...inputs }, new Target(), { command })
    expect([told.code, received]).toEqual([0, []])
  })

  test('without `id-token: write` is told without a token', async () => {
    await play({ 'events-url': await serve(takes) }, new Target(), { idToken: false })
    expect([bearers(), received.length]).toEqual([['', '', ''], 3])
  })
})

describe('a realm that gives the token', () => {
  const realm: Received[] = []
  beforeEach(() => void realm.splice(0))
  const answered =
    (status: number, body: object): RequestListener =>
    (_request, response) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const assertions = () => realm.map(({ text }) => new URLSearchParams(text).get('client_assertion') ?? '')

  test('is asked once for a release, with an ID token for it, which the address never gets', async () => {
    const issuer = `${await serve(answered(200, { access_token: 'access', expires_in: 300 }), realm)}/realms/r`
    await play({ 'events-url': await serve(takes), 'events-issuer': issuer })
    expect(bearers()).toEqual(['access', 'access', 'access'])
    expect(realm.map(({ url }) => url)).toEqual(['/realms/r/protocol/openid-connect/token'])
    expect(assertions().map((token) => decodeJwt(token).aud)).toEqual([issuer])
  })

  test('is asked again with a new ID token when it refuses the first, as after a rotation of keys', async () => {
    let asked = 0
    const issuer = await serve((request, response) => {
      asked += 1
      answered(asked === 1 ? 401 : 200, { access_token: 'access', expires_in: 300 })(request, response)
    }, realm)
    const told = await play({ 'events-url': await serve(takes), 'events-issuer': issuer })
    expect([told.warnings, bearers()]).toEqual([[], ['access', 'access', 'access']])
    expect(assertions()).toHaveLength(2)
  })

  test('is asked for another when the one that it gave ends soon', async () => {
    const issuer = await serve(answered(200, { access_token: 'brief', expires_in: 10 }), realm)
    await play({ 'events-url': await serve(takes), 'events-issuer': issuer })
    expect(realm).toHaveLength(3)
  })

  test.each<[string, RequestListener, string]>([
    ['refuses', answered(401, { access_token: 'x' }), 'which gives the token: it answered 401.'],
    [
      'answers with a page',
      (_request, response) => void response.end('<html>'),
      'something that is no token',
    ],
    ['redirects', (_r, response) => void response.writeHead(307, { location: '/' }).end(), 'answered 307'],
    ['does not answer', () => undefined, 'did not answer within two seconds'],
  ])('and %s, keeps the release from nothing, and nothing is sent without it', async (_what, answer, why) => {
    const issuer = await serve(answer, realm)
    const told = await play({ 'events-url': await serve(takes), 'events-issuer': issuer })
    expect([told.code, received]).toEqual([0, []])
    expect(told.warnings).toEqual([expect.stringContaining(why)])
  })
})

describe('an address that does not take events', () => {
  const elsewhere: Received[] = []
  const redirecting = (status: number) => async () => {
    const other = await serve(takes, elsewhere)
    return serve((_request, response) => void response.writeHead(status, { location: `${other}/x` }).end())
  }
  const raw = (onConnection: Parameters<typeof createTcpServer>[1]) => () =>
    listen(createTcpServer(onConnection))
  const cases: readonly [what: string, url: () => Promise<string>, why: RegExp][] = [
    ['hangs', () => serve(() => undefined), /did not answer within two seconds/],
    [
      'sends a byte a second',
      async () =>
        `http://${await raw((socket) => {
          let at = 0
          const timer = setInterval(() => socket.write('HTTP/1.1 202 Accepted\r\n'[at++ % 23] ?? ''), 1_000)
          socket.on('close', () => clearInterval(timer)).on('error', () => undefined)
        })()}`,
      /did not answer within two seconds/,
    ],
    [
      'resets',
      async () =>
        `http://${await raw((socket) => void socket.on('error', () => undefined).resetAndDestroy())()}`,
      /It does not answer/,
    ],
    [
      'accepts, and speaks no TLS',
      async () => `https://${await raw((socket) => void socket.on('error', () => undefined))()}`,
      /did not answer within two seconds/,
    ],
    [
      'speaks no HTTP',
      async () =>
        `http://${await raw((socket) => void socket.on('error', () => undefined).end('SSH-2.0-x\r\n'))()}`,
      /does not speak HTTP/,
    ],
    [
      'answers without TLS where it is wanted',
      async () => (await serve(takes)).replace('http:', 'https:'),
      /./,
    ],
    ['is not there', async () => 'http://127.0.0.1:9', /does not answer/],
    [
      'has a name that nobody knows',
      async () => 'https://events.invalid/x',
      /Nobody knows the name|two seconds/,
    ],
    ['answers 500', () => serve((_r, response) => void response.writeHead(500).end()), /answered 500/],
    [
      'answers 401',
      () => serve((_r, response) => void response.writeHead(401).end()),
      /answered 401: .*events-issuer/,
    ],
    ['answers 403', () => serve((_r, response) => void response.writeHead(403).end()), /answered 403/],
    ['answers 429', () => serve((_r, response) => void response.writeHead(429).end()), /answered 429/],
    ...[301, 302, 303, 307, 308].map((status): (typeof cases)[number] => [
      `redirects with ${status}`,
      redirecting(status),
      /no redirect is followed/,
    ]),
  ]

  test.each(cases)(
    'because it %s is told of in one warning, and the release is what it was',
    async (_what, url, why) => {
      const target = new Target()
      const before = performance.now()
      const told = await play({ 'events-url': await url() }, target, { more: { childEnvironment: {} } })
      const took = performance.now() - before
      expect([told.code, target.live, told.outputs['changed']]).toEqual([0, { a: 1, b: 2 }, 'true'])
      expect(told.warnings).toEqual([expect.stringMatching(why)])
      expect(told.warnings[0]).toMatch(/was not told of this release: `started`.*`applied`/)
      expect(took).toBeLessThan(2_600)
      expect(elsewhere).toEqual([])
    },
  )

  test('until the first is over gets the others later, and the run does not wait for it', async () => {
    const target = new Target()
    target.takes = 2_500
    let first = true
    const url = await serve((request, response) => {
      if (first) first = false
      else takes(request, response)
    })
    const before = performance.now()
    const told = await play({ 'events-url': url }, target)
    expect(performance.now() - before).toBeLessThan(3_300)
    expect(told.warnings).toEqual([expect.stringContaining('`started`. It did not answer')])
    expect(events().map(({ type }) => type.split(/[-.]/).at(-2))).toEqual(['started', 'planned', 'applied'])
  })

  test('and answers without an end is heard no further than its first line', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(202)
      const timer = setInterval(() => response.write('x'.repeat(65_536)), 1)
      response.on('close', () => clearInterval(timer))
    })
    const told = await play({ 'events-url': url })
    expect([told.warnings, received.length]).toEqual([[], 3])
  })

  test('and for which GitHub gives no ID token, is sent nothing', async () => {
    const url = await serve(takes)
    const idToken = () => new Promise<string>(() => undefined)
    const told = await play({ 'events-url': url }, new Target(), { more: { idToken } })
    expect([told.code, received.length]).toEqual([0, 0])
    expect(told.warnings).toEqual([expect.stringContaining('did not answer within two seconds')])
  })
})
