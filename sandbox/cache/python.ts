import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Python 3.11 or newer: what PYTHON names, else `python3`. @returns the program itself, not what may start it */
export async function findPython(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const command = env['PYTHON'] || 'python3'
  const { stdout } = await run(command, [
    '-c',
    'import platform, sys; print(platform.python_version(), sys.executable)',
  ])
  const [, version = '', executable = ''] = /^(\S+) (.+)$/m.exec(stdout) ?? []
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major !== 3 || minor < 11)
    throw new Error(`${command} is Python ${version}, but Python 3.11 or newer is needed`)
  return executable
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
