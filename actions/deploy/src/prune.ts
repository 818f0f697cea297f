/** What left the manifests. */
import { keyOf } from '#toolkit/kubernetes/address.ts'
import { type GroupKind, groupKindOf, groupVersionKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { Reference } from '#toolkit/kubernetes/object.ts'
import { backwards } from '#toolkit/kubernetes/stages.ts'
import type { Change } from '#toolkit/model/change.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Delete } from './release.ts'

/** Deleting one of these deletes data, or everything in it: a person does that. */
const protectedKinds: ReadonlySet<GroupKind> = new Set([
  knownKinds.definition,
  knownKinds.namespace,
  knownKinds.statefulSet,
  knownKinds.volume,
  knownKinds.volumeClaim,
])

/** Those that the application still owns, in the order in which they go: what somebody has pruned meanwhile is not ours. */
export function prunable(deletes: readonly Delete[], members: readonly Reference[]): Delete[] {
  const owned = new Set(members.map(keyOf))
  return backwards(
    deletes.filter(({ reference }) => owned.has(keyOf(reference))),
    ({ reference }) => reference,
  )
}

/** @param gone what the application owned, and the manifests no longer name */
export function planPruning(
  gone: readonly Reference[],
  addressOf: (reference: Reference) => string,
): { deletes: Delete[]; changes: Change[]; findings: Finding[] } {
  const { kept = [], deleted = [] } = Object.groupBy(gone, (reference) =>
    protectedKinds.has(groupKindOf(reference)) ? 'kept' : 'deleted',
  )
  return {
    deletes: deleted.map((reference) => ({ reference, address: addressOf(reference) })),
    changes: deleted.map((reference) => ({
      action: 'delete',
      address: addressOf(reference),
      kind: groupVersionKindOf(reference),
      note: 'is no longer in the manifests',
    })),
    findings: kept.map((reference) =>
      finding(
        {
          rule: 'prune-protected',
          severity: 'warning',
          verdict: 'fail',
          message: `${addressOf(reference)} is no longer in the manifests, and stays.`,
          why: 'Deleting it would delete data.',
          fix: 'Delete it by hand when nobody needs it, or put it back.',
        },
        addressOf(reference),
      ),
    ),
  }
}
