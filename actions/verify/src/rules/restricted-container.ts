import type { Container, Workload } from '#toolkit/manifests/workload.ts'
import { scalarText } from '#toolkit/model/exact-integer.ts'
import type { Node } from '#toolkit/sources/node.ts'
import type { Remark, Rule } from './rule.ts'

const PROFILE = ['securityContext', 'seccompProfile', 'type'] as const
const profiles: readonly unknown[] = ['RuntimeDefault', 'Localhost']

const SECCOMP_FIX = "Set `seccompProfile: {type: RuntimeDefault}` in the pod's securityContext."

function missing({ value }: Node): boolean {
  return value === undefined || value === null
}

function* observe({ manifest, pod }: Workload, { label, node }: Container): Generator<Remark> {
  const context = node.get('securityContext')
  const about = `${manifest.address} ${label}`
  const fail = (field: string, place: Node, says: string, fix: string): Remark => ({
    verdict: 'fail',
    subject: `${about} ${field}`,
    message: `The ${label} of ${manifest.address} ${says}.`,
    // What is missing is missed at its container.
    source: missing(place) ? node.source : place.source,
    fix,
  })

  const escalation = context.get('allowPrivilegeEscalation')
  if (escalation.value !== false && !(manifest.patch && missing(escalation)))
    yield fail(
      'allowPrivilegeEscalation',
      escalation,
      'may gain more privileges than it starts with',
      'Set `allowPrivilegeEscalation: false` in its securityContext.',
    )

  const drop = context.get('capabilities', 'drop')
  if (!drop.items().some(({ text }) => text === 'ALL') && !(manifest.patch && missing(drop)))
    yield fail(
      'drop',
      drop,
      'keeps capabilities',
      'Set `capabilities: {drop: [ALL]}` in its securityContext.',
    )
  for (const added of context.get('capabilities', 'add').items()) {
    if (added.text === 'NET_BIND_SERVICE') continue
    const name = scalarText(added.value)
    yield fail(
      `add ${name}`,
      added,
      `adds the capability ${name}`,
      'Take it out: only NET_BIND_SERVICE may be added.',
    )
  }

  const own = context.get('seccompProfile', 'type')
  const inherited = pod.get(...PROFILE)
  if (missing(own) ? missing(inherited) && !manifest.patch : !profiles.includes(own.value))
    yield fail('seccompProfile', own, 'has no seccomp profile', SECCOMP_FIX)
}

/** A pod's own profile must be one, even where every container has another. */
function* observePod({ manifest, pod }: Workload): Generator<Remark> {
  const profile = pod.get(...PROFILE)
  if (missing(profile) || profiles.includes(profile.value)) return
  yield {
    verdict: 'fail',
    subject: `${manifest.address} pod seccompProfile`,
    message: `The pod of ${manifest.address} turns seccomp off.`,
    source: profile.source,
    fix: SECCOMP_FIX,
  }
}

/** Pod Security "restricted" of Kubernetes 1.36, as far as a container is about itself; `no-host-access` is the rest. */
export const rule: Rule = {
  id: 'restricted-container',
  title: 'Containers have no more privileges than they need',
  why: 'Every privilege is one more way out of the container; namespaces that enforce "restricted" refuse the pod.',
  fix: 'Set what is missing in the securityContext.',
  severity: 'error',
  *check({ workloads }) {
    for (const workload of workloads) {
      if (workload.pod.get('os', 'name').text === 'windows') continue
      yield* observePod(workload)
      for (const container of workload.containers) yield* observe(workload, container)
    }
  },
}
