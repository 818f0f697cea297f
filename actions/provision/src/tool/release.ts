/** Released programs: which there are, and one of them, downloaded and checked, in the runner's tool cache. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { retry, type Verdict } from '#toolkit/retry/retry.ts'
import { type Connections, keepConnections } from '#toolkit/transport/exchange.ts'
import { follow, RedirectRefused } from '#toolkit/transport/follow.ts'
import { retryAfter } from '#toolkit/transport/retry-after.ts'
import { troubleOf } from '#toolkit/transport/trouble.ts'
import type { Machine, World } from '#toolkit/world/world.ts'
import { parseVersion, type Version } from './constraint.ts'
import { readKept, runnable } from './kept.ts'
import type { ToolName } from './name.ts'
import { checkSignature } from './signature.ts'
import { hashicorp, opentofu, type SigningKey } from './signing-keys.ts'

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

export interface DownloadContext extends Pick<World, 'temp' | 'signal' | 'random' | 'env'> {
  readonly log: Pick<World['log'], 'warning'>
  readonly machine: Platform
}

/** Between the attempts at a download: milliseconds. */
const PATIENCE = { attempts: 4, shortest: 500, longest: 4_000 } as const

/** Milliseconds of silence after which a server is taken to be gone. */
const SILENCE_MS = 30_000

/** Milliseconds for one file. */
const DEADLINE_MS = 300_000

/** Bytes; no release is as large. */
const LARGEST = 512 * 2 ** 20

class Answered extends Error {
  readonly status: number
  readonly pause: number | undefined

  constructor(url: string, status: number, pause: number | undefined) {
    super(`${url} is answered ${status}.`)
    this.status = status
    this.pause = pause
  }
}

/** A refusal does not get better; a server in trouble, or one that does not answer, may. */
function classify(error: unknown): Verdict {
  const final =
    error instanceof RedirectRefused ||
    (error instanceof Answered && error.status < 500 && error.status !== 429 && error.status !== 408)
  return final ? 'refuse' : 'again'
}

/** @throws Answered; RedirectRefused; what the network threw */
async function fetchOne(connections: Connections, url: string, signal: AbortSignal): Promise<Buffer> {
  signal.throwIfAborted()
  const { status, headers, body } = await follow({
    method: 'GET',
    url: new URL(url),
    headers: { accept: '*/*', 'user-agent': 'omninode_infra' },
    connections,
    signal,
    deadline: DEADLINE_MS,
    silence: SILENCE_MS,
    largest: LARGEST,
  })
  if (status !== 200) throw new Answered(url, status, retryAfter(headers))
  return body
}

/** What went wrong, in words. */
function unread(error: unknown, url: string, connections: Connections): unknown {
  if (error instanceof Answered) return error
  const { code, why } = troubleOf(error, new URL(url), connections) ?? { code: String(error), why: '' }
  const reason = why === '' ? code : `${why} (${code})`
  return new Error(`${url} cannot be read: ${reason.replace(/\.$/, '')}.`, { cause: error })
}

async function fetchAll(
  urls: readonly string[],
  { signal, random, env }: DownloadContext,
): Promise<Buffer[]> {
  const connections = keepConnections({ most: urls.length, proxies: env })
  const pauseOf = (error: unknown) => (error instanceof Answered ? error.pause : undefined)
  const over = new AbortController()
  const either = AbortSignal.any([signal, over.signal])
  const get = (url: string) =>
    retry({ ...PATIENCE, classify, pauseOf, signal: either, random }, () =>
      fetchOne(connections, url, either),
    ).catch((error: unknown) => {
      signal.throwIfAborted()
      throw unread(error, url, connections)
    })
  try {
    return await Promise.all(urls.map(get))
  } finally {
    over.abort()
    connections.close()
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

/** The versions that the runner's tool cache is said to have. */
export async function cachedVersions(tool: Tool): Promise<Version[]> {
  const { findAllVersions } = await import('./tool-cache.ts')
  return findAllVersions(cacheName(tool))
    .map(parseVersion)
    .filter((version) => version !== undefined)
}

/** What programs are built for. */
export type Platform = Pick<Machine, 'platform' | 'arch'>

/** `linux_amd64`, as in the names of the files of a release. */
export function platformName({ platform, arch }: Platform): string {
  return `${platform}_${arch === 'x64' ? 'amd64' : arch}`
}

interface Release {
  readonly folder: string
  readonly archiveName: string
  readonly sumsName: string
  readonly archive: Buffer
  readonly sums: Buffer
  readonly signature: Buffer
}

/** The names of a release's files, in the order archive, checksums, signature. */
function namesOf({ program, publisher }: Tool, version: string, machine: Platform): [string, string, string] {
  const sums = `${program}_${version}_SHA256SUMS`
  return [`${program}_${version}_${platformName(machine)}.zip`, sums, `${sums}${publisher.signature}`]
}

async function fetchRelease(tool: Tool, version: string, context: DownloadContext): Promise<Release> {
  const { publisher, title } = tool
  const folder = publisher.folder(version)
  const names = namesOf(tool, version, context.machine)
  const [archiveName, sumsName] = names
  const urls = names.map((name) => `${folder}/${name}`)
  try {
    const files = await fetchAll(urls, context)
    const [archive = Buffer.alloc(0), sums = Buffer.alloc(0), signature = Buffer.alloc(0)] = files
    return { folder, archiveName, sumsName, archive, sums, signature }
  } catch (cause) {
    context.signal.throwIfAborted()
    const why = cause instanceof Error ? cause.message : String(cause)
    throw failure(tool, `${title} ${version} cannot be had from ${folder}.`, why, cause)
  }
}

const FIX_FAKE =
  'Do not use this release. Find out who serves it; a proxy that answers in its place may be at fault.'

/** That the publisher signed the checksums, and that the archive is among them. */
async function check({ title, publisher }: Tool, version: string, release: Release): Promise<void> {
  const { folder, archiveName, sumsName, archive, sums, signature } = release
  try {
    await checkSignature({ document: sums, signature }, publisher.key)
  } catch (cause) {
    throw new Failure({
      code: 'SIGNATURE_INVALID',
      what: `The checksums of ${title} ${version} are not signed by ${title}'s key ${publisher.key.fingerprint}.`,
      why: `${folder}/${sumsName}${publisher.signature}: ${cause instanceof Error ? cause.message : String(cause)}.`,
      fix: FIX_FAKE,
      cause,
    })
  }
  const listed = sums
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line))
    .find((found) => found?.[2] === archiveName)?.[1]
  const actual = createHash('sha256').update(archive).digest('hex')
  if (listed === actual) return
  throw new Failure({
    code: 'CHECKSUM_INVALID',
    what: `${folder}/${archiveName} is not what ${title} released.`,
    why: `Its sha256 is ${actual}, but ${sumsName} lists ${listed ?? 'none'}.`,
    fix: FIX_FAKE,
  })
}

