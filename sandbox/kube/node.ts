/** The simulated node, and how kwok plays what runs on it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'

/** What containers say: the one that is called by the name of the file. */
function logs(): string {
  const folder = join(import.meta.dirname, 'logs')
  const spoken = readdirSync(folder).map((name) => {
    const file = join(folder, name)
    return { containers: [parse(name).name], logsFile: file, previousLogsFile: file }
  })
  const metadata = { name: 'spoken' }
  return JSON.stringify({
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'ClusterLogs',
    metadata,
    spec: { logs: spoken },
  })
}

/** kwok's configuration. */
export function stages(): string {
  const folder = join(import.meta.dirname, 'stages')
  const files = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return [...files, `${logs()}\n`].join('---\n')
}

export const node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: 'sandbox-1',
    labels: {
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/hostname': 'sandbox-1',
    },
    annotations: { 'kwok.x-k8s.io/node': 'fake' },
  },
}

/** @param patience milliseconds */
export async function untilNodeIsReady(admin: KubernetesClient, patience: number): Promise<void> {
  const deadline = Date.now() + patience
  for (;;) {
    const [first] = await admin.list({ apiVersion: 'v1', kind: 'Node' })
    const { conditions = [] } = (first?.['status'] ?? {}) as {
      conditions?: { type: string; status: string }[]
    } // core/v1 NodeStatus
    if (conditions.some((condition) => condition.type === 'Ready' && condition.status === 'True')) return
    if (Date.now() > deadline) throw new Error('the simulated node does not become ready')
    await sleep(50)
  }
}

/** What a controller makes is there once all of them were made: a manager that loses the API server before that ends. */
export async function untilControllersRun(admin: KubernetesClient, patience: number): Promise<void> {
  const deadline = Date.now() + patience
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', namespace: 'default', name: 'default' }
  while ((await admin.get(account)) === undefined) {
    if (Date.now() > deadline) throw new Error('the controllers do not begin')
    await sleep(50)
  }
}
