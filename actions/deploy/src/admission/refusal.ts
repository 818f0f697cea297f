/** What the API server refuses, as failures on the line of the manifest. */

import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { silentWebhook } from '#toolkit/kubernetes/webhooks.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Source } from '#toolkit/model/source.ts'
import { conflictFailure, isFieldConflict } from '../ownership/conflicts.ts'
import { placeOfField } from './place-of-field.ts'

/** Whether a field is refused because it never changes. The message quotes the manifest: it may have any length. */
function isImmutable(message: string): boolean {
  const forbidden = message.search(/updates to /i)
  const updates = forbidden >= 0 && /are forbidden/i.test(message.slice(forbidden))
  return updates || /immutable|may not be changed/i.test(message)
}

/** A refusal to show what is there now, in the API server's own words, on the line of the manifest. */
export function atItsPlace(error: unknown, { source }: CompleteManifest): unknown {
  if (!(error instanceof KubernetesError) || !error.isJudgement) return error
  const { code, what, why, fix } = error
  return new Failure({
    code,
    what,
    ...(why === undefined ? {} : { why }),
    ...(fix === undefined ? {} : { fix }),
    source,
    cause: error,
  })
}

/** The field that a refusal is about: as a cause names it, or as strict validation does: `.spec.replica: field not …` */
function placeOf({ causes, said }: KubernetesError, { node, source }: CompleteManifest): Source {
  const [cause] = causes
  if (cause?.field !== undefined) return node.get(...placeOfField(node.value, cause.field)).source
  if (/^namespaces "[^"]*" not found$/.test(said)) return node.get('metadata', 'namespace').source
  const typed = said.lastIndexOf('): .')
  const field = typed < 0 ? undefined : said.slice(typed + 4).split(': ')[0]
  return field === undefined ? source : node.get(...placeOfField(node.value, field)).source
}

/** What to do about the mistakes that are made most. */
function cureOf(said: string): string {
  if (/^namespaces "[^"]*" not found$/.test(said))
    return 'Add the Namespace to the manifests, or correct metadata.namespace.'
  if (said.includes('field not declared in schema'))
    return 'Correct the name of the field: this kind has none such.'
  if (said.includes('expected string, got')) return 'Put the value in quotes: it must be a text.'
  if (said.includes('expected numeric')) return 'Write the value without quotes: it must be a number.'
  return 'Correct the manifest.'
}

export function refusalOf(error: unknown, manifest: CompleteManifest): unknown {
  if (!(error instanceof KubernetesError)) return error
  if (isFieldConflict(error)) return conflictFailure(manifest, undefined, error)
  const silent = silentWebhook(error.said)
  if (silent !== undefined) {
    return new Failure({
      code: 'WEBHOOK_SILENT',
      what: `The cluster asks the webhook ${silent} about ${manifest.address}, and that does not answer.`,
      why: `${error.said}.`,
      fix: `Mend what serves it: \`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations\` shows which Service that is. If nothing serves it any more, delete its configuration.`,
      source: manifest.source,
      cause: error,
    })
  }
  // What is told about a server, or about something in its place, is told as it is.
  if (!error.isJudgement && !error.isAboutObject) return error
  if (error.status === 403) {
    return new Failure({
      code: 'CLUSTER_FORBIDDEN',
      what: `The cluster does not allow it for ${manifest.address}.`,
      why: `${error.said}.`,
      fix: 'Give the role of this identity the right, or change the manifest so that the namespace admits it.',
      source: manifest.source,
      cause: error,
    })
  }
  const immutable = isImmutable(error.said)
  return new Failure({
    code: immutable ? 'MANIFEST_IMMUTABLE' : 'MANIFEST_INVALID',
    what: `The API server refuses ${manifest.address}: ${error.said}.`,
    fix: immutable
      ? 'Give the object another name: this field cannot be changed in place.'
      : cureOf(error.said),
    source: placeOf(error, manifest),
    cause: error,
  })
}

/**
 * What keeps one object from being applied, as findings of it: the rest of the plan is shown all the same.
 * @throws what is about no object
 */
export function refusedFindings(error: unknown, { address }: CompleteManifest): Finding[] {
  const failures = failuresIn(error)
  if (failures.length === 0 || failures.some(({ source }) => source === undefined)) throw error
  return failures.map(({ code, what, why, fix, source }) =>
    finding(
      {
        rule: code.toLowerCase().replaceAll('_', '-'),
        severity: 'error',
        verdict: 'fail',
        message: what,
        why: why ?? 'Nothing of this plan is applied before that is mended.',
        fix: fix ?? 'Correct the manifest.',
        source,
      },
      `${address} ${what}`,
    ),
  )
}
