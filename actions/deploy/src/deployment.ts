/** What is asked for: the objects of an application, and how they are brought into the cluster. */
import type { Manifests } from '#toolkit/manifests/folder.ts'
import type { Application } from './application.ts'

/** Who applies, as the API server's managed fields name it. */
export const FIELD_MANAGER = 'omninode-deploy'

export interface Deployment {
  readonly manifests: Manifests
  /** Image name → the reference that was asked for in its place. */
  readonly images: ReadonlyMap<string, string>
  readonly application: Application
  /** What people call it. */
  readonly name?: string | undefined
  readonly prune: boolean
  /** Whether this run applies what it plans, so that its identity must have the rights for it. */
  readonly applies: boolean
  /** Whether it is only asked what differs, whoever manages it: nothing will be applied. */
  readonly looksForDrift?: boolean
  /** Milliseconds. */
  readonly rolloutTimeout: number
}
