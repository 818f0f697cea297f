/** Fields that others manage: told, left alone, or taken over. */
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Node } from '#toolkit/sources/node.ts'
import type { Path } from '#toolkit/sources/places.ts'
import { placeOfField } from '../admission/place-of-field.ts'
import { type Fields, withSecretsHidden } from '../secrets/secret.ts'

/** A field that is applied, and that somebody else has written otherwise. */
export interface Conflict {
  /** `.spec.template.spec.containers[name="main"].image` */
  readonly field: string
  readonly manager: string
  readonly subresource: string | undefined
}

/** Longer values say no more. */
const LONGEST_VALUE = 60

export function isFieldConflict(error: unknown): error is KubernetesError & { readonly status: 409 } {
  return (
    error instanceof KubernetesError &&
    error.status === 409 &&
    error.causes.some(({ reason }) => reason === 'FieldManagerConflict')
  )
}

/** `conflict with "hpa" with subresource "scale" using apps/v1 at 2026-11-26T10:00:00Z`, as the API server says it. */
function managerIn(message: string): Pick<Conflict, 'manager' | 'subresource'> {
  const [, quoted = '', subresource] =
    /^conflict with "((?:[^"\\]|\\.)*)"(?: with subresource "([^"]*)")?/.exec(message) ?? []
  return { manager: quoted.replace(/\\(.)/g, '$1') || 'another manager', subresource }
}

export function conflictsIn({ causes }: KubernetesError): Conflict[] {
  return causes.flatMap(({ field, message = '' }) =>
    field === undefined ? [] : [{ field, ...managerIn(message) }],
  )
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(
    (inner: unknown, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    value,
  )
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}

function hidden(object: KubernetesObject): Fields {
  return withSecretsHidden(object as unknown as Fields) // parsed from YAML, or JSON of the API
}

function nodeOf({ node }: CompleteManifest, field: string): Node {
  return node.get(...placeOfField(node.value, field))
}

function lineOf(manifest: CompleteManifest, { field }: Conflict): number {
  return nodeOf(manifest, field).source.line ?? 0
}

/** @param live undefined when it is not known what is there now */
export function conflictFailure(
  manifest: CompleteManifest,
  live: KubernetesObject | undefined,
  cause: KubernetesError,
  conflicts: readonly Conflict[] = conflictsIn(cause),
): Failure {
  const inOrder = conflicts.toSorted((a, b) => lineOf(manifest, a) - lineOf(manifest, b))
  const fields = inOrder.map(({ field, manager, subresource }) => {
    const who = subresource === undefined ? manager : `${manager} (${subresource})`
    const { source } = nodeOf(manifest, field)
    const asked = hidden(manifest.object)
    const values = [
      ...(live === undefined ? [] : [`${shown(valueAt(hidden(live), placeOfField(live, field)))} there`]),
      `${shown(valueAt(asked, placeOfField(asked, field)))} in the manifest, ${source.file}${source.line === undefined ? '' : `:${source.line}`}`,
    ]
    return `${field} of ${who} (${values.join(', ')})`
  })
  const [first] = inOrder
  return new Failure({
    code: 'FIELD_CONFLICT',
    what: `${manifest.address} has fields that somebody else manages: ${fields.join('; ')}.`,
    why: 'Taking them over would undo what that manager does.',
    fix: `Remove these fields from the manifest, or let the other manager give them up; or take them over: add the line \`${manifest.address}\` to \`force-conflicts\`.`,
    source: first === undefined ? manifest.source : nodeOf(manifest, first.field).source,
    cause,
  })
}

/** @throws Failure INPUT_INVALID for an address that is of no object of the manifests */
export function checkForced(forced: readonly string[], addresses: readonly string[]): void {
  const unknown = forced.filter((address) => !addresses.includes(address))
  if (unknown.length === 0) return
  throw new Failure({
    code: 'INPUT_INVALID',
    what: `The input \`force-conflicts\` names ${unknown.join(', ')}, which is no object of the manifests.`,
    fix: `Write addresses as the plan does: \`namespace/Kind/name\`, such as ${addresses[0] ?? 'dev/ConfigMap/settings'}.`,
  })
}
