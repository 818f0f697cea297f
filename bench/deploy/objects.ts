/** An application of as many objects as are asked for, as people write them: a YAML file an object. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'

/** Few enough that a cluster's own controllers, which are slowed down on purpose, are not what is measured. */
const WORKLOADS = 10

interface Asked {
  readonly namespace: string
  readonly count: number
  /** What is in every tenth ConfigMap. */
  readonly mark?: string
  /** Of the pods of each workload. */
  readonly replicas?: number
  /** Without it, no node takes them. */
  readonly fits?: boolean
}

function configMap(namespace: string, index: number, mark: string): object {
  const said = index % 10 === 0 ? mark : 'same'
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `settings-${index}`, namespace, labels: { app: `app-${index}` } },
    data: {
      LOG_LEVEL: 'info',
      MARK: said,
      'application.properties': `server.port=8080\nserver.name=app-${index}\nworkers=4\n`,
      'rules.json': JSON.stringify({ rules: [{ id: index, allow: ['read', 'write'] }] }),
    },
  }
}

function service(namespace: string, index: number): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `app-${index}`, namespace, labels: { app: `app-${index}` } },
    spec: {
      selector: { app: `app-${index}` },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  }
}

function deployment({ namespace, replicas = 0, fits = true }: Asked, index: number): object {
  const labels = { app: `app-${index}` }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `app-${index}`, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          ...(fits ? {} : { nodeSelector: { disk: 'none-such' } }),
          serviceAccountName: `app-${index}`,
          containers: [
            {
              name: 'main',
              image: `registry.example.com/app-${index}@sha256:${'0'.repeat(64)}`,
              ports: [{ name: 'http', containerPort: 8080 }],
              envFrom: [{ configMapRef: { name: `settings-${index}` } }],
              resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
              readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
            },
          ],
        },
      },
    },
  }
}

function objectsOf(asked: Asked): object[] {
  const { namespace, count, mark = 'same' } = asked
  const services = Math.floor(count / 5)
  const accounts = Math.floor(count / 10)
  const maps = count - 1 - WORKLOADS - services - accounts
  const many = (length: number, make: (index: number) => object) =>
    Array.from({ length }, (_, index) => make(index))
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    ...many(accounts, (index) => ({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: `app-${index}`, namespace },
    })),
    ...many(maps, (index) => configMap(namespace, index, mark)),
    ...many(services, (index) => service(namespace, index)),
    ...many(WORKLOADS, (index) => deployment(asked, index)),
  ]
}

/** Writes them into the folder `k8s` of a checkout. */
export function writeObjects(workspace: string, asked: Asked): void {
  const folder = join(workspace, 'k8s')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [index, object] of objectsOf(asked).entries())
    writeFileSync(join(folder, `${String(index).padStart(4, '0')}.yaml`), stringify(object))
}
