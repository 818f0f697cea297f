/** Everything that the policy judges, read once: manifests, kustomizations, workflows and actions. */
import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { posix } from 'node:path'
import {
  type Included,
  isKustomization,
  type Kustomization,
  kustomizationIn,
  kustomizationOf,
  type Unseen,
} from '#toolkit/manifests/kustomization.ts'
import { type Manifest, manifestOf, objectsIn } from '#toolkit/manifests/manifest.ts'
import { type Workload, workloadOf } from '#toolkit/manifests/workload.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { kindWithin, readSourceBytes, textOf } from '#toolkit/sources/checkout.ts'
import { filesUnder } from '#toolkit/sources/files.ts'
import { type Node, rootOf } from '#toolkit/sources/node.ts'
import { type ActionFile, readAction, readWorkflow, type Workflow } from '#toolkit/sources/workflow.ts'
import { readYaml, type YamlDocument } from '#toolkit/sources/yaml.ts'

/** What is judged unless `paths` says otherwise; those of them that exist. */
export const defaultPaths = ['k8s', '.github/workflows', 'actions/*/action.yml', 'action.yml'] as const

export interface Repository {
  readonly manifests: readonly Manifest[]
  readonly workloads: readonly Workload[]
  readonly kustomizations: readonly Kustomization[]
  readonly workflows: readonly Workflow[]
  readonly actions: readonly ActionFile[]
  /** What is deployed, but cannot be seen in the files. */
  readonly unseen: readonly Unseen[]
  /**
   * Path → sha256 of every file that was read, in hexadecimal. Also of one that holds a secret: who sees the review of a
   * repository reads its files as well.
   */
  readonly files: Readonly<Record<string, string>>
}

const judged = { test: (name: string) => /\.ya?ml$/.test(name) || isKustomization(name) }
const workflowFile = /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/
const actionFile = /^action\.ya?ml$/

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

interface Reading {
  readonly manifests: Manifest[]
  readonly kustomizations: Kustomization[]
  readonly workflows: Workflow[]
  readonly actions: ActionFile[]
  readonly unseen: Unseen[]
  readonly files: Record<string, string>
}

/** The files at a path, which may have `*` in it. */
function expand(workspace: string, path: string, refuse: (failure: Failure) => void): string[] {
  if (!path.includes('*')) return filesUnder(workspace, path, judged, { refuse })
  const matches = globSync(path, { cwd: workspace }).sort()
  if (matches.length === 0) {
    throw new Failure({ code: 'PATH_MISSING', what: `Nothing matches the path ${path}.`, fix: 'Correct it.' })
  }
  return matches.flatMap((match) => filesUnder(workspace, match, judged, { refuse }))
}

/** Those of the default paths at which there is something. */
function existingDefaults(workspace: string): string[] {
  return defaultPaths.filter((path) => globSync(path, { cwd: workspace }).length > 0)
}

/** The file that a kustomization's reference stands for: of a folder, the kustomization in it. */
function included(workspace: string, { path, source }: Included): string[] {
  const kind = kindWithin(workspace, path, source)
  const file = kind === 'folder' ? kustomizationIn(workspace, path) : kind && path
  if (file === undefined) {
    throw new Failure({
      code: 'PATH_MISSING',
      what: `The kustomization names ${path}, which is no file or kustomization of this repository.`,
      fix: 'Correct the path, which is relative to the kustomization.',
      source,
    })
  }
  return [file]
}

/** A patch in a kustomization's own text; all of it is located at the key that holds it. */
function inlineDocuments(patch: Node): YamlDocument[] {
  return readYaml(patch.text ?? '', patch.source.file).map((document) => ({
    ...document,
    locate: () => patch.source,
  }))
}

/** What a patch takes away: by null, or by kustomize's `$patch`. */
function removals(node: Node): Node[] {
  if (node.value === null || node.path.at(-1) === '$patch') return [node]
  return [...node.items(), ...node.members().values()].flatMap(removals)
}

function takeDocument(document: YamlDocument, patch: boolean, reading: Reading): void {
  if (patch) {
    const what = 'takes something away, and what is left is known only when it is rendered'
    reading.unseen.push(...removals(rootOf(document)).map((node) => ({ what, node })))
  }
  for (const node of objectsIn(document)) {
    const manifest = manifestOf(node, patch)
    if (manifest !== undefined) {
      reading.manifests.push(manifest)
      continue
    }
    const what = Array.isArray(node.value)
      ? 'is a JSON patch, whose effect is known only when it is rendered'
      : 'is no manifest, so what it configures is not judged'
    reading.unseen.push({ what, node })
  }
}

/** Reads one file as what its name says it is. */
function take(file: string, text: string, patches: ReadonlySet<string>, reading: Reading): void {
  const name = posix.basename(file)
  if (workflowFile.test(file)) reading.workflows.push(readWorkflow(text, file))
  else if (actionFile.test(name)) reading.actions.push(readAction(text, file))
  else if (!isKustomization(name))
    for (const document of readYaml(text, file)) takeDocument(document, patches.has(file), reading)
}

/**
 * Reads what is at the paths, and what the kustomizations there include from elsewhere in the checkout.
 * @param paths given paths; none for the default ones.
 * @returns what could be read, and a failure for everything that could not.
 */
export function readRepository(
  workspace: string,
  paths: readonly string[],
): { repository: Repository; problems: readonly Failure[] } {
  const problems: Failure[] = []
  const attempt = (work: () => void) => {
    try {
      work()
    } catch (error) {
      const failures = failuresIn(error)
      if (failures.length === 0) throw error
      problems.push(...failures)
    }
  }
  const reading: Reading = {
    manifests: [],
    kustomizations: [],
    workflows: [],
    actions: [],
    unseen: [],
    files: {},
  }
  const queue: string[] = []
  for (const path of paths.length > 0 ? paths : existingDefaults(workspace))
    attempt(() => queue.push(...expand(workspace, path, (failure) => problems.push(failure))))

  // Kustomizations first: they say which of the other files are patches, and which more there are.
  const texts = new Map<string, string>()
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (texts.has(file)) continue
    const path = file
    attempt(() => {
      const bytes = readSourceBytes(workspace, path)
      const text = textOf(bytes, path)
      texts.set(path, text)
      reading.files[path] = sha256Of(bytes)
      if (!isKustomization(path)) return
      for (const document of readYaml(text, path)) {
        const kustomization = kustomizationOf(document)
        reading.kustomizations.push(kustomization)
        reading.unseen.push(...kustomization.unseen)
        for (const reference of [...kustomization.resources, ...kustomization.patches])
          attempt(() => queue.push(...included(workspace, reference)))
        for (const patch of kustomization.inlinePatches)
          for (const inline of inlineDocuments(patch)) takeDocument(inline, true, reading)
      }
    })
  }
  const patched = new Set(reading.kustomizations.flatMap(({ patches }) => patches.map(({ path }) => path)))
  for (const [file, text] of texts) attempt(() => take(file, text, patched, reading))
  const workloads = reading.manifests.flatMap((manifest) => workloadOf(manifest) ?? [])
  return { repository: { ...reading, workloads }, problems }
}
