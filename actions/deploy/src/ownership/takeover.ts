/**
 * How an object is sent so that it stands as its manifest says, and nothing else changes: what client-side apply and Helm
 * wrote becomes ours, as `kubectl apply --server-side` does it, and how many replicas there are is left to who scales.
 */
import type { Answer, PatchOperation } from '#toolkit/kubernetes/answer.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import {
  type FieldSet,
  type ManagedFieldsEntry,
  managedFieldsOf,
  owns,
  unionOf,
  without,
} from '#toolkit/kubernetes/managed-fields.ts'
import { type KubernetesObject, referenceTo, valueAt } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { isMapping } from '#toolkit/sources/node.ts'
import { conflictFailure, conflictsIn, isFieldConflict } from './conflicts.ts'

const LAST_APPLIED = ['metadata', 'annotations', 'kubectl.kubernetes.io/last-applied-configuration']
const REPLICAS = ['spec', 'replicas']

/** Who keeps replicas that left a manifest, until an autoscaler writes them. */
const REPLICAS_MANAGER = 'omninode-replicas'

/** `before-first-apply` is what the server calls whatever was there before it kept such entries. */
const oldTools: ReadonlySet<string> = new Set(['before-first-apply', 'helm', 'kubectl-client-side-apply'])

export interface Terms {
  readonly fieldManager: string
  /** The application that it belonged to until now, by its name as a manager. */
  readonly former: string | undefined
  /** Whether it becomes the application's own with this release, with all that its manifest says of it. */
  readonly adopted: boolean
  /** Whether its conflicts were named to be forced, its replicas too. */
  readonly forced: boolean
}

export type SendingClient = Pick<KubernetesClient, 'apply' | 'patch'> & {
  readonly discovery: Pick<KubernetesClient['discovery'], 'resourceOf'>
}

/** Whether an entry is of a tool that applied the object before us, and would never let go of its fields. */
function isOldTool(entry: ManagedFieldsEntry, { former }: Pick<Terms, 'former'>): boolean {
  const { manager = '', operation, subresource = '' } = entry
  if (subresource !== '') return false
  if (manager === former) return true
  if (oldTools.has(manager)) return operation === 'Update' || manager === 'helm'
  return operation === 'Update' && owns(entry, LAST_APPLIED)
}

/** Whoever writes how many there are, and nothing else: an autoscaler, or somebody with `kubectl scale`. */
function scalersOf(live: KubernetesObject | undefined): string[] {
  if (live === undefined) return []
  const entries = managedFieldsOf(live).filter(
    (entry) => entry.subresource === 'scale' && owns(entry, REPLICAS),
  )
  return [...new Set(entries.map(({ manager = 'somebody' }) => manager))]
}

function withReplicas(object: KubernetesObject, replicas: unknown): KubernetesObject {
  const spec = isMapping(object['spec']) ? object['spec'] : {}
  const { replicas: _others, ...rest } = spec
  return { ...object, spec: replicas === undefined ? rest : { ...rest, replicas } }
}

function isOurs({ manager, operation }: ManagedFieldsEntry, { fieldManager }: Terms): boolean {
  return manager === fieldManager && operation === 'Apply'
}

/** Replicas that would fall back to 1, because they left the manifest and nobody else has written them. */
async function abandoned(
  client: SendingClient,
  object: KubernetesObject,
  live: KubernetesObject | undefined,
  terms: Terms,
): Promise<number | undefined> {
  const replicas = live === undefined ? undefined : valueAt(live, REPLICAS)
  if (live === undefined || typeof replicas !== 'number') return undefined
  if (valueAt(object, REPLICAS) !== undefined) return undefined
  const owners = managedFieldsOf(live).filter((entry) => owns(entry, REPLICAS))
  const goes = owners.length > 0 && owners.every((entry) => isOurs(entry, terms) || isOldTool(entry, terms))
  if (!goes) return undefined
  return (await client.discovery.resourceOf(object))?.scaled === true ? replicas : undefined
}

