/**
 * What the API server makes of a new object. When a reviewed plan has asked it, and nothing by which it decides is
 * another thing since, it is not asked again: a second dry run would tell nothing new.
 */
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { shortHash } from '#toolkit/model/canonical.ts'
import { type Change, changeDigest } from '#toolkit/model/change.ts'
import type { Review } from '#toolkit/model/review.ts'
import { isMapping } from '#toolkit/sources/node.ts'
import { extensionsOf } from '../admission/extensions.ts'
import { groundsOf, isPlain } from '../admission/grounds.ts'
import { clean } from './diff.ts'
import type { Found } from './find.ts'

/** What the API server chooses for a Service, another thing each time. */
const chosen = ['clusterIP', 'clusterIPs', 'healthCheckNodePort']

function withoutChosen(spec: unknown): unknown {
  if (!isMapping(spec)) return spec
  const { ports, ...rest } = spec
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !chosen.includes(key)))
  const numbered = Array.isArray(ports)
    ? ports.map((port) => (isMapping(port) ? { ...port, nodePort: undefined } : port))
    : ports
  return { ...kept, ports: numbered }
}

/**
 * A short hash of a new object as the API server answers it, without what it does not decide by its grounds.
 * @param place in which it will be, where it was asked for elsewhere
 */
export function madeOf(answer: KubernetesObject, { name, namespace }: KubernetesObject['metadata']): string {
  const { metadata, ...rest } = clean({ ...answer, metadata: { ...answer.metadata, name, namespace } })
  const { spec, ...others } = rest
  const isService = groupKindOf(answer) === knownKinds.service
  return shortHash({ ...others, metadata, spec: isService ? withoutChosen(spec) : spec })
}

interface Seen {
  readonly grounds: string
  /** Whether nobody but the API server decides about an object, and by nothing else than the grounds. */
  isDecided(found: Found): boolean
}

type Looking = Parameters<typeof groundsOf>[0] & Parameters<typeof extensionsOf>[0]

/** What a plan is for. */
interface Purpose {
  readonly applies: boolean
  readonly looksForDrift?: boolean
  readonly looksForReview?: boolean
}

/**
 * By what the API server decides, where it matters: for a plan that is shown, and for one of which that is asked.
 * @returns undefined where it does not, or cannot be seen
 */
export async function lookFor(
  { applies, looksForDrift = false, looksForReview = false }: Purpose,
  client: Looking,
  manifests: readonly CompleteManifest[],
): Promise<Seen | undefined> {
  if (applies ? !looksForReview : looksForDrift) return undefined
  const objects = manifests.map(({ object }) => object)
  const [grounds, extensions] = await Promise.all([groundsOf(client, objects), extensionsOf(client, objects)])
  if (grounds === undefined || extensions === undefined) return undefined
  return {
    grounds,
    isDecided: ({ manifest: { object }, served, plural, live, other, goes = false }) =>
      served &&
      live === undefined &&
      other === undefined &&
      !goes &&
      isPlain(object) &&
      !extensions.mayBeAskedAbout(object, plural),
  }
}

/** What a plan expects, and what one that was reviewed has expected. */
export interface Expecting {
  /** Of the plan. */
  readonly grounds?: string | undefined
  /**
   * What is expected of a new object by the answer of its dry run; undefined where that may become another thing.
   */
  expectedOf(found: Found, answer: KubernetesObject): string | undefined
  /** What was expected of an object that need not be dry-run again; undefined for all others. */
  recalled(found: Found, change: Change): string | undefined
}

const nothing: Expecting = { expectedOf: () => undefined, recalled: () => undefined }

/** For a plan that is shown. */
export function expectingOf(seen: Seen | undefined): Expecting {
  if (seen === undefined) return nothing
  return {
    ...nothing,
    grounds: seen.grounds,
    expectedOf: (found, answer) =>
      seen.isDecided(found) ? madeOf(answer, found.manifest.object.metadata) : undefined,
  }
}

/**
 * For a plan that is applied.
 * @param review of it, as somebody vouches for it
 */
export function recalling(
  seen: Seen | undefined,
  review: Review | undefined,
  hasReviewedBytes: (manifest: CompleteManifest) => boolean,
): Expecting {
  if (seen === undefined || review?.grounds !== seen.grounds) return nothing
  const reviewed = new Map(review.changes.map((change) => [change.address, change]))
  return {
    ...nothing,
    recalled: (found, change) => {
      const known = reviewed.get(change.address)
      if (known?.expected === undefined || known.digest !== changeDigest(change)) return undefined
      return seen.isDecided(found) && hasReviewedBytes(found.manifest) ? known.expected : undefined
    },
  }
}
