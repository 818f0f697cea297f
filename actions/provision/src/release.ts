/** Released programs: which there are, and one of them, downloaded and checked, in the runner's tool cache. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'
import { retry, type Verdict } from '#toolkit/retry/retry.ts'
import { parseVersion, type Version } from './constraint.ts'
import { checkSignature } from './signature.ts'
import { hashicorp, opentofu, type SigningKey } from './signing-keys.ts'
import type { ToolName } from './version.ts'

/** Where releases are, and what they are signed with. */
export interface Publisher {
  /** URL of the JSON that lists every version. */
  readonly index: string
  /** URL of the folder of one release, without a trailing slash. */
  readonly folder: (version: string) => string
  /** What is appended to the name of the checksums: `.sig`. */
  readonly signature: string
  readonly key: SigningKey
}

export interface Tool {
  readonly name: ToolName
  /** For people. */
  readonly title: string
  /** Also how the names of its release's files begin. */
  readonly program: string
  readonly publisher: Publisher
}

export const tools: Readonly<Record<ToolName, Tool>> = Object.freeze({
  terraform: Object.freeze({
    name: 'terraform',
    title: 'Terraform',
    program: 'terraform',
    publisher: Object.freeze({
      index: 'https://releases.hashicorp.com/terraform/index.json',
      folder: (version: string) => `https://releases.hashicorp.com/terraform/${version}`,
      signature: '.sig',
      key: hashicorp,
    }),
  }),
  opentofu: Object.freeze({
    name: 'opentofu',
    title: 'OpenTofu',
    program: 'tofu',
    publisher: Object.freeze({
      index: 'https://get.opentofu.org/tofu/api.json',
      folder: (version: string) => `https://github.com/opentofu/opentofu/releases/download/v${version}`,
      // Its `.sig` is cosign's, which is another format.
      signature: '.gpgsig',
      key: opentofu,
    }),
  }),
})

export interface DownloadContext {
  /** Absolute path of a temporary folder. */
  readonly temp: string
  readonly signal: AbortSignal
  readonly random: () => number
}

/** Between the attempts at a download: milliseconds. */
const PATIENCE = { attempts: 4, shortest: 500, longest: 4_000 } as const

/** Milliseconds of silence after which a server is taken to be gone. */
const SILENCE_MS = 30_000

class Answered extends Error {
  readonly status: number

  constructor(url: string, status: number) {
    super(`${url} is answered ${status}.`)
    this.status = status
  }
}

/** A refusal does not get better; a server in trouble, or one that does not answer, may. */
function classify(error: unknown): Verdict {
  const final =
    error instanceof Answered && error.status < 500 && error.status !== 429 && error.status !== 408
  return final ? 'refuse' : 'again'
}

