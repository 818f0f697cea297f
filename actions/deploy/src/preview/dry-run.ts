/** What applying one object would change. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { isNotFound, KubernetesError } from '#toolkit/kubernetes/error.ts'
import { groupVersionKindOf } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import type { Change } from '#toolkit/model/change.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { immutableWords } from '../admission/immutable.ts'
import { refusalOf } from '../admission/refusal.ts'
import { judgedAnew, judgedByDefinition, judgedElsewhere } from '../admission/validate.ts'
import { termsOf } from '../ownership/owner.ts'
import { preview } from '../ownership/takeover.ts'
import { silentOwn } from '../release/lag.ts'
import { type Fields, sensitiveIn } from '../secrets/secret.ts'
import { created, difference, replacedSecrets } from './diff.ts'
import type { Expecting } from './expected.ts'
import type { Context, Found } from './find.ts'
import { recreation } from './recreation.ts'

export interface Planned {
  readonly manifest: CompleteManifest
  readonly change: Change
  readonly warnings: readonly string[]
  readonly notices: readonly Finding[]
  /** As it is in the cluster; undefined when it is not there. */
  readonly live: KubernetesObject | undefined
  /** What is sent and shown to nobody, and what that takes the place of; undefined when there is no such thing. */
  readonly sensitive: { readonly sent: unknown; readonly replaced?: unknown } | undefined
  /** What was expected of it when it was reviewed, if it was not dry-run again. */
  readonly recalled?: string
}

/** What is said of an object whose namespace is not there yet. */
const EARLY = 'its namespace is made by this release'

/** Whether the API server refuses what an object is, as its kind is now. */
function isInvalid(refusal: unknown): boolean {
  return failuresIn(refusal).some(({ code }) => code === 'MANIFEST_INVALID')
}

/** Whether an object cannot be made because its namespace is not there. */
function lacksNamespace(error: unknown, namespace: string | undefined): boolean {
  return (
    error instanceof KubernetesError &&
    isNotFound(error) &&
    error.said === `namespaces "${namespace}" not found`
  )
}

function homeless({ address, node, object: { metadata } }: CompleteManifest): Failure {
  return new Failure({
    code: 'NAMESPACE_MISSING',
    what: `The namespace ${metadata.namespace} of ${address} is neither in the cluster nor in the manifests.`,
    fix: 'Add it to the manifests (`kind: Namespace`), or correct metadata.namespace.',
    source: node.get('metadata', 'namespace').source,
  })
}

/** Its release may be the webhook's cure: nothing keeps it from going on. */
function unasked({ address, source }: CompleteManifest, webhook: string): Finding {
  return finding(
    {
      rule: 'webhook-silent',
      severity: 'warning',
      verdict: 'unknown',
      message: `What becomes of ${address} cannot be told: the webhook ${webhook} does not answer.`,
      why: 'It comes with this release. An apply waits until what serves it is ready, and asks it then.',
      fix: 'Look at what serves it, unless this release is its cure.',
      source,
    },
    address,
  )
}

/** Whether a namespace is there; who may not look is told when it is applied. */
async function isThere(client: KubernetesClient, name: string): Promise<boolean> {
  try {
    return (await client.get({ apiVersion: 'v1', kind: 'Namespace', name })) !== undefined
  } catch (error) {
    if (error instanceof KubernetesError && error.code === 'CLUSTER_FORBIDDEN') return true
    throw error
  }
}

/**
 * @param absent namespaces that the release makes, and that are not there yet
 * @throws Failure of what keeps the object from being applied
 */
