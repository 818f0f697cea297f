/**
 * Which proxy stands between a client and a server, as HTTPS_PROXY, HTTP_PROXY and NO_PROXY say. They are read as Go
 * reads them, so that Terraform takes the same way: each name in lower or upper case; NO_PROXY holds names, which stand
 * for what is beneath them too, addresses, networks, `*`, each with a port or without; loopback is never asked through
 * a proxy. Source: golang.org/x/net/http/httpproxy.
 */
import { BlockList, isIP } from 'node:net'
import { Failure } from '../model/failure.ts'

export interface Proxies {
  /** The proxy that a request goes through; undefined when it goes straight. */
  proxyFor(url: URL): URL | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

function textOf(name: 'HTTPS_PROXY' | 'HTTP_PROXY' | 'NO_PROXY', env: Environment): string {
  return env[name.toLowerCase()] || env[name] || ''
}

function invalid(name: string, why: string): Failure {
  return new Failure({
    code: 'PROXY_INVALID',
    what: `The environment variable ${name} names no proxy that can be used.`,
    why, // never the value: it may hold a password
    fix: `Set ${name} to the address of an HTTP proxy, such as http://proxy.example.com:3128.`,
  })
}

/** Without a protocol it is an HTTP proxy's. */
function parsed(text: string): URL | undefined {
  const address = text.includes('://') ? text : `http://${text}`
  return URL.canParse(address) ? new URL(address) : undefined
}

/** Whether each `%` begins an escape: what is not decoded ends as a bug where it is sent. */
function isEncoded(text: string): boolean {
  return decoded(text) !== text || !text.includes('%')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** @throws Failure PROXY_INVALID */
function proxyIn(name: 'HTTPS_PROXY' | 'HTTP_PROXY', env: Environment): URL | undefined {
  const text = textOf(name, env)
  if (text === '') return undefined
  const url = parsed(text)
  if (url === undefined) throw invalid(name, 'It is no address.')
  const { password, username } = url
  if (!isEncoded(username) || !isEncoded(password))
    throw invalid(name, 'Its user or password holds a % that begins no escape.')
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw invalid(name, `It is one of ${url.protocol.slice(0, -1)}, which is not spoken here.`)
  return url
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

type Rule = (host: string, port: string) => boolean

/** Node's own makes an expression for IPv6 the first time that it is asked of a name, which takes longer than all else here. */
function ipVersion(text: string): number {
  return /^[\d.]+$|:/.test(text) ? isIP(text) : 0
}

function family(address: string): 'ipv4' | 'ipv6' {
  return ipVersion(address) === 6 ? 'ipv6' : 'ipv4'
}

function network(address: string, bits: number): Rule {
  const list = new BlockList()
  list.addSubnet(address, bits, family(address))
  return (host) => ipVersion(host) !== 0 && list.check(host, family(host))
}

function ruleOf(entry: string): Rule {
  if (entry === '*') return () => true
  const [, address = '', bits = ''] = /^([\da-f.:]+)\/(\d{1,3})$/.exec(entry) ?? []
  if (ipVersion(address) !== 0 && Number(bits) <= (ipVersion(address) === 6 ? 128 : 32))
    return network(address, Number(bits))
  const bare = entry.replace(/^\[(.+)\]$/, '$1')
  if (ipVersion(bare) !== 0) return (host) => host === bare
  const [, name = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
  const suffix = name.replace(/^\*?\./, '').replace(/^\[(.+)\]$/, '$1')
  return (host, port) =>
    suffix !== '' &&
    (host === suffix || host.endsWith(`.${suffix}`)) &&
    (wantedPort === undefined || wantedPort === port)
}

/** @throws Failure PROXY_INVALID */
export function proxiesIn(env: Environment): Proxies {
  const proxies = { 'https:': proxyIn('HTTPS_PROXY', env), 'http:': proxyIn('HTTP_PROXY', env) }
  const rules = textOf('NO_PROXY', env)
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(ruleOf)
  return {
    proxyFor: ({ protocol, hostname, port }) => {
      const secure = protocol === 'https:'
      const host = hostname
        .toLowerCase()
        .replace(/^\[(.+)\]$/, '$1')
        .replace(/\.$/, '')
      if (host === 'localhost' || (ipVersion(host) !== 0 && loopback.check(host, family(host))))
        return undefined
      if (rules.some((applies) => applies(host, port || (secure ? '443' : '80')))) return undefined
      return secure ? proxies['https:'] : proxies['http:']
    },
  }
}

/** One proxy for everything, whatever the environment says. */
export function alwaysThrough(proxy: URL): Proxies {
  return { proxyFor: () => proxy }
}

/** The proxy's address as it may be shown. */
export function shownProxy({ protocol, host }: URL): string {
  return `${protocol}//${host}`
}

/** The passwords of proxies, which are never to be shown. */
export function proxySecrets(env: Environment): string[] {
  return (['HTTPS_PROXY', 'HTTP_PROXY'] as const).flatMap((name) => {
    const { password = '' } = parsed(textOf(name, env)) ?? {}
    return password === '' ? [] : [password, decoded(password)]
  })
}
