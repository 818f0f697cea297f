/** What the API server does not let be changed in place: which fields that are, and what can be done. */
import type { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { groupKindOf } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { isMapping, type Node } from '#toolkit/sources/node.ts'
import { neverRecreated, RECREATE, WHEN_IMMUTABLE } from '../release/recreate.ts'
import { placeOfField } from './place-of-field.ts'

/** As the kinds of Kubernetes say it. The message quotes the manifest: it may have any length. */
const IMMUTABLE = /immutable|(?:may|can) ?not (?:be )?change|may not be updated/i

export function saysImmutable({ status, said }: KubernetesError): boolean {
  // A right is about the identity, whatever the kind is called.
  if (status === 403 && !/denied (?:the )?request/.test(said)) return false
  const forbidden = said.search(/updates? to /i)
  return (forbidden >= 0 && /are forbidden/i.test(said.slice(forbidden))) || IMMUTABLE.test(said)
}

/** The places beneath a node that the live object has otherwise. */
function differing(node: Node, live: unknown): Node[] {
  const { value } = node
  if (isMapping(value) && isMapping(live))
    return [...node.members()].flatMap(([key, member]) => differing(member, live[key]))
  if (Array.isArray(value) && Array.isArray(live) && value.length === live.length)
    return node.items().flatMap((item, index) => differing(item, live[index]))
  return JSON.stringify(value) === JSON.stringify(live) ? [] : [node]
}

function valueAt(object: unknown, path: Node['path']): unknown {
  return path.reduce((inner: unknown, key) => {
    if (typeof key === 'number') return Array.isArray(inner) ? inner[key] : undefined
    return isMapping(inner) ? inner[key] : undefined
  }, object)
}

/** `fields other than 'replicas', 'template' are forbidden` */
function isExempt(node: Node, base: Node['path'], message: string): boolean {
  const [, listed = ''] = /fields other than (.{1,500}?) are forbidden/.exec(message) ?? []
  const key = node.path[base.length]
  return typeof key === 'string' && listed.includes(`'${key}'`)
}

/** A place, or what is written around it: the server may have made a field of another one. */
function written(node: Node, path: Node['path']): Node {
  const place = node.get(...path)
  return place.value !== undefined || path.length <= 1 ? place : written(node, path.slice(0, -1))
}

/** The fields that cannot be changed, as far as the manifest and the live object tell. */
function fieldsOf(
  { causes }: KubernetesError,
  { node }: CompleteManifest,
  live: KubernetesObject | undefined,
): Node[] {
  const meant = causes.flatMap(({ field, message = '' }) => {
    if (field === undefined) return []
    const path = placeOfField(node.value, field)
    const base = written(node, path)
    const within =
      live === undefined
        ? []
        : differing(base, valueAt(live, base.path)).filter((each) => !isExempt(each, base.path, message))
    return within.length === 0 ? [node.get(...path)] : within
  })
  return [...new Map(meant.map((each) => [wordOf(each), each])).values()]
}

/** `spec.selector.matchLabels["app.kubernetes.io/name"]` */
function wordOf({ path }: Node): string {
  return path
    .map((key) => (typeof key === 'string' && /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join('')
    .replace(/^\./, '')
}

/** What is said of a field, without the value that it quotes. */
function briefly(message: string): string {
  const [line = ''] = message.split('\n')
  return line.startsWith('Invalid value: ') ? line.slice(line.lastIndexOf(': ') + 2) : line
}

/** @param live as the object is in the cluster */
export function immutableFailure(
  error: KubernetesError,
  manifest: CompleteManifest,
  live: KubernetesObject | undefined,
): Failure {
  const { address, object, source } = manifest
  const fields = fieldsOf(error, manifest, live)
  const said = [
    ...new Set(error.causes.flatMap(({ message }) => (message === undefined ? [] : [briefly(message)]))),
  ]
  const never = live === undefined ? undefined : neverRecreated(groupKindOf(object), live)
  return new Failure({
    code: 'MANIFEST_IMMUTABLE',
    what:
      fields.length === 0
        ? `The API server does not let ${address} be changed so in place.`
        : `The API server does not let ${fields.map(wordOf).join(', ')} of ${address} be changed in place.`,
    why: `${said.length === 0 ? briefly(error.said) : said.join('; ')}.`,
    fix:
      never === undefined
        ? `Put back what it was, or give the object another name. To have it deleted and made again, annotate it in the manifest: \`${RECREATE}: ${WHEN_IMMUTABLE}\`.`
        : `Put back what it was, or give the object another name. No release deletes it: ${never}.`,
    source: fields[0]?.source ?? source,
    cause: error,
  })
}
