/** What in objects is secret, masked before anything that could quote it is asked for. */
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { namesSecret } from '#toolkit/redact/names.ts'
import type { World } from '#toolkit/world/world.ts'
import { shownFields } from './secret.ts'

interface NamedValue {
  readonly name: string
  readonly value: string
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function membersOf(value: unknown): (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value) : []
}

/** A value that is no text, such as a number, is refused by the server, which then quotes it. */
function* leaves(name: string, value: unknown, read = (text: string) => text): Generator<NamedValue> {
  if (Array.isArray(value)) for (const item of value) yield* leaves(name, item, read)
  else if (isRecord(value))
    for (const [key, member] of Object.entries(value)) yield* leaves(key, member, read)
  else if (typeof value === 'string') yield { name, value: read(value) }
  else if (value !== null && value !== undefined) yield { name, value: String(value) }
}

/** As it is when it is decoded; what is no base64 is refused by the server, and quoted. */
function decoded(text: string): string {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text.replace(/\s/g, '') ? bytes.toString('utf8') : text
}

/** The values of a Secret, plain: of whatever field, because a misspelt one is refused only by the server. */
function* inSecret(secret: Readonly<Record<string, unknown>>): Generator<NamedValue> {
  for (const [field, held] of Object.entries(secret))
    if (!shownFields.has(field)) yield* leaves(field, held, field === 'data' ? decoded : undefined)
}

/** What is written out under a name that says that it is a secret: variables of containers, keys of a ConfigMap. */
function* writtenOut(value: unknown): Generator<NamedValue> {
  if (Array.isArray(value)) for (const item of value) yield* writtenOut(item)
  if (!isRecord(value)) return
  const { name, value: text } = value
  if (typeof name === 'string' && typeof text === 'string' && namesSecret(name)) yield { name, value: text }
  for (const member of Object.values(value)) yield* writtenOut(member)
}

export function* secretValuesOf(object: KubernetesObject): Generator<NamedValue> {
  const fields = object as unknown as Readonly<Record<string, unknown>> // parsed from YAML or JSON
  if (groupKindOf(object) === knownKinds.secret) yield* inSecret(fields)
  else if (fields['kind'] === 'ConfigMap')
    for (const [name, value] of membersOf(fields['data'])) if (namesSecret(name)) yield* leaves(name, value)
  yield* writtenOut(fields['spec'])
}

/** The names of the objects stay readable, although a Secret may hold one of them. */
export function maskSecrets(
  objects: readonly KubernetesObject[],
  { redactor }: Pick<World, 'redactor'>,
): void {
  redactor.addIdentifiers(
    objects.flatMap(({ kind, metadata: { name, namespace } }) =>
      [kind, name, namespace].filter((each) => each !== undefined),
    ),
  )
  for (const object of objects)
    for (const { name, value } of secretValuesOf(object)) redactor.addSensitive(value, name)
}
