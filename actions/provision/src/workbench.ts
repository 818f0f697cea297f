/** The Terraform of each stack, and the buckets beside it, in one session of AWS. */
import { join } from 'node:path'
import type { Bucket } from '#toolkit/aws/s3.ts'
import type { World } from '#toolkit/world/world.ts'
import { looks, type Provisioning, stateKey } from './provisioning.ts'
import type { Stack } from './stack/find.ts'
import type { StackNode } from './stack/graph.ts'
import { holderOf } from './store/lock-note.ts'
import { openStore } from './store/open.ts'
import type { PlanStore } from './store/plan-store.ts'
import { ProviderCaches } from './terraform/provider-cache.ts'
import { RunningList } from './terraform/running.ts'
import { openSession } from './terraform/session.ts'
import { Terraform } from './terraform/terraform.ts'
import { findTool, type InstalledTool } from './tool/install.ts'
import { wantedVersion } from './tool/version.ts'

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
