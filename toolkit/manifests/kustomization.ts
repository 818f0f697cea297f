/** What a kustomization brings together and changes, without rendering it. */
import { posix } from 'node:path'
import type { Source } from '../model/source.ts'
import { type Node, rootOf, textsIn } from '../sources/node.ts'
import type { YamlDocument } from '../sources/yaml.ts'

export const kustomizationFile = /^(kustomization\.ya?ml|Kustomization)$/

export interface ImageOverride {
  readonly name: string
  readonly newName: string | undefined
  readonly newTag: string | undefined
  readonly digest: string | undefined
}

/** Something that the kustomization does which cannot be judged from the files. */
export interface Unseen {
  readonly what: string
  readonly node: Node
}

/** A file or folder that a kustomization names. */
export interface Reference {
  /** Relative to the root. */
  readonly path: string
  readonly source: Source
}

export interface Kustomization {
  readonly file: string
  readonly folder: string
  /** The files and folders that it includes. */
  readonly resources: readonly Reference[]
  /** The files that it patches them with. */
  readonly patches: readonly Reference[]
  /** Patches that are written in the kustomization itself. */
  readonly inlinePatches: readonly Node[]
  readonly images: readonly ImageOverride[]
  /** `name=value` texts of its ConfigMap generators. */
  readonly configLiterals: readonly Node[]
  /** `name=value` texts of its Secret generators. */
  readonly secretLiterals: readonly Node[]
  readonly unseen: readonly Unseen[]
}

function isRemote(reference: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/|^git@|^github\.com\/|\?ref=/.test(reference)
}

/** What renders or fetches something that is in no file of the checkout. */
const rendering = [
  'helmCharts',
  'helmChartInflationGenerator',
  'generators',
  'transformers',
  'replacements',
  'vars',
]

export function kustomizationOf(document: YamlDocument): Kustomization {
  const { file } = document
  const folder = posix.dirname(file)
  const node = rootOf(document)
  const within = ({ text = '', source }: Node): Reference => ({
    path: posix.normalize(posix.join(folder, text)).replace(/\/$/, ''),
    source,
  })
  const included = ['resources', 'components', 'bases'].flatMap((key) => textsIn(node.get(key)))
  const patchNodes = [...node.get('patches').items(), ...node.get('patchesJson6902').items()]
  const merges = node.get('patchesStrategicMerge').items()
  const isInline = (text: string) => text.includes('\n') || text.includes(':')
  const generated = (key: string, part: string) =>
    node
      .get(key)
      .items()
      .flatMap((generator) => textsIn(generator.get(part)))
  const fromFiles = generated('secretGenerator', 'files').concat(
    generated('secretGenerator', 'envs'),
    generated('secretGenerator', 'env'),
  )
  return {
    file,
    folder,
    resources: included.filter(({ text = '' }) => !isRemote(text)).map(within),
    patches: [...patchNodes.map((patch) => patch.get('path')), ...merges]
      .filter(({ text }) => text !== undefined && !isInline(text))
      .map(within),
    inlinePatches: [...patchNodes.map((patch) => patch.get('patch')), ...merges].filter(
      ({ text }) => text !== undefined && isInline(text),
    ),
    images: node
      .get('images')
      .items()
      .flatMap((image) => {
        const name = image.get('name').text
        if (name === undefined) return []
        const tag = image.get('newTag').value
        return {
          name,
          newName: image.get('newName').text,
          newTag: tag === undefined || tag === null ? undefined : String(tag),
          digest: image.get('digest').text,
        }
      }),
    configLiterals: generated('configMapGenerator', 'literals'),
    secretLiterals: generated('secretGenerator', 'literals'),
    unseen: [
      ...included
        .filter(({ text = '' }) => isRemote(text))
        .map((remote) => ({ what: 'includes something that is not in this repository', node: remote })),
      ...rendering
        .map((key) => ({ what: `uses ${key}, which is known only when it is rendered`, node: node.get(key) }))
        .filter(({ node: { value } }) => value !== undefined),
      ...fromFiles.map((source) => ({ what: 'makes a Secret from a file', node: source })),
    ],
  }
}
