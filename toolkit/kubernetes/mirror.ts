/** What the cluster has of a kind in a namespace, kept up to date by one watch, so that looking costs no request. */
import { setTimeout as sleep } from 'node:timers/promises'
import { failuresIn } from '../model/failure.ts'
import type { KubernetesClient } from './client.ts'
import { KubernetesError } from './error.ts'
import type { KubernetesObject } from './object.ts'

export type Watchable = Pick<KubernetesClient, 'snapshot' | 'watch'>

/** Milliseconds before a watch that was cut off is taken up again. */
const PAUSE = 500

/** What every request waits for at most, when a server asks to be left alone. */
const LONGEST_PAUSE = 120_000

/** Whether the identity is not accepted any more, which does not pass: what is known gets older and older. */
function isUnaccepted(error: unknown): boolean {
  return failuresIn(error).some(({ code }) => code === 'CLUSTER_UNAUTHENTICATED')
}

function pauseAfter(error: unknown): number {
  const asked = error instanceof KubernetesError ? (error.pause ?? 0) : 0
  return Math.max(PAUSE, Math.min(asked, LONGEST_PAUSE))
}

/** How often in a row it may be cut off before everything is read anew. */
const CUTS = 3

type Typed = { readonly apiVersion: string; readonly kind: string }

/** Which objects of a kind are looked at. */
export interface Selected {
  /** Everywhere, unless given. */
  readonly namespace?: string | undefined
  /** `a=1,b=2` */
  readonly labels?: string
}

export class Mirror {
  readonly #objects = new Map<string, KubernetesObject>()
  /** Until everything was seen once. */
  readonly #first: Promise<void>
  readonly #changed: () => void
  #mayWatch = true
  #failure: unknown

  /**
   * @param signal ends it
   * @param changed is called when something has happened to an object, from when everything was seen once
   */
  constructor(
    client: Watchable,
    type: Typed,
    selected: Selected,
    signal: AbortSignal,
    changed: () => void = () => undefined,
  ) {
    this.#changed = changed
    this.#first = new Promise((resolve) => {
      this.#follow(client, type, selected, signal, resolve).catch((error: unknown) => {
        this.#failure = error
        resolve()
      })
    })
  }

  /**
   * The objects as they are; undefined when this identity may not watch them.
   * @throws what keeps the cluster from being asked
   */
  async objects(): Promise<ReadonlyMap<string, KubernetesObject> | undefined> {
    await this.#first
    if (this.#failure !== undefined) throw this.#failure
    return this.#mayWatch ? this.#objects : undefined
  }

  async #follow(
    client: Watchable,
    type: Typed,
    selected: Selected,
    signal: AbortSignal,
    seen: () => void,
  ): Promise<void> {
    let version: string | undefined
    let cuts = 0
    // A server that was started again forbids what it will allow once it has read its roles; a list waits for that.
    let restarted = false
    const blind = () => {
      this.#mayWatch = false
      seen()
    }
    while (!signal.aborted) {
      try {
        if (version === undefined || cuts >= CUTS) {
          restarted = false
          const { items, resourceVersion } = await client.snapshot(type, selected)
          this.#objects.clear()
          for (const item of items) this.#objects.set(item.metadata.name, item)
          if (resourceVersion === undefined) return blind()
          seen()
          version = resourceVersion
          cuts = 0
        }
        await client.watch(
          type,
          { ...selected, resourceVersion: version, signal },
          ({ type: what, object }) => {
            cuts = 0
            if (what === 'DELETED') this.#objects.delete(object.metadata.name)
            else if (what !== 'BOOKMARK') this.#objects.set(object.metadata.name, object)
            if (what !== 'BOOKMARK') this.#changed()
            version = object.metadata.resourceVersion ?? version
          },
        )
        restarted = true
      } catch (error) {
        if (signal.aborted) return
        const forbidden = error instanceof KubernetesError && error.code === 'CLUSTER_FORBIDDEN'
        if (forbidden && !restarted) return blind()
        restarted = true
        if (error instanceof KubernetesError && error.status === 410) version = undefined
        else if (version === undefined ? failuresIn(error).length > 0 : isUnaccepted(error)) throw error
        else {
          cuts++
          await sleep(pauseAfter(error), undefined, { signal }).catch(() => undefined)
        }
      }
    }
  }
}
