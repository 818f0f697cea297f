/** The inputs with which the four actions release this repository's platform. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { StepName } from '#toolkit/model/step.ts'
import { REGION } from '../aws/aws.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Roles, STATE_BUCKET } from '../terraform/bootstrap.ts'

const root = join(import.meta.dirname, '../..')

export const DATABASE = 'omninode_cloud'

/** Image → of what it is built. Simulated nodes pull nothing, so nothing is built: the digest is that of the sources. */
const sources = {
  'omnicloud/core': 'onex-api/src',
  'omnicloud/keycloak': 'k8s/base/auth/keycloak/Dockerfile',
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

/** Lines for `images`. SANDBOX_IMAGE names one that the nodes of a given cluster can pull. */
function images(): string {
  const lines = Object.entries(sources).map(([name, source]) => {
    const given = process.env['SANDBOX_IMAGE']
    if (given) return `${name}=${given}`
    const hash = createHash('sha256')
    for (const path of filesOf(join(root, source)).sort())
      hash.update(`${relative(join(root, source), path)}\0`).update(readFileSync(path))
    return `${name}=${name}@sha256:${hash.digest('hex')}`
  })
  return lines.join('\n')
}

const targets = `
rollout auth/Deployment/keycloak
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
      images: images(),
      prune: 'true',
      'rollout-timeout': '2m',
      ...sandbox.kubernetes.inputs,
    },
    verify: { targets, 'database-url': databaseUrl, 'rollout-timeout': '1m', ...sandbox.kubernetes.inputs },
  }
}
