/** Where Terraform gets its providers from on this machine, as a CLI configuration of the sandbox's own. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DEFAULT_VERSION, installedVersion } from '../../actions/provision/src/tool/install.ts'
import { download, tools } from '../../actions/provision/src/tool/release.ts'
import { type CacheOptions, cacheRoot } from '../cache/cache.ts'
import { uncollected } from '../cache/go-program.ts'

const REGISTRY = 'registry.terraform.io'
/** Where OpenTofu takes a provider to be from when its source names no registry. */
const OPENTOFU_REGISTRY = 'registry.opentofu.org'
const AWS = 'hashicorp/aws'

/** The directories that Terraform searches by itself; see "Implied Local Mirror Directories" in its documentation. */
function impliedMirrors(env: NodeJS.ProcessEnv): string[] {
  const home = homedir()
  const dataHome = env['XDG_DATA_HOME'] || join(home, '.local', 'share')
  const dataDirs = (env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':')
  return [
    join(home, '.terraform.d'),
    join(dataHome, 'terraform'),
    ...dataDirs.map((folder) => join(folder, 'terraform')),
  ].map((folder) => join(folder, 'plugins'))
}

/** Add-on packages of the system, by the file system hierarchy standard. */
function addOnPackages(): string[] {
  const root = '/opt'
  return existsSync(root) ? readdirSync(root).map((name) => join(root, name)) : []
}

/** The first folder that is laid out as a filesystem mirror of Terraform's registry and holds the AWS provider. */
export function findProviderMirror(env: NodeJS.ProcessEnv): string | undefined {
  const named = env['TF_PROVIDER_MIRROR']
  const candidates = [...impliedMirrors(env), ...(named ? [named] : []), ...addOnPackages()]
  return candidates.find((folder) => existsSync(join(folder, REGISTRY, AWS)))
}

/** Becomes the program that it names, with the same arguments, environment and process. */
function writeLauncher(program: string, launcher: string): void {
  writeFileSync(launcher, `#!/bin/sh\nexec '${program.replaceAll("'", "'\\''")}' "$@"\n`)
  chmodSync(launcher, 0o755)
}

/**
 * The mirror's AWS provider under both addresses, in folders of its own: only a package may be a link, not the folders
 * above it (see "Explicit Installation Method Configuration" and how the tools search a mirror). An unpacked package is
 * one that starts it: every command compares all of a package with the lock file, and this one has 700 MB.
 */
function mirrorProvider(mirror: string, folder: string): void {
  const packages = readdirSync(join(mirror, REGISTRY, AWS), { recursive: true, withFileTypes: true })
  for (const registry of [REGISTRY, OPENTOFU_REGISTRY]) {
    for (const entry of packages) {
      const path = join(entry.parentPath, entry.name)
      const relative = path.slice(join(mirror, REGISTRY, AWS).length + 1)
      // Unpacked: `<version>/<platform>`; packed: `terraform-provider-aws_<version>_<platform>.zip`.
      if (!/^\d[^/]*\/[^/]+$|^[^/]+\.zip$/.test(relative)) continue
      const target = join(folder, registry, AWS, relative)
      mkdirSync(dirname(target), { recursive: true })
      if (existsSync(target)) continue
      // A package may itself be a link.
      if (!statSync(path).isDirectory()) {
        symlinkSync(path, target)
        continue
      }
      mkdirSync(target)
      for (const name of readdirSync(path))
        if (name.startsWith('terraform-provider-')) writeLauncher(join(path, name), join(target, name))
    }
  }
}

/** What finds the AWS provider in a mirror, and everything else where it is published. */
function configurationOf(mirror: string | undefined): string {
  const addresses = JSON.stringify([REGISTRY, OPENTOFU_REGISTRY].map((registry) => `${registry}/${AWS}`))
  const installation =
    mirror === undefined
      ? 'direct {}'
      : `filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n    include = ${addresses}\n  }\n  direct {\n    exclude = ${addresses}\n  }`
  return `provider_installation {\n  ${installation}\n}\n`
}

/**
 * Writes the configuration, and gives the environment that makes Terraform and OpenTofu use it. Whatever
 * TF_CLI_CONFIG_FILE the machine has does not count: it may even name a file that is not there.
 */
export function terraformEnv(folder: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const mirror = findProviderMirror(env)
  const file = join(folder, 'terraform.tfrc')
  const providers = join(folder, 'providers')
  if (mirror !== undefined) mirrorProvider(mirror, providers)
  writeFileSync(file, configurationOf(mirror === undefined ? undefined : providers))
  // Collecting garbage is a third of what the start of the AWS provider costs, and it starts for every command.
  return { TF_CLI_CONFIG_FILE: file, CHECKPOINT_DISABLE: '1', ...uncollected('1500MiB') }
}

/** The same with the provider's package as it is, which a runner has and benchmarks measure; for Terraform alone. */
export function wholePackage(folder: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const file = join(folder, 'whole-package.tfrc')
  writeFileSync(file, configurationOf(findProviderMirror(env)))
  return { TF_CLI_CONFIG_FILE: file }
}

/** The folder that must be on PATH: none when Terraform is there already, else that of the action's own installer. */
export async function prepareTerraform(options: CacheOptions): Promise<string | undefined> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: homedir() }
  if ((await installedVersion('terraform', env)) !== undefined) return undefined
  options.progress(`downloading Terraform ${DEFAULT_VERSION}`)
  // What a runner sets, and the tool cache asks for.
  process.env['RUNNER_TOOL_CACHE'] ??= join(options.root ?? cacheRoot(), 'tools')
  process.env['RUNNER_TEMP'] ??= tmpdir()
  const folder = mkdtempSync(join(tmpdir(), 'omninode-terraform-'))
  const signal = options.signal ?? new AbortController().signal
  try {
    return dirname(
      await download(tools.terraform, DEFAULT_VERSION, {
        temp: folder,
        signal,
        random: Math.random,
        env: Object.fromEntries(
          Object.entries(process.env).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value]],
          ),
        ),
        machine: process,
        log: { warning: options.progress },
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
