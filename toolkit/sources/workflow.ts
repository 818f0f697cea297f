/** What a GitHub workflow or action file says, with the place of each part. Gives no verdicts. */
import { Failure } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import { isMapping, type Node, rootOf } from './node.ts'
import { readYaml } from './yaml.ts'

export type Access = 'none' | 'read' | 'write'

/** A `permissions:` key. What it does not name is `none`. */
export interface Permissions {
  readonly source: Source
  /** `read-all` or `write-all`, which stand for every scope. */
  readonly all: 'read-all' | 'write-all' | undefined
  readonly scopes: ReadonlyMap<string, Node>
  /** What is granted for a scope such as `id-token`. */
  access(scope: string): Access
}

export interface WorkflowStep {
  readonly node: Node
  /** What people call it: its id, its name, or its position from 1. */
  readonly label: string
  readonly uses: Node | undefined
  readonly run: Node | undefined
  readonly with: ReadonlyMap<string, Node>
  readonly env: ReadonlyMap<string, Node>
}

export interface WorkflowJob {
  readonly id: string
  readonly node: Node
  /** The reusable workflow that is the whole job. */
  readonly uses: Node | undefined
  readonly permissions: Permissions | undefined
  readonly with: ReadonlyMap<string, Node>
  readonly env: ReadonlyMap<string, Node>
  readonly steps: readonly WorkflowStep[]
}

export interface Workflow {
  readonly file: string
  readonly node: Node
  /** `push`, `pull_request`, `workflow_call`, … */
  readonly events: readonly string[]
  readonly permissions: Permissions | undefined
  readonly env: ReadonlyMap<string, Node>
  readonly jobs: readonly WorkflowJob[]
}

/** An action.yml; only a composite action has steps. */
export interface ActionFile {
  readonly file: string
  readonly node: Node
  readonly steps: readonly WorkflowStep[]
}

function refused(what: string, fix: string, source: Source): Failure {
  return new Failure({ code: 'WORKFLOW_SYNTAX', what, fix, source })
}

function present(node: Node): Node | undefined {
  return node.value === undefined || node.value === null ? undefined : node
}

function rootNode(text: string, file: string): Node {
  const [document, second] = readYaml(text, file, 'workflow')
  if (second !== undefined)
    throw refused('GitHub reads one document in a file.', 'Remove the others.', second.locate([]))
  if (document === undefined || !isMapping(document.value))
    throw refused('This file is not a mapping.', 'Write one, or delete the file.', { file, line: 1 })
  return rootOf(document)
}

function permissionsOf(node: Node): Permissions | undefined {
  if (node.value === undefined) return undefined
  const { text, source } = node
  const all = text === 'read-all' || text === 'write-all' ? text : undefined
  const scopes = node.members()
  return {
    source,
    all,
    scopes,
    access: (scope) => {
      const granted = scopes.get(scope)?.text
      if (granted === 'read' || granted === 'write') return granted
      // `read-all` grants no ID token: that scope can only be written.
      if (all === 'read-all') return scope === 'id-token' ? 'none' : 'read'
      return all === 'write-all' ? 'write' : 'none'
    },
  }
}

function stepsOf(list: Node): WorkflowStep[] {
  return list.items().map((node, index) => {
    if (!isMapping(node.value))
      throw refused('A step is a mapping.', 'Give it `uses:` or `run:`.', node.source)
    return {
      node,
      label: node.get('id').text ?? node.get('name').text ?? `step ${index + 1}`,
      uses: present(node.get('uses')),
      run: present(node.get('run')),
      with: node.get('with').members(),
      env: node.get('env').members(),
    }
  })
}

function jobOf(id: string, node: Node): WorkflowJob {
  if (!isMapping(node.value))
    throw refused(`The job ${id} is not a mapping.`, 'Give it `runs-on:` or `uses:`.', node.source)
  return {
    id,
    node,
    uses: present(node.get('uses')),
    permissions: permissionsOf(node.get('permissions')),
    with: node.get('with').members(),
    env: node.get('env').members(),
    steps: stepsOf(node.get('steps')),
  }
}

function eventsOf(on: Node): string[] {
  if (on.text !== undefined) return [on.text]
  return [...on.items().flatMap(({ text }) => text ?? []), ...on.members().keys()]
}

/** @throws Failure YAML_SYNTAX, or WORKFLOW_SYNTAX for what GitHub would not run. */
export function readWorkflow(text: string, file: string): Workflow {
  const node = rootNode(text, file)
  for (const key of ['on', 'jobs']) {
    if (present(node.get(key)) === undefined)
      throw refused(`This workflow has no \`${key}:\`.`, 'Add it, or move the file.', { file, line: 1 })
  }
  const jobs = node.get('jobs')
  if (!isMapping(jobs.value))
    throw refused('`jobs:` is not a mapping.', 'Name each job by its id.', jobs.source)
  return {
    file,
    node,
    events: eventsOf(node.get('on')),
    permissions: permissionsOf(node.get('permissions')),
    env: node.get('env').members(),
    jobs: [...jobs.members()].map(([id, job]) => jobOf(id, job)),
  }
}

/** @throws Failure YAML_SYNTAX, or WORKFLOW_SYNTAX for what GitHub would not run. */
export function readAction(text: string, file: string): ActionFile {
  const node = rootNode(text, file)
  const runs = node.get('runs')
  if (!isMapping(runs.value))
    throw refused('This action has no `runs:`.', 'Say what runs it.', { file, line: 1 })
  return { file, node, steps: stepsOf(runs.get('steps')) }
}
