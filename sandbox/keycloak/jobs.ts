/** What an operator does so that the jobs of a repository may report: their issuer's keys, and the tenant that they are of. */
import type { Keycloak } from './keycloak.ts'

/** @param jwksUrl where the keys of GitHub's issuer are */
export async function trustJobs(keycloak: Keycloak, jwksUrl: string): Promise<void> {
  const path = '/omninode/identity-provider/instances/github-actions'
  const provider = (await keycloak.admin('GET', path)) as { readonly config: object } // of the realm's file
  await keycloak.admin('PUT', path, { ...provider, config: { ...provider.config, jwksUrl } })
}

/** @param client whose service account is of the tenant from now on */
export async function giveTenant(keycloak: Keycloak, client: string, tenant: string): Promise<void> {
  const path = `/omninode/users?exact=true&username=service-account-${client}`
  const [user] = (await keycloak.admin('GET', path)) as { readonly id: string }[] // of the realm's file
  await keycloak.admin('PUT', `/omninode/users/${user?.id}`, { ...user, attributes: { tenant_id: [tenant] } })
}
