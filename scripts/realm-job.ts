/** The name of the Job that applies Keycloak's realm: of what it applies, because a Job runs once. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../k8s/base/auth/keycloak/realm')

export const realmJob = join(folder, 'job/kustomization.yaml')

/** What the Job is, and what it applies: the realm, its program, the values that it fills in. */
const files = ['omninode.json', 'apply.mts', 'configmap.yaml', 'job/job.yaml']

export function withRealmHash(kustomization: string): string {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0')
  return kustomization.replace(/^nameSuffix: .*$/m, `nameSuffix: -${hash.digest('hex').slice(0, 12)}`)
}
