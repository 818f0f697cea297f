/** Writes every action's action.yml and the tables of its README from its schema. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { actionManifest, withTables } from '#toolkit/action/manifest.ts'
import { stepNames } from '#toolkit/model/step.ts'

const root = dirname(import.meta.dirname)
for (const name of stepNames) {
  const folder = join(root, 'actions', name)
  const { step } = await import(join(folder, 'src/step.ts'))
  writeFileSync(join(folder, 'action.yml'), actionManifest(step))
  const readme = join(folder, 'README.md')
  writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), step))
}