async function fetchAll(urls: readonly string[], { signal, random }: DownloadContext): Promise<Buffer[]> {
  const { HttpClient } = await import('./tool-cache.ts')
  // It goes through the proxies that the runner's environment names.
  const client = new HttpClient('omninode_infra', [], { allowRetries: false, socketTimeout: SILENCE_MS })
  const get = async (url: string) => {
    signal.throwIfAborted()
    try {
      const { message } = await client.get(url)
      const status = message.statusCode ?? 0
      if (status !== 200) {
        message.resume()
        throw new Answered(url, status)
      }
      const chunks: Buffer[] = []
      // Unlike the client's own reading, this one fails when the connection breaks off.
      for await (const chunk of message) {
        signal.throwIfAborted()
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    } catch (error) {
      if (error instanceof Answered || signal.aborted) throw error
      throw new Error(`${url} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, {
        cause: error,
      })
    }
  }
  try {
    return await Promise.all(
      urls.map((url) => retry({ ...PATIENCE, classify, signal, random }, () => get(url))),
    )
  } finally {
    client.dispose()
  }
}

function failure(tool: Tool, what: string, why: string, cause?: unknown): Failure {
  return new Failure({
    code: 'TOOL_DOWNLOAD',
    what,
    why,
    fix: `Check the version that is asked for, or install ${tool.title} on the runner before this step.`,
    cause,
  })
}

/**
 * Every released version, newest or not.
 * @throws Failure TOOL_DOWNLOAD
 */
export async function releasedVersions(tool: Tool, context: DownloadContext): Promise<Version[]> {
  const { index } = tool.publisher
  try {
    const [body = Buffer.alloc(0)] = await fetchAll([index], context)
    const { versions }: { versions?: unknown } = JSON.parse(body.toString('utf8'))
    if (typeof versions !== 'object' || versions === null) throw new Error(`${index} lists no versions.`)
    // HashiCorp's is an object by version, OpenTofu's an array of `{ id }`.
    const names = Array.isArray(versions)
      ? versions.map((entry: unknown) =>
          typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : '',
        )
      : Object.keys(versions)
    return names.map(parseVersion).filter((version) => version !== undefined)
  } catch (cause) {
    context.signal.throwIfAborted()
    const why = cause instanceof Error ? cause.message : String(cause)
    throw failure(tool, `The versions of ${tool.title} cannot be had from ${index}.`, why, cause)
  }
}

const cacheName = (tool: Tool) => `omninode-${tool.name}`

/** The versions in the runner's tool cache. */
export async function cachedVersions(tool: Tool): Promise<Version[]> {
  const { findAllVersions } = await import('./tool-cache.ts')
  return findAllVersions(cacheName(tool))
    .map(parseVersion)
    .filter((version) => version !== undefined)
}

/** `linux_amd64`, as in the names of the files of a release. */
export function platformName(platform: string = process.platform, arch: string = process.arch): string {
  const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' }
  return `${platform === 'win32' ? 'windows' : platform}_${architectures[arch] ?? arch}`
}

/**
 * Downloads a release, checks its checksums' signature and its archive against them, and keeps its program in the
 * runner's tool cache.
 * @returns the absolute path of the program
 * @throws Failure TOOL_DOWNLOAD, SIGNATURE_INVALID, CHECKSUM_INVALID
 */
export async function download(tool: Tool, version: string, context: DownloadContext): Promise<string> {
  const { cacheDir, find, unzipSync } = await import('./tool-cache.ts')
  const { program, publisher, title } = tool
  const known = find(cacheName(tool), version)
  if (known !== '') return join(known, program)
  const name = `${program}_${version}_${platformName()}.zip`
  const folder = publisher.folder(version)
  const sumsName = `${program}_${version}_SHA256SUMS`
  const names = [sumsName, `${sumsName}${publisher.signature}`, name]
  let files: Buffer[]
  try {
    files = await fetchAll(
      names.map((file) => `${folder}/${file}`),
      context,
    )
  } catch (cause) {
    context.signal.throwIfAborted()
    const why = cause instanceof Error ? cause.message : String(cause)
    throw failure(tool, `${title} ${version} cannot be had from ${folder}.`, why, cause)
  }
  const [sums = Buffer.alloc(0), signature = Buffer.alloc(0), archive = Buffer.alloc(0)] = files
  try {
    await checkSignature({ document: sums, signature }, publisher.key)
  } catch (cause) {
    throw new Failure({
      code: 'SIGNATURE_INVALID',
      what: `The checksums of ${title} ${version} are not signed by ${title}'s key ${publisher.key.fingerprint}.`,
      why: `${folder}/${names[1]}: ${cause instanceof Error ? cause.message : String(cause)}.`,
      fix: 'Do not use this release. Find out who serves it; a proxy that answers in its place may be at fault.',
      cause,
    })
  }
  const expected = /^([0-9a-f]{64}) [ *](.+)$/
  const listed = sums
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => expected.exec(line))
    .find((found) => found?.[2] === name)?.[1]
  const actual = createHash('sha256').update(archive).digest('hex')
  if (listed !== actual) {
    throw new Failure({
      code: 'CHECKSUM_INVALID',
      what: `${folder}/${name} is not what ${title} released.`,
      why: `Its sha256 is ${actual}, but ${sumsName} lists ${listed ?? 'none'}.`,
      fix: 'Do not use this release. Find out who serves it; a proxy that answers in its place may be at fault.',
    })
  }
  return join(await unpack(), program)

  async function unpack(): Promise<string> {
    let content: Uint8Array | undefined
    try {
      // Only what has exactly this name is unpacked, so that no other name can lead anywhere.
      content = unzipSync(archive, { filter: (file) => file.name === program })[program]
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw failure(tool, `The archive of ${title} ${version} cannot be unpacked.`, why, cause)
    }
    if (content === undefined || content.length === 0) {
      throw failure(
        tool,
        `The archive of ${title} ${version} holds no program.`,
        `There is no \`${program}\` in ${name}.`,
      )
    }
    const unpacked = join(context.temp, `${program}-${version}`)
    mkdirSync(unpacked, { recursive: true })
    writeFileSync(join(unpacked, program), content, { mode: 0o755 })
    return cacheDir(unpacked, cacheName(tool), version)
  }
}
