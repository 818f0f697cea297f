/** The table locks that statements take, by PostgreSQL's chapter "Explicit Locking" and the pages of the commands. */
import type {
  AlterTableCmd,
  ColumnDef,
  Constraint,
  CreateStmt,
  Node,
  RangeVar,
  WithClause,
} from '@pgsql/types'
import {
  alterations,
  columns,
  constraintsOf,
  droppedNames,
  nameOf,
  tableConstraints,
  textsOf,
  typeOf,
  volatileFunction,
} from './ast.ts'
import { once } from './once.ts'

/** The weakest first. */
export const lockModes = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const
export type LockMode = (typeof lockModes)[number]

export interface Lock {
  readonly mode: LockMode
  readonly relation: string
  /** What happens while it is held. */
  readonly why: string
}

const blocked: Readonly<Record<LockMode, string>> = {
  'ACCESS SHARE': 'blocks nobody but who drops or rewrites',
  'ROW SHARE': 'blocks nobody but who drops or rewrites',
  'ROW EXCLUSIVE': 'blocks index builds and schema changes',
  'SHARE UPDATE EXCLUSIVE': 'blocks other schema changes and VACUUM',
  SHARE: 'blocks writes',
  'SHARE ROW EXCLUSIVE': 'blocks writes',
  EXCLUSIVE: 'blocks writes',
  'ACCESS EXCLUSIVE': 'blocks reads and writes',
}

/** Whom a lock keeps from the table. */
export function blocks(mode: LockMode): string {
  return blocked[mode]
}

export function strength(mode: LockMode): number {
  return lockModes.indexOf(mode)
}

/** The strongest of them, the first among equals. */
export function strongest<L extends { readonly mode: LockMode }>(locks: readonly L[]): L | undefined {
  return locks.reduce<L | undefined>(
    (most, lock) => (most === undefined || strength(lock.mode) > strength(most.mode) ? lock : most),
    undefined,
  )
}

const CATALOGUE = 'only changes the catalogue'
const REWRITE = 'rewrites the whole table and its indexes'
const READ = 'reads every row'
const INDEX = 'builds an index'
const REFERRED = 'is referred to by a new foreign key'

const weaker: Readonly<Record<string, LockMode>> = {
  AT_SetStatistics: 'SHARE UPDATE EXCLUSIVE',
  AT_SetOptions: 'SHARE UPDATE EXCLUSIVE',
  AT_ResetOptions: 'SHARE UPDATE EXCLUSIVE',
  AT_SetRelOptions: 'SHARE UPDATE EXCLUSIVE',
  AT_ResetRelOptions: 'SHARE UPDATE EXCLUSIVE',
  AT_ClusterOn: 'SHARE UPDATE EXCLUSIVE',
  AT_DropCluster: 'SHARE UPDATE EXCLUSIVE',
  AT_ValidateConstraint: 'SHARE UPDATE EXCLUSIVE',
  AT_AttachPartition: 'SHARE UPDATE EXCLUSIVE',
  AT_DetachPartitionFinalize: 'SHARE UPDATE EXCLUSIVE',
  AT_EnableTrig: 'SHARE ROW EXCLUSIVE',
  AT_DisableTrig: 'SHARE ROW EXCLUSIVE',
  AT_EnableAlwaysTrig: 'SHARE ROW EXCLUSIVE',
  AT_EnableReplicaTrig: 'SHARE ROW EXCLUSIVE',
  AT_EnableTrigAll: 'SHARE ROW EXCLUSIVE',
  AT_DisableTrigAll: 'SHARE ROW EXCLUSIVE',
  AT_EnableTrigUser: 'SHARE ROW EXCLUSIVE',
  AT_DisableTrigUser: 'SHARE ROW EXCLUSIVE',
}

function rewrites({ contype, raw_expr, generated_kind }: Constraint): boolean {
  return (
    contype === 'CONSTR_IDENTITY' ||
    (contype === 'CONSTR_GENERATED' && generated_kind !== 'v') ||
    (contype === 'CONSTR_DEFAULT' && volatileFunction(raw_expr) !== undefined)
  )
}

function isVirtual({ contype, generated_kind }: Constraint): boolean {
  return contype === 'CONSTR_GENERATED' && generated_kind === 'v'
}

