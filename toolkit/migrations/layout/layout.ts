/** A way in which migration files are named and ordered. */
import type { Migration } from '../migration.ts'
import type { Folder } from './folder.ts'

export interface Layout {
  /** What the input `layout` calls it. */
  readonly name: string
  /** How its files are named, for people: ends the sentence "`<name>` is …". */
  readonly form: string
  /**
   * The file by which a folder shows that it follows this layout and no other, or may follow it.
   * @param files of the folder, relative to it
   * @param first what the first that begins with a number holds
   * @param text what any of them holds
   */
  sign(
    files: readonly string[],
    first: string | undefined,
    text: (file: string) => string | undefined,
  ): string | undefined
  /** Whether its sign counts whatever else is there. */
  readonly decides?: true
  /** The migrations in the order of application; what is wrong is told to the folder. */
  read(folder: Folder): readonly Migration[]
}
