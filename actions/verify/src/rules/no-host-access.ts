import type { Container, Workload } from '#toolkit/manifests/workload.ts'
import type { Node } from '#toolkit/sources/node.ts'
import type { Remark, Rule } from './rule.ts'

interface Reach {
  readonly node: Node
  /** Completes "The … of … …". */
  readonly does: string
}

/** The volume types that "restricted" allows. */
const volumeTypes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const

const sysctls: ReadonlySet<unknown> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
])

const selinuxTypes: ReadonlySet<unknown> = new Set([
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
])

/** A mapping that kustomize or the API server would take for absent says nothing. */
function says({ value }: Node): boolean {
  return value !== undefined && value !== null && value !== ''
}

/** What pods and containers alike can ask for in their securityContext. */
function* fromContext(context: Node): Generator<Reach> {
  const hostProcess = context.get('windowsOptions', 'hostProcess')
  if (hostProcess.value === true) yield { node: hostProcess, does: 'runs as a process of the Windows host' }
  const selinux = context.get('seLinuxOptions')
  const type = selinux.get('type')
  if (says(type) && !selinuxTypes.has(type.value))
    yield { node: type, does: 'sets an SELinux type of its own' }
  for (const key of ['user', 'role']) {
    const option = selinux.get(key)
    if (says(option)) yield { node: option, does: `sets an SELinux ${key} of its own` }
  }
  const apparmor = context.get('appArmorProfile', 'type')
  if (says(apparmor) && apparmor.text !== 'RuntimeDefault' && apparmor.text !== 'Localhost')
    yield { node: apparmor, does: 'turns AppArmor off' }
}

function* fromPod({ pod, metadata }: Workload): Generator<Reach> {
  for (const key of ['hostNetwork', 'hostPID', 'hostIPC']) {
    const shared = pod.get(key)
    if (shared.value === true) yield { node: shared, does: `shares the node's namespace (${key})` }
  }
  for (const volume of pod.get('volumes').items()) {
    const types = [...volume.members().keys()].filter((key) => key !== 'name')
    const allowed = types.length === 0 || types.some((type) => volumeTypes.some((known) => known === type))
    if (!allowed) yield { node: volume, does: `mounts a volume of type ${types.join(', ')}` }
  }
  const context = pod.get('securityContext')
  for (const sysctl of context.get('sysctls').items()) {
    if (!sysctls.has(sysctl.get('name').value)) yield { node: sysctl, does: "sets one of the node's sysctls" }
  }
  for (const [key, annotation] of metadata.get('annotations').members()) {
    if (!key.startsWith('container.apparmor.security.beta.kubernetes.io/') || !says(annotation)) continue
    if (!/^(runtime\/default$|localhost\/)/.test(annotation.text ?? ''))
      yield { node: annotation, does: 'turns AppArmor off' }
  }
  yield* fromContext(context)
}

const handlers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
]

function* fromContainer({ node }: Container): Generator<Reach> {
  const context = node.get('securityContext')
  const privileged = context.get('privileged')
  if (privileged.value === true) yield { node: privileged, does: 'is privileged' }
  const proc = context.get('procMount')
  if (says(proc) && proc.text !== 'Default') yield { node: proc, does: 'sees all of /proc' }
  for (const port of node.get('ports').items()) {
    const hostPort = port.get('hostPort')
    if (says(hostPort) && hostPort.value !== 0) yield { node: hostPort, does: 'takes a port of the node' }
  }
  for (const path of handlers) {
    for (const action of ['httpGet', 'tcpSocket']) {
      const host = node.get(...path, action, 'host')
      if (says(host)) yield { node: host, does: 'makes the node send requests to another host' }
    }
  }
  yield* fromContext(context)
}

function* observe(workload: Workload): Generator<Remark> {
  const { address } = workload.manifest
  const remark = (label: string, { node, does }: Reach): Remark => ({
    verdict: 'fail',
    subject: `${address} ${node.path.slice(workload.pod.path.length).join('.')}`,
    message: `The ${label} of ${address} ${does}.`,
    source: node.source,
  })
  for (const reach of fromPod(workload)) yield remark('pod', reach)
  for (const container of workload.containers)
    for (const reach of fromContainer(container)) yield remark(container.label, reach)
}

/** Pod Security "restricted" of Kubernetes 1.36, as far as a pod would reach beyond itself. */
export const rule: Rule = {
  id: 'no-host-access',
  title: 'Pods do not reach into their node',
  why: "Who holds the node holds every pod on it, and the cluster's credentials with them.",
  fix: 'Remove it; what must have it belongs into a namespace of its own with a weaker Pod Security level, and a reason.',
  severity: 'error',
  *check({ workloads }) {
    for (const workload of workloads) yield* observe(workload)
  },
}
