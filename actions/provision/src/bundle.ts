/** The bundle of a plan: made when a preview has planned, and put in place where it is applied. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { digest } from '#toolkit/model/canonical.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { readWithin } from '#toolkit/sources/checkout.ts'
import { readHcl } from '#toolkit/sources/hcl.ts'
import type { World } from '#toolkit/world/world.ts'
import { backendConfig, stateKey } from './inputs/backend-config.ts'
import type { Provisioning } from './provisioning.ts'
import { backendOf } from './stack/find.ts'
import type { StackNode } from './stack/graph.ts'
import type { StackSources } from './stack/sources.ts'
import { differencesOf, type WantedBackend } from './store/backend.ts'
import type { Binding, Expected } from './store/binding.ts'
import { generatedSince, restore, type Snapshot, snapshot } from './store/generated.ts'
import { backendIn } from './store/plan-file.ts'
import type { LoadedBundle, PlanBundle, PlanStore } from './store/plan-store.ts'
import { lockFileOf } from './terraform/files.ts'
import type { Terraform } from './terraform/terraform.ts'
import type { InstalledTool } from './tool/install.ts'

/** A bundle that is to be kept, and what for. */
export interface BoundBundle {
  readonly bundle: PlanBundle
  readonly binding: Binding
}

/** What a plan of a stack is bound to in this run. */
export function expectedOf(
  run: Provisioning,
  commit: string,
  { stack, sources }: StackSources,
  { name, version }: InstalledTool,
  { run: { repositoryId }, env }: World,
): Expected {
  const varFiles = run.varFiles.map(({ file, sha256 }) => [file, sha256])
  return {
    repositoryId,
    stack: stack.folder,
    workspace: env['TF_WORKSPACE'] ?? 'default',
    backend: {
      bucket: run.backend.bucket,
      key: stateKey(run, stack),
      region: run.backend['region'] ?? run.region,
    },
    commit,
    sources: digest({ files: sources, varFiles }),
    tool: { name, version },
  }
}

function providersIn(lockFile: Buffer, file: string): Record<string, string> {
  const { blocks } = readHcl(lockFile.toString('utf8'), file)
  return Object.fromEntries(
    blocks
      .filter(({ type }) => type === 'provider')
      .map(({ labels, attributes }) => [labels[0] ?? '', attributes.get('version')?.literal ?? '']),
  )
}

/** The files of a stack and its modules, to be taken before planning. */
export function filesBefore({ modules }: StackNode, { workspace }: World): Snapshot {
  return snapshot(workspace, new Set(modules.values()))
}

/** What was just planned, as it lies there: another stack's planning may write over it. */
export function bundleOf(
  tool: Terraform,
  stack: StackNode,
  expected: Expected,
  earlier: Snapshot,
  world: World,
): BoundBundle {
  const { workspace, clock } = world
  const file = lockFileOf(stack, world)
  const lockFile = existsSync(file) ? readWithin(workspace, file) : Buffer.alloc(0)
  return {
    bundle: {
      planFile: readFileSync(tool.planFile),
      lockFile,
      generated: generatedSince(earlier, filesBefore(stack, world), workspace),
    },
    binding: { ...expected, providers: providersIn(lockFile, file), createdAt: clock().toISOString() },
  }
}

/** @throws Failure PLAN_BOUND_ELSEWHERE for a plan file that writes to another state */
function checkBackend(
  planFile: Uint8Array,
  { stack, workspace }: Expected,
  wanted: Omit<WantedBackend, 'workspace'>,
): void {
  const refuse = (why: string) =>
    new Failure({
      code: 'PLAN_BOUND_ELSEWHERE',
      what: `The plan file that was saved for ${stack} writes to another state.`,
      why,
      fix: 'Look at what ran in the preview of the pull request: an honest Terraform does not make such a file.',
    })
  let wrong: string[]
  try {
    wrong = differencesOf(backendIn(Buffer.from(planFile)), { workspace, ...wanted })
  } catch (error) {
    throw refuse(`It cannot be told which: ${error instanceof Error ? error.message : String(error)}.`)
  }
  if (wrong.length > 0) throw refuse(wrong.join(' '))
}

/** What the run and the code of a stack say of its backend. */
export function backendWanted(run: Provisioning, stack: StackNode): Omit<WantedBackend, 'workspace'> {
  const attributes = backendOf(run.code.declarations(stack.folder))?.attributes ?? new Map()
  const code = new Map([...attributes].map(([name, { literal }]) => [name, literal]))
  return { settings: { ...backendConfig(run, stack), key: stateKey(run, stack) }, code }
}

/**
 * Puts a saved plan where the tool applies it from, in a folder that was not initialised yet.
 * @throws Failure of `PlanStore.load`, PLAN_BOUND_ELSEWHERE, PLAN_FILES
 */
export async function loadBundle(
  store: PlanStore,
  tool: Terraform,
  expected: Expected,
  backend: Omit<WantedBackend, 'workspace'>,
  world: World,
): Promise<LoadedBundle> {
  const loaded = await store.load(expected)
  checkBackend(loaded.planFile, expected, backend)
  restore(loaded.generated, world.workspace)
  const lockFile = lockFileOf(tool.stack, world)
  if (!existsSync(lockFile) && loaded.lockFile.length > 0) writeFileSync(lockFile, loaded.lockFile)
  writeFileSync(tool.planFile, loaded.planFile, { mode: 0o600 })
  const { stack, commit } = loaded.binding
  world.log.info(
    `${stack}: the plan that was saved for ${commit.slice(0, 12)} at ${loaded.binding.createdAt}`,
  )
  return loaded
}
