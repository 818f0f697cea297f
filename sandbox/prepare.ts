/** Everything that the sandbox's parts need and a fresh machine lacks: fetched and built once, side by side. */
import { prepareMoto } from './aws/aws.ts'
import type { CacheOptions } from './cache/cache.ts'
import { prepareControlPlane } from './kube/programs.ts'
import { preparePki } from './pki/certificates.ts'
import { preparePostgres } from './postgres/postgres.ts'
import type { Progress } from './progress.ts'
import { prepareTerraform } from './terraform/terraform.ts'

export interface PrepareOptions {
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Of the cache; the user's own unless given. */
  readonly root?: string
  /** What only tests use as well. */
  readonly more?: Parts
}

type Parts = Readonly<Record<string, (options: CacheOptions) => Promise<unknown>>>

async function go(options: CacheOptions): Promise<void> {
  // One after the other: both compile Go's standard library.
  await preparePki(options)
  if (!process.env['SANDBOX_KUBECONFIG']) await prepareControlPlane(options)
}

const standard: Parts = {
  Kubernetes: go,
  AWS: prepareMoto,
  Postgres: preparePostgres,
  Terraform: prepareTerraform,
}

/** @throws AggregateError with a message for every part that this machine cannot have. */
export async function prepareSandbox({ progress, signal, more, ...rest }: PrepareOptions): Promise<void> {
  const parts = { ...standard, ...more }
  const results = await Promise.allSettled(
    Object.entries(parts).map(async ([part, prepare]) => {
      progress.report(part, 'looking for it')
      await prepare({ ...rest, signal, progress: (message) => progress.report(part, message) })
      progress.done(part, 'there')
    }),
  )
  signal.throwIfAborted()
  const names = Object.keys(parts)
  const missing = results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${names[index]}: ${messageOf(result.reason)}`] : [],
  )
  if (missing.length > 0)
    throw new AggregateError(missing, `The sandbox is not complete on this machine.\n${missing.join('\n')}`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
