import { describe, expect, test } from '@jest/globals'
import type { Reference } from '#toolkit/kubernetes/object.ts'
import { refusedWith } from '#toolkit/kubernetes/test/refused.ts'
import { isBlocking } from '#toolkit/model/finding.ts'
import {
  lookAtOrphans,
  type Orphan,
  type OrphanState,
  type PruneReader,
  planPruning,
} from '../src/orphans/orphans.ts'
import { live, platform } from './owned.ts'

const of = (apiVersion: string, kind: string, name = 'it') => ({ apiVersion, kind, namespace: 'dev', name })
const limits = { prune: true, allowPrune: 0, owned: 10 }

/** A cluster that has everything that it is asked for, as the application applied it. */
const everything: PruneReader = {
  get: async ({ namespace, name, ...type }) => live({ ...type, metadata: { name, namespace, uid: name } }),
  list: async () => [],
  discovery: { served: async (reference) => reference },
}

async function orphan(reference: Reference): Promise<Orphan[]> {
  return lookAtOrphans(everything, [reference], platform, ({ kind, name }) => `dev/${kind}/${name}`)
}

describe('what left the manifests', () => {
  test.each([
    ['v1', 'ConfigMap'],
    ['apps/v1', 'Deployment'],
    ['batch/v1', 'Job'],
    ['example.com/v1', 'Namespace'],
    ['example.com/v1', 'StatefulSet'],
    ['example.com/v1', 'PersistentVolumeClaim'],
    ['example.com/v1', 'CustomResourceDefinition'],
  ])('is deleted: %s %s', async (apiVersion, kind) => {
    const reference = of(apiVersion, kind)
    expect(planPruning(await orphan(reference), limits)).toEqual({
      deletes: [{ reference, address: `dev/${kind}/it` }],
      forgets: [],
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
  ])('stays, and that is told, when data would go with it: %s %s', async (apiVersion, kind) => {
    const { deletes, changes, findings } = planPruning(await orphan(of(apiVersion, kind)), limits)
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

describe('pruning', () => {
  const object = live({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'it', namespace: 'dev' } })
  const many = (count: number, state: OrphanState = { is: 'deletable', live: object }): Orphan[] =>
    Array.from({ length: count }, (_, index) => {
      const reference = of('v1', 'ConfigMap', `it-${index}`)
      return { member: reference, reference, address: `dev/ConfigMap/it-${index}`, state }
    })

  test.each([
    ['one of one', 1, { owned: 1 }, undefined],
    ['two of two', 2, { owned: 2 }, undefined],
    ['a third', 3, { owned: 9 }, undefined],
    [
      'three of eight',
      3,
      { owned: 8 },
      /^3 of 8 objects of the application would be deleted: more than a third/,
    ],
    ['three of eight that are allowed', 3, { owned: 8, allowPrune: 3 }, undefined],
    ['four of eight when three are allowed', 4, { owned: 8, allowPrune: 3 }, /^4 of 8 objects/],
    ['everything when pruning is off', 9, { owned: 9, prune: false }, undefined],
    ['nothing of nothing', 0, { owned: 0 }, undefined],
  ])('of %s', (_what, count, given, expected) => {
    const blocking = planPruning(many(count), { ...limits, ...given }).findings.filter(isBlocking)
    if (expected === undefined) expect(blocking).toEqual([])
    else
      expect(blocking).toMatchObject([
        {
          rule: 'prune-limit',
          message: expect.stringMatching(expected),
          fix: expect.stringContaining(`allow-prune: ${count}`),
        },
      ])
  })

  const refused = refusedWith(403, { message: 'no' })
  const states: readonly (readonly [OrphanState, string | undefined, readonly string[]])[] = [
    [{ is: 'deletable', live: object }, 'orphan notice', ['delete']],
    [{ is: 'kept', live: object }, 'prune-kept notice', []],
    [{ is: 'protected', live: object }, 'prune-protected warning', []],
    [{ is: 'used', by: 'ReplicaSet/web', live: object }, 'prune-in-use notice', []],
    [{ is: 'other', other: { what: 'is of another', why: '' } }, 'prune-other warning', []],
    [{ is: 'unserved' }, 'prune-unserved warning', ['forget']],
    [{ is: 'hidden', refused }, undefined, []],
    [{ is: 'gone' }, undefined, []],
  ]
  test.each(states)('shows with pruning off what it would do with it on: %j', (state, told, changes) => {
    const off = planPruning(many(1, state), { ...limits, prune: false })
    expect(off.changes).toEqual([])
    expect(off.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
      told === undefined ? [] : [told],
    )
    const on = planPruning(many(1, state), { ...limits, allowPrune: 1 })
    expect(on.changes.map(({ action }) => action)).toEqual(changes)
  })

  test('of a kind that nobody serves is an error until it is allowed', () => {
    const unserved = many(1, { is: 'unserved' })
    expect(planPruning(unserved, limits).findings.filter(isBlocking)).toMatchObject([{ rule: 'prune-limit' }])
    expect(planPruning(unserved, limits).forgets).toEqual([])
    expect(planPruning(unserved, { ...limits, allowPrune: 1 }).forgets).toHaveLength(1)
  })
})
