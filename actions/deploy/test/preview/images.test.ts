import { expect, test } from '@jest/globals'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { floatingFindings } from '../../src/preview/images.ts'
import { manifest } from '../manifest.ts'

const digest = `sha256:${'a'.repeat(64)}`

function told(kind: string, apiVersion: string, spec: unknown): string[] {
  const object = { apiVersion, kind, metadata: { name: 'it', namespace: 'dev' }, spec } as KubernetesObject
  return floatingFindings([manifest(object)]).map(
    ({ rule, severity, verdict, message, source }) =>
      `${rule} ${severity} ${verdict} ${source?.line}: ${message}`,
  )
}

const pod = {
  initContainers: [{ name: 'copy', image: 'copy:1' }],
  containers: [
    { name: 'main', image: 'app:latest' },
    { name: 'proxy', image: `envoy:main@${digest}` },
    { name: 'extra', image: 'extra' },
    { name: 'none' },
  ],
}

test.each([
  ['Pod', 'v1', pod],
  ['Deployment', 'apps/v1', { template: { spec: pod } }],
  ['CronJob', 'batch/v1', { jobTemplate: { spec: { template: { spec: pod } } } }],
  ['Rollout', 'argoproj.io/v1alpha1', { template: { spec: pod } }],
])('an image that may be another tomorrow is told on its line: %s', (kind, apiVersion, spec) => {
  const lines = JSON.stringify(
    { apiVersion, kind, metadata: { name: '', namespace: '' }, spec },
    undefined,
    2,
  )
    .split('\n')
    .flatMap((line, index) => (/app:latest|"extra"$/.test(line) && line.includes('image') ? [index + 1] : []))
  expect(told(kind, apiVersion, spec)).toEqual([
    `floating-image warning fail ${lines[0]}: The container main of dev/${kind}/it uses app with the tag latest.`,
    `floating-image warning fail ${lines[1]}: The container extra of dev/${kind}/it uses extra without a tag.`,
  ])
})

test('what has no pod has no image', () => {
  expect(told('Widget', 'example.com/v1', { image: 'app:latest' })).toEqual([])
})
