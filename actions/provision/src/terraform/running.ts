/** Which Terraforms of this step run right now, kept for `post`: it waits for those that outlive a cancelled step. */
import type { World } from '#toolkit/world/world.ts'
import type { Stack } from '../stack/find.ts'
import { RUNNING } from '../state/kept.ts'

export interface Running {
  readonly pid: number
  readonly command: string
  readonly stack: Stack
  /** What it does: `plan`, `apply`, … */
  readonly doing: string
  /** Absolute path of the file that it writes its messages to. */
  readonly stdout: string
}

export class RunningList {
  readonly #world: World
  #list: readonly Running[] = []

  constructor(world: World) {
    this.#world = world
  }

  get isEmpty(): boolean {
    return this.#list.length === 0
  }

  begun(entry: Running): void {
    this.#save([...this.#list, entry])
  }

  ended(pid: number): void {
    this.#save(this.#list.filter((entry) => entry.pid !== pid))
  }

  #save(list: readonly Running[]): void {
    this.#list = list
    this.#world.saveState(RUNNING, JSON.stringify(list))
  }
}
