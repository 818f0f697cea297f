/** The objects that a folder or a kustomization describes, each with its place in the files. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { addressesAmong } from '../kubernetes/address.ts'
import { scopesAmong } from '../kubernetes/scope.ts'
import { Failure, failuresIn, throwIfAny } from '../model/failure.ts'
import { filesUnder } from '../sources/files.ts'
import { readYaml, type YamlDocument } from '../sources/yaml.ts'
import { mapImages, parseImage } from './image.ts'
import { type Included, kustomizationIn, kustomizationOf } from './kustomization.ts'
import {
  type CompleteManifest,
  completeManifest,
  duplicatesAmong,
  objectsIn,
  placedManifest,
} from './manifest.ts'
import { kustomize, unsupportedIn } from './render.ts'

export interface Manifests {
  readonly manifests: readonly CompleteManifest[]
  /** Path → text of every file that was read. */
  readonly files: Readonly<Record<string, string>>
}

/** Collects what is read, and what is wrong with it. */
interface Reading {
  readonly workspace: string
  readonly files: Record<string, string>
  readonly problems: Failure[]
}

/** What comes of it; nothing when it fails, which is a problem then. */
function attempt<T>(reading: Reading, work: () => readonly T[]): readonly T[] {
  try {
    return work()
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0) throw error
    reading.problems.push(...failures)
    return []
  }
}

function readDocuments(reading: Reading, file: string): readonly YamlDocument[] {
  return attempt(reading, () => {
    const text = readFileSync(join(reading.workspace, file), 'utf8')
    reading.files[file] = text
    return readYaml(text, file)
  })
}

function readFile(reading: Reading, file: string): CompleteManifest[] {
  return readDocuments(reading, file)
    .flatMap(objectsIn)
    .flatMap((node) => attempt(reading, () => [completeManifest(node)]))
}

/** A kustomization when the folder has one, else every YAML file in it and beneath it. */
function readFolder(reading: Reading, path: string): CompleteManifest[] {
  const { workspace, problems } = reading
  if (statSync(join(workspace, path)).isFile()) return readFile(reading, path)
  const file = kustomizationIn(workspace, path)
  if (file === undefined) {
    return filesUnder(workspace, path, /\.ya?ml$/).flatMap((each) => readFile(reading, each))
  }
  const [document] = readDocuments(reading, file)
  if (document === undefined) return []
  const kustomization = kustomizationOf(document)
  const unsupported = unsupportedIn(kustomization)
  problems.push(...unsupported)
  if (unsupported.length > 0) return []
  return kustomize(
    kustomization,
    kustomization.resources.flatMap((resource) => readResource(reading, resource)),
  )
}

function readResource(reading: Reading, { path, source }: Included): CompleteManifest[] {
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
  const written = readFolder(reading, normal)
  const scopeOf = scopesAmong(written.map(({ object }) => object))
  const rendered = written.map((manifest) => placedManifest(manifest, scopeOf))
  const addressOf = addressesAmong(rendered)
  const manifests = rendered.map((manifest) => ({ ...manifest, address: addressOf(manifest) }))
  reading.problems.push(...duplicatesAmong(manifests))
  throwIfAny(reading.problems)
  return { manifests, files: reading.files }
}

/** @param images container image name → reference by digest, put in place of whatever the manifests say */
export function withImages(given: Manifests, images: ReadonlyMap<string, string>): Manifests {
  if (images.size === 0) return given
  return {
    ...given,
    manifests: given.manifests.map((manifest) =>
      mapImages(manifest, (image) => {
        const reference = images.get(image.name)
        return reference === undefined ? image : parseImage(reference)
      }),
    ),
  }
}
