/** Statements that PostgreSQL refuses inside a transaction. */
import type { Node, RangeVar } from '@pgsql/types'

/** A name as it is written; without a schema it is looked up on the search path. */
export interface Name {
  readonly schema: string | undefined
  readonly name: string
}

/** Work that goes on in several transactions, and can be left half done. */
export type Building =
  | {
      readonly work: 'create index'
      readonly index: Name
      readonly table: Name
      /** Where what is behind the table's name begins: code units from the statement's first word. */
      readonly definitionAt: number
    }
  | { readonly work: 'drop index'; readonly indexes: readonly Name[] }
  | {
      readonly work: 'reindex'
      readonly target: 'index' | 'table' | 'schema' | 'database'
      readonly name: Name
    }
  | { readonly work: 'detach partition'; readonly table: Name; readonly partition: Name }

function nameOf(range: RangeVar | undefined): Name {
  return { schema: range?.schemaname, name: range?.relname ?? '' }
}

function textsOf(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []))
}

function isConcurrently(params: readonly Node[] | undefined): boolean {
  return (params ?? []).some((param) => 'DefElem' in param && param.DefElem.defname === 'concurrently')
}

const reindexTargets = {
  REINDEX_OBJECT_INDEX: 'index',
  REINDEX_OBJECT_TABLE: 'table',
  REINDEX_OBJECT_SCHEMA: 'schema',
  REINDEX_OBJECT_SYSTEM: 'database',
  REINDEX_OBJECT_DATABASE: 'database',
} as const

/** @param behindName where a name ends that begins at a place of the parse: code units from the statement's first word */
export function buildingOf(node: Node, behindName: (bytes: number) => number): Building | undefined {
  if ('IndexStmt' in node && node.IndexStmt.concurrent === true) {
    const { idxname = '', relation } = node.IndexStmt
    return {
      work: 'create index',
      // An index is always in the schema of its table.
      index: { schema: relation?.schemaname, name: idxname },
      table: nameOf(relation),
      definitionAt: behindName(relation?.location ?? 0),
    }
  }
  if ('DropStmt' in node && node.DropStmt.concurrent === true) {
    const indexes = (node.DropStmt.objects ?? []).map((object): Name => {
      const [name = '', schema] = textsOf('List' in object ? object.List.items : []).reverse()
      return { schema, name }
    })
    return { work: 'drop index', indexes }
  }
  if ('ReindexStmt' in node && isConcurrently(node.ReindexStmt.params)) {
    const { kind, relation, name } = node.ReindexStmt
    const target = reindexTargets[kind ?? 'REINDEX_OBJECT_INDEX']
    return {
      work: 'reindex',
      target,
      name: relation === undefined ? { schema: undefined, name: name ?? '' } : nameOf(relation),
    }
  }
  if ('AlterTableStmt' in node) {
    for (const each of node.AlterTableStmt.cmds ?? []) {
      if (!('AlterTableCmd' in each) || each.AlterTableCmd.subtype !== 'AT_DetachPartition') continue
      const { def } = each.AlterTableCmd
      if (def === undefined || !('PartitionCmd' in def) || def.PartitionCmd.concurrent !== true) continue
      return {
        work: 'detach partition',
        table: nameOf(node.AlterTableStmt.relation),
        partition: nameOf(def.PartitionCmd.name),
      }
    }
  }
  return undefined
}

/**
 * Whether nobody queues behind it while it waits for a lock: so it is with indexes, where being cut off leaves an invalid
 * one. At its end, DETACH PARTITION keeps everybody from the partition.
 */
export function waitsInNobodysWay({ building }: { readonly building: Building | undefined }): boolean {
  return building !== undefined && building.work !== 'detach partition'
}

/** A SET or RESET of the session, which stands inside and outside of transactions. */
export function isSessionSetting(node: Node): boolean {
  if (!('VariableSetStmt' in node)) return false
  const { is_local = false, name } = node.VariableSetStmt
  return !is_local && name !== 'TRANSACTION'
}

/** What may commit by itself, when no transaction is around it. */
export function mayCommit(node: Node): boolean {
  return 'CallStmt' in node || 'DoStmt' in node
}

/** The setting that a SET or RESET is about; undefined for RESET ALL. */
export function settingOf(node: Node): string | undefined {
  return 'VariableSetStmt' in node ? node.VariableSetStmt.name : undefined
}

const titles: Readonly<Record<Building['work'], string>> = {
  'create index': 'CREATE INDEX CONCURRENTLY',
  'drop index': 'DROP INDEX CONCURRENTLY',
  reindex: 'REINDEX CONCURRENTLY',
  'detach partition': 'DETACH PARTITION CONCURRENTLY',
}

/** By PostgreSQL's documentation of each command. */
const kinds: Readonly<Record<string, string>> = {
  AlterSystemStmt: 'ALTER SYSTEM',
  CreatedbStmt: 'CREATE DATABASE',
  DropdbStmt: 'DROP DATABASE',
  CreateTableSpaceStmt: 'CREATE TABLESPACE',
  DropTableSpaceStmt: 'DROP TABLESPACE',
  CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
}

/** Why a statement cannot run inside a transaction, or undefined when it can. */
export function nonTransactionalReason(node: Node, building: Building | undefined): string | undefined {
  if (building !== undefined) return titles[building.work]
  if ('VacuumStmt' in node && node.VacuumStmt.is_vacuumcmd === true) return 'VACUUM'
  if ('ReindexStmt' in node) {
    const { kind } = node.ReindexStmt
    const whole = ['REINDEX_OBJECT_SCHEMA', 'REINDEX_OBJECT_SYSTEM', 'REINDEX_OBJECT_DATABASE'] as const
    if (whole.some((each) => each === kind)) return 'REINDEX of a schema or database'
  }
  if ('ClusterStmt' in node && node.ClusterStmt.relation === undefined) return 'CLUSTER of a database'
  return Object.entries(kinds).find(([kind]) => kind in node)?.[1]
}
