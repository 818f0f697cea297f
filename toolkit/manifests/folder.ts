/** The objects that a folder or a kustomization describes, each with its place in the files. */
import { posix } from 'node:path'
import { addressesAmong } from '../kubernetes/address.ts'
import { scopesAmong } from '../kubernetes/scope.ts'
import { Failure, failuresIn, throwIfAny } from '../model/failure.ts'
import { type Finding, finding } from '../model/finding.ts'
import { nearest } from '../model/nearest.ts'
import type { Source } from '../model/source.ts'
import { kindWithin, readSource } from '../sources/checkout.ts'
import { filesUnder } from '../sources/files.ts'
import { isMapping } from '../sources/node.ts'
import { readYaml, type YamlDocument } from '../sources/yaml.ts'
import { withoutHooks } from './helm-hooks.ts'
import { imagesOf, mapImages, parseImage } from './image.ts'
import { isKustomization, kustomizationIn, kustomizationOf } from './kustomization.ts'
import {
  type CompleteManifest,
  completeManifest,
  duplicatesAmong,
  objectsIn,
  placedManifest,
} from './manifest.ts'
import { type References, referencesOf } from './references.ts'
import { render } from './render.ts'
import { isUnderstood, kustomize, meansTheSame } from './understood.ts'

export interface Manifests {
  readonly manifests: readonly CompleteManifest[]
  /** Path → text of every file that was read. */
  readonly files: Readonly<Record<string, string>>
  /** What rendered the kustomizations, with its version; undefined when nothing but our own reading was needed. */
  readonly renderedBy?: string | undefined
  /** What people are to know of how they were read: what is left out, and what does not mean here what it says. */
  readonly findings: readonly Finding[]
}

