import { type Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'

/** Runs over all items, and throws all that failed together. */
export async function collect<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const settled = await Promise.allSettled(items.map(work))
  const failures: Failure[] = []
  for (const each of settled) {
    if (each.status === 'fulfilled') continue
    const known = failuresIn(each.reason)
    if (known.length === 0) throw each.reason
    failures.push(...known)
  }
  // One cause for many objects, such as an API server that is away, is told once.
  throwIfAny([...new Map(failures.map((failure) => [failure.message, failure])).values()])
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
}
