/** A real Kubernetes control plane on loopback, with simulated nodes, that trusts the sandbox's OIDC issuer. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { type Daemon, freePort, startDaemon } from '#toolkit/process/daemon.ts'
import type { CacheOptions } from '../cache/cache.ts'
import { uncollected } from '../cache/go-program.ts'
import { dataFolder } from '../memory/memory.ts'
import type { CertificateRequest, Certificates } from '../pki/certificates.ts'
import { authentication, type Trusted } from './authentication.ts'
import { clientFor, kubeconfig, readCluster } from './client.ts'
import { node, stages, untilControllersRun, untilNodeIsReady } from './node.ts'
import { prepareControlPlane } from './programs.ts'
import { clusterTrust, namespaceTrust, untilPreviewIsRefused } from './trust.ts'

const SERVICE_CIDR = '10.96.0.0/16'
const READY_MS = 60_000

/** What the control plane needs of the sandbox's certificates. */
export const certificateRequests: readonly CertificateRequest[] = [
  { name: 'apiserver', hosts: ['127.0.0.1', 'localhost', '10.96.0.1', 'kubernetes.default.svc'] },
  { name: 'admin', organization: ['system:masters'] },
  { name: 'controller-manager', commonName: 'system:kube-controller-manager' },
  { name: 'scheduler', commonName: 'system:kube-scheduler' },
  { name: 'service-account', keysOnly: true },
]

export interface KubernetesOptions extends CacheOptions, Trusted {
  /** A folder of this plane's own. */
  readonly folder: string
  readonly certificates: Certificates
  /** Whom the API server lets in, instead of what k8s/trust says. */
  readonly authentication?: string
  /** Flags of the API server instead of the sandbox's own. */
  readonly flags?: readonly string[]
  /** How many each of its programs uses at once; one unless given: what Go looks for on others costs more than it finds. */
  readonly processors?: number
}

export interface Kubernetes {
  readonly url: string
  readonly caPem: string
  readonly adminKubeconfig: string
  /** The inputs by which an action finds this cluster. */
  readonly inputs: Readonly<Record<string, string>>
  /** The process ids of the plane. */
  readonly pids: readonly number[]
  /** A client with all rights, for setting the stage; the actions never get it. */
  admin(): KubernetesClient
  /** Starts the API server again with another authentication configuration. */
  authenticate(configuration: string): Promise<void>
  /** Stops the API server and starts it again on the same port after `pause` milliseconds. */
  restartApiServer(pause?: number): Promise<void>
  stop(): Promise<void>
}

function answersOk(url: string, certificates: Certificates, client: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request(
      url,
      {
        ca: certificates.caPem,
        cert: certificates.pem(`${client}.crt`),
        key: certificates.pem(`${client}.key`),
        agent: false,
      },
      (response) => {
        response.resume()
        resolve(response.statusCode === 200)
      },
    )
    call.once('error', () => resolve(false))
    call.end()
  })
}

