/**
 * Short questions to tools, such as their version. What changes something runs under `child.ts`: on SIGINT and SIGTERM
 * a child of @actions/exec gets no signal, and is left to itself by a cancel.
 */
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { getExecOutput } from '@actions/exec'

/** Where a program is on the PATH of the environment that it will see, which need not be ours. */
function placeOf(program: string, path: string): string | undefined {
  const places = isAbsolute(program)
    ? [program]
    : path.split(delimiter).map((folder) => join(folder, program))
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * @param program a name, or an absolute path
 * @param env all that the program sees
 * @returns what it writes to stdout; undefined when there is no such program, or it fails
 */
export async function ask(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const place = placeOf(program, env['PATH'] ?? '')
  if (place === undefined) return undefined
  try {
    const { exitCode, stdout } = await getExecOutput(`"${place}"`, [...args], {
      env: { ...env },
      silent: true,
      ignoreReturnCode: true,
    })
    return exitCode === 0 ? stdout : undefined
  } catch {
    return undefined // it cannot be started
  }
}
