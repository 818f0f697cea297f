/** Runs stacks in the order in which they build on each other, a few at a time. */
import type { StackNode } from './graph.ts'

export type Settled<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown }
  /** Not begun, because a stack that it builds on failed, or was not begun either. */
  | { readonly status: 'skipped'; readonly because: string }

/**
 * A stack begins when everything that it builds on is done. One that fails stops only what builds on it.
 * @param limit how many run at the same time
 * @param work gets what came of the stacks that were done before
 */
export async function inDependencyOrder<S extends StackNode, T>(
  stacks: readonly S[],
  limit: number,
  work: (stack: S, done: ReadonlyMap<string, T>) => Promise<T>,
): Promise<ReadonlyMap<string, Settled<T>>> {
  const settled = new Map<string, Settled<T>>()
  const done = new Map<string, T>()
  const names = new Set(stacks.map(({ name }) => name))
  const left = [...stacks]
  const running = new Map<string, Promise<void>>()

  const begin = (stack: S) => {
    const run = async () => {
      try {
        const value = await work(stack, done)
        done.set(stack.name, value)
        settled.set(stack.name, { status: 'done', value })
      } catch (error) {
        settled.set(stack.name, { status: 'failed', error })
      }
      running.delete(stack.name)
    }
    running.set(stack.name, run())
  }

  while (left.length > 0 || running.size > 0) {
    for (let index = 0; index < left.length; ) {
      const stack = left[index]
      if (stack === undefined) break
      const below = stack.dependsOn.map(({ to }) => to).filter((name) => names.has(name))
      const stopped = below.find((name) => (settled.get(name)?.status ?? 'done') !== 'done')
      if (stopped !== undefined) settled.set(stack.name, { status: 'skipped', because: stopped })
      else if (below.every((name) => settled.has(name)) && running.size < limit) begin(stack)
      else {
        index++
        continue
      }
      left.splice(index, 1)
      // What was just settled may decide about one before it.
      if (stopped !== undefined) index = 0
    }
    if (running.size === 0) break
    await Promise.race(running.values())
  }
  return settled
}
