/** kubectl, with which people set a cluster up, at one version, whatever the machine has. */
import type { CacheOptions } from '../cache/cache.ts'
import { builtProgram, type GoProgram } from '../cache/go-program.ts'

const kubectl: GoProgram = {
  name: 'kubectl',
  command: 'kubectl',
  module: import.meta.dirname,
  requires: 'k8s.io/kubectl',
  package: '.',
}

/** The folder that holds `kubectl`. */
export function prepareKubectl(options: CacheOptions): Promise<string> {
  return builtProgram(kubectl, options)
}
