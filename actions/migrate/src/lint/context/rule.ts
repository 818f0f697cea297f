/** What a lint rule is: one thing that hurts a running service, seen in one statement. */
import type { ObjectWithArgs, RangeVar } from '@pgsql/types'
import type { SessionSettings } from '#toolkit/postgres/session.ts'
import type { Script, Statement } from '../../sql/statements.ts'
import type { TableFacts } from './table-facts.ts'

export interface Sighting {
  /** What is wrong here, in one sentence that names the object. */
  readonly message: string
  /** The safe rewrite: SQL that does the same without the harm, as far as that can be written down. */
  readonly fix: string
  /** What the finding is about, without a line number: the table, column or index. */
  readonly subject: string
  /** Set when it cannot be told; that is never a pass. */
  readonly verdict?: 'unknown'
}

/** Where a statement stands. */
export interface LintContext {
  readonly script: Script
  /** Of the statement in its script. */
  readonly index: number
  /** Whether a statement before this one, in this file or an earlier pending one, made the table, or what else is named like one: nobody uses it yet. */
  isNew(relation: RangeVar | undefined): boolean
  /** The same of a column, also one that was added to a table in use. */
  isNewColumn(relation: RangeVar | undefined, column: string): boolean
  /** The same of a function or procedure. */
  isNewRoutine(routine: ObjectWithArgs): boolean
  /** The tables in use, each once, that statements before this one lock, in the same transaction, against reads and writes. */
  readonly locked: readonly string[]
  /** What the files before this statement say of tables, those included that are in effect. */
  readonly known: TableFacts
  /** Whether an index of the pending files begins with these columns of a table. */
  indexes(table: RangeVar | undefined, over: readonly string[]): boolean
  /** What the run itself sets before each file. */
  readonly settings: SessionSettings
}

/** What is done to a table in use, as a round trip can see it: all its rows are read, it is written anew, or writes wait. */
export type Fear = 'scan' | 'rewrite' | 'lock'

export interface LintRule {
  /** kebab-case; `-- migrate: allow <name>: <reason>` turns it off for a file. */
  readonly name: string
  readonly group: 'safety' | 'data' | 'house'
  readonly severity: 'error' | 'warning' | 'notice'
  /** Why it hurts: which lock, held how long, or what is lost. */
  readonly why: string
  /** Where none of it was observed, the rule was wrong. None when it is about something that cannot be observed. */
  readonly fears?: readonly Fear[]
  /** The kinds of statements that it looks at; all when it is not given. */
  readonly on?: readonly string[]
  check(statement: Statement, context: LintContext): Iterable<Sighting>
}
