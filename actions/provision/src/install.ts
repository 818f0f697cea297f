/** Terraform itself: the machine's own when its version fits, else downloaded and checked. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Failure } from '#toolkit/model/failure.ts'
import { retry, type Verdict } from '#toolkit/retry/retry.ts'
import type { World } from '#toolkit/world/world.ts'

const run = promisify(execFile)

export const RELEASES = 'https://releases.hashicorp.com/terraform'

/** Between the attempts at a download: milliseconds. */
const PATIENCE = { attempts: 4, shortest: 500, longest: 4_000 } as const

/** Used when neither the input nor a file names one, and none is installed. */
export const DEFAULT_VERSION = '1.11.4'

/** The version that is asked for, and where that is written. */
export function wantedVersion(
  input: string | undefined,
  workspace: string,
  folder: string,
): { version: string; from: string } | undefined {
  if (input !== undefined) return { version: input, from: 'the input terraform-version' }
  for (const place of [folder, '.']) {
    const file = join(workspace, place, '.terraform-version')
    if (existsSync(file))
      return { version: readFileSync(file, 'utf8').trim(), from: join(place, '.terraform-version') }
  }
  return undefined
}

export async function installedVersion(
  command: string,
  env: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  try {
    const { stdout } = await run(command, ['version', '-json'], { env: { ...env, CHECKPOINT_DISABLE: '1' } })
    return /"terraform_version":\s*"([^"]+)"/.exec(stdout)?.[1]
  } catch {
    return undefined // not installed
  }
}

export interface Download {
  readonly version: string
  /** Base URL of the releases, without a trailing slash. */
  readonly releases: string
  /** Absolute path of a temporary folder. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly random: () => number
}

class Answered extends Error {
  readonly status: number

  constructor(url: string, status: number) {
    super(`${url} is answered ${status}.`)
    this.status = status
  }
}

/** A refusal does not get better; a server in trouble, or one that does not answer, may. */
function classify(error: unknown): Verdict {
  const final = error instanceof Answered && error.status < 500 && error.status !== 429
  return final ? 'refuse' : 'again'
}

async function fetchAll(urls: readonly string[], { signal, random }: Download): Promise<Buffer[]> {
  const { HttpClient } = await import('./tool-cache.ts')
  // It goes through the proxies that the runner's environment names.
  const client = new HttpClient('omninode_infra', [], { allowRetries: false })
  const get = async (url: string) => {
    const response = await client.get(url)
    const status = response.message.statusCode ?? 0
    if (status !== 200) throw new Answered(url, status)
    if (response.readBodyBuffer === undefined) throw new Error('http-client gives no bytes')
    return response.readBodyBuffer()
  }
  try {
    return await Promise.all(
      urls.map((url) => retry({ ...PATIENCE, classify, signal, random }, () => get(url))),
    )
  } finally {
    client.dispose()
  }
}

/**
 * Downloads a release, checks it against its SHA256SUMS, and keeps it in the runner's tool cache.
 * @returns the absolute path of the program
 * @throws Failure TERRAFORM_DOWNLOAD
 */
export async function download(wanted: Download): Promise<string> {
  const { version, releases, folder } = wanted
  const { cacheDir, find, unzipSync } = await import('./tool-cache.ts')
  const known = find('omninode-terraform', version)
  if (known !== '') return join(known, 'terraform')
  const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`
  const name = `terraform_${version}_${platform}.zip`
  const failed = (why: string, cause?: unknown) =>
    new Failure({
      code: 'TERRAFORM_DOWNLOAD',
      what: `Terraform ${version} cannot be had from ${releases}.`,
      why,
      fix: 'Check `terraform-version`, or install Terraform on the runner before this step.',
      cause,
    })
  const urls = [name, `terraform_${version}_SHA256SUMS`].map((file) => `${releases}/${version}/${file}`)
  let files: Buffer[]
  try {
    files = await fetchAll(urls, wanted)
  } catch (cause) {
    wanted.signal.throwIfAborted()
    throw failed(cause instanceof Error ? cause.message : String(cause), cause)
  }
  const [archive = Buffer.alloc(0), sums = Buffer.alloc(0)] = files
  const expected = sums
    .toString('utf8')
    .split('\n')
    .find((line) => line.endsWith(`  ${name}`))
    ?.split(' ')[0]
  const actual = createHash('sha256').update(archive).digest('hex')
  if (expected !== actual)
    throw failed(`Its sha256 is ${actual}, but SHA256SUMS lists ${expected ?? 'none'}.`)
  const program = unzipSync(archive, { filter: (file) => file.name === 'terraform' })['terraform']
  if (program === undefined) throw failed('There is no program in its archive.')
  const unpacked = join(folder, `terraform-${version}`)
  mkdirSync(unpacked)
  writeFileSync(join(unpacked, 'terraform'), program, { mode: 0o755 })
  return join(await cacheDir(unpacked, 'omninode-terraform', version), 'terraform')
}

/** @returns the command to run */
export async function findTerraform(
  input: string | undefined,
  folder: string,
  world: World,
): Promise<string> {
  const wanted = wantedVersion(input, world.workspace, folder)
  const installed = await installedVersion('terraform', world.env)
  if (installed !== undefined && (wanted === undefined || wanted.version === installed)) {
    world.log.info(`terraform ${installed} from PATH`)
    return 'terraform'
  }
  const { version, from } = wanted ?? { version: DEFAULT_VERSION, from: 'the default' }
  world.log.info(`terraform ${version}, by ${from}`)
  return download({
    version,
    releases: RELEASES,
    folder: world.temp,
    signal: world.signal,
    random: world.random,
  })
}