/** What ADD COLUMN does: its constraints come with it, and cannot be NOT VALID. */
function whyOfColumn(column: ColumnDef): string {
  const all = constraintsOf(column).filter(({ skip_validation }) => skip_validation !== true)
  const has = (...kinds: readonly Constraint['contype'][]) =>
    all.some(({ contype }) => kinds.includes(contype))
  if (/^(?:small|big)?serial\d?$/.test(typeOf(column.typeName)) || all.some(rewrites)) return REWRITE
  if (has('CONSTR_UNIQUE', 'CONSTR_PRIMARY')) return INDEX
  // Without a default every value is NULL, which a foreign key lets pass without a look.
  // A virtual value is computed wherever it is looked at: nothing says beforehand that it is not NULL.
  if (has('CONSTR_NOTNULL') && all.some(isVirtual)) return READ
  return has('CONSTR_CHECK') || (has('CONSTR_FOREIGN') && has('CONSTR_DEFAULT')) ? READ : CATALOGUE
}

function whyOfConstraint({ skip_validation, indexname, contype }: Constraint): string {
  if (skip_validation === true || indexname !== undefined) return CATALOGUE
  const indexed = ['CONSTR_PRIMARY', 'CONSTR_UNIQUE', 'CONSTR_EXCLUSION'] as const
  return indexed.some((each) => each === contype) ? INDEX : READ
}

/** ALTER CONSTRAINT … ENFORCED, and not what else it may alter. */
export function enforces(def: Node | undefined): boolean {
  if (def === undefined || !('ATAlterConstraint' in def)) return false
  const { alterEnforceability, is_enforced } = def.ATAlterConstraint
  return alterEnforceability === true && is_enforced === true
}

/** What one subcommand does under its lock. */
function whyOf({ subtype, def }: AlterTableCmd): string {
  switch (subtype) {
    case 'AT_AddColumn':
      return def !== undefined && 'ColumnDef' in def ? whyOfColumn(def.ColumnDef) : CATALOGUE
    case 'AT_AddConstraint':
      return def !== undefined && 'Constraint' in def ? whyOfConstraint(def.Constraint) : READ
    case 'AT_AlterColumnType':
      return 'may rewrite the whole table and its indexes'
    case 'AT_SetNotNull':
    case 'AT_ValidateConstraint':
      return READ
    case 'AT_AlterConstraint':
      return enforces(def) ? READ : CATALOGUE
    case 'AT_SetLogged':
    case 'AT_SetUnLogged':
    case 'AT_SetTableSpace':
    case 'AT_SetAccessMethod':
      return REWRITE
    case 'AT_SetExpression':
      return 'rewrites the whole table and its indexes if the column is stored'
    default:
      return CATALOGUE
  }
}

/** The one storage parameter of a table that takes the strongest lock. */
function setsCatalogTable({ subtype, def }: AlterTableCmd): boolean {
  if (subtype !== 'AT_SetRelOptions' && subtype !== 'AT_ResetRelOptions') return false
  const options = def !== undefined && 'List' in def ? (def.List.items ?? []) : []
  return options.some((each) => 'DefElem' in each && each.DefElem.defname === 'user_catalog_table')
}

function modeOf(command: AlterTableCmd): LockMode {
  const { subtype, def } = command
  if (subtype === 'AT_AddConstraint' && def !== undefined && 'Constraint' in def)
    return def.Constraint.contype === 'CONSTR_FOREIGN' ? 'SHARE ROW EXCLUSIVE' : 'ACCESS EXCLUSIVE'
  if (def !== undefined && 'PartitionCmd' in def && def.PartitionCmd.concurrent === true)
    return 'SHARE UPDATE EXCLUSIVE'
  if (setsCatalogTable(command)) return 'ACCESS EXCLUSIVE'
  return weaker[subtype ?? ''] ?? 'ACCESS EXCLUSIVE'
}

/** The other table that a subcommand locks: what joins or leaves, or what is inherited from. */
function* otherTable({ subtype, def }: AlterTableCmd): Generator<Lock> {
  if (def === undefined) return
  if ('PartitionCmd' in def) {
    const why = subtype === 'AT_AttachPartition' ? READ : CATALOGUE
    yield { mode: 'ACCESS EXCLUSIVE', relation: nameOf(def.PartitionCmd.name), why }
  }
  if ('RangeVar' in def && (subtype === 'AT_AddInherit' || subtype === 'AT_DropInherit'))
    yield { mode: 'SHARE UPDATE EXCLUSIVE', relation: nameOf(def.RangeVar), why: CATALOGUE }
}

