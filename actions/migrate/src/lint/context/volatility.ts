/** Which defaults are one value for all rows, which are another for each, and which cannot be told. */
import { functionsIn, volatileFunction } from '../../sql/ast.ts'

/** PostgreSQL's own functions that people give as defaults, and that are not volatile. */
const steady: ReadonlySet<string> = new Set([
  ...['now', 'transaction_timestamp', 'statement_timestamp', 'current_timestamp', 'current_timestamp_n'],
  ...['current_date', 'current_time', 'current_time_n', 'localtime', 'localtime_n'],
  ...['localtimestamp', 'localtimestamp_n', 'current_role', 'current_user', 'user', 'session_user'],
  ...['current_catalog', 'current_schema', 'current_database', 'current_setting', 'timezone', 'date_trunc'],
  ...['date_part', 'extract', 'to_char', 'to_timestamp', 'make_interval', 'make_date', 'upper', 'lower'],
  ...[
    'concat',
    'concat_ws',
    'coalesce',
    'left',
    'right',
    'repeat',
    'replace',
    'md5',
    'abs',
    'round',
    'floor',
    'ceil',
  ],
  ...[
    'jsonb_build_object',
    'jsonb_build_array',
    'json_build_object',
    'json_build_array',
    'to_json',
    'to_jsonb',
  ],
  ...[
    'array_fill',
    'decode',
    'encode',
    'int4range',
    'int8range',
    'numrange',
    'daterange',
    'tsrange',
    'tstzrange',
  ],
])

/** More of PostgreSQL's, and of its contrib modules, that are another value for each row. */
const restless: ReadonlySet<string> = new Set([
  ...['random_normal', 'gen_random_bytes', 'gen_salt', 'uuid_generate_v1mc', 'currval', 'lastval'],
])

export interface Called {
  readonly name: string
  /** Not one of PostgreSQL's: its owner says what it is, and volatile is what he says when he says nothing. */
  readonly known: boolean
}

/** The first function that is volatile or may be. */
export function unsteadyFunction(expression: unknown): Called | undefined {
  const certain = volatileFunction(expression) ?? functionsIn(expression).find((name) => restless.has(name))
  if (certain !== undefined) return { name: certain, known: true }
  const unknown = functionsIn(expression).find((name) => !steady.has(name))
  return unknown === undefined ? undefined : { name: unknown, known: false }
}
