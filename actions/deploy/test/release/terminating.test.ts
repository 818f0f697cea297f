import { describe, expect, test } from '@jest/globals'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { refusedWith } from '#toolkit/kubernetes/test/refused.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { Departures } from '../../src/release/terminating.ts'
import { platform } from '../owned.ts'

const { world } = createTestWorld({ workspace: '/nowhere' })

/** Milliseconds in which what was asked at first counts for no rate. */
const BEGINNING = 250

/** A cluster in which objects stay for so many milliseconds after their deletion. */
function keeping(staying: number, { labelled = true, listed = true } = {}) {
  const began = performance.now()
  const asked: { what: string; at: number }[] = []
  const take = (what: string) => asked.push({ what, at: performance.now() - began })
  const isThere = () => performance.now() - began < staying
  const object = (reference: Reference): KubernetesObject => ({
    apiVersion: reference.apiVersion,
    kind: reference.kind,
    metadata: { name: reference.name, namespace: reference.namespace, uid: reference.name },
  })
  const references: Reference[] = []
  const departures = new Departures(
    {
      get: async (reference) => {
        take(`get ${reference.kind}`)
        return isThere() ? object(reference) : undefined
      },
      list: async ({ kind }, { labels } = {}) => {
        take(`list ${kind} ${labels?.split('=')[0]}`)
        if (!listed) throw refusedWith(403, { reason: 'Forbidden', message: 'no' })
        return isThere() && labelled
          ? references.filter((each) => each.kind === kind).map((each) => object(each))
          : []
      },
    },
    platform,
    world,
  )
  const untilGone = async (kind: string, count: number, patience = 30_000) => {
    const going = Array.from({ length: count }, (_, index) => ({
      apiVersion: 'v1',
      kind,
      namespace: 'dev',
      name: `${kind.toLowerCase()}-${index}`,
    }))
    references.push(...going)
    return Promise.allSettled(
      going.map((reference) =>
        departures.untilGone(
          { reference, address: `dev/${kind}/${reference.name}`, uid: reference.name },
          patience,
        ),
      ),
    )
  }
  return { untilGone, asked, taken: () => performance.now() - began }
}

describe('objects on their way out', () => {
  test.each([1, 30])('%i of a kind are waited for with two requests a second at most', async (count) => {
    const { untilGone, asked } = keeping(2_200)
    await untilGone('ConfigMap', count)
    // Until they are gone, which is proved of each.
    const waited = asked.filter(({ at }) => at > BEGINNING && at < 2_200)
    expect(waited.length).toBeGreaterThan(2)
    expect(waited.length).toBeLessThanOrEqual(4)
  })

  test('of several kinds do not wait for each other', async () => {
    const { untilGone, asked } = keeping(1_300)
    const kinds = ['ConfigMap', 'Service', 'Secret', 'Job']
    await Promise.all(kinds.map((kind) => untilGone(kind, 20)))
    const lists = asked.flatMap(({ what }) => (what.startsWith('list') ? [what.split(' ')[1]] : []))
    expect(new Set(lists.slice(0, kinds.length))).toEqual(new Set(kinds))
  })

  test('are listed by the label of the application, so that nobody else’s are read', async () => {
    const { untilGone, asked } = keeping(700)
    await untilGone('Secret', 5)
    const lists = asked.filter(({ what }) => what.startsWith('list'))
    expect(new Set(lists.map(({ what }) => what))).toEqual(
      new Set(['list Secret applyset.kubernetes.io/part-of']),
    )
  })

  test.each([
    ['that lost the label of the application', { labelled: false }],
    ['that may not be listed', { listed: false }],
  ])('%s are not taken for gone', async (_which, how) => {
    const { untilGone, taken } = keeping(1_200, how)
    const ends = await untilGone('ConfigMap', 2)
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(taken()).toBeGreaterThan(1_200)
  })

  test('that may not be listed are asked for one by one, two a second', async () => {
    const { untilGone, asked } = keeping(3_400, { listed: false })
    await untilGone('ConfigMap', 3)
    const gets = asked.filter(({ what, at }) => what.startsWith('get') && at > BEGINNING && at < 3_400)
    expect(gets.length).toBeGreaterThan(2)
    expect(gets.length).toBeLessThanOrEqual(6)
  })

  test('that stay are named, with what holds them', async () => {
    const { untilGone } = keeping(60_000)
    const [end] = await untilGone('ConfigMap', 1, 300)
    expect(failuresIn((end as PromiseRejectedResult).reason)).toMatchObject([
      { code: 'OBJECT_TERMINATING', why: 'No finalizer holds it.' },
    ])
  })
})
