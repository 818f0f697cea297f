/** Terraform itself: the machine's own when its version fits, else downloaded and checked. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { World } from '#toolkit/action/world.ts'
import { Failure } from '#toolkit/model/failure.ts'

const run = promisify(execFile)

export const RELEASES = 'https://releases.hashicorp.com/terraform'

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

/** Downloads a release, checks it against its SHA256SUMS, and keeps it in the runner's tool cache. */
export async function download(version: string, releases: string): Promise<string> {
  const { cacheDir, downloadTool, extractZip, find } = await import('./tool-cache.ts')
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
  let archive: string
  let sums: string
  try {
    archive = await downloadTool(`${releases}/${version}/${name}`)
    sums = readFileSync(await downloadTool(`${releases}/${version}/terraform_${version}_SHA256SUMS`), 'utf8')
  } catch (cause) {
    throw failed(cause instanceof Error ? cause.message : String(cause), cause)
  }
  const expected = sums
    .split('\n')
    .find((line) => line.endsWith(`  ${name}`))
    ?.split(' ')[0]
  const actual = createHash('sha256').update(readFileSync(archive)).digest('hex')
  if (expected !== actual)
    throw failed(`Its sha256 is ${actual}, but SHA256SUMS lists ${expected ?? 'none'}.`)
  return join(await cacheDir(await extractZip(archive), 'omninode-terraform', version), 'terraform')
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
  return download(version, RELEASES)
}
