/** Reads what the jobs of this run have kept with it. Whoever runs in one of them may have written it. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { codeOf, isUnreachable } from '../retry/network.ts'
import { retry } from '../retry/retry.ts'
import {
  type ArtifactConnection,
  ArtifactRefusal,
  type ArtifactService,
  connectArtifacts,
  type ServiceOptions,
} from './artifact-service.ts'

/** As the service knows it. */
export interface ListedArtifact {
  readonly id: number
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** `sha256:…` of all of its bytes. */
  readonly digest: string | undefined
  /** Of the job that has kept it. */
  readonly backend: Readonly<Record<string, string>>
}

/** Source: ListArtifactsResponse of GitHub's own client; 64-bit numbers are texts there. */
const Listed = z.object({
  artifacts: z
    .array(
      z.object({
        workflow_run_backend_id: z.string(),
        workflow_job_run_backend_id: z.string(),
        database_id: z.coerce.number().int(),
        name: z.string(),
        size: z.coerce.number().int().nonnegative(),
        digest: z.string().optional(),
      }),
    )
    .default([]),
})
const Signed = z.object({ signed_url: z.url() })

const ATTEMPTS = 5

/** The artifacts of this run, from its earlier attempts too. */
export interface RunArtifacts {
  /** The oldest first. */
  list(): Promise<readonly ListedArtifact[]>
  /**
   * @param largest bytes, after which it is given up
   * @throws Error that says what is wrong with it
   */
  download(artifact: ListedArtifact, largest: number): Promise<Buffer>
  close(): void
}

function isWorthAnother(error: unknown): boolean {
  if (error instanceof ArtifactRefusal) return error.status >= 500 || error.status === 429
  return codeOf(error) !== 'EMSGSIZE' && isUnreachable(error)
}

export function artifactsOfRun(
  service: ArtifactService,
  { random, ...options }: ServiceOptions & { readonly random: () => number },
): RunArtifacts {
  const connection: ArtifactConnection = connectArtifacts(service, options)
  const again = <T>(work: () => Promise<T>): Promise<T> =>
    retry(
      {
        attempts: ATTEMPTS,
        shortest: 500,
        longest: 10_000,
        classify: (error) => (isWorthAnother(error) ? 'again' : 'refuse'),
        pauseOf: (error) => (error instanceof ArtifactRefusal ? error.pause : undefined),
        signal: options.signal,
        random,
      },
      work,
    )
  return {
    list: async () => {
      const { artifacts } = await again(() => connection.call('ListArtifacts', {}, Listed))
      return artifacts
        .map(({ database_id: id, name, size, digest, ...backend }) => ({ id, name, size, digest, backend }))
        .sort((a, b) => a.id - b.id)
    },
    download: ({ name, backend, digest }, largest) =>
      again(async () => {
        const { signed_url: address } = await connection.call(
          'GetSignedArtifactURL',
          { ...backend, name },
          Signed,
        )
        const bytes = await connection.get(address, largest)
        const found = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
        if (digest !== undefined && digest !== found)
          throw new Error(`its bytes have the digest ${found}, and ${digest} was kept`)
        return bytes
      }),
    close: () => connection.close(),
  }
}
