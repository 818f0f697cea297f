import { hostsIn, isLoopback } from '../repository/hosts.ts'
import { settingsIn } from '../repository/settings.ts'
import type { Rule } from './rule.ts'

/** Where a process listens is its own business. */
const listening = /(?:^|[_.-])(?:BIND|LISTEN)/i

export const rule: Rule = {
  id: 'no-localhost',
  title: 'No setting points at localhost',
  why: 'In a pod localhost is the pod itself: the setting works on the machine where it was written, and nowhere else.',
  fix: 'Point it at the service: `<service>.<namespace>.svc.cluster.local`.',
  severity: 'error',
  *check(repository) {
    for (const { name, value, subject, source, workload } of settingsIn(repository)) {
      if (listening.test(name)) continue
      for (const host of hostsIn(name, value)) {
        if (!isLoopback(host.name)) continue
        const alone = workload === undefined || workload.containers.length === 1
        // Beside another container it may be meant: only the pod's author knows who listens there.
        if (alone && workload?.manifest.patch !== true)
          yield { verdict: 'fail', subject, message: `${subject} points at ${host.name}.`, source }
        else
          yield {
            verdict: 'unknown',
            subject,
            message: `${subject} points at ${host.name}, where another container of the pod may listen.`,
            source,
          }
      }
    }
  },
}
