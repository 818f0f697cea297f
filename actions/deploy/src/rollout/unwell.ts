/** What of an application is not as its manifests want it. */
import type { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { healthOf, isAwaited } from '#toolkit/kubernetes/health/index.ts'
import type { Health } from '#toolkit/kubernetes/health.ts'
import { groupKindOf } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, valueAt } from '#toolkit/kubernetes/object.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Source } from '#toolkit/model/source.ts'

/** A suspended object is as it should be when its manifest says so; else somebody is asked to let it go on. */
function isAsked(asked: KubernetesObject, health: Health): boolean {
  return health.state === 'suspended' && valueAt(asked, health.by) === true
}

/**
 * Whether a release fails for it, or waits. What nobody waits for, such as a claim that no pod uses yet, may still be on
 * its way.
 * @param asked what its manifest says, or itself when it has none any more
 */
export function isUnwell(asked: KubernetesObject, health: Health): boolean {
  const { state } = health
  if (state === 'failed' || state === 'deleting') return true
  return isAwaited(groupKindOf(asked)) && state !== 'ready' && state !== 'unknown' && !isAsked(asked, health)
}

/** A member of an application as it is in the cluster. */
export interface Seen {
  readonly address: string
  readonly live: KubernetesObject
  /** Its manifest; undefined when it has left them and stays. */
  readonly manifest: { readonly object: KubernetesObject; readonly source: Source } | undefined
}

/** Of a member that has left the manifests, and that nobody may look at: no release needs that right any more. */
export function hiddenFinding(address: string, refused: KubernetesError): Finding {
  return finding(
    {
      rule: 'unhealthy',
      severity: 'notice',
      verdict: 'unknown',
      message: `Whether ${address} is well cannot be told. It is no longer in the manifests, and the application still owns it.`,
      why: refused.why ?? refused.what,
      fix: 'Delete it, with `prune: true` or by hand, or let this identity read it.',
    },
    address,
  )
}

/** Never an error: what is planned may be its cure. */
export function unwellFindings(members: readonly Seen[]): Finding[] {
  return members.flatMap(({ address, live, manifest }) => {
    const health = healthOf(live)
    if (!isUnwell(manifest?.object ?? live, health)) return []
    return [
      finding(
        {
          rule: 'unhealthy',
          severity: 'warning',
          verdict: 'fail',
          message: `${address} is not well: ${health.reason}.`,
          why:
            manifest === undefined
              ? 'It is no longer in the manifests, and the application still owns it; no release waits for it.'
              : 'So it is now. An apply waits for it, and fails when it does not get well.',
          fix:
            manifest === undefined
              ? 'Delete it, with `prune: true` or by hand, or put it back into the manifests.'
              : 'Look at its status, its events and its pods, unless this release is its cure.',
          ...(manifest === undefined ? {} : { source: manifest.source }),
        },
        address,
      ),
    ]
  })
}
