/** The kinds that a release itself defines. */
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'

/** A schema of a CustomResourceDefinition, as far as anybody here looks into it. */
export interface Schema {
  readonly [keyword: string]: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

export interface DefinedKind {
  readonly plural: string
  /** Undefined when the definition has none, which the API server refuses. */
  readonly schema: Schema | undefined
}

/** Of apiextensions.k8s.io/v1; nobody has checked it yet. */
interface Definition {
  readonly spec?: {
    readonly group?: string
    readonly names?: { readonly kind?: string; readonly plural?: string }
    readonly versions?: readonly {
      readonly name?: string
      readonly served?: boolean
      readonly schema?: { readonly openAPIV3Schema?: Schema }
    }[]
  }
}

/** By version and kind as the API is asked for them: `example.com/v1 Widget`. */
export function definedKinds(manifests: readonly CompleteManifest[]): ReadonlyMap<string, DefinedKind> {
  const definitions = manifests.filter(({ object }) => groupKindOf(object) === knownKinds.definition)
  return new Map(
    definitions.flatMap(({ object }) => {
      const { spec: { group, names, versions = [] } = {} } = object as Definition
      const plural = names?.plural ?? ''
      return versions
        .filter(({ served }) => served === true)
        .map(({ name, schema }) => [
          `${group}/${name} ${names?.kind}`,
          { plural, schema: schema?.openAPIV3Schema },
        ])
    }),
  )
}
