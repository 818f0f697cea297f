/**
 * What keeps the artifacts of runs at GitHub, and the storage behind it, as a runner of 2026 sees them: an artifact is
 * named once in a run, its bytes are put to an address signed for it, and it is there once their size and hash agree.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'

const PREFIX = '/twirp/github.actions.results.api.v1.ArtifactService/'
/** Source: validateArtifactName of GitHub's own client. */
const FORBIDDEN = /["<>|*?:\r\n\\/]/

const Named = z.object({
  workflow_run_backend_id: z.uuid(),
  workflow_job_run_backend_id: z.uuid(),
  name: z.string().min(1),
})
const Creation = Named.extend({ version: z.literal(7), mime_type: z.string() })
const Finalization = Named.extend({ size: z.string().regex(/^\d+$/), hash: z.string() })

export interface KeptArtifact {
  readonly id: string
  readonly name: string
  readonly zip: Buffer
}

export interface Artifacts {
  /** ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN of a job of a run. */
  job(runId: string): Readonly<Record<string, string>>
  kept(): readonly KeptArtifact[]
  stop(): Promise<void>
}

interface Upload {
  readonly run: string
  readonly name: string
  readonly mimeType: string
  readonly signature: string
  readonly id: string
  zip?: Buffer
  finalized: boolean
}

interface Reply {
  readonly status: number
  readonly body?: unknown
}

const refused = (status: number, code: string, msg: string): Reply => ({ status, body: { code, msg } })

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export async function startArtifacts(): Promise<Artifacts> {
  const uploads: Upload[] = []
  /** Token → the backend id of its run. */
  const tokens = new Map<string, string>()
  const runs = new Map<string, string>()
  let origin = ''

  function called(method: string, token: string, body: unknown): Reply {
    const run = tokens.get(token)
    if (run === undefined) return refused(401, 'unauthenticated', 'invalid token')
    const parsed = (method === 'CreateArtifact' ? Creation : Finalization).safeParse(body)
    if (!parsed.success) return refused(400, 'malformed', parsed.error.message)
    const { name, workflow_run_backend_id: said } = parsed.data
    if (said !== run) return refused(403, 'permission_denied', 'the token is of another run')
    const known = uploads.find((upload) => upload.run === run && upload.name === name)
    if ('version' in parsed.data) {
      if (FORBIDDEN.test(name)) return refused(400, 'invalid_argument', `the name ${name} is not allowed`)
      if (known !== undefined) return refused(409, 'already_exists', `${name} is there already`)
      const upload: Upload = {
        run,
        name,
        mimeType: parsed.data.mime_type,
        signature: randomBytes(16).toString('hex'),
        id: String(uploads.length + 1_000),
        finalized: false,
      }
      uploads.push(upload)
      const address = `${origin}/storage/${upload.id}?sig=${upload.signature}`
      return { status: 200, body: { ok: true, signed_upload_url: address } }
    }
    if (known?.zip === undefined) return refused(404, 'not_found', `nothing was put for ${name}`)
    const hash = `sha256:${createHash('sha256').update(known.zip).digest('hex')}`
    if (parsed.data.size !== String(known.zip.length) || parsed.data.hash !== hash)
      return refused(412, 'failed_precondition', 'size or hash do not agree')
    known.finalized = true
    return { status: 200, body: { ok: true, artifact_id: known.id } }
  }

  async function respond(request: IncomingMessage): Promise<Reply> {
    const asked = new URL(request.url ?? '/', origin)
    const bytes = await bytesOf(request)
    if (request.method === 'POST' && asked.pathname.startsWith(PREFIX)) {
      const token = (request.headers.authorization ?? '').replace(/^Bearer /, '')
      return called(asked.pathname.slice(PREFIX.length), token, JSON.parse(bytes.toString('utf8')))
    }
    const upload = uploads.find(({ id }) => asked.pathname === `/storage/${id}`)
    if (request.method !== 'PUT' || upload === undefined) return { status: 404 }
    if (asked.searchParams.get('sig') !== upload.signature || request.headers.authorization !== undefined)
      return { status: 403 }
    const { 'x-ms-blob-type': type, 'content-type': mimeType } = request.headers
    if (type !== 'BlockBlob' || mimeType !== upload.mimeType) return { status: 400 }
    upload.zip = bytes
    return { status: 201 }
  }

  const server = createServer((request, response) => {
    void respond(request)
      .catch((error: unknown): Reply => refused(400, 'malformed', String(error)))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(body === undefined ? undefined : JSON.stringify(body))
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
  return {
    job: (runId) => {
      const run = runs.get(runId) ?? randomUUID()
      runs.set(runId, run)
      const claims = { scp: `Actions.Results:${run}:${randomUUID()}`, jti: randomUUID() }
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const token = `${part({ alg: 'RS256' })}.${part(claims)}.${randomBytes(16).toString('base64url')}`
      tokens.set(token, run)
      return { ACTIONS_RESULTS_URL: `${origin}/`, ACTIONS_RUNTIME_TOKEN: token }
    },
    kept: () =>
      uploads.flatMap(({ id, name, zip, finalized }) =>
        finalized && zip !== undefined ? [{ id, name, zip }] : [],
      ),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
