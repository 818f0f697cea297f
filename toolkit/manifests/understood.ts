/**
 * The part of kustomize that only brings files together and sets what belongs to a place: resources, namespace,
 * labels and images. Whatever else a kustomization asks for, kustomize itself renders.
 */
import * as z from 'zod'
import { type GroupKind, groupKindOf } from '../kubernetes/kinds.ts'
import { isMapping, type Node } from '../sources/node.ts'
import { mapImages, overridden } from './image.ts'
import type { Kustomization } from './kustomization.ts'
import { type CompleteManifest, completeManifest } from './manifest.ts'
import { workloadOf } from './workload.ts'

const Understood = z.strictObject({
  apiVersion: z.string().optional(),
  kind: z.string().optional(),
  resources: z.array(z.string()).optional(),
  namespace: z.string().optional(),
  labels: z
    .array(
      z.strictObject({
        pairs: z.record(z.string(), z.string()),
        includeSelectors: z.literal(false).optional(),
      }),
    )
    .optional(),
  images: z
    .array(
      z.strictObject({
        name: z.string(),
        newName: z.string().optional(),
        newTag: z.string().optional(),
        digest: z.string().optional(),
      }),
    )
    .optional(),
})

/** Kinds whose own fields kustomize changes with the namespace. */
const spokenOf: ReadonlySet<GroupKind> = new Set([
  'Namespace',
  'RoleBinding.rbac.authorization.k8s.io',
  'ClusterRoleBinding.rbac.authorization.k8s.io',
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
  'MutatingWebhookConfiguration.admissionregistration.k8s.io',
  'APIService.apiregistration.k8s.io',
])

/** Whether a kustomization says nothing but what is understood. */
export function isUnderstood({ value }: Node): boolean {
  return Understood.safeParse(value).success
}

/** Annotations that are meant for kustomize, such as that an object is only for people's own machines. */
function isMarked({ object }: CompleteManifest): boolean {
  const { annotations } = object.metadata
  return Object.keys(annotations ?? {}).some((key) => /(^|\.)config\.(kubernetes|k8s)\.io\//.test(key))
}

/** Whether an object has containers where only kustomize sees them. */
function hidesContainers(manifest: CompleteManifest): boolean {
  const listed = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + listed(item), 0)
    if (!isMapping(value)) return 0
    return Object.entries(value).reduce(
      (sum, [key, member]) => sum + (/^(init|ephemeral)?containers$/i.test(key) ? 1 : 0) + listed(member),
      0,
    )
  }
  const pod = workloadOf(manifest)?.pod
  const own = ['containers', 'initContainers'].filter((key) => pod?.get(key).value !== undefined)
  return listed(manifest.object) !== own.length
}

/** A definition does where a webhook converts its objects. */
function speaksOfNamespaces({ object, node }: CompleteManifest): boolean {
  return spokenOf.has(groupKindOf(object)) || node.get('spec', 'conversion').value !== undefined
}

/** Whether our own reading of these files is what kustomize makes of them. */
export function meansTheSame(
  manifests: readonly CompleteManifest[],
  kustomizations: readonly Node[],
): boolean {
  const says = (key: string) => kustomizations.some((each) => each.get(key).value !== undefined)
  if (manifests.some(isMarked)) return false
  if (says('images') && manifests.some(hidesContainers)) return false
  return !says('namespace') || !manifests.some(speaksOfNamespaces)
}

/** The namespace is set on what is outside of namespaces too; it is taken away when all that is released is known. */
function withMetadata(
  { node, object }: CompleteManifest,
  { namespace, labels }: Kustomization,
): CompleteManifest {
  const metadata = {
    ...object.metadata,
    ...(namespace === undefined ? {} : { namespace }),
    ...(Object.keys(labels).length === 0 ? {} : { labels: { ...object.metadata.labels, ...labels } }),
  }
  return completeManifest(node.replace(['metadata'], metadata))
}

/** The manifests as the kustomization makes them, which asks for nothing that is not supported. */
export function kustomize(
  kustomization: Kustomization,
  manifests: readonly CompleteManifest[],
): readonly CompleteManifest[] {
  const { namespace, labels, images } = kustomization
  if (namespace === undefined && Object.keys(labels).length === 0 && images.length === 0) return manifests
  return manifests.map((manifest) =>
    mapImages(withMetadata(manifest, kustomization), (image) => overridden(image, kustomization.images)),
  )
}
