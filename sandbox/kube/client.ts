/** How the sandbox itself reaches a cluster: with all rights, for setting the stage. */
import { readFileSync } from 'node:fs'
import { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { type Cluster, clusterFromKubeconfig } from '#toolkit/kubernetes/cluster.ts'
import type { Certificates } from '../pki/certificates.ts'

const quiet = {
  colour: false,
  info: () => undefined,
  debug: () => undefined,
  group: <T>(_title: string, work: () => Promise<T>) => work(),
  progress: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  failure: () => undefined,
}

export function clientFor(cluster: Cluster): KubernetesClient {
  return new KubernetesClient({
    cluster,
    concurrency: 4,
    known: true,
    signal: new AbortController().signal,
    random: Math.random,
    clock: () => new Date(),
    log: quiet,
    env: {},
  })
}

export function kubeconfig(server: string, certificates: Certificates, user: string): string {
  const data = (name: string) => Buffer.from(certificates.pem(name)).toString('base64')
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'sandbox',
    contexts: [{ name: 'sandbox', context: { cluster: 'sandbox', user } }],
    clusters: [{ name: 'sandbox', cluster: { server, 'certificate-authority-data': data('ca.crt') } }],
    users: [
      {
        name: user,
        user: { 'client-certificate-data': data(`${user}.crt`), 'client-key-data': data(`${user}.key`) },
      },
    ],
  })
}

export function readCluster(kubeconfigFile: string): Cluster {
  return clusterFromKubeconfig(readFileSync(kubeconfigFile, 'utf8'), kubeconfigFile)
}
