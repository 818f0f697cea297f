/** Everything that a kustomization reads, found before anything is run: kustomize is given these files and no others. */
import { posix } from 'node:path'
import { Failure, failuresIn } from '../model/failure.ts'
import { kindWithin, leadsWithin, placeWithin, readSourceBytes } from '../sources/checkout.ts'
import { type Node, rootOf } from '../sources/node.ts'
import { readYaml } from '../sources/yaml.ts'
import { inlineNodes, isInline } from './inline.ts'
import { kustomizationIn } from './kustomization.ts'
import { otherLetters, refused, refusedPath, refusedPlugin, unknownFields, valueless } from './unsupported.ts'

const plugins = ['generators', 'transformers', 'validators'] as const

/** More are a mistake, or meant to keep a runner busy. */
const MOST_RESOURCES = 5_000

/** A text that patches objects. */
export interface PatchText {
  /** The document's root. */
  readonly node: Node
}

export interface References {
  /** Path, relative to the workspace → bytes of every file that kustomize may see. */
  readonly files: ReadonlyMap<string, Buffer>
  /** The kustomizations, outermost first. */
  readonly kustomizations: readonly Node[]
  readonly patches: readonly PatchText[]
  readonly problems: readonly Failure[]
}

interface Walk {
  readonly workspace: string
  readonly files: Map<string, Buffer>
  readonly kustomizations: Node[]
  readonly patches: PatchText[]
  readonly problems: Failure[]
  readonly count: { resources: number }
}

function attempt(walk: Walk, work: () => void): void {
  try {
    work()
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0) throw error
    walk.problems.push(...failures)
  }
}

/** The path that an entry names, as one of the workspace; undefined when it is refused. */
function pathOf(walk: Walk, folder: string, node: Node, text = node.text): string | undefined {
  const path = posix.normalize(posix.join(folder, text ?? '')).replace(/\/$/, '')
  const problem = refusedPath(walk.workspace, path, text, node)
  if (problem === undefined) return path
  walk.problems.push(problem)
  return undefined
}

function missing(path: string, { source }: Pick<Node, 'source'>): Failure {
  return new Failure({
    code: 'MANIFEST_MISSING',
    what: `${path} does not exist.`,
    fix: 'Correct the path, or add the file.',
    source,
  })
}

/** kustomize reads files in and beneath the folder of the kustomization, wherever links lead. */
function takeFile(walk: Walk, folder: string, node: Node, text = node.text): string | undefined {
  const path = pathOf(walk, folder, node, text)
  if (path === undefined) return undefined
  const { workspace, files } = walk
  const kind = kindWithin(workspace, path, node.source)
  if (kind === undefined) throw missing(path, node)
  if (kind === 'folder')
    throw refused(`${path} is a folder, where a file is named.`, node, 'A file is read here.')
  if (!leadsWithin(placeWithin(workspace, folder), placeWithin(workspace, path)))
    throw refused(
      `${path} is not in the folder of this kustomization, nor beneath it.`,
      node,
      'kustomize reads no file from elsewhere, so that a kustomization can be used alone.',
    )
  // As it is named first.
  if (!files.has(path)) files.set(path, readSourceBytes(workspace, path, { source: node.source }))
  return path
}

function textOf({ files }: Walk, path: string): string {
  return files.get(path)?.toString('utf8') ?? ''
}

/** The files that generate a ConfigMap or Secret. */
function takeGenerated(walk: Walk, folder: string, generator: Node): void {
  for (const entry of generator.get('files').items())
    attempt(walk, () => {
      const text = entry.text ?? ''
      takeFile(walk, folder, entry, text.slice(text.indexOf('=') + 1))
    })
  const single = generator.get('env')
  for (const entry of [...generator.get('envs').items(), ...(single.text === undefined ? [] : [single])])
    attempt(walk, () => {
      const path = takeFile(walk, folder, entry)
      if (path !== undefined) walk.problems.push(...valueless(textOf(walk, path), path))
    })
}

function takePatch(walk: Walk, folder: string, patch: Node, written: string): void {
  if (patch.text === undefined) return
  if (isInline(patch.text)) {
    walk.patches.push(...inlineNodes(patch, written).map((node) => ({ node })))
    return
  }
  const path = takeFile(walk, folder, patch)
  if (path === undefined) return
  walk.patches.push(...readYaml(textOf(walk, path), path).map((document) => ({ node: rootOf(document) })))
}

