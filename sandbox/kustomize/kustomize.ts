/** The renderer that deploy asks, at one version, whatever the machine has. */
import type { CacheOptions } from '../cache/cache.ts'
import { builtProgram, type GoProgram } from '../cache/go-program.ts'

const kustomize: GoProgram = {
  name: 'kustomize',
  command: 'kustomize',
  module: import.meta.dirname,
  requires: 'sigs.k8s.io/kustomize/kustomize/v5',
  package: 'sigs.k8s.io/kustomize/kustomize/v5',
}

/** The folder that holds `kustomize`. */
export function prepareKustomize(options: CacheOptions): Promise<string> {
  return builtProgram(kustomize, options)
}