/** The object as it is sent: without replicas that somebody else scales. */
function sentOf(
  { object }: CompleteManifest,
  live: KubernetesObject | undefined,
  terms: Terms,
): KubernetesObject {
  const leaves = !terms.forced && scalersOf(live).length > 0 && valueAt(object, REPLICAS) !== undefined
  return leaves ? withReplicas(object, undefined) : object
}

/** What the entries of old tools own, and of everybody else but us. */
function ownership(live: KubernetesObject, terms: Terms): { old: ManagedFieldsEntry[]; others: FieldSet[] } {
  const { old = [], others = [] } = Object.groupBy(managedFieldsOf(live), (entry) =>
    isOldTool(entry, terms) ? 'old' : isOurs(entry, terms) ? 'ours' : 'others',
  )
  return { old, others: others.flatMap(({ fieldsV1 }) => fieldsV1 ?? []) }
}

/** What people write of an object's metadata, beside its name. */
const written = ['annotations', 'finalizers', 'labels', 'ownerReferences']
const unwritten: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'status'])

/** Makes of an object what another one is. */
function changesBetween(live: KubernetesObject, wanted: KubernetesObject): PatchOperation[] {
  const between = (before: object, after: object, names: readonly string[], at: string): PatchOperation[] =>
    names.flatMap((name): PatchOperation[] => {
      const path = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      const value: unknown = Object.entries(after).find(([key]) => key === name)?.[1]
      if (value !== undefined) return [{ op: 'add', path, value }]
      return Object.hasOwn(before, name) ? [{ op: 'remove', path }] : []
    })
  const names = [...new Set([...Object.keys(live), ...Object.keys(wanted)])].filter(
    (name) => !unwritten.has(name),
  )
  return [
    ...between(live, wanted, names, ''),
    ...between(live.metadata, wanted.metadata, written, '/metadata'),
  ]
}

/** What the object would be without what old tools left in it. */
async function withoutLeftovers(
  client: SendingClient,
  live: KubernetesObject,
  applied: Answer<KubernetesObject>,
  sent: KubernetesObject,
  terms: Terms,
): Promise<Answer<KubernetesObject>> {
  const { old, others } = ownership(live, terms)
  const owned = unionOf(old.flatMap(({ fieldsV1 }) => fieldsV1 ?? []))
  const left = without(applied.body, owned, sent, others) as KubernetesObject // what is taken away are fields of it
  if (JSON.stringify(left) === JSON.stringify(applied.body)) return applied
  const options = { fieldManager: terms.fieldManager, dryRun: true }
  // The server fills in its defaults where something goes.
  const { body } = await client.patch(referenceTo(live), changesBetween(live, left), options)
  return { body, warnings: applied.warnings }
}

/** What a dry run comes to. */
interface Preview extends Answer<KubernetesObject> {
  /** Whose fields become ours. */
  readonly from: readonly string[]
  readonly notices: readonly Finding[]
}

/**
 * What sending an object would make of it; nothing is written.
 * @throws Failure FIELD_CONFLICT, and what the API server refuses as it is
 */
export async function preview(
  client: SendingClient,
  manifest: CompleteManifest,
  live: KubernetesObject | undefined,
  terms: Terms,
): Promise<Preview> {
  const { fieldManager } = terms
  const sent = sentOf(manifest, live, terms)
  const dryRun = (force: boolean) => client.apply(sent, { fieldManager, force, dryRun: true })
  const old = live === undefined ? [] : ownership(live, terms).old
  const from = [...new Set(old.flatMap(({ manager }) => manager ?? []))]
  const kept = await abandoned(client, sent, live, terms)
  let answer: Answer<KubernetesObject>
  try {
    answer = await dryRun(terms.adopted || terms.forced)
  } catch (error) {
    if (!isFieldConflict(error)) throw error
    const others = conflictsIn(error).filter(({ manager }) => !from.includes(manager))
    if (others.length > 0) throw conflictFailure(manifest, live, error, others)
    answer = await dryRun(true)
  }
  if (live !== undefined && old.length > 0) answer = await withoutLeftovers(client, live, answer, sent, terms)
  const body = kept === undefined ? answer.body : withReplicas(answer.body, kept)
  return { ...answer, body, from, notices: notices(manifest, live, terms, kept) }
}

