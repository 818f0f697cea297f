/**
 * Keeps files with a run, where people find them beneath its summary. Import this file lazily: it brings a compressor
 * with it.
 */
import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import * as z from 'zod'
import type { Masked } from '../redact/masked.ts'
import { type ArtifactService, connectArtifacts, type ServiceOptions } from './artifact-service.ts'

export interface ArtifactOptions extends ServiceOptions {
  /** Once in a run. */
  readonly name: string
  /** Name → text. */
  readonly files: Readonly<Record<string, Masked<string>>>
}

/** Milliseconds for all of it. */
const DEADLINE = 30_000

const ZIP = 'application/zip'

const Created = z.object({ ok: z.literal(true), signed_upload_url: z.url() })
const Finalized = z.object({ ok: z.literal(true), artifact_id: z.coerce.string().regex(/^\d+$/) })

/**
 * @returns the id beneath `https://github.com/owner/name/actions/runs/<run>/artifacts/`
 * @throws whatever went wrong; nothing is tried twice here
 */
export async function uploadArtifact(
  service: ArtifactService,
  { name, files, env, signal: given }: ArtifactOptions,
): Promise<string> {
  const signal = AbortSignal.any([given, AbortSignal.timeout(DEADLINE)])
  const connection = connectArtifacts(service, { env, signal })
  try {
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)])),
    )
    const { signed_upload_url: address } = await connection.call(
      'CreateArtifact',
      { name, version: 7, mime_type: ZIP },
      Created,
    )
    await connection.put(address, zip, { 'x-ms-blob-type': 'BlockBlob', 'content-type': ZIP })
    const hash = `sha256:${createHash('sha256').update(zip).digest('hex')}`
    const size = String(zip.length)
    return (await connection.call('FinalizeArtifact', { name, size, hash }, Finalized)).artifact_id
  } finally {
    connection.close()
  }
}
