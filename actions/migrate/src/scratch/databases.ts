/** Databases that are made for one try on a server, and dropped when it is over. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Milliseconds for one statement. */
const STATEMENT_MS = 60_000

export class Databases {
  readonly #admin: pg.Client
  readonly #url: string
  readonly #signal: AbortSignal
  readonly #names: string[] = []
  readonly #clients: pg.Client[] = []
  #dropping: Promise<void> | undefined

  private constructor(admin: pg.Client, url: string, signal: AbortSignal) {
    this.#admin = admin
    this.#url = url
    this.#signal = signal
  }

  static async connect(url: string, signal: AbortSignal): Promise<Databases> {
    const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
    admin.on('error', () => undefined) // its next query tells
    await admin.connect()
    return new Databases(admin, url, signal)
  }

  async server(): Promise<string> {
    const { rows } = await this.#admin.query<{ version: string }>(
      "SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) AS version",
    )
    return rows[0]?.version ?? 'PostgreSQL'
  }

  async create(template = 'template0'): Promise<string> {
    const name = `omninode_scratch_${randomBytes(6).toString('hex')}`
    await this.#admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    this.#names.push(name)
    return name
  }

  /** @param pipeline whether messages are sent without waiting for those before them */
  async open(name: string, pipeline = false): Promise<pg.Client> {
    this.#signal.throwIfAborted()
    const url = new URL(this.#url)
    url.pathname = `/${name}`
    const client = new pg.Client({
      connectionString: url.toString(),
      options: `-c statement_timeout=${STATEMENT_MS} -c lock_timeout=10000`,
      pipeline,
    })
    client.on('error', () => undefined) // its next query tells
    await client.connect()
    this.#clients.push(client)
    return client
  }

  async close(client: pg.Client): Promise<void> {
    this.#clients.splice(this.#clients.indexOf(client), 1)
    await client.end()
  }

  /** Once, however often it is asked for. */
  drop(): Promise<void> {
    this.#dropping ??= this.#drop()
    return this.#dropping
  }

  async #drop(): Promise<void> {
    for (const name of this.#names.splice(0))
      await this.#admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => undefined) // the server may be gone
    for (const client of this.#clients.splice(0)) client.end().catch(() => undefined)
    await this.#admin.end().catch(() => undefined)
  }
}
