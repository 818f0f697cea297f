/** The input `var-file`. */
import { createHash } from 'node:crypto'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import { readWithin, Unreadable } from '#toolkit/sources/checkout.ts'

export interface VarFile {
  /** Relative to the workspace. */
  readonly file: string
  readonly sha256: string
}

/** @throws Failures INPUT_INVALID for those that cannot be read */
export function readVarFiles(files: readonly string[], workspace: string): VarFile[] {
  const problems: Failure[] = []
  const read = files.flatMap((file) => {
    try {
      const content = readWithin(workspace, file)
      return [{ file, sha256: createHash('sha256').update(content).digest('hex') }]
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause
      const why =
        cause.reason === 'missing' ? 'which does not exist' : `which cannot be read: ${cause.message}`
      problems.push(
        new Failure({
          code: 'INPUT_INVALID',
          what: `The input \`var-file\` names ${file}, ${why}.`,
          fix: 'Correct `var-file:` under `with:`.',
          cause,
        }),
      )
      return []
    }
  })
  throwIfAny(problems)
  return read
}
