/** Programs out of Debian's packages, without installing them: beside the system, with all that it lacks for them. */
import { execFile } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface DebianOptions {
  readonly signal?: AbortSignal
  /** In whose PATH apt-get and dpkg-deb are looked for. */
  readonly env: NodeJS.ProcessEnv
}

/**
 * Unpacks packages into a folder, with those that they depend on and this machine does not have.
 * @throws Error with apt's last word
 */
export async function unpackDebian(
  packages: readonly string[],
  folder: string,
  options: DebianOptions,
): Promise<void> {
  const apt = async (...args: string[]) =>
    (await run('apt-get', args, { ...options, cwd: folder, maxBuffer: 1 << 24 })).stdout
  const fetch = async () => {
    const plan = await apt('install', '--simulate', '--no-install-recommends', ...packages)
    const lacking = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name)
    await apt('download', '--quiet', ...lacking)
  }
  try {
    try {
      await fetch()
    } catch {
      // The lists of packages may be missing or old: they are fetched once.
      options.signal?.throwIfAborted()
      await apt('update', '--quiet')
      await fetch()
    }
  } catch (cause) {
    throw new Error(lastLine(cause), { cause })
  }
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.deb'))) {
    await run('dpkg-deb', ['--extract', name, '.'], { ...options, cwd: folder })
    rmSync(join(folder, name))
  }
}

/** LD_LIBRARY_PATH for what was unpacked into a folder: some packages keep theirs in a folder of their own. */
export function librariesIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const libraries = files.filter(({ name }) => /^lib.*\.so(?:\.|$)/.test(name))
  return [...new Set(libraries.map(({ parentPath }) => parentPath))].join(delimiter)
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string } // of execFile
  return (stderr || message).trim().split('\n').at(-1) ?? ''
}
