/** Versions that are numbers, of any length and with gaps, as other tools count. */
import type { Folder } from './folder.ts'

export interface Numbered {
  readonly file: string
  /** As it is written. */
  readonly version: string
  readonly name: string
  readonly number: bigint
}

/** In the order of their numbers; two of one number are told to the folder. */
export function inOrderOfNumbers(folder: Folder, found: readonly Numbered[]): readonly Numbered[] {
  const sorted = found.toSorted((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
  for (const [index, each] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before?.number !== each.number) continue
    folder.problem(
      'MIGRATION_DUPLICATE',
      each.file,
      1,
      `${each.file} has the number of ${before.file}.`,
      'Give one of them another number.',
    )
  }
  return sorted
}

/** The files of the folder that are named `<number>_<name>` and end so; what is not is told to it. */
export function numberedFiles(folder: Folder, end: RegExp, form: string): readonly Numbered[] {
  return folder.files.flatMap((file) => {
    const [, version, name] = /^(\d+)_(.*)$/.exec(file.replace(end, '')) ?? []
    if (end.test(file) && version !== undefined && name !== undefined && name !== '')
      return [{ file, version, name, number: BigInt(version) }]
    folder.problem(
      'MIGRATION_NAME',
      file,
      1,
      `${file} is not named like a migration.`,
      `Name it ${form}, or put it elsewhere.`,
    )
    return []
  })
}
