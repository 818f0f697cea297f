/** What is read of a parse tree is asked for by every rule, and does not change. */

const NOTHING: readonly never[] = Object.freeze([])

/**
 * Keeps what is read of a part of a tree for as long as there is that part.
 * @param concerns whether there may be anything; nothing is kept of what has none
 */
export function once<Of extends object, Item>(
  concerns: (of: Of) => boolean,
  read: (of: Of) => Iterable<Item>,
): (of: Of) => readonly Item[] {
  const known = new WeakMap<Of, readonly Item[]>()
  return (of) => {
    if (!concerns(of)) return NOTHING
    const before = known.get(of)
    if (before !== undefined) return before
    const items = [...read(of)]
    known.set(of, items)
    return items
  }
}
