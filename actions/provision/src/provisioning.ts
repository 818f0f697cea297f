/** Everything that a run over the stacks of a directory is given. */
import type { World } from '#toolkit/world/world.ts'
import type { Code } from './stack/code.ts'
import type { Stack } from './stack/find.ts'
import { defaultKey, type Graph, type StackNode } from './stack/graph.ts'
import type { PlanStoreSettings } from './store/plan-store.ts'
import type { Roles } from './terraform/session.ts'
import type { VersionInputs } from './tool/version.ts'

export type Command = 'plan' | 'apply' | 'drift' | 'destroy'

export interface Provisioning {
  readonly command: Command
  readonly directory: string
  readonly code: Code
  readonly graph: Graph
  /** Those of the graph that this run is about, in its order. */
  readonly stacks: readonly StackNode[]
  readonly roles: Roles
  readonly region: string
  readonly varFiles: readonly string[]
  readonly backend: Readonly<Record<string, string>>
  readonly versions: VersionInputs
  /** How many Terraforms run at the same time. */
  readonly parallelism: number
  /** Types and addresses that may not be destroyed, beside the built-in ones. */
  readonly protect: readonly string[]
  /** Milliseconds. */
  readonly lockTimeout: number
  /** Where the preview saves its plans, and the apply takes them from; without one the apply plans again. */
  readonly planStore?: PlanStoreSettings
  /** Head of the pull request that a plan store knows plans by. */
  readonly commit?: string
}

/** Of the state in the bucket. */
export function stateKey({ backend }: Pick<Provisioning, 'backend'>, stack: StackNode): string {
  return backend['key'] ?? stack.key ?? defaultKey(stack)
}

/** Whether nothing may be changed: the session that is opened is one that cannot. */
export function looks({ command }: Pick<Provisioning, 'command'>, { run }: World): boolean {
  return command === 'drift' || (command === 'plan' && run.event === 'pull_request')
}

export function backendConfig(
  { backend, region }: Pick<Provisioning, 'backend' | 'region'>,
  stack: Stack & Pick<StackNode, 'key'>,
): Record<string, string> {
  // What the code names itself is not overridden.
  const key = stack.key === undefined ? { key: defaultKey(stack) } : {}
  return { ...key, region, ...backend, use_lockfile: 'true', encrypt: 'true' }
}
