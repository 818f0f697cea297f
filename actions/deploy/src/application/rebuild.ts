/** What an application owns, found again by the label of its objects when its inventory is lost. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Discovery, ServedKind } from '#toolkit/kubernetes/discovery.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { groupKindOf } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, type Reference, referenceTo } from '#toolkit/kubernetes/object.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Remembered } from '#toolkit/model/plan.ts'
import { otherThan } from '../ownership/owner.ts'
import { collect } from '../release/collect.ts'
import type { Application } from './application.ts'
import { type Member, memberSelector, type ReadInventory } from './inventory.ts'

export type ListingClient = Pick<KubernetesClient, 'list'> & { readonly discovery: Pick<Discovery, 'kinds'> }

export interface Rebuilt {
  readonly members: readonly Member[]
  /** Kinds of which nobody could look whether there are members. */
  readonly hidden: readonly string[]
}

export const NOTHING_REBUILT: Rebuilt = { members: [], hidden: [] }

/** Undefined when it may not be listed. */
async function listed(
  client: ListingClient,
  { apiVersion, kind }: ServedKind,
  labels: string,
  namespace?: string,
): Promise<KubernetesObject[] | undefined> {
  try {
    return await client.list({ apiVersion, kind }, { labels, namespace })
  } catch (error) {
    if (error instanceof KubernetesError && error.code === 'CLUSTER_FORBIDDEN') return undefined
    throw error
  }
}

function namespacesOf(references: readonly Reference[], application: Application): string[] {
  const named = references.flatMap(({ namespace }) => (namespace === undefined ? [] : [namespace]))
  return [...new Set([application.namespace, ...named])]
}

/** @param references what its manifests name: where to look when it may not be looked everywhere */
export async function rebuiltMembers(
  client: ListingClient,
  application: Application,
  references: readonly Reference[],
): Promise<Rebuilt> {
  const namespaces = namespacesOf(references, application)
  const labels = memberSelector(application)
  const kinds = (await client.discovery.kinds()).filter(
    ({ verbs }) => verbs.includes('list') && verbs.includes('patch'),
  )
  const found = await collect(kinds, async (kind) => {
    const everywhere = await listed(client, kind, labels)
    if (everywhere !== undefined) return { kind, objects: everywhere }
    if (!kind.namespaced) return { kind, objects: undefined }
    const parts = await Promise.all(namespaces.map((namespace) => listed(client, kind, labels, namespace)))
    const seen = parts.filter((part) => part !== undefined)
    return { kind, objects: seen.length === 0 ? undefined : seen.flat() }
  })
  return {
    members: found.flatMap(({ objects = [] }) =>
      objects.flatMap((object) =>
        otherThan(application, object, undefined) === undefined
          ? [{ ...referenceTo(object), uid: object.metadata.uid }]
          : [],
      ),
    ),
    hidden: found.flatMap(({ kind, objects }) => (objects === undefined ? [groupKindOf(kind)] : [])),
  }
}

export function lostInventory({ name }: Application, { members, hidden }: Rebuilt): Finding[] {
  if (members.length === 0) return []
  return [
    finding(
      {
        rule: 'inventory-lost',
        severity: 'warning',
        verdict: hidden.length === 0 ? 'fail' : 'unknown',
        message: `The inventory of ${name} is lost; ${members.length} objects name it as their own, and it is made anew of them.`,
        why:
          hidden.length === 0
            ? 'Somebody has deleted its ConfigMap.'
            : `Of these kinds nobody could look whether there are more: ${hidden.join(', ')}.`,
        fix: 'Nothing is to be done, but to find out who deleted it.',
      },
      name,
    ),
  ]
}

/** Of an inventory that was lost nobody knows it; that it is to be written again is to be seen all the same. */
export function lastRelease(
  { released }: ReadInventory,
  { members }: Rebuilt,
): Readonly<Record<string, Remembered>> {
  if (released !== undefined) return { '': released }
  return members.length === 0 ? {} : { '': { commit: '', run: '' } }
}
