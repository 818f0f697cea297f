/** Databases on a server that are this round trip's own, and are dropped when it is over. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { countCompleted } from '#toolkit/postgres/completed.ts'
import { AS_READ_SQL, driverClient } from '#toolkit/postgres/session.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { World } from '#toolkit/world/world.ts'

/** Milliseconds for one statement, and for a connection. */
export const STATEMENT_MS = 60_000
const CONNECT_MS = 15_000

const quote = (name: string) => pg.escapeIdentifier(name)

/** A server on which databases may be made and dropped. */
export interface ScratchAccess {
  /** Who makes databases and roles, and drops them. */
  readonly maker: DatabaseTarget
  /** Who owns the databases, and runs the files in them: the maker itself where nobody else is known. */
  readonly runner: DatabaseTarget
}

export class Databases {
  readonly #admin: pg.Client
  readonly #access: ScratchAccess
  readonly #world: World
  readonly #databases = new Set<string>()
  readonly #roles = new Set<string>()
  readonly #clients = new Set<pg.Client>()
  #dropping: Promise<void> | undefined

  private constructor(admin: pg.Client, access: ScratchAccess, world: World) {
    this.#admin = admin
    this.#access = access
    this.#world = world
  }

  /** @throws the driver's error */
  static async connect(access: ScratchAccess, world: World): Promise<Databases> {
    const admin = await driverClient(access.maker, { connectionTimeoutMillis: CONNECT_MS })
    admin.on('error', () => undefined) // its next query tells
    try {
      await admin.connect()
    } catch (error) {
      await admin.end().catch(() => undefined)
      throw error
    }
    return new Databases(admin, access, world)
  }

  /** `PostgreSQL 15.18` */
  async server(): Promise<string> {
    const { rows } = await this.#admin.query<{ version: string }>(
      "SELECT split_part(current_setting('server_version'), ' ', 1) AS version",
    )
    return `PostgreSQL ${rows[0]?.version ?? ''}`.trim()
  }

  async roles(): Promise<ReadonlySet<string>> {
    const { rows } = await this.#admin.query<{ rolname: string }>('SELECT rolname FROM pg_catalog.pg_roles')
    return new Set(rows.map(({ rolname }) => rolname))
  }

  /** Roles belong to the whole server: these are dropped with the databases. */
  expectRoles(names: Iterable<string>): void {
    for (const name of names) this.#roles.add(name)
  }

  /** Whether the files run as somebody else than who makes the databases. */
  get #parted(): boolean {
    return this.#access.maker.user !== this.#access.runner.user
  }

  /** A role that may nothing; whoever runs the files may give it things, and act as it. */
  async createRole(name: string): Promise<void> {
    this.#roles.add(name)
    const grant = `GRANT ${quote(name)} TO ${quote(this.#access.runner.user)}`
    await this.#admin.query(`CREATE ROLE ${quote(name)}; ${grant}${this.#parted ? ' WITH ADMIN OPTION' : ''}`)
  }

  async dropRoles(names: Iterable<string>): Promise<void> {
    // One that something elsewhere depends on stays.
    for (const name of names)
      await this.#admin.query(`DROP ROLE IF EXISTS ${quote(name)}`).catch(() => undefined)
  }

  /** Unlike `template1`, `template0` is never in use, and nobody has put anything into it. */
  async create(template = 'template0'): Promise<string> {
    this.#world.signal.throwIfAborted()
    const name = `omninode_scratch_${randomBytes(6).toString('hex')}`
    this.#databases.add(name)
    await this.#admin.query(
      `CREATE DATABASE ${name} OWNER ${quote(this.#access.runner.user)} TEMPLATE ${template}`,
    )
    return name
  }

  /** Whoever runs the files. */
  async open(name: string): Promise<pg.Client> {
    return this.#open(name, this.#access.runner)
  }

  /**
   * The maker, in a database into which nobody has put anything yet: never later, when it would run what the files have
   * left there.
   * @returns undefined when the files run as the maker
   */
  async openAsMaker(name: string): Promise<pg.Client | undefined> {
    return this.#parted ? this.#open(name, this.#access.maker) : undefined
  }

  async #open(database: string, target: DatabaseTarget): Promise<pg.Client> {
    this.#world.signal.throwIfAborted()
    const client = await driverClient(target, {
      database,
      connectionTimeoutMillis: CONNECT_MS,
      // Also what RESET ALL goes back to.
      statement_timeout: STATEMENT_MS,
      pipeline: true,
    })
    client.on('error', () => undefined) // its next query tells
    this.#clients.add(client)
    countCompleted(client)
    await this.#connect(client)
    await client.query(AS_READ_SQL)
    return client
  }

  /** A client that is ended while it connects tells nobody: node-postgres forgets who waits for it (8.23). */
  async #connect(client: pg.Client): Promise<void> {
    const { signal } = this.#world
    const { promise: cancelled, reject } = Promise.withResolvers<never>()
    const give = () => reject(signal.reason)
    signal.addEventListener('abort', give, { once: true })
    try {
      await Promise.race([client.connect(), cancelled])
    } finally {
      signal.removeEventListener('abort', give)
    }
  }

  async close(client: pg.Client): Promise<void> {
    this.#clients.delete(client)
    await client.end()
  }

  async drop(name: string): Promise<void> {
    await this.#admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    this.#databases.delete(name)
  }

  /** Ends whatever runs in them, and drops them. Waits for it as often as it is called. */
  end(): Promise<void> {
    this.#dropping ??= this.#end()
    return this.#dropping
  }

  async #end(): Promise<void> {
    for (const name of this.#databases) {
      await this.drop(name).catch((error: unknown) =>
        this.#world.log.warning(
          `The scratch database ${name} could not be dropped: ${error instanceof Error ? error.message : String(error)}`,
        ),
      )
    }
    await this.dropRoles(this.#roles)
    // What is left of them has no session any more, or never had one: nothing that they could say is waited for.
    for (const client of this.#clients) client.end().catch(() => undefined)
    await this.#admin.end().catch(() => undefined)
  }
}
