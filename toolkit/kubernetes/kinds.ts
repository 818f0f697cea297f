/** Kinds by their group: two groups may have a kind of one name, and they have nothing to do with each other. */

/** A group and a kind as Kubernetes writes them: `Deployment.apps`; `ConfigMap` for the core group. */
export type GroupKind = string

/** The group of an apiVersion; empty for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
}

/** The groups of Kubernetes itself with `.k8s.io`: others, such as `gateway.networking.k8s.io`, are defined by definitions. */
const ownGroups: ReadonlySet<string> = new Set(
  [
    'admissionregistration',
    'apiextensions',
    'apiregistration',
    'authentication',
    'authorization',
    'certificates',
    'coordination',
    'discovery',
    'events',
    'flowcontrol.apiserver',
    'internal.apiserver',
    'networking',
    'node',
    'rbac.authorization',
    'resource',
    'scheduling',
    'storage',
    'storagemigration',
  ].map((name) => `${name}.k8s.io`),
)

/** Whether Kubernetes itself serves the group: no definition can. */
export function isOwnGroup(group: string): boolean {
  return !group.includes('.') || ownGroups.has(group)
}

export function groupKindOf({ apiVersion, kind }: { apiVersion: string; kind: string }): GroupKind {
  const group = groupOf(apiVersion)
  return group === '' ? kind : `${kind}.${group}`
}

/** The group of a kind; empty for the core group. */
export function groupOfKind(groupKind: GroupKind): string {
  const end = groupKind.indexOf('.')
  return end < 0 ? '' : groupKind.slice(end + 1)
}

/** With its version, as the API is asked for it: `apps/v1 Deployment`. */
export function groupVersionKindOf({ apiVersion, kind }: { apiVersion: string; kind: string }): string {
  return `${apiVersion} ${kind}`
}

/** The kinds of Kubernetes itself that the house knows more of than their name. */
export const knownKinds = {
  apiService: 'APIService.apiregistration.k8s.io',
  autoscaler: 'HorizontalPodAutoscaler.autoscaling',
  cronJob: 'CronJob.batch',
  daemonSet: 'DaemonSet.apps',
  definition: 'CustomResourceDefinition.apiextensions.k8s.io',
  deployment: 'Deployment.apps',
  disruptionBudget: 'PodDisruptionBudget.policy',
  event: 'Event',
  ingress: 'Ingress.networking.k8s.io',
  job: 'Job.batch',
  mutatingWebhook: 'MutatingWebhookConfiguration.admissionregistration.k8s.io',
  namespace: 'Namespace',
  pod: 'Pod',
  podTemplate: 'PodTemplate',
  replicaSet: 'ReplicaSet.apps',
  replicationController: 'ReplicationController',
  secret: 'Secret',
  service: 'Service',
  statefulSet: 'StatefulSet.apps',
  validatingWebhook: 'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
  volume: 'PersistentVolume',
  volumeClaim: 'PersistentVolumeClaim',
} as const satisfies Readonly<Record<string, GroupKind>>
