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
