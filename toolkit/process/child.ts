import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Failure } from '../model/failure.ts'

export interface ChildOptions {
  readonly command: string
  readonly args: readonly string[]
  /** The child's whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  /** Aborting interrupts the child once; it is then waited for. */
  readonly signal: AbortSignal
  /** Milliseconds after which the child is interrupted. */
  readonly deadline?: number
  /** Milliseconds between the interrupt and SIGKILL; without it an interrupted child is waited for as long as it takes. */
  readonly killAfter?: number
  readonly onStdout?: (line: string) => void
  readonly onStderr?: (line: string) => void
  readonly input?: string
}

export interface ChildResult {
  /** The exit code; null when a signal ended the child. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly interrupted: 'cancelled' | 'deadline' | undefined
}

/**
 * Runs a child to its end, line by line.
 *
 * The child leads a process group of its own, so that an interrupt from the terminal or the runner reaches it
 * exactly once, through us: a second one makes Terraform abandon its state.
 * @throws Failure TOOL_MISSING when the command cannot be started.
 */
export async function runChild(options: ChildOptions): Promise<ChildResult> {
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  let interrupted: ChildResult['interrupted']
  const timers: NodeJS.Timeout[] = []
  const interrupt = (reason: 'cancelled' | 'deadline') => {
    if (interrupted !== undefined) return
    interrupted = reason
    child.kill('SIGINT')
    if (options.killAfter !== undefined)
      timers.push(setTimeout(() => child.kill('SIGKILL'), options.killAfter))
  }
  const onAbort = () => interrupt('cancelled')
  options.signal.addEventListener('abort', onAbort, { once: true })
  if (options.deadline !== undefined) timers.push(setTimeout(() => interrupt('deadline'), options.deadline))

  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
    child.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new Failure({
          code: 'TOOL_MISSING',
          what: `${options.command} could not be started: ${cause.code ?? cause.message}.`,
          fix: `Install ${options.command}, or put it on PATH.`,
          cause,
        }),
      ),
    )
  })
  if (child.stdout !== null) createInterface(child.stdout).on('line', options.onStdout ?? (() => undefined))
  if (child.stderr !== null) createInterface(child.stderr).on('line', options.onStderr ?? (() => undefined))
  if (child.stdin !== null) {
    // A child that ends without reading its input is judged by its exit code, not by the broken pipe.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input)
  }
  if (options.signal.aborted) onAbort()
  try {
    return { ...(await ended), interrupted }
  } finally {
    for (const timer of timers) clearTimeout(timer)
    options.signal.removeEventListener('abort', onAbort)
  }
}
