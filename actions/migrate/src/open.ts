/** Opens a run: everything that is wrong with it, before anything is touched, and then what it works with. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Opening } from '#toolkit/action/opening.ts'
import type { Given, Run } from '#toolkit/action/step.ts'
import { readMigrations } from '#toolkit/migrations/layout/read.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Review } from '#toolkit/model/review.ts'
import { readDatabase } from '#toolkit/postgres/database.ts'
import { parseDatabaseUrl } from '#toolkit/postgres/database-url.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { World } from '#toolkit/world/world.ts'
import { applyMigrations } from './apply.ts'
import type { migrateInputs } from './inputs.ts'
import { databasePlace } from './place.ts'
import { type MigratePlan, type PlannedMigrations, planMigrations } from './plan.ts'
import { type PreviewOptions, previewTasks } from './preview/preview.ts'
import { proveMigrations } from './prove.ts'
import type { MigrateCommand, MigrateRequest } from './request.ts'

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

/** @throws Failures of everything that is wrong */
export async function openMigrate(
  given: Given<typeof migrateInputs>,
  world: World,
): Promise<Run<MigratePlan>> {
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
      ? async (tasks, { version, absent }, reviewed) => {
          // What an apply would find was found on the pull request; the lint alone is quick enough to be sure.
          const wanted = command === 'plan' ? 'always' : reviewed === undefined ? 'in doubt' : 'never'
          const options: PreviewOptions = {
            scratch: all.scratch === 'auto' ? wanted : 'never',
            server: scratchServer(),
            version,
            absent,
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
  let planning: Promise<PlannedMigrations> | undefined
  const planned = (review?: Review) => {
    planning ??= planMigrations(request, world, review)
    return planning
  }
  return {
    place: async () => databasePlace(await target(), request.history),
    plan: async (review) => (await planned(review)).plan,
    apply: async (_plan, forwards, progress) => {
      await applyMigrations(await planned(), request, forwards, progress, world)
    },
    look: async () => {
      const { lookAtStatus } = await import('./status/look.ts')
      const { name, history } = request
      const of = await target()
      const place = databasePlace(of, history).target
      return lookAtStatus({ target: of, place, name, history, migrations }, world)
    },
    prove: async () => proveMigrations(await planned(), request, world),
    close: async () => {
      const open = await planning?.catch(() => undefined) // a plan that fails has closed its connections
      await open?.database.close()
    },
  }
}
