/**
 * Whom the API server asks beside itself before it takes an object: admission webhooks and policies. What they say may
 * change although nothing of the cluster does, and may be another thing to somebody else.
 */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { isNotFound, KubernetesError } from '#toolkit/kubernetes/error.ts'
import { groupOf } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, valueAt } from '#toolkit/kubernetes/object.ts'
import { isMapping } from '#toolkit/sources/node.ts'

const GROUP = 'admissionregistration.k8s.io'

/** The condition of `k8s/trust/dry-run`, which holds for nobody who may write. */
export const OF_PREVIEWS =
  'request.userInfo.groups.exists(group, group == "gha:preview" || group.startsWith("gha:preview:"))'

type Listing = Pick<KubernetesClient, 'list'> & {
  readonly discovery: Pick<KubernetesClient['discovery'], 'kinds'>
}

/** Which objects it is asked about, as `admissionregistration.k8s.io` writes it. */
type Rule = Readonly<Record<string, unknown>>

/** A binding by itself asks nobody, and a policy without one is as good as one with. */
function isExtension({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): boolean {
  return groupOf(apiVersion) === GROUP && !kind.endsWith('Binding')
}

function isOfPreviews(extension: KubernetesObject): boolean {
  const conditions = valueAt(extension, ['spec', 'matchConditions'])
  return (
    Array.isArray(conditions) &&
    conditions.some((each) => isMapping(each) && each['expression'] === OF_PREVIEWS)
  )
}

/** Undefined for a form that nobody here knows. */
function rulesOf(extension: KubernetesObject): readonly unknown[] | undefined {
  const { webhooks } = extension
  const lists = Array.isArray(webhooks)
    ? webhooks.map((webhook) => (isMapping(webhook) ? webhook['rules'] : undefined))
    : [valueAt(extension, ['spec', 'matchConstraints', 'resourceRules'])]
  return lists.every(Array.isArray) ? lists.flat() : undefined
}

/** What namespaces, labels, verbs and conditions leave out counts as asked about: they may change, and so may we. */
function covers({ apiGroups, resources }: Rule, group: string, plural: string): boolean {
  if (!Array.isArray(apiGroups) || !Array.isArray(resources)) return true
  const names = ['*', '*/*', plural, `${plural}/*`]
  return (
    (apiGroups.includes('*') || apiGroups.includes(group)) && resources.some((each) => names.includes(each))
  )
}

export interface Extensions {
  /** Whether one of them may have a say. @param plural of its kind, as in the API server's paths */
  mayBeAskedAbout(object: { readonly apiVersion: string }, plural: string): boolean
}

/**
 * @param released what comes with the release, and may be one of them
 * @returns undefined for an identity that may not see them all
 */
export async function extensionsOf(
  client: Listing,
  released: readonly KubernetesObject[],
): Promise<Extensions | undefined> {
  const kinds = (await client.discovery.kinds()).filter(isExtension)
  let listed: KubernetesObject[]
  try {
    listed = (await Promise.all(kinds.map((kind) => client.list(kind)))).flat()
  } catch (error) {
    if (error instanceof KubernetesError && (error.code === 'CLUSTER_FORBIDDEN' || isNotFound(error)))
      return undefined
    throw error
  }
  const rules = [...listed, ...released.filter(isExtension)]
    .filter((extension) => !isOfPreviews(extension))
    .map(rulesOf)
  return {
    mayBeAskedAbout: ({ apiVersion }, plural) =>
      rules.some(
        (known) =>
          known === undefined ||
          known.some((rule) => !isMapping(rule) || covers(rule, groupOf(apiVersion), plural)),
      ),
  }
}
