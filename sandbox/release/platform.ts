/** The inputs with which the four actions release this repository's platform. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { StepName } from '#toolkit/model/step.ts'
import { REGION } from '../aws/aws.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Roles, STATE_BUCKET } from '../terraform/bootstrap.ts'

const root = join(import.meta.dirname, '../..')

export const DATABASE = 'omninode_cloud'

/**
 * onex-api's image. Simulated nodes pull nothing, so nothing is built: the digest is that of the sources.
 * SANDBOX_IMAGE names one that the nodes of a given cluster can pull.
 */
function imageReference(): string {
  const given = process.env['SANDBOX_IMAGE']
  if (given) return given
  const folder = join(root, 'onex-api/src')
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(`${relative(folder, path)}\0`).update(readFileSync(path))
  return `omnicloud/core@sha256:${hash.digest('hex')}`
}

const targets = `
rollout onex-dev/Deployment/onex-api
rollout onex-dev/Deployment/onex-relay
http env:ONEX_API/health/ready expect 200
http env:ONEX_API/v1/tenants/me header x-api-key env:ONEX_API_KEY expect 200
http env:ONEX_API/v1/tenants/me header authorization env:ONEX_API_AUTHORIZATION expect 200
http env:ONEX_API/v1/tenants/me expect 401
migration-head db/migrations
`

export interface PlatformInputs {
  readonly roles: Roles
  /** URL of the database with a user who may migrate it. */
  readonly databaseUrl: string
}

/** Step → its inputs; the same for preview and release, but for `command`. */
export function platformInputs(
  sandbox: Sandbox,
  { roles, databaseUrl }: PlatformInputs,
): Readonly<Record<StepName, Readonly<Record<string, string>>>> {
  return {
    provision: {
      // A release of k3s or data follows that of the network, and takes minutes in the emulator as well: their stacks are
      // released by terraform/test/integration/stacks.test.ts.
      directory: 'terraform/stacks/dev/network',
      'aws-role': roles.apply,
      'plan-role': roles.plan,
      'aws-region': REGION,
      'backend-config': `bucket=${STATE_BUCKET}`,
    },
    migrate: { directory: 'db/migrations', 'database-url': databaseUrl },
    deploy: {
      manifests: 'k8s/overlays/dev',
      application: 'platform',
      images: `omnicloud/core=${imageReference()}`,
      prune: 'true',
      'rollout-timeout': '2m',
      ...sandbox.kubernetes.inputs,
    },
    verify: { targets, 'database-url': databaseUrl, 'rollout-timeout': '1m', ...sandbox.kubernetes.inputs },
  }
}
