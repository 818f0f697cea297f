/** What it means when a server is not reached, and what to do. */
import { codeOf } from '../retry/network.ts'
import type { Connections } from './exchange.ts'
import { RedirectRefused } from './follow.ts'
import { shownProxy } from './proxies.ts'

export interface NetworkTrouble {
  /** The error's code, or a word for it. */
  readonly code: string
  readonly why: string
  readonly fix: string
}

function statusOf(error: unknown): number | undefined {
  const has = typeof error === 'object' && error !== null && 'statusCode' in error
  return has && typeof error.statusCode === 'number' ? error.statusCode : undefined
}

/** Whether the server's certificate is not accepted. */
export function isUntrusted(code: string): boolean {
  return /CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO$|_CRL_|ISSUER/.test(code)
}

function throughProxy(status: number | undefined, proxy: string): Pick<NetworkTrouble, 'why' | 'fix'> {
  if (status === 407) {
    return {
      why: `The proxy ${proxy} wants to know who asks.`,
      fix: 'Put user and password into HTTPS_PROXY, from a secret: http://user:password@proxy.example.com:3128.',
    }
  }
  const how = status === undefined ? 'broke off' : `answered ${status}`
  return {
    why: `The proxy ${proxy} does not connect to it: it ${how}.`,
    fix: 'Let the proxy connect to it, or name it in NO_PROXY if it is reached without one.',
  }
}

/**
 * @param url that was asked for
 * @returns undefined for what is no error of the network
 */
export function troubleOf(
  error: unknown,
  url: URL,
  { proxyFor }: Pick<Connections, 'proxyFor'>,
): NetworkTrouble | undefined {
  if (error instanceof RedirectRefused) {
    return {
      code: 'redirect',
      why: `It redirects, and ${error.message}.`,
      fix: 'Check the address; a proxy or a login page may answer in its place.',
    }
  }
  const code = codeOf(error)
  if (code === undefined) return undefined
  const proxy = proxyFor(url)
  const shown = proxy === undefined ? undefined : shownProxy(proxy)
  if (code === 'ERR_PROXY_TUNNEL') return { code, ...throughProxy(statusOf(error), shown ?? '') }
  const way = shown === undefined ? '' : ` It was asked through the proxy ${shown}.`
  if (isUntrusted(code)) {
    return {
      code,
      why: `Its certificate is not accepted: nobody trusted has signed it, it is for another name, or it has expired.${way}`,
      fix: 'Trust its authority: NODE_EXTRA_CA_CERTS names a file of them. A proxy that reads along signs with its own.',
    }
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const name = shown ?? url.hostname
    return {
      code,
      why: `Nobody knows the name of ${name}.`,
      fix:
        shown === undefined
          ? 'Check the address; behind a proxy, set HTTPS_PROXY and NO_PROXY for the job.'
          : 'Check HTTPS_PROXY, or name the server in NO_PROXY.',
    }
  }
  if (code.startsWith('HPE_')) {
    return {
      code,
      why: `What answers does not speak HTTP.${way}`,
      fix: 'Check the address and its port, and what answers in its place.',
    }
  }
  if (code === 'EMSGSIZE') {
    return {
      code,
      why: `It answers more than anything that was asked for.${way}`,
      fix: 'Check the address, and what answers in its place.',
    }
  }
  return {
    code,
    why: `It does not answer.${way}`,
    fix: 'Check the address, and that the runner may reach it; behind a proxy, set HTTPS_PROXY and NO_PROXY for the job.',
  }
}
