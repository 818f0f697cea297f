/** How long trouble may last, by its reason: a blip is no failure, and what does not pass is told soon. */

import { groupKindOf, groupOf, isOwnGroup, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import type { Trouble, TroubleKind } from '#toolkit/kubernetes/trouble.ts'
import { missingIn } from './remedy.ts'

/** Milliseconds since it was first seen. */
const graces: Readonly<Record<TroubleKind, number>> = {
  name: 0,
  image: 10_000,
  pull: 60_000,
  missing: 60_000,
  start: 60_000,
  crash: 30_000,
}

/** Of a pod that could not be made, for a reason that may pass. */
export const CREATION_GRACE = 60_000

/** A crash or two may be a dependency that is not up yet. */
const CRASHES = 3

/** How often in a row it must be seen: a status may be about to change. */
export const CONFIRMATIONS = 2

/** A text of an object that is exactly this one. */
function names(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value === text
  return typeof value === 'object' && value !== null && Object.values(value).some((each) => names(each, text))
}

/** Whether an object of the release may make what a container waits for: a Job, or a custom resource that names it. */
function makes(object: KubernetesObject, name: string, namespace: string | undefined): boolean {
  if (object.metadata.namespace !== namespace) return false
  if (groupKindOf(object) === knownKinds.job) return true
  return !isOwnGroup(groupOf(object.apiVersion)) && names(object, name)
}

interface Seen {
  /** Milliseconds of the clock. */
  readonly since: number
  readonly times: number
  /** The last one that says why. */
  readonly told: Trouble
}

/** What was seen of a workload's containers until now. */
export class Grace {
  readonly #release: readonly KubernetesObject[]
  #seen: ReadonlyMap<string, Seen> = new Map()

  /** @param release everything that is released together */
  constructor(release: readonly KubernetesObject[]) {
    this.#release = release
  }

  /**
   * The trouble that has lasted too long.
   * @param now milliseconds of the clock
   * @param late whether no time is left, for whatever trouble
   */
  exceeded(troubles: readonly Trouble[], now: number, late: boolean): Trouble | undefined {
    const before = this.#seen
    const seen = new Map<string, Seen>()
    // It crashes again after it ran in between.
    for (const [key, known] of before) if (known.told.kind === 'crash') seen.set(key, known)
    let last: Trouble | undefined
    for (const trouble of troubles) {
      const key = `${trouble.pod.name} ${trouble.container} ${trouble.kind === 'crash'}`
      const known = before.get(key)
      // A back-off says less than what it backs off from.
      const told =
        trouble.message === '' && known !== undefined ? { ...known.told, reason: trouble.reason } : trouble
      const look = { since: known?.since ?? now, times: (known?.times ?? 0) + 1, told }
      seen.set(key, look)
      if (last === undefined && (late || this.#isExceeded(look, trouble, now))) last = told
    }
    this.#seen = seen
    return last
  }

  #isExceeded({ since, times, told }: Seen, { waits, restarts }: Trouble, now: number): boolean {
    if (!waits || times < CONFIRMATIONS || now - since < graces[told.kind]) return false
    if (told.kind === 'crash') return restarts >= CRASHES
    const name = told.kind === 'missing' ? missingIn(told.message)?.name : undefined
    return name === undefined || !this.#release.some((each) => makes(each, name, told.pod.namespace))
  }
}
