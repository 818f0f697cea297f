/** What must be ready before the API server is told to ask it. */
import { type KubernetesObject, type Reference, valueAt } from '#toolkit/kubernetes/object.ts'
import { stagesAmong } from '#toolkit/kubernetes/stages.ts'
import { type Webhook, webhooksAmong } from '#toolkit/kubernetes/webhooks.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { workloadOf } from '#toolkit/manifests/workload.ts'
import { isMapping } from '#toolkit/sources/node.ts'

/** Whether the pods of a workload have all that a Service selects by. */
function isSelected(workload: CompleteManifest, service: KubernetesObject): boolean {
  const selector = valueAt(service, ['spec', 'selector'])
  const labels = workloadOf(workload)?.metadata.get('labels').value
  if (workload.object.metadata.namespace !== service.metadata.namespace) return false
  if (!isMapping(selector) || !isMapping(labels)) return false
  const pairs = Object.entries(selector)
  return pairs.length > 0 && pairs.every(([key, value]) => labels[key] === value)
}

function serviceAmong(manifests: readonly CompleteManifest[], { namespace, name }: Reference) {
  return manifests.find(
    ({ object: { apiVersion, kind, metadata } }) =>
      apiVersion === 'v1' && kind === 'Service' && metadata.name === name && metadata.namespace === namespace,
  )?.object
}

/**
 * The workloads that must be ready before the webhooks of their release are applied: all of them, unless objects come
 * after the webhooks that a workload may wait for, such as a Certificate for a Secret. Then those that serve, as far as
 * that can be told.
 * @param late whether something comes after the webhooks that is not among those that always do
 */
export function beforeWebhooks(manifests: readonly CompleteManifest[], late = false): CompleteManifest[] {
  const objects = manifests.map(({ object }) => object)
  const stageOf = stagesAmong(objects)
  const workloads = manifests.filter(({ object }) => stageOf(object) === 'workloads')
  if (!late && !objects.some((object) => stageOf(object) === 'guarded')) return workloads
  const servers = (webhook: Webhook): CompleteManifest[] => {
    const service = webhook.service === undefined ? undefined : serviceAmong(manifests, webhook.service)
    return service === undefined ? [] : workloads.filter((workload) => isSelected(workload, service))
  }
  const known = webhooksAmong(objects).map(servers)
  if (known.length === 0 || known.some((each) => each.length === 0)) return workloads
  return [...new Set(known.flat())]
}
