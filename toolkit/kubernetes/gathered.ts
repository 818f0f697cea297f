/** Many objects that are known by name, asked for together: a list of a kind in a namespace, where that is fewer requests. */
import { Failure } from '../model/failure.ts'
import { codeOf } from '../retry/network.ts'
import type { KubernetesClient } from './client.ts'
import { KubernetesError } from './error.ts'
import { groupKindOf, knownKinds } from './kinds.ts'
import type { KubernetesObject, Reference } from './object.ts'

type Listing = Pick<KubernetesClient, 'get' | 'page'>

/** Fewer are asked for one by one, side by side. */
const FEWEST = 4

/** Objects of a page: they may be large, and most of them somebody else's. */
const LARGEST_PAGE = 250

/** What was found of the objects that were asked for, by their names, until somebody takes it. */
interface Found {
  readonly objects: Map<string, KubernetesObject>
  /** Whether everything was seen, so that what is not among them is not there. */
  readonly complete: boolean
}

const NOTHING: Promise<Found> = Promise.resolve({ objects: new Map(), complete: false })

/** Of one version of a kind, in one namespace. */
function groupOf({ apiVersion, kind, namespace = '' }: Reference): string {
  return `${apiVersion} ${kind} ${namespace}`
}

function keyOf(reference: Reference): string {
  return `${groupOf(reference)} ${reference.name}`
}

/** Whether a list is refused or too large, where an object by itself may not be. */
function isListsOwn(error: unknown): boolean {
  if (error instanceof KubernetesError) return true
  return error instanceof Failure && (error.code === 'CLUSTER_ANSWER' || codeOf(error.cause) === 'EMSGSIZE')
}

/** Nobody reads the Secrets of others beside his own, though he may. */
function mayBeListed({ length: count, 0: first }: readonly Reference[]): boolean {
  return first !== undefined && count >= FEWEST && groupKindOf(first) !== knownKinds.secret
}

/** Pages until each was seen, there are no more, or more of others were seen than of these. */
async function listed(
  client: Listing,
  { apiVersion, kind, namespace }: Reference,
  references: readonly Reference[],
): Promise<Found> {
  const missing = new Set(references.map(({ name }) => name))
  const objects = new Map<string, KubernetesObject>()
  const limit = Math.min(2 * missing.size, LARGEST_PAGE)
  let others = 0
  let from = ''
  try {
    do {
      const page = await client.page({ apiVersion, kind }, { namespace, limit, from })
      for (const item of page.items) {
        const { name } = item.metadata
        if (missing.delete(name)) objects.set(name, item)
        else others++
      }
      from = page.next
    } while (from !== '' && missing.size > 0 && others <= references.length)
  } catch (error) {
    if (!isListsOwn(error)) throw error
    return { objects, complete: false }
  }
  return { objects, complete: from === '' || missing.size === 0 }
}

/**
 * A way to get each of these objects once from a list, as it was when the first of its kind was asked for. Whatever is
 * asked for again, or is none of them, is asked for by itself.
 * @param early whether all is asked for at once, whoever asks for objects later
 */
export function gathered(client: Listing, references: readonly Reference[], early = false): Listing['get'] {
  const groups = Map.groupBy(references, groupOf)
  const alone = new Map<string, Promise<KubernetesObject | undefined>>()
  const lists = new Map<string, Promise<Found>>()
  const waiting = new Set(references.map(keyOf))
  const listOf = (reference: Reference): Promise<Found> => {
    const group = groupOf(reference)
    const all = groups.get(group) ?? []
    const made = lists.get(group) ?? (mayBeListed(all) ? listed(client, reference, all) : NOTHING)
    lists.set(group, made)
    return made
  }
  for (const group of early ? groups.values() : []) {
    const [first] = group
    if (first !== undefined && mayBeListed(group))
      listOf(first).catch(() => undefined) // thrown when somebody asks for one
    else
      for (const reference of group) {
        const asked = client.get(reference)
        asked.catch(() => undefined) // the same
        alone.set(keyOf(reference), asked)
      }
  }
  return async (reference) => {
    const key = keyOf(reference)
    if (!waiting.delete(key)) return client.get(reference)
    const asked = alone.get(key)
    if (asked !== undefined) {
      alone.delete(key)
      return asked
    }
    const { objects, complete } = await listOf(reference)
    const found = objects.get(reference.name)
    objects.delete(reference.name)
    return found !== undefined || complete ? found : client.get(reference)
  }
}
