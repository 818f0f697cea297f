/** What the API server does not let be changed in place, and takes anew. */
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { groupKindOf } from '#toolkit/kubernetes/kinds.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { Finding } from '#toolkit/model/finding.ts'
import { immutableFailure } from '../admission/immutable.ts'
import { type Judging, judgedAnew } from '../admission/validate.ts'
import { mayBeRecreated, neverRecreated, RECREATE, WHEN_IMMUTABLE } from '../release/recreate.ts'
import type { Found } from './find.ts'

function codeOf(refusal: unknown): string | undefined {
  return failuresIn(refusal)[0]?.code
}

/**
 * What is told of an object that is to be deleted and made again; undefined when it is refused for what it is, and not
 * for what it was.
 * @param refusal why it cannot be changed in place
 * @throws Failure MANIFEST_IMMUTABLE when its manifest does not ask for it, RECREATE_REFUSED when no release does that,
 * and what the API server refuses about the new object
 */
export async function recreation(
  judging: Judging,
  { manifest, live, other, plural }: Found,
  error: unknown,
  refusal: unknown,
): Promise<Finding[] | undefined> {
  const code = codeOf(refusal)
  if (live === undefined || !(error instanceof KubernetesError)) return undefined
  if (code !== 'MANIFEST_IMMUTABLE' && (code !== 'MANIFEST_INVALID' || error.status !== 422)) return undefined
  const { address, object, source } = manifest
  const asked = other === undefined && mayBeRecreated(object)
  const never = neverRecreated(groupKindOf(object), live)
  if (code === 'MANIFEST_IMMUTABLE') {
    if (!asked) return undefined
    if (never === undefined) return judgedAnew(judging, manifest, plural)
  } else {
    // A rule of its kind may forbid a change in any words: then a new object is taken.
    const notices = await judgedAnew(judging, manifest, plural).catch((anew: unknown) => {
      if (failuresIn(anew).some((each) => each.source !== undefined)) return undefined
      throw anew
    })
    if (notices === undefined || notices.length > 0) return undefined
    if (!asked) throw immutableFailure(error, manifest, live)
    if (never === undefined) return notices
  }
  throw new Failure({
    code: 'RECREATE_REFUSED',
    what: `${address} cannot be changed so in place, and no release deletes it to make it again.`,
    why: `It has the annotation \`${RECREATE}: ${WHEN_IMMUTABLE}\`; but ${never}.`,
    fix: 'Put back what it was, or give the object another name and move what it holds.',
    source,
    cause: error,
  })
}
