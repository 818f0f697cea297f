/** What stacks are made of and which of them build on others, as their code tells. */
import { posix } from 'node:path'
import { Failure, Failures } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import { kindWithin } from '#toolkit/sources/checkout.ts'
import { objectMembers } from '#toolkit/sources/hcl.ts'
import type { Code, Declaration } from './code.ts'
import { backendOf, type Stack } from './find.ts'
import { readSettings, type StackSettings } from './settings.ts'

/** Another stack that one builds on, and where that is written. */
export interface Edge {
  /** Name of the stack. */
  readonly to: string
  readonly source: Source
}

export interface StackNode extends Stack {
  readonly settings: StackSettings
  /** The folder and the local modules that it uses, by module path: `module.network` → folder. */
  readonly modules: ReadonlyMap<string, string>
  /** Key of its state when the code says it, whatever the tool. */
  readonly key: string | undefined
  readonly dependsOn: readonly Edge[]
}

export interface Graph {
  /** In an order in which every stack stands behind those that it builds on. */
  readonly stacks: readonly StackNode[]
  /** What the code leaves open: it may hide an edge. */
  readonly unclear: readonly { readonly what: string; readonly source: Source }[]
}

/** Modules that use each other in a circle are Terraform's to complain about. */
const DEEPEST = 50

function modulesOf(code: Code, folder: string): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (path: string, at: string, depth: number) => {
    found.set(path, at)
    if (depth > DEEPEST) return
    for (const { file, block } of code.declarations(at)) {
      const attribute = block.type === 'module' ? block.attributes.get('source') : undefined
      const source = attribute?.literal
      if (attribute === undefined || source === undefined || !/^\.\.?(?:\/|$)/.test(source)) continue
      const inner = posix.normalize(`${at}/${source}`).replace(/(?<=.)\/$/, '')
      const place = { file, line: attribute.line }
      const within = inner !== '..' && !inner.startsWith('../')
      if (within && kindWithin(code.workspace, inner, place) !== 'folder') {
        throw new Failure({
          code: 'PATH_MISSING',
          what: `The module "${block.labels[0]}" is not there: ${inner} is no folder of the checkout.`,
          fix: 'Correct its `source`, which is relative to the folder of this file, or add the module.',
          source: place,
        })
      }
      visit(path === '' ? `module.${block.labels[0]}` : `${path}.module.${block.labels[0]}`, inner, depth + 1)
    }
  }
  visit('', folder, 0)
  return found
}

/** The key that Terraform is given for a stack whose code names none. */
export function defaultKey({ folder }: Stack): string {
  return `${folder}/terraform.tfstate`
}

type Remote = { readonly key: string | undefined; readonly source: Source; readonly name: string }

function remoteStates(declarations: readonly Declaration[]): Remote[] {
  return declarations.flatMap(({ file, block }) => {
    if (block.type !== 'data' || block.labels[0] !== 'terraform_remote_state') return []
    const config = block.attributes.get('config')
    const key = config === undefined ? undefined : objectMembers(config)?.get('key')?.literal
    return [{ key, name: block.labels[1] ?? '', source: { file, line: block.line } }]
  })
}

/** Depth first, so that what others build on comes first; by name where nothing else decides. */
function inOrder(stacks: readonly StackNode[]): StackNode[] {
  const byName = new Map(stacks.map((stack) => [stack.name, stack]))
  const done = new Set<string>()
  const ordered: StackNode[] = []
  const visit = (stack: StackNode, way: readonly string[]) => {
    if (done.has(stack.name)) return
    if (way.includes(stack.name)) {
      const circle = [...way.slice(way.indexOf(stack.name)), stack.name]
      const edge = byName.get(way.at(-1) ?? '')?.dependsOn.find(({ to }) => to === stack.name)
      throw new Failure({
        code: 'STACK_CIRCLE',
        what: `Stacks build on each other in a circle: ${circle.join(' → ')}.`,
        fix: 'Move what both need into a stack of its own.',
        ...(edge === undefined ? {} : { source: edge.source }),
      })
    }
    for (const { to } of stack.dependsOn) {
      const next = byName.get(to)
      if (next !== undefined) visit(next, [...way, stack.name])
    }
    done.add(stack.name)
    ordered.push(stack)
  }
  for (const stack of stacks) visit(stack, [])
  return ordered
}

function declared(
  stack: Stack,
  settings: StackSettings,
  byFolder: ReadonlyMap<string, Stack>,
  problems: Failure[],
): Edge[] {
  return settings.dependsOn.flatMap(({ name, source }) => {
    const folders = [posix.normalize(`${stack.folder}/${name}`), posix.normalize(name)]
    const found =
      folders
        .map((folder) => byFolder.get(folder.replace(/(?<=.)\/$/, '')))
        .find((each) => each !== undefined) ?? [...byFolder.values()].find((each) => each.name === name)
    if (found !== undefined) return [{ to: found.name, source }]
    problems.push(
      new Failure({
        code: 'STACK_UNKNOWN',
        what: `${name} is no stack of this directory.`,
        fix: `Name a folder, or one of: ${[...byFolder.values()].map((each) => each.name).join(', ')}.`,
        source,
      }),
    )
    return []
  })
}

/** @throws Failure HCL_SYNTAX, STACK_SETTINGS, STACK_UNKNOWN, STACK_CIRCLE or STATE_SHARED */
export function readGraph(code: Code, stacks: readonly Stack[]): Graph {
  const byFolder = new Map(stacks.map((stack) => [stack.folder, stack]))
  const problems: Failure[] = []
  const parts = stacks.map((stack) => ({
    stack,
    settings: readSettings(code.workspace, stack.folder),
    key: backendOf(code.declarations(stack.folder))?.block.attributes.get('key')?.literal,
    modules: modulesOf(code, stack.folder),
  }))
  const byKey = new Map<string, Stack>()
  for (const { stack, key } of parts) {
    const state = key ?? defaultKey(stack)
    const other = byKey.get(state)
    if (other !== undefined) {
      problems.push(
        new Failure({
          code: 'STATE_SHARED',
          what: `${stack.folder} and ${other.folder} keep their state under the same key, ${state}.`,
          why: 'Each would delete what the other has made.',
          fix: 'Give one of them another `key` in its backend block.',
          source: { file: stack.folder },
        }),
      )
    }
    byKey.set(state, stack)
  }
  const unclear: Graph['unclear'][number][] = []
  const nodes = parts.map(({ stack, settings, key, modules }): StackNode => {
    const edges = declared(stack, settings, byFolder, problems)
    for (const folder of new Set(modules.values())) {
      for (const remote of remoteStates(code.declarations(folder))) {
        const to = remote.key === undefined ? undefined : byKey.get(remote.key)
        if (to !== undefined && to !== stack) edges.push({ to: to.name, source: remote.source })
        if (remote.key !== undefined) continue
        unclear.push({
          what: `The key of terraform_remote_state.${remote.name} is not written out: if it is the state of another stack here, say so in ${stack.folder}/stack.yml (depends_on).`,
          source: remote.source,
        })
      }
    }
    const unique = [...new Map(edges.map((edge) => [edge.to, edge])).values()]
    return { ...stack, settings, modules, key, dependsOn: unique }
  })
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : new Failures(problems)
  return { stacks: inOrder(nodes), unclear }
}
