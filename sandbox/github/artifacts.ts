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
const Listing = z.strictObject({
  workflow_run_backend_id: z.uuid(),
  workflow_job_run_backend_id: z.uuid(),
  name_filter: z.string().optional(),
  id_filter: z.string().regex(/^\d+$/).optional(),
})
const Creation = Named.extend({ version: z.literal(7), mime_type: z.string() })
const Finalization = Named.extend({ size: z.string().regex(/^\d+$/), hash: z.string() })

export interface KeptArtifact {
  readonly id: string
  readonly name: string
  readonly zip: Buffer
}

/** What stands in the list of a run, where it is not what was kept: the service itself could be mistaken. */
export type Mistaken = Partial<Readonly<Record<'size' | 'digest', string>>>

export interface Artifacts {
  /** ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN of a job of a run. */
  job(runId: string): Readonly<Record<string, string>>
  /** @param of the run that has kept them; without one, of all runs */
  kept(of?: string): readonly KeptArtifact[]
  /** Keeps what a hostile job of a run would, whatever its bytes are. */
  plant(runId: string, name: string, zip: Buffer, listed?: Mistaken): void
  stop(): Promise<void>
}

interface Upload {
  readonly run: string
  /** The backend id of the job that has made it. */
  readonly job: string
  readonly createdAt: Date
  readonly listed: Mistaken
  readonly name: string
  readonly mimeType: string
  /** Of the address to put to, and of the one to get from. */
  readonly signature: string
  readonly reading: string
  readonly id: string
  zip?: Buffer
  finalized: boolean
}

interface Reply {
  readonly status: number
  /** JSON, or bytes as they are. */
  readonly body?: unknown
}

const sha256 = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

const refused = (status: number, code: string, msg: string): Reply => ({ status, body: { code, msg } })

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export async function startArtifacts(): Promise<Artifacts> {
  const uploads: Upload[] = []
  /** Token → the backend ids of its run and its job. */
  const tokens = new Map<string, { readonly run: string; readonly job: string }>()
  const runs = new Map<string, string>()
  let origin = ''
  const backendOf = (runId: string): string => {
    const known = runs.get(runId) ?? randomUUID()
    runs.set(runId, known)
    return known
  }

  function called(method: string, token: string, body: unknown): Reply {
    const known = tokens.get(token)
    if (known === undefined) return refused(401, 'unauthenticated', 'invalid token')
    if (method === 'ListArtifacts') return listed(known.run, body)
    if (method === 'GetSignedArtifactURL') return signed(known.run, body)
    return written(method, known, body)
  }

  /** A job sees what all jobs of its run have kept, by 64-bit numbers as texts. */
  function listed(run: string, body: unknown): Reply {
    const parsed = Listing.safeParse(body)
    if (!parsed.success) return refused(400, 'malformed', parsed.error.message)
    const { workflow_run_backend_id: said, name_filter, id_filter } = parsed.data
    if (said !== run) return refused(403, 'permission_denied', 'the token is of another run')
    const artifacts = uploads.flatMap((upload) => {
      const { name, id, zip, finalized, job, createdAt } = upload
      if (upload.run !== run || !finalized || zip === undefined) return []
      if ((name_filter ?? name) !== name || (id_filter ?? id) !== id) return []
      return [
        {
          workflow_run_backend_id: run,
          workflow_job_run_backend_id: job,
          database_id: id,
          name,
          size: upload.listed.size ?? String(zip.length),
          created_at: createdAt.toISOString(),
          digest: upload.listed.digest ?? sha256(zip),
        },
      ]
    })
    return { status: 200, body: { artifacts } }
  }

  function signed(run: string, body: unknown): Reply {
    const parsed = Named.strict().safeParse(body)
    if (!parsed.success) return refused(400, 'malformed', parsed.error.message)
    const { name, workflow_run_backend_id: said, workflow_job_run_backend_id: job } = parsed.data
    if (said !== run) return refused(403, 'permission_denied', 'the token is of another run')
    const found = uploads.findLast(
      (upload) => upload.run === run && upload.job === job && upload.name === name && upload.finalized,
    )
    if (found === undefined) return refused(404, 'not_found', `there is no ${name} of that job`)
    const address = `${origin}/storage/${found.id}?sig=${found.reading}`
    return { status: 200, body: { name, signed_url: address } }
  }

  function written(method: string, { run, job }: { run: string; job: string }, body: unknown): Reply {
    if (method !== 'CreateArtifact' && method !== 'FinalizeArtifact')
      return refused(404, 'bad_route', `there is no ${method}`)
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
        job,
        name,
        createdAt: new Date(),
        listed: {},
        mimeType: parsed.data.mime_type,
        signature: randomBytes(16).toString('hex'),
        reading: randomBytes(16).toString('hex'),
        id: String(uploads.length + 1_000),
        finalized: false,
      }
      uploads.push(upload)
      const address = `${origin}/storage/${upload.id}?sig=${upload.signature}`
      return { status: 200, body: { ok: true, signed_upload_url: address } }
    }
    if (known?.zip === undefined) return refused(404, 'not_found', `nothing was put for ${name}`)
    if (parsed.data.size !== String(known.zip.length) || parsed.data.hash !== sha256(known.zip))
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
    if (request.method === 'GET' && upload?.zip !== undefined) {
      const mayRead =
        asked.searchParams.get('sig') === upload.reading && request.headers.authorization === undefined
      return mayRead ? { status: 200, body: upload.zip } : { status: 403 }
    }
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
        const type = Buffer.isBuffer(body) ? 'application/zip' : 'application/json'
        response.writeHead(status, { 'content-type': type })
        response.end(body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body))
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
  return {
    job: (runId) => {
      const run = backendOf(runId)
      const job = randomUUID()
      const claims = { scp: `Actions.Results:${run}:${job}`, jti: randomUUID() }
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const token = `${part({ alg: 'RS256' })}.${part(claims)}.${randomBytes(16).toString('base64url')}`
      tokens.set(token, { run, job })
      return { ACTIONS_RESULTS_URL: `${origin}/`, ACTIONS_RUNTIME_TOKEN: token }
    },
    kept: (of) =>
      uploads.flatMap(({ run, id, name, zip, finalized }) =>
        finalized && zip !== undefined && (of === undefined || run === backendOf(of))
          ? [{ id, name, zip }]
          : [],
      ),
    plant: (runId, name, zip, listed = {}) => {
      uploads.push({
        run: backendOf(runId),
        job: randomUUID(),
        name,
        createdAt: new Date(),
        listed,
        mimeType: 'application/zip',
        signature: '',
        reading: randomBytes(16).toString('hex'),
        id: String(uploads.length + 1_000),
        zip,
        finalized: true,
      })
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
