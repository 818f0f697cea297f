/** The objects that a folder or a kustomization describes, each with its place in the files. */
import { existsSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import * as z from 'zod'
import { addressesAmong, keyOf } from '../kubernetes/address.ts'
import { KubernetesObject, referenceTo } from '../kubernetes/object.ts'
import { Failure, throwIfAny } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import { filesUnder } from '../sources/files.ts'
import { type Manifest, manifestOf, type Reading, readDocuments } from './document.ts'
import { imageName, mapImages } from './image-override.ts'
import { kustomize, readKustomization } from './render.ts'

export interface Manifests {
  readonly manifests: readonly Manifest[]
  /** Path → text of every file that was read. */
  readonly files: Readonly<Record<string, string>>
}

const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

export function kustomizationIn(workspace: string, folder: string): string | undefined {
  return kustomizationNames
    .map((name) => posix.join(folder, name))
    .find((file) => existsSync(join(workspace, file)))
}

/** The objects of one file; a `List` is taken apart. */
export function readFile(reading: Reading, file: string): Manifest[] {
  return readDocuments(reading, file).flatMap((document) => {
    const parsed = KubernetesObject.safeParse(document.value)
    if (parsed.success) return [manifestOf(parsed.data, document)]
    reading.problems.push(
      new Failure({
        code: 'MANIFEST_INVALID',
        what: `This is no Kubernetes object: ${z.prettifyError(parsed.error).replace(/\s+/g, ' ')}.`,
        fix: 'Give it apiVersion, kind and metadata.name, or move the file out of the manifests.',
        source: document.locate([]),
      }),
    )
    return []
  })
}

/** A kustomization when the folder has one, else every YAML file in it and beneath it. */
export function readFolder(reading: Reading, path: string): Manifest[] {
  const absolute = join(reading.workspace, path)
  if (statSync(absolute).isFile()) return readFile(reading, path)
  const file = kustomizationIn(reading.workspace, path)
  if (file === undefined) {
    return filesUnder(reading.workspace, path, /\.ya?ml$/).flatMap((each) => readFile(reading, each))
  }
  const kustomization = readKustomization(reading, file)
  if (kustomization === undefined) return []
  return kustomize(
    kustomization,
    kustomization.resources.flatMap((resource) => readResource(reading, resource)),
  )
}

function readResource(reading: Reading, { path, source }: { path: string; source: Source }): Manifest[] {
  if (existsSync(join(reading.workspace, path))) return readFolder(reading, path)
  reading.problems.push(
    new Failure({
      code: 'MANIFEST_MISSING',
      what: `${path} does not exist.`,
      fix: 'Correct the path, or add the file.',
      source,
    }),
  )
  return []
}

/** @throws Failures of everything that is wrong with the files */
export function readManifests(workspace: string, path: string): Manifests {
  const reading: Reading = { workspace, files: {}, problems: [] }
  const normal = posix.normalize(path).replace(/\/$/, '')
  if (!existsSync(join(workspace, normal))) {
    throw new Failure({
      code: 'MANIFEST_MISSING',
      what: `The manifests ${path} do not exist.`,
      fix: 'Check out the repository first, or correct `manifests:`.',
    })
  }
  const rendered = readFolder(reading, normal)
  const addressOf = addressesAmong(rendered.map(({ object }) => referenceTo(object)))
  const manifests = rendered.map((manifest) => ({
    ...manifest,
    address: addressOf(referenceTo(manifest.object)),
  }))
  const seen = new Map<string, Manifest>()
  for (const manifest of manifests) {
    const key = keyOf(referenceTo(manifest.object))
    const other = seen.get(key)
    if (other === undefined) seen.set(key, manifest)
    else {
      reading.problems.push(
        new Failure({
          code: 'MANIFEST_DUPLICATE',
          what: `${manifest.address} is also in ${other.source.file}:${other.source.line}.`,
          fix: 'Keep one of them.',
          source: manifest.source,
        }),
      )
    }
  }
  throwIfAny(reading.problems)
  return { manifests, files: reading.files }
}

/** @param images container image name → reference by digest, put in place of whatever the manifests say */
export function withImages(given: Manifests, images: ReadonlyMap<string, string>): Manifests {
  if (images.size === 0) return given
  const replace = (image: string) => images.get(imageName(image)) ?? image
  return {
    ...given,
    manifests: given.manifests.map((manifest) => ({
      ...manifest,
      object: mapImages(manifest.object, replace),
    })),
  }
}
