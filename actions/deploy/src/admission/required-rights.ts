/** What planning and applying need of each kind, as the cluster serves it. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { type Reference, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { Orphan } from '../orphans/orphans.ts'
import type { Apply } from '../release/release.ts'
import { type Right, rightsTo } from './rights.ts'

type Serving = { readonly discovery: Pick<KubernetesClient['discovery'], 'resourceOf'> }

export async function rightsToDelete(client: Serving, orphans: readonly Orphan[]): Promise<Right[]> {
  const needs = await Promise.all(
    orphans.map(async ({ reference, state }) => {
      if (state.is !== 'deletable' && state.is !== 'hidden') return []
      const resource = await client.discovery.resourceOf(reference)
      return resource === undefined ? [] : rightsTo(['delete', 'get'], reference, resource.plural)
    }),
  )
  return needs.flat()
}

/** What is needed of every kind, whether there are objects of it or not. */
export async function rightsToPlan(client: Serving, references: readonly Reference[]): Promise<Right[]> {
  const needs = await Promise.all(
    references.map(async (reference) => {
      const resource = await client.discovery.resourceOf(reference).catch(() => undefined) // told when it is looked at
      return resource === undefined ? [] : rightsTo(['get', 'patch'], reference, resource.plural)
    }),
  )
  return needs.flat()
}

export async function rightsToRecreate(client: Serving, applies: readonly Apply[]): Promise<Right[]> {
  const replaced = applies.filter(({ action }) => action === 'replace')
  const needs = await Promise.all(
    replaced.map(async ({ manifest }) => {
      const reference = referenceTo(manifest.object)
      const resource = await client.discovery.resourceOf(reference)
      return resource === undefined ? [] : rightsTo(['create', 'delete'], reference, resource.plural)
    }),
  )
  return needs.flat()
}
