/** What in objects is secret, masked before anything that could quote it is asked for. */
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { namesSecret } from '#toolkit/redact/names.ts'
import type { World } from '#toolkit/world/world.ts'

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
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The values of a Secret, plain and as it holds them. */
function* inSecret({ data, stringData }: Readonly<Record<string, unknown>>): Generator<NamedValue> {
  for (const [name, value] of membersOf(stringData)) yield { name, value: textOf(value) }
  for (const [name, value] of membersOf(data)) {
    const text = textOf(value)
    const decoded = Buffer.from(text, 'base64')
    // What is no base64 is refused by the server, and quoted.
    const isBase64 = decoded.toString('base64') === text.replace(/\s/g, '')
    yield { name, value: isBase64 ? decoded.toString('utf8') : text }
  }
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
    for (const [name, value] of membersOf(fields['data']))
      if (namesSecret(name)) yield { name, value: textOf(value) }
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
