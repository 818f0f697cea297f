import * as z from 'zod'
import { clusterInputs } from '#toolkit/action/cluster-inputs.ts'
import { type CommonInputs, choice, count, duration, flag, text } from '#toolkit/action/inputs.ts'
import { Opening } from '#toolkit/action/opening.ts'
import type { Step } from '#toolkit/action/step.ts'
import type { MigrationFolder } from '#toolkit/migrations/migration.ts'
import { readMigrations } from '#toolkit/migrations/read.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { Target } from '#toolkit/postgres/target.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Command, MigratePlan, Migrating } from './migrating.ts'

const inputs = z.object({
  directory: text('Folder of the migrations, relative to the checkout.').default('db/migrations'),
  layout: choice(
    'How the files are named: `numbered` is `NNNN_name.up.sql` with `NNNN_name.down.sql`; `rollback-folder` is `NNN_name.sql` or `YYYYMMDD_name.sql` with `rollback/<name>_rollback.sql`; `manifest` is the order of a file `MANIFEST`.',
    ['auto', 'numbered', 'rollback-folder', 'manifest'],
    'auto',
  ),
  'database-url': text(
    '`postgres://<user>:<password>@<host>:<port>/<database>`. It is masked. Off loopback the server must prove who it is (verify-full), unless it says `sslmode=disable`.',
  ).optional(),
  'database-secret': text(
    "`namespace/name` of a Kubernetes Secret that describes the database, read with the job's OIDC identity: a key `url`, or `host`, `port`, `username`, `password`, `dbname`.",
  ).optional(),
  'database-auth': choice(
    'How the user proves who it is: with the password of the URL, or with tokens for minutes that AWS signs for `aws-role` (IAM authentication of Amazon RDS).',
    ['password', 'aws-iam'],
    'password',
  ),
  'database-ca': text(
    "Certificate authority of the database: PEM text, or the path of a PEM file, such as Amazon RDS's global-bundle.pem. The system's authorities when not given.",
  ).optional(),
  'aws-role': text('ARN of the role that may connect, assumed with the OIDC token.').optional(),
  'aws-region': text('AWS region of the database.').optional(),
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
    "A server for scratch databases, best of production's own major version; its user may create databases. Else the server programs of the machine are used.",
  ).optional(),
  'history-table': text('Where history is kept, as `schema.table`.').default('migrate.history'),
})
type Inputs = z.output<typeof inputs>

/** The folder is read once a run, and what a plan was made with serves its apply. */
const folders = new WeakMap<World, MigrationFolder>()
const prepared = new WeakMap<MigratePlan, Migrating>()

function folderOf(given: Pick<Inputs, 'directory' | 'layout'>, world: World): MigrationFolder {
  const known = folders.get(world)
  if (known !== undefined) return known
  const folder = readMigrations(world.workspace, given.directory, given.layout)
  folders.set(world, folder)
  return folder
}

function invalid(what: string, fix: string): Failure {
  return new Failure({ code: 'INPUT_INVALID', what, fix })
}

/** What is wrong with how the database is named, before anybody asks for it. */
async function databaseProblems(given: Partial<Inputs>, world: World): Promise<Failure[]> {
  const { 'database-url': url, 'database-secret': secret, 'database-ca': ca } = given
  const { parseTarget, readAuthority } = await import('#toolkit/postgres/target.ts')
  const problems: Failure[] = []
  if ((url === undefined) === (secret === undefined)) {
    problems.push(
      url === undefined
        ? invalid(
            'Neither `database-url` nor `database-secret` is given.',
            'Pass `database-url`, or `database-secret` with `api-server`.',
          )
        : invalid('Both `database-url` and `database-secret` are given.', 'Pass one of them.'),
    )
  }
  for (const name of ['database-url', 'scratch-url'] as const) {
    const value = given[name]
    if (value === undefined) continue
    const target = parseTarget(value, world, undefined, `The input \`${name}\``)
    if (target instanceof Failure) problems.push(target)
  }
  if (secret !== undefined) {
    const [{ parseSecretName }, { clusterOf }] = await Promise.all([
      import('#toolkit/postgres/credential.ts'),
      import('#toolkit/kubernetes/connect.ts'),
    ])
    if (parseSecretName(secret) === undefined) {
      problems.push(
        invalid(
          `The input \`database-secret\` is \`${secret}\`: it must be namespace/name.`,
          'Correct `database-secret:` under `with:`.',
        ),
      )
    }
    try {
      clusterOf(given, world)
    } catch (error) {
      problems.push(...failuresIn(error))
    }
  }
  if (ca !== undefined) {
    const authority = readAuthority(ca, world)
    if (authority instanceof Failure) problems.push(authority)
  }
  return problems
}

