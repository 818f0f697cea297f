/** The Go toolchain: the machine's own when it is new enough, else the official one from the module proxy. */
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { type CacheOptions, cached, cacheRoot } from './cache.ts'
import { findPython } from './python.ts'

const run = promisify(execFile)

const VERSION = '1.26.8'

/** SHA-256 of the archives that the module proxy serves as golang.org/toolchain; platform → checksum. */
const archives: Readonly<Record<string, string>> = {
  'linux-amd64': '30c2b1bf7dcc88d3eb0a1364e47ddd9128edb3110a30e8a0ef61cd5856b31de7',
  'linux-arm64': '02b36b6787b3ac767668f630e2998df45a3b1f9ffee08d1bf3ef6487cd658d99',
}

/** Go's own default when GOPROXY is not set. */
const DEFAULT_PROXY = 'https://proxy.golang.org'

export interface Go {
  /** Absolute path, or a name on PATH. */
  readonly command: string
  /** `go1.26.8` */
  readonly version: string
}

function isEnough(version: string): boolean {
  const [, major = '0', minor = '0'] = /^go(\d+)\.(\d+)/.exec(version) ?? []
  const [wantedMajor = 0, wantedMinor = 0] = VERSION.split('.').map(Number)
  return Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor)
}

async function goOnPath(): Promise<Go | undefined> {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION'])
    const version = stdout.trim()
    return isEnough(version) ? { command: 'go', version } : undefined
  } catch {
    return undefined // not installed
  }
}

/** The proxies that GOPROXY lists; `direct` and `off` are none. */
function proxies(env: NodeJS.ProcessEnv): string[] {
  const listed = (env['GOPROXY'] || DEFAULT_PROXY).split(/[,|]/).filter((entry) => /^https?:/.test(entry))
  return listed.length > 0 ? listed : [DEFAULT_PROXY]
}

async function download(url: string, file: string, { signal, progress }: CacheOptions): Promise<string> {
  const response = await fetch(url, signal === undefined ? {} : { signal })
  if (!response.ok || response.body === null) throw new Error(`${response.status} ${response.statusText}`)
  const total = Number(response.headers.get('content-length') ?? 0)
  const hash = createHash('sha256')
  const output = await open(file, 'w')
  let received = 0
  try {
    for await (const chunk of response.body) {
      hash.update(chunk)
      await output.write(chunk)
      received += chunk.length
      const share = total > 0 ? ` of ${Math.round(total / 1e6)}` : ''
      progress(`downloading Go ${VERSION} (${Math.round(received / 1e6)}${share} MB)`)
    }
  } finally {
    await output.close()
  }
  return hash.digest('hex')
}

/** A zip carries no permissions; the toolchain's programs must be executable. */
function makeExecutable(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), 0o755)
  }
}

/** The official toolchain from the Go module proxy, checked and unpacked into the cache. */
export async function downloadGo(options: CacheOptions, env: NodeJS.ProcessEnv = process.env): Promise<Go> {
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  const expected = archives[platform]
  if (expected === undefined) {
    throw new Error(
      `Go ${VERSION} is not pinned for ${platform}: install Go ${VERSION} or newer, and put it on PATH`,
    )
  }
  const module = `v0.0.1-go${VERSION}.${platform}`
  const python = await findPython(env)
  const folder = await cached(
    `go/${module}`,
    async (target) => {
      const archive = join(target, 'toolchain.zip')
      const refusals: string[] = []
      for (const proxy of proxies(env)) {
        const url = `${proxy.replace(/\/$/, '')}/golang.org/toolchain/@v/${module}.zip`
        try {
          const checksum = await download(url, archive, options)
          if (checksum === expected) break
          refusals.push(`its sha256 is ${checksum}, not ${expected}`)
        } catch (error) {
          refusals.push(error instanceof Error ? error.message : String(error))
        }
        rmSync(archive, { force: true })
      }
      if (refusals.length >= proxies(env).length) {
        throw new Error(`Go ${VERSION} could not be had from the module proxy: ${refusals.join('; ')}`)
      }
      options.progress(`unpacking Go ${VERSION}`)
      await run(python, ['-m', 'zipfile', '-e', archive, target], { maxBuffer: 1 << 26 })
      rmSync(archive)
      renameSync(join(target, `golang.org/toolchain@${module}`), join(target, 'go'))
      rmSync(join(target, 'golang.org'), { recursive: true })
      makeExecutable(join(target, 'go', 'bin'))
      makeExecutable(join(target, 'go', 'pkg', 'tool'))
    },
    options,
  )
  return { command: join(folder, 'go', 'bin', 'go'), version: `go${VERSION}` }
}

export async function findGo(options: CacheOptions): Promise<Go> {
  return (await goOnPath()) ?? (await downloadGo(options))
}

/** What Go keeps between builds: gigabytes that are of no use once the programs are built. */
export function buildCache({ root }: CacheOptions): string {
  return join(root ?? cacheRoot(), 'go-build')
}

export interface GoBuild {
  /** The folder of go.mod. */
  readonly module: string
  readonly package: string
  /** Absolute path of the program to write. */
  readonly output: string
  readonly ldflags?: string
  readonly tags?: string
}

/** Compiles one program, without cgo and without paths of this machine in it. */
export async function goBuild(go: Go, build: GoBuild, options: CacheOptions): Promise<void> {
  const args = ['build', '-trimpath', '-buildvcs=false', '-ldflags', `-s -w ${build.ldflags ?? ''}`.trim()]
  if (build.tags !== undefined) args.push('-tags', build.tags)
  const child = spawn(go.command, [...args, '-o', build.output, build.package], {
    cwd: build.module,
    env: {
      ...process.env,
      CGO_ENABLED: '0',
      // Modules are read-only otherwise, and could not be removed.
      GOFLAGS: '-modcacherw',
      GOTOOLCHAIN: 'local',
      GOWORK: 'off',
      GOCACHE: join(buildCache(options), 'build'),
      GOMODCACHE: join(buildCache(options), 'modules'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  const said: string[] = []
  createInterface(child.stderr).on('line', (line) => {
    said.push(line)
    if (line.startsWith('go: downloading')) options.progress(line.slice('go: '.length))
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`go build ${build.package} failed:\n${said.slice(-20).join('\n')}`)
}

/**
 * The files of a module, without what it depends on.
 * @param sum as Go sums the module up
 * @param cache a folder for it
 * @returns where they are
 * @throws Error with Go's own word, and for other files than those that are meant
 */
export async function downloadModule(
  go: Go,
  { module, version, sum }: { readonly module: string; readonly version: string; readonly sum: string },
  cache: string,
  { signal }: CacheOptions,
): Promise<string> {
  const env = {
    ...process.env,
    GOFLAGS: '-modcacherw',
    GONOSUMDB: module, // its sum is compared here
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    GOMODCACHE: cache,
  }
  const args = ['mod', 'download', '-json', `${module}@${version}`]
  const { stdout } = await run(go.command, args, {
    cwd: tmpdir(),
    env,
    ...(signal === undefined ? {} : { signal }),
  })
  const { Dir, Sum } = JSON.parse(stdout) as { readonly Dir: string; readonly Sum: string } // of `go help mod download`
  if (Sum !== sum) throw new Error(`${module} ${version} has the sum ${Sum}, not ${sum}`)
  return Dir
}
