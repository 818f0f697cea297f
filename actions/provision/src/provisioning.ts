/** What a run is asked for, as it was read when it was opened. */
import type { World } from '#toolkit/world/world.ts'
import type { Backend } from './inputs/backend-config.ts'
import type { PlanStoreSettings } from './inputs/plan-store.ts'
import type { VarFile } from './inputs/var-files.ts'
import type { Code } from './stack/code.ts'
import type { Graph, StackNode } from './stack/graph.ts'
import type { SessionRoles } from './terraform/session.ts'
import type { Wanted } from './tool/version.ts'

export type ProvisionCommand = 'plan' | 'apply' | 'drift' | 'destroy'

/** A stack, and the tool that it asks for. */
export interface AskedStack extends StackNode {
  readonly wanted: Wanted
}

export interface Provisioning {
  readonly command: ProvisionCommand
  readonly directory: string
  readonly code: Code
  readonly graph: Graph
  /** Those of the graph that this run is about, in its order. */
  readonly stacks: readonly AskedStack[]
  /** Whether only those are meant that the pull request touches. */
  readonly changedOnly: boolean
  /** Whether somebody must have let the job run. */
  readonly approval: boolean
  readonly roles: SessionRoles
  readonly region: string
  readonly varFiles: readonly VarFile[]
  readonly backend: Backend
  /** How many Terraforms run at the same time. */
  readonly parallelism: number
  /** Types and addresses that may not be destroyed, beside the built-in ones. */
  readonly protect: readonly string[]
  /** Milliseconds. */
  readonly lockTimeout: number
  /** Where the preview keeps its plans, and the apply takes them from; without one the apply plans again. */
  readonly planStore?: PlanStoreSettings & {
    /** Head of the pull request that plans are kept for; unknown while GitHub has to be asked for it. */
    readonly commit?: string
  }
}

/** The same when GitHub has told whose plans these are, and which stacks they are of. */
export interface Selection extends Provisioning {
  readonly planStore?: PlanStoreSettings & { readonly commit: string }
}

/** Whether nothing may be changed: the session that is opened is one that cannot. */
export function looks({ command }: Pick<Provisioning, 'command'>, { run }: Pick<World, 'run'>): boolean {
  return command === 'drift' || (command === 'plan' && run.event === 'pull_request')
}
