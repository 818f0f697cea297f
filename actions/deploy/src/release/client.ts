import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Reader } from '#toolkit/kubernetes/diagnose.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'

/** What applying asks of a client. */
export type ApplyingClient = Pick<KubernetesClient, 'apply' | 'delete' | 'patch'> &
  Reader & { readonly discovery: Pick<Discovery, 'refresh' | 'resourceOf' | 'scopes'> }
