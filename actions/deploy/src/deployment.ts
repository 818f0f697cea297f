/** What is asked for: the objects of an application, and how they are brought into the cluster. */
import type { Manifests } from '#toolkit/manifests/folder.ts'

/** Who applies, as the API server's managed fields name it. */
export const FIELD_MANAGER = 'omninode-deploy'

export interface Deployment {
  readonly manifests: Manifests
  readonly path: string
  readonly application: string
  readonly prune: boolean
  /** Milliseconds. */
  readonly rolloutTimeout: number
}
