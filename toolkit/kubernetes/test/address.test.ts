import { describe, expect, test } from '@jest/globals'
import { addressesAmong, addressOf, keyOf } from '../address.ts'
import { groupKindOf } from '../kinds.ts'
import type { Reference } from '../object.ts'

const gateway = (apiVersion: string, more: Partial<Reference> = {}): Reference => ({
  apiVersion,
  kind: 'Gateway',
  namespace: 'onex-dev',
  name: 'web',
  ...more,
})
const istio = gateway('networking.istio.io/v1')
const standard = gateway('gateway.networking.k8s.io/v1')

test.each([
  [{ apiVersion: 'v1', kind: 'ConfigMap' }, 'ConfigMap'],
  [{ apiVersion: 'apps/v1', kind: 'Deployment' }, 'Deployment.apps'],
  [
    { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
    'CustomResourceDefinition.apiextensions.k8s.io',
  ],
])('a group and kind is written as Kubernetes does: %j', (object, groupKind) => {
  expect(groupKindOf(object)).toBe(groupKind)
})

describe('an object', () => {
  test.each([
    ['a version of its group', gateway('networking.istio.io/v1beta1'), true],
    ['another group', standard, false],
    ['another namespace', gateway('networking.istio.io/v1', { namespace: 'onex-prod' }), false],
    ['no namespace', gateway('networking.istio.io/v1', { namespace: undefined }), false],
    ['another name', gateway('networking.istio.io/v1', { name: 'api' }), false],
    ['another kind', gateway('networking.istio.io/v1', { kind: 'Sidecar' }), false],
  ])('is told apart by group, kind, namespace and name: %s', (_what, other, same) => {
    expect(keyOf(istio) === keyOf(other)).toBe(same)
  })

  test('has an address without its group', () => {
    expect(addressOf(istio)).toBe('onex-dev/Gateway/web')
    expect(addressOf({ apiVersion: 'v1', kind: 'Namespace', name: 'onex-dev' })).toBe('Namespace/onex-dev')
    expect(addressesAmong([istio, gateway('networking.istio.io/v1beta1')])(istio)).toBe(
      'onex-dev/Gateway/web',
    )
  })

  test('shows its group beside one of another group that has the same kind, namespace and name', () => {
    const core = gateway('v1')
    const alone = gateway('networking.istio.io/v1', { name: 'alone' })
    const references = [istio, standard, core, alone]
    expect(references.map(addressesAmong(references))).toEqual([
      'onex-dev/Gateway.networking.istio.io/web',
      'onex-dev/Gateway.gateway.networking.k8s.io/web',
      'onex-dev/Gateway/web',
      'onex-dev/Gateway/alone',
    ])
  })
})
