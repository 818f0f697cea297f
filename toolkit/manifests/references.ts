/**
 * Everything that a kustomization reads, found before anything is run. What would fetch something, or run a program, is
 * refused here; kustomize is given these files and no others.
 */
import { posix } from 'node:path'
import { Failure, failuresIn } from '../model/failure.ts'
import { kindWithin, leadsWithin, placeWithin, readSourceBytes } from '../sources/checkout.ts'
import { type Node, rootOf } from '../sources/node.ts'
import { readYaml } from '../sources/yaml.ts'
import { isRemote, kustomizationIn } from './kustomization.ts'

/** What a kustomization may say; the case of a letter counts for us, and not for kustomize. */
const fields: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'openapi',
  'namespace',
  'namePrefix',
  'nameSuffix',
  'labels',
  'commonLabels',
  'commonAnnotations',
  'images',
  'replicas',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'replacements',
  'vars',
  'configMapGenerator',
  'secretGenerator',
  'generatorOptions',
  'generators',
  'transformers',
  'validators',
  'sortOptions',
  'buildMetadata',
])

/** Keys that name files. */
const naming: ReadonlySet<string> = new Set(['path', 'paths', 'files', 'file', 'envs', 'env'])

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

function refused(what: string, { source }: Pick<Node, 'source'>, why?: string): Failure {
  return new Failure({
    code: 'KUSTOMIZATION_UNSUPPORTED',
    what,
    why: why ?? 'A release is made from this repository alone, and runs no program that it names.',
    fix: 'Put what it gives into the repository, or render it with kustomize first and pass the folder of what came out.',
    source,
  })
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

/** A text that holds YAML itself. */
function isInline(text: string): boolean {
  return text.includes('\n') || /^\s*[[{]/.test(text) || /:\s/.test(text)
}

/**
 * A text within another one: on the lines of a block, else at the key that holds it.
 * @param written the file that holds it
 */
function inlineNodes(holder: Node, written: string): Node[] {
  const lines = written.split('\n')
  const text = holder.text ?? ''
  const { file, line: first = 1 } = holder.source
  const own = text.split('\n')
  const isBlock = own.every((each, index) => (lines[first + index] ?? '').trim() === each.trim())
  return readYaml(text, file).map((document) =>
    rootOf({
      ...document,
      locate: (path) =>
        isBlock ? { file, line: first + (document.locate(path).line ?? 1), column: 1 } : holder.source,
    }),
  )
}

/** The path that an entry names, as one of the workspace; what is not in the checkout is refused. */
function pathOf(walk: Walk, folder: string, node: Node, text = node.text): string | undefined {
  if (text === undefined || text === '') {
    walk.problems.push(refused('This names no file.', node, 'A path is a text.'))
    return undefined
  }
  const path = posix.normalize(posix.join(folder, text)).replace(/\/$/, '')
  const exists = !posix.isAbsolute(text) && leadsWithin(walk.workspace, `${walk.workspace}/${path}`)
  if (
    isRemote(text) ||
    (exists && kindWithin(walk.workspace, path, node.source) === undefined && text.includes('//'))
  )
    walk.problems.push(refused(`This kustomization includes ${text}, which is not in this repository.`, node))
  else if (posix.isAbsolute(text))
    throw new Failure({
      code: 'PATH_OUTSIDE',
      what: `${text} cannot be read: it leads out of the checkout.`,
      fix: 'Put the file itself into the repository, and name it relative to the kustomization.',
      source: node.source,
    })
  else return path
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

/** A line of an env file that is a name alone takes its value from the environment, which is nobody's business. */
function checkEnvironment(walk: Walk, file: string): void {
  for (const [index, line] of textOf(walk, file)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const text = line.trim()
    if (text === '' || text.startsWith('#') || text.includes('=')) continue
    const source = { file, line: index + 1, column: 1 }
    const why = 'kustomize takes the value of a name alone from its environment, and here it has none.'
    walk.problems.push(refused('This line of an env file has no value.', { source }, why))
  }
}

/** A key that is written otherwise is the same for kustomize. */
function checkKeys(walk: Walk, node: Node): void {
  for (const [key, member] of node.members()) {
    const lower = key.toLowerCase()
    if (key !== lower && naming.has(lower))
      walk.problems.push(refused(`The key ${key} is written ${lower}.`, member, 'Case counts in keys.'))
    if (['pairs', 'commonLabels', 'commonAnnotations', 'labels', 'annotations'].includes(key)) continue
    checkKeys(walk, member)
  }
  for (const item of node.items()) checkKeys(walk, item)
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
      if (path !== undefined) checkEnvironment(walk, path)
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
function checkPlugin(walk: Walk, folder: string, node: Node, written: string): void {
  const kind = node.get('kind').text ?? ''
  const annotations = [...node.get('metadata', 'annotations').members().keys()]
  const runs = annotations.some((each) => /^config\.(kubernetes|k8s)\.io\/function$/.test(each))
  if (node.get('apiVersion').text !== 'builtin' || runs || kind.startsWith('HelmChart')) {
    walk.problems.push(refused(`${kind} is a plugin, which is a program or a container.`, node))
    return
  }
  checkKeys(walk, node)
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
  for (const document of readYaml(text, file)) checkPlugin(walk, folder, rootOf(document), text)
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
  for (const [key, member] of root.members()) {
    if (fields.has(key)) continue
    const near = [...fields].find((each) => each.toLowerCase() === key.toLowerCase())
    const what = near === undefined ? `This kustomization uses ${key}.` : `The key ${key} is written ${near}.`
    walk.problems.push(refused(what, member))
  }
  checkKeys(walk, root)
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
      for (const node of inlineNodes(entry, written)) checkPlugin(walk, folder, node, written)
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
