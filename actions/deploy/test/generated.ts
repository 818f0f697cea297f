/** Manifests that nobody would think of: ordinary objects, with something in them that is not as it should be. */
import fc from 'fast-check'

type Fields = Readonly<Record<string, unknown>>

const pod = {
  metadata: { labels: { app: 'it' } },
  spec: {
    restartPolicy: 'Always',
    containers: [{ name: 'main', image: 'app:1', env: [{ name: 'A', value: '1' }] }],
  },
}
const once = { ...pod, spec: { ...pod.spec, restartPolicy: 'Never' } }
const selector = { matchLabels: { app: 'it' } }
const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]

/** Without their names; nothing of them starts a pod that is waited for. */
const templates: readonly Fields[] = [
  { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' }, binaryData: { c: 'aGk=' }, immutable: false },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    stringData: { a: 'secret-value' },
    data: { b: 'aGk=' },
    type: 'Opaque',
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    spec: { selector: { app: 'it' }, ports: [{ port: 80, targetPort: 8080 }] },
  },
  { apiVersion: 'v1', kind: 'ServiceAccount', automountServiceAccountToken: false },
  { apiVersion: 'v1', kind: 'ResourceQuota', spec: { hard: { configmaps: '20' } } },
  { apiVersion: 'v1', kind: 'LimitRange', spec: { limits: [{ type: 'Container', default: { cpu: '1' } }] } },
  { apiVersion: 'apps/v1', kind: 'Deployment', spec: { replicas: 0, selector, template: pod } },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    spec: { replicas: 0, serviceName: 'it', selector, template: pod },
  },
  { apiVersion: 'batch/v1', kind: 'Job', spec: { suspend: true, template: once } },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    spec: { schedule: '0 0 1 1 *', jobTemplate: { spec: { template: once } } },
  },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', rules },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', rules },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'it' },
    subjects: [{ kind: 'ServiceAccount', name: 'default' }],
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    spec: { defaultBackend: { service: { name: 'it', port: { number: 80 } } } },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    spec: { podSelector: {}, policyTypes: ['Ingress'] },
  },
  { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { minAvailable: 1, selector } },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'it' }, maxReplicas: 2 },
  },
  { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 1 },
]

const junk = [
  null,
  '',
  'x',
  '\u0000',
  'ü',
  -1,
  1.5,
  2 ** 53,
  1e30,
  true,
  [],
  {},
  [null],
  { '': '' },
  '$(A)',
  '<b>',
]

/** What nobody writes into a manifest, and `kubectl get -o yaml` does. */
const metadata: readonly Fields[] = [
  { resourceVersion: '1' },
  { uid: '00000000-0000-0000-0000-000000000000' },
  { generation: 7 },
  { creationTimestamp: '2026-01-01T00:00:00Z' },
  { deletionTimestamp: '2026-01-01T00:00:00Z' },
  { managedFields: [] },
  { finalizers: ['example.com/it'] },
  { ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'x', uid: 'x' }] },
  { generateName: 'it-' },
  { labels: { 'a b': 'c' } },
  { annotations: { 'omninode.io/prune': 'maybe', 'kubectl.kubernetes.io/last-applied-configuration': '{' } },
  { namespace: 'nowhere' },
]

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value)
  return [path, ...entries.flatMap(([key, member]) => pathsIn(member, [...path, key]))]
}

function changed(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? changed(item, rest, other) : item))
  const fields = value as Fields // the path is one of its own
  return { ...fields, [key]: changed(fields[key], rest, other) }
}

/** Without them it is no object, and nobody is asked about it. */
const identity: ReadonlySet<string | number> = new Set(['apiVersion', 'kind', 'metadata'])

const changes = fc.oneof(
  { weight: 3, arbitrary: fc.constant((object: Fields) => object) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(), fc.constantFrom(...junk)).map(([at, other]) => (object: Fields) => {
      const paths = pathsIn(object).filter(([first]) => first !== undefined && !identity.has(first))
      return changed(object, paths[at % paths.length] ?? [], other) as Fields // a field of it is another
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...metadata).map((more) => (object: Fields) => {
      const own = object['metadata'] as Fields // of every template
      return { ...object, metadata: { ...own, ...more } }
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('spce', 'status', 'data'), fc.constantFrom(...junk))
      .map(([key, other]) => (object: Fields) => ({ ...object, [key]: other })),
  },
)

/** Makes the objects of a release, by a name that no other release has. */
export const generatedObjects: fc.Arbitrary<(own: string) => readonly Fields[]> = fc
  .array(fc.tuple(fc.constantFrom(...templates), changes), { minLength: 1, maxLength: 4 })
  .map((parts) => (own) => [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: own } },
    ...parts.map(([template, change], index) =>
      change({ ...template, metadata: { name: `${own}-${index}`, namespace: own } }),
    ),
  ])
