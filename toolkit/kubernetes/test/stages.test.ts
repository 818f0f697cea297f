import { describe, expect, test } from '@jest/globals'
import type { KubernetesObject } from '../object.ts'
import { inStages, inStagesBackwards, stageOf, stagesAmong } from '../stages.ts'

test.each([
  ['v1', 'Namespace', 'namespaces'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'definitions'],
  ['v1', 'ConfigMap', 'configuration'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'configuration'],
  ['apps/v1', 'Deployment', 'workloads'],
  ['batch/v1', 'CronJob', 'workloads'],
  ['v1', 'Pod', 'workloads'],
  ['v1', 'ReplicationController', 'workloads'],
  ['apiregistration.k8s.io/v1', 'APIService', 'webhooks'],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'webhooks'],
  ['admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', 'webhooks'],
  ['batch.volcano.sh/v1alpha1', 'Job', 'configuration'],
  ['example.com/v1', 'Deployment', 'configuration'],
  ['example.com/v1', 'Namespace', 'configuration'],
  ['example.com/v1', 'WebhookConfiguration', 'configuration'],
])('%s %s is applied among %s', (apiVersion, kind, stage) => {
  expect(stageOf({ apiVersion, kind })).toBe(stage)
})

const of = (apiVersion: string, kind: string) => ({ apiVersion, kind })
const mixed = [
  of('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'),
  of('apps/v1', 'Deployment'),
  of('v1', 'ConfigMap'),
  of('v1', 'Namespace'),
  of('v1', 'Secret'),
]

test('what others stand on comes first, in the order of the files within a stage', () => {
  const inOrder = inStages(mixed, (each) => each)
  expect(inOrder.map(({ stage, items }) => [stage, ...items.map(({ kind }) => kind)])).toEqual([
    ['namespaces', 'Namespace'],
    ['configuration', 'ConfigMap', 'Secret'],
    ['workloads', 'Deployment'],
    ['webhooks', 'ValidatingWebhookConfiguration'],
  ])
})

test('deletions go the other way', () => {
  const all = [
    ...mixed,
    of('apiextensions.k8s.io/v1', 'CustomResourceDefinition'),
    of('example.com/v1', 'Widget'),
  ]
  expect(inStagesBackwards(all, (each) => each).map((items) => items.map(({ kind }) => kind))).toEqual([
    ['Widget'],
    ['ValidatingWebhookConfiguration'],
    ['Deployment'],
    ['ConfigMap', 'Secret'],
    ['CustomResourceDefinition'],
    ['Namespace'],
  ])
})

describe('what a webhook of the same release is asked about', () => {
  const webhook = (...apiGroups: string[]): KubernetesObject => ({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'it' },
    webhooks: [{ name: 'it.example.com', clientConfig: {}, rules: [{ apiGroups }] }],
  })
  const definition = (strategy: string): KubernetesObject => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: { group: 'example.com', conversion: { strategy } },
  })
  const apiService = (spec: object): KubernetesObject => ({
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: 'v1.example.com' },
    spec: { group: 'example.com', ...spec },
  })
  const widget = of('example.com/v1', 'Widget')

  test.each<[string, KubernetesObject, ReturnType<typeof of>, string]>([
    ['a custom resource of its groups', webhook('', 'example.com'), widget, 'guarded'],
    ['a custom resource of another group', webhook('example.org'), widget, 'configuration'],
    ['an Ingress', webhook('networking.k8s.io'), of('networking.k8s.io/v1', 'Ingress'), 'guarded'],
    ['what its own pods stand on', webhook(''), of('v1', 'ConfigMap'), 'configuration'],
    [
      'what its own pods may do',
      webhook('rbac.authorization.k8s.io'),
      of('rbac.authorization.k8s.io/v1', 'Role'),
      'configuration',
    ],
    [
      'how its own pods are reached',
      webhook('networking.k8s.io'),
      of('networking.k8s.io/v1', 'NetworkPolicy'),
      'configuration',
    ],
    ['its own pods', webhook('apps'), of('apps/v1', 'Deployment'), 'workloads'],
    ['everything', webhook('*'), widget, 'configuration'],
    ['what it converts', definition('Webhook'), widget, 'guarded'],
    ['what nobody converts', definition('None'), widget, 'configuration'],
    ['what its server serves', apiService({ service: { name: 'it', namespace: 'dev' } }), widget, 'guarded'],
    ['what the API server itself serves', apiService({}), widget, 'configuration'],
    [
      'what has the name of a foreign one',
      webhook('k8s.io'),
      of('gateway.k8s.io/v1', 'Gateway'),
      'configuration',
    ],
    [
      'a kind of a group that only looks like one of Kubernetes',
      webhook('gateway.networking.k8s.io'),
      of('gateway.networking.k8s.io/v1', 'Gateway'),
      'guarded',
    ],
  ])('%s has its place', (_what, asked, object, stage) => {
    expect(stagesAmong([asked])(object)).toBe(stage)
  })

  test.each([
    ['null', null],
    ['no list', {}],
    ['left out', undefined],
  ])('is nothing where its webhooks are %s', (_what, webhooks) => {
    expect(stagesAmong([{ ...webhook(), webhooks }])(widget)).toBe('configuration')
  })
})
