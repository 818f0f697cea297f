/** The objects that a folder or a kustomization describes, each with its place in the files. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import * as z from 'zod'
import { addressOf, KubernetesObject, referenceTo } from '../kubernetes/object.ts'
import { Failure, failuresIn } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import { filesUnder } from '../sources/files.ts'
import { readYaml, type YamlDocument } from '../sources/yaml.ts'
import { kustomize, readKustomization } from './render.ts'

export interface Manifest {
  readonly object: KubernetesObject
  /** `onex-dev/Deployment/onex-api` */
  readonly address: string
  /** Where the object begins. */
  readonly source: Source
  /** Where a field of it stands, or the nearest enclosing one. */
  locate(path: readonly (string | number)[]): Source
}

export interface Manifests {
  readonly manifests: readonly Manifest[]
  /** Path → text of every file that was read. */
  readonly files: Readonly<Record<string, string>>
  readonly problems: readonly Failure[]
}

const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

export function kustomizationIn(workspace: string, folder: string): string | undefined {
  return kustomizationNames
    .map((name) => posix.join(folder, name))
    .find((file) => existsSync(join(workspace, file)))
}

/** The reader of one run: collects what is read and what is wrong. */
export interface Reading {
  readonly workspace: string
  readonly files: Record<string, string>
  readonly problems: Failure[]
}

export function readDocuments(reading: Reading, file: string): readonly YamlDocument[] {
  try {
    const text = readFileSync(join(reading.workspace, file), 'utf8')
    reading.files[file] = text
    return readYaml(text, file)
  } catch (error) {
    const known = failuresIn(error)
    if (known.length === 0) throw error
    reading.problems.push(...known)
    return []
  }
}

export function manifestOf(object: KubernetesObject, document: YamlDocument): Manifest {
  return {
    object,
    address: addressOf(referenceTo(object)),
    source: document.locate([]),
    locate: document.locate,
  }
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

/** @param images container image name → reference by digest, put in place of whatever the manifests say */
export function readManifests(
  workspace: string,
  path: string,
  images: ReadonlyMap<string, string>,
): Manifests {
  const reading: Reading = { workspace, files: {}, problems: [] }
  const normal = posix.normalize(path).replace(/\/$/, '')
  if (!existsSync(join(workspace, normal))) {
    const failure = new Failure({
      code: 'MANIFEST_MISSING',
      what: `The manifests ${path} do not exist.`,
      fix: 'Check out the repository first, or correct `manifests:`.',
    })
    return { manifests: [], files: {}, problems: [failure] }
  }
  const manifests = readFolder(reading, normal).map((manifest) => withImages(manifest, images))
  const seen = new Map<string, Manifest>()
  for (const manifest of manifests) {
    const key = `${manifest.object.apiVersion} ${manifest.address}`
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
  return { manifests, files: reading.files, problems: reading.problems }
}

/** The name of an image reference, without tag and digest. */
export function imageName(reference: string): string {
  const [withoutDigest = ''] = reference.split('@')
  const slash = withoutDigest.lastIndexOf('/')
  const colon = withoutDigest.indexOf(':', slash + 1)
  return colon === -1 ? withoutDigest : withoutDigest.slice(0, colon)
}

/** The object with every `image:` of a container replaced that `replace` knows. */
export function mapImages(object: KubernetesObject, replace: (image: string) => string): KubernetesObject {
  const visit = (value: unknown, within: string): unknown => {
    if (Array.isArray(value)) {
      const containers = within === 'containers' || within === 'initContainers'
      return value.map((item) => {
        const visited = visit(item, '')
        if (!containers || typeof visited !== 'object' || visited === null || !('image' in visited))
          return visited
        return typeof visited.image === 'string' ? { ...visited, image: replace(visited.image) } : visited
      })
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, visit(member, key)]))
    }
    return value
  }
  return visit(object, '') as KubernetesObject // same shape: only texts were replaced
}

function withImages(manifest: Manifest, images: ReadonlyMap<string, string>): Manifest {
  if (images.size === 0) return manifest
  return { ...manifest, object: mapImages(manifest.object, (image) => images.get(imageName(image)) ?? image) }
}
