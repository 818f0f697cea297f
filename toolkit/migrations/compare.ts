/** A folder of migrations held against what history says is in effect. */
import type { Migration } from './migration.ts'

/** What history knows a migration in effect by. */
export interface InEffect {
  readonly version: string
  readonly checksum: string
}

/** @param inEffect in the order in which they took effect */
export function compareWithHistory<Entry extends InEffect>(
  migrations: readonly Migration[],
  inEffect: readonly Entry[],
) {
  const entries = new Map(inEffect.map((each) => [each.version, each]))
  const known = new Set(migrations.map(({ version }) => version))
  const last = migrations.findLastIndex(({ version }) => entries.has(version))
  const head = last === -1 ? undefined : entries.get(migrations[last]?.version ?? '')
  return {
    pending: migrations.filter(({ version }) => !entries.has(version)),
    /** Not in effect, while others are that come after them. */
    late: migrations.slice(0, last + 1).filter(({ version }) => !entries.has(version)),
    /** In effect with another content. */
    edited: migrations.flatMap((migration) => {
      const before = entries.get(migration.version)
      return before === undefined || before.checksum === migration.checksum ? [] : [{ migration, before }]
    }),
    /** In effect, without a file. */
    gone: inEffect.filter(({ version }) => !known.has(version)),
    /** The last file that is in effect. */
    head,
    /** The newest in effect: what has no file comes last when it took effect last. */
    newest: inEffect.findLast((each) => each === head || !known.has(each.version)),
  }
}
