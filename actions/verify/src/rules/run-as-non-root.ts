import type { Workload } from '#toolkit/manifests/workload.ts'
import type { Remark, Rule } from './rule.ts'

const FIELD = ['securityContext', 'runAsNonRoot'] as const
const USER = ['securityContext', 'runAsUser'] as const

function* observe({ manifest, pod, containers }: Workload): Generator<Remark> {
  const places = [{ label: 'pod', node: pod }, ...containers.map(({ label, node }) => ({ label, node }))]
  const inherited = pod.get(...FIELD).value
  for (const { label, node } of places) {
    const own = node.get(...FIELD)
    const subject = `${manifest.address} ${label}`
    const who = label === 'pod' ? `The pod of ${manifest.address}` : `The ${label} of ${manifest.address}`
    if (own.value === false) {
      yield { verdict: 'fail', subject, message: `${who} may run as root.`, source: own.source }
    } else if (own.value !== true && own.value !== undefined && own.value !== null) {
      yield {
        verdict: 'unknown',
        subject,
        message: `${who} sets runAsNonRoot to something that is neither true nor false.`,
        source: own.source,
      }
    } else if (own.value !== true && label !== 'pod' && !manifest.patch) {
      // What the pod says otherwise is reported at the pod.
      if (inherited === undefined || inherited === null)
        yield { verdict: 'fail', subject, message: `${who} may run as root.`, source: node.source }
    }
    const user = node.get(...USER)
    if (user.value === 0)
      yield {
        verdict: 'fail',
        subject: `${subject} user`,
        message: `${who} runs as user 0.`,
        source: user.source,
      }
  }
}

/** A user namespace (`hostUsers: false`) does not lift it, as it does in Pod Security 1.35: the platform wants no root at all. */
export const rule: Rule = {
  id: 'run-as-non-root',
  title: 'No container runs as root',
  why: 'A process that breaks out of its container is then root on the node.',
  fix: "Set `runAsNonRoot: true` in the pod's securityContext and `runAsUser` to another user than 0; no container may say otherwise.",
  severity: 'error',
  *check({ workloads }) {
    for (const workload of workloads) yield* observe(workload)
  },
}
