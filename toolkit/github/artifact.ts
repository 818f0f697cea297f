/**
 * Keeps files with a run, where people find them beneath its summary. Import this file lazily: it brings a compressor
 * with it. The protocol is the one of version 7 of GitHub's own upload-artifact; its library would bring 261 packages.
 */
import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { strToU8, zipSync } from 'fflate'
import * as z from 'zod'
import { claimsOf } from '../identity/claims.ts'
import type { Masked } from '../redact/masked.ts'
import { type Answered, exchange, keepConnections } from '../transport/exchange.ts'

/** Where the runner keeps what a run leaves, and the token that it gives to JavaScript actions for that. */
export interface ArtifactService {
  readonly url: string
  readonly token: string
}

export interface ArtifactOptions {
  /** Once in a run. */
  readonly name: string
  /** Name → text. */
  readonly files: Readonly<Record<string, Masked<string>>>
  /** Of which HTTPS_PROXY and NO_PROXY count. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** Milliseconds for all of it. */
const DEADLINE = 30_000

const ZIP = 'application/zip'

const Claims = z.object({ scp: z.string() })
const Created = z.object({ ok: z.literal(true), signed_upload_url: z.url() })
const Finalized = z.object({ ok: z.literal(true), artifact_id: z.coerce.string().regex(/^\d+$/) })

/** The run and the job, as GitHub numbers them within; `Actions.Results:<run>:<job>` is among the token's scopes. */
function idsIn(token: string): Readonly<Record<string, string>> {
  const { scp } = Claims.parse(claimsOf(token))
  const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(scp) ?? []
  if (run === undefined || job === undefined) throw new Error('the token of the runner is for no artifacts')
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job }
}

async function answered(asked: Promise<Answered>): Promise<string> {
  const { status, text } = await asked
  if (status < 200 || status > 299)
    throw new Error(`${status} ${STATUS_CODES[status]}: ${text.slice(0, 300)}`)
  return text
}

/**
 * @returns the id beneath `https://github.com/owner/name/actions/runs/<run>/artifacts/`
 * @throws whatever went wrong; nothing is tried twice, because nothing depends on it
 */
export async function uploadArtifact(
  { url, token }: ArtifactService,
  { name, files, env, signal: given }: ArtifactOptions,
): Promise<string> {
  const signal = AbortSignal.any([given, AbortSignal.timeout(DEADLINE)])
  const connections = keepConnections({ most: 1, proxies: env })
  const shared = { connections, signal, deadline: DEADLINE }
  const ids = idsIn(token)
  const call = async (method: string, body: object): Promise<unknown> => {
    const text = await answered(
      exchange({
        method: 'POST',
        url: new URL(`/twirp/github.actions.results.api.v1.ArtifactService/${method}`, url),
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...ids, name, ...body }),
        ...shared,
      }),
    )
    return JSON.parse(text)
  }
  try {
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)])),
    )
    const created = Created.parse(await call('CreateArtifact', { version: 7, mime_type: ZIP }))
    await answered(
      exchange({
        method: 'PUT',
        url: new URL(created.signed_upload_url),
        headers: { 'x-ms-blob-type': 'BlockBlob', 'content-type': ZIP },
        body: zip,
        ...shared,
      }),
    )
    const hash = `sha256:${createHash('sha256').update(zip).digest('hex')}`
    return Finalized.parse(await call('FinalizeArtifact', { size: String(zip.length), hash })).artifact_id
  } finally {
    connections.close()
  }
}
