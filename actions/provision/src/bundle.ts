/** The bundle of a plan: made when a preview has planned, and put in place where it is applied. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { digest } from '#toolkit/model/canonical.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { readSourceBytes } from '#toolkit/sources/checkout.ts'
import type { World } from '#toolkit/world/world.ts'
import { stateObject } from './inputs/backend-config.ts'
import type { AskedStack, Provisioning } from './provisioning.ts'
import type { StackNode } from './stack/graph.ts'
import type { StackSources } from './stack/sources.ts'
import { differencesOf, type WantedBackend } from './store/backend.ts'
import type { Expected } from './store/binding.ts'
import { generatedSince, restore, type Snapshot, snapshotOf } from './store/generated.ts'
import { backendIn } from './store/plan-file.ts'
import type { LoadedBundle, PlanStore, SealedPlan } from './store/plan-store.ts'
import { LOCK_FILE, lockFileOf } from './terraform/files.ts'
import { lockedProviders } from './terraform/lock-file.ts'
import type { Terraform } from './terraform/terraform.ts'
import type { InstalledTool } from './tool/install.ts'

/** What a plan of a stack is bound to in this run. */
export function expectedOf(
  run: Provisioning,
  commit: string,
  { stack, sources, variables }: StackSources<AskedStack>,
  { name, version }: InstalledTool,
  { run: { repositoryId } }: World,
): Expected {
  const varFiles = run.varFiles.map(({ file, sha256 }) => [file, sha256])
  return {
    repositoryId,
    stack: stack.folder,
    workspace: run.workspace,
    backend: {
      bucket: run.backend.bucket,
      key: stateObject(run, stack),
      region: run.backend['region'] ?? run.region,
    },
    commit,
    sources: digest({ files: sources, variables, varFiles }),
    tool: { name, version },
  }
}

/** What was just planned, as it lies there, sealed: another stack's planning may write over it. */
export function sealPlan(
  store: PlanStore,
  tool: Terraform,
  stack: StackNode,
  { expected, earlier }: { readonly expected: Expected; readonly earlier: Snapshot },
  world: World,
): Promise<SealedPlan> {
  const { workspace, clock } = world
  const lockFile = posix.join(stack.folder, LOCK_FILE)
  return store.seal(
    {
      planFile: readFileSync(tool.planFile),
      lockFile: existsSync(join(workspace, lockFile))
        ? readSourceBytes(workspace, lockFile)
        : Buffer.alloc(0),
      generated: generatedSince(earlier, snapshotOf([stack], world), workspace),
    },
    { ...expected, providers: lockedProviders(stack, world), createdAt: clock().toISOString() },
  )
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

/**
 * Puts a saved plan where the tool applies it from, in a folder that was not initialised yet.
 * @throws Failure of `PlanStore.load`, PLAN_BOUND_ELSEWHERE, PLAN_FILES
 */
export async function loadBundle(
  store: PlanStore,
  id: string,
  tool: Terraform,
  expected: Expected,
  backend: Omit<WantedBackend, 'workspace'>,
  world: World,
): Promise<LoadedBundle> {
  const loaded = await store.load(expected, id)
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
