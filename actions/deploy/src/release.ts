/** What a plan holds for its apply: nothing is read again, and nothing else is done. */
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import type { Plan } from '#toolkit/model/plan.ts'
import type { Application } from './application.ts'

/** An object that is not in the cluster yet, or is there otherwise. */
export interface Apply {
  readonly manifest: CompleteManifest
  readonly action: 'create' | 'update'
}

/** An object that is in the inventory, and in no manifest. */
export interface Delete {
  readonly reference: Reference
  readonly address: string
}

export interface Release {
  readonly plan: Plan
  readonly application: Application
  /** Every object, those that stay as they are too: all of them are waited for. */
  readonly manifests: readonly CompleteManifest[]
  /** Those that are in the cluster, as they are there, by their address. */
  readonly live: ReadonlyMap<string, KubernetesObject>
  readonly applies: readonly Apply[]
  readonly deletes: readonly Delete[]
  /** Milliseconds. */
  readonly rolloutTimeout: number
}
