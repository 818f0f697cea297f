/** The values by which configuration reaches a process: environment, ConfigMaps, arguments. */

import type { Workload } from '#toolkit/manifests/workload.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { Node } from '#toolkit/sources/node.ts'
import type { Repository } from './repository.ts'

export interface Setting {
  /** The variable or key; empty for an argument. */
  readonly name: string
  /** With the container's own literal variables put in for `$(NAME)`. */
  readonly value: string
  /** `onex-dev/Deployment/onex-api container api env DB_URL` */
  readonly subject: string
  readonly source: Source
  /** The pod that it is for, where that is known. */
  readonly workload: Workload | undefined
}

/** Characters that references add to a value; what is longer is no address. */
const LONGEST_EXPANSION = 1_000

/** Kubernetes puts in the variables that stand above; `$$(` is a plain `$(`. */
function expand(text: string, known: ReadonlyMap<string, string>): string {
  let length = 0
  return text.replace(/\$\$|\$\(([^()]+)\)/g, (whole, name) => {
    if (whole === '$$') return '$'
    const value = known.get(name)
    length += value?.length ?? 0
    // Variables that hold each other twice over double with each.
    return value === undefined || length > LONGEST_EXPANSION ? whole : value
  })
}

function* settingsOfWorkload(workload: Workload): Generator<Setting> {
  const { manifest, containers } = workload
  for (const { label, node } of containers) {
    const known = new Map<string, string>()
    const about = `${manifest.address} ${label}`
    for (const variable of node.get('env').items()) {
      const name = variable.get('name').text
      const literal = variable.get('value')
      if (name === undefined || literal.text === undefined) continue
      const value = expand(literal.text, known)
      known.set(name, value)
      yield { name, value, subject: `${about} env ${name}`, source: literal.source, workload }
    }
    for (const list of ['command', 'args'] as const) {
      for (const [index, { text, source }] of node.get(list).items().entries()) {
        if (text === undefined) continue
        yield { name: '', value: expand(text, known), subject: `${about} ${list} ${index}`, source, workload }
      }
    }
  }
}

function literalSetting({ text = '', source }: Node, kind: string): Setting {
  const equals = text.indexOf('=')
  const name = text.slice(0, Math.max(0, equals))
  return { name, value: text.slice(equals + 1), subject: `${kind} ${name}`, source, workload: undefined }
}

/** All settings in the manifests. A ConfigMap's value of several lines is a file, and none. */
export function* settingsIn({ manifests, workloads, kustomizations }: Repository): Generator<Setting> {
  for (const workload of workloads) yield* settingsOfWorkload(workload)
  for (const { group, kind, address, node } of manifests) {
    if (group !== '' || kind !== 'ConfigMap') continue
    for (const [name, { text, source }] of node.get('data').members()) {
      if (text === undefined || text.trim().includes('\n')) continue
      yield { name, value: text.trim(), subject: `${address} ${name}`, source, workload: undefined }
    }
  }
  for (const { configLiterals } of kustomizations)
    for (const literal of configLiterals) yield literalSetting(literal, 'configMapGenerator')
}
