/** Where a deployment has its effect: an application of a cluster, by whatever address that is reached. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { clusterIdOf, namespaceIdOf } from '#toolkit/kubernetes/cluster-id.ts'
import type { Place } from '#toolkit/model/plan.ts'
import { type Application, USUAL_NAMESPACE } from './application/application.ts'

/** @throws Failure CLUSTER_UNKNOWN */
export async function placeOfApplication(
  client: Pick<KubernetesClient, 'get'>,
  { name: application, namespace }: Application,
): Promise<Place> {
  if (namespace === USUAL_NAMESPACE) {
    const cluster = await clusterIdOf(client)
    return { target: `${application} in cluster ${cluster}`, where: { cluster, application } }
  }
  // An identity of one namespace may read nothing of the cluster, and needs not: no other has this uid.
  const uid = await namespaceIdOf(client, namespace)
  return {
    target: `${application} in namespace ${namespace} (${uid})`,
    where: { namespace: uid, application },
  }
}
