/** One of the tools whose folders are taken over, at one version. */
import type { CacheOptions } from '../cache/cache.ts'
import { builtProgram, type GoProgram } from '../cache/go-program.ts'

const golangMigrate: GoProgram = {
  name: 'golang-migrate',
  command: 'migrate',
  module: import.meta.dirname,
  requires: 'github.com/golang-migrate/migrate/v4',
  package: 'github.com/golang-migrate/migrate/v4/cmd/migrate',
  tags: 'postgres',
}

/** The folder that holds `migrate`. */
export function prepareGolangMigrate(options: CacheOptions): Promise<string> {
  return builtProgram(golangMigrate, options)
}
