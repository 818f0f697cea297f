import { type HealthRule, progressing, ready, specOf, statusOf } from '../health.ts'
import { knownKinds } from '../kinds.ts'

/** Nobody waits for one: a cluster may have nothing that gives addresses to balancers. */
export const rule: HealthRule = {
  id: 'service',
  kinds: [knownKinds.service],
  awaited: false,
  ends: false,
  judge: (object) => {
    if (specOf<{ type: string }>(object).type !== 'LoadBalancer') return ready('it has its address')
    const { loadBalancer } = statusOf<{ loadBalancer: { readonly ingress?: readonly unknown[] | null } }>(
      object,
    )
    return (loadBalancer?.ingress ?? []).length > 0
      ? ready('its balancer has an address')
      : progressing('its balancer has no address yet')
  },
}
