/** What left the manifests. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { addressOf, type Reference, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import type { Change } from '#toolkit/model/change.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Deployment } from './deployment.ts'
import { readInventory, sameReference } from './inventory.ts'

/** Deleting one of these deletes data, or everything in it: a person does that. */
const protectedKinds = new Set([
  'CustomResourceDefinition',
  'Namespace',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'StatefulSet',
])

/** `apps/v1 Deployment` */
export function kindOf({ apiVersion, kind }: { apiVersion: string; kind: string }): string {
  return `${apiVersion} ${kind}`
}

/** What the application owned, and the manifests no longer name. */
export function orphans(members: readonly Reference[], manifests: readonly CompleteManifest[]): Reference[] {
  return members.filter(
    (member) => !manifests.some(({ object }) => sameReference(member, referenceTo(object))),
  )
}

export async function planPruning(
  client: KubernetesClient,
  deployment: Deployment,
): Promise<{ changes: Change[]; findings: Finding[] }> {
  if (!deployment.prune) return { changes: [], findings: [] }
  const { members } = await readInventory(client, deployment.application)
  const gone = orphans(members, deployment.manifests.manifests)
  const kept = gone.filter(({ kind }) => protectedKinds.has(kind))
  return {
    changes: gone
      .filter(({ kind }) => !protectedKinds.has(kind))
      .map((reference) => ({
        action: 'delete',
        address: addressOf(reference),
        kind: kindOf(reference),
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
