/** Who is measured: psql as the base, the peers from npm in the versions below, and ours. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cached } from '#sandbox/cache/cache.ts'
import type { Migration } from './migrations.ts'
import { findPsql, type Launch, type Stage } from './stage.ts'

/** The command line of ours, after its own path. */
const OURS = (command: string, workspace: string) => [
  command,
  '--workspace',
  workspace,
  '--directory',
  'migrations',
]

const VERSIONS = {
  'node-pg-migrate': '9.0.0',
  postgrator: '8.0.0',
  'graphile-migrate': '1.4.1',
  knex: '3.3.0',
  dbmate: '2.36.0',
  pg: '8.23.1',
}

const cli = join(dirname(dirname(import.meta.dirname)), 'actions/migrate/dist/cli.js')

const POSTGRATOR = `import pg from 'pg'
import Postgrator from 'postgrator'
const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
const postgrator = new Postgrator({
  migrationPattern: import.meta.dirname + '/migrations/*',
  driver: 'pg',
  database: new URL(process.env.DATABASE_URL).pathname.slice(1),
  execQuery: (query) => client.query(query),
})
await postgrator.migrate()
await client.end()
`

const KNEXFILE = `module.exports = {
  client: 'pg',
  connection: process.env.DATABASE_URL,
  migrations: { directory: './migrations' },
}
`

/** Writes the migrations as one of them wants them, once, and tells how it is started. */
export type Runner = (migrations: readonly Migration[]) => Launch

interface Peers {
  readonly nodePgMigrate: Runner
  readonly nodePgMigrateEach: Runner
  readonly postgrator: Runner
  readonly graphileMigrate: Runner
  readonly knex: Runner
  readonly dbmate: Runner
}

async function install(stage: Stage): Promise<string> {
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`)
  const key = createHash('sha256')
    .update(JSON.stringify([packages, process.platform, process.arch]))
    .digest('hex')
    .slice(0, 16)
  const { signal, progress } = stage
  const folder = await cached(
    `bench-peers/${key}`,
    async (target) => {
      progress(`fetching ${packages.join(', ')} from the npm registry`)
      const args = ['install', '--prefix', target, '--ignore-scripts', '--no-save', '--loglevel=error']
      await promisify(execFile)('npm', [...args, ...packages], { cwd: target, signal })
    },
    { signal, progress },
  )
  return join(folder, 'node_modules')
}

const numbered = ({ number }: Migration, digits = 4) => String(number).padStart(digits, '0')

let folders = 0

function makeFolder(stage: Stage, files: Iterable<readonly [name: string, text: string]>): string {
  const folder = join(stage.folder, `files-${++folders}`)
  for (const [name, text] of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return folder
}

/** What graphile-migrate's own `commit` writes: each file names the hash of the one before it. */
function* graphileFiles(migrations: readonly Migration[]): Generator<readonly [string, string]> {
  yield ['.gmrc', '{}\n']
  let previous: string | undefined
  for (const migration of migrations) {
    const body = migration.up.trim()
    const hash = `sha1:${createHash('sha1')
      .update(`${previous === undefined ? '' : `${previous}\n`}${body}\n`)
      .digest('hex')}`
    const header = `--! Previous: ${previous ?? '-'}\n--! Hash: ${hash}\n`
    yield [`migrations/committed/${numbered(migration, 6)}.sql`, `${header}\n${body}\n`]
    previous = hash
  }
}

/** The same statements one after the other, each committed by itself unless the options say otherwise, and no history. */
export function psql(stage: Stage, options: readonly string[] = []): Runner {
  const command = findPsql()
  return (migrations) => {
    const cwd = makeFolder(stage, [['all.sql', migrations.map(({ up }) => up).join('')]])
    const args = (url: string) => ['-X', '-q', ...options, '-v', 'ON_ERROR_STOP=1', '-f', 'all.sql', url]
    return { command, args, cwd }
  }
}

export function ours(stage: Stage, command: 'apply' | 'plan', options: readonly string[] = []): Runner {
  if (!existsSync(cli)) throw new Error(`${cli} is missing: npm run bundle`)
  return (migrations) => {
    const cwd = makeFolder(
      stage,
      migrations.flatMap((migration) =>
        (['up', 'down'] as const).map(
          (way) =>
            [`migrations/${numbered(migration)}_${migration.name}.${way}.sql`, migration[way]] as const,
        ),
      ),
    )
    return { command: process.execPath, args: [cli, ...OURS(command, cwd), ...options], cwd }
  }
}

export async function peers(stage: Stage): Promise<Peers> {
  const modules = await install(stage)
  const withNode =
    (
      script: string,
      args: readonly string[],
      files: (migrations: readonly Migration[]) => Iterable<readonly [string, string]>,
    ): Runner =>
    (migrations) => {
      const cwd = makeFolder(stage, files(migrations))
      symlinkSync(modules, join(cwd, 'node_modules'))
      return { command: process.execPath, args: [join(cwd, script), ...args], cwd }
    }
  const nodePgMigrate = (...options: string[]) =>
    withNode('node_modules/node-pg-migrate/bin/node-pg-migrate.js', ['up', ...options], (migrations) =>
      migrations.map((migration) => [
        `migrations/${numbered(migration)}_${migration.name}.sql`,
        `-- Up Migration\n${migration.up}\n-- Down Migration\n${migration.down}`,
      ]),
    )
  return {
    nodePgMigrate: nodePgMigrate(),
    nodePgMigrateEach: nodePgMigrate('--no-single-transaction'),
    postgrator: withNode('run.mjs', [], (migrations) => [
      ['run.mjs', POSTGRATOR],
      ...migrations.flatMap((migration) => [
        [`migrations/${numbered(migration)}.do.${migration.name}.sql`, migration.up] as const,
        [`migrations/${numbered(migration)}.undo.${migration.name}.sql`, migration.down] as const,
      ]),
    ]),
    graphileMigrate: withNode('node_modules/graphile-migrate/dist/cli.js', ['migrate'], graphileFiles),
    knex: withNode('node_modules/knex/bin/cli.js', ['migrate:latest'], (migrations) => [
      ['knexfile.js', KNEXFILE],
      ...migrations.map((migration) => {
        const [up, down] = [migration.up, migration.down].map((sql) => JSON.stringify(sql))
        return [
          `migrations/${numbered(migration)}_${migration.name}.js`,
          `exports.up = (knex) => knex.raw(${up})\nexports.down = (knex) => knex.raw(${down})\n`,
        ] as const
      }),
    ]),
    dbmate: (migrations) => ({
      // Not through npm's shim, which starts a node first.
      command: join(modules, `@dbmate/${process.platform}-${process.arch}/bin/dbmate`),
      args: ['--no-dump-schema', '--migrations-dir', 'migrations', 'migrate'],
      cwd: makeFolder(
        stage,
        migrations.map((migration) => [
          `migrations/${numbered(migration)}_${migration.name}.sql`,
          `-- migrate:up\n${migration.up}\n-- migrate:down\n${migration.down}`,
        ]),
      ),
    }),
  }
}
