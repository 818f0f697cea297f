/** The objects that a folder or a kustomization describes, each with its place in the files. */
import { posix } from 'node:path'
import { addressesAmong } from '../kubernetes/address.ts'
import { scopesAmong } from '../kubernetes/scope.ts'
import { Failure, failuresIn, throwIfAny } from '../model/failure.ts'
import { nearest } from '../model/nearest.ts'
import type { Source } from '../model/source.ts'
import { kindWithin, readSource } from '../sources/checkout.ts'
import { filesUnder } from '../sources/files.ts'
import { readYaml, type YamlDocument } from '../sources/yaml.ts'
import { imagesOf, mapImages, parseImage } from './image.ts'
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
  /** The kustomizations on the way to what is read. */
  readonly way: readonly string[]
  /** How many resources were read; they may name each other many times over. */
  readonly count: { resources: number }
}

/** More resources are a mistake, or meant to keep a runner busy. */
const MOST_RESOURCES = 5_000

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

function readDocuments(reading: Reading, file: string, named?: Source): readonly YamlDocument[] {
  return attempt(reading, () => {
    const text = readSource(reading.workspace, file, named)
    reading.files[file] = text
    return readYaml(text, file)
  })
}

function readFile(reading: Reading, file: string, named?: Source): CompleteManifest[] {
  return readDocuments(reading, file, named)
    .flatMap(objectsIn)
    .flatMap((node) => attempt(reading, () => [completeManifest(node)]))
}

/** A kustomization when the folder has one, else every YAML file in it and beneath it. */
function readFolder(reading: Reading, path: string): readonly CompleteManifest[] {
  const { workspace, problems } = reading
  const file = kustomizationIn(workspace, path)
  if (file === undefined) {
    const refuse = (failure: Failure) => problems.push(failure)
    return filesUnder(workspace, path, /\.ya?ml$/, refuse).flatMap((each) => readFile(reading, each))
  }
  const [document] = readDocuments(reading, file)
  if (document === undefined) return []
  const kustomization = kustomizationOf(document)
  const unsupported = unsupportedIn(kustomization)
  problems.push(...unsupported)
  if (unsupported.length > 0) return []
  return kustomize(
    kustomization,
    kustomization.resources.flatMap((resource) =>
      readResource({ ...reading, way: [...reading.way, file] }, resource),
    ),
  )
}

function readResource(reading: Reading, { path, source }: Included): readonly CompleteManifest[] {
  return attempt(reading, () => {
    const { workspace, way, count } = reading
    const kind = kindWithin(workspace, path, source)
    const refused = (code: string, what: string, fix: string) => new Failure({ code, what, fix, source })
    if (kind === undefined)
      throw refused('MANIFEST_MISSING', `${path} does not exist.`, 'Correct the path, or add the file.')
    if (++count.resources > MOST_RESOURCES)
      throw refused(
        'KUSTOMIZATION_TOO_LARGE',
        `The kustomizations name more than ${MOST_RESOURCES} resources, those named several times included.`,
        'Name each of them once.',
      )
    if (kind === 'file') return readFile(reading, path, source)
    if (way.includes(kustomizationIn(workspace, path) ?? ''))
      throw refused(
        'KUSTOMIZATION_CIRCLE',
        `${path} includes itself, by way of ${way.join(' → ')}.`,
        'Remove one of the two.',
      )
    return readFolder(reading, path)
  })
}

/** @throws Failures of everything that is wrong with the files */
export function readManifests(workspace: string, path: string): Manifests {
  const reading: Reading = { workspace, files: {}, problems: [], way: [], count: { resources: 0 } }
  const normal = posix.normalize(path).replace(/\/$/, '')
  if (posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../')) {
    throw new Failure({
      code: 'PATH_OUTSIDE',
      what: `The manifests ${path} are not within the checkout.`,
      fix: 'Put them into the repository, and name them in `manifests:` relative to its root.',
    })
  }
  const kind = kindWithin(workspace, normal)
  if (kind === undefined) {
    throw new Failure({
      code: 'MANIFEST_MISSING',
      what: `The manifests ${path} do not exist.`,
      fix: 'Check out the repository first, or correct `manifests:`.',
    })
  }
  const written = kind === 'file' ? readFile(reading, normal) : readFolder(reading, normal)
  const scopeOf = scopesAmong(written.map(({ object }) => object))
  const rendered = written.map((manifest) => placedManifest(manifest, scopeOf))
  const addressOf = addressesAmong(rendered)
  const manifests = rendered.map((manifest) => ({ ...manifest, address: addressOf(manifest) }))
  reading.problems.push(...duplicatesAmong(manifests))
  throwIfAny(reading.problems)
  if (manifests.length === 0) {
    throw new Failure({
      code: 'MANIFEST_MISSING',
      what: `There is no manifest in ${path}.`,
      why: 'Of nothing nobody can say whether it is deployed.',
      fix: 'Correct `manifests:`; manifests are files that end in .yaml or .yml.',
    })
  }
  return { manifests, files: reading.files }
}

/** What may have been meant: the same repository elsewhere, or a name that is written alike. */
function meant(name: string, known: readonly string[]): string | undefined {
  const last = (image: string) => parseImage(image).name.split('/').at(-1)
  return known.find((each) => last(each) === last(name)) ?? nearest(name, known)
}

/** A failure for each image that is in no pod: what is not put in place would be deployed as the manifests say. */
function unmatched({ manifests }: Manifests, images: ReadonlyMap<string, string>): Failure[] {
  const known = [...new Set(manifests.flatMap(imagesOf).map(({ name }) => name))].sort()
  return [...images.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = meant(name, known)
      const all = known.length === 0 ? 'They use no image at all.' : `They use: ${known.join(', ')}.`
      return new Failure({
        code: 'IMAGE_UNMATCHED',
        what: `The input \`images\` names ${name}, and no pod of the manifests uses it.`,
        why: 'It would be put in place of nothing, and what the manifests say would be deployed.',
        fix: near === undefined ? all : `Did you mean \`${near}\`? ${all}`,
      })
    })
}

/**
 * @param images container image name → reference by digest, put in place of whatever the manifests say
 * @throws Failures IMAGE_UNMATCHED of those that no pod uses
 */
export function withImages(given: Manifests, images: ReadonlyMap<string, string>): Manifests {
  if (images.size === 0) return given
  throwIfAny(unmatched(given, images))
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
