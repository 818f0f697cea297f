import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createTestWorld } from '../../../world/test/world.ts'
import { assumeRole, callerRole } from '../../role.ts'
import { openBucket } from '../../s3.ts'

const credentials = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' }
const region = 'eu-central-1'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly hangUp?: true
  readonly cutOff?: true
}

async function serve(answer: Answer): Promise<{ AWS_ENDPOINT_URL: string }> {
  const listener: RequestListener = (_request, response) => {
    const { status = 200, headers = {}, body = '', hangUp, cutOff } = answer
    if (hangUp) response.destroy()
    else if (cutOff) {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('<', () => response.destroy())
    } else response.writeHead(status, headers).end(body)
  }
  const started = createServer(listener)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return { AWS_ENDPOINT_URL: `http://127.0.0.1:${(started.address() as AddressInfo).port}` } // listening on TCP
}

const html = '<html><body>Please log in</body></html>'
const s3Error = (code: string) =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`
const stsError = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>No.</Message></Error></ErrorResponse>`

type Environment = Readonly<Record<string, string>>

const world = (env: Environment) => ({
  ...createTestWorld({
    workspace: '.',
    env,
    idToken: async () => `e30.${Buffer.from('{"sub":"x"}').toString('base64url')}.x`,
  }).world,
  random: () => -1, // without waiting
})
const bucket = (env: Environment) => openBucket({ bucket: 'state', region, credentials, env })
const ways: readonly (readonly [string, (env: Environment) => Promise<unknown>])[] = [
  ['read of S3', (env) => bucket(env).get('a/b')],
  ['write to S3', (env) => bucket(env).put('a/b', 'x', { once: true })],
  ['delete from S3', (env) => bucket(env).delete('a/b')],
  ['call of STS', (env) => callerRole(credentials, region, world(env))],
  [
    'assumption of a role',
    (env) => assumeRole({ role: 'arn:aws:iam::1:role/r', region, sessionName: 's' }, world(env)),
  ],
]

describe.each(ways)('a %s', (_way, ask) => {
  test.each<[string, Answer]>([
    ['502 with a page', { status: 502, body: html }],
    ['403 with a page', { status: 403, body: html, headers: { 'content-type': 'text/html' } }],
    ['407', { status: 407, body: 'who are you?' }],
    ['a redirect', { status: 302, headers: { location: 'https://login.example.com/' } }],
    ['a broken connection', { hangUp: true }],
    ['half an answer', { cutOff: true }],
    ['404 with nothing', { status: 404 }],
  ])(
    'that is answered with %s is a failure that says what to do',
    async (what, answer) => {
      const error: unknown = await ask(await serve(answer)).then(
        () => undefined,
        (reason: unknown) => reason,
      )
      // An object that is not there, and what is deleted already, are answers of S3.
      if (error === undefined && /404|half|redirect/.test(what)) return
      expect(error).toMatchObject({
        name: 'Failure',
        code: expect.stringMatching(/^(AWS_(UNREACHABLE|ANSWER|FORBIDDEN|REFUSED)|ROLE_FAILED)$/),
        why: expect.any(String),
        fix: expect.any(String),
      })
      expect(String(error)).not.toMatch(/TypeError|SyntaxError|undefined/)
    },
    60_000,
  )

  test('of somebody who is not there, or at no address, is a failure that says so', async () => {
    await expect(ask({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1' })).rejects.toMatchObject({
      code: 'AWS_UNREACHABLE',
    })
    await expect(ask({ AWS_ENDPOINT_URL: 'nowhere' })).rejects.toMatchObject({ name: 'Failure' })
  }, 60_000)
})

test('what S3 forbids names the action that a policy must allow', async () => {
  const env = await serve({ status: 403, body: s3Error('AccessDenied') })
  await expect(bucket(env).get('a/b')).rejects.toMatchObject({
    code: 'AWS_FORBIDDEN',
    what: 'AWS refused S3 to read s3://state/a/b (403).',
    why: 'AccessDenied: No.',
    fix: expect.stringContaining('Allow s3:GetObject'),
  })
})

test('a bucket that is not there is told by its own name for it', async () => {
  const env = await serve({ status: 404, body: s3Error('NoSuchBucket') })
  await expect(bucket(env).get('a/b')).rejects.toMatchObject({
    code: 'AWS_REFUSED',
    why: 'NoSuchBucket: No.',
  })
})

test('what STS forbids is told as before: by what the token offered', async () => {
  const env = await serve({ status: 403, body: stsError('AccessDenied') })
  const asked = assumeRole({ role: 'arn:aws:iam::1:role/r', region, sessionName: 's' }, world(env))
  await expect(asked).rejects.toMatchObject({ code: 'ROLE_REFUSED', why: expect.stringContaining('sub=x') })
})
