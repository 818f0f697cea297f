/** The end of a process: when its last word has been taken, and not before. */

/** What is written to: stdout and stderr. */
export type Output = Pick<NodeJS.WriteStream, 'write' | 'writableLength' | 'on' | 'off' | 'setTimeout'>

/** Milliseconds without a byte taken after which nobody reads any more. */
const STALLED_MS = 30_000

const untold = () => undefined

/** A reader that went away must not end what changes something: from then on nothing is told. */
export function outliveReaders(outputs: readonly Output[]): void {
  for (const output of outputs) {
    // Once, however often it is asked for.
    output.off('error', untold)
    output.on('error', untold)
  }
}

/** Resolves when everything that was written has been taken, or can no longer be; `stalled` is in milliseconds. */
export async function allTaken(outputs: readonly Output[], stalled = STALLED_MS): Promise<void> {
  // A file or a terminal takes everything at once; only a pipe has something left, and time-outs.
  const behind = outputs.filter(({ writableLength }) => writableLength > 0)
  await Promise.all(
    behind.map(
      (output) =>
        new Promise<void>((resolve) => {
          // It goes off when nothing moves, not when it takes long.
          output.setTimeout(stalled, () => resolve())
          output.write('', () => resolve())
        }),
    ),
  )
}
