import { type RunningProxy, startProxy } from '../proxy/proxy.ts'
import { ISSUER, type OidcIssuer } from './issuer.ts'

/** Leads GitHub's name for its issuer to one that listens on loopback, and every other name to where it is. */
export function startIssuerProxy({ url }: Pick<OidcIssuer, 'url'>): Promise<RunningProxy> {
  return startProxy({
    names: { [new URL(ISSUER).hostname]: Number(new URL(url).port) },
    elsewhere: 'reached',
  })
}
