/**
 * One run releases an application at a time: whoever holds its Lease (coordination.k8s.io). A run that is killed keeps
 * it until it expires, by the clock of whoever waits for it; nobody compares two machines' clocks.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { isConflict } from '#toolkit/kubernetes/error.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { type Application, fieldManagerOf, leaseOf } from '../application/application.ts'
import { NOT_THERE } from '../application/inventory.ts'
import type { ApplyingClient } from '../release/client.ts'

const CUT_OFF = 'omninode.io/cut-off'
/** Who has it, or had it last. */
const RUN = 'omninode.io/run'

/** Milliseconds. */
export interface LeaseTimes {
  /** How long a run that is not heard of holds it. */
  readonly duration: number
  /** How often somebody who waits looks. */
  readonly poll: number
}

export const usualTimes: LeaseTimes = { duration: 30_000, poll: 1_000 }

export type LeaseClient = Pick<KubernetesClient, 'get' | 'apply'>

type LeaseWorld = Pick<World, 'clock' | 'log' | 'signal' | 'random' | 'run'>

/** Of coordination.k8s.io/v1; what is odd counts as not said. */
const Spec = z.object({
  holderIdentity: z.string().optional().catch(undefined),
  acquireTime: z.string().optional().catch(undefined),
  leaseDurationSeconds: z.number().optional().catch(undefined),
  leaseTransitions: z.number().optional().catch(undefined),
})

interface Held extends z.output<typeof Spec> {
  readonly version: string
  readonly last: string | undefined
  /** Whether whoever let it go had not come to an end. */
  readonly cutOff: boolean
}

function timeOf(date: Date): string {
  return date.toISOString().replace('Z', '000Z') // MicroTime wants six digits
}

function whose({ holderIdentity = 'somebody', acquireTime }: z.output<typeof Spec>): string {
  return acquireTime === undefined ? holderIdentity : `${holderIdentity}, since ${acquireTime}`
}

function lost(application: Application, by: string): Failure {
  return new Failure({
    code: 'LEASE_LOST',
    what: `This run does not hold ${application.name} any more: ${by}.`,
    why: 'It stood still, or did not reach the API server, for longer than its Lease is good for. It writes nothing any more.',
    fix: 'Look at what the other run does; if there is none, start this one again.',
  })
}

/** Whether nobody holds it, and nothing that its last holder has sent is still on its way. */
function isFree(there: Held | undefined): boolean {
  return there === undefined || (there.holderIdentity === undefined && !there.cutOff)
}

export class Lease {
  readonly #client: LeaseClient
  readonly #application: Application
  readonly #world: LeaseWorld
  readonly #times: LeaseTimes
  /** Whom it names: the run's address, and what tells two processes of one run apart. */
  readonly #holder: string
  #version = NOT_THERE
  #transitions = 0
  #acquired = ''
  /** When it was last known to be ours. */
  #renewed = 0
  #lost: Failure | undefined
  #renewing: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #held = false
  /** As it was looked at beforehand. */
  #expected: Promise<{ readonly there: Held | undefined } | undefined> | undefined
  #afterCutOff = false

  constructor(client: LeaseClient, application: Application, world: LeaseWorld, times = usualTimes) {
    this.#client = client
    this.#application = application
    this.#world = world
    this.#times = times
    const { url, attempt } = world.run
    const process = Math.floor(world.random() * 2 ** 32).toString(16)
    this.#holder = `${url}/attempts/${attempt}#${process}`
  }

  /** Whether the run before did not come to its end. */
  get afterCutOff(): boolean {
    return this.#afterCutOff
  }

