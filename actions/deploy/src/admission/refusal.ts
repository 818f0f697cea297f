/** What the API server refuses, as failures on the line of the manifest. */

import { isNotAdmitted } from '#toolkit/kubernetes/diagnose.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { silentWebhook } from '#toolkit/kubernetes/webhooks.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Source } from '#toolkit/model/source.ts'
import { conflictFailure, isFieldConflict } from '../ownership/conflicts.ts'
import { remedyOfRefusal } from '../rollout/remedy.ts'
import { immutableFailure, saysImmutable } from './immutable.ts'
import { placeOfField } from './place-of-field.ts'

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

/** What to do about a webhook that does not answer, as far as the API server says why. */
function cureOfSilence(said: string): string {
  const look =
    '`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations` shows which Service it is. If nothing serves it any more, delete its configuration.'
  if (/x509|certificate/.test(said))
    return `Put the authority of the certificate that it has into \`clientConfig.caBundle\` of its configuration. ${look}`
  if (/service "[^"]*" not found/.test(said)) return `Make the Service that it names, or correct it: ${look}`
  if (/no endpoints available/.test(said))
    return `Look at the pods of that Service: none of them is ready. ${look}`
  if (/deadline exceeded|Client\.Timeout|handshake timeout/.test(said))
    return `Look at what serves it, which takes longer than its \`timeoutSeconds\`: ${look}`
  return `Mend what serves it: ${look}`
}

/** A silent webhook, by its name. */
function silentFailure(
  silent: string,
  error: KubernetesError,
  { address, source }: CompleteManifest,
): Failure {
  return new Failure({
    code: 'WEBHOOK_SILENT',
    what: `The cluster asks the webhook ${silent} about ${address}, and that does not answer.`,
    why: `${error.said}.`,
    fix: cureOfSilence(error.said),
    source,
    cause: error,
  })
}

/** What the API server does not allow, for whatever reason. */
function forbiddenFailure(error: KubernetesError, manifest: CompleteManifest): Failure {
  const { address, node, object } = manifest
  const { said } = error
  const why = `${said}.`
  const [, quota] = /exceeded quota: ([^,]{1,253}),/.exec(said) ?? []
  if (quota !== undefined) {
    return new Failure({
      code: 'QUOTA_EXCEEDED',
      what: `${address} is more than the ResourceQuota ${quota} of its namespace allows.`,
      why,
      fix: `Raise that quota, or delete what nobody needs any more: \`kubectl describe resourcequota ${quota} --namespace ${object.metadata.namespace}\` shows what counts.`,
      source: manifest.source,
      cause: error,
    })
  }
  if (/because it is being terminated/.test(said)) {
    return new Failure({
      code: 'NAMESPACE_TERMINATING',
      what: `The namespace ${object.metadata.namespace} of ${address} is being deleted, and takes nothing new.`,
      why,
      fix: `Start again when it is gone, with the Namespace among the manifests; \`kubectl get namespace ${object.metadata.namespace} --output yaml\` shows in its conditions what holds it. Or correct metadata.namespace.`,
      source: node.get('metadata', 'namespace').source,
      cause: error,
    })
  }
  const isAboutRights = /User "[^"]{0,500}" cannot /.test(said)
  const { fix, source } = isNotAdmitted(said)
    ? remedyOfRefusal(manifest, said)
    : {
        fix: isAboutRights
          ? error.fix
          : 'Give the role of this identity the right, or change the manifest so that the namespace admits it.',
        source: manifest.source,
      }
  return new Failure({
    code: 'CLUSTER_FORBIDDEN',
    what: `The cluster does not allow it for ${address}.`,
    why,
    ...(fix === undefined ? {} : { fix }),
    source,
    cause: error,
  })
}

/** @param live as the object is in the cluster */
export function refusalOf(error: unknown, manifest: CompleteManifest, live?: KubernetesObject): unknown {
  if (!(error instanceof KubernetesError)) return error
  if (isFieldConflict(error)) return conflictFailure(manifest, undefined, error)
  const silent = silentWebhook(error.said)
  if (silent !== undefined) return silentFailure(silent, error, manifest)
  // What is told about a server, or about something in its place, is told as it is.
  if (!error.isJudgement && !error.isAboutObject) return error
  if (saysImmutable(error)) return immutableFailure(error, manifest, live)
  if (error.status === 403) return forbiddenFailure(error, manifest)
  return new Failure({
    code: 'MANIFEST_INVALID',
    what: `The API server refuses ${manifest.address}: ${error.said}.`,
    fix: cureOf(error.said),
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