export async function dryRun(
  client: KubernetesClient,
  found: Found,
  { made, forced, force, application, rights, defined, webhooks }: Context,
  absent: ReadonlySet<string>,
  expecting: Pick<Expecting, 'expectedOf' | 'recalled'>,
): Promise<Planned> {
  const { manifest, served, plural, live, other, goes = false } = found
  const { object, address, source } = manifest
  const base = { address, kind: groupVersionKindOf(object), source }
  const sent = sensitiveIn(object as unknown as Fields) // parsed from YAML
  const planned = (
    change: Omit<Change, 'address' | 'kind' | 'source'>,
    warnings: readonly string[] = [],
    replaced?: unknown,
  ): Planned => {
    // What stays as it is sends nothing.
    const counts = change.action !== 'none' && (sent ?? replaced) !== undefined
    return {
      manifest,
      change: { ...base, ...change },
      warnings,
      notices: [],
      live,
      sensitive: counts ? { sent, replaced } : undefined,
    }
  }
  const { namespace } = object.metadata
  const judging = { client, application, rights }
  const kind = defined.get(groupVersionKindOf(object))
  const judged = kind === undefined ? [] : await judgedByDefinition(judging, manifest, kind.schema)
  if (!served) {
    // No dry run tells it of a kind that is not there.
    if (namespace !== undefined && !made.has(namespace) && !(await isThere(client, namespace)))
      throw homeless(manifest)
    const note = 'its kind is defined by this release'
    return { ...planned({ action: 'create', after: created(object), note }), notices: judged }
  }
  const makes = { action: 'create', after: created(object) } as const
  const expectedFrom = (answer: KubernetesObject | undefined) => {
    const expected = answer === undefined ? undefined : expecting.expectedOf(found, answer)
    return expected === undefined ? {} : { expected }
  }
  const early = async (): Promise<Planned> => {
    const { notices, made: answer } =
      kind === undefined
        ? await judgedElsewhere(judging, manifest, plural)
        : { notices: judged, made: undefined }
    return { ...planned({ ...makes, note: EARLY, ...expectedFrom(answer) }), notices }
  }
  const isEarly = namespace !== undefined && absent.has(namespace)
  const recalled = expecting.recalled(found, { ...base, ...makes })
  if (recalled !== undefined) return { ...planned(isEarly ? { ...makes, note: EARLY } : makes), recalled }
  if (isEarly) return early()
  if (goes) {
    const note = 'it is being deleted, with all that is in it, and made again when it is gone'
    const notices = await judgedAnew(judging, manifest, plural)
    return { ...planned({ action: 'create', after: created(object), note }), notices }
  }
  try {
    const terms = termsOf(application, live, other !== undefined || force, forced.includes(address))
    const { body, warnings, from, notices } = await preview(client, manifest, live, terms)
    if (live === undefined)
      // What the server says about it is told again, and so asked for again.
      return planned({ ...makes, ...(warnings.length === 0 ? expectedFrom(body) : {}) }, warnings)
    const changed = difference(live, body)
    const notes = [
      ...(other === undefined ? [] : [`it ${other.what}`]),
      ...(from.length === 0 ? [] : [`what ${from.join(', ')} applied becomes ours`]),
    ]
    const note = notes.length === 0 ? {} : { note: notes.join('; ') }
    if (other === undefined && changed === undefined)
      return { ...planned({ action: 'none' }, warnings), notices }
    const action = other === undefined ? 'update' : 'import'
    return {
      ...planned({ action, ...changed, ...note }, warnings, replacedSecrets(live, body)),
      notices,
    }
  } catch (error) {
    if (!lacksNamespace(error, namespace)) {
      const refusal = refusalOf(error, manifest, live)
      const silent = silentOwn(refusal, { webhooks })
      if (silent !== undefined) {
        const note = `${silent}, which comes with this release, does not answer now`
        const action = live === undefined ? 'create' : other === undefined ? 'update' : 'import'
        return { ...planned({ action, after: created(object), note }), notices: [unasked(manifest, silent)] }
      }
      // The definition that the release brings takes it, or it would have been refused by now.
      if (kind === undefined || judged.length > 0 || !isInvalid(refusal)) {
        const anew = await recreation(judging, found, error, refusal)
        if (live === undefined || anew === undefined) throw refusal
        const note = `it is deleted and made again: ${immutableWords(error, manifest, live)}`
        // As when it is made alone: what is left of it to do when a run was cut off in between.
        const change = { action: 'replace', after: created(object), note } as const
        return { ...planned(change), notices: anew }
      }
      const action = live === undefined ? 'create' : 'update'
      const note = 'its kind is changed by this release'
      return { ...planned({ action, after: created(object), note }), notices: judged }
    }
    if (namespace !== undefined && made.has(namespace)) return early()
    throw homeless(manifest)
  }
}
