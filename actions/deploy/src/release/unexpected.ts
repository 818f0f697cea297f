/** A new object that was not dry-run again, held against what was expected of it when it was reviewed. */
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { isMapping } from '#toolkit/sources/node.ts'
import { clean } from '../preview/diff.ts'
import { madeOf } from '../preview/expected.ts'

/** More are counted. */
const MOST = 5

/** The fields that are not as they were sent, and those that nobody has sent; without their values. */
function otherFields(sent: unknown, made: unknown, at = ''): { changed: string[]; added: string[] } {
  if (sent === undefined) return { changed: [], added: [at] }
  const inner =
    isMapping(sent) && isMapping(made)
      ? Object.keys({ ...sent, ...made }).map((key) =>
          otherFields(sent[key], made[key], at === '' ? key : `${at}.${key}`),
        )
      : Array.isArray(sent) && Array.isArray(made) && sent.length === made.length
        ? sent.map((item, index) => otherFields(item, made[index], `${at}[${index}]`))
        : undefined
  if (inner !== undefined)
    return { changed: inner.flatMap(({ changed }) => changed), added: inner.flatMap(({ added }) => added) }
  return { changed: JSON.stringify(sent) === JSON.stringify(made) ? [] : [at], added: [] }
}

function listed(fields: readonly string[]): string {
  const more = fields.length - MOST
  return [...fields.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join(', ')
}

/**
 * @param made as the API server has answered
 * @param expected as `madeOf` told it; undefined when it was dry-run just now
 * @throws Failure OBJECT_UNEXPECTED
 */
export function checkMade(
  { object, address, source }: CompleteManifest,
  made: KubernetesObject,
  expected: string | undefined,
): void {
  if (expected === undefined || madeOf(made, object.metadata) === expected) return
  const { changed, added } = otherFields(clean(object), clean(made))
  const seen =
    changed.length > 0
      ? `Not as the manifest has it: ${listed(changed)}`
      : `Not in the manifest: ${listed(added)}`
  throw new Failure({
    code: 'OBJECT_UNEXPECTED',
    what: `${address} was made, and is not what the API server said when it was reviewed.`,
    why: `Something decides about it that cannot be seen, such as another API server's version or plugin, or the review does not say what was answered. ${seen}.`,
    fix: 'Look at the object. If it is right, run the job again: it is taken as it is then; else find out what has changed it, and open a pull request.',
    source,
  })
}
