import { describe, expect, test } from '@jest/globals'
import { readYaml } from '../../sources/yaml.ts'
import { mapImages } from '../image.ts'
import { completeManifest, objectsIn } from '../manifest.ts'
import { workloadOf } from '../workload.ts'

const pod = { initContainers: [{ name: 'copy', image: 'old' }], containers: [{ name: 'main', image: 'old' }] }
const template = { metadata: { labels: { app: 'x' } }, spec: pod }

function manifest(apiVersion: string, kind: string, rest: object) {
  const text = JSON.stringify({ apiVersion, kind, metadata: { name: 'x' }, ...rest })
  const [node] = readYaml(text, 'a.yaml').flatMap(objectsIn)
  if (node === undefined) throw new Error('this test needs an object')
  return completeManifest(node)
}

const workloads: readonly (readonly [string, string, object])[] = [
  ['v1', 'Pod', { spec: pod }],
  ['v1', 'PodTemplate', { template }],
  ['v1', 'ReplicationController', { spec: { template } }],
  ['apps/v1', 'Deployment', { spec: { template } }],
  ['apps/v1', 'StatefulSet', { spec: { template } }],
  ['apps/v1', 'DaemonSet', { spec: { template } }],
  ['apps/v1', 'ReplicaSet', { spec: { template } }],
  ['batch/v1', 'Job', { spec: { template } }],
  ['batch/v1', 'CronJob', { spec: { jobTemplate: { spec: { template } } } }],
  ['batch/v1beta1', 'CronJob', { spec: { jobTemplate: { spec: { template } } } }],
  ['argoproj.io/v1alpha1', 'Rollout', { spec: { template } }],
]

describe('the pod that an object makes', () => {
  test.each(workloads)('is found in %s %s, and each container of it', (apiVersion, kind, rest) => {
    const found = workloadOf(manifest(apiVersion, kind, rest))
    expect(found?.containers.map(({ label }) => label)).toEqual(['init container copy', 'container main'])
    expect(found?.containers[1]?.node.path.slice(-2)).toEqual(['containers', 0])
  })

  test.each(workloads)('of %s %s gets other images', (apiVersion, kind, rest) => {
    const { object } = mapImages(manifest(apiVersion, kind, rest), (image) => ({ ...image, tag: '2' }))
    const text = JSON.stringify(object)
    expect(text.match(/"image":"old:2"/g)).toHaveLength(2)
    expect(text).not.toContain('"image":"old"')
  })

  test.each([
    ['v1', 'Service', { spec: { selector: { app: 'x' } } }],
    ['example.com/v1', 'CronJob', { spec: { jobTemplate: { spec: { template } } } }],
    ['example.com/v1', 'Catalogue', { spec: { containers: [{ name: 'box', image: 'old' }] } }],
  ])('is not in %s %s, whose images stay as they are', (apiVersion, kind, rest) => {
    const given = manifest(apiVersion, kind, rest)
    expect(workloadOf(given)).toBeUndefined()
    expect(mapImages(given, (image) => ({ ...image, tag: '2' })).object).toEqual(given.object)
  })
})
