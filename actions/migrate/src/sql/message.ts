/** A file as it is sent: production and the scratch server get it byte for byte, with nothing of anybody's between. */
import { FILE_MARK } from '#toolkit/postgres/application-name.ts'
import type { Sent } from './sql-failure.ts'
import type { Script } from './statements.ts'

/** Before COMMIT, so that what constraints refuse leaves the transaction aborted, and nothing that follows takes effect. */
export const CHECK_SQL = 'SET CONSTRAINTS ALL IMMEDIATE'

export interface Message extends Sent {
  readonly sql: string
}

/**
 * A file within its transaction, as one message: the server splits all of it before it runs any of it, so that nothing
 * that the file sets decides how the rest of it is read.
 * @param before statements of the tool between BEGIN and the file
 * @param behind statements of the tool after the file, COMMIT among them
 */
export function messageAround(
  { sql }: Pick<Script, 'sql'>,
  before: readonly string[],
  behind: readonly string[],
): Message {
  const prefix = `${['BEGIN', ...before].join(';\n')};\n${FILE_MARK}`
  return { sql: `${prefix}${sql}\n;${behind.join(';')}`, prefix, before: before.length + 1 }
}
