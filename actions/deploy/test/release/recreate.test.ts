import { expect, test } from '@jest/globals'
import { groupKindOf } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { mayBeRecreated, neverRecreated } from '../../src/release/recreate.ts'

const of = (apiVersion: string, kind: string, more: Partial<KubernetesObject> = {}): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name: 'it' },
  ...more,
})
const annotated = (annotations: Record<string, string>) =>
  of('v1', 'ConfigMap', { metadata: { name: 'it', annotations } })
const never = (object: KubernetesObject) => neverRecreated(groupKindOf(object), object)
const set = (whenDeleted: string) =>
  of('apps/v1', 'StatefulSet', { spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted } } })

test.each([
  ['a namespace', of('v1', 'Namespace')],
  ['a definition', of('apiextensions.k8s.io/v1', 'CustomResourceDefinition')],
  ['a volume', of('v1', 'PersistentVolume')],
  ['a claim', of('v1', 'PersistentVolumeClaim')],
  ['a StatefulSet that takes its claims with it', set('Delete')],
  ['what is to be kept', annotated({ 'omninode.io/prune': 'keep' })],
  ['what Helm is to keep', annotated({ 'helm.sh/resource-policy': 'keep' })],
])('no release deletes %s to make it again', (_what, object) => {
  expect(never(object)).toMatch(/^(its|every|everything|an annotation) /)
})

test.each([
  ['a StatefulSet whose claims stay', set('Retain')],
  ['another group’s kind of that name', of('example.com/v1', 'Namespace')],
  ['a Deployment', of('apps/v1', 'Deployment')],
])('a release may make it again: %s', (_what, object) => {
  expect(never(object)).toBeUndefined()
})

test('only its own word in the manifest asks for it', () => {
  const asked = (value: string) => mayBeRecreated(annotated({ 'omninode.io/recreate': value }))
  expect(['when-immutable', 'true', 'When-Immutable', ''].map(asked)).toEqual([true, false, false, false])
})
