/** A child that reads and answers in a moment, such as a renderer of files. What changes something runs under `child.ts`. */
import { spawnSync } from 'node:child_process'

/** Milliseconds; what takes longer waits for something. */
const PATIENCE_MS = 60_000
const LARGEST_OUTPUT = 256 * 1024 * 1024

export interface AtOnce {
  readonly ok: boolean
  readonly stdout: string
  readonly stderr: string
}

/**
 * @param program an absolute path
 * @param env the child's whole environment; nothing is inherited
 */
export function askAtOnce(
  program: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): AtOnce {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT,
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  })
  // Of a program that cannot be started there is no output, whatever the types say.
  return { ok: status === 0, stdout: stdout ?? '', stderr: error === undefined ? stderr : error.message }
}
