/** What a release defines itself, before the cluster serves it. */
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'

/** The kinds that this release itself defines, with their plurals. */
export function definedKinds(manifests: readonly CompleteManifest[]): ReadonlyMap<string, string> {
  interface Definition {
    readonly spec?: {
      readonly group: string
      readonly names?: { readonly kind: string; readonly plural?: string }
      readonly versions: readonly { readonly name: string }[]
    }
  }
  const definitions = manifests.filter(({ object }) => groupKindOf(object) === knownKinds.definition)
  return new Map(
    definitions.flatMap(({ object }) => {
      const { spec } = object as Definition // apiextensions.k8s.io/v1
      const plural = spec?.names?.plural ?? ''
      return (spec?.versions ?? []).map(
        ({ name }) => [`${spec?.group}/${name} ${spec?.names?.kind}`, plural] as const,
      )
    }),
  )
}