/** What configures a generator or a transformer: only those that are part of kustomize. */
function takePlugin(walk: Walk, folder: string, node: Node, written: string): void {
  const problem = refusedPlugin(node)
  if (problem !== undefined) {
    walk.problems.push(problem)
    return
  }
  walk.problems.push(...otherLetters(node))
  takeGenerated(walk, folder, node)
  for (const entry of node.get('paths').items()) attempt(walk, () => takePatch(walk, folder, entry, written))
  for (const entry of [
    node.get('path'),
    ...node
      .get('replacements')
      .items()
      .map((each) => each.get('path')),
  ])
    if (entry.text !== undefined) attempt(walk, () => takePatch(walk, folder, entry, written))
  if (node.get('patch').text !== undefined)
    attempt(walk, () => takePatch(walk, folder, node.get('patch'), written))
}

/** A file or a folder; `configures` when it configures generators or transformers. */
function takeResource(
  walk: Walk,
  folder: string,
  node: Node,
  way: readonly string[],
  configures: boolean,
): void {
  if (++walk.count.resources > MOST_RESOURCES)
    throw new Failure({
      code: 'KUSTOMIZATION_TOO_LARGE',
      what: `The kustomizations name more than ${MOST_RESOURCES} resources, those named several times included.`,
      fix: 'Name each of them once.',
      source: node.source,
    })
  const path = pathOf(walk, folder, node)
  if (path === undefined) return
  const kind = kindWithin(walk.workspace, path, node.source)
  if (kind === undefined) throw missing(path, node)
  if (kind === 'folder') {
    visit(walk, path, node, way, configures)
    return
  }
  const file = takeFile(walk, folder, node)
  if (file === undefined || !configures) return
  const text = textOf(walk, file)
  for (const document of readYaml(text, file)) takePlugin(walk, folder, rootOf(document), text)
}

function visit(
  walk: Walk,
  folder: string,
  named: Pick<Node, 'source'>,
  way: readonly string[],
  configures: boolean,
): void {
  const file = kustomizationIn(walk.workspace, folder)
  if (file === undefined)
    throw refused(
      `${folder} holds no kustomization.`,
      named,
      'kustomize reads a folder by its kustomization.',
    )
  if (way.includes(file))
    throw new Failure({
      code: 'KUSTOMIZATION_CIRCLE',
      what: `${folder} includes itself, by way of ${way.join(' → ')}.`,
      fix: 'Remove one of the two.',
      source: named.source,
    })
  if (!walk.files.has(file)) walk.files.set(file, readSourceBytes(walk.workspace, file))
  const written = textOf(walk, file)
  const [document] = readYaml(written, file)
  if (document === undefined) return
  const root = rootOf(document)
  walk.kustomizations.push(root)
  walk.problems.push(...unknownFields(root), ...otherLetters(root))
  const each = (key: string, take: (entry: Node) => void) => {
    for (const entry of root.get(key).items()) attempt(walk, () => take(entry))
  }
  const further = [...way, file]
  for (const key of ['resources', 'bases', 'components'])
    each(key, (entry) => takeResource(walk, folder, entry, further, configures))
  for (const key of plugins)
    each(key, (entry) => {
      if (entry.text !== undefined && !isInline(entry.text)) {
        takeResource(walk, folder, entry, further, true)
        return
      }
      for (const node of inlineNodes(entry, written)) takePlugin(walk, folder, node, written)
    })
  for (const key of ['crds', 'configurations']) each(key, (entry) => takeFile(walk, folder, entry))
  for (const key of ['configMapGenerator', 'secretGenerator'])
    each(key, (entry) => takeGenerated(walk, folder, entry))
  for (const key of ['patches', 'patchesJson6902'])
    each(key, (entry) => {
      takePatch(walk, folder, entry.get('path'), written)
      takePatch(walk, folder, entry.get('patch'), written)
    })
  each('patchesStrategicMerge', (entry) => takePatch(walk, folder, entry, written))
  each('replacements', (entry) => {
    if (entry.get('path').value !== undefined) takeFile(walk, folder, entry.get('path'))
  })
  const schema = root.get('openapi', 'path')
  if (schema.value !== undefined) attempt(walk, () => takeFile(walk, folder, schema))
}

/** @param folder of a kustomization, relative to the workspace */
export function referencesOf(workspace: string, folder: string): References {
  const walk: Walk = {
    workspace,
    files: new Map(),
    kustomizations: [],
    patches: [],
    problems: [],
    count: { resources: 0 },
  }
  attempt(walk, () => visit(walk, folder, { source: { file: folder } }, [], false))
  return walk
}
