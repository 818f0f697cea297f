/** What migrate is told. */
import * as z from 'zod'
import { clusterInputs } from '#toolkit/action/cluster-inputs.ts'
import { choice, count, duration, flag, text } from '#toolkit/action/inputs.ts'
import { DEFAULT_HISTORY, parseHistoryTable } from '#toolkit/migrations/history-table.ts'
import { layoutNames, layouts } from '#toolkit/migrations/layout/choose.ts'
import { databaseInputs } from '#toolkit/postgres/inputs.ts'

/** `schema.table` */
function historyTable(description: string, fallback: string) {
  return z
    .string()
    .trim()
    .transform((value, context) => {
      const table = parseHistoryTable(value)
      if (table !== undefined) return table
      context.issues.push({
        code: 'custom',
        input: value,
        message: 'must be schema.table, in lower case',
      })
      return z.NEVER
    })
    .prefault(fallback)
    .meta({ description, fallback })
}

export const migrateInputs = z.object({
  directory: text('Folder of the migrations, relative to the checkout.').default('db/migrations'),
  layout: choice(
    `How the files are named: ${layouts.map(({ name, form }) => `\`${name}\` is ${form}`).join('; ')}.`,
    layoutNames,
    'auto',
  ),
  ...databaseInputs,
  ...clusterInputs,
  to: text(
    'A version: the last one that `apply` applies or `baseline` takes over, or the one that `rollback` goes back to.',
  ).optional(),
  steps: count('How many migrations `rollback` undoes, when `to` is not given.', 1, 1),
  'allow-data-loss': flag('Lets `rollback` run statements that lose data.', false),
  'lock-wait': duration('How long to wait for another run on the same database.', '10m'),
  'lock-timeout': duration(
    'How long a statement of a migration may wait for a lock on a table, blocking those behind it.',
    '2s',
  ),
  'lock-retries': count('How often a file is tried again that could not get its locks.', 10),
  'statement-timeout': duration('How long a statement of a migration may take; `0s` is no limit.', '0s'),
  scratch: choice(
    'Whether `plan` tries what is pending up, down and up again on a scratch database.',
    ['auto', 'off'],
    'auto',
  ),
  'scratch-url': text(
    "A server for scratch databases, best of production's own major version; its user may create databases, and is no superuser, because it runs what nobody has reviewed. Else the server programs of the machine are used.",
  ).optional(),
  'history-table': historyTable('Where history is kept, as `schema.table`.', DEFAULT_HISTORY),
})
