/** What of a kustomization is refused before anything is run: what would fetch something, or run a program. */
import { posix } from 'node:path'
import { Failure } from '../model/failure.ts'
import { kindWithin, leadsWithin } from '../sources/checkout.ts'
import type { Node } from '../sources/node.ts'
import { isRemote } from './kustomization.ts'

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

export function refused(what: string, { source }: Pick<Node, 'source'>, why?: string): Failure {
  return new Failure({
    code: 'KUSTOMIZATION_UNSUPPORTED',
    what,
    why: why ?? 'A release is made from this repository alone, and runs no program that it names.',
    fix: 'Put what it gives into the repository, or render it with kustomize first and pass the folder of what came out.',
    source,
  })
}

/** What kustomize does not know, or knows by another case of its letters. */
export function unknownFields(root: Node): Failure[] {
  return [...root.members()].flatMap(([key, member]) => {
    if (fields.has(key)) return []
    const near = [...fields].find((each) => each.toLowerCase() === key.toLowerCase())
    const what = near === undefined ? `This kustomization uses ${key}.` : `The key ${key} is written ${near}.`
    return [refused(what, member)]
  })
}

/** A line of an env file that is a name alone takes its value from the environment, which is nobody's business. */
export function valueless(text: string, file: string): Failure[] {
  return text.split('\n').flatMap((line, index) => {
    const said = line.trim()
    if (said === '' || said.startsWith('#') || said.includes('=')) return []
    const source = { file, line: index + 1, column: 1 }
    const why = 'kustomize takes the value of a name alone from its environment, and here it has none.'
    return [refused('This line of an env file has no value.', { source }, why)]
  })
}

/** Texts of people, whose keys mean nothing to kustomize. */
const free: ReadonlySet<string> = new Set([
  'pairs',
  'commonLabels',
  'commonAnnotations',
  'labels',
  'annotations',
])

/** A key that is written in other letters is the same for kustomize. */
export function otherLetters(node: Node): Failure[] {
  const members = [...node.members()].flatMap(([key, member]) => {
    const lower = key.toLowerCase()
    const own =
      key !== lower && naming.has(lower)
        ? [refused(`The key ${key} is written ${lower}.`, member, 'Case counts in keys.')]
        : []
    return [...own, ...(free.has(key) ? [] : otherLetters(member))]
  })
  return [...members, ...node.items().flatMap(otherLetters)]
}

/** A plugin that is no part of kustomize. */
export function refusedPlugin(node: Node): Failure | undefined {
  const kind = node.get('kind').text ?? ''
  const annotations = [...node.get('metadata', 'annotations').members().keys()]
  const runs = annotations.some((each) => /^config\.(kubernetes|k8s)\.io\/function$/.test(each))
  if (node.get('apiVersion').text === 'builtin' && !runs && !kind.startsWith('HelmChart')) return undefined
  return refused(`${kind} is a plugin, which is a program or a container.`, node)
}

/**
 * A path that is none of the checkout.
 * @param path as one of the workspace
 * @param text as it is written
 */
export function refusedPath(
  workspace: string,
  path: string,
  text: string | undefined,
  node: Node,
): Failure | undefined {
  if (text === undefined || text === '') return refused('This names no file.', node, 'A path is a text.')
  const isPath = !posix.isAbsolute(text) && leadsWithin(workspace, `${workspace}/${path}`)
  const isMissing = () => isPath && kindWithin(workspace, path, node.source) === undefined
  if (isRemote(text) || (text.includes('//') && isMissing()))
    return refused(`This kustomization includes ${text}, which is not in this repository.`, node)
  if (!posix.isAbsolute(text)) return undefined
  return new Failure({
    code: 'PATH_OUTSIDE',
    what: `${text} cannot be read: it leads out of the checkout.`,
    fix: 'Put the file itself into the repository, and name it relative to the kustomization.',
    source: node.source,
  })
}
