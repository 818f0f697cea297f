/** What applying an object would change, without what the server fills in, and without secrets. */
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { type Change, SENSITIVE, SENSITIVE_CHANGED } from '#toolkit/model/change.ts'
import { withReadableIntegers } from '#toolkit/model/exact-integer.ts'
import { ownersOwn } from '../ownership/owner.ts'
import { type Fields, type FieldValue, hasFields, sensitiveIn, withSecretsHidden } from '../secrets/secret.ts'

/** The server keeps these; nobody applies them. */
const serversOwn = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid']
const controllersOwn = [
  'deployment.kubernetes.io/revision',
  'kubectl.kubernetes.io/last-applied-configuration',
  ...ownersOwn,
]

function without(value: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}

/** The object as people wrote it: no status, no bookkeeping. */
export function clean(object: KubernetesObject): Fields {
  const { status: _status, ...written } = object
  const said = { ...written, metadata: without(object.metadata as Fields, serversOwn) }
  const { metadata, ...rest } = withReadableIntegers(said) as Fields & { readonly metadata: Fields } // parsed JSON of the API
  const annotations = hasFields(metadata['annotations'])
    ? without(metadata['annotations'], controllersOwn)
    : {}
  const { annotations: _old, ...others } = metadata
  return { ...rest, metadata: Object.keys(annotations).length === 0 ? others : { ...others, annotations } }
}

/** Only what differs: maps member by member, lists item by item when they have the same length. */
function differing(
  before: FieldValue | undefined,
  after: FieldValue | undefined,
): [FieldValue | undefined, FieldValue | undefined] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [undefined, undefined]
  if (hasFields(before) && hasFields(after)) {
    const left: Record<string, FieldValue> = {}
    const right: Record<string, FieldValue> = {}
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [a, b] = differing(before[key], after[key])
      if (a !== undefined) left[key] = a
      if (b !== undefined) right[key] = b
    }
    // Another order of the keys is no difference.
    const differs = Object.keys(left).length + Object.keys(right).length > 0
    return differs ? [left, right] : [undefined, undefined]
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const pairs = before.map((item, index) => differing(item, after[index]))
    if (pairs.every(([a, b]) => a === undefined && b === undefined)) return [undefined, undefined]
    return [pairs.map(([a]) => a ?? null), pairs.map(([, b]) => b ?? null)]
  }
  return [before, after]
}

/** What is in a Secret is never shown; whether it changes is. */
function shown(before: Fields, after: Fields): [Fields, Fields] {
  const changed = (value: FieldValue, other: FieldValue | undefined) =>
    JSON.stringify(value) === JSON.stringify(other) ? SENSITIVE : SENSITIVE_CHANGED
  return [withSecretsHidden(before), withSecretsHidden(after, before, changed)]
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
export function created(object: KubernetesObject): FieldValue {
  return withSecretsHidden(clean(object))
}

/** What is sensitive of what would go, in the shape of the object; undefined when nothing is. */
export function replacedSecrets(live: KubernetesObject, applied: KubernetesObject): FieldValue | undefined {
  const [before] = differing(sensitiveIn(clean(live)) ?? {}, sensitiveIn(clean(applied)) ?? {})
  return before
}
