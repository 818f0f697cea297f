/**
 * What an application owns in the cluster, so that what leaves the manifests can be found and pruned. It is an
 * ApplySet parent as `kubectl` knows it (KEP-3659), with the exact list of members beside.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { keyOf } from '#toolkit/kubernetes/address.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { groupKindOf } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { placed, scopesAmong } from '#toolkit/kubernetes/scope.ts'

/** The parent is in one namespace that every cluster has; its members may be anywhere. */
const NAMESPACE = 'default'
const PART_OF = 'applyset.kubernetes.io/part-of'

const Members = z.array(
  z.object({ apiVersion: z.string(), kind: z.string(), namespace: z.string().optional(), name: z.string() }),
)

type InventoryReader = Pick<KubernetesClient, 'get'> & { readonly discovery: Pick<Discovery, 'scopes'> }

export interface Inventory {
  readonly name: string
  readonly members: readonly Reference[]
}

function parentName(application: string): string {
  return `omninode-${application}`
}

/** The id that KEP-3659 prescribes: a hash of the parent's name, namespace, kind and group. */
function idOf(application: string): string {
  const hash = createHash('sha256')
    .update(`${parentName(application)}.${NAMESPACE}.ConfigMap.`)
    .digest('base64url')
  return `applyset-${hash}-v1`
}

/** The object with the label that makes it a member. */
export function asMember(object: KubernetesObject, application: string): KubernetesObject {
  const labels = { ...object.metadata.labels, [PART_OF]: idOf(application) }
  return { ...object, metadata: { ...object.metadata, labels } }
}

/** Each object once, as the first of the lists has it. */
export function union(...lists: readonly (readonly Reference[])[]): Reference[] {
  const members = new Map<string, Reference>()
  for (const reference of lists.flat()) {
    const key = keyOf(reference)
    if (!members.has(key)) members.set(key, reference)
  }
  return [...members.values()]
}

/** Those that are in none of the others. */
export function except(members: readonly Reference[], others: readonly Reference[]): Reference[] {
  const keys = new Set(others.map(keyOf))
  return members.filter((member) => !keys.has(keyOf(member)))
}

export async function readInventory(client: InventoryReader, application: string): Promise<Inventory> {
  const name = parentName(application)
  const parent = await client.get({ apiVersion: 'v1', kind: 'ConfigMap', namespace: NAMESPACE, name })
  const { members = '[]' } = (parent as { data?: { members?: string } } | undefined)?.data ?? {} // core/v1 ConfigMap
  // Its members may have been written before it was known that they are outside of namespaces.
  const scopeOf = scopesAmong([], await client.discovery.scopes())
  return { name, members: union(Members.parse(JSON.parse(members)).map((each) => placed(each, scopeOf))) }
}

export async function writeInventory(
  client: Pick<KubernetesClient, 'apply'>,
  application: string,
  members: readonly Reference[],
  fieldManager: string,
): Promise<void> {
  const kinds = [...new Set(members.map(groupKindOf))]
  const namespaces = [
    ...new Set(
      members.flatMap(({ namespace }) =>
        namespace === undefined || namespace === NAMESPACE ? [] : [namespace],
      ),
    ),
  ]
  await client.apply(
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: parentName(application),
        namespace: NAMESPACE,
        labels: { 'applyset.kubernetes.io/id': idOf(application) },
        annotations: {
          'applyset.kubernetes.io/tooling': 'omninode/v0.1.0',
          'applyset.kubernetes.io/contains-group-kinds': kinds.sort().join(','),
          'applyset.kubernetes.io/additional-namespaces': namespaces.sort().join(','),
        },
      },
      data: { members: JSON.stringify(members) },
    },
    { fieldManager, force: true, dryRun: false },
  )
}
