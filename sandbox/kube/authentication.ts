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
    }),
  ]),
})

/** With a row for each repository, as its comment says it. */
function withRows(text: string, repositoryId: string, tenants: Readonly<Record<string, string>>): string {
  const [placeholder] = /"<repository id>": \{[^}]*\}/.exec(text) ?? []
  if (placeholder === undefined) throw new Error(`${FILE} has no row for a repository.`)
  const row = (id: string, suffix: string) =>
    placeholder.replace('<repository id>', id).replaceAll(/"(gha:\w+)"/g, `"$1${suffix}"`)
  const owner = repositoryId in tenants ? [] : [row(repositoryId, '')]
  const rows = Object.entries(tenants).map(([id, namespace]) => row(id, `:${namespace}`))
  return text.replace(placeholder, [...owner, ...rows].join(', '))
}

/** A configuration with the sandbox's issuer in GitHub's place. */
export function withIssuer(text: string, { url, caPem }: Trusted['issuer']): string {
  const whole = Configuration.parse(load(text))
  const [github] = whole.jwt
  const discoveryURL = `${url}/.well-known/openid-configuration`
  const issuer = { ...github.issuer, discoveryURL, certificateAuthority: caPem }
  return JSON.stringify({ ...whole, jwt: [{ ...github, issuer }] })
}

/** @param text the configuration; a test may change a word of it */
export function authentication(
  { issuer, repositoryId, tenants = {}, branches = [] }: Trusted,
  text: string = configuration,
): string {
  const refs = JSON.stringify(['main', ...branches].map((branch) => `refs/heads/${branch}`))
  const told = withRows(text, repositoryId, tenants).replace('["refs/heads/main"]', refs)
  return withIssuer(told, issuer)
}
