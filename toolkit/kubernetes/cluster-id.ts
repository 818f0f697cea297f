/** What tells clusters apart, whatever address they are reached at. */
import { Failure } from '../model/failure.ts'
import type { KubernetesClient } from './client.ts'
import { KubernetesError } from './error.ts'
import type { Reference } from './object.ts'

/** The API server makes it when the cluster begins, and lets nobody delete it. */
const ETERNAL: Reference = { apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' }

const RULE = '{apiGroups: [""], resources: [namespaces], resourceNames: [kube-system], verbs: [get]}'

function unknown(what: string, why: string, fix: string, cause?: unknown): Failure {
  return new Failure({ code: 'CLUSTER_UNKNOWN', what, why, fix, cause })
}

function refused(error: KubernetesError): Failure {
  const what = 'It cannot be told which cluster this is: the namespace kube-system cannot be read.'
  return error.status === 403
    ? unknown(
        what,
        `A cluster is known by the uid of that namespace, and this identity may not \`get\` \`namespaces\`: ${error.said}.`,
        `Add the rule \`${RULE}\` to the ClusterRole of the identities that plan and that apply.`,
        error,
      )
    : unknown(what, `${error.said}.`, 'Mend what the API server says, and start again.', error)
}

/**
 * The cluster's own id: the uid of its namespace `kube-system`.
 * @throws Failure CLUSTER_UNKNOWN when it cannot be told
 */
export async function clusterIdOf(client: Pick<KubernetesClient, 'get'>): Promise<string> {
  const namespace = await client.get(ETERNAL).catch((error: unknown) => {
    throw error instanceof KubernetesError ? refused(error) : error
  })
  const { uid } =
    (namespace as { readonly metadata?: { readonly uid?: unknown } } | undefined)?.metadata ?? {}
  if (typeof uid === 'string' && uid !== '') return uid
  throw unknown(
    'It cannot be told which cluster this is.',
    namespace === undefined
      ? 'A cluster is known by the uid of its namespace kube-system, and there is none.'
      : 'A cluster is known by the uid of its namespace kube-system, and the answer has none.',
    'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
  )
}
