/** Everything that the sandbox's parts need and a fresh machine lacks: fetched and built once, side by side. */
import { prepareAct } from './act/act.ts'
import { prepareActionlint } from './actionlint/actionlint.ts'
import { prepareMoto } from './aws/aws.ts'
import type { CacheOptions } from './cache/cache.ts'
import { prepareChromium } from './chromium/chromium.ts'
import { prepareDbmate } from './dbmate/dbmate.ts'
import { prepareDefinitions } from './definitions/definitions.ts'
import { prepareFlyway } from './flyway/flyway.ts'
import { prepareGolangMigrate } from './golang-migrate/golang-migrate.ts'
import { prepareGoose } from './goose/goose.ts'
import { prepareKafka } from './kafka/kafka.ts'
import { prepareKeycloak } from './keycloak/keycloak.ts'
import { prepareControlPlane } from './kube/programs.ts'
import { prepareKubectl } from './kubectl/kubectl.ts'
import { prepareKustomize } from './kustomize/kustomize.ts'
import { prepareOpenTofu } from './opentofu/opentofu.ts'
import { preparePki } from './pki/certificates.ts'
import { prepareOldest } from './postgres/oldest.ts'
import { preparePgBouncer } from './postgres/pgbouncer.ts'
import { preparePostgres } from './postgres/postgres.ts'
import type { Progress } from './progress.ts'
import { prepareSchemathesis } from './schemathesis/schemathesis.ts'
import { prepareTerraform } from './terraform/terraform.ts'

export interface Part {
  readonly name: string
  /** Whoever loads it needs the part; relative to the root. */
  readonly file: string
  prepare(options: CacheOptions): Promise<unknown>
}

/** What `npm start` needs. */
export const sandboxParts: readonly Part[] = [
  { name: 'Certificates', file: 'sandbox/pki/certificates.ts', prepare: preparePki },
  {
    name: 'Kubernetes',
    file: 'sandbox/kube/programs.ts',
    prepare: async (options) => {
      // One after the other: both compile Go's standard library.
      await preparePki(options)
      if (!process.env['SANDBOX_KUBECONFIG']) await prepareControlPlane(options)
    },
  },
  { name: 'AWS', file: 'sandbox/aws/aws.ts', prepare: prepareMoto },
  { name: 'Postgres', file: 'sandbox/postgres/postgres.ts', prepare: preparePostgres },
  { name: 'Terraform', file: 'sandbox/terraform/terraform.ts', prepare: prepareTerraform },
  { name: 'Kafka', file: 'sandbox/kafka/kafka.ts', prepare: prepareKafka },
  { name: 'Keycloak', file: 'sandbox/keycloak/keycloak.ts', prepare: prepareKeycloak },
]

/** What only tests use as well. */
const testParts: readonly Part[] = [
  { name: 'PgBouncer', file: 'sandbox/postgres/pgbouncer.ts', prepare: preparePgBouncer },
  { name: 'act', file: 'sandbox/act/act.ts', prepare: prepareAct },
  { name: 'actionlint', file: 'sandbox/actionlint/actionlint.ts', prepare: prepareActionlint },
  { name: 'kubectl', file: 'sandbox/kubectl/kubectl.ts', prepare: prepareKubectl },
  { name: 'kustomize', file: 'sandbox/kustomize/kustomize.ts', prepare: prepareKustomize },
  {
    name: 'Definitions of operators',
    file: 'sandbox/definitions/definitions.ts',
    prepare: prepareDefinitions,
  },
  { name: 'Chromium', file: 'sandbox/chromium/chromium.ts', prepare: prepareChromium },
  { name: 'schemathesis', file: 'sandbox/schemathesis/schemathesis.ts', prepare: prepareSchemathesis },
  { name: 'dbmate', file: 'sandbox/dbmate/dbmate.ts', prepare: prepareDbmate },
  { name: 'goose', file: 'sandbox/goose/goose.ts', prepare: prepareGoose },
  {
    name: 'golang-migrate',
    file: 'sandbox/golang-migrate/golang-migrate.ts',
    prepare: prepareGolangMigrate,
  },
  { name: 'Flyway', file: 'sandbox/flyway/flyway.ts', prepare: prepareFlyway },
  { name: 'OpenTofu', file: 'sandbox/opentofu/opentofu.ts', prepare: prepareOpenTofu },
  {
    // What production runs, beside the one of the machine.
    name: 'PostgreSQL 18',
    file: 'sandbox/postgres/postgres.ts',
    prepare: (options) => preparePostgres({ ...options, binaries: 'embedded' }),
  },
  { name: 'PostgreSQL 14', file: 'sandbox/postgres/oldest.ts', prepare: prepareOldest },
]

export const allParts: readonly Part[] = [...sandboxParts, ...testParts]

export interface PrepareOptions {
  readonly parts: readonly Part[]
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Of the cache; the user's own unless given. */
  readonly root?: string
}

/** @throws AggregateError with a message for every part that this machine cannot have. */
export async function prepareSandbox({ parts, progress, signal, ...rest }: PrepareOptions): Promise<void> {
  const results = await Promise.allSettled(
    parts.map(async ({ name, prepare }) => {
      progress.report(name, 'looking for it')
      await prepare({ ...rest, signal, progress: (message) => progress.report(name, message) })
      progress.done(name, 'there')
    }),
  )
  signal.throwIfAborted()
  const missing = results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${parts[index]?.name}: ${messageOf(result.reason)}`] : [],
  )
  if (missing.length > 0)
    throw new AggregateError(missing, `The sandbox is not complete on this machine.\n${missing.join('\n')}`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
