/** What somebody has said of an object that no release may delete. */
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'

/** Ours, and that of what came from Helm. */
const keeping = [
  ['omninode.io/prune', 'keep'],
  ['helm.sh/resource-policy', 'keep'],
] as const

export function isKept({ metadata }: KubernetesObject): boolean {
  return keeping.some(([name, value]) => metadata.annotations?.[name] === value)
}
