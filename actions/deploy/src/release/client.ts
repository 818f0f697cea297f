import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import type { Watchable } from '#toolkit/kubernetes/mirror.ts'
import type { Reader } from '#toolkit/kubernetes/reader.ts'

/** What applying asks of a client. */
export type ApplyingClient = Pick<KubernetesClient, 'apply' | 'delete' | 'patch'> &
  Reader &
  Watchable & { readonly discovery: Pick<Discovery, 'refresh' | 'resourceOf' | 'scopes'> }