async function iamProblems(given: Partial<Inputs>, world: World): Promise<Failure[]> {
  if (given['database-auth'] !== 'aws-iam') return []
  const missing = (['aws-role', 'aws-region'] as const).filter((name) => given[name] === undefined)
  const problems = missing.map((name) =>
    invalid(`\`database-auth: aws-iam\` needs \`${name}\`.`, `Add \`${name}:\` under \`with:\`.`),
  )
  if (world.mayRequestIdToken) return problems
  const { idTokenPermission } = await import('#toolkit/identity/permission.ts')
  return [...problems, idTokenPermission()]
}

async function targetOf(given: Inputs, world: World): Promise<Target> {
  const { parseTarget, readAuthority } = await import('#toolkit/postgres/target.ts')
  const authority =
    given['database-ca'] === undefined ? undefined : readAuthority(given['database-ca'], world)
  if (authority instanceof Failure) throw authority
  let target: Target | Failure
  if (given['database-url'] !== undefined) target = parseTarget(given['database-url'], world, authority)
  else {
    const { parseSecretName, targetFromSecret } = await import('#toolkit/postgres/credential.ts')
    const name = parseSecretName(given['database-secret'] ?? '')
    if (name === undefined) throw new Error('preflight lets no other database-secret come here')
    target = await targetFromSecret(name, given, authority, world)
  }
  if (target instanceof Failure) throw target
  if (given['database-auth'] === 'password') return target
  const { withIam } = await import('#toolkit/postgres/credential.ts')
  return withIam(target, { role: given['aws-role'] ?? '', region: given['aws-region'] ?? '' }, world)
}

async function migrating(
  given: Inputs & Partial<CommonInputs>,
  command: string,
  world: World,
): Promise<Migrating> {
  const { parseHistoryTable } = await import('#toolkit/migrations/history.ts')
  const history = parseHistoryTable(given['history-table'])
  if (history === undefined) throw new Error('preflight lets no other history-table come here')
  // Loaded while the database is connected to.
  const loading = command === 'plan' || command === 'apply' ? import('./preview/preview.ts') : undefined
  loading?.catch(() => undefined) // awaited where it is used
  return {
    command: command as Command, // one of the keys of `commands` below
    applies: command !== 'plan' && given['dry-run'] !== true,
    target: await targetOf(given, world),
    settings: { lockTimeout: given['lock-timeout'], statementTimeout: given['statement-timeout'] },
    history,
    folder: given.directory,
    migrations: folderOf(given, world).migrations,
    to: given.to,
    steps: given.steps,
    allowDataLoss: given['allow-data-loss'],
    lockWait: given['lock-wait'],
    retries: given['lock-retries'],
    preview:
      loading !== undefined
        ? async (tasks, migrations) => {
            const { previewTasks } = await loading
            // What an apply would find was found on the pull request; the lint alone is quick enough to be sure.
            const scratch = command === 'plan' && given.scratch === 'auto'
            return previewTasks(tasks, migrations, { scratch, url: given['scratch-url'], history }, world)
          }
        : undefined,
  }
}

export const step: Step<typeof inputs, MigratePlan> = {
  name: 'migrate',
  description: 'Migrate a PostgreSQL database: planned, locked, each file once, undone when it fails.',
  commands: { plan: 'plan', apply: 'apply', rollback: 'apply', baseline: 'apply', repair: 'apply' },
  inputs,
  outputs: {
    applied: 'JSON list of the migrations that this run applied or rolled back.',
    head: 'The newest migration in effect before this run.',
    pending: 'JSON list of the migrations that the plan holds.',
  },
  open: async (given, world) => {
    const { valid, command } = given
    const opening = new Opening(given)
    opening.add(...(await databaseProblems(valid, world)), ...(await iamProblems(valid, world)))
    if (valid['history-table'] !== undefined) {
      const { parseHistoryTable } = await import('#toolkit/migrations/history.ts')
      if (parseHistoryTable(valid['history-table']) === undefined) {
        opening.add(
          invalid(
            `The input \`history-table\` is \`${valid['history-table']}\`: it must be schema.table, in lower case.`,
            'Correct `history-table:` under `with:`.',
          ),
        )
      }
    }
    const { directory, layout } = valid
    if (directory !== undefined && layout !== undefined)
      opening.add(...folderOf({ directory, layout }, world).problems)
    const all = opening.inputs()
    return {
      plan: async () => {
        const { planMigrations } = await import('./migrating.ts')
        const run = await migrating(all, command.name, world)
        const plan = await planMigrations(run, world)
        prepared.set(plan, run)
        return plan
      },
      apply: async (plan) => {
        const { applyMigrations } = await import('./migrating.ts')
        return applyMigrations(plan, prepared.get(plan) ?? (await migrating(all, command.name, world)), world)
      },
      close: async () => undefined,
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
    head: plan.head,
    pending: JSON.stringify(plan.changes.map((change) => change.address)),
  }),
}
