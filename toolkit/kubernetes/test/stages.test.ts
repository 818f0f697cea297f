import { expect, test } from '@jest/globals'
import { backwards, inStages, stageOf } from '../stages.ts'

test.each([
  ['v1', 'Namespace', 'namespaces'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'definitions'],
  ['v1', 'ConfigMap', 'configuration'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'configuration'],
  ['apps/v1', 'Deployment', 'workloads'],
  ['batch/v1', 'CronJob', 'workloads'],
  ['v1', 'Pod', 'workloads'],
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
  expect(backwards(mixed, (each) => each).map(({ kind }) => kind)).toEqual([
    'ValidatingWebhookConfiguration',
    'Deployment',
    'ConfigMap',
    'Secret',
    'Namespace',
  ])
})
