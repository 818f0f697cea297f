/** One of the tools whose folders are taken over, at one version. */
import type { CacheOptions } from '../cache/cache.ts'
import { builtProgram, type GoProgram } from '../cache/go-program.ts'

const goose: GoProgram = {
  name: 'goose',
  command: 'goose',
  module: import.meta.dirname,
  requires: 'github.com/pressly/goose/v3',
  package: 'github.com/pressly/goose/v3/cmd/goose',
  tags: 'no_clickhouse,no_duckdb,no_libsql,no_mssql,no_mysql,no_sqlite3,no_spanner,no_turso,no_vertica,no_ydb',
}

/** The folder that holds `goose`. */
export function prepareGoose(options: CacheOptions): Promise<string> {
  return builtProgram(goose, options)
}
