import { isIP } from 'node:net'
import { type Destination, hostsIn, isComputed, isLoopback, isWildcard } from '../repository/hosts.ts'
import type { Repository } from '../repository/repository.ts'
import { settingsIn } from '../repository/settings.ts'
import type { Remark, Rule } from './rule.ts'

const SUFFIX = '.svc.cluster.local'

/** The API server's own name, which its certificate is made out to. */
const apiServer: ReadonlySet<string> = new Set(['kubernetes.default.svc', 'kubernetes.default', 'kubernetes'])

/** Settings and URL schemes that reach Postgres, Redpanda, Qdrant, Memgraph and Valkey. */
const dataPlaneName =
  /(?:^|_)(?:POSTGRES(?:QL)?|PG|DB|DATABASE|KAFKA|REDPANDA|QDRANT|MEMGRAPH|VALKEY|REDIS|NEO4J)(?:_|HOST|$)/
const dataPlaneScheme = /^(?:postgres(?:ql)?|kafka|rediss?|valkeys?|bolt(?:\+s?sc?)?|neo4j(?:\+s?sc?)?)$/

interface Names {
  /** Service → the namespaces that have one of that name. */
  readonly services: ReadonlyMap<string, readonly string[]>
  readonly namespaces: ReadonlySet<string>
}

function namesIn({ manifests }: Repository): Names {
  const services = new Map<string, string[]>()
  const namespaces = new Set<string>()
  for (const { group, kind, name, namespace } of manifests) {
    if (group === '' && kind === 'Namespace') namespaces.add(name)
    if (namespace !== undefined) namespaces.add(namespace)
    if (group === '' && kind === 'Service' && namespace !== undefined)
      services.set(name, [...(services.get(name) ?? []), namespace])
  }
  return { services, namespaces }
}

/** What is wrong with a host, completing "… points at HOST, …". */
function wrongWith(host: Destination, setting: string, { namespaces }: Names): string | undefined {
  const name = host.name.replace(/\.$/, '')
  if (isIP(name) !== 0) return 'an address, which changes when the service is made anew'
  if (name.endsWith(SUFFIX)) {
    const labels = name.slice(0, -SUFFIX.length).split('.')
    return labels.length >= 2 ? undefined : 'which lacks the namespace'
  }
  if (apiServer.has(name)) return undefined
  const labels = name.split('.')
  if (labels.length === 1) return 'which means another service in every namespace'
  if (name.endsWith('.svc') || name.endsWith('.cluster.local'))
    return 'which is not the full name of a service'
  if (labels.length === 2 && namespaces.has(labels[1] ?? '')) return 'which is not the full name of a service'
  if (
    dataPlaneScheme.test(host.scheme ?? '') ||
    dataPlaneName.test(setting.toUpperCase().replaceAll('-', '_'))
  )
    return 'which leads out of the cluster to the data plane'
  return undefined
}

function fixFor({ name }: Destination, { services }: Names): string {
  const [service = ''] = name.split('.')
  const found = services.get(service) ?? []
  const full = `${service}.<namespace>${SUFFIX}`
  if (found.length === 0 || isIP(name) !== 0)
    return `Use the full name of a service: \`${isIP(name) === 0 ? full : `<service>.<namespace>${SUFFIX}`}\`.`
  return `Use ${found.map((namespace) => `\`${service}.${namespace}${SUFFIX}\``).join(' or ')}.`
}

export const rule: Rule = {
  id: 'internal-dns',
  title: 'Services are reached by their full internal name',
  why: 'Other names mean another service elsewhere, resolve only by luck of the search path, or leave the cluster.',
  fix: `Use \`<service>.<namespace>${SUFFIX}\`.`,
  severity: 'error',
  *check(repository): Generator<Remark> {
    const names = namesIn(repository)
    for (const { name, value, subject, source } of settingsIn(repository)) {
      for (const host of hostsIn(name, value)) {
        // `no-localhost` is about loopback.
        if (isLoopback(host.name) || isWildcard(host.name)) continue
        if (isComputed(host.name)) {
          const message = `${subject} points at a host that is known only in the pod.`
          yield {
            verdict: 'unknown',
            subject,
            message,
            source,
            fix: `Write the host out, or take the whole value from one place.`,
          }
          continue
        }
        const wrong = wrongWith(host, name, names)
        if (wrong === undefined) continue
        const message = `${subject} points at ${host.name}, ${wrong}.`
        yield {
          verdict: 'fail',
          subject: `${subject} ${host.name}`,
          message,
          source,
          fix: fixFor(host, names),
        }
      }
    }
  },
}