/** What old tools own becomes ours, so that what the manifest does not have goes when it is applied. */
async function migrated(
  client: SendingClient,
  live: KubernetesObject,
  object: KubernetesObject,
  terms: Terms,
): Promise<KubernetesObject> {
  const entries = managedFieldsOf(live)
  const old = entries.filter((entry) => isOldTool(entry, terms))
  const ours = entries.find((entry) => isOurs(entry, terms))
  const [first] = old
  if (first === undefined) return live
  const { apiVersion = object.apiVersion } = ours ?? first
  const sets = [ours, ...old].flatMap((entry) =>
    entry?.fieldsV1 !== undefined && entry.apiVersion === apiVersion ? [entry.fieldsV1] : [],
  )
  const { subresource: _none, ...entry } = ours ?? first
  const own = {
    ...entry,
    manager: terms.fieldManager,
    operation: 'Apply',
    apiVersion,
    fieldsV1: unionOf(sets),
  }
  const value = [...entries.filter((each) => each !== ours && !old.includes(each)), own]
  const { resourceVersion } = live.metadata
  const { body } = await client.patch(
    referenceTo(live),
    [
      { op: 'replace', path: '/metadata/managedFields', value },
      // Of another version of the object, others may own something else.
      { op: 'replace', path: '/metadata/resourceVersion', value: resourceVersion },
    ],
    { fieldManager: terms.fieldManager, dryRun: false },
  )
  return body
}

/**
 * Makes an object ready to be applied: who owns its fields changes, and none of them does.
 * @returns what is to be applied, and the object as it is then
 */
export async function prepared(
  client: SendingClient,
  manifest: CompleteManifest,
  live: KubernetesObject | undefined,
  terms: Terms,
): Promise<{ readonly object: KubernetesObject; readonly live: KubernetesObject | undefined }> {
  const object = sentOf(manifest, live, terms)
  if (live === undefined) return { object, live }
  const replicas = await abandoned(client, object, live, terms)
  let seen = live
  // Somebody else must own them before we let go.
  if (replicas !== undefined) {
    const { apiVersion, kind, metadata } = live
    const { name, namespace, resourceVersion } = metadata
    const alone = { apiVersion, kind, metadata: { name, namespace, resourceVersion }, spec: { replicas } }
    seen = (await client.apply(alone, { fieldManager: REPLICAS_MANAGER, force: false, dryRun: false })).body
  }
  return { object, live: await migrated(client, seen, object, terms) }
}

function notices(
  manifest: CompleteManifest,
  live: KubernetesObject | undefined,
  terms: Terms,
  kept: number | undefined,
): Finding[] {
  const { address, object, node } = manifest
  const scalers = terms.forced ? [] : scalersOf(live)
  const asked = valueAt(object, REPLICAS)
  const notice = (message: string, why: string, fix: string) => {
    const { source } = node.get(...REPLICAS)
    return finding(
      { rule: 'replicas-left', severity: 'notice', verdict: 'fail', message, why, fix, source },
      address,
    )
  }
  if (live !== undefined && scalers.length > 0 && asked !== undefined) {
    const there = valueAt(live, REPLICAS)
    return [
      notice(
        `The replicas of ${address} are left to ${scalers.join(', ')}: ${there} there, ${asked} in the manifest.`,
        'An autoscaler, or somebody by hand, scales it.',
        `Take spec.replicas out of the manifest; or take them over: add the line \`${address}\` to \`force-conflicts\`.`,
      ),
    ]
  }
  if (kept === undefined) return []
  return [
    notice(
      `The replicas of ${address} stay ${kept}, although they left the manifest.`,
      'The API server would set 1 before an autoscaler sets another number.',
      'Nothing is to be done where an autoscaler scales it; else write the number.',
    ),
  ]
}
