/** The input `var-file`. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'

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
      const content = readFileSync(join(workspace, file))
      return [{ file, sha256: createHash('sha256').update(content).digest('hex') }]
    } catch (cause) {
      problems.push(
        new Failure({
          code: 'INPUT_INVALID',
          what: `The input \`var-file\` names ${file}, which does not exist.`,
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
