/** kubectl, with which people set a cluster up: the machine's own, else as its module has it. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
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
export async function prepareKubectl(options: CacheOptions): Promise<string> {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const own = folders.find((folder) => existsSync(join(folder, kubectl.command)))
  return own ?? (await builtProgram(kubectl, options))
}
