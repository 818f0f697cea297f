/** Where the database is, and as whom it is reached. */
import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { Failure } from '../model/failure.ts'
import type { World } from '../world/world.ts'

export interface Target {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  /** Asked for every connection, because what it gives may live for minutes only. Already masked. */
  readonly password: () => Promise<string | undefined>
  /** `verify-full`, with the given certificate authorities (PEM) instead of the system's; undefined is no TLS. */
  readonly tls: { readonly ca: string | undefined } | undefined
}

const FORM = 'postgres://<user>:<password>@<host>:<port>/<database>'

export function isLoopback(host: string): boolean {
  return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1' || host === '[::1]'
}

function plain(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function remember(password: string, world: World): void {
  if (password === '') return
  world.redactor.add(password)
  world.redactor.add(encodeURIComponent(password))
}

/** PEM text, or a file of it. */
export function readAuthority(given: string, world: World): string | Failure {
  if (given.includes('-----BEGIN CERTIFICATE-----')) return given
  const problem = (what: string, cause?: unknown) =>
    new Failure({
      code: 'DATABASE_CA',
      what: `The input \`database-ca\` ${what}.`,
      fix: 'Pass the PEM text or the path of a PEM file; for Amazon RDS its global-bundle.pem.',
      cause,
    })
  try {
    const text = readFileSync(isAbsolute(given) ? given : join(world.workspace, given), 'utf8')
    return text.includes('-----BEGIN CERTIFICATE-----')
      ? text
      : problem(`names ${given}, which holds no certificate`)
  } catch (cause) {
    return problem(`names ${given}, which cannot be read`, cause)
  }
}

/**
 * The parts of a database URL, or why it is none. Its secrets are masked first. Off loopback TLS is `verify-full`;
 * only `sslmode=disable` turns it off.
 * @param from how the reader knows the URL: the input `database-url`, or a key of a Secret
 */
export function parseTarget(
  url: string,
  world: World,
  ca?: string,
  from = 'The input `database-url`',
): Target | Failure {
  world.redactor.add(url)
  const invalid = (what: string) =>
    new Failure({
      code: 'DATABASE_URL',
      what: `${from} ${what}.`,
      fix: `Write it as ${FORM}, with special characters percent-encoded.`,
    })
  if (!URL.canParse(url)) return invalid('is not a URL')
  const { protocol, hostname, port, pathname, username, password, searchParams } = new URL(url)
  remember(password, world)
  const [secret, user, database] = [plain(password), plain(username), plain(pathname.slice(1))]
  if (secret === undefined || user === undefined || database === undefined)
    return invalid('has a part that is not percent-encoded')
  remember(secret, world)
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') return invalid('is not a postgres:// URL')
  if (hostname === '') return invalid('names no host')
  if (user === '') return invalid('names no user')
  if (database === '') return invalid('names no database')
  const mode = searchParams.get('sslmode')
  const modes = ['disable', 'require', 'verify-ca', 'verify-full']
  if (mode !== null && !modes.includes(mode))
    return invalid(`has sslmode=${mode}, where ${modes.join(', ')} are known`)
  const encrypted = mode === null ? !isLoopback(hostname) : mode !== 'disable'
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? 5432 : Number(port),
    database,
    user,
    password: async () => (secret === '' ? undefined : secret),
    tls: encrypted ? { ca } : undefined,
  }
}
