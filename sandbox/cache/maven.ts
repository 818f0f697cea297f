/** What comes from Maven Central: fetched by the machine's Maven, for the machine's Java. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1'
const OLDEST_JAVA = 17

export interface MavenOptions {
  readonly signal?: AbortSignal
  /** In whose PATH Maven is looked for; this process's unless given. */
  readonly env?: NodeJS.ProcessEnv
}

/**
 * The name of the program on PATH.
 * @param env in whose PATH it is looked for
 * @throws Error that says how to get it
 */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const fix = `Install Java ${OLDEST_JAVA} or newer (Debian: openjdk-17-jre-headless), so that \`java\` is on PATH`
  const version = await run('java', ['-version'], { env }).then(
    ({ stderr }) => Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0),
    () => undefined,
  )
  if (version === undefined) throw new Error(`${fix}.`)
  if (version < OLDEST_JAVA) throw new Error(`${fix}: it is ${version}.`)
  return 'java'
}

/**
 * Runs a goal of the dependency plugin, with checksums that must be right, and a repository that is gone afterwards.
 * @throws Error with Maven's first word, or how to get Maven
 */
async function maven(
  goal: string,
  args: readonly string[],
  folder: string,
  options: MavenOptions,
): Promise<void> {
  const repository = join(folder, '.m2')
  const quiet = ['--quiet', '--batch-mode', '--strict-checksums', '-Dstyle.color=never']
  try {
    await run('mvn', [...quiet, `-Dmaven.repo.local=${repository}`, `${PLUGIN}:${goal}`, ...args], {
      ...options,
      cwd: folder,
      maxBuffer: 1 << 24,
    })
  } catch (cause) {
    options.signal?.throwIfAborted()
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('Install Maven (Debian: maven), so that `mvn` is on PATH.', { cause })
    const { stdout = '', message } = cause as { stdout?: string; message: string } // of execFile
    throw new Error((stdout || message).trim().split('\n')[0] ?? '', { cause })
  } finally {
    rmSync(repository, { recursive: true, force: true })
  }
}

/** Copies all that the pom.xml in a folder depends on into its `lib`. */
export function copyDependencies(folder: string, options: MavenOptions): Promise<void> {
  return maven('copy-dependencies', ['-DoutputDirectory=lib'], folder, options)
}

/**
 * Puts one artifact into a folder.
 * @param artifact `group:name:version:type`
 * @returns its file's path
 */
export async function copyArtifact(artifact: string, folder: string, options: MavenOptions): Promise<string> {
  const [, name = '', version = '', type = ''] = artifact.split(':')
  await maven('copy', [`-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`], folder, options)
  return join(folder, `${name}-${version}.${type}`)
}

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
