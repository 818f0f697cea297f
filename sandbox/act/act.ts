/** nektos/act: workflows as a runner would start them, as far as it goes. */
import type { CacheOptions } from '../cache/cache.ts'
import { builtProgram, type GoProgram } from '../cache/go-program.ts'

const act: GoProgram = {
  name: 'act',
  command: 'act',
  module: import.meta.dirname,
  requires: 'github.com/nektos/act',
  package: 'github.com/nektos/act',
}

/** The folder that holds `act`. */
export function prepareAct(options: CacheOptions): Promise<string> {
  return builtProgram(act, options)
}
