import { describe, expect, test } from '@jest/globals'
import { generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { nearMissesOf } from '../src/http/credential.ts'

const KEY = 'onxk_abcdefghijkl_q7Zk1mXv0TnB4cRy8LwJ2hPsF6dGa9EuQeNoCtHbIxM'

const misses = (headers: Readonly<Record<string, string>>) =>
  nearMissesOf(new Map(Object.entries(headers))).then((found) =>
    found.map(({ what, headers: sent }) => [what, Object.fromEntries(sent)] as const),
  )

describe('what is almost an API key', () => {
  test('is one of its form, a part of it, more than it, or it in another place', async () => {
    expect(await misses({ 'x-api-key': KEY })).toEqual([
      ['x-api-key left out', {}],
      ['x-api-key with its first character changed', { 'x-api-key': `a${KEY.slice(1)}` }],
      [
        'x-api-key with a character in its first half changed',
        { 'x-api-key': KEY.replace('hijkl', 'hijal') },
      ],
      ['x-api-key with a character in the middle changed', { 'x-api-key': expect.any(String) }],
      ['x-api-key with a character in its second half changed', { 'x-api-key': expect.any(String) }],
      ['x-api-key with its last character changed', { 'x-api-key': `${KEY.slice(0, -1)}Q` }],
      ['x-api-key without its last character', { 'x-api-key': KEY.slice(0, -1) }],
      ['x-api-key without its second half', { 'x-api-key': KEY.slice(0, 30) }],
      ['x-api-key with more characters', { 'x-api-key': `${KEY}0000` }],
      [
        'x-api-key in the other case',
        { 'x-api-key': expect.stringMatching(/^ONXK_ABCDEFGHIJKL_Q7zK1MxV0tNb/) },
      ],
      ['x-api-key in the header api-key', { 'api-key': KEY }],
    ])
  })

  test.each([
    ['a key of letters', 'abcdefghijklmnop'],
    ['a key of digits', '0123456789'],
    ['a key of signs', '-._~-._~'],
    ['one letter', 'a'],
    ['base64url, whose last letter counts in part', Buffer.alloc(32, 7).toString('base64url')],
    ['base64 with its padding', Buffer.alloc(16, 9).toString('base64')],
    ['base64url of sixteen bytes', Buffer.alloc(16, 255).toString('base64url')],
  ])('is never %s itself, nor what means the same', async (_what, key) => {
    for (const [what, { 'x-api-key': sent = '' }] of await misses({ 'x-api-key': key })) {
      expect([what, sent]).not.toEqual([what, key])
      const bytes = Buffer.from(key, 'base64')
      const isBase64 = [bytes.toString('base64'), bytes.toString('base64url')].includes(key)
      if (isBase64) expect([what, Buffer.from(sent, 'base64')]).not.toEqual([what, bytes])
    }
  })

  test('is not the same number in the other case', async () => {
    const uuid = '5b3c1f0e-0000-4000-8000-00000000000a'
    expect((await misses({ 'x-api-key': uuid })).map(([what]) => what)).not.toContain(
      'x-api-key in the other case',
    )
  })

  test('is sent beside what says something else, and together with other credentials', async () => {
    for (const [, sent] of await misses({ 'x-tenant': 'acme', 'x-api-key': KEY }))
      expect(sent['x-tenant']).toBe('acme')
    const both = await misses({ 'x-api-key': KEY, authorization: 'Bearer opaque-token' })
    for (const [what, sent] of both) {
      expect([what, sent['x-api-key'] === KEY]).toEqual([what, false])
      expect([what, sent['authorization'] === 'Bearer opaque-token']).toEqual([what, false])
    }
    expect(both[0]).toEqual(['x-api-key left out and authorization left out', {}])
  })

  test('of a password or an opaque token keeps its scheme, but for one that has another', async () => {
    const found = await misses({ authorization: `Basic ${Buffer.from('user:pass').toString('base64')}` })
    expect(found.filter(([, { authorization = '' }]) => authorization.startsWith('Bearer '))).toEqual([
      ['authorization with another scheme', { authorization: 'Bearer dXNlcjpwYXNz' }],
    ])
    expect(found).toContainEqual([
      'authorization in the header x-authorization',
      { 'x-authorization': 'Basic dXNlcjpwYXNz' },
    ])
  })

  test('of a cookie keeps its name', async () => {
    for (const [, sent] of (await misses({ cookie: 'session=abcdef' })).slice(1, -1))
      expect(sent['cookie']).toMatch(/^session=/)
  })
})

describe('what is almost a token', () => {
  test.each(['RS256', 'PS384', 'ES256', 'ES384', 'EdDSA', 'HS256'])(
    'of %s is of its form, and nobody who looks takes it',
    async (alg) => {
      const { privateKey, publicKey } = alg.startsWith('HS')
        ? { privateKey: Buffer.alloc(32, 1), publicKey: Buffer.alloc(32, 1) }
        : await generateKeyPair(alg)
      const token = await new SignJWT({ sub: 'somebody' })
        .setProtectedHeader({ alg, typ: 'JWT', kid: 'a' })
        .setIssuedAt(1_000)
        .setExpirationTime(2_000)
        .sign(privateKey)
      const currentDate = new Date(1_500_000)
      const verify = (text: string) => jwtVerify(text, publicKey, { currentDate })
      expect((await verify(token)).payload.sub).toBe('somebody')
      const found = await misses({ authorization: `Bearer ${token}` })
      expect(found.map(([what]) => what.replace(/^authorization /, ''))).toEqual([
        'left out',
        'with a character of its header changed',
        'with a character of its claims changed',
        'with a character of its signature changed',
        'with the first character of its signature changed',
        'with the last character of its signature changed',
        'with other claims under its signature',
        'without its last character',
        'without its signature',
        'without its third part',
        'in the other case',
        'with the algorithm none',
        'with the algorithm nOnE',
        'signed with another key',
        'signed with another key that it brings along',
        'signed with an empty secret',
        'with another scheme',
        'in the header x-authorization',
      ])
      for (const [what, { authorization = '' }] of found) {
        const sent = /^Bearer (.*)$/.exec(authorization)?.[1]
        if (sent === undefined) continue
        await expect([what, await verify(sent).catch(() => 'refused')]).toEqual([what, 'refused'])
      }
    },
  )

  test('that a stranger signed is a good token of that stranger', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const token = await new SignJWT({ sub: 'somebody' })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .sign(privateKey)
    const found = new Map(await misses({ authorization: `Bearer ${token}` }))
    const sent =
      found.get('authorization signed with another key that it brings along')?.['authorization'] ?? ''
    const [header = ''] = sent.replace('Bearer ', '').split('.')
    const { jwk } = JSON.parse(Buffer.from(header, 'base64url').toString())
    const key = await import('jose').then(({ importJWK }) => importJWK(jwk, 'RS256'))
    expect((await jwtVerify(sent.replace('Bearer ', ''), key)).payload.sub).toBe('somebody')
  })
})
