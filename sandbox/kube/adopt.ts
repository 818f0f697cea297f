/** A cluster that is there already, instead of the sandbox's own. */
import { clientFor, readCluster } from './client.ts'
import type { Kubernetes } from './kubernetes.ts'

/** It is reached with the kubeconfig's own credential, and never stopped. */
export async function adoptKubernetes(kubeconfigFile: string): Promise<Kubernetes> {
  const cluster = readCluster(kubeconfigFile)
  return {
    url: cluster.server,
    caPem: cluster.certificateAuthority ?? '',
    adminKubeconfig: kubeconfigFile,
    inputs: { kubeconfig: kubeconfigFile },
    pids: [],
    admin: () => clientFor(cluster),
    authenticate: () => Promise.reject(new Error('whom a given cluster lets in is not ours to say')),
    restartApiServer: () =>
      Promise.reject(new Error('the API server of a given cluster is not ours to restart')),
    stop: async () => undefined,
  }
}
