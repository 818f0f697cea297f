/** Every layout: a file here, a line here, and a `pass` and a `fail` folder in `test/fixtures/layout/`. */

export { layout as manifest } from './manifest.ts'
export { layout as numbered } from './numbered.ts'
export { layout as rollbackFolder } from './rollback-folder.ts'
