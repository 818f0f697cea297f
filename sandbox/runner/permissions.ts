/** What a job of this repository's workflows holds: as its file says, which is all that GitHub gives it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import * as z from 'zod'
import type { Permissions } from '../github/tokens.ts'

const root = join(import.meta.dirname, '../..')

const access = z.enum(['read', 'write'])
const Workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.strictObject({
        'id-token': z.literal('write').optional(),
        actions: access.optional(),
        checks: access.optional(),
        contents: access.optional(),
        issues: access.optional(),
        'pull-requests': access.optional(),
      }),
    }),
  ),
})

export interface Granted {
  /** Of `GITHUB_TOKEN`. */
  readonly permissions: Permissions
  /** Whether the job may ask for ID tokens. */
  readonly idToken: boolean
}

/** @param workflow name of the file without `.yml` */
export function grantedTo(workflow: string, job: string): Granted {
  const { jobs } = Workflow.parse(
    load(readFileSync(join(root, '.github/workflows', `${workflow}.yml`), 'utf8')),
  )
  const found = jobs[job]
  if (found === undefined) throw new Error(`${workflow}.yml has no job ${job}`)
  const { 'id-token': idToken, ...permissions } = found.permissions
  return { permissions: permissions as Permissions, idToken: idToken === 'write' } // without undefined: YAML has none
}
