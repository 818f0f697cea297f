import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Failure } from '../model/failure.ts'
import { followLines } from './follow.ts'

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
  /** Milliseconds after the interrupt when the child is left to itself: somebody else waits for it. Needs `files`. */
  readonly leaveAfter?: number
  /**
   * Files that the child writes to itself, instead of pipes. It can outlive this process with them; with a broken pipe
   * it would be killed by its next word.
   */
  readonly files?: { readonly stdout: string; readonly stderr: string }
  readonly onStart?: (pid: number) => void
  readonly onStdout?: (line: string) => void
  readonly onStderr?: (line: string) => void
  readonly input?: string
}

export interface ChildResult {
  /** The exit code; null when a signal ended the child. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly interrupted: 'cancelled' | 'deadline' | undefined
  /** It was interrupted, and still runs. */
  readonly left: boolean
}

/** Reads what the child says, from its pipes or its files. */
function listen(child: ReturnType<typeof spawn>, options: ChildOptions): () => void {
  const { files, onStdout = () => undefined, onStderr = () => undefined } = options
  if (files === undefined) {
    if (child.stdout !== null) createInterface(child.stdout).on('line', onStdout)
    if (child.stderr !== null) createInterface(child.stderr).on('line', onStderr)
    return () => undefined
  }
  const following = [followLines(files.stdout, onStdout), followLines(files.stderr, onStderr)]
  return () => {
    for (const each of following) each.finish()
  }
}

/**
 * Runs a child to its end, line by line.
 *
 * The child leads a process group of its own, so that an interrupt from the terminal or the runner reaches it
 * exactly once, through us: a second one makes Terraform abandon its state.
 * @throws Failure TOOL_MISSING when the command cannot be started.
 */
export async function runChild(options: ChildOptions): Promise<ChildResult> {
  const { files } = options
  const outputs =
    files === undefined ? [] : [openSync(files.stdout, 'w', 0o600), openSync(files.stderr, 'w', 0o600)]
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: [options.input === undefined ? 'ignore' : 'pipe', outputs[0] ?? 'pipe', outputs[1] ?? 'pipe'],
    detached: true,
  })
  for (const descriptor of outputs) closeSync(descriptor)
  if (child.pid !== undefined) options.onStart?.(child.pid)
  let interrupted: ChildResult['interrupted']
  let onAbort: () => void = () => undefined
  const timers: NodeJS.Timeout[] = []
  const after = (milliseconds: number | undefined, work: () => void) => {
    if (milliseconds !== undefined) timers.push(setTimeout(work, milliseconds))
  }

  const ended = new Promise<Omit<ChildResult, 'interrupted'>>((resolve, reject) => {
    const interrupt = (reason: 'cancelled' | 'deadline') => {
      if (interrupted !== undefined) return
      interrupted = reason
      child.kill('SIGINT')
      after(options.killAfter, () => child.kill('SIGKILL'))
      after(options.leaveAfter, () => {
        child.unref()
        resolve({ code: null, signal: null, left: true })
      })
    }
    onAbort = () => interrupt('cancelled')
    after(options.deadline, () => interrupt('deadline'))
    child.once('close', (code, signal) => resolve({ code, signal, left: false }))
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
  options.signal.addEventListener('abort', onAbort, { once: true })
  const finish = listen(child, options)
  if (child.stdin !== null) {
    // A child that ends without reading its input is judged by its exit code, not by the broken pipe.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input)
  }
  if (options.signal.aborted) onAbort()
  try {
    return { ...(await ended), interrupted }
  } finally {
    finish()
    for (const timer of timers) clearTimeout(timer)
    options.signal.removeEventListener('abort', onAbort)
  }
}
