/** Objects on their way out: what is written to them goes with them. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Application } from '../application/application.ts'
import { memberSelector } from '../application/inventory.ts'

/** Milliseconds between two questions about a kind in a namespace, however many objects of it are waited for. */
const POLL_MS = 500

/** Of meta/v1. */
interface Terminating {
  readonly deletionTimestamp?: string
  readonly finalizers?: readonly string[]
}

export function isTerminating({ metadata }: KubernetesObject): boolean {
  return (metadata as Terminating).deletionTimestamp !== undefined
}

export interface Going {
  readonly reference: Reference
  readonly address: string
  /** Another object of that name is not waited for. */
  readonly uid: string | undefined
  readonly source?: Source
}

type DepartingClient = Pick<KubernetesClient, 'get' | 'list'>

/** The next look at those of a kind in a namespace that are waited for. */
interface Look {
  readonly awaited: Reference[]
  /** What is still there, by its name. */
  readonly found: Promise<ReadonlyMap<string, KubernetesObject>>
}

function groupOf({ apiVersion, kind, namespace = '' }: Reference): string {
  return `${apiVersion} ${kind} ${namespace}`
}

/** Waits for objects to go, for a whole run: those of a kind in a namespace are looked at together. */
export class Departures {
  readonly #client: DepartingClient
  readonly #application: Application
  readonly #world: Pick<World, 'clock' | 'signal' | 'log'>
  readonly #looks = new Map<string, Look>()
  /** How many requests a look at a kind in a namespace takes, as the last one has shown. */
  readonly #asked = new Map<string, number>()

  constructor(
    client: DepartingClient,
    application: Application,
    world: Pick<World, 'clock' | 'signal' | 'log'>,
  ) {
    this.#client = client
    this.#application = application
    this.#world = world
  }

  /**
   * Waits until an object that is being deleted is gone.
   * @param patience milliseconds
   * @throws Failure OBJECT_TERMINATING
   */
  async untilGone({ reference, address, uid, source }: Going, patience: number): Promise<void> {
    const { clock, log } = this.#world
    const deadline = clock().getTime() + patience
    let told = ''
    let live = await this.#client.get(reference)
    while (live !== undefined && live.metadata.uid === uid) {
      const { finalizers = [] } = live.metadata as Terminating
      const held =
        finalizers.length === 0 ? 'No finalizer holds it.' : `It is held by ${finalizers.join(', ')}.`
      if (told !== held) log.info(`waiting until ${address} is gone. ${held}`)
      told = held
      if (clock().getTime() > deadline) {
        throw new Failure({
          code: 'OBJECT_TERMINATING',
          what: `${address} is being deleted, and is still there after ${formatDuration(patience)}.`,
          why: held,
          fix: 'Let the controller that put its finalizers there finish, and start again; a finalizer that nobody serves any more is taken off by hand.',
          ...(source === undefined ? {} : { source }),
        })
      }
      live = (await this.#look(reference)).get(reference.name)
    }
  }

  /** A look that everybody shares who waits for one of its kind in its namespace. */
  #look(reference: Reference): Promise<ReadonlyMap<string, KubernetesObject>> {
    const group = groupOf(reference)
    const awaited: Reference[] = []
    const { awaited: together, found } = this.#looks.get(group) ?? {
      awaited,
      found: this.#lookAt(group, awaited),
    }
    together.push(reference)
    this.#looks.set(group, { awaited: together, found })
    return found
  }

  async #lookAt(
    group: string,
    awaited: readonly Reference[],
  ): Promise<ReadonlyMap<string, KubernetesObject>> {
    await sleep(POLL_MS * (this.#asked.get(group) ?? 1), undefined, { signal: this.#world.signal })
    this.#looks.delete(group)
    const [first] = awaited
    const listed = first === undefined || awaited.length === 1 ? [] : await this.#members(first)
    const found = new Map(listed.map((object) => [object.metadata.name, object]))
    // What is in no list may only have lost the label that makes it a member.
    const unlisted = awaited.filter(({ name }) => !found.has(name))
    const looks = await Promise.all(unlisted.map((reference) => this.#client.get(reference)))
    const there = looks.filter((live) => live !== undefined)
    for (const live of there) found.set(live.metadata.name, live)
    this.#asked.set(group, Math.max(1, there.length + (listed.length > 0 ? 1 : 0)))
    return found
  }

  /** Of a kind in a namespace; none when this identity may not list them. */
  async #members({ apiVersion, kind, namespace }: Reference): Promise<KubernetesObject[]> {
    try {
      return await this.#client.list(
        { apiVersion, kind },
        { namespace, labels: memberSelector(this.#application) },
      )
    } catch (error) {
      if (error instanceof KubernetesError && error.code === 'CLUSTER_FORBIDDEN') return []
      throw error
    }
  }
}
