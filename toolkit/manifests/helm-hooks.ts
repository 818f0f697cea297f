/** Hooks of Helm: `helm template` writes them beside all other objects, and only Helm itself runs them. */
import { Failure } from '../model/failure.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { CompleteManifest } from './manifest.ts'

const HOOK = 'helm.sh/hook'

/** What Helm does on an install or an upgrade, which a release is. */
const released: readonly string[] = [
  'crd-install',
  'pre-install',
  'post-install',
  'pre-upgrade',
  'post-upgrade',
]
/** What it does on other occasions, which a release never is. */
const unreleased: readonly string[] = [
  'test',
  'test-success',
  'test-failure',
  'pre-delete',
  'post-delete',
  'pre-rollback',
  'post-rollback',
]

/** The hooks that an object is; undefined when it is an ordinary one. */
function hooksOf({ object }: CompleteManifest): readonly string[] | undefined {
  return object.metadata.annotations?.[HOOK]?.split(',').map((each) => each.trim())
}

function unknownHook({ address, node }: CompleteManifest, hook: string): Failure {
  return new Failure({
    code: 'MANIFEST_INVALID',
    what: `${address} is a hook of Helm that there is none of: \`${hook}\`.`,
    why: 'Helm leaves such an object out without a word.',
    fix: `Write one of ${[...released, ...unreleased].join(', ')}, or take the annotation ${HOOK} away.`,
    source: node.get('metadata', 'annotations', HOOK).source,
  })
}

function leftOut({ address, node }: CompleteManifest, hooks: readonly string[]): Finding {
  return finding(
    {
      rule: 'helm-hook',
      severity: 'notice',
      verdict: 'fail',
      message: `${address} is left out: it is a hook of Helm (${hooks.join(', ')}).`,
      why: 'Helm runs it when a chart is tested, deleted or rolled back, and a release is none of these.',
      fix: `To release it, take the annotation ${HOOK} away; \`helm template --no-hooks\` writes no hooks at all.`,
      source: node.get('metadata', 'annotations', HOOK).source,
    },
    address,
  )
}

function ordinary({ address, node }: CompleteManifest, hooks: readonly string[]): Finding {
  return finding(
    {
      rule: 'helm-hook',
      severity: 'warning',
      verdict: 'fail',
      message: `${address} is a hook of Helm (${hooks.join(', ')}), and is applied as an ordinary object.`,
      why: 'Only Helm runs hooks: when it would, helm.sh/hook-weight and helm.sh/hook-delete-policy are ignored here, and a Job that has run does not run again.',
      fix: `Take the annotation ${HOOK} away where that is meant. What has to be done before or after each release is a step of the workflow, such as migrate.`,
      source: node.get('metadata', 'annotations', HOOK).source,
    },
    address,
  )
}

export interface Hooked {
  /** Those that are released. */
  readonly manifests: readonly CompleteManifest[]
  /** What people are told of each hook. */
  readonly findings: readonly Finding[]
  /** Hooks that Helm does not know. */
  readonly problems: readonly Failure[]
}

/** An object that is several hooks is released if one of them is of a release. */
export function withoutHooks(manifests: readonly CompleteManifest[]): Hooked {
  const judged = manifests.map((manifest) => {
    const hooks = hooksOf(manifest)
    const unknown = hooks?.find((each) => !released.includes(each) && !unreleased.includes(each))
    return { manifest, hooks, unknown, isReleased: hooks?.some((each) => released.includes(each)) ?? true }
  })
  return {
    manifests: judged.flatMap(({ manifest, isReleased }) => (isReleased ? [manifest] : [])),
    findings: judged.flatMap(({ manifest, hooks, isReleased }) => {
      if (hooks === undefined) return []
      return [isReleased ? ordinary(manifest, hooks) : leftOut(manifest, hooks)]
    }),
    problems: judged.flatMap(({ manifest, unknown }) =>
      unknown === undefined ? [] : [unknownHook(manifest, unknown)],
    ),
  }
}
