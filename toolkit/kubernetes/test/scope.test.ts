import { describe, expect, test } from '@jest/globals'
import { clusterScoped } from '../cluster-scoped.ts'
import type { KubernetesObject } from '../object.ts'
import { definedScopes, placed, scopesAmong } from '../scope.ts'

function definition(spec: unknown, apiVersion = 'apiextensions.k8s.io/v1'): KubernetesObject {
  return { apiVersion, kind: 'CustomResourceDefinition', metadata: { name: 'widgets.example.com' }, spec }
}
const widgets = (scope: string) => ({ group: 'example.com', names: { kind: 'Widget' }, scope })
const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', namespace: 'dev', name: 'it' }
const widget = { apiVersion: 'example.com/v1', kind: 'Widget', namespace: 'dev', name: 'it' }

test.each([
  'APIService.apiregistration.k8s.io',
  'ClusterRole.rbac.authorization.k8s.io',
  'CustomResourceDefinition.apiextensions.k8s.io',
  'IngressClass.networking.k8s.io',
  'Namespace',
  'PersistentVolume',
  'PriorityClass.scheduling.k8s.io',
  'RuntimeClass.node.k8s.io',
  'StorageClass.storage.k8s.io',
  'ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io',
])('%s is outside of namespaces', (groupKind) => {
  expect(clusterScoped.has(groupKind)).toBe(true)
})

test.each([
  'ConfigMap',
  'Deployment.apps',
  'Role.rbac.authorization.k8s.io',
  'ClusterRole',
  'Namespace.example.com',
])('%s is not known to be outside of namespaces', (groupKind) => {
  expect(clusterScoped.has(groupKind)).toBe(false)
})

describe('a namespace', () => {
  test('is dropped where there is none, and kept elsewhere', () => {
    const scopeOf = scopesAmong([])
    expect(placed(role, scopeOf)).toEqual({ ...role, namespace: undefined })
    expect(placed({ ...role, kind: 'Role' }, scopeOf)).toEqual({ ...role, kind: 'Role' })
    expect(placed({ ...role, apiVersion: 'example.com/v1' }, scopeOf).namespace).toBe('dev')
    expect(placed(widget, scopeOf)).toBe(widget)
  })

  test('is dropped for the kinds that are defined beside', () => {
    expect(placed(widget, scopesAmong([definition(widgets('Cluster'))])).namespace).toBeUndefined()
    expect(placed(widget, scopesAmong([definition(widgets('Namespaced'))])).namespace).toBe('dev')
  })

  test('is dropped by what the cluster says, before what is written', () => {
    const served = new Map([['Widget.example.com', 'Namespaced'] as const])
    expect(placed(widget, scopesAmong([definition(widgets('Cluster'))], served)).namespace).toBe('dev')
  })
})

test.each([
  ['no spec', definition(undefined)],
  ['no names', definition({ group: 'example.com', scope: 'Cluster', names: null })],
  ['no scope', definition({ group: 'example.com', names: { kind: 'Widget' } })],
  ['another scope', definition(widgets('Everywhere'))],
  ['another group', definition(widgets('Cluster'), 'example.com/v1')],
])('a definition tells nothing with %s', (_what, object) => {
  expect(definedScopes([object]).get('Widget.example.com')).toBeUndefined()
})
