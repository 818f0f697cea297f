import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { gathered } from '#toolkit/kubernetes/gathered.ts'
import type { Watchable } from '#toolkit/kubernetes/mirror.ts'
import { referenceTo } from '#toolkit/kubernetes/object.ts'
import type { Reader } from '#toolkit/kubernetes/reader.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'

/** What applying asks of a client. */
export type ApplyingClient = Pick<KubernetesClient, 'apply' | 'delete' | 'page' | 'patch'> &
  Reader &
  Watchable & { readonly discovery: Pick<Discovery, 'refresh' | 'resourceOf' | 'scopes'> }

/** What looks at these again, by lists where there are many of a kind. */
export function lookingAgain(
  client: Reader & Watchable & Pick<KubernetesClient, 'page'>,
  manifests: readonly CompleteManifest[],
): Reader & Watchable {
  return {
    get: gathered(
      client,
      manifests.map(({ object }) => referenceTo(object)),
    ),
    list: (type, options) => client.list(type, options),
    logs: (pod, container, options) => client.logs(pod, container, options),
    snapshot: (type, options) => client.snapshot(type, options),
    watch: (type, options, told) => client.watch(type, options, told),
  }
}
