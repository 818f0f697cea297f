/** Everything that a run over the stacks of a directory is given, and the Terraform for each of them. */
import { join } from 'node:path'
import type { AwsCredentials } from '#toolkit/aws/role.ts'
import type { Bucket } from '#toolkit/aws/s3.ts'
import type { World } from '#toolkit/world/world.ts'
import { openSession, type Roles } from './session.ts'
import type { Code } from './stack/code.ts'
import type { Stack } from './stack/find.ts'
import { defaultKey, type Graph, type StackNode } from './stack/graph.ts'
import { holderOf } from './store/lock-note.ts'
import type { PlanStore, PlanStoreSettings } from './store/plan-store.ts'
import { ProviderCaches } from './terraform/provider-cache.ts'
import { RunningList } from './terraform/running.ts'
import { Terraform } from './terraform/terraform.ts'
import { findTool, type InstalledTool } from './tool/install.ts'
import { type VersionInputs, wantedVersion } from './tool/version.ts'

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

/** The tool of each stack: those that ask for the same version share what was found. */
class Tools {
  readonly #run: Provisioning
  readonly #world: World
  readonly #found = new Map<string, Promise<{ tool: InstalledTool; caches: ProviderCaches }>>()

  constructor(run: Provisioning, world: World) {
    this.#run = run
    this.#world = world
  }

  of({ folder }: Stack): Promise<{ tool: InstalledTool; caches: ProviderCaches }> {
    const { code, versions } = this.#run
    const { name, asked, required } = wantedVersion(versions, code, folder)
    const key = JSON.stringify([name, asked?.text, required.map(({ text }) => text)])
    const found = this.#found.get(key) ?? this.#find(folder)
    this.#found.set(key, found)
    return found
  }

  async #find(folder: string): Promise<{ tool: InstalledTool; caches: ProviderCaches }> {
    const { code, versions } = this.#run
    const tool = await findTool({ inputs: versions, code, folder }, this.#world)
    return { tool, caches: new ProviderCaches(tool, this.#world.env) }
  }
}

/** What a run works with, in one session of AWS. */
export interface Workbench {
  /** The tool that the stack asks for. */
  tool(stack: Stack): Promise<InstalledTool>
  /** The same, at work on the stack. */
  terraform(stack: StackNode): Promise<Terraform>
  /** The bucket of the states. */
  bucket(): Promise<Bucket>
  /** @returns undefined when the run has none */
  store(): Promise<PlanStore | undefined>
  close(): Promise<void>
}

/** A plan store, in a session of AWS. */
export async function openStore(
  settings: PlanStoreSettings,
  { region, credentials }: { readonly region: string; readonly credentials: AwsCredentials },
  world: World,
): Promise<{ store: PlanStore; close(): void }> {
  const [{ openBucket }, { openKms }, { PlanStore }] = await Promise.all([
    import('#toolkit/aws/s3.ts'),
    import('./store/kms.ts'),
    import('./store/plan-store.ts'),
  ])
  const { env } = world
  const bucket = openBucket({ bucket: settings.bucket, region, credentials, env })
  // The key may live in another region than the stacks.
  const keys = openKms({ key: settings.key, region: settings.key.split(':')[3] ?? region, credentials, env })
  const close = () => {
    bucket.close()
    keys.close()
  }
  return { store: new PlanStore(settings, bucket, keys, world), close }
}

/** Opens the session, once for all stacks. */
export async function openWorkbench(run: Provisioning, world: World): Promise<Workbench> {
  const { planStore } = run
  const reads = {
    bucket: run.backend['bucket'] ?? '',
    ...(planStore === undefined ? {} : { planStore }),
  }
  world.saveState(
    'session',
    JSON.stringify({ roles: run.roles, looks: looks(run, world), region: run.region, ...reads }),
  )
  const tools = new Tools(run, world)
  // What is wrong with a version is told before a role is assumed.
  if (run.stacks[0] !== undefined) await tools.of(run.stacks[0])
  const credentials = await openSession(run.roles, looks(run, world), { region: run.region, reads }, world)
  const running = new RunningList(world)
  const { region, lockTimeout } = run
  let bucket: Promise<Bucket> | undefined
  let store: ReturnType<typeof openStore> | undefined
  const openStateBucket = () => {
    bucket ??= import('#toolkit/aws/s3.ts').then(({ openBucket }) =>
      openBucket({ bucket: reads.bucket, region, credentials, env: world.env }),
    )
    return bucket
  }
  const tellHolder = async (stack: StackNode, since: Date) => {
    const holder = await holderOf(await openStateBucket(), stateKey(run, stack), { since, world })
    if (holder === undefined) return
    world.log.notice(
      `${stack.name} waits for the lock of its state, for ${lockTimeout / 1_000} s at most. ${holder}.`,
    )
  }
  return {
    tool: async (stack) => (await tools.of(stack)).tool,
    terraform: async (stack) => {
      const { tool, caches } = await tools.of(stack)
      const cache = caches.of(join(world.workspace, stack.folder))
      const { command } = tool
      return new Terraform({
        command,
        stack,
        cache,
        credentials: { ...credentials },
        region,
        lockTimeout,
        // It is a courtesy, and fails nothing.
        onLockWait: (since) => void tellHolder(stack, since).catch(() => undefined),
        running,
        world,
      })
    },
    bucket: openStateBucket,
    store: async () => {
      if (planStore === undefined) return undefined
      store ??= openStore(planStore, { region, credentials }, world)
      return (await store).store
    },
    close: async () => {
      ;(await bucket)?.close()
      ;(await store)?.close()
    },
  }
}
