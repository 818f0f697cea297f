/** What a plan holds for its apply: nothing is read again, and nothing else is done. */
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import type { Plan } from '#toolkit/model/plan.ts'
import type { Application } from '../application/application.ts'
import type { Member, ReadInventory } from '../application/inventory.ts'

/** An object that is not in the cluster yet, or is there otherwise. */
export interface Apply {
  readonly manifest: CompleteManifest
  /** `import`: it is there, and not the application's own yet. `replace`: it is deleted, and made again. */
  readonly action: 'create' | 'update' | 'import' | 'replace'
}

/** An object that is in the inventory, and in no manifest. */
export interface Delete {
  readonly reference: Reference
  readonly address: string
  /** Of the object that the application made, as its inventory has it. */
  readonly uid: string | undefined
}

export interface Release {
  readonly plan: Plan
  readonly application: Application
  /** Every object, those that stay as they are too: all of them are waited for. */
  readonly manifests: readonly CompleteManifest[]
  /** Those that are in the cluster, as they are there, by their address. */
  readonly live: ReadonlyMap<string, KubernetesObject>
  readonly applies: readonly Apply[]
  /** What is expected of objects that were reviewed, and were not dry-run again, by their address. */
  readonly recalled: ReadonlyMap<string, string>
  readonly deletes: readonly Delete[]
  /** Members that the application does not own any more. */
  readonly forgets: readonly Member[]
  /** As it was looked at. */
  readonly inventory: ReadInventory
  /** What the application owns, if its inventory was lost and is to be written anew. */
  readonly rebuilt: readonly Member[]
  /** The uid of what the application made, by the key of its reference. */
  readonly uids: ReadonlyMap<string, string | undefined>
  /** Addresses of objects of others that become the application's own. */
  readonly adopt: readonly string[]
  /** Addresses of objects whose fields are taken over from whoever manages them. */
  readonly forced: readonly string[]
  /** Milliseconds. */
  readonly rolloutTimeout: number
}
