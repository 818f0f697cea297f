/** What applying an object would change, without what the server fills in, and without secrets. */
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { type Change, SENSITIVE } from '#toolkit/model/change.ts'

type Json = Exclude<Change['before'], undefined>
type Mapping = { readonly [key: string]: Json }

/** A secret that would be another one afterwards; nothing else can be told from it. */
export const CHANGED = '(sensitive, changed)'

/** The server keeps these; nobody applies them. */
const serversOwn = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid']
const controllersOwn = [
  'deployment.kubernetes.io/revision',
  'kubectl.kubernetes.io/last-applied-configuration',
]

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

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

function isSecret({ apiVersion, kind }: Mapping): boolean {
  return groupKindOf({ apiVersion: String(apiVersion), kind: String(kind) }) === knownKinds.secret
}

/** A Secret's values are never shown; whether they change is. */
function masked(before: Mapping, after: Mapping): [Mapping, Mapping] {
  if (!isSecret(after)) return [before, after]
  const hide = (values: Json | undefined, other: Json | undefined, changed: string) =>
    isMapping(values)
      ? Object.fromEntries(
          Object.entries(values).map(([key, value]) => [
            key,
            isMapping(other) && other[key] === value ? SENSITIVE : changed,
          ]),
        )
      : values
  const side = (own: Mapping, other: Mapping, changed: string): Mapping => ({
    ...own,
    ...(own['data'] === undefined ? {} : { data: hide(own['data'], other['data'], changed) as Json }),
    ...(own['stringData'] === undefined
      ? {}
      : { stringData: hide(own['stringData'], other['stringData'], changed) as Json }),
  })
  return [side(before, after, SENSITIVE), side(after, before, CHANGED)]
}

/** `undefined` when nothing would change. */
export function difference(
  live: KubernetesObject,
  applied: KubernetesObject,
): { readonly before: Json; readonly after: Json } | undefined {
  const [before, after] = differing(...masked(clean(live), clean(applied)))
  return before === undefined && after === undefined
    ? undefined
    : { before: before ?? null, after: after ?? null }
}

/** A new object as it would be shown. */
export function created(object: KubernetesObject): Json {
  const whole = clean(object)
  return masked(whole, whole)[1]
}
