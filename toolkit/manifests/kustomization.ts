/** What a kustomization brings together and changes, without rendering it. */
import { posix } from 'node:path'
import { scalarText } from '../model/exact-integer.ts'
import type { Source } from '../model/source.ts'
import { kindWithin } from '../sources/checkout.ts'
import { type Node, rootOf, textsIn } from '../sources/node.ts'
import type { YamlDocument } from '../sources/yaml.ts'
import type { ImageOverride } from './image.ts'

const names: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** Whether a file, by its name, is a kustomization. */
export function isKustomization(file: string): boolean {
  return names.includes(posix.basename(file))
}

/** The kustomization of a folder. */
export function kustomizationIn(workspace: string, folder: string): string | undefined {
  return names.map((name) => posix.join(folder, name)).find((file) => kindWithin(workspace, file) === 'file')
}

/** Something that the kustomization does which cannot be judged from the files. */
export interface Unseen {
  readonly what: string
  readonly node: Node
}

/** A file or folder that a kustomization names. */
export interface Included {
  /** Relative to the root. */
  readonly path: string
  readonly source: Source
}

export interface Kustomization {
  readonly file: string
  readonly folder: string
  /** All of it. */
  readonly node: Node
  /** The files and folders that it includes. */
  readonly resources: readonly Included[]
  /** What it includes from outside of the checkout. */
  readonly remote: readonly Node[]
  /** The files that it patches them with. */
  readonly patches: readonly Included[]
  /** Patches that are written in the kustomization itself. */
  readonly inlinePatches: readonly Node[]
  readonly namespace: string | undefined
  /** What it adds to the labels of every object. */
  readonly labels: Readonly<Record<string, string>>
  readonly images: readonly ImageOverride[]
  /** `name=value` texts of its ConfigMap generators. */
  readonly configLiterals: readonly Node[]
  /** `name=value` texts of its Secret generators. */
  readonly secretLiterals: readonly Node[]
  readonly unseen: readonly Unseen[]
}

/** Whether a reference is an address, and no path. */
export function isRemote(reference: string): boolean {
  const address = /^[a-z][a-z0-9+.-]*:\/\/|^git::|^[^/@]*@[^/:]*:|^(?:www\.)?github\.com[/:]|^gh:/i
  return address.test(reference) || /\?(?:ref|version|timeout|submodules)=/.test(reference)
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
  const within = ({ text = '', source }: Node): Included => ({
    path: posix.normalize(posix.join(folder, text)).replace(/\/$/, ''),
    source,
  })
  const remote = (reference: Node) => isRemote(reference.text ?? '')
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
    node,
    resources: included.filter((reference) => !remote(reference)).map(within),
    remote: included.filter(remote),
    patches: [...patchNodes.map((patch) => patch.get('path')), ...merges]
      .filter(({ text }) => text !== undefined && !isInline(text))
      .map(within),
    inlinePatches: [...patchNodes.map((patch) => patch.get('patch')), ...merges].filter(
      ({ text }) => text !== undefined && isInline(text),
    ),
    namespace: node.get('namespace').text,
    labels: Object.fromEntries(
      node
        .get('labels')
        .items()
        .flatMap((label) => [...label.get('pairs').members()])
        .flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text]])),
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
          newTag: tag === undefined || tag === null ? undefined : scalarText(tag),
          digest: image.get('digest').text,
        }
      }),
    configLiterals: generated('configMapGenerator', 'literals'),
    secretLiterals: generated('secretGenerator', 'literals'),
    unseen: [
      ...included
        .filter(remote)
        .map((each) => ({ what: 'includes something that is not in this repository', node: each })),
      ...rendering
        .map((key) => ({ what: `uses ${key}, which is known only when it is rendered`, node: node.get(key) }))
        .filter(({ node: { value } }) => value !== undefined),
      ...fromFiles.map((source) => ({ what: 'makes a Secret from a file', node: source })),
    ],
  }
}