/** Starts the plane and resolves once a pod could run on it and the preview identity cannot write. */
export async function startKubernetes(options: KubernetesOptions): Promise<Kubernetes> {
  const { folder, certificates, progress, processors = 1 } = options
  const bin = await prepareControlPlane(options)
  progress('starting')
  mkdirSync(folder, { recursive: true })
  const data = dataFolder('omninode-etcd-')
  const ports = await Promise.all(Array.from({ length: 6 }, freePort))
  const [etcdPort = 0, peerPort = 0, apiPort = 0, managerPort = 0, schedulerPort = 0, kwokPort = 0] = ports
  const etcdUrl = `http://127.0.0.1:${etcdPort}`
  const peerUrl = `http://127.0.0.1:${peerPort}`
  const url = `https://127.0.0.1:${apiPort}`
  const file = (name: string, content: string) => {
    const path = join(folder, name)
    writeFileSync(path, content, { mode: 0o600 })
    return path
  }
  const tls = [
    `--tls-cert-file=${certificates.file('apiserver.crt')}`,
    `--tls-private-key-file=${certificates.file('apiserver.key')}`,
  ]
  const adminKubeconfig = file('admin.kubeconfig', kubeconfig(url, certificates, 'admin'))
  const authn = file('authentication', options.authentication ?? authentication(options))
  const daemon = (name: string, args: readonly string[], ready: () => Promise<boolean>) =>
    startDaemon({
      name,
      command: join(bin, name),
      args,
      env: { ...uncollected('700MiB'), GOMAXPROCS: String(processors) },
      logFile: join(folder, `${name}.log`),
      ready,
      deadline: READY_MS,
      // An orderly shutdown of the API server takes half a minute.
      stopDeadline: 1_000,
    })
  const running: Daemon[] = []
  let api: Daemon | undefined
  /** Nothing of a plane is kept: it need not end in order. */
  const end = async (each: Daemon) => {
    if (each.running()) process.kill(each.pid, 'SIGKILL')
    await each.stop()
  }
  const stop = async () => {
    await Promise.all([...running, ...(api === undefined ? [] : [api])].map(end))
    rmSync(data, { recursive: true, force: true })
  }

  try {
    const etcd = await daemon(
      'etcd',
      [
        `--data-dir=${data}`,
        '--unsafe-no-fsync',
        `--listen-client-urls=${etcdUrl}`,
        `--advertise-client-urls=${etcdUrl}`,
        `--listen-peer-urls=${peerUrl}`,
        `--initial-advertise-peer-urls=${peerUrl}`,
        `--initial-cluster=default=${peerUrl}`,
        '--log-level=warn',
      ],
      async () => (await fetch(`${etcdUrl}/health`)).ok,
    )
    running.push(etcd)
    const startApi = () =>
      daemon(
        'kube-apiserver',
        [
          `--etcd-servers=${etcdUrl}`,
          '--bind-address=127.0.0.1',
          `--secure-port=${apiPort}`,
          // Loopback is no endpoint that a cluster may publish.
          '--endpoint-reconciler-type=none',
          ...tls,
          `--client-ca-file=${certificates.caFile}`,
          `--service-cluster-ip-range=${SERVICE_CIDR}`,
          `--service-account-key-file=${certificates.file('service-account.pub')}`,
          `--service-account-signing-key-file=${certificates.file('service-account.key')}`,
          `--service-account-issuer=${url}`,
          // It would name the address that it publishes in the cluster, where nobody listens.
          `--service-account-jwks-uri=${url}/openid/v1/jwks`,
          '--authorization-mode=Node,RBAC',
          `--authentication-config=${authn}`,
          '--profiling=false',
          ...(options.flags ?? ['--anonymous-auth=false', '--enable-admission-plugins=NodeRestriction']),
        ],
        () => answersOk(`${url}/readyz`, certificates, 'admin'),
      )
    api = await startApi()
    const admin = clientFor(readCluster(adminKubeconfig))
    const config = (user: string) => file(`${user}.kubeconfig`, kubeconfig(url, certificates, user))
    const health = (port: number) => () =>
      answersOk(`https://127.0.0.1:${port}/healthz`, certificates, 'admin')
    const controllers = await Promise.allSettled([
      daemon(
        'kube-controller-manager',
        [
          `--kubeconfig=${config('controller-manager')}`,
          '--use-service-account-credentials',
          `--service-account-private-key-file=${certificates.file('service-account.key')}`,
          `--root-ca-file=${certificates.caFile}`,
          '--leader-elect=false',
          '--bind-address=127.0.0.1',
          `--secure-port=${managerPort}`,
          ...tls,
        ],
        health(managerPort),
      ),
      daemon(
        'kube-scheduler',
        [
          `--kubeconfig=${config('scheduler')}`,
          '--leader-elect=false',
          '--bind-address=127.0.0.1',
          `--secure-port=${schedulerPort}`,
          ...tls,
        ],
        health(schedulerPort),
      ),
      daemon(
        'kwok',
        [
          `--kubeconfig=${adminKubeconfig}`,
          `--config=${file('stages.yaml', stages())}`,
          '--manage-all-nodes=true',
          '--node-ip=127.0.0.1',
          `--node-port=${kwokPort}`,
          `--server-address=127.0.0.1:${kwokPort}`,
          ...tls,
          '--node-lease-duration-seconds=40',
        ],
        health(kwokPort),
      ),
      (async () => {
        const apply = { fieldManager: 'sandbox', force: false, dryRun: false }
        for (const object of clusterTrust()) await admin.apply(object, apply)
        for (const name of Object.values(options.tenants ?? {})) {
          await admin.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }, apply)
          for (const object of namespaceTrust(name)) await admin.apply(object, { ...apply, force: true })
        }
        await admin.apply(node, apply)
        await untilPreviewIsRefused(admin, READY_MS)
      })(),
    ])
    // One that does not start must not leave those behind that do.
    for (const each of controllers)
      if (each.status === 'fulfilled' && each.value !== undefined) running.push(each.value)
    for (const each of controllers) if (each.status === 'rejected') throw each.reason
    await untilNodeIsReady(admin, READY_MS)
    admin.close()
    const restartApiServer = async (pause = 0) => {
      const asking = clientFor(readCluster(adminKubeconfig))
      await untilControllersRun(asking, READY_MS).finally(() => asking.close())
      await api?.stop()
      await sleep(pause)
      api = await startApi()
    }
    return {
      url,
      caPem: certificates.caPem,
      adminKubeconfig,
      inputs: { 'api-server': url, 'certificate-authority': certificates.caFile },
      get pids() {
        return [...running, api].flatMap((each) => (each === undefined ? [] : [each.pid]))
      },
      admin: () => clientFor(readCluster(adminKubeconfig)),
      authenticate: (configuration) => {
        file('authentication', configuration)
        return restartApiServer()
      },
      restartApiServer,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
