/** What tells clusters and namespaces apart, whatever address they are reached at. */
import { Failure } from '../model/failure.ts'
import type { KubernetesClient } from './client.ts'
import { KubernetesError } from './error.ts'

/** The API server makes it when the cluster begins, and lets nobody delete it. */
const ETERNAL = 'kube-system'

/** What is known by the uid of a namespace. */
interface Known {
  /** `which cluster this is` */
  readonly which: string
  /** `A cluster is known by the uid of its namespace kube-system` */
  readonly by: string
  readonly namespace: string
  /** Whose role wants the rule that lets it be read. */
  readonly role: string
}

function unknown(what: string, why: string, fix: string, cause?: unknown): Failure {
  return new Failure({ code: 'CLUSTER_UNKNOWN', what, why, fix, cause })
}

function refused({ which, by, namespace, role }: Known, error: KubernetesError): Failure {
  const what = `It cannot be told ${which}: the namespace ${namespace} cannot be read.`
  return error.status === 403
    ? unknown(
        what,
        `${by}, and this identity may not \`get\` \`namespaces\`: ${error.said}.`,
        `Add the rule \`{apiGroups: [""], resources: [namespaces], resourceNames: [${namespace}], verbs: [get]}\` to ${role} of the identities that plan and that apply.`,
        error,
      )
    : unknown(what, `${error.said}.`, 'Mend what the API server says, and start again.', error)
}

async function uidOf(client: Pick<KubernetesClient, 'get'>, known: Known): Promise<string> {
  const { which, by, namespace: name } = known
  const namespace = await client
    .get({ apiVersion: 'v1', kind: 'Namespace', name })
    .catch((error: unknown) => {
      throw error instanceof KubernetesError ? refused(known, error) : error
    })
  const { uid } =
    (namespace as { readonly metadata?: { readonly uid?: unknown } } | undefined)?.metadata ?? {}
  if (typeof uid === 'string' && uid !== '') return uid
  if (namespace === undefined && name !== ETERNAL)
    throw unknown(
      `It cannot be told ${which}: there is no namespace ${name}.`,
      `${by}.`,
      'Make it first, or correct its name.',
    )
  throw unknown(
    `It cannot be told ${which}.`,
    namespace === undefined ? `${by}, and there is none.` : `${by}, and the answer has none.`,
    'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
  )
}

/**
 * The cluster's own id: the uid of its namespace `kube-system`.
 * @throws Failure CLUSTER_UNKNOWN when it cannot be told
 */
export function clusterIdOf(client: Pick<KubernetesClient, 'get'>): Promise<string> {
  return uidOf(client, {
    which: 'which cluster this is',
    by: `A cluster is known by the uid of its namespace ${ETERNAL}`,
    namespace: ETERNAL,
    role: 'the ClusterRole',
  })
}

/**
 * A namespace's own id, which no other cluster has: for who may read nothing outside of it. A Role in the namespace
 * gives the right.
 * @throws Failure CLUSTER_UNKNOWN when it cannot be told
 */
export function namespaceIdOf(client: Pick<KubernetesClient, 'get'>, namespace: string): Promise<string> {
  return uidOf(client, {
    which: 'which namespace this is',
    by: 'A namespace is known by its uid',
    namespace,
    role: `the Role in ${namespace}`,
  })
}
