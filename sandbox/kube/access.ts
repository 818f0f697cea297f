/** What the jobs may do in the cluster: access.yaml beside this, and the proof that it holds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { readYaml } from '#toolkit/sources/yaml.ts'

export function accessObjects(): KubernetesObject[] {
  const file = 'sandbox/kube/access.yaml'
  const text = readFileSync(join(import.meta.dirname, 'access.yaml'), 'utf8')
  return readYaml(text, file).map((document) => KubernetesObject.parse(document.value))
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
