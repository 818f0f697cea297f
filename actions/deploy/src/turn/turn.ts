/** A run's turn to release an application: from its plan to its end. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Cluster } from '#toolkit/kubernetes/cluster.ts'
import { connectCluster } from '#toolkit/kubernetes/connect.ts'
import type { KnownKind } from '#toolkit/kubernetes/discovery.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Application } from '../application/application.ts'
import type { ApplyingClient } from '../release/client.ts'
import { fenced, Lease, type LeaseTimes, usualTimes } from './lease.ts'

/** All that its client is asked about. */
const leases: KnownKind = {
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
}

/** Milliseconds that are left for letting it go: what is not let go expires. */
const LAST_MOMENTS = 3_000

export class Turn {
  readonly #client: KubernetesClient
  readonly #lease: Lease
  readonly #world: World
  readonly #ended = new AbortController()
  #begun: Promise<boolean> | undefined
  #refused: KubernetesError | undefined
  /** Whether something that was sent may still be on its way. */
  #pending = false
  #rewritten = false

  constructor(cluster: Cluster, application: Application, world: World, times: LeaseTimes = usualTimes) {
    this.#world = world
    // It is renewed beside whatever else is asked, and let go also after a cancel.
    const { signal } = this.#ended
    this.#client = connectCluster(cluster, { concurrency: 1 }, { ...world, signal }, [leases])
    this.#lease = new Lease(this.#client, application, world, times)
  }

  /**
   * Looks beforehand whose turn it is.
   * @returns whether it is nobody's. What is read from then on is as good as if it were ours already, unless `begin` says
   * that another run had it meanwhile.
   */
  async expect(): Promise<boolean> {
    return this.#lease.expect()
  }

  /**
   * @param patience milliseconds
   * @returns whether another run had it until now
   * @throws Failure LEASE_HELD
   */
  async begin(patience: number): Promise<boolean> {
    this.#begun ??= this.#acquire(patience)
    return this.#begun
  }

  async #acquire(patience: number): Promise<boolean> {
    try {
      return await this.#lease.acquire(patience)
    } catch (error) {
      // What else it may not do is told with it, and whoever has nothing to write needs no turn.
      if (!(error instanceof KubernetesError) || error.code !== 'CLUSTER_FORBIDDEN') throw error
      this.#refused = error
      return false
    }
  }

  /** Whether the run before did not come to its end, and what it has sent is not outdated yet. */
  get afterCutOff(): boolean {
    return this.#lease.afterCutOff && !this.#rewritten
  }

  /**
   * Work that writes.
   * @param rewrites whether it writes every object when the run before was cut off
   */
  async write(
    client: KubernetesClient,
    rewrites: boolean,
    work: (client: ApplyingClient) => Promise<void>,
  ): Promise<void> {
    if (this.#refused !== undefined) throw this.#refused
    try {
      await work(fenced(client, this.#lease))
      this.#rewritten ||= rewrites
    } catch (error) {
      const failures = failuresIn(error)
      this.#pending ||= failures.length === 0 || failures.some(({ code }) => code === 'CLUSTER_UNREACHABLE')
      // What another run has done meanwhile explains whatever this one failed with.
      if (!this.#pending && !this.#world.signal.aborted) await this.#lease.hold()
      throw error
    }
  }

  async end(): Promise<void> {
    const pending = this.#pending || this.#world.signal.aborted || this.afterCutOff
    const late = setTimeout(() => this.#client.close(), LAST_MOMENTS)
    try {
      await this.#lease.release(!pending)
    } catch (error) {
      this.#world.log.debug(`the lease could not be let go, and expires: ${String(error)}`)
    } finally {
      clearTimeout(late)
      this.#ended.abort()
      this.#client.close()
    }
  }
}
