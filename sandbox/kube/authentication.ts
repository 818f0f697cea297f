/** Whom the API server lets in: k8s/trust/authentication, with the sandbox's issuer in GitHub's place. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import * as z from 'zod'
import { ISSUER } from '../oidc/issuer.ts'

/** The audience that the API server accepts in OIDC tokens. */
export const AUDIENCE = 'omninode-deploy'

export interface Trusted {
  /** Where the trusted issuer answers; it must serve already. */
  readonly issuer: { readonly url: string; readonly caPem: string }
  readonly repositoryId: string
  /** Id of a repository → the one namespace that it releases into. */
  readonly tenants?: Readonly<Record<string, string>>
  /** Branches that are released beside `main`. */
  readonly branches?: readonly string[]
}

const FILE = 'k8s/trust/authentication/configuration.yaml'

/** As an owner of a cluster finds it. */
export const configuration: string = readFileSync(join(import.meta.dirname, '../..', FILE), 'utf8')

/** What is written into it; its other members are left as they are. */
const Configuration = z.looseObject({
  jwt: z.tuple([
    z.looseObject({
      issuer: z.looseObject({ url: z.literal(ISSUER), audiences: z.tuple([z.literal(AUDIENCE)]) }),
      claimValidationRules: z.array(z.object({ expression: z.string(), message: z.string() })),
      claimMappings: z.looseObject({ groups: z.object({ expression: z.string() }) }),
    }),
  ]),
})

/** With a row for each repository, as its comment says it. */
function withRows(
  expression: string,
  repositoryId: string,
  tenants: Readonly<Record<string, string>>,
): string {
  const [placeholder] = /"<repository id>": \{[^}]*\}/.exec(expression) ?? []
  if (placeholder === undefined) throw new Error(`${FILE} has no row for a repository.`)
  const row = (id: string, suffix: string) =>
    placeholder.replace('<repository id>', id).replaceAll(/"(gha:\w+)"/g, `"$1${suffix}"`)
  const owner = repositoryId in tenants ? [] : [row(repositoryId, '')]
  const rows = Object.entries(tenants).map(([id, namespace]) => row(id, `:${namespace}`))
  return expression.replace(placeholder, [...owner, ...rows].join(', '))
}

/** @param text the configuration; a test may change a word of it */
export function authentication(
  { issuer, repositoryId, tenants = {}, branches = [] }: Trusted,
  text: string = configuration,
): string {
  const whole = Configuration.parse(load(text))
  const [github] = whole.jwt
  const { groups } = github.claimMappings
  const refs = JSON.stringify(['main', ...branches].map((branch) => `refs/heads/${branch}`))
  return JSON.stringify({
    ...whole,
    jwt: [
      {
        ...github,
        issuer: {
          ...github.issuer,
          discoveryURL: `${issuer.url}/.well-known/openid-configuration`,
          certificateAuthority: issuer.caPem,
        },
        claimValidationRules: github.claimValidationRules.map((rule) => ({
          ...rule,
          expression: rule.expression.replace('["refs/heads/main"]', refs),
        })),
        claimMappings: {
          ...github.claimMappings,
          groups: { ...groups, expression: withRows(groups.expression, repositoryId, tenants) },
        },
      },
    ],
  })
}
