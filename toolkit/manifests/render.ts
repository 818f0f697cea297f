/**
 * The part of kustomize that only brings files together and sets what belongs to a place: resources, namespace,
 * labels and images. Whatever else a kustomization asks for is refused, so that nothing is silently left out.
 */
import * as z from 'zod'
import { Failure } from '../model/failure.ts'
import { mismatch } from '../model/mismatch.ts'
import { mapImages, overridden } from './image.ts'
import type { Kustomization } from './kustomization.ts'
import { type CompleteManifest, completeManifest } from './manifest.ts'

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

/** What a kustomization asks for that is not rendered. */
export function unsupportedIn({ node, remote }: Kustomization): Failure[] {
  const unsupported = (what: string, { source }: Pick<Failure, 'source'>) =>
    new Failure({
      code: 'KUSTOMIZATION_UNSUPPORTED',
      what,
      why: 'Understood are resources, namespace, labels (without selectors) and images.',
      fix: 'Write it with these, or render it with kustomize first and pass the folder of what came out.',
      ...(source === undefined ? {} : { source }),
    })
  const issues = Understood.safeParse(node.value).error?.issues ?? []
  return [
    ...issues.map((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
      const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
      return unsupported(
        unknown.length > 0
          ? `This kustomization uses ${unknown.join(', ')}.`
          : `In this kustomization ${mismatch({ issues: [issue] }, node.value)}.`,
        node.get(...path, ...unknown.slice(0, 1)),
      )
    }),
    ...remote.map((each) =>
      unsupported(`This kustomization includes ${each.text}, which is not in this repository.`, each),
    ),
  ]
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
