/** What of an object is shown to nobody: whatever a Secret holds, wherever it stands in it. */
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { type Change, SENSITIVE } from '#toolkit/model/change.ts'

export type Json = Exclude<Change['before'], undefined>
export type Mapping = { readonly [key: string]: Json }

/** Of core/v1 Secret; a misspelt `stringdata` is a secret too until the API server refuses it. */
const shownFields: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'type', 'immutable'])

/** In these, tools keep the whole object as it was applied once, its values too. */
const copies: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'objectset.rio.cattle.io/applied',
  'kapp.k14s.io/original',
  'banzaicloud.com/last-applied',
])

/** Shorter values are found in ordinary words. */
const SHORTEST_COPIED = 8

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSecret({ apiVersion, kind }: Mapping): boolean {
  return groupKindOf({ apiVersion: String(apiVersion), kind: String(kind) }) === knownKinds.secret
}

function leaves(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves)
  if (isMapping(value)) return Object.values(value).flatMap(leaves)
  return value === null ? [] : [String(value)]
}

function valuesOf(secret: Mapping): string[] {
  return Object.entries(secret).flatMap(([field, value]) => {
    if (shownFields.has(field)) return []
    const plain = leaves(value)
    return field === 'data'
      ? plain.flatMap((text) => [text, Buffer.from(text, 'base64').toString('utf8')])
      : plain
  })
}

interface Metadata {
  readonly annotations?: Json
}

function annotationsOf(object: Mapping): Mapping {
  const { annotations } = (object['metadata'] ?? {}) as Metadata
  return isMapping(annotations) ? annotations : {}
}

function copiesIn(secret: Mapping): Mapping {
  const telling = valuesOf(secret).filter((value) => value.length >= SHORTEST_COPIED)
  const kept = Object.entries(annotationsOf(secret)).filter(
    ([name, text]) => copies.has(name) || telling.some((value) => String(text).includes(value)),
  )
  return Object.fromEntries(kept)
}

/** The sensitive part of an object, in its own shape; undefined when nothing of it is sensitive. */
export function sensitiveIn(object: Mapping): Mapping | undefined {
  if (!isSecret(object)) return undefined
  const annotations = copiesIn(object)
  const hidden = Object.fromEntries([
    ...Object.entries(object).filter(([field]) => !shownFields.has(field)),
    ...(Object.keys(annotations).length === 0 ? [] : [['metadata', { annotations }] as const]),
  ])
  return Object.keys(hidden).length === 0 ? undefined : hidden
}

/** @param stands for the value at a place of the object, by what another object has there */
type Stands = (value: Json, other: Json | undefined) => string

function hidden(value: Json, other: Json | undefined, stands: Stands): Json {
  if (!isMapping(value)) return stands(value, other)
  const others = isMapping(other) ? other : {}
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, stands(each, others[key])]))
}

/** The object with something else in place of what is sensitive. Which keys there are is shown. */
export function masked(object: Mapping, other: Mapping = {}, stands: Stands = () => SENSITIVE): Mapping {
  if (!isSecret(object)) return object
  const shown = Object.fromEntries(
    Object.entries(object).map(([field, value]) => [
      field,
      shownFields.has(field) ? value : hidden(value, other[field], stands),
    ]),
  )
  const annotations = copiesIn(object)
  if (Object.keys(annotations).length === 0) return shown
  const others = annotationsOf(other)
  const masks = Object.entries(annotations).map(([name, text]) => [name, stands(text, others[name])])
  const metadata = shown['metadata'] as Mapping
  return {
    ...shown,
    metadata: { ...metadata, annotations: { ...annotationsOf(object), ...Object.fromEntries(masks) } },
  }
}

/** The values of a Secret, plain and as they are sent, so that they can be masked wherever they turn up. */
export function secretsIn(object: KubernetesObject): string[] {
  const mapping = object as unknown as Mapping // parsed from YAML or JSON
  return isSecret(mapping) ? valuesOf(mapping) : []
}
