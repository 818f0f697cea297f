/** By what the API server decides about a new object that nobody beside it is asked about. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { type GroupKind, groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { shortHash } from '#toolkit/model/canonical.ts'

/**
 * Kinds about which its own admission asks for nothing but their namespace, and into which it puts its version's
 * defaults alone: no classes, no limits, no rights of whoever asks. No Secret is among them: what is in one counts by
 * salted hashes alone.
 */
const plainKinds: ReadonlySet<GroupKind> = new Set([
  'ConfigMap',
  'NetworkPolicy.networking.k8s.io',
  'ServiceAccount',
  knownKinds.autoscaler,
  knownKinds.cronJob,
  knownKinds.daemonSet,
  knownKinds.deployment,
  knownKinds.disruptionBudget,
  knownKinds.namespace,
  knownKinds.service,
  knownKinds.statefulSet,
])

/** Whether its grounds decide about a new object. */
export function isPlain(object: { readonly apiVersion: string; readonly kind: string }): boolean {
  return plainKinds.has(groupKindOf(object))
}

type Reading = Pick<KubernetesClient, 'get' | 'list' | 'raw'>

/** Who it is, whether it goes, its labels, by which Pod Security judges, and its quotas; not how far they are used. */
async function stateOf(client: Reading, name: string): Promise<unknown> {
  const [namespace, quotas] = await Promise.all([
    client.get({ apiVersion: 'v1', kind: 'Namespace', name }),
    client.list({ apiVersion: 'v1', kind: 'ResourceQuota' }, { namespace: name }),
  ])
  if (namespace === undefined) return 'absent'
  const { uid, labels, deletionTimestamp } = namespace.metadata
  return { uid, labels, deletionTimestamp, quotas: quotas.map(({ spec, metadata }) => [metadata.name, spec]) }
}

/**
 * A short hash of the API server's version, and of the namespaces that objects are in.
 * @returns undefined for an identity that may not see all of it
 */
export async function groundsOf(
  client: Reading,
  objects: readonly KubernetesObject[],
): Promise<string | undefined> {
  const namespaces = [...new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []))].sort()
  try {
    const [{ gitVersion }, ...states] = await Promise.all([
      client.raw<{ readonly gitVersion?: unknown }>('GET', '/version'),
      ...namespaces.map((name) => stateOf(client, name)),
    ])
    if (typeof gitVersion !== 'string') return undefined
    return shortHash([gitVersion, namespaces.map((name, index) => [name, states[index]])])
  } catch (error) {
    if (error instanceof KubernetesError && error.isJudgement) return undefined
    throw error
  }
}