/** @returns the program's content */
async function unpack(tool: Tool, version: string, { archive, archiveName }: Release): Promise<Uint8Array> {
  const { unzipSync } = await import('./tool-cache.ts')
  const { program, title } = tool
  let content: Uint8Array | undefined
  try {
    // Only what has exactly this name is unpacked, so that no other name can lead anywhere.
    content = unzipSync(archive, { filter: (file) => file.name === program })[program]
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw failure(tool, `The archive of ${title} ${version} cannot be unpacked.`, why, cause)
  }
  if (content !== undefined && content.length > 0) return content
  const why = `There is no \`${program}\` in ${archiveName}.`
  throw failure(tool, `The archive of ${title} ${version} holds no program.`, why)
}

/**
 * The program of a release in the runner's tool cache, checked as a download is: the publisher's signature, the archive
 * that it covers, and that the program is what is in the archive.
 * @returns its absolute path; undefined when there is none that is what was released, which is told
 */
export async function cachedProgram(
  tool: Tool,
  version: string,
  context: Pick<DownloadContext, 'machine' | 'log'>,
): Promise<string | undefined> {
  const { find } = await import('./tool-cache.ts')
  const folder = find(cacheName(tool), version)
  if (folder === '') return undefined
  const { program, title } = tool
  const names = namesOf(tool, version, context.machine)
  const refused = (why: string) => {
    context.log.warning(`${folder} is not ${title} ${version} as it was released, and is not used: ${why}`)
    return undefined
  }
  const kept = readKept(folder, [program, ...names])
  if (kept === undefined) return refused('It is not the program with what proves it, and nothing else.')
  const [archiveName, sumsName, signatureName] = names
  const bytes = (name: string) => kept[name] ?? Buffer.alloc(0)
  const [archive, sums, signature] = [bytes(archiveName), bytes(sumsName), bytes(signatureName)]
  const release = { folder, archiveName, sumsName, archive, sums, signature }
  try {
    await check(tool, version, release)
    const released = await unpack(tool, version, release)
    if (kept[program]?.equals(released) !== true) return refused('The program is not that of the archive.')
  } catch (error) {
    const [failed] = failuresIn(error)
    if (failed === undefined) throw error
    return refused(failed.what)
  }
  return runnable(join(folder, program))
}

/**
 * Downloads a release, checks its checksums' signature and its archive against them, and keeps its program in the
 * runner's tool cache, with what proves it.
 * @returns the absolute path of the program
 * @throws Failure TOOL_DOWNLOAD, SIGNATURE_INVALID, CHECKSUM_INVALID
 */
export async function download(tool: Tool, version: string, context: DownloadContext): Promise<string> {
  const { cacheDir } = await import('./tool-cache.ts')
  const { program } = tool
  const known = await cachedProgram(tool, version, context)
  if (known !== undefined) return known
  const release = await fetchRelease(tool, version, context)
  await check(tool, version, release)
  const content = await unpack(tool, version, release)
  const folder = join(context.temp, `${program}-${version}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, program), content, { mode: 0o755 })
  const [archiveName, sumsName, signatureName] = namesOf(tool, version, context.machine)
  writeFileSync(join(folder, archiveName), release.archive)
  writeFileSync(join(folder, sumsName), release.sums)
  writeFileSync(join(folder, signatureName), release.signature)
  return join(await cacheDir(folder, cacheName(tool), version), program)
}