/** The tables that new foreign keys point to. */
function* referred(node: Node): Generator<Lock> {
  const constraints = [
    ...columns(node).flatMap(({ column }) => constraintsOf(column)),
    ...tableConstraints(node).map(({ constraint }) => constraint),
  ]
  for (const { contype, pktable } of constraints)
    if (contype === 'CONSTR_FOREIGN')
      yield { mode: 'SHARE ROW EXCLUSIVE', relation: nameOf(pktable), why: REFERRED }
}

const alterTableLocks = once(
  (node: Node) => 'AlterTableStmt' in node,
  function* (node): Generator<Lock> {
    for (const { table, command } of alterations(node)) {
      yield { mode: modeOf(command), relation: nameOf(table), why: whyOf(command) }
      yield* otherTable(command)
    }
    yield* referred(node)
  },
)

/** What a new table takes from others; nobody else can see the new one. */
function* createTableLocks({ inhRelations, partbound, relation }: CreateStmt): Generator<Lock> {
  for (const each of inhRelations ?? [])
    if ('RangeVar' in each)
      yield partbound === undefined
        ? { mode: 'SHARE UPDATE EXCLUSIVE', relation: nameOf(each.RangeVar), why: CATALOGUE }
        : {
            mode: 'ACCESS EXCLUSIVE',
            relation: nameOf(each.RangeVar),
            why: `only changes the catalogue, unless a default partition has to be read for rows of ${nameOf(relation)}`,
          }
}

const droppable: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_FOREIGN_TABLE',
])

/** Rows that the parts of a WITH change. */
function withLocks(clause: WithClause | undefined): readonly Lock[] {
  return (clause?.ctes ?? []).flatMap((each) =>
    'CommonTableExpr' in each && each.CommonTableExpr.ctequery !== undefined
      ? rowLocks(each.CommonTableExpr.ctequery)
      : [],
  )
}

/** Of statements that change rows. What only reads takes ACCESS SHARE, and is not listed. */
function rowLocks(node: Node): readonly Lock[] {
  const one = (range: RangeVar | undefined, why: string, clause: WithClause | undefined): readonly Lock[] => [
    { mode: 'ROW EXCLUSIVE', relation: nameOf(range), why },
    ...withLocks(clause),
  ]
  if ('UpdateStmt' in node) return one(node.UpdateStmt.relation, 'changes rows', node.UpdateStmt.withClause)
  if ('DeleteStmt' in node) return one(node.DeleteStmt.relation, 'deletes rows', node.DeleteStmt.withClause)
  if ('InsertStmt' in node) return one(node.InsertStmt.relation, 'adds rows', node.InsertStmt.withClause)
  if ('MergeStmt' in node) return one(node.MergeStmt.relation, 'changes rows', node.MergeStmt.withClause)
  return 'SelectStmt' in node ? withLocks(node.SelectStmt.withClause) : []
}

