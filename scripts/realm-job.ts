/** The manifests of the Job that applies Keycloak's realm: the ConfigMap of its files, and its name, because it runs once. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../k8s/base/auth/keycloak/realm')

export const realmFiles = join(folder, 'files.yaml')
export const realmJob = join(folder, 'job.yaml')

const read = (file: string) => readFileSync(join(folder, file), 'utf8')

export function realmFilesManifest(): string {
  const files = ['apply.mts', 'omninode.json'].map(
    (file) => `  ${file}: |\n${read(file).replace(/^(?=.)/gm, '    ')}`,
  )
  return `# Made by \`npm run generate\` of the files beside it.
apiVersion: v1
kind: ConfigMap
metadata:
  name: keycloak-realm
data:
${files.join('')}`
}

const NAME = /^ {2}name: keycloak-realm-[0-9a-f]+$/m

/** The Job, named after what it is and what it applies: itself, the realm, its program, the values that it fills in. */
export function withRealmHash(job: string): string {
  const hash = createHash('sha256').update(job.replace(NAME, ''))
  for (const file of ['files.yaml', 'configmap.yaml']) hash.update('\0').update(read(file))
  return job.replace(NAME, `  name: keycloak-realm-${hash.digest('hex').slice(0, 12)}`)
}
