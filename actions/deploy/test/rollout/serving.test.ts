import { expect, test } from '@jest/globals'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { beforeWebhooks } from '../../src/rollout/serving.ts'
import { manifest } from '../manifest.ts'

const workload = (kind: string, name: string, namespace = 'dev'): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace },
  spec: {
    template: {
      metadata: { labels: { app: name, tier: 'back' } },
      spec: { containers: [{ name: 'main', image: 'app:1' }] },
    },
  },
})
const service = (name: string, selector: unknown = { app: name }): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'dev' },
  spec: { selector },
})
const webhook = (clientConfig: unknown): KubernetesObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  metadata: { name: 'it' },
  webhooks: [{ name: 'it.example.com', clientConfig, rules: [{ apiGroups: ['example.com'] }] }],
})
const served = webhook({ service: { namespace: 'dev', name: 'gate' } })
const widget: KubernetesObject = {
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata: { name: 'it', namespace: 'dev' },
}
const gate = workload('Deployment', 'gate')
const web = workload('StatefulSet', 'web')
const all = ['gate', 'web']

test.each<[string, readonly KubernetesObject[], readonly string[]]>([
  ['nothing comes after it: every workload', [gate, web, service('gate'), served], all],
  ['something comes after it: who serves it', [gate, web, service('gate'), served, widget], ['gate']],
  [
    'its Service selects several: all of them',
    [gate, web, service('gate', { tier: 'back' }), served, widget],
    all,
  ],
  ['its Service is not in the release: every workload', [gate, web, served, widget], all],
  [
    'its Service selects nothing here: every workload',
    [gate, web, service('gate', { app: 'x' }), served, widget],
    all,
  ],
  ['its Service has no selector: every workload', [gate, web, service('gate', null), served, widget], all],
  [
    'its Service has an empty selector: every workload',
    [gate, web, service('gate', {}), served, widget],
    all,
  ],
  [
    'a workload of its name is in another namespace: not that one',
    [workload('Deployment', 'gate', 'prod'), gate, service('gate'), served, widget],
    ['gate'],
  ],
  [
    'it has an address of its own: every workload',
    [gate, web, webhook({ url: 'https://x.example.com' }), widget],
    all,
  ],
])('before a webhook is ready what it needs; %s', (_when, objects, expected) => {
  const awaited = beforeWebhooks(objects.map(manifest))
  expect(awaited.map(({ object }) => object.metadata.name)).toEqual(expected)
})
