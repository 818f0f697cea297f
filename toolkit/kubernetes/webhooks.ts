/** Whom the API server asks before it takes or gives an object: webhooks, conversions, and API services. */
import { groupKindOf, knownKinds } from './kinds.ts'
import { type KubernetesObject, type Reference, valueAt } from './object.ts'

export interface Webhook {
  /** As the API server names it when it does not answer. */
  readonly name: string
  /** The groups whose objects it is asked about, as its rules write them. */
  readonly groups: readonly string[]
  /** Undefined where it is reached by an address of its own. */
  readonly service: Reference | undefined
}

interface ClientConfig {
  readonly service?: { readonly namespace?: string; readonly name?: string } | null
}

/** Of admissionregistration.k8s.io/v1; nobody has checked it yet. */
interface Registered {
  readonly name?: string
  readonly clientConfig?: ClientConfig
  readonly rules?: readonly { readonly apiGroups?: readonly string[] }[] | null
}

function serviceOf({ service }: ClientConfig): Reference | undefined {
  const { namespace, name } = service ?? {}
  return name === undefined ? undefined : { apiVersion: 'v1', kind: 'Service', namespace, name }
}

function webhooksOf(object: KubernetesObject): Webhook[] {
  const { name } = object.metadata
  switch (groupKindOf(object)) {
    case knownKinds.mutatingWebhook:
    case knownKinds.validatingWebhook: {
      const registered = Array.isArray(object['webhooks']) ? (object['webhooks'] as Registered[]) : []
      return registered.map(({ name: own = '', clientConfig = {}, rules }) => ({
        name: own,
        groups: (rules ?? []).flatMap(({ apiGroups = [] }) => apiGroups),
        service: serviceOf(clientConfig),
      }))
    }
    case knownKinds.definition: {
      if (valueAt(object, ['spec', 'conversion', 'strategy']) !== 'Webhook') return []
      const config = valueAt(object, ['spec', 'conversion', 'webhook', 'clientConfig']) // apiextensions.k8s.io/v1
      const group = String(valueAt(object, ['spec', 'group']))
      // The API server names it by what is converted: `conversion webhook for example.com/v1, Kind=Widget failed`.
      return [{ name: group, groups: [group], service: serviceOf((config ?? {}) as ClientConfig) }]
    }
    case knownKinds.apiService: {
      const service = serviceOf((object['spec'] ?? {}) as ClientConfig) // apiregistration.k8s.io/v1
      const group = String(valueAt(object, ['spec', 'group']))
      return service === undefined ? [] : [{ name, groups: [group], service }]
    }
    default:
      return []
  }
}

export function webhooksAmong(objects: readonly KubernetesObject[]): Webhook[] {
  return objects.flatMap(webhooksOf)
}

/** Whether it refuses because a webhook did not answer, as opposed to answering no; and which one, by its name. */
export function silentWebhook(said: string): string | undefined {
  const [, admission, conversion] =
    /failed calling webhook "([^"]*)"|conversion webhook for (\S+?), Kind=\S* failed/.exec(said) ?? []
  return admission ?? conversion
}
