/** What applying an object would change, without what the server fills in, and without secrets. */
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { type Change, SENSITIVE, SENSITIVE_CHANGED } from '#toolkit/model/change.ts'
import { isMapping, type Json, type Mapping, masked, sensitiveIn } from './secret.ts'

/** The server keeps these; nobody applies them. */
const serversOwn = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid']
const controllersOwn = [
  'deployment.kubernetes.io/revision',
  'kubectl.kubernetes.io/last-applied-configuration',
]

function without(value: Mapping, keys: readonly string[]): Mapping {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}

/** The object as people wrote it: no status, no bookkeeping. */
function clean(object: KubernetesObject): Mapping {
  const { status: _status, ...rest } = object as unknown as Record<string, Json> // parsed JSON of the API
  const metadata = without(rest['metadata'] as Mapping, serversOwn)
  const annotations = isMapping(metadata['annotations'])
    ? without(metadata['annotations'], controllersOwn)
    : {}
  const { annotations: _old, ...others } = metadata
  return { ...rest, metadata: Object.keys(annotations).length === 0 ? others : { ...others, annotations } }
}

/** Only what differs: maps member by member, lists item by item when they have the same length. */
function differing(before: Json | undefined, after: Json | undefined): [Json | undefined, Json | undefined] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [undefined, undefined]
  if (isMapping(before) && isMapping(after)) {
    const left: Record<string, Json> = {}
    const right: Record<string, Json> = {}
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [a, b] = differing(before[key], after[key])
      if (a !== undefined) left[key] = a
      if (b !== undefined) right[key] = b
    }
    return [left, right]
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const pairs = before.map((item, index) => differing(item, after[index]))
    return [pairs.map(([a]) => a ?? null), pairs.map(([, b]) => b ?? null)]
  }
  return [before, after]
}

/** What is in a Secret is never shown; whether it changes is. */
function shown(before: Mapping, after: Mapping): [Mapping, Mapping] {
  const changed = (value: Json, other: Json | undefined) =>
    JSON.stringify(value) === JSON.stringify(other) ? SENSITIVE : SENSITIVE_CHANGED
  return [masked(before), masked(after, before, changed)]
}

/** `undefined` when nothing would change. */
export function difference(
  live: KubernetesObject,
  applied: KubernetesObject,
): Pick<Required<Change>, 'before' | 'after'> | undefined {
  const [before, after] = differing(...shown(clean(live), clean(applied)))
  return before === undefined && after === undefined
    ? undefined
    : { before: before ?? null, after: after ?? null }
}

/** A new object as it would be shown. */
export function created(object: KubernetesObject): Json {
  return masked(clean(object))
}

/** What is sensitive of what would go, in the shape of the object; undefined when nothing is. */
export function replacedSecrets(live: KubernetesObject, applied: KubernetesObject): Json | undefined {
  const [before] = differing(sensitiveIn(clean(live)) ?? {}, sensitiveIn(clean(applied)) ?? {})
  return before
}
