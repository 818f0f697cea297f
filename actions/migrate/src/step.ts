import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { clusterInputs } from '#toolkit/action/cluster-inputs.ts'
import { choice, count, duration, flag, text } from '#toolkit/action/inputs.ts'
import { Opening } from '#toolkit/action/opening.ts'
import type { Step } from '#toolkit/action/step.ts'
import { DEFAULT_HISTORY, parseHistoryTable } from '#toolkit/migrations/history-table.ts'
import { layoutNames, layouts } from '#toolkit/migrations/layout/choose.ts'
import { readMigrations } from '#toolkit/migrations/layout/read.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Review } from '#toolkit/model/review.ts'
import { databaseInputs } from '#toolkit/postgres/inputs.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { MigratePlan, PlannedMigrations } from './plan.ts'
import type { PreviewOptions } from './preview/preview.ts'
import type { MigrateCommand, MigrateRequest } from './request.ts'

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

const inputs = z.object({
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
/** Server and database of a URL; nothing of one that cannot be read. */
function withoutCredential(url: string): string {
  if (!URL.canParse(url)) return ''
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

/** Reads which rules count; loaded where somebody has chosen. */
async function configurationOf(workspace: string) {
  const { readConfiguration } = await import('./lint/configuration.ts')
  return () => readConfiguration(workspace)
}

function noMigration(directory: string): Failure {
  return new Failure({
    code: 'MIGRATIONS_MISSING',
    what: `There is no migration in ${directory}.`,
    why: 'Of nothing nobody can say whether it is applied.',
    fix: 'Correct `directory:`, or add the first one: 0001_<name>.up.sql and 0001_<name>.down.sql.',
  })
}

export const step: Step<typeof inputs, MigratePlan> = {
  name: 'migrate',
  description: 'Migrate a PostgreSQL database: planned, locked, each file once, undone when it fails.',
  commands: {
    plan: 'plan',
    apply: 'apply',
    rollback: 'apply',
    baseline: 'apply',
    repair: 'apply',
    status: 'look',
  },
  approvedElsewhere: ['rollback', 'baseline', 'repair'],
  inputs,
  outputs: {
    applied: 'JSON list of the migrations that this run applied or rolled back.',
    head: 'The newest migration in effect before this run.',
    pending: 'JSON list of the migrations that the plan holds.',
    status: 'Path of what `status` has seen as JSON. Empty for other commands.',
  },
  asked: ({
    directory = '',
    'database-secret': secret = '',
    'database-url': url = '',
    'history-table': table = '',
  }) => [directory, secret, withoutCredential(url), table],
  open: async (given, world) => {
    const [{ readDatabase }, { parseDatabaseUrl }] = await Promise.all([
      import('#toolkit/postgres/database.ts'),
      import('#toolkit/postgres/database-url.ts'),
    ])
    const { valid } = given
    const opening = new Opening(given)
    const database = await readDatabase(valid, opening, world)
    const { 'scratch-url': scratchUrl, directory, layout } = valid
    const scratchServer = opening.read(() =>
      scratchUrl === undefined ? undefined : parseDatabaseUrl(scratchUrl, world, 'The input `scratch-url`'),
    )
    const { migrations, files, problems } =
      directory === undefined || layout === undefined
        ? { migrations: [], files: [], problems: [] }
        : readMigrations(world.workspace, directory, layout)
    opening.add(...problems)
    const command = given.command.name as MigrateCommand // one of the keys of `commands`
    const looks = command === 'plan' || command === 'apply'
    if (looks && directory !== undefined && migrations.length === 0 && problems.length === 0)
      opening.add(noMigration(directory))
    const configuration =
      looks && ['.omninode.yml', '.omninode.yaml'].some((name) => existsSync(join(world.workspace, name)))
        ? opening.read(await configurationOf(world.workspace))
        : () => undefined
    const all = opening.inputs()
    let reading: Promise<DatabaseTarget> | undefined
    const target = () => {
      reading ??= database.target()
      return reading
    }
    const request: MigrateRequest = {
      command,
      applies: given.command.applies,
      name: all.name,
      target,
      settings: { lockTimeout: all['lock-timeout'], statementTimeout: all['statement-timeout'] },
      history: all['history-table'],
      folder: all.directory,
      migrations,
      files,
      to: all.to,
      steps: all.steps,
      allowDataLoss: all['allow-data-loss'],
      lockWait: all['lock-wait'],
      retries: all['lock-retries'],
      preview: looks
        ? async (tasks, version, reviewed) => {
            const { previewTasks } = await import('./preview/preview.ts')
            // What an apply would find was found on the pull request; the lint alone is quick enough to be sure.
            const wanted = command === 'plan' ? 'always' : reviewed === undefined ? 'in doubt' : 'never'
            const options: PreviewOptions = {
              scratch: all.scratch === 'auto' ? wanted : 'never',
              server: scratchServer(),
              version,
              history: all['history-table'],
              choices: configuration()?.choices ?? new Map(),
              settings: request.settings,
              reviewed,
            }
            return previewTasks(tasks, migrations, options, world)
          }
        : undefined,
      configuration: configuration(),
    }
    const plan = async (review: Review | undefined) => {
      const { planMigrations } = await import('./plan.ts')
      const planning = planMigrations(request, world, review)
      // Loaded while the database is connected to.
      if (looks) import('./preview/preview.ts').catch(() => undefined) // awaited where it is used
      return planning
    }
    let planning: Promise<PlannedMigrations> | undefined
    const planned = (review?: Review) => {
      planning ??= plan(review)
      return planning
    }
    return {
      place: async () => {
        const { databasePlace } = await import('./place.ts')
        return databasePlace(await target(), request.history)
      },
      plan: async (review) => (await planned(review)).plan,
      apply: async (_plan, forwards, progress) => {
        const { applyMigrations } = await import('./apply.ts')
        await applyMigrations(await planned(), request, forwards, progress, world)
      },
      look: async () => {
        const [{ lookAtStatus }, { databasePlace }] = await Promise.all([
          import('./status/look.ts'),
          import('./place.ts'),
        ])
        const { name, history } = request
        const of = await target()
        const place = databasePlace(of, history).target
        return lookAtStatus({ target: of, place, name, history, migrations }, world)
      },
      prove: async () => {
        const { proveMigrations } = await import('./prove.ts')
        return proveMigrations(await planned(), request, world)
      },
      close: async () => {
        const open = await planning?.catch(() => undefined) // a plan that fails has closed its connections
        await open?.database.close()
      },
    }
  },
  post: async (state) => {
    const { endScratch } = await import('./preview/scratch/server.ts')
    await endScratch(state)
  },
  report: (plan, outcome) => ({
    applied: JSON.stringify(
      (outcome?.results ?? []).filter((result) => result.status === 'done').map((result) => result.address),
    ),
    head: plan?.head ?? '',
    pending: JSON.stringify((plan?.changes ?? []).map((change) => change.address)),
  }),
}
