/** What left the manifests: what of it is deleted, what stays, and why. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { type GroupKind, groupKindOf, groupVersionKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import type { Change } from '#toolkit/model/change.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Application } from '../application/application.ts'
import type { Member } from '../application/inventory.ts'
import { type Other, otherThan } from '../ownership/owner.ts'
import { collect } from '../release/collect.ts'
import type { Delete } from '../release/release.ts'
import { hiddenFinding, unwellFindings } from '../rollout/unwell.ts'
import { inUse } from './in-use.ts'
import { isKept } from './kept.ts'

/** Deleting one of these deletes data, or everything in it: a person does that. */
const protectedKinds: ReadonlySet<GroupKind> = new Set([
  knownKinds.definition,
  knownKinds.namespace,
  knownKinds.statefulSet,
  knownKinds.volume,
  knownKinds.volumeClaim,
])

/** Fewer are never too many. */
const FEWEST_REFUSED = 3

/** What a member is that no manifest names any more. */
export type OrphanState =
  | { readonly is: 'deletable' | 'kept' | 'protected'; readonly live: KubernetesObject }
  | { readonly is: 'used'; readonly by: string; readonly live: KubernetesObject }
  | { readonly is: 'other'; readonly other: Other }
  | { readonly is: 'hidden'; readonly refused: KubernetesError }
  /** The cluster serves its kind in no version. */
  | { readonly is: 'unserved' }
  | { readonly is: 'gone' }

export interface Orphan {
  readonly member: Member
  /** In a version that is served. */
  readonly reference: Reference
  readonly address: string
  readonly state: OrphanState
}

export type PruneReader = Pick<KubernetesClient, 'get' | 'list'> & {
  readonly discovery: Pick<Discovery, 'served'>
}

async function stateOf(
  client: PruneReader,
  member: Member,
  application: Application,
): Promise<{ reference: Reference; state: OrphanState }> {
  const { uid, ...reference } = member
  const served = await client.discovery.served(reference)
  if (served === undefined) return { reference, state: { is: 'unserved' } }
  let live: KubernetesObject | undefined
  try {
    live = await client.get(served)
  } catch (error) {
    if (!(error instanceof KubernetesError) || error.code !== 'CLUSTER_FORBIDDEN') throw error
    return { reference: served, state: { is: 'hidden', refused: error } }
  }
  const judged = (): OrphanState => {
    if (live === undefined) return { is: 'gone' }
    const other = otherThan(application, live, uid)
    if (other !== undefined) return { is: 'other', other }
    if (protectedKinds.has(groupKindOf(served))) return { is: 'protected', live }
    return { is: isKept(live) ? 'kept' : 'deletable', live }
  }
  return { reference: served, state: judged() }
}

/** Looks at what left the manifests as it is now. @param left members that no manifest names */
export async function lookAtOrphans(
  client: PruneReader,
  left: readonly Member[],
  application: Application,
  addressOf: (reference: Reference) => string,
): Promise<Orphan[]> {
  const orphans = await collect(left, async (member): Promise<Orphan> => {
    const { reference, state } = await stateOf(client, member, application)
    return { member, reference, address: addressOf(member), state }
  })
  const deletable = orphans.filter(({ state }) => state.is === 'deletable')
  const going = new Set(
    deletable.flatMap(({ state }) => ('live' in state ? [state.live.metadata.uid ?? ''] : [])),
  )
  const user = await inUse(
    client,
    deletable.map(({ reference }) => reference),
    going,
  )
  return orphans.map((orphan) => {
    const { reference, state } = orphan
    const by = state.is === 'deletable' ? user(reference) : undefined
    return by === undefined || !('live' in state)
      ? orphan
      : { ...orphan, state: { is: 'used', by, live: state.live } }
  })
}

function told(
  { address }: Orphan,
  rule: string,
  severity: Finding['severity'],
  { message, why, fix }: { message: string; why: string; fix: string },
): Finding {
  const verdict = rule === 'prune-unserved' ? 'unknown' : 'fail'
  return finding({ rule, severity, verdict, message: `${address} ${message}.`, why, fix }, address)
}