/** The locks that a statement takes on tables, as far as its text tells. */
export function locksOf(node: Node): readonly Lock[] {
  const one = (mode: LockMode, range: RangeVar | undefined, why: string): Lock[] => [
    { mode, relation: nameOf(range), why },
  ]
  if ('AlterTableStmt' in node) return alterTableLocks(node)
  if ('CreateStmt' in node) return [...createTableLocks(node.CreateStmt), ...referred(node)]
  if ('IndexStmt' in node) {
    const { concurrent, relation } = node.IndexStmt
    return one(concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE', relation, INDEX)
  }
  if ('DropStmt' in node) {
    const { removeType, objects, concurrent } = node.DropStmt
    if (removeType === 'OBJECT_INDEX') {
      const mode = concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE'
      return droppedNames(objects).map((name) => ({ mode, relation: `the table of ${name}`, why: CATALOGUE }))
    }
    if (removeType === 'OBJECT_TRIGGER' || removeType === 'OBJECT_POLICY' || removeType === 'OBJECT_RULE')
      return droppedNames(objects).map((name) => ({
        mode: 'ACCESS EXCLUSIVE',
        relation: name.split('.').slice(0, -1).join('.'),
        why: CATALOGUE,
      }))
    return droppable.has(removeType ?? '')
      ? droppedNames(objects).map((relation) => ({ mode: 'ACCESS EXCLUSIVE', relation, why: 'drops it' }))
      : []
  }
  if ('TruncateStmt' in node)
    return (node.TruncateStmt.relations ?? []).flatMap((each) =>
      'RangeVar' in each ? one('ACCESS EXCLUSIVE', each.RangeVar, 'empties it') : [],
    )
  if ('RenameStmt' in node && node.RenameStmt.relation !== undefined) {
    const { renameType, relation } = node.RenameStmt
    return one(
      renameType === 'OBJECT_INDEX' ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE',
      relation,
      CATALOGUE,
    )
  }
  if ('AlterObjectSchemaStmt' in node && node.AlterObjectSchemaStmt.relation !== undefined)
    return one('ACCESS EXCLUSIVE', node.AlterObjectSchemaStmt.relation, CATALOGUE)
  if ('CreateTrigStmt' in node) return one('SHARE ROW EXCLUSIVE', node.CreateTrigStmt.relation, CATALOGUE)
  if ('RuleStmt' in node) return one('ACCESS EXCLUSIVE', node.RuleStmt.relation, CATALOGUE)
  if ('CreatePolicyStmt' in node) return one('ACCESS EXCLUSIVE', node.CreatePolicyStmt.table, CATALOGUE)
  if ('AlterPolicyStmt' in node) return one('ACCESS EXCLUSIVE', node.AlterPolicyStmt.table, CATALOGUE)
  if ('ViewStmt' in node && node.ViewStmt.replace === true)
    return one('ACCESS EXCLUSIVE', node.ViewStmt.view, CATALOGUE)
  if ('CreateStatsStmt' in node)
    return (node.CreateStatsStmt.relations ?? []).flatMap((each) =>
      'RangeVar' in each ? one('SHARE UPDATE EXCLUSIVE', each.RangeVar, CATALOGUE) : [],
    )
  if ('CommentStmt' in node) {
    const { objtype, object } = node.CommentStmt
    const path = object !== undefined && 'List' in object ? textsOf(object.List.items) : []
    const relation = (objtype === 'OBJECT_COLUMN' ? path.slice(0, -1) : path).join('.')
    return objtype === 'OBJECT_TABLE' || objtype === 'OBJECT_COLUMN'
      ? [{ mode: 'SHARE UPDATE EXCLUSIVE', relation, why: CATALOGUE }]
      : []
  }
  if ('VacuumStmt' in node) {
    const { options, rels, is_vacuumcmd } = node.VacuumStmt
    const full = (options ?? []).some((each) => 'DefElem' in each && each.DefElem.defname === 'full')
    return (rels ?? []).flatMap((each) =>
      'VacuumRelation' in each
        ? one(
            is_vacuumcmd === true && full ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE',
            each.VacuumRelation.relation,
            full ? REWRITE : READ,
          )
        : [],
    )
  }
  if ('ClusterStmt' in node) return one('ACCESS EXCLUSIVE', node.ClusterStmt.relation, REWRITE)
  if ('LockStmt' in node) {
    const mode = lockModes[(node.LockStmt.mode ?? 8) - 1] ?? 'ACCESS EXCLUSIVE'
    return (node.LockStmt.relations ?? []).flatMap((each) =>
      'RangeVar' in each ? one(mode, each.RangeVar, 'is asked for') : [],
    )
  }
  if ('RefreshMatViewStmt' in node) {
    const { concurrent, relation } = node.RefreshMatViewStmt
    return one(concurrent === true ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE', relation, 'computes it anew')
  }
  if ('ReindexStmt' in node) {
    const concurrently = (node.ReindexStmt.params ?? []).some(
      (each) => 'DefElem' in each && each.DefElem.defname === 'concurrently',
    )
    const { relation, kind } = node.ReindexStmt
    const table = kind === 'REINDEX_OBJECT_INDEX' ? `the table of ${nameOf(relation)}` : nameOf(relation)
    return [
      { mode: concurrently ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE', relation: table, why: 'builds indexes' },
    ]
  }
  return rowLocks(node)
}
