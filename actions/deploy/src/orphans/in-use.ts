/**
 * ConfigMaps and Secrets that kustomize names by their content leave the manifests with every change, while pods and
 * the revisions that a rollback goes to still ask for them.
 */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { collect } from '../release/collect.ts'

/** What holds a pod's template, or is a pod. */
const revisions = [
  { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  { apiVersion: 'apps/v1', kind: 'ControllerRevision' },
  { apiVersion: 'v1', kind: 'Pod' },
] as const

/** kustomize's suffix: ten of these, which make no words. */
const HASHED = /-[bcdfghkmt2456789]{10}$/

export function isHashed(reference: Reference): boolean {
  const groupKind = groupKindOf(reference)
  return (groupKind === 'ConfigMap' || groupKind === knownKinds.secret) && HASHED.test(reference.name)
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) yield* textsIn(member)
}

interface Owned {
  readonly ownerReferences?: readonly { readonly uid: string }[]
}

function isOwnedBy({ metadata }: KubernetesObject, uids: ReadonlySet<string>): boolean {
  const { ownerReferences = [] } = metadata as Owned // meta/v1
  return ownerReferences.some(({ uid }) => uids.has(uid))
}

/** `namespace/name` → who asks for it; everything when that cannot be told. */
export type InUse = (reference: Reference) => string | undefined

/**
 * @param references what is to be deleted
 * @param going uids of what is deleted together with them: their revisions go too
 */
export async function inUse(
  client: Pick<KubernetesClient, 'list'>,
  references: readonly Reference[],
  going: ReadonlySet<string>,
): Promise<InUse> {
  const namespaces = [...new Set(references.filter(isHashed).map(({ namespace }) => namespace))]
  const users = new Map<string, string>()
  const unseen = new Map<string | undefined, string>()
  await collect(namespaces, async (namespace) => {
    const lists = await collect(revisions, async (type) => {
      try {
        return await client.list(type, { namespace })
      } catch (error) {
        if (!(error instanceof KubernetesError) || error.code !== 'CLUSTER_FORBIDDEN') throw error
        unseen.set(namespace, `a ${type.kind}, perhaps: this identity may not list them`)
        return []
      }
    })
    const objects = lists.flat()
    const gone = new Set([
      ...going,
      ...objects.flatMap((each) =>
        isOwnedBy(each, going) && each.metadata.uid !== undefined ? [each.metadata.uid] : [],
      ),
    ])
    for (const object of objects) {
      if (isOwnedBy(object, gone)) continue
      const { metadata: _metadata, ...rest } = object
      for (const text of textsIn(rest))
        users.set(`${namespace}/${text}`, `${object.kind}/${object.metadata.name}`)
    }
  })
  return ({ namespace, name, ...type }) =>
    isHashed({ namespace, name, ...type })
      ? (users.get(`${namespace}/${name}`) ?? unseen.get(namespace))
      : undefined
}
