/** The Terraform of each stack, and the buckets beside it, in a session of AWS. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AwsCredentials } from '#toolkit/aws/credentials.ts'
import type { Bucket } from '#toolkit/aws/s3.ts'
import type { World } from '#toolkit/world/world.ts'
import { stateObject } from './inputs/backend-config.ts'
import type { PlanStoreSettings } from './inputs/plan-store.ts'
import { commonPrefix } from './place.ts'
import type { AskedStack, Provisioning } from './provisioning.ts'
import { DATA_FOLDERS, LOCK_FILES, SESSION } from './state/kept.ts'
import { holderOf } from './store/lock-note.ts'
import { type OpenedStore, openStore } from './store/open.ts'
import type { PlanStore } from './store/plan-store.ts'
import { clearDataFolder, removeDataFolder } from './terraform/data-folder.ts'
import { dataFolderOf, lockFileOf, outputFolder } from './terraform/files.ts'
import { ProviderCaches } from './terraform/provider-cache.ts'
import { RunningList } from './terraform/running.ts'
import { type AwsSession, openSession, type Reads } from './terraform/session.ts'
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
  /** Twelve digits. */
  readonly account: string
  readonly #run: Provisioning
  readonly #world: World
  #bucket: Promise<Bucket> | undefined
  #store: Promise<OpenedStore> | undefined

  constructor({ credentials, account }: AwsSession, run: Provisioning, world: World) {
    this.credentials = credentials
    this.account = account
    this.#run = run
    this.#world = world
  }

  bucket(): Promise<Bucket> {
    const { credentials } = this
    const { backend, region } = this.#run
    const { env } = this.#world
    this.#bucket ??= import('#toolkit/aws/s3.ts').then(({ openBucket }) =>
      openBucket({ bucket: backend.bucket, region: backend['region'] ?? region, credentials, env }),
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
  /** Absolute paths of what Terraform keeps for itself. */
  readonly #dataFolders: readonly string[]
  #sessions: readonly { readonly since: number; readonly opening: Promise<Session> }[] = []

  private constructor(run: Provisioning, world: World) {
    this.#run = run
    this.#world = world
    this.#tools = new Tools(world)
    this.#running = new RunningList(world)
    this.#dataFolders = run.stacks.map((stack) => dataFolderOf(stack, world))
    this.#lockFiles = run.stacks.map((stack) => lockFileOf(stack, world)).filter((file) => !existsSync(file))
  }

  /** Asks nobody anything yet. */
  static open(run: Provisioning, world: World): Workbench {
    const workbench = new Workbench(run, world)
    const { roles, region, applies, passed } = run
    const { planStore } = run
    const reads = workbench.#reads
    world.saveState(SESSION, JSON.stringify({ roles, applies, region, passed, planStore, reads }))
    return workbench
  }

  /**
   * Makes room for what Terraform makes for itself in the folders of the stacks.
   * @throws Failure of `findTool`, `openSession` and `clearDataFolder`, before any stack is begun
   */
  async begin(): Promise<void> {
    const { stacks } = this.#run
    // Named before Terraform makes them: `post` removes them even when this process is killed.
    this.#world.saveState(LOCK_FILES, JSON.stringify(this.#lockFiles))
    this.#world.saveState(DATA_FOLDERS, JSON.stringify(this.#dataFolders))
    // What is wrong with a version is told before a role is assumed.
    if (stacks[0] !== undefined) await this.#tools.of(stacks[0])
    await this.#session()
    for (const folder of this.#dataFolders) clearDataFolder(folder)
  }

  /** The account that the role of this run is of, as AWS itself tells. */
  account = async (): Promise<string> => (await this.#session()).account

  /** The tool that the stack asks for. */
  async tool(stack: AskedStack): Promise<InstalledTool> {
    return (await this.#tools.of(stack)).tool
  }

  /** The same, at work on the stack. */
  async terraform(stack: AskedStack): Promise<Terraform> {
    const { tool, caches } = await this.#tools.of(stack)
    const { credentials } = await this.#session()
    const { region, lockTimeout, passed } = this.#run
    return new Terraform({
      command: tool.command,
      stack,
      cache: caches.of(join(this.#world.workspace, stack.folder)),
      credentials: { ...credentials },
      region,
      passed,
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
    for (const folder of this.#dataFolders) removeDataFolder(folder)
    rmSync(outputFolder(this.#world), { recursive: true, force: true })
  }

  get #reads(): Reads {
    const { backend, planStore, stacks } = this.#run
    const states = commonPrefix(stacks.map((stack) => stateObject(this.#run, stack)))
    const { commit } = planStore ?? {}
    if (planStore === undefined || commit === undefined) return { bucket: backend.bucket, states }
    const { repositoryId } = this.#world.run
    return { bucket: backend.bucket, states, planStore: { ...planStore, repositoryId, commit } }
  }

  #session(): Promise<Session> {
    const now = this.#world.clock().getTime()
    const newest = this.#sessions.at(-1)
    if (newest !== undefined && now - newest.since < RENEW_AFTER) return newest.opening
    const { roles, region, applies } = this.#run
    const opening = openSession(roles, applies, { region, reads: this.#reads }, this.#world).then(
      (session) => new Session(session, this.#run, this.#world),
    )
    this.#sessions = [...this.#sessions, { since: now, opening }]
    return opening
  }

  async #tellHolder(stack: AskedStack, since: Date): Promise<void> {
    const holder = await holderOf(await this.bucket(), stateObject(this.#run, stack), {
      since,
      world: this.#world,
    })
    if (holder === undefined) return
    this.#world.log.notice(
      `${stack.name} waits for the lock of its state, for ${this.#run.lockTimeout / 1_000} s at most. ${holder}.`,
    )
  }
}
