/** Where the database is, and as whom it is reached. */
import { Failure } from '../model/failure.ts'
import { readNamed, Unreadable } from '../sources/checkout.ts'
import type { World } from '../world/world.ts'

export interface DatabaseTarget {
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

function isLoopback(host: string): boolean {
  return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1' || host === '[::1]'
}

function plain(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * PEM text, or a file of it.
 * @throws Failure DATABASE_CA
 */
export function readAuthority(given: string, world: World): string {
  if (given.includes('-----BEGIN CERTIFICATE-----')) return given
  const problem = (what: string, cause?: unknown) =>
    new Failure({
      code: 'DATABASE_CA',
      what: `The input \`database-ca\` ${what}.`,
      fix: 'Pass the PEM text or the path of a PEM file; for Amazon RDS its global-bundle.pem.',
      cause,
    })
  let text: string
  try {
    text = readNamed(world.workspace, given).toString('utf8')
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause
    throw problem(`names ${given}, which cannot be read: ${cause.message}`, cause)
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  throw problem(`names ${given}, which holds no certificate`)
}

/** The same database, proven by other authorities (PEM) than the system's. */
export function trusting(target: DatabaseTarget, ca: string | undefined): DatabaseTarget {
  return { ...target, tls: target.tls === undefined ? undefined : { ca } }
}

/**
 * The parts of a database URL. Its secrets are masked first. Off loopback TLS is `verify-full`; only `sslmode=disable`
 * turns it off.
 * @param from how the reader knows the URL: the input `database-url`, or a key of a Secret
 * @throws Failure DATABASE_URL
 */
export function parseDatabaseUrl(
  url: string,
  world: World,
  from = 'The input `database-url`',
): DatabaseTarget {
  world.redactor.add(url)
  const invalid = (what: string) =>
    new Failure({
      code: 'DATABASE_URL',
      what: `${from} ${what}.`,
      fix: `Write it as ${FORM}, with special characters percent-encoded.`,
    })
  if (!URL.canParse(url)) throw invalid('is not a URL')
  const { protocol, hostname, port, pathname, username, password, searchParams } = new URL(url)
  world.redactor.add(password)
  const [secret, user, database] = [plain(password), plain(username), plain(pathname.slice(1))]
  if (secret === undefined || user === undefined || database === undefined)
    throw invalid('has a part that is not percent-encoded')
  // Many a password is also a name; what the database is called by stays readable.
  world.redactor.addIdentifiers([hostname, user, database])
  world.redactor.add(secret)
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') throw invalid('is not a postgres:// URL')
  if (hostname === '') throw invalid('names no host')
  if (user === '') throw invalid('names no user')
  if (database === '') throw invalid('names no database')
  const mode = searchParams.get('sslmode')
  const modes = ['disable', 'require', 'verify-ca', 'verify-full']
  if (mode !== null && !modes.includes(mode))
    throw invalid(`has sslmode=${mode}, where ${modes.join(', ')} are known`)
  const encrypted = mode === null ? !isLoopback(hostname) : mode !== 'disable'
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? 5432 : Number(port),
    database,
    user,
    password: async () => (secret === '' ? undefined : secret),
    tls: encrypted ? { ca: undefined } : undefined,
  }
}
