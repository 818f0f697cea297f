/** Aliases can make a small text stand for billions of nodes; here is what they would come to, before they are built. */
import { EVENT_ID, type Event } from 'js-yaml'

/** So many nodes may come from aliases, beyond those that stand in the text. */
const MAX_REPEATED_NODES = 100_000

/** What is not read, and where it stands in the text. */
export interface Unread {
  readonly reason: string
  readonly offset: number
}

interface Open {
  readonly anchor: string | undefined
  /** The nodes in it so far, those of aliases included. */
  nodes: number
}

/** The first alias that stands for something it is part of, or for too much. */
export function refusedAlias(text: string, events: readonly Event[]): Unread | undefined {
  const stack: Open[] = []
  const sizes = new Map<string, number>()
  let repeated = 0
  const nameOf = ({ anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number }) =>
    anchorStart < 0 ? undefined : text.slice(anchorStart, anchorEnd)
  const add = (nodes: number) => {
    const parent = stack.at(-1)
    if (parent !== undefined) parent.nodes += nodes
  }
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      sizes.clear()
      stack.push({ anchor: undefined, nodes: 0 })
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      stack.push({ anchor: nameOf(event), nodes: 1 })
    } else if (event.type === EVENT_ID.SCALAR) {
      const anchor = nameOf(event)
      if (anchor !== undefined) sizes.set(anchor, 1)
      add(1)
    } else if (event.type === EVENT_ID.POP) {
      const closed = stack.pop()
      if (closed?.anchor !== undefined) sizes.set(closed.anchor, closed.nodes)
      add(closed?.nodes ?? 0)
    } else {
      const name = nameOf(event) ?? ''
      const offset = event.anchorStart - 1
      if (stack.some(({ anchor }) => anchor === name))
        return { reason: `the alias *${name} is part of what it stands for`, offset }
      const nodes = sizes.get(name) ?? 0
      repeated += nodes
      if (repeated > MAX_REPEATED_NODES)
        return { reason: `the aliases stand for more than ${MAX_REPEATED_NODES} nodes`, offset }
      add(nodes)
    }
  }
  return undefined
}
