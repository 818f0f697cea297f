/** Everything that a run over the stacks of a directory is given, and the Terraform for each of them. */
import type { World } from '#toolkit/world/world.ts'
import { findTerraform } from './install.ts'
import { RunningList } from './running.ts'
import { openSession, type Roles } from './session.ts'
import type { Code } from './stack/code.ts'
import type { Stack } from './stack/find.ts'
import { defaultKey, type Graph, type StackNode } from './stack/graph.ts'
import { Terraform } from './terraform.ts'

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
  readonly terraformVersion: string | undefined
  /** How many Terraforms run at the same time. */
  readonly parallelism: number
  /** Types and addresses that may not be destroyed, beside the built-in ones. */
  readonly protect: readonly string[]
  /** Milliseconds. */
  readonly lockTimeout: number
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

/** Opens the session and finds the tool, once for all stacks. */
export async function terraformFor(run: Provisioning, world: World): Promise<(stack: Stack) => Terraform> {
  const command = await findTerraform(run.terraformVersion, run.directory, world)
  const reads = { bucket: run.backend['bucket'] ?? '' }
  world.saveState(
    'session',
    JSON.stringify({ roles: run.roles, looks: looks(run, world), region: run.region, ...reads }),
  )
  const credentials = await openSession(run.roles, looks(run, world), { region: run.region, reads }, world)
  const running = new RunningList(world)
  const { region, lockTimeout } = run
  return (stack) =>
    new Terraform({ command, stack, credentials: { ...credentials }, region, lockTimeout, running, world })
}
