import type { KubernetesClient } from './client.ts'
import { KubernetesError } from './error.ts'
import type { KubernetesObject } from './object.ts'

/** What looking asks of a client. */
export type Reader = Pick<KubernetesClient, 'get' | 'list' | 'logs'>

/** What there is to see. Who may not look sees nothing: that must not hide what is told anyway. */
export async function readable(
  client: Pick<Reader, 'list'>,
  ...[type, options]: Parameters<Reader['list']>
): Promise<KubernetesObject[]> {
  try {
    return await client.list(type, options)
  } catch (error) {
    if (error instanceof KubernetesError && error.code === 'CLUSTER_FORBIDDEN') return []
    throw error
  }
}
