import { condition, failed, type HealthRule, progressing, ready, statusOf, wordsOf } from '../health.ts'
import { knownKinds } from '../kinds.ts'

interface Status {
  readonly phase: string
  readonly reason: string
  readonly message: string
  readonly containerStatuses: readonly {
    readonly name: string
    readonly state?: { readonly waiting?: { readonly reason?: string } }
  }[]
}

export const rule: HealthRule = {
  id: 'pod',
  kinds: [knownKinds.pod],
  awaited: false,
  ends: true,
  judge: (object) => {
    const { phase, reason, message, containerStatuses } = statusOf<Status>(object)
    if (phase === 'Succeeded') return ready('its containers have ended well')
    if (phase === 'Failed')
      return failed(`it failed: ${wordsOf({ reason: reason ?? '', message: message ?? '' })}`)
    const crashing = containerStatuses?.find(({ state }) => state?.waiting?.reason === 'CrashLoopBackOff')
    if (crashing !== undefined) return failed(`its container ${crashing.name} is in CrashLoopBackOff`)
    if (condition(object, 'Ready')?.status === 'True') return ready('it is ready')
    const scheduled = condition(object, 'PodScheduled')
    if (scheduled?.status === 'False') return progressing(`it has no node: ${wordsOf(scheduled)}`)
    return progressing(`it is ${phase ?? 'new'}, and not ready`)
  },
}
