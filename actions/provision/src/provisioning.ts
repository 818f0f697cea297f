/** What a run is asked for, as it was read when it was opened. */
import type { Backend } from './inputs/backend-config.ts'
import type { PlanStoreSettings } from './inputs/plan-store.ts'
import type { VarFile } from './inputs/var-files.ts'
import type { CodedBackend } from './stack/backend.ts'
import type { Code } from './stack/code.ts'
import type { Graph, StackNode } from './stack/graph.ts'
import type { SessionRoles } from './terraform/session.ts'
import type { Wanted } from './tool/version.ts'

export type ProvisionCommand = 'plan' | 'apply' | 'drift' | 'destroy'

/** A stack, the tool that it asks for, and what its code says of where its state is. */
export interface AskedStack extends StackNode {
  readonly coded: CodedBackend
  readonly wanted: Wanted
}

export interface Provisioning {
  readonly command: ProvisionCommand
  /** Whether it does what it plans: every other run looks, with the role that may only read. */
  readonly applies: boolean
  readonly directory: string
  /** What people call the target. */
  readonly name?: string
  readonly code: Code
  readonly graph: Graph
  /** Those of the graph that this run is about, in its order. */
  readonly stacks: readonly AskedStack[]
  /** Whether only those are meant that the pull request touches. */
  readonly changedOnly: boolean
  readonly roles: SessionRoles
  readonly region: string
  readonly varFiles: readonly VarFile[]
  readonly backend: Backend
  /** Terraform's workspace. */
  readonly workspace: string
  /** Names of variables of the environment that Terraform is given beside its own. */
  readonly passed: readonly string[]
  /** How many Terraforms run at the same time. */
  readonly parallelism: number
  /** Types and addresses that may not be destroyed, beside the built-in ones. */
  readonly protect: readonly string[]
  /** Milliseconds. */
  readonly lockTimeout: number
  /** Where the preview keeps its plans, and the apply takes them from; without one the apply plans again. */
  readonly planStore?: PlanStoreSettings & {
    /** Head of the pull request that plans are kept for; its review tells an apply. */
    readonly commit?: string
  }
}

/** The same when it is known whose plans these are, and which stacks they are of; without a store nothing is kept or taken. */
export interface Selection extends Provisioning {
  readonly planStore?: PlanStoreSettings & { readonly commit: string }
}
