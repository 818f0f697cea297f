/** What a watch says: a JSON text a line. */
import * as z from 'zod'
import { parseJson } from '../model/exact-integer.ts'
import { KubernetesError } from './error.ts'
import { KubernetesObject } from './object.ts'

/** A bookmark only says how far the server has come. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'
  readonly object: KubernetesObject
}

const Line = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['ADDED', 'MODIFIED', 'DELETED']), object: KubernetesObject }),
  z.object({
    type: z.literal('BOOKMARK'),
    object: z.looseObject({ metadata: z.object({ resourceVersion: z.string() }) }),
  }),
  z.object({ type: z.literal('ERROR'), object: z.looseObject({ code: z.number().optional() }) }),
])

/**
 * Takes a watch as it comes, in pieces that end anywhere.
 * @throws KubernetesError of an event that is one; what is no event is CLUSTER_ANSWER
 */
export function watchEvents(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  path: string,
  told: (event: WatchEvent) => void,
): (text: string) => void {
  const line = (text: string) => {
    const parsed = Line.safeParse(parseJson(text)).data
    if (parsed === undefined || parsed.type === 'ERROR') {
      const status = parsed?.object.code ?? 400
      const body = parsed === undefined ? '' : JSON.stringify(parsed.object)
      throw new KubernetesError({ server: 'the cluster', method: 'GET', path, status, body })
    }
    if (parsed.type === 'BOOKMARK') {
      const { resourceVersion } = parsed.object.metadata
      told({ type: 'BOOKMARK', object: { apiVersion, kind, metadata: { name: '', resourceVersion } } })
    } else told(parsed)
  }
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const each of lines) if (each.trim() !== '') line(each)
  }
}
