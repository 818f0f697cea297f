/** Whom the API server lets in: jobs of this repository, by the ID tokens of the sandbox's issuer. */
import { ISSUER } from '../oidc/issuer.ts'

/** The audience that the API server accepts in OIDC tokens. */
export const AUDIENCE = 'omninode-deploy'

export interface Trusted {
  /** Where the trusted issuer answers; it must serve already. */
  readonly issuer: { readonly url: string; readonly caPem: string }
  readonly repositoryId: string
}

/** Ids, not names: a name can be registered again by somebody else. Source: GitHub's claims of its ID tokens. */
export function authentication({ issuer, repositoryId }: Trusted): string {
  return JSON.stringify({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AuthenticationConfiguration',
    anonymous: { enabled: false },
    jwt: [
      {
        issuer: {
          url: ISSUER,
          discoveryURL: `${issuer.url}/.well-known/openid-configuration`,
          audiences: [AUDIENCE],
          certificateAuthority: issuer.caPem,
        },
        claimValidationRules: [
          { expression: `claims.repository_id == "${repositoryId}"`, message: 'wrong repository' },
          { expression: 'claims.exp - claims.nbf <= 3600', message: 'the token lives too long' },
        ],
        claimMappings: {
          username: { expression: '"gha:" + claims.repository + ":" + claims.event_name' },
          groups: {
            expression:
              'claims.event_name == "pull_request" ? ["gha:preview"] : (has(claims.environment) && claims.environment == "dev" ? ["gha:deploy"] : [])',
          },
          extra: [{ key: 'github.com/run-id', valueExpression: 'claims.run_id' }],
        },
        userValidationRules: [{ expression: "!user.username.startsWith('system:')", message: 'reserved' }],
      },
    ],
  })
}
