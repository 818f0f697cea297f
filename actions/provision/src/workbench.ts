/** The Terraform of each stack, and the buckets beside it, in a session of AWS. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AwsCredentials } from '#toolkit/aws/credentials.ts'
import type { Bucket } from '#toolkit/aws/s3.ts'
import type { World } from '#toolkit/world/world.ts'
import { stateKey } from './inputs/backend-config.ts'
import type { PlanStoreSettings } from './inputs/plan-store.ts'
import { type AskedStack, looks, type Provisioning } from './provisioning.ts'
import { LOCK_FILES, SESSION } from './state/kept.ts'
import { holderOf } from './store/lock-note.ts'
import { type OpenedStore, openStore } from './store/open.ts'
import type { PlanStore } from './store/plan-store.ts'
import { dataFolder, lockFileOf } from './terraform/files.ts'
import { ProviderCaches } from './terraform/provider-cache.ts'
import { RunningList } from './terraform/running.ts'
import { openSession } from './terraform/session.ts'
import { Terraform } from './terraform/terraform.ts'
import { findTool, type InstalledTool } from './tool/install.ts'

interface FoundTool {
  readonly tool: InstalledTool
  readonly caches: ProviderCaches
}

/** The tool of each stack: those that ask for the same version share what was found. */
class Tools {
  readonly #world: World
  readonly #found = new Map<string, Promise<FoundTool>>()

  constructor(world: World) {
    this.#world = world
  }

  of({ wanted }: AskedStack): Promise<FoundTool> {
    const { name, asked, required } = wanted
    const key = JSON.stringify([name, asked?.text, required.map(({ text }) => text)])
    const found =
      this.#found.get(key) ??
      findTool(wanted, this.#world).then((tool) => ({
        tool,
        caches: new ProviderCaches(tool, this.#world.env, this.#world.machine),
      }))
    this.#found.set(key, found)
    return found
  }
}

/** A session of AWS, and what was opened in it. */
class Session {
  readonly credentials: AwsCredentials
  readonly #run: Provisioning
  readonly #world: World
  #bucket: Promise<Bucket> | undefined
  #store: Promise<OpenedStore> | undefined

  constructor(credentials: AwsCredentials, run: Provisioning, world: World) {
    this.credentials = credentials
    this.#run = run
    this.#world = world
  }

  bucket(): Promise<Bucket> {
    const { credentials } = this
    const { backend, region } = this.#run
    const { env } = this.#world
    this.#bucket ??= import('#toolkit/aws/s3.ts').then(({ openBucket }) =>
      openBucket({ bucket: backend.bucket, region, credentials, env }),
    )
    return this.#bucket
  }

  async store(settings: PlanStoreSettings): Promise<PlanStore> {
    const { credentials } = this
    const { region } = this.#run
    this.#store ??= openStore(settings, { region, credentials }, this.#world)
    return (await this.#store).store
  }

  async close(): Promise<void> {
    ;(await this.#bucket)?.close()
    ;(await this.#store)?.close()
  }
}

/** Milliseconds. Sessions last an hour: what begins in the second half of one is given another. */
const RENEW_AFTER = 30 * 60_000

/** What a run works with, from its plan to its end. */
export class Workbench {
  readonly #run: Provisioning
  readonly #world: World
  readonly #tools: Tools
  readonly #running: RunningList
  /** Absolute paths of the dependency lock files that were not there before. */
  readonly #lockFiles: readonly string[]
  #sessions: readonly { readonly since: number; readonly opening: Promise<Session> }[] = []

  private constructor(run: Provisioning, world: World) {
    this.#run = run
    this.#world = world
    this.#tools = new Tools(world)
    this.#running = new RunningList(world)
    this.#lockFiles = run.stacks.map((stack) => lockFileOf(stack, world)).filter((file) => !existsSync(file))
  }

  /** @throws Failure of `findTool` and `openSession`, before any stack is begun */
  static async open(run: Provisioning, world: World): Promise<Workbench> {
    const workbench = new Workbench(run, world)
    // Named before Terraform makes them: `post` removes them even when this process is killed.
    world.saveState(LOCK_FILES, JSON.stringify(workbench.#lockFiles))
    const { roles, region } = run
    world.saveState(SESSION, JSON.stringify({ roles, looks: looks(run, world), region, ...workbench.#reads }))
    // What is wrong with a version is told before a role is assumed.
    if (run.stacks[0] !== undefined) await workbench.#tools.of(run.stacks[0])
    await workbench.#session()
    return workbench
  }

  /** The tool that the stack asks for. */
  async tool(stack: AskedStack): Promise<InstalledTool> {
    return (await this.#tools.of(stack)).tool
  }

  /** The same, at work on the stack. */
  async terraform(stack: AskedStack): Promise<Terraform> {
    const { tool, caches } = await this.#tools.of(stack)
    const { credentials } = await this.#session()
    const { region, lockTimeout } = this.#run
    return new Terraform({
      command: tool.command,
      stack,
      cache: caches.of(join(this.#world.workspace, stack.folder)),
      credentials: { ...credentials },
      region,
      lockTimeout,
      // It is a courtesy, and fails nothing.
      onLockWait: (since) => void this.#tellHolder(stack, since).catch(() => undefined),
      running: this.#running,
      world: this.#world,
    })
  }

  /** The bucket of the states. */
  bucket = async (): Promise<Bucket> => (await this.#session()).bucket()

  async store(settings: PlanStoreSettings): Promise<PlanStore> {
    return (await this.#session()).store(settings)
  }

  /** Ends the connections, and removes what Terraform has made for itself, unless one that was left still needs it. */
  async close(): Promise<void> {
    for (const { opening } of this.#sessions)
      await opening.then(
        (session) => session.close(),
        () => undefined, // it failed, and whoever asked for it was told
      )
    if (!this.#running.isEmpty) return
    for (const file of this.#lockFiles) rmSync(file, { force: true })
    rmSync(dataFolder(this.#world), { recursive: true, force: true })
  }

  get #reads() {
    const { backend, planStore } = this.#run
    return { bucket: backend.bucket, ...(planStore === undefined ? {} : { planStore }) }
  }

  #session(): Promise<Session> {
    const now = this.#world.clock().getTime()
    const newest = this.#sessions.at(-1)
    if (newest !== undefined && now - newest.since < RENEW_AFTER) return newest.opening
    const { roles, region } = this.#run
    const opening = openSession(
      roles,
      looks(this.#run, this.#world),
      { region, reads: this.#reads },
      this.#world,
    ).then((credentials) => new Session(credentials, this.#run, this.#world))
    this.#sessions = [...this.#sessions, { since: now, opening }]
    return opening
  }

  async #tellHolder(stack: AskedStack, since: Date): Promise<void> {
    const holder = await holderOf(await this.bucket(), stateKey(this.#run, stack), {
      since,
      world: this.#world,
    })
    if (holder === undefined) return
    this.#world.log.notice(
      `${stack.name} waits for the lock of its state, for ${this.#run.lockTimeout / 1_000} s at most. ${holder}.`,
    )
  }
}
