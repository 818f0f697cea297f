/** What of an object is shown to nobody: whatever a Secret holds, wherever it stands in it. */
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import { type Change, SENSITIVE } from '#toolkit/model/change.ts'

export type FieldValue = Exclude<Change['before'], undefined>
export type Fields = { readonly [key: string]: FieldValue }

/** Of core/v1 Secret; a misspelt `stringdata` is a secret too until the API server refuses it. */
export const shownFields: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'type',
  'immutable',
])

/** In these, tools keep the whole object as it was applied once, its values too. */
const copies: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'objectset.rio.cattle.io/applied',
  'kapp.k14s.io/original',
  'banzaicloud.com/last-applied',
])

/** Shorter values are found in ordinary words. */
const SHORTEST_COPIED = 8

export function hasFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSecret({ apiVersion, kind }: Fields): boolean {
  return groupKindOf({ apiVersion: String(apiVersion), kind: String(kind) }) === knownKinds.secret
}

function leaves(value: FieldValue): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves)
  if (hasFields(value)) return Object.values(value).flatMap(leaves)
  return value === null ? [] : [String(value)]
}

function valuesOf(secret: Fields): string[] {
  return Object.entries(secret).flatMap(([field, value]) => {
    if (shownFields.has(field)) return []
    const plain = leaves(value)
    return field === 'data'
      ? plain.flatMap((text) => [text, Buffer.from(text, 'base64').toString('utf8')])
      : plain
  })
}

interface Metadata {
  readonly annotations?: FieldValue
}

function annotationsOf(object: Fields): Fields {
  const { annotations } = (object['metadata'] ?? {}) as Metadata
  return hasFields(annotations) ? annotations : {}
}

function copiesIn(secret: Fields): Fields {
  const telling = valuesOf(secret).filter((value) => value.length >= SHORTEST_COPIED)
  const kept = Object.entries(annotationsOf(secret)).filter(
    ([name, text]) => copies.has(name) || telling.some((value) => String(text).includes(value)),
  )
  return Object.fromEntries(kept)
}

/** The sensitive part of an object, in its own shape; undefined when nothing of it is sensitive. */
export function sensitiveIn(object: Fields): Fields | undefined {
  if (!isSecret(object)) return undefined
  const annotations = copiesIn(object)
  const hidden = Object.fromEntries([
    ...Object.entries(object).filter(([field]) => !shownFields.has(field)),
    ...(Object.keys(annotations).length === 0 ? [] : [['metadata', { annotations }] as const]),
  ])
  return Object.keys(hidden).length === 0 ? undefined : hidden
}

/** @param stands for the value at a place of the object, by what another object has there */
type Stands = (value: FieldValue, other: FieldValue | undefined) => string

function hidden(value: FieldValue, other: FieldValue | undefined, stands: Stands): FieldValue {
  if (!hasFields(value)) return stands(value, other)
  const others = hasFields(other) ? other : {}
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, stands(each, others[key])]))
}

/** The object with something else in place of what is sensitive. Which keys there are is shown. */
export function withSecretsHidden(
  object: Fields,
  other: Fields = {},
  stands: Stands = () => SENSITIVE,
): Fields {
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
  const metadata = shown['metadata'] as Fields
  return {
    ...shown,
    metadata: { ...metadata, annotations: { ...annotationsOf(object), ...Object.fromEntries(masks) } },
  }
}
