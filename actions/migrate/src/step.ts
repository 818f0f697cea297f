import * as z from 'zod'
import { count, duration, text } from '#toolkit/action/inputs.ts'
import type { Step } from '#toolkit/action/step.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Plan } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import { readMigrations } from './files.ts'

const inputs = z.object({
  directory: text(
    'Folder of the migrations, `NNNN_name.up.sql` with `NNNN_name.down.sql`, relative to the checkout.',
  ).default('db/migrations'),
  'database-url': text(
    '`postgres://<user>:<password>@<host>:<port>/<database>`. It is masked; off loopback TLS is verified unless `sslmode` says otherwise.',
  ),
  steps: count('How many migrations `rollback` undoes.', 1, 1),
  'lock-wait': duration('How long to wait for another run on the same database.', '10m'),
  'lock-timeout': duration(
    'How long a statement of a migration may wait for a lock on a table, blocking those behind it.',
    '2s',
  ),
  'statement-timeout': duration('How long a statement of a migration may take; `0s` is no limit.', '0s'),
  'history-table': text('Where history is kept, as `schema.table`.').default('migrate.history'),
})
type Inputs = z.output<typeof inputs>

interface MigratePlan extends Plan {
  readonly head: string
}

async function migrating(given: Inputs, command: string, world: World) {
  const [{ parseTarget }, { parseHistoryTable }] = await Promise.all([
    import('./session.ts'),
    import('./history.ts'),
  ])
  const target = parseTarget(given['database-url'], world)
  const history = parseHistoryTable(given['history-table'])
  if (target instanceof Failure) throw target
  if (history === undefined) throw new Error('preflight lets no other history-table come here')
  return {
    target,
    history,
    settings: { lockTimeout: given['lock-timeout'], statementTimeout: given['statement-timeout'] },
    folder: given.directory,
    migrations: readMigrations(world.workspace, given.directory).migrations,
    direction: command === 'rollback' ? ('down' as const) : ('up' as const),
    steps: given.steps,
    lockWait: given['lock-wait'],
  }
}

export const step: Step<typeof inputs, MigratePlan> = {
  name: 'migrate',
  description: 'Migrate a PostgreSQL database: planned, locked, each file once, undone when it fails.',
  commands: { plan: 'plan', apply: 'apply', rollback: 'apply' },
  inputs,
  outputs: {
    applied: 'JSON list of the migrations that this run applied or rolled back.',
    head: 'The newest migration in effect before this run.',
    pending: 'JSON list of the migrations that the plan holds.',
  },
  preflight: async (given, _command, world) => {
    const problems: Failure[] = []
    if (given['database-url'] !== undefined) {
      const { parseTarget } = await import('./session.ts')
      const target = parseTarget(given['database-url'], world)
      if (target instanceof Failure) problems.push(target)
    }
    if (given['history-table'] !== undefined) {
      const { parseHistoryTable } = await import('./history.ts')
      if (parseHistoryTable(given['history-table']) === undefined) {
        problems.push(
          new Failure({
            code: 'INPUT_INVALID',
            what: `The input \`history-table\` is \`${given['history-table']}\`: it must be schema.table, in lower case.`,
            fix: 'Correct `history-table:` under `with:`.',
          }),
        )
      }
    }
    if (given.directory !== undefined)
      problems.push(...readMigrations(world.workspace, given.directory).problems)
    return problems
  },
  plan: async (given, command, world) => {
    const { planMigrations } = await import('./run.ts')
    const { plan, head } = await planMigrations(await migrating(given, command, world), world)
    return { ...plan, head }
  },
  apply: async (plan, given, command, world) => {
    const { applyMigrations } = await import('./run.ts')
    return applyMigrations(plan, await migrating(given, command, world), world)
  },
  report: (plan, outcome) => ({
    applied: JSON.stringify(
      (outcome?.results ?? []).filter((result) => result.status === 'done').map((result) => result.address),
    ),
    head: plan.head,
    pending: JSON.stringify(plan.changes.map((change) => change.address)),
  }),
}
