/** A reader that asks once, and is told from then on: one watch for each kind and namespace that is looked at again and again. */
import { isAwaited } from '#toolkit/kubernetes/health/index.ts'
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import { Mirror, type Watchable } from '#toolkit/kubernetes/mirror.ts'
import { type KubernetesObject, valueAt } from '#toolkit/kubernetes/object.ts'
import type { Reader } from '#toolkit/kubernetes/reader.ts'

type Typed = { readonly apiVersion: string; readonly kind: string }

/** What of Kubernetes' own is looked at beside what is waited for. */
const beside: ReadonlySet<string> = new Set([knownKinds.pod, knownKinds.replicaSet, knownKinds.event])

/** `a=1,b=2` of labels, or of fields. */
function pairsIn(selector: string | undefined): [string, string][] {
  const pairs = (selector ?? '').split(',').filter((pair) => pair !== '')
  return pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
}

/** A reader that tells when a look is worth while. */
export interface ToldReader extends Reader {
  /** Resolves when something of what was looked at has changed since this was asked. */
  changed(): Promise<void>
}

/** @param given ends with the watches: whoever gets the reader is done when it is over */
export async function watching<T>(
  client: Reader & Watchable,
  given: AbortSignal,
  work: (reader: ToldReader) => Promise<T>,
): Promise<T> {
  const ended = new AbortController()
  const signal = AbortSignal.any([given, ended.signal])
  const mirrors = new Map<string, Mirror>()
  let waiting: (() => void)[] = []
  const tell = () => {
    const told = waiting
    waiting = []
    for (const each of told) each()
  }
  const mirrored = async (type: Typed, namespace: string | undefined) => {
    const groupKind = groupKindOf(type)
    if (namespace === undefined || !(isAwaited(groupKind) || beside.has(groupKind))) return undefined
    const key = `${type.apiVersion} ${type.kind} ${namespace}`
    const mirror = mirrors.get(key) ?? new Mirror(client, type, { namespace }, signal, tell)
    mirrors.set(key, mirror)
    return mirror.objects()
  }
  try {
    return await work({
      get: async (reference) => {
        const objects = await mirrored(reference, reference.namespace)
        return objects === undefined ? client.get(reference) : objects.get(reference.name)
      },
      list: async (type, options = {}) => {
        const objects = await mirrored(type, options.namespace)
        if (objects === undefined) return client.list(type, options)
        const labels = pairsIn(options.labels)
        const fields = pairsIn(options.fields)
        const isMeant = (object: KubernetesObject) =>
          labels.every(([key, value]) => object.metadata.labels?.[key] === value) &&
          fields.every(([path, value]) => valueAt(object, path.split('.')) === value)
        return [...objects.values()].filter(isMeant)
      },
      logs: (pod, container, options) => client.logs(pod, container, options),
      changed: () => new Promise((resolve) => waiting.push(resolve)),
    })
  } finally {
    ended.abort()
  }
}