  /**
   * Looks who holds it, beside whatever else is asked. What nobody holds is taken without another look, and only if
   * nobody has held it since.
   * @returns whether nobody does, and the run before has come to its end
   */
  async expect(): Promise<boolean> {
    this.#expected = this.#read().then(
      (there) => ({ there }),
      () => undefined, // told when it is to be taken
    )
    const expected = await this.#expected
    return expected !== undefined && isFree(expected.there)
  }

  /**
   * Waits until nobody else holds it.
   * @param patience milliseconds
   * @returns whether another run had it meanwhile
   * @throws Failure LEASE_HELD
   */
  async acquire(patience: number): Promise<boolean> {
    const { clock, log, signal } = this.#world
    const began = clock().getTime()
    let seen = { version: '', at: began }
    let told = ''
    const expected = await this.#expected
    let contested = expected !== undefined && !isFree(expected.there)
    for (;;) {
      const now = clock().getTime()
      const there = await this.#look()
      const holder = there?.holderIdentity
      if (there !== undefined && there.version !== seen.version) seen = { version: there.version, at: now }
      const { leaseDurationSeconds = this.#times.duration / 1_000 } = there ?? {}
      const expiry = leaseDurationSeconds * 1_000
      const expired = now - seen.at >= expiry
      if (there === undefined || holder === undefined || holder === this.#holder || expired) {
        this.#version = there?.version ?? NOT_THERE
        this.#transitions = (there?.leaseTransitions ?? -1) + 1
        this.#acquired = timeOf(clock())
        const taken = holder !== undefined && holder !== this.#holder
        this.#afterCutOff ||= taken || there?.cutOff === true
        if (await this.#write(true)) {
          this.#held = true
          if (taken && there !== undefined)
            log.info(
              `${whose(there)}, has not been heard of for ${formatDuration(expiry)}: this run takes its place`,
            )
          this.#timer = setInterval(() => void this.#renew(), this.#times.duration / 3)
          this.#timer.unref()
          return contested || told !== ''
        }
        contested = true
        continue
      }
      if (now - began > patience) {
        throw new Failure({
          code: 'LEASE_HELD',
          what: `${this.#application.name} is being released by ${whose(there)}.`,
          why: `One run releases an application at a time, and this one has waited for ${formatDuration(patience)}.`,
          fix: 'Wait until that run has ended, and start this one again; or raise `lock-wait`.',
        })
      }
      if (told !== holder)
        log.info(`waiting for ${whose(there)}, to end: it releases ${this.#application.name}`)
      told = holder
      await sleep(this.#times.poll, undefined, { signal })
    }
  }

  /** Resolves when it is ours at this moment. @throws Failure LEASE_LOST */
  async hold(): Promise<void> {
    const age = () => this.#world.clock().getTime() - this.#renewed
    if (this.#lost === undefined && age() > (this.#times.duration * 2) / 3) await this.#renew()
    if (this.#lost === undefined && age() >= this.#times.duration)
      this.#lost = lost(this.#application, 'it could not be renewed')
    if (this.#lost !== undefined) throw this.#lost
  }

  /**
   * Lets it go.
   * @param finished whether everything that was sent has been answered; else the next run must reckon with the rest
   */
  async release(finished: boolean): Promise<void> {
    clearInterval(this.#timer)
    if (!this.#held || this.#lost !== undefined) return
    this.#held = false
    await this.#renewing
    if (this.#lost === undefined) await this.#write(false, finished)
  }

  async #look(): Promise<Held | undefined> {
    const expected = await this.#expected
    this.#expected = undefined
    return expected !== undefined && isFree(expected.there) ? expected.there : this.#read()
  }

  async #read(): Promise<Held | undefined> {
    const live = await this.#client.get(leaseOf(this.#application))
    if (live === undefined) return undefined
    const { annotations, resourceVersion = '' } = live.metadata
    const spec = Spec.parse(live['spec'] ?? {})
    return {
      ...spec,
      version: resourceVersion,
      last: annotations?.[RUN],
      cutOff: annotations?.[CUT_OFF] === 'true',
    }
  }

  /** @returns whether it was written; not when somebody else wrote it since */
  async #write(holds: boolean, finished = false): Promise<boolean> {
    const { clock } = this.#world
    const { apiVersion, kind, namespace, name } = leaseOf(this.#application)
    const now = clock()
    const cutOff = !holds && !finished
    let sent = now
    const lease = {
      apiVersion,
      kind,
      metadata: {
        name,
        namespace,
        resourceVersion: this.#version,
        annotations: { [CUT_OFF]: String(cutOff), [RUN]: this.#holder },
      },
      spec: {
        ...(holds ? { holderIdentity: this.#holder } : {}),
        acquireTime: this.#acquired,
        renewTime: timeOf(now),
        leaseDurationSeconds: Math.max(1, Math.ceil(this.#times.duration / 1_000)),
        leaseTransitions: this.#transitions,
      },
    }
    try {
      const fieldManager = fieldManagerOf(this.#application)
      const before = async () => {
        // A server that asks to be left alone may be asked again much later: that nobody took it until then, it says itself.
        sent = clock()
      }
      const { body } = await this.#client.apply(lease, { fieldManager, force: true, dryRun: false, before })
      this.#version = body.metadata.resourceVersion ?? ''
      this.#renewed = sent.getTime()
      return true
    } catch (error) {
      if (isConflict(error)) return false
      throw error
    }
  }

  /** One at a time; what cannot be reached now may be a moment later. */
  #renew(): Promise<void> {
    this.#renewing ??= this.#renewOnce()
      .catch((error: unknown) => this.#world.log.debug(`the lease could not be renewed: ${String(error)}`))
      .finally(() => {
        this.#renewing = undefined
      })
    return this.#renewing
  }

  async #renewOnce(): Promise<void> {
    if (await this.#write(true)) return
    const there = await this.#read()
    if (there?.holderIdentity === this.#holder)
      this.#version = there.version // the answer to a renewal was lost
    else
      this.#lost = lost(
        this.#application,
        there?.holderIdentity === undefined
          ? `it was taken over by ${there?.last ?? 'somebody'}`
          : `it is held by ${whose(there)}`,
      )
  }
}

/** The same client, whose every write asks each time that it is sent whether this run still holds the application. */
export function fenced(client: KubernetesClient, lease: Pick<Lease, 'hold'>): ApplyingClient {
  const before = () => lease.hold()
  return {
    get: (reference) => client.get(reference),
    list: (type, options) => client.list(type, options),
    page: (type, options) => client.page(type, options),
    snapshot: (type, options) => client.snapshot(type, options),
    watch: (type, options, told) => client.watch(type, options, told),
    logs: (pod, container, options) => client.logs(pod, container, options),
    apply: (object, options) => client.apply(object, { ...options, before }),
    patch: (reference, operations, options) => client.patch(reference, operations, { ...options, before }),
    delete: (reference, options) => client.delete(reference, { ...options, before }),
    discovery: client.discovery,
  }
}
