/** What a run is asked for. */
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import type { Migration, MigrationFile } from '#toolkit/migrations/migration.ts'
import type { SessionSettings } from '#toolkit/postgres/session.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { Configuration } from './lint/configuration.ts'
import type { Preview, PreviewOptions } from './preview/preview.ts'
import type { Task } from './tasks/task.ts'

export type MigrateCommand = 'plan' | 'apply' | 'rollback' | 'baseline' | 'repair' | 'status'

export interface MigrateRequest {
  readonly command: MigrateCommand
  /** Whether it acts: a dry run does not. */
  readonly applies: boolean
  /** What people call the database. */
  readonly name: string | undefined
  /** Reads the Secret if that is what names the database; once, however often it is asked. */
  target(): Promise<DatabaseTarget>
  readonly settings: SessionSettings
  readonly history: HistoryTable
  /** Relative to the workspace. */
  readonly folder: string
  /** In the order of application. */
  readonly migrations: readonly Migration[]
  /** Everything that was read of the folder. */
  readonly files: readonly MigrationFile[]
  /** A version: the last one to apply or to take over, or the one to roll back to. */
  readonly to: string | undefined
  /** How many to roll back, when `to` is not given. */
  readonly steps: number
  readonly allowDataLoss: boolean
  /** Milliseconds. */
  readonly lockWait: number
  /** How often a file that could not get its locks is tried again. */
  readonly retries: number
  /**
   * Looks at what is pending before it is applied anywhere; not for commands that run nothing new.
   */
  readonly preview:
    | ((
        tasks: readonly Task[],
        of: Pick<PreviewOptions, 'version' | 'absent'>,
        reviewed: readonly string[] | undefined,
      ) => Promise<Preview>)
    | undefined
  /** Which rules of the lint count, when the checkout says so; not for commands that run nothing new. */
  readonly configuration: Configuration | undefined
}

/** Whether it writes history, and runs nothing. */
export function decides({ command }: Pick<MigrateRequest, 'command'>): boolean {
  return command === 'baseline' || command === 'repair'
}
