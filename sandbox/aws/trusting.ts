/** An AWS and the OIDC issuer that it trusts, for what needs no other part of the sandbox. */
import { join } from 'node:path'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '../oidc/issuer.ts'
import { startIssuerProxy } from '../oidc/proxy.ts'
import { createCertificates } from '../pki/certificates.ts'
import type { RunningProxy } from '../proxy/proxy.ts'
import { type Aws, type AwsOptions, startAws } from './aws.ts'

export interface TrustingAws {
  readonly aws: Aws
  readonly issuer: OidcIssuer
  /** Leads the issuer's name to it. */
  readonly proxy: RunningProxy
  /** The certificate authority of the issuer. */
  readonly caFile: string
  stop(): Promise<void>
}

/** @param options its folder is for both, and removed by whoever has made it */
export async function startTrustingAws(options: Omit<AwsOptions, 'issuer'>): Promise<TrustingAws> {
  const { folder } = options
  const certificates = await createCertificates(join(folder, 'pki'), [issuerCertificate], options)
  const issuer = await startOidcIssuer({
    cert: certificates.pem('oidc.crt'),
    key: certificates.pem('oidc.key'),
  })
  const proxy = await startIssuerProxy(issuer)
  const aws = await startAws({
    ...options,
    folder: join(folder, 'aws'),
    issuer: { url: issuer.url, caPem: certificates.caPem },
  })
  return {
    aws,
    issuer,
    proxy,
    caFile: certificates.caFile,
    stop: async () => {
      await Promise.all([aws.stop(), proxy.stop(), issuer.stop()])
    },
  }
}
