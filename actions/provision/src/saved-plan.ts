/** Saves what was planned for the apply, and lets the apply go on with exactly that. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '#toolkit/model/canonical.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { readHcl } from '#toolkit/sources/hcl.ts'
import type { World } from '#toolkit/world/world.ts'
import { backendConfig, type Provisioning, stateKey } from './provisioning.ts'
import { backendOf } from './stack/find.ts'
import type { StackNode } from './stack/graph.ts'
import type { StackSources } from './stack/sources.ts'
import { differencesOf, type WantedBackend } from './store/backend.ts'
import type { Binding, Expected } from './store/binding.ts'
import { generatedSince, restore, type Snapshot, snapshot } from './store/generated.ts'
import { backendIn } from './store/plan-file.ts'
import type { LoadedPlan, PlanStore } from './store/plan-store.ts'
import { lockFileOf, type Terraform } from './terraform/terraform.ts'
import type { InstalledTool } from './tool/install.ts'

/** What a plan of a stack is bound to in this run. */
export function expectedOf(
  run: Provisioning,
  { stack, sources }: StackSources,
  tool: InstalledTool,
  world: World,
): Expected {
  const { bucket = '', region = '' } = backendConfig(run, stack)
  const varFiles = run.varFiles.map((file) => [
    file,
    createHash('sha256')
      .update(readFileSync(join(world.workspace, file)))
      .digest('hex'),
  ])
  return {
    repositoryId: world.run.repositoryId,
    stack: stack.folder,
    workspace: world.env['TF_WORKSPACE'] ?? 'default',
    backend: { bucket, key: stateKey(run, stack), region },
    commit: run.commit ?? '',
    sources: digest({ files: sources, varFiles }),
    tool: { name: tool.name, version: tool.version },
  }
}

function providersIn(lockFile: string): Record<string, string> {
  const { blocks } = readHcl(readFileSync(lockFile, 'utf8'), lockFile)
  return Object.fromEntries(
    blocks
      .filter(({ type }) => type === 'provider')
      .map(({ labels, attributes }) => [labels[0] ?? '', attributes.get('version')?.literal ?? '']),
  )
}

function foldersOf({ modules }: StackNode): Set<string> {
  return new Set(modules.values())
}

/** To be taken before planning. */
export function before(stack: StackNode, { workspace }: World): Snapshot {
  return snapshot(workspace, foldersOf(stack))
}

export async function savePlan(
  store: PlanStore,
  tool: Terraform,
  stack: StackNode,
  expected: Expected,
  earlier: Snapshot,
  world: World,
): Promise<void> {
  const { workspace } = world
  const lockFile = lockFileOf(join(workspace, stack.folder))
  const locked = existsSync(lockFile)
  const binding: Binding = {
    ...expected,
    providers: locked ? providersIn(lockFile) : {},
    createdAt: world.clock().toISOString(),
  }
  await store.save(
    {
      planFile: readFileSync(tool.planFile),
      // A stack without providers has none.
      lockFile: locked ? readFileSync(lockFile) : Buffer.alloc(0),
      generated: generatedSince(earlier, before(stack, world), workspace),
    },
    binding,
  )
}

function backendProblem(
  planFile: Uint8Array,
  { stack, workspace }: Expected,
  wanted: Omit<WantedBackend, 'workspace'>,
): Failure | undefined {
  const refuse = (why: string) =>
    new Failure({
      code: 'PLAN_BOUND_ELSEWHERE',
      what: `The plan file that was saved for ${stack} writes to another state.`,
      why,
      fix: 'Look at what ran in the preview of the pull request: an honest Terraform does not make such a file.',
    })
  try {
    const wrong = differencesOf(backendIn(Buffer.from(planFile)), { workspace, ...wanted })
    return wrong.length === 0 ? undefined : refuse(wrong.join(' '))
  } catch (error) {
    return refuse(`It cannot be told which: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

/** What the run and the code of a stack say of its backend. */
export function backendWanted(run: Provisioning, stack: StackNode): Omit<WantedBackend, 'workspace'> {
  const attributes = backendOf(run.code.declarations(stack.folder))?.attributes ?? new Map()
  const code = new Map([...attributes].map(([name, { literal }]) => [name, literal]))
  return { settings: { ...backendConfig(run, stack), key: stateKey(run, stack) }, code }
}

/**
 * Puts a saved plan where the tool applies it from, in a folder that was not initialised yet.
 * @throws Failure of `PlanStore.load`, PLAN_FILES
 */
export async function loadPlan(
  store: PlanStore,
  tool: Terraform,
  expected: Expected,
  backend: Omit<WantedBackend, 'workspace'>,
  world: World,
): Promise<LoadedPlan> {
  const loaded = await store.load(expected)
  const wrong = backendProblem(loaded.planFile, expected, backend)
  if (wrong !== undefined) throw wrong
  restore(loaded.generated, world.workspace)
  const lockFile = lockFileOf(join(world.workspace, expected.stack))
  if (!existsSync(lockFile) && loaded.lockFile.length > 0) writeFileSync(lockFile, loaded.lockFile)
  writeFileSync(tool.planFile, loaded.planFile, { mode: 0o600 })
  const { stack, commit } = loaded.binding
  world.log.info(
    `${stack}: the plan that was saved for ${commit.slice(0, 12)} at ${loaded.binding.createdAt}`,
  )
  return loaded
}