function findingOf(orphan: Orphan, prune: boolean): Finding[] {
  const { state } = orphan
  switch (state.is) {
    case 'deletable':
      if (prune) return []
      return [
        told(orphan, 'orphan', 'notice', {
          message: 'is no longer in the manifests, and stays',
          why: '`prune` is off, and the application still owns it.',
          fix: 'Delete it, with `prune: true` or by hand, or put it back into the manifests.',
        }),
      ]
    case 'protected':
      return [
        told(orphan, 'prune-protected', 'warning', {
          message: 'is no longer in the manifests, and stays',
          why: 'Deleting it would delete data.',
          fix: 'Delete it by hand when nobody needs it, or put it back.',
        }),
      ]
    case 'kept':
      return [
        told(orphan, 'prune-kept', 'notice', {
          message: 'is no longer in the manifests, and stays',
          why: 'Its annotation says that it is to be kept.',
          fix: 'Delete it by hand when nobody needs it, or put it back.',
        }),
      ]
    case 'used':
      return [
        told(orphan, 'prune-in-use', 'notice', {
          message: 'is no longer in the manifests, and stays',
          why: `It is asked for by ${state.by}.`,
          fix: 'Nothing is to be done: a later release deletes it when nothing asks for it any more.',
        }),
      ]
    case 'other':
      return [
        told(orphan, 'prune-other', 'warning', {
          message: `is no longer in the manifests, and is not deleted: it ${state.other.what}`,
          why: state.other.why,
          fix: 'Delete it by hand if nobody needs it. This application forgets it with its next release.',
        }),
      ]
    case 'unserved':
      return [
        told(orphan, 'prune-unserved', 'warning', {
          message: 'is no longer in the manifests, and nobody can tell whether it is there',
          why: 'The cluster serves its kind in no version.',
          fix: 'Put its CustomResourceDefinition back. If that was deleted on purpose, its objects went with it: `allow-prune` lets the application forget them.',
        }),
      ]
    case 'hidden':
    case 'gone':
      return []
  }
}

export interface Limits {
  readonly prune: boolean
  /** How many may be deleted where that is most of them. */
  readonly allowPrune: number
  /** How many objects the application owns. */
  readonly owned: number
}

/** Undefined when what is deleted may be. Manifests that name nothing at all are refused where they are read. */
function tooMany(deleted: number, unserved: number, { allowPrune, owned }: Limits): Finding | undefined {
  const all = deleted + unserved
  const share = deleted >= FEWEST_REFUSED && deleted * 3 > owned
  if (all <= allowPrune || (!share && unserved === 0)) return undefined
  const objects = (count: number) => `${count} of ${owned} objects of the application`
  return finding(
    {
      rule: 'prune-limit',
      severity: 'error',
      verdict: 'fail',
      message: share
        ? `${objects(all)} would be deleted: more than a third.`
        : `${objects(unserved)} would be forgotten: the cluster does not serve their kinds.`,
      why: 'That is more often a mistake in the manifests than what somebody wants.',
      fix: `Put them back into the manifests, or pass \`allow-prune: ${all}\` for this release.`,
    },
    'prune-limit',
  )
}

export interface Pruning {
  readonly deletes: readonly Delete[]
  /** Members that the application does not own any more. */
  readonly forgets: readonly Member[]
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
}

export function planPruning(orphans: readonly Orphan[], limits: Limits): Pruning {
  const { prune } = limits
  const are = (...states: readonly OrphanState['is'][]) =>
    orphans.filter(({ state }) => states.includes(state.is))
  const deletes = prune ? are('deletable') : []
  const unserved = prune ? are('unserved') : []
  const refused = tooMany(deletes.length, unserved.length, limits)
  const change = (action: 'delete' | 'forget', { address, reference }: Orphan, note: string): Change => ({
    action,
    address,
    kind: groupVersionKindOf(reference),
    note,
  })
  return {
    deletes: deletes.map(({ reference, address, member }) => ({ reference, address, uid: member.uid })),
    forgets: [...are('other', 'gone'), ...(refused === undefined ? unserved : [])].map(
      ({ member }) => member,
    ),
    changes: [
      ...deletes.map((orphan) => change('delete', orphan, 'is no longer in the manifests')),
      ...unserved.map((orphan) => change('forget', orphan, 'its kind is served in no version')),
    ],
    findings: [
      ...(refused === undefined ? [] : [refused]),
      ...orphans.flatMap((orphan) => findingOf(orphan, prune)),
    ],
  }
}

/** What is not well of what left the manifests, and is not deleted. */
export function stayingFindings(orphans: readonly Orphan[], deletes: readonly Delete[]): Finding[] {
  const deleted = new Set(deletes.map(({ address }) => address))
  return orphans.flatMap(({ address, state }) => {
    if (deleted.has(address)) return []
    if (state.is === 'hidden') return [hiddenFinding(address, state.refused)]
    return 'live' in state ? unwellFindings([{ address, live: state.live, manifest: undefined }]) : []
  })
}