/** Collects what is read, and what is wrong with it. */
interface Reading {
  readonly workspace: string
  readonly files: Record<string, string>
  readonly problems: Failure[]
  /** What rendered it, once something did. */
  readonly rendered: { by?: string }
  readonly findings: Finding[]
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

function readDocuments(reading: Reading, file: string, named?: Source): readonly YamlDocument[] {
  return attempt(reading, () => {
    const text = readSource(reading.workspace, file, named)
    reading.files[file] = text
    return readYaml(text, file)
  })
}

function completeManifests(reading: Reading, documents: readonly YamlDocument[]): CompleteManifest[] {
  return documents
    .flatMap((document) => attempt(reading, () => objectsIn(document)))
    .flatMap((node) => attempt(reading, () => [completeManifest(node)]))
}

function readFile(reading: Reading, file: string, named?: Source): CompleteManifest[] {
  return completeManifests(reading, readDocuments(reading, file, named))
}

/** So many files that are not read are named; of more it is said how many there are. */
const MOST_NAMED = 10

function notRead(folder: string, passed: readonly string[]): Finding[] {
  if (passed.length === 0) return []
  const named = passed.slice(0, MOST_NAMED).join(', ')
  const more = passed.length > MOST_NAMED ? `, and ${passed.length - MOST_NAMED} more` : ''
  return [
    finding(
      {
        rule: 'not-read',
        severity: 'notice',
        verdict: 'fail',
        message: `What stands beside the manifests in ${folder} is not read: ${named}${more}.`,
        why: 'As for kubectl, manifests are files that end in .yaml, .yml or .json; and what tools make (dist, node_modules, .terraform) is nobody’s manifest.',
        fix: 'Rename or move what is to be released; nothing is to be done about the rest.',
      },
      folder,
    ),
  ]
}

/** Every file in the folder and beneath it, as `kubectl apply --recursive` takes them. */
function readFolder(reading: Reading, path: string): readonly CompleteManifest[] {
  const passed: string[] = []
  const files = filesUnder(reading.workspace, path, /\.(?:ya?ml|json)$/, {
    refuse: (failure) => reading.problems.push(failure),
    passOver: (each) => passed.push(each),
  })
  reading.findings.push(...notRead(path, passed))
  const charts = files.filter((file) => isChart(reading, file)).map((file) => posix.dirname(file))
  reading.problems.push(...charts.map(unrenderedChart))
  const written = files.filter(
    (file) => !charts.some((chart) => chart === '.' || file.startsWith(`${chart}/`)),
  )
  return written.flatMap((file) => {
    if (!isKustomization(file)) return readFile(reading, file)
    const folder = posix.dirname(file)
    reading.problems.push(
      new Failure({
        code: 'MANIFEST_INVALID',
        what: `This is a kustomization, and ${path} is read as a folder of manifests.`,
        why: `Of a folder that holds no kustomization itself every file is released, and those in ${folder} would be twice.`,
        fix: `Name ${folder} in \`manifests:\`, or give ${path} a kustomization that includes it.`,
        source: { file, line: 1, column: 1 },
      }),
    )
    return []
  })
}

/** Whether a file says that its folder is a chart of Helm, which nobody has rendered. */
function isChart(reading: Reading, file: string): boolean {
  if (posix.basename(file) !== 'Chart.yaml') return false
  return readDocuments(reading, file).every(({ value }) => isMapping(value) && value['kind'] === undefined)
}

function unrenderedChart(folder: string): Failure {
  return new Failure({
    code: 'MANIFEST_INVALID',
    what: `${folder} is a chart of Helm, which is to become manifests.`,
    fix: `Render it in a step before (\`helm template <release> ${folder} --namespace <namespace> --output-dir rendered\`), and pass the folder of what came out.`,
    source: { file: `${folder}/Chart.yaml`, line: 1, column: 1 },
  })
}

/** By our own reading, which asks for no program; of a kustomization that says nothing but what is understood. */
function readUnderstood(reading: Reading, path: string): readonly CompleteManifest[] {
  const { workspace } = reading
  if (kindWithin(workspace, path) === 'file') return readFile(reading, path)
  const file = kustomizationIn(workspace, path)
  const [document] = file === undefined ? [] : readDocuments(reading, file)
  if (document === undefined) return []
  const kustomization = kustomizationOf(document)
  return kustomize(
    kustomization,
    kustomization.resources.flatMap((resource) => readUnderstood(reading, resource.path)),
  )
}

/** What is written in the files of kustomizations, before they do anything with it. */
function rawManifests(reading: Reading, { files }: References): readonly CompleteManifest[] {
  return [...files.keys()].filter((file) => !isKustomization(file)).flatMap((file) => readFile(reading, file))
}

function readKustomization(reading: Reading, folder: string, path: string): readonly CompleteManifest[] {
  const references = referencesOf(reading.workspace, folder)
  reading.problems.push(...references.problems)
  if (references.problems.length > 0) return []
  for (const [file, bytes] of references.files) reading.files[file] = bytes.toString('utf8')
  const { kustomizations } = references
  if (kustomizations.every(isUnderstood)) {
    const before = reading.problems.length
    const raw = rawManifests(reading, references)
    if (reading.problems.length > before) return []
    if (meansTheSame(raw, kustomizations)) return readUnderstood(reading, folder)
  }
  return attempt(reading, () => {
    const { documents, by } = render(folder, references, path)
    reading.rendered.by = by
    return completeManifests(reading, documents)
  })
}

/**
 * @param searched where kustomize is looked for, as PATH has it
 * @throws Failures of everything that is wrong with the files
 */
export function readManifests(workspace: string, path: string, searched = ''): Manifests {
  const reading: Reading = { workspace, files: {}, problems: [], rendered: {}, findings: [] }
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
  const isRendered = kind === 'folder' && kustomizationIn(workspace, normal) !== undefined
  const readAsFiles = kind === 'file' ? readFile : readFolder
  const written = isRendered ? readKustomization(reading, normal, searched) : readAsFiles(reading, normal)
  const scopeOf = scopesAmong(written.map(({ object }) => object))
  const rendered = written.map((manifest) => placedManifest(manifest, scopeOf))
  const addressOf = addressesAmong(rendered)
  const all = rendered.map((manifest) => ({ ...manifest, address: addressOf(manifest) }))
  const { manifests, findings, problems } = withoutHooks(all)
  reading.problems.push(...problems, ...duplicatesAmong(manifests))
  throwIfAny(reading.problems)
  if (manifests.length === 0) {
    throw new Failure({
      code: 'MANIFEST_MISSING',
      what: `There is no manifest in ${path}.`,
      why: 'Of nothing nobody can say whether it is deployed.',
      fix: 'Correct `manifests:`; manifests are files that end in .yaml, .yml or .json.',
    })
  }
  return {
    manifests,
    files: reading.files,
    renderedBy: reading.rendered.by,
    findings: [...reading.findings, ...findings],
  }
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
