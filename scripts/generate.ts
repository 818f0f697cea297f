/**
 * Writes what is generated: every action's action.yml, the tables of the READMEs of actions, rules and modules, the
 * quick start, the page of failures, the schemas of events, and the manifests that apply Keycloak's realm.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { moduleNames } from '#sandbox/terraform/modules.ts'
import { stepNames } from '#toolkit/model/step.ts'
import { actionManifest, type Described, described, withTables } from '#toolkit/runtime/action-yml.ts'
import { action } from '../actions/publish/src/inputs.ts'
import { compositeManifest, compositeNames, withCompositeTables } from './composites.ts'
import { errorsMarkdown, errorsPage } from './error-codes.ts'
import { eventSchemas, schemasFolder, writeEventSchemas } from './event-schemas.ts'
import { lintReadme, withLintTable } from './lint-table.ts'
import { readmeOf, withModuleTables } from './module-tables.ts'
import { quickStartReadme, withQuickStart } from './quick-start.ts'
import { realmFiles, realmFilesManifest, realmJob, withRealmHash } from './realm-job.ts'
import { reusableWorkflows, withGenerated } from './reusable.ts'
import { rulesReadme, withRuleTable } from './rule-table.ts'

const root = dirname(import.meta.dirname)

function writeAction(folder: string, of: Described): void {
  writeFileSync(join(folder, 'action.yml'), actionManifest(of))
  const readme = join(folder, 'README.md')
  writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), of))
}

for (const name of stepNames) {
  const folder = join(root, 'actions', name)
  const { step } = await import(join(folder, 'src/step.ts'))
  writeAction(folder, described(step))
}
writeAction(join(root, 'actions/publish'), action)
for (const name of compositeNames) {
  const folder = join(root, 'actions', name)
  writeFileSync(join(folder, 'action.yml'), compositeManifest(name))
  const readme = join(folder, 'README.md')
  writeFileSync(readme, withCompositeTables(readFileSync(readme, 'utf8'), name))
}
for (const file of reusableWorkflows) writeFileSync(file, withGenerated(readFileSync(file, 'utf8')))
writeFileSync(lintReadme, withLintTable(readFileSync(lintReadme, 'utf8')))
for (const name of moduleNames()) {
  writeFileSync(readmeOf(name), withModuleTables(readFileSync(readmeOf(name), 'utf8'), name))
}
writeFileSync(join(root, errorsPage), errorsMarkdown())
writeFileSync(quickStartReadme, withQuickStart(readFileSync(quickStartReadme, 'utf8')))
writeFileSync(rulesReadme, withRuleTable(readFileSync(rulesReadme, 'utf8')))
writeEventSchemas(schemasFolder, eventSchemas())
writeFileSync(realmFiles, realmFilesManifest())
writeFileSync(realmJob, withRealmHash(readFileSync(realmJob, 'utf8')))
