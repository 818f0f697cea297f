/** How scripts are run on a scratch database, and what it says when it refuses one. */
import type pg from 'pg'
import type { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import { completedBefore } from '#toolkit/postgres/completed.ts'
import { sendMessage } from '#toolkit/postgres/message.ts'
import { hearing, type NoticeListener } from '#toolkit/postgres/notices.ts'
import { AS_READ_SQL } from '#toolkit/postgres/session.ts'
import { RESTORE_SQL } from '../../session/restore.ts'
import { CHECK_SQL, type Message, messageAround } from '../../sql/message.ts'
import { isServerError, type Sent, type ServerError, sqlFailure } from '../../sql/sql-failure.ts'
import type { Script } from '../../sql/statements.ts'
import { STATEMENT_MS } from './databases.ts'

/** A statement of a file that the server refused. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly script: Script
  readonly source: Source
  readonly failure: Failure
  /** Set when it tells more about the scratch server than about the file: why it cannot be tried there. */
  readonly elsewhere: string | undefined

  constructor(error: ServerError, script: Script, sent: Sent) {
    super(error.message, { cause: error })
    this.script = script
    this.failure = sqlFailure(error, script, sent, completedBefore(error), '')
    this.source = this.failure.source ?? { file: script.file, line: 1 }
    this.elsewhere = elsewhere(error)
  }

  /** `0003_x.up.sql:4` */
  get place(): string {
    return `${this.source.file}:${this.source.line ?? 1}`
  }
}

/**
 * What a server says of what its release does not have: syntax, features, functions, types and settings, values of
 * settings. The database's own may have it.
 */
const ofItsRelease: ReadonlySet<string> = new Set(['42601', '0A000', '42883', '42704', '22023'])

/**
 * @param release of the database, when the server is of another one
 * @returns why a refusal does not tell that the file is wrong
 */
export function elsewhereOf(
  { elsewhere, cause, message }: Refusal,
  release: number | undefined,
): string | undefined {
  if (elsewhere !== undefined || release === undefined) return elsewhere
  const { code } = cause as ServerError // as it was made
  return ofItsRelease.has(code) ? `${message}, which PostgreSQL ${release} may take otherwise` : undefined
}

/** Why an error does not tell that the file is wrong: the production server may well have what this one lacks. */
function elsewhere({ code, message }: ServerError): string | undefined {
  if (code === '57014') return `it takes longer than ${STATEMENT_MS / 1_000} s there`
  if (/^(?:53|57|58|XX|08)/.test(code)) return `the scratch server says: ${message}`
  if (code === '42501') return `the user of the scratch server may not do that: ${message}`
  if (code === '3D000') return message
  if (code === '42704' && /^role /.test(message)) return message
  // Made beforehand, because only a superuser may.
  if (code === '42710' && /^extension /.test(message)) return message
  if (/extension|library/.test(message) && (code === '0A000' || code === '42704')) return message
  return undefined
}

/** What a file may have set must not reach the next one. */
export const RESET = `${RESTORE_SQL}; ${AS_READ_SQL}`

/** A setting of the session that only a committed file leaves, so that the one behind it can prove that it is not alone. */
const DONE = 'omninode.done'

/**
 * A file in its transaction.
 * @param follows the number of the file that must have been committed before, from 1; 0 for none
 */
function messageOf(script: Script, follows: number): Message {
  const proof = follows === 0 ? [] : [`SELECT 1 / (current_setting('${DONE}', true) = '${follows}')::int`]
  return messageAround(script, proof, [CHECK_SQL, 'COMMIT', RESET, `SET ${DONE} = '${follows + 1}'`])
}

/** Who is told what the server says while a part of a file runs. */
export type Hearing = (script: Script, sent: Sent) => NoticeListener

/**
 * Runs a file as production will: in one message, or statement by statement when no transaction may hold it.
 * @throws Refusal; the file's transaction is rolled back then
 */
export async function runScript(client: pg.Client, script: Script, heard?: Hearing): Promise<void> {
  const { statements, transactional } = script
  let sent: Sent = { prefix: '', before: 0 }
  const send = async (sql: string) => {
    // Of a long file the driver would keep an object for each statement.
    const work = () => sendMessage(client, sql)
    await (heard === undefined ? work() : hearing(client, heard(script, sent), work))
  }
  try {
    if (transactional) {
      const message = messageOf(script, 0)
      sent = message
      await send(message.sql)
      return
    }
    for (const statement of statements) {
      sent = { prefix: '', before: 0, statement }
      await send(statement.text)
    }
    await client.query(RESET)
  } catch (error) {
    await client.query(`ROLLBACK; ${RESET}`).catch(() => undefined) // the connection may be gone
    if (!isServerError(error)) throw error
    throw new Refusal(error, script, sent)
  }
}

/** How many files are under way at once, and how many characters of them. */
const WINDOW = { files: 200, characters: 1_000_000 } as const

function* windows(scripts: readonly Script[]): Generator<readonly Script[]> {
  let window: Script[] = []
  let size = 0
  for (const script of scripts) {
    const full = window.length === WINDOW.files || size > WINDOW.characters
    if (window.length > 0 && (full || !script.transactional || window.at(-1)?.transactional === false)) {
      yield window
      window = []
      size = 0
    }
    window.push(script)
    size += script.sql.length
  }
  if (window.length > 0) yield window
}

/**
 * Runs many files, without waiting for the answer to one before the next is sent.
 * @throws Refusal of the first that fails
 */
export async function runScripts(client: pg.Client, scripts: readonly Script[]): Promise<void> {
  for (const window of windows(scripts)) {
    if (window.length === 1 || window[0]?.transactional === false) {
      for (const script of window) await runScript(client, script)
      continue
    }
    const answers = await Promise.allSettled(
      window.map((script, index) => client.query(messageOf(script, index).sql)),
    )
    const failed = answers.findIndex(({ status }) => status === 'rejected')
    if (failed === -1) continue
    // None of those behind was committed: each wants the one before it. Once more, one by one: now the file is told.
    await client.query(`ROLLBACK; ${RESET}`)
    for (const script of window.slice(failed)) await runScript(client, script)
  }
}
