import * as z from 'zod'

const word = z.string().min(1, 'is empty')

const Metadata = z
  .looseObject({
    name: word,
    namespace: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
    uid: z.string().optional(),
    resourceVersion: z.string().optional(),
    generation: z.number().optional(),
  })
  .readonly()

/** Any object of the API: what all of them have, and whatever else it holds. */
export const KubernetesObject = z.looseObject({ apiVersion: word, kind: word, metadata: Metadata }).readonly()
export type KubernetesObject = z.infer<typeof KubernetesObject>

/** What names an object in the API. */
export interface Reference {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace?: string | undefined
  readonly name: string
}

export function referenceTo({ apiVersion, kind, metadata }: KubernetesObject): Reference {
  return { apiVersion, kind, namespace: metadata.namespace, name: metadata.name }
}

/** What stands at a path of mappings; undefined when there is nothing. */
export function valueAt(object: KubernetesObject, path: readonly string[]): unknown {
  return path.reduce(
    (inner: unknown, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
    object,
  )
}
