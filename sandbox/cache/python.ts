import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Python 3.11 or newer: what PYTHON names, else `python3`. */
export async function findPython(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const command = env['PYTHON'] || 'python3'
  const { stdout } = await run(command, ['--version'])
  const [, minor = '0'] = /Python 3\.(\d+)/.exec(stdout) ?? []
  if (Number(minor) < 11)
    throw new Error(`${command} is ${stdout.trim()}, but Python 3.11 or newer is needed`)
  return command
}

/**
 * Puts packages of PyPI and what they need into a folder. It is no virtual environment: those hold absolute paths, and a
 * folder of the cache is renamed when it is complete.
 */
export async function installPackages(
  python: string,
  target: string,
  packages: readonly string[],
): Promise<void> {
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', target]
  await run(python, [...pip, ...packages], { maxBuffer: 1 << 26 })
}
