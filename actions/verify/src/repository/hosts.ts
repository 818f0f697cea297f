/** The hosts that a setting points at. */
import { isIP } from 'node:net'

export interface Destination {
  readonly name: string
  /** `postgres` of a URL; undefined when it is none. */
  readonly scheme: string | undefined
}

/** No scheme is longer; without an end every character would be tried as a beginning of a long text. */
const url = /([a-z][a-z0-9+.-]{0,40}):\/\/([^\s"'/?#]*)/gi
const keyword = /(?:^|\s)host=('?)([^\s']+)\1/g
const pointing = /(?:^|_)(?:HOSTS?|HOSTNAME|ADDR|ADDRESS|SERVERS?|BROKERS?|ENDPOINTS?|URL|URI)$/
/** A name of 253 characters, its port, and what may stand for either. */
const LONGEST = 400

/** `host`, `host:port`, `[address]:port`. A name with neither dot nor port could be anything, unless its setting says. */
const hostAndPort = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9$][\w.${}()-]*?)(?::(?:\d{1,5}|\$[({]\w+[)}]))?$/

function hostOf(authority: string, scheme: string | undefined): Destination[] {
  const name = hostAndPort.exec(authority)?.[1]
  return name === undefined ? [] : [{ name: name.replace(/^\[|\]$/g, '').toLowerCase(), scheme }]
}

function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[.-]/g, '_')
    .toUpperCase()
}

/**
 * The hosts in a value: of URLs, of `host=` keywords, and of a list of `host:port`.
 * @param name of the setting; it tells whether a bare word is a host.
 */
export function hostsIn(name: string, value: string): Destination[] {
  const urls = [...value.matchAll(url)].flatMap(([, scheme = '', authority = '']) =>
    authority
      .slice(authority.lastIndexOf('@') + 1)
      .split(',')
      .flatMap((each) => hostOf(each, scheme.toLowerCase())),
  )
  if (urls.length > 0) return urls
  const keywords = [...value.matchAll(keyword)].flatMap(([, , host = '']) => hostOf(host, undefined))
  if (keywords.length > 0) return keywords
  const parts = value.split(',').map((part) => part.trim())
  const points = pointing.test(snake(name))
  const convincing = parts.every(
    (part) =>
      part.length <= LONGEST &&
      hostAndPort.test(part) &&
      (points || /^[a-z[][^:]*\..*:\d+$|^localhost:\d+$/i.test(part)),
  )
  return convincing ? parts.flatMap((part) => hostOf(part, undefined)) : []
}

/** An address that stands for this very machine, or pod. */
export function isLoopback(name: string): boolean {
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    (isIP(name) === 4 && name.startsWith('127.'))
  )
}

/** An address to listen at, not to go to. */
export function isWildcard(name: string): boolean {
  return name === '0.0.0.0' || name === '::'
}

/** Whether part of it is known only at run time: `$(NAME)`, `${NAME}`. */
export function isComputed(name: string): boolean {
  return name.includes('$')
}
