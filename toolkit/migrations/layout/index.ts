/** Every layout: a file here, a line here, and a `pass` and a `fail` folder in `test/fixtures/layout/`. */

export { layout as dbmate } from './dbmate.ts'
export { layout as flyway } from './flyway.ts'
export { layout as golangMigrate } from './golang-migrate.ts'
export { layout as goose } from './goose.ts'
export { layout as manifest } from './manifest.ts'
export { layout as numbered } from './numbered.ts'
export { layout as rollbackFolder } from './rollback-folder.ts'
