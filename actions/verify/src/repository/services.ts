/** The servers that a job of a workflow starts beside itself: nobody else reaches them, and they end with the job. */
import { namesSecret } from '#toolkit/redact/names.ts'
import type { Node } from '#toolkit/sources/node.ts'
import type { Workflow } from '#toolkit/sources/workflow.ts'
import type { Path } from '#toolkit/sources/yaml.ts'

export interface Services {
  /** Whether the host of a URL, with its port if it has one, is one of them. */
  has(scheme: string, authority: string): boolean
  /** Whether the workflow itself gives one of them this value as its secret. */
  isGiven(value: string): boolean
}

/** Where a URL leads that names no port. */
const usualPorts: Readonly<Record<string, string>> = {
  amqp: '5672',
  mongodb: '27017',
  mysql: '3306',
  postgres: '5432',
  postgresql: '5432',
  redis: '6379',
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/i

/** `5432:5432`, `127.0.0.1:5432:5432/tcp`; of `5432` alone GitHub chooses the port of the runner. */
const published = /^(?:[\d.]+:)?(\d+):\d+(?:\/tcp)?$/

/** Also as Go's driver for MySQL has it: `tcp(127.0.0.1:3306)`. */
const hostAndPort = /^(?:[a-z]*\()?(\[[^\]]*\]|[^:()[\]]+)(?::(.+?))?\)?$/is

/** The port that GitHub has chosen: `${{ job.services.postgres.ports[5432] }}`. */
const chosen = /^\$\{\{\s*job\.services\.([\w-]+)\.ports\b/

function servicesIn(jobs: readonly Node[]): Services {
  const services = jobs.flatMap((job) => [...job.get('services').members()])
  const names = new Set(services.map(([name]) => name))
  const ports = new Set(
    services.flatMap(([, node]) =>
      node
        .get('ports')
        .items()
        .flatMap(({ value }) => published.exec(String(value))?.[1] ?? []),
    ),
  )
  const given = new Set(
    services.flatMap(([, node]) =>
      [...node.get('env').members()].flatMap(([name, { text }]) =>
        text !== undefined && text !== '' && namesSecret(name) ? [text] : [],
      ),
    ),
  )
  return {
    has: (scheme, authority) => {
      const [, host = '', port = usualPorts[scheme.toLowerCase()] ?? ''] = hostAndPort.exec(authority) ?? []
      if (names.has(host)) return true
      return loopback.test(host) && (ports.has(port) || names.has(chosen.exec(port)?.[1] ?? ''))
    },
    isGiven: (value) => given.has(value),
  }
}

/**
 * Those that what stands at a path of a workflow may mean: of a job its own, and of what all jobs are given those of
 * any.
 */
export function servicesAt({ jobs }: Workflow, [top, id]: Path): Services {
  return servicesIn(jobs.flatMap((job) => (top !== 'jobs' || job.id === id ? [job.node] : [])))
}
