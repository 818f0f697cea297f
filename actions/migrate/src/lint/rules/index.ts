/** Every rule; the order is that of their names. */

import type { LintRule } from '../context/rule.ts'
import { rule as addCheckWithoutNotValid } from './add-check-without-not-valid.ts'
import { rule as addColumnGeneratedStored } from './add-column-generated-stored.ts'
import { rule as addColumnNotNullWithoutDefault } from './add-column-not-null-without-default.ts'
import { rule as addColumnSerial } from './add-column-serial.ts'
import { rule as addColumnVolatileDefault } from './add-column-volatile-default.ts'
import { rule as addExclusionConstraint } from './add-exclusion-constraint.ts'
import { rule as addForeignKeyWithoutNotValid } from './add-foreign-key-without-not-valid.ts'
import { rule as addPrimaryKey } from './add-primary-key.ts'
import { rule as addUniqueConstraint } from './add-unique-constraint.ts'
import { rule as attachPartitionWithoutCheck } from './attach-partition-without-check.ts'
import { rule as changeColumnType } from './change-column-type.ts'
import { rule as charColumn } from './char-column.ts'
import { rule as cluster } from './cluster.ts'
import { rule as concurrentIfNotExists } from './concurrent-if-not-exists.ts'
import { rule as createIndexNotConcurrently } from './create-index-not-concurrently.ts'
import { rule as createPartitionOf } from './create-partition-of.ts'
import { rule as createTrigger } from './create-trigger.ts'
import { rule as dataChangeAfterLock } from './data-change-after-lock.ts'
import { rule as deleteWithoutWhere } from './delete-without-where.ts'
import { rule as detachPartitionNotConcurrently } from './detach-partition-not-concurrently.ts'
import { rule as disableTrigger } from './disable-trigger.ts'
import { rule as dropCascade } from './drop-cascade.ts'
import { rule as dropColumn } from './drop-column.ts'
import { rule as dropIndexNotConcurrently } from './drop-index-not-concurrently.ts'
import { rule as dropNotNull } from './drop-not-null.ts'
import { rule as dropSchema } from './drop-schema.ts'
import { rule as dropTable } from './drop-table.ts'
import { rule as enumValueUsedAtOnce } from './enum-value-used-at-once.ts'
import { rule as foreignKeyWithoutIndex } from './foreign-key-without-index.ts'
import { rule as grantToPublic } from './grant-to-public.ts'
import { rule as identifierTooLong } from './identifier-too-long.ts'
import { rule as integerPrimaryKey } from './integer-primary-key.ts'
import { rule as jsonColumn } from './json-column.ts'
import { rule as lockTable } from './lock-table.ts'
import { rule as notAnalysable } from './not-analysable.ts'
import { rule as nowDefault } from './now-default.ts'
import { rule as refreshViewNotConcurrently } from './refresh-view-not-concurrently.ts'
import { rule as reindexNotConcurrently } from './reindex-not-concurrently.ts'
import { rule as renameColumn } from './rename-column.ts'
import { rule as renameEnumValue } from './rename-enum-value.ts'
import { rule as renameTable } from './rename-table.ts'
import { rule as securityDefinerWithoutSearchPath } from './security-definer-without-search-path.ts'
import { rule as sessionSetting } from './session-setting.ts'
import { rule as setLogged } from './set-logged.ts'
import { rule as setNotNull } from './set-not-null.ts'
import { rule as setTablespace } from './set-tablespace.ts'
import { rule as severalTablesLocked } from './several-tables-locked.ts'
import { rule as tableWithoutPrimaryKey } from './table-without-primary-key.ts'
import { rule as timestampWithoutTimeZone } from './timestamp-without-time-zone.ts'
import { rule as truncate } from './truncate.ts'
import { rule as updateWithoutWhere } from './update-without-where.ts'
import { rule as vacuumFull } from './vacuum-full.ts'
import { rule as validateWithAdd } from './validate-with-add.ts'

export const rules: readonly LintRule[] = [
  addCheckWithoutNotValid,
  addColumnGeneratedStored,
  addColumnNotNullWithoutDefault,
  addColumnSerial,
  addColumnVolatileDefault,
  addExclusionConstraint,
  addForeignKeyWithoutNotValid,
  addPrimaryKey,
  addUniqueConstraint,
  attachPartitionWithoutCheck,
  changeColumnType,
  charColumn,
  cluster,
  concurrentIfNotExists,
  createIndexNotConcurrently,
  createPartitionOf,
  createTrigger,
  dataChangeAfterLock,
  deleteWithoutWhere,
  detachPartitionNotConcurrently,
  disableTrigger,
  dropCascade,
  dropColumn,
  dropIndexNotConcurrently,
  dropNotNull,
  dropSchema,
  dropTable,
  enumValueUsedAtOnce,
  foreignKeyWithoutIndex,
  grantToPublic,
  identifierTooLong,
  integerPrimaryKey,
  jsonColumn,
  lockTable,
  notAnalysable,
  nowDefault,
  refreshViewNotConcurrently,
  reindexNotConcurrently,
  renameColumn,
  renameEnumValue,
  renameTable,
  securityDefinerWithoutSearchPath,
  sessionSetting,
  setLogged,
  setNotNull,
  setTablespace,
  severalTablesLocked,
  tableWithoutPrimaryKey,
  timestampWithoutTimeZone,
  truncate,
  updateWithoutWhere,
  vacuumFull,
  validateWithAdd,
]
