/** What waits most of the time, side by side, for tests that look at what became of each. */

/**
 * Works on items in order, at most `width` at the same time, whatever becomes of the others.
 * @returns what an item came to, once all are done; it throws what the work on that item threw
 */
export async function inTurn<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<(item: T) => R> {
  const left = [...items]
  const done = new Map<T, () => R>()
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      const at = item
      try {
        const result = await work(at)
        done.set(at, () => result)
      } catch (error) {
        done.set(at, () => {
          throw error
        })
      }
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  return (item) => {
    const result = done.get(item)
    if (result === undefined) throw new Error('nothing was done with it')
    return result()
  }
}
