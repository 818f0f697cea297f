/**
 * What is almost a credential: whoever takes one of these looks at less than all of it. None can mean the same as the
 * credential itself, however kindly it is read: the case of a scheme, for one, says nothing, and is left alone. It is not
 * sent in an address either, because those stand in logs.
 */
import type { KeyObject } from 'node:crypto'

export interface NearMiss {
  /** Which credential, and how it was changed; nothing of its value. */
  readonly what: string
  /** What is sent instead of all headers that were given. */
  readonly headers: ReadonlyMap<string, string>
}

/** One header in another way; undefined where it is left out. */
interface Miss {
  readonly how: string
  readonly header?: readonly [name: string, value: string]
}

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Another letter of the same kind, so that it has the form of a credential; and with other high bits in base64, so that
 * it is another value even at the end, where a letter counts in part.
 */
function other(letter: string): string {
  if (/\d/.test(letter)) return letter < '8' ? '8' : '0'
  if (/[a-z]/.test(letter)) return base64url.indexOf(letter) < 32 ? 'n' : 'a'
  return letter < 'Q' ? 'Q' : 'A'
}

/** The text with one letter or digit changed: the nearest to that share of it. */
export function changedAt(text: string, share: number): string {
  const wanted = (text.length - 1) * share
  const [at] = Array.from(text, (letter, index) => ({ letter, index }))
    .filter(({ letter }) => /[A-Za-z0-9]/.test(letter))
    .map(({ index }) => index)
    .sort((one, another) => Math.abs(one - wanted) - Math.abs(another - wanted))
  if (at === undefined) return `${text}0`
  return `${text.slice(0, at)}${other(text.charAt(at))}${text.slice(at + 1)}`
}

function inOtherCase(text: string): string {
  return Array.from(text, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  ).join('')
}

/** Numbers in hexadecimal digits, UUIDs among them, are the same in both cases. */
function hasCase(text: string): boolean {
  return !/^[0-9a-f-]*$/i.test(text) && inOtherCase(text) !== text
}

/** A value in its parts: what it begins with that is no secret, such as a scheme, and the secret. */
function partsOf(name: string, value: string): readonly [lead: string, secret: string] {
  const lead =
    (name === 'cookie' ? /^[^=;]*=/ : /^[A-Za-z][\w-]* +(?=\S)/).exec(
      /authorization$|^cookie$/.test(name) ? value : '',
    )?.[0] ?? ''
  return [lead, value.slice(lead.length)]
}

/** A name by which somebody might take it as well. */
function otherName(name: string): string {
  return name.startsWith('x-') ? name.slice(2) : `x-${name}`
}

function missesOfText(secret: string): readonly (readonly [how: string, secret: string])[] {
  // Neither padding nor a single letter behind it says anything in base64.
  const [padding = ''] = /={0,2}$/.exec(secret) ?? []
  const bare = secret.slice(0, secret.length - padding.length)
  return [
    ['with its first character changed', changedAt(secret, 0)],
    ['with a character in its first half changed', changedAt(secret, 0.25)],
    ['with a character in the middle changed', changedAt(secret, 0.5)],
    ['with a character in its second half changed', changedAt(secret, 0.75)],
    ['with its last character changed', changedAt(secret, 1)],
    ['without its last character', bare.slice(0, -1)],
    ['without its second half', secret.slice(0, Math.floor(secret.length / 2))],
    ['with more characters', `${bare}0000${padding}`],
    ...(hasCase(secret) ? [['in the other case', inOtherCase(secret)] as const] : []),
  ]
}

type Json = Readonly<Record<string, unknown>>

interface Token {
  readonly parts: readonly [header: string, claims: string, signature: string]
  readonly header: Json
  readonly claims: Json
}

function readJson(part: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof value === 'object' && value !== null ? (value as Json) : undefined // of anything
  } catch {
    return undefined
  }
}

/** @returns undefined when it is no JSON Web Token */
function readToken(secret: string): Token | undefined {
  const [header = '', claims = '', signature = '', ...rest] = secret.split('.')
  const read = [readJson(header), readJson(claims)]
  if (rest.length > 0 || read[0]?.['alg'] === undefined || read[1] === undefined) return undefined
  return { parts: [header, claims, signature], header: read[0], claims: read[1] }
}

