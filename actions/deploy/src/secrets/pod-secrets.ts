/** What a pod is given as secret, masked before its log is shown: it may print whatever it knows. */
import type { Reader } from '#toolkit/kubernetes/diagnose.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { type Reference, valueAt } from '#toolkit/kubernetes/object.ts'
import type { World } from '#toolkit/world/world.ts'
import { secretValuesOf } from './secret-values.ts'

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** How a pod refers to Secrets, by the key that the reference stands under, and the key of the name in it. */
const references: Readonly<Record<string, string>> = {
  secretKeyRef: 'name',
  secretRef: 'name',
  secret: 'secretName',
}

/** Names of the Secrets that a specification refers to, wherever that is: variables, volumes, projected volumes. */
function secretNamesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(secretNamesIn)
  if (!isFields(value)) return []
  return Object.entries(value).flatMap(([key, member]) => {
    const nameKey = references[key]
    if (nameKey === undefined || !isFields(member)) return secretNamesIn(member)
    // In a projected volume it is called `name` as well.
    const name = member[nameKey] ?? member['name']
    return typeof name === 'string' ? [name] : []
  })
}

/** @returns whether all of them are known: one that is not there has told the pod nothing */
export async function maskPodSecrets(
  client: Pick<Reader, 'get'>,
  { namespace, name }: Reference,
  { redactor }: Pick<World, 'redactor'>,
): Promise<boolean> {
  const read = (kind: string, each: string) =>
    client.get({ apiVersion: 'v1', kind, namespace, name: each }).catch((error: unknown) => {
      if (error instanceof KubernetesError) return error
      throw error
    })
  const pod = await read('Pod', name)
  if (pod === undefined || pod instanceof KubernetesError) return false
  const names = [...new Set(secretNamesIn(valueAt(pod, ['spec'])))]
  const known = await Promise.all(
    names.map(async (each) => {
      const secret = await read('Secret', each)
      if (secret instanceof KubernetesError) return false
      if (secret !== undefined)
        for (const { name: key, value } of secretValuesOf(secret)) redactor.addSensitive(value, key)
      return true
    }),
  )
  return known.every((each) => each)
}

const WITHHELD =
  'its log is withheld: a Secret of the pod cannot be read, so nobody knows what in it is secret'

/** Lines of a container's evidence, without those of its log when they cannot be masked. */
export function tellableLines(lines: readonly string[], isMasked: boolean): readonly string[] {
  if (isMasked) return lines
  const rest = lines.filter((line) => !line.startsWith('log: '))
  return rest.length === lines.length ? lines : [...rest, WITHHELD]
}
