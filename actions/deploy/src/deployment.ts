/** What is asked for: the objects of an application, and how they are brought into the cluster. */
import type { Manifests } from '#toolkit/manifests/folder.ts'
import type { Application } from './application/application.ts'

export interface Deployment {
  readonly manifests: Manifests
  /** Image name → the reference that was asked for in its place. */
  readonly images: ReadonlyMap<string, string>
  readonly application: Application
  /** What people call it. */
  readonly name?: string | undefined
  readonly prune: boolean
  /** Addresses of objects whose fields are taken over from whoever manages them. */
  readonly forced: readonly string[]
  /** Whether this run applies what it plans, so that its identity must have the rights for it. */
  readonly applies: boolean
  /** Addresses of objects of others that become the application's own. */
  readonly adopt: readonly string[]
  /** How many objects may be deleted where that is most of them. */
  readonly allowPrune: number
  /** Whether it is only asked what differs, whoever manages it: nothing will be applied. */
  readonly looksForDrift?: boolean
  /** Whether what was shown of it is asked for. */
  readonly looksForReview?: boolean
  /** Milliseconds. */
  readonly rolloutTimeout: number
}
