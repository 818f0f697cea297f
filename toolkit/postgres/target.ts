/** Where the database is, and as whom it is reached. */
import { Failure } from '../model/failure.ts'
import { readNamed, Unreadable } from '../sources/checkout.ts'
import type { World } from '../world/world.ts'

/** A path instead of a host is the folder of a Unix socket. */
export interface Server {
  readonly host: string
  readonly port: number
}

/** Which of several servers is the right one; `any` is the first that answers. */
export type SessionAttributes = 'any' | 'read-write' | 'read-only' | 'primary' | 'standby'

export interface DatabaseTarget extends Server {
  /** The servers that are tried behind it, in order. */
  readonly others?: readonly Server[]
  /** `any` when it is not given. */
  readonly attributes?: SessionAttributes
  readonly database: string
  readonly user: string
  /** Command-line options of the session, such as `-c search_path=app`. */
  readonly options?: string
  /** Milliseconds in which each server must answer; 15 seconds when it is not given. */
  readonly connectTimeout?: number
  /** Asked for every connection, because what it gives may live for minutes only. Already masked. */
  readonly password: () => Promise<string | undefined>
  /** `verify-full`, with the given certificate authorities (PEM) instead of the system's; undefined is no TLS. */
  readonly tls: { readonly ca: string | undefined } | undefined
}

/**
 * PEM text, or a file of it.
 * @throws Failure DATABASE_CA
 */
export function readAuthority(given: string, world: World, from = 'The input `database-ca`'): string {
  if (given.includes('-----BEGIN CERTIFICATE-----')) return given
  const problem = (what: string, cause?: unknown) =>
    new Failure({
      code: 'DATABASE_CA',
      what: `${from} ${what}.`,
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

/** The same database, proven by other authorities (PEM) than the system's and those that it names itself. */
export function trusting(target: DatabaseTarget, ca: string | undefined): DatabaseTarget {
  return target.tls === undefined || ca === undefined ? target : { ...target, tls: { ca } }
}
