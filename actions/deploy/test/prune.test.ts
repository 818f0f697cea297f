import { describe, expect, test } from '@jest/globals'
import { addressOf } from '#toolkit/kubernetes/address.ts'
import { planPruning } from '../src/prune.ts'

const of = (apiVersion: string, kind: string) => ({ apiVersion, kind, namespace: 'dev', name: 'it' })

describe('what left the manifests', () => {
  test.each([
    ['v1', 'ConfigMap'],
    ['apps/v1', 'Deployment'],
    ['batch/v1', 'Job'],
    ['example.com/v1', 'Namespace'],
    ['example.com/v1', 'StatefulSet'],
    ['example.com/v1', 'PersistentVolumeClaim'],
    ['example.com/v1', 'CustomResourceDefinition'],
  ])('is deleted: %s %s', (apiVersion, kind) => {
    const reference = of(apiVersion, kind)
    expect(planPruning([reference], addressOf)).toEqual({
      deletes: [{ reference, address: `dev/${kind}/it` }],
      changes: [
        {
          action: 'delete',
          address: `dev/${kind}/it`,
          kind: `${apiVersion} ${kind}`,
          note: 'is no longer in the manifests',
        },
      ],
      findings: [],
    })
  })

  test.each([
    ['v1', 'Namespace'],
    ['v1', 'PersistentVolume'],
    ['v1', 'PersistentVolumeClaim'],
    ['apps/v1', 'StatefulSet'],
    ['apps/v1beta2', 'StatefulSet'],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ])('stays, and that is told, when data would go with it: %s %s', (apiVersion, kind) => {
    const { deletes, changes, findings } = planPruning([of(apiVersion, kind)], addressOf)
    expect([deletes, changes]).toEqual([[], []])
    expect(findings).toMatchObject([
      {
        rule: 'prune-protected',
        severity: 'warning',
        message: `dev/${kind}/it is no longer in the manifests, and stays.`,
      },
    ])
  })
})