const encode = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signs as its header says, with a key that nobody has seen. */
async function signedByStranger({ header, parts }: Token, carriesKey: boolean): Promise<string> {
  const { createHmac, generateKeyPairSync, randomBytes, sign, constants } = await import('node:crypto')
  const algorithm = String(header['alg'])
  const hash = `sha${algorithm.slice(2)}`
  const pair = (): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } => {
    if (algorithm.startsWith('ES'))
      return generateKeyPairSync('ec', {
        namedCurve: { ES384: 'P-384', ES512: 'P-521' }[algorithm] ?? 'P-256',
      })
    if (/^Ed/.test(algorithm)) return generateKeyPairSync('ed25519')
    return generateKeyPairSync('rsa', { modulusLength: 2_048 })
  }
  if (algorithm.startsWith('HS')) {
    const data = `${parts[0]}.${parts[1]}`
    return `${data}.${createHmac(hash, randomBytes(32)).update(data).digest('base64url')}`
  }
  const { privateKey, publicKey } = pair()
  const jwk = publicKey.export({ format: 'jwk' })
  const data = `${carriesKey ? encode({ ...header, jwk }) : parts[0]}.${parts[1]}`
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  const signature = sign(/^Ed/.test(algorithm) ? null : hash, Buffer.from(data), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
    ...(algorithm.startsWith('PS') ? pss : {}),
  })
  return `${data}.${signature.toString('base64url')}`
}

async function missesOfToken(token: Token): Promise<readonly (readonly [how: string, secret: string])[]> {
  const { createHmac } = await import('node:crypto')
  const { parts, header, claims } = token
  const [first, second, third] = parts
  const later = encode({ ...claims, exp: Number(claims['exp'] ?? 0) + 3_600, jti: 'near-miss' })
  const hmac = `${encode({ ...header, alg: 'HS256' })}.${second}`
  return [
    ['with a character of its header changed', `${changedAt(first, 0.5)}.${second}.${third}`],
    ['with a character of its claims changed', `${first}.${changedAt(second, 0.5)}.${third}`],
    ['with a character of its signature changed', `${first}.${second}.${changedAt(third, 0.5)}`],
    ['with the first character of its signature changed', `${first}.${second}.${changedAt(third, 0)}`],
    ['with the last character of its signature changed', `${first}.${second}.${changedAt(third, 1)}`],
    ['with other claims under its signature', `${first}.${later}.${third}`],
    ['without its last character', `${first}.${second}.${third.slice(0, -1)}`],
    ['without its signature', `${first}.${second}.`],
    ['without its third part', `${first}.${second}`],
    ['in the other case', inOtherCase(`${first}.${second}.${third}`)],
    ['with the algorithm none', `${encode({ ...header, alg: 'none' })}.${second}.`],
    ['with the algorithm nOnE', `${encode({ ...header, alg: 'nOnE' })}.${second}.`],
    ['signed with another key', await signedByStranger(token, false)],
    ['signed with another key that it brings along', await signedByStranger(token, true)],
    ['signed with an empty secret', `${hmac}.${createHmac('sha256', '').update(hmac).digest('base64url')}`],
  ]
}

async function missesOf(name: string, value: string): Promise<readonly Miss[]> {
  const [lead, secret] = partsOf(name, value)
  const token = readToken(secret)
  const changed = token === undefined ? missesOfText(secret) : await missesOfToken(token)
  const scheme = lead.trim().toLowerCase()
  return [
    { how: 'left out' },
    ...changed.map(([how, text]): Miss => ({ how, header: [name, `${lead}${text}`] })),
    ...(name.endsWith('authorization') && scheme !== ''
      ? [
          {
            how: 'with another scheme',
            header: [name, `${scheme === 'basic' ? 'Bearer' : 'Basic'} ${secret}`] as const,
          },
        ]
      : []),
    { how: `in the header ${otherName(name)}`, header: [otherName(name), value] },
  ]
}

/** Which of the headers say who asks: those that are called so, else all. */
function credentialsIn(headers: ReadonlyMap<string, string>): readonly string[] {
  const names = [...headers.keys()]
  const called = names.filter((name) =>
    /auth|key|token|secret|cookie|password|credential|session|sign/.test(name),
  )
  return called.length > 0 ? called : names
}

/**
 * Several credentials are changed together: of two that are good each for itself, either is let in.
 * @param headers in lower case → value; at least one
 */
export async function nearMissesOf(headers: ReadonlyMap<string, string>): Promise<readonly NearMiss[]> {
  const names = credentialsIn(headers)
  const each = await Promise.all(names.map(async (name) => missesOf(name, headers.get(name) ?? '')))
  const most = Math.max(...each.map(({ length }) => length))
  return Array.from({ length: most }, (_each, index) => {
    const sent = new Map([...headers].filter(([name]) => !names.includes(name)))
    const what = each.map((misses, position) => {
      const miss = misses[Math.max(0, misses.length - most + index)] ?? { how: 'left out' }
      if (miss.header !== undefined) sent.set(...(miss.header as [string, string]))
      return `${names[position]} ${miss.how}`
    })
    return { what: what.join(' and '), headers: sent }
  })
}
