/** Where a deployment has its effect: an application of a cluster, by whatever address that is reached. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { clusterIdOf } from '#toolkit/kubernetes/cluster-id.ts'
import type { Place } from '#toolkit/model/plan.ts'

/** @throws Failure CLUSTER_UNKNOWN */
export async function placeOfApplication(
  client: Pick<KubernetesClient, 'get'>,
  application: string,
): Promise<Place> {
  const cluster = await clusterIdOf(client)
  return { target: `${application} in cluster ${cluster}`, where: { cluster, application } }
}
