/** What the jobs may do in the cluster: the manifests of k8s/trust, and the proof that they hold. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { readManifests } from '#toolkit/manifests/folder.ts'

const root = join(import.meta.dirname, '../..')

/** What is applied for repositories that release into the whole cluster. */
export function clusterTrust(): KubernetesObject[] {
  return readManifests(root, 'k8s/trust/cluster').manifests.map(({ object }) => object)
}

/** What is applied for a repository of one namespace, whose name `shop` stands for; as its README says it. */
export function namespaceTrust(namespace: string): KubernetesObject[] {
  return readManifests(root, 'k8s/trust/namespace').manifests.map(({ object }) =>
    JSON.parse(JSON.stringify(object).replaceAll('shop', namespace)),
  )
}

/** Lets previews read more Secrets than the platform's own: what an owner adds to preview-secrets-role.yaml. */
export async function letPreviewRead(admin: KubernetesClient, secrets: readonly string[]): Promise<void> {
  const name = `test-${secrets.join('-')}`
  const group = 'rbac.authorization.k8s.io'
  const rules = [
    { apiGroups: [''], resources: ['secrets'], resourceNames: secrets, verbs: ['get', 'create', 'patch'] },
  ]
  const apply = { fieldManager: 'sandbox', force: false, dryRun: false }
  const apiVersion = `${group}/v1`
  await admin.apply({ apiVersion, kind: 'ClusterRole', metadata: { name }, rules }, apply)
  await admin.apply(
    {
      apiVersion,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: group, kind: 'ClusterRole', name },
      subjects: [{ apiGroup: group, kind: 'Group', name: 'gha:preview' }],
    },
    apply,
  )
}

/**
 * Admission policies are compiled in the background: the preview is safe only once a write is really refused.
 * @param patience milliseconds
 */
export async function untilPreviewIsRefused(admin: KubernetesClient, patience: number): Promise<void> {
  const url = '/api/v1/namespaces/default/configmaps'
  const impersonated = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { generateName: 'probe-' } }
  const deadline = Date.now() + patience
  for (;;) {
    try {
      const made = await admin.raw<KubernetesObject>('POST', url, impersonated, {
        'impersonate-user': 'probe',
        'impersonate-group': 'gha:preview',
      })
      await admin.raw('DELETE', `${url}/${made.metadata.name}`)
    } catch (error) {
      if (error instanceof KubernetesError && error.said.includes('a preview may only dry-run')) return
      // Forbidden without our message: RBAC has not seen the binding yet.
      if (!(error instanceof KubernetesError)) throw error
    }
    if (Date.now() > deadline) throw new Error('the preview policy is not enforced')
    await sleep(50)
  }
}
