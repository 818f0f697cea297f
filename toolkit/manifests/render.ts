/**
 * The part of kustomize that only brings files together and sets what belongs to a place: resources, namespace,
 * labels and images. Whatever else a kustomization asks for is refused, so that nothing is silently left out.
 */
import { posix } from 'node:path'
import * as z from 'zod'
import { addressOf } from '../kubernetes/address.ts'
import { type KubernetesObject, referenceTo } from '../kubernetes/object.ts'
import { Failure } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import { type Manifest, type Reading, readDocuments } from './document.ts'
import { imageName, mapImages } from './image-override.ts'

const Kustomization = z.strictObject({
  apiVersion: z.string().optional(),
  kind: z.string().optional(),
  resources: z.array(z.string()).default([]),
  namespace: z.string().optional(),
  labels: z
    .array(
      z.strictObject({
        pairs: z.record(z.string(), z.string()),
        includeSelectors: z.literal(false).optional(),
      }),
    )
    .default([]),
  images: z
    .array(
      z.strictObject({
        name: z.string(),
        newName: z.string().optional(),
        newTag: z.string().optional(),
        digest: z.string().optional(),
      }),
    )
    .default([]),
})

export interface KustomizationFile extends Omit<z.output<typeof Kustomization>, 'resources'> {
  readonly resources: readonly { readonly path: string; readonly source: Source }[]
}

export function readKustomization(reading: Reading, file: string): KustomizationFile | undefined {
  const [document] = readDocuments(reading, file)
  if (document === undefined) return undefined
  const parsed = Kustomization.safeParse(document.value)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
      const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
      reading.problems.push(
        new Failure({
          code: 'KUSTOMIZATION_UNSUPPORTED',
          what:
            unknown.length > 0
              ? `This kustomization uses ${unknown.join(', ')}.`
              : `${path.join('.')}: ${issue.message}.`,
          why: 'Understood are resources, namespace, labels (without selectors) and images.',
          fix: 'Write it with these, or render it with kustomize first and pass the folder of what came out.',
          source: document.locate(unknown[0] === undefined ? path : [...path, unknown[0]]),
        }),
      )
    }
    return undefined
  }
  const folder = posix.dirname(file)
  return {
    ...parsed.data,
    resources: parsed.data.resources.map((resource, index) => ({
      path: posix.normalize(posix.join(folder, resource)).replace(/\/$/, ''),
      source: document.locate(['resources', index]),
    })),
  }
}

/** Kinds outside of namespaces; a kustomization's namespace does not touch them. */
const clusterKinds = new Set([
  'APIService',
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
])

function withMetadata(object: KubernetesObject, { namespace, labels }: KustomizationFile): KubernetesObject {
  const pairs = Object.assign({}, ...labels.map((each) => each.pairs))
  const metadata = {
    ...object.metadata,
    ...(namespace === undefined || clusterKinds.has(object.kind) ? {} : { namespace }),
    ...(Object.keys(pairs).length === 0 ? {} : { labels: { ...object.metadata.labels, ...pairs } }),
  }
  return { ...object, metadata }
}

export function kustomize(kustomization: KustomizationFile, manifests: readonly Manifest[]): Manifest[] {
  const overrides = new Map(kustomization.images.map((image) => [image.name, image]))
  const replace = (image: string) => {
    const override = overrides.get(imageName(image))
    if (override === undefined) return image
    const name = override.newName ?? override.name
    if (override.digest !== undefined) return `${name}@${override.digest}`
    return override.newTag === undefined
      ? `${name}${image.slice(imageName(image).length)}`
      : `${name}:${override.newTag}`
  }
  return manifests.map((manifest) => {
    const object = mapImages(withMetadata(manifest.object, kustomization), replace)
    return { ...manifest, object, address: addressOf(referenceTo(object)) }
  })
}
